/**
 * Fall-throughs: what the inductive miner answers where no cut holds, from the most to the least precise.
 *
 * Leemans, "Robust Process Mining with Guarantees", PhD thesis, Eindhoven 2017 (Springer LNBIP 440, 2022): activity once
 * per trace, activity concurrent, strict tau loop, tau loop, flower model. Empty traces come before all else.
 */
import { findCut, mayHaveCut } from "./cuts.ts";
import { connect, emptyGraph, type Graph, hasBit, restricted, setBit } from "./graph.ts";
import { NO_TRACES, type SubLog, TraceBag } from "./sub_log.ts";

export interface FallThrough {
  readonly operator: "parallel" | "loop";
  /** An empty log stands for τ. */
  readonly parts: readonly [SubLog, SubLog];
}

/** @param log at least one trace, none of them empty, for which `graph` has no cut */
export function fallThrough(log: SubLog, graph: Graph): FallThrough {
  const apart = activityOncePerTrace(log) ?? activityConcurrent(log, graph);
  if (apart !== undefined) return { operator: "parallel", parts: splitOff(log, apart) };
  return tauLoop(log, graph, true) ?? tauLoop(log, graph, false) ?? flower(log);
}

/** The first activity by name that every trace holds exactly once. */
function activityOncePerTrace({ names, events, offsets, counts }: SubLog): number | undefined {
  const seen = new Int32Array(names.length), once = new Uint8Array(names.length).fill(1);
  for (let t = 0; t < counts.length; t++) {
    seen.fill(0);
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) seen[events[i]!]!++;
    for (let a = 0; a < seen.length; a++) if (seen[a] !== 1) once[a] = 0;
  }
  const first = once.indexOf(1);
  return first < 0 ? undefined : first;
}

/**
 * The first activity by name without which the log has a cut.
 *
 * No log is projected: where an activity is left out, what stands before and after its runs come to follow each other,
 * and nothing else changes in the graph. One pass finds what the runs of all activities bridge. Most activities are then
 * ruled out by a few sweeps over bits.
 */
function activityConcurrent(log: SubLog, graph: Graph): number | undefined {
  if (graph.size < 3) return undefined;
  const { begins, before, after } = bridges(log);
  const rest = emptyGraph(graph.size);
  for (let a = 0; a < graph.size; a++) {
    copyWithout(graph, a, rest);
    for (let i = begins[a]!; i < begins[a + 1]!; i++) {
      const p = before[i]!, q = after[i]!;
      if (p >= 0 && q >= 0) connect(rest, p, q);
      else if (q >= 0) setBit(rest.starts, q);
      else if (p >= 0) setBit(rest.ends, p);
    }
    if (mayHaveCut(rest, a) && findCut(closedUp(rest, a)) !== undefined) return a;
  }
  return undefined;
}

/** What stands before and after each run of an activity, -1 at the rims of a trace; those of a from `begins[a]` on. */
function bridges({ names, events, offsets, counts }: SubLog) {
  const begins = new Int32Array(names.length + 1);
  for (const a of events) begins[a + 1]!++;
  for (let a = 0; a < names.length; a++) begins[a + 1]! += begins[a]!;
  const next = begins.slice();
  const before = new Int32Array(events.length).fill(-1), after = new Int32Array(events.length).fill(-1);
  for (let t = 0; t < counts.length; t++) {
    const end = offsets[t + 1]!;
    let last = -1;
    for (let i = offsets[t]!; i < end;) {
      const a = events[i]!;
      while (i < end && events[i] === a) i++;
      const slot = next[a]!++;
      before[slot] = last;
      after[slot] = i < end ? events[i]! : -1;
      last = a;
    }
  }
  return { begins, before, after };
}

/** Leaves out all edges of activity `gone`, but keeps its place. */
function copyWithout({ size, words, ...graph }: Graph, gone: number, rest: Graph): void {
  const word = gone >>> 5, others = ~(1 << (gone & 31));
  for (const rows of ["out", "into"] as const) {
    rest[rows].set(graph[rows]);
    rest[rows].fill(0, gone * words, (gone + 1) * words);
    for (let a = 0; a < size; a++) rest[rows][a * words + word]! &= others;
  }
  for (const rim of ["starts", "ends"] as const) {
    rest[rim].set(graph[rim]);
    rest[rim][word]! &= others;
  }
}

/** The graph without the place of activity `gone`: later ones move up. */
function closedUp(graph: Graph, gone: number): Graph {
  const activities = Array.from({ length: graph.size - 1 }, (_, a) => a < gone ? a : a + 1);
  return restricted(graph, activities);
}

function splitOff({ names, events, offsets, counts }: SubLog, activity: number): [SubLog, SubLog] {
  const own = new TraceBag(), rest = new TraceBag();
  for (let t = 0; t < counts.length; t++) {
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) (events[i] === activity ? own : rest).push(events[i]!);
    own.close(counts[t]!);
    rest.close(counts[t]!);
  }
  return [own.toSubLog(names), rest.toSubLog(names)];
}

/** A round ends before each activity that cases start with; in the strict loop only after one that they end with. */
function tauLoop(log: SubLog, { starts, ends }: Graph, strict: boolean): FallThrough | undefined {
  const { names, events, offsets, counts } = log;
  const rounds = new TraceBag();
  let split = false;
  for (let t = 0; t < counts.length; t++) {
    for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
      if (i > offsets[t]! && hasBit(starts, events[i]!) && (!strict || hasBit(ends, events[i - 1]!))) {
        rounds.close(counts[t]!);
        split = true;
      }
      rounds.push(events[i]!);
    }
    rounds.close(counts[t]!);
  }
  return split ? { operator: "loop", parts: [rounds.toSubLog(names), NO_TRACES] } : undefined;
}

/** Any activity as often as wanted. */
function flower({ names }: SubLog): FallThrough {
  const each = new TraceBag();
  for (let a = 0; a < names.length; a++) {
    each.push(a);
    each.close(1);
  }
  return { operator: "loop", parts: [NO_TRACES, each.toSubLog(names)] };
}
