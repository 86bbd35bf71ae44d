/** Variants: the distinct sequences of activities in a log, and how many cases follow each. */
import type { EventLog } from "../log/events/event_log.ts";
import type { TraceCounts, TraceVariants } from "../models/trace_variants.ts";
import { requireEventLog } from "../log/require_log.ts";

/**
 * Groups cases by their sequence of activities.
 *
 * Cost: one pass over the events; sequences are compared only where their hashes agree.
 */
export function traceVariants(log: EventLog): TraceVariants {
  requireEventLog(log);
  const { offsets, activity } = log;
  const found: { begin: number; length: number; count: number; next: number }[] = [];
  let mask = 1023;
  let heads = new Int32Array(mask + 1).fill(-1);
  const hashes: number[] = [];
  const caseVariant = new Int32Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const begin = offsets[c]!, length = offsets[c + 1]! - begin;
    const hash = hashOf(activity, begin, length);
    let v = heads[hash & mask]!;
    while (v >= 0 && !(hashes[v] === hash && sameSequence(activity, found[v]!, begin, length))) v = found[v]!.next;
    if (v < 0) {
      if (found.length > mask) {
        mask = mask * 2 + 1;
        heads = new Int32Array(mask + 1).fill(-1);
        found.forEach((variant, index) => {
          variant.next = heads[hashes[index]! & mask]!;
          heads[hashes[index]! & mask] = index;
        });
      }
      v = found.push({ begin, length, count: 0, next: heads[hash & mask]! }) - 1;
      hashes.push(hash);
      heads[hash & mask] = v;
    }
    found[v]!.count++;
    caseVariant[c] = v;
  }
  return ranked(log, found, caseVariant);
}

/** The variants of a log, or those that are given. */
export function variantsOf(log: EventLog | TraceCounts): TraceCounts {
  requireEventLog(log, "sequences");
  return "sequences" in log ? log : traceVariants(log);
}

/** FNV-1a over 32-bit codes. */
function hashOf(activity: Int32Array, begin: number, length: number): number {
  let hash = 0x811c9dc5 ^ length;
  for (let i = begin; i < begin + length; i++) hash = Math.imul(hash ^ activity[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function sameSequence(
  activity: Int32Array,
  known: { begin: number; length: number },
  begin: number,
  length: number,
): boolean {
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (activity[known.begin + i] !== activity[begin + i]) return false;
  return true;
}

function ranked(
  log: EventLog,
  found: { begin: number; length: number; count: number }[],
  caseVariant: Int32Array,
): TraceVariants {
  const sequences = found.map(({ begin, length }) => log.activity.slice(begin, begin + length));
  const order = found.map((_, v) => v)
    .sort((a, b) => found[b]!.count - found[a]!.count || compareSequences(sequences[a]!, sequences[b]!));
  const rank = new Int32Array(found.length);
  order.forEach((v, index) => rank[v] = index);
  return {
    activities: log.activities,
    sequences: order.map((v) => sequences[v]!),
    counts: Float64Array.from(order, (v) => found[v]!.count),
    caseVariant: caseVariant.map((v) => rank[v]!),
  };
}

/** Lexicographic; codes compare as names do, and a beginning comes before what it begins. */
function compareSequences(a: Int32Array, b: Int32Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
