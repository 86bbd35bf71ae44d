/**
 * The prefix tree of a log: all its traces, common beginnings once.
 *
 * Fredkin, "Trie memory", CACM 3(9), 1960; van der Aalst et al. 2010 (see transition_system.ts) as the transition system
 * that neither abstracts nor forgets.
 */
import type { EventLog } from "../../log/events/event_log.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { moreLines } from "../../base/lists.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf } from "../declarative_options.ts";

export interface PrefixNode {
  /** The last activity of the beginning; `undefined` in the root. */
  readonly activity: string | undefined;
  /** Activities from the first on. */
  readonly depth: number;
  /** Index of the node one activity before, -1 for the root. */
  readonly parent: number;
  /** Indices of the nodes one activity further, in the order of their activities' names. */
  readonly children: readonly number[];
  /** Cases that begin with these events, and cases that consist of them. */
  readonly cases: number;
  readonly ends: number;
}

/** Beginnings of traces as a tree; the root, index 0, is the empty beginning. Immutable. */
export class PrefixTree {
  /** @param nodes parents before children. */
  constructor(readonly nodes: readonly PrefixNode[]) {}

  get root(): PrefixNode {
    return this.nodes[0]!;
  }

  /** Activities that lead to a node. */
  prefix(index: number): string[] {
    const path: string[] = [];
    for (let node = this.nodes[index]!; node.parent >= 0; node = this.nodes[node.parent]!) path.push(node.activity!);
    return path.reverse();
  }

  /** The node of a beginning; `undefined` where no case begins so. */
  find(prefix: readonly string[]): PrefixNode | undefined {
    let node: PrefixNode | undefined = this.root;
    for (const activity of prefix) {
      const next: number | undefined = node.children.find((child) => this.nodes[child]!.activity === activity);
      node = next === undefined ? undefined : this.nodes[next];
      if (node === undefined) return undefined;
    }
    return node;
  }

  /** Indented, the busiest 60 nodes. */
  toString(): string {
    const shown = new Set(
      this.nodes.map((_, i) => i).sort((a, b) => this.nodes[b]!.cases - this.nodes[a]!.cases || a - b).slice(0, 61),
    );
    const lines: string[] = [];
    const open = [0];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const { activity, depth, cases, ends, children } = this.nodes[i]!;
      if (!shown.has(i)) continue;
      if (i > 0) lines.push(`${"  ".repeat(depth)}${activity} (${cases}${ends > 0 ? `, ${ends} end` : ""})`);
      open.push(...[...children].reverse());
    }
    return [
      `Prefix tree of ${this.root.cases} cases: ${this.nodes.length} nodes`,
      ...lines,
      ...moreLines(this.nodes.length - shown.size, "  "),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}

/**
 * Folds the traces of a log into their prefix tree.
 *
 * Cost: events of the variants.
 *
 * @throws InputError if the log has no case.
 * @example
 * ```ts
 * import { discoverPrefixTree, readLog } from "tracebook";
 * const tree = discoverPrefixTree(await readLog("data/order-to-cash.csv"));
 * tree.root.children.map((child) => tree.nodes[child]!.activity); // how cases begin
 * ```
 */
export function discoverPrefixTree(log: EventLog | TraceCounts): PrefixTree {
  const { activities, sequences, counts } = casesOf(log);
  const nodes = [{ code: -1, depth: 0, parent: -1, next: new Map<number, number>(), cases: 0, ends: 0 }];
  sequences.forEach((sequence, v) => {
    const count = counts[v]!;
    let at = 0;
    nodes[0]!.cases += count;
    for (let i = 0; i < sequence.length; i++) {
      const code = sequence[i]!;
      let child = nodes[at]!.next.get(code);
      if (child === undefined) {
        child = nodes.push({ code, depth: i + 1, parent: at, next: new Map(), cases: 0, ends: 0 }) - 1;
        nodes[at]!.next.set(code, child);
      }
      nodes[child]!.cases += count;
      at = child;
    }
    nodes[at]!.ends += count;
  });
  return new PrefixTree(nodes.map(({ code, depth, parent, next, cases, ends }) => ({
    activity: activities[code],
    depth,
    parent,
    children: [...next].sort(([a], [b]) => a - b).map(([, child]) => child),
    cases,
    ends,
  })));
}
