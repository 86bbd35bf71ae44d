/**
 * The inductive miner (IM) and its variant for infrequent behaviour (IMf).
 *
 * IM: Leemans, Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs: A Constructive
 * Approach", Petri Nets 2013. IMf: the same, "Discovering Block-Structured Process Models from Event Logs Containing
 * Infrequent Behaviour", BPM Workshops 2013. Both with the strict sequence cut and the fall-throughs of Leemans, "Robust
 * Process Mining with Guarantees", 2017 (Springer LNBIP 440, 2022).
 */
import type { EventLog } from "../../../log/events/event_log.ts";
import { InputError } from "../../../base/errors.ts";
import type { ProcessTree } from "../../../models/process_tree.ts";
import type { TraceCounts } from "../../../models/trace_variants.ts";
import { variantsOf } from "../../variants.ts";
import { type Cut, findCut } from "./cuts.ts";
import { fallThrough } from "./fall_throughs.ts";
import { connected, frequenciesOf, graphOf, graphOfFrequencies, restricted, withoutNoise } from "./graph.ts";
import { type Growth, growTree } from "./grow.ts";
import { type InductiveOptions, noiseOf } from "./noise_option.ts";
import { splitLog } from "./split.ts";
import { NO_TRACES, type SubLog, subLogOf } from "./sub_log.ts";

export type { InductiveOptions } from "./noise_option.ts";

/**
 * Discovers a process tree.
 *
 * With `noise` 0 (IM) the tree accepts every case of the log. Above (IMf), where no cut explains all behaviour of a part
 * of the log, its edges and starts that are rare beside their alternatives are left out, and empty parts of cases are
 * left out where they are at most that share.
 *
 * Cost: linear in the events of the distinct variants for each level of the tree, not in those of the cases.
 *
 * @throws InputError if the log has no case, or `noise` lies outside 0 to 1.
 *
 * @example
 * ```ts
 * import { discoverInductive, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * discoverInductive(log, { noise: 0.2 }).toString();
 * ```
 */
export function discoverInductive(log: EventLog | TraceCounts, options: InductiveOptions = {}): ProcessTree {
  const noise = noiseOf(options);
  const { root, names } = subLogOf(variantsOf(log));
  if (root.counts.length === 0) {
    throw new InputError("Expected a log with at least one case but found none. See whether a filter left nothing.");
  }
  return growTree(root, (part) => grow(part, noise, names));
}

function grow(log: SubLog, noise: number, names: readonly string[]): Growth<SubLog> {
  if (log.names.length === 0) return {};
  const { cases, empty } = countEmpty(log);
  if (empty > 0) {
    const rest = withoutEmpty(log);
    if (empty > noise * cases) return { operator: "choice", parts: [NO_TRACES, rest] };
    log = rest;
  }
  if (log.counts.length === 1 && log.events.length === 1) return { activity: names[log.names[0]!] };
  const graph = graphOf(log);
  const cut = findCut(graph) ?? (noise > 0 ? frequentCut(log, noise) : undefined);
  return cut ? { operator: cut.operator, parts: splitLog(log, cut) } : fallThrough(log, graph);
}

function countEmpty({ offsets, counts }: SubLog): { cases: number; empty: number } {
  let cases = 0, empty = 0;
  for (let t = 0; t < counts.length; t++) {
    cases += counts[t]!;
    if (offsets[t] === offsets[t + 1]) empty += counts[t]!;
  }
  return { cases, empty };
}

function withoutEmpty({ names, events, offsets, counts }: SubLog): SubLog {
  const full = Array.from(counts, (_, t) => t).filter((t) => offsets[t] !== offsets[t + 1]);
  return {
    names,
    events,
    offsets: Int32Array.from([0, ...full.map((t) => offsets[t + 1]!)]),
    counts: Float64Array.from(full, (t) => counts[t]!),
  };
}

/**
 * A cut of what is left without noise; the log is split as it is. With `noise` 1 no edge is left, and activities that no
 * case starts or ends with are unknown to the cut.
 */
function frequentCut(log: SubLog, noise: number): Cut | undefined {
  const graph = graphOfFrequencies(withoutNoise(frequenciesOf(log), noise));
  const known = connected(graph);
  if (known.length === graph.size) return findCut(graph);
  const cut = findCut(restricted(graph, known));
  if (cut === undefined) return undefined;
  const partOf = new Int32Array(graph.size).fill(-1);
  known.forEach((a, index) => partOf[a] = cut.partOf[index]!);
  return { ...cut, partOf };
}
