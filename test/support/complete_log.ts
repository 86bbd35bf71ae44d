/** Logs that show all of a tree's directly-follows graph: from such a log a miner can be asked to find the tree again. */
import { treeToNet } from "../../src/models/convert/tree_to_net.ts";
import { netArrays } from "../../src/models/nets/net_arrays.ts";
import type { ProcessTree } from "../../src/models/process_tree.ts";
import { fire, isEnabled } from "../../src/models/nets/state_space.ts";
import type { TraceCounts } from "../../src/models/trace_variants.ts";
import { random } from "./random.ts";

/**
 * Variants of the tree, each with a count from 1 to 3, that have every activity the tree starts with, every one it ends
 * with, every pair that follows directly, and the empty trace if the tree allows it. Walks at random, from a seed, of
 * which those are kept that show something new, and at least `least` variants if the tree has as many.
 *
 * Activities are to occur once in the tree, as in `randomTree`.
 */
export function completeLog(tree: ProcessTree, { seed = 1, least = 20 } = {}): TraceCounts {
  const wanted = followsOf(tree);
  const missing = new Set([
    ...[...wanted.starts].map((a) => `> ${a}`),
    ...[...wanted.ends].map((a) => `${a} >`),
    ...wanted.pairs,
    ...wanted.empty ? [">"] : [],
  ]);
  const { below, next } = random(seed), walk = walker(tree, next);
  const found = new Map<string, string[]>();
  for (let tries = 0; missing.size > 0 || (found.size < least && tries < 20 * least); tries++) {
    if (tries > 200_000) throw new RangeError(`No walk of ${tree} shows ${[...missing].join(", ")}.`);
    const trace = walk();
    const shown = trace.length === 0 ? [">"] : [
      `> ${trace[0]}`,
      `${trace.at(-1)} >`,
      ...trace.slice(1).map((a, i) => `${trace[i]} ${a}`),
    ];
    if (shown.some((one) => missing.has(one)) || (tries < 20 * least && found.size < least)) {
      found.set(trace.join(" "), trace);
    }
    for (const one of shown) missing.delete(one);
  }
  const activities = [...activitiesOf(tree)].sort();
  const code = new Map(activities.map((name, i) => [name, i]));
  const variants = [...found.values()].map((trace) => ({
    sequence: Int32Array.from(trace, (name) => code.get(name)!),
    count: 1 + below(3),
  }));
  variants.sort((a, b) => b.count - a.count || compare(a.sequence, b.sequence));
  return {
    activities,
    sequences: variants.map(({ sequence }) => sequence),
    counts: Float64Array.from(variants, ({ count }) => count),
  };
}

interface Follows {
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** `a b` */
  readonly pairs: ReadonlySet<string>;
  /** Whether the empty trace is one. */
  readonly empty: boolean;
}

/** The directly-follows graph of the tree's language, from its definition. */
export function followsOf(tree: ProcessTree): Follows {
  if (tree.operator === undefined) {
    const one = new Set(tree.isTau ? [] : [tree.activity!]);
    return { starts: one, ends: one, pairs: new Set(), empty: tree.isTau };
  }
  const children = tree.children.map(followsOf);
  switch (tree.operator) {
    case "choice":
      return children.reduce(either);
    case "sequence":
      return children.reduce(then);
    case "parallel":
      return children.reduce(beside);
    case "inclusive":
      return children.reduce((all, child) => either(either(all, child), beside(all, child)));
    case "loop": {
      const body = children[0]!, redo = children.slice(1).reduce(either);
      let found = body;
      for (;;) {
        const more = either(found, then(then(found, redo), body));
        if (more.pairs.size === found.pairs.size && more.starts.size === found.starts.size) return more;
        found = more;
      }
    }
  }
}

function either(a: Follows, b: Follows): Follows {
  return {
    starts: a.starts.union(b.starts),
    ends: a.ends.union(b.ends),
    pairs: a.pairs.union(b.pairs),
    empty: a.empty || b.empty,
  };
}

function then(a: Follows, b: Follows): Follows {
  return {
    starts: a.empty ? a.starts.union(b.starts) : a.starts,
    ends: b.empty ? a.ends.union(b.ends) : b.ends,
    pairs: a.pairs.union(b.pairs).union(across(a.ends, b.starts)),
    empty: a.empty && b.empty,
  };
}

function beside(a: Follows, b: Follows): Follows {
  const some = namesOf(a), others = namesOf(b);
  return {
    starts: a.starts.union(b.starts),
    ends: a.ends.union(b.ends),
    pairs: a.pairs.union(b.pairs).union(across(some, others)).union(across(others, some)),
    empty: a.empty && b.empty,
  };
}

function namesOf({ starts, ends, pairs }: Follows): Set<string> {
  return new Set([...starts, ...ends, ...[...pairs].flatMap((pair) => pair.split(" "))]);
}

function across(some: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...some].flatMap((a) => [...others].map((b) => `${a} ${b}`)));
}

function activitiesOf(tree: ProcessTree): Set<string> {
  if (tree.activity !== undefined) return new Set([tree.activity]);
  return new Set(tree.children.flatMap((child) => [...activitiesOf(child)]));
}

function walker(tree: ProcessTree, next: () => number): () => string[] {
  const net = netArrays(treeToNet(tree));
  return () => {
    const trace: string[] = [];
    for (let marking = net.initial;;) {
      const enabled: number[] = [];
      for (let t = 0; t < net.transitions; t++) if (isEnabled(net, marking, t)) enabled.push(t);
      if (enabled.length === 0) return trace;
      const t = enabled[Math.floor(next() * enabled.length)]!;
      if (net.label[t]! >= 0) trace.push(net.labels[net.label[t]!]!);
      marking = fire(net, marking, t);
    }
  };
}

function compare(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
