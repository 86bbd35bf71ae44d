/**
 * Which activities are done side by side: what overlaps is not waited for, also in cases in which the one happens to end
 * before the other begins.
 *
 * The oracle "overlapping" of Chapela-Campa & Dumas, "Enhancing business process simulation models with extraneous
 * activity delays", Information Systems 122, 2024, section 4.1.
 */
import type { EventLog } from "../../log/events/event_log.ts";

/** Of the cases in which both occur, in so many they overlap: a tenth. Fewer may be wrong clocks. */
const LEAST_SHARE = 0.1;
/** How far back an overlap is looked for. */
const LOOK_BACK = 200;

/**
 * `a * n + b` of each pair of activities that are done side by side, both ways round; undefined for none.
 *
 * @param ascending whether the events of each case stand in the order in which they end.
 */
export function parallelActivities(log: EventLog, ascending: boolean): ReadonlySet<number> | undefined {
  if (!log.start) return undefined;
  const n = log.activities.length;
  const overlapping = casesWithOverlap(log, n, ascending);
  if (overlapping.size === 0) return undefined;
  const together = casesWithBoth(log, overlapping.keys(), n);
  const parallel = new Set<number>();
  for (const [key, cases] of overlapping) {
    if (cases < LEAST_SHARE * together.get(key)!) continue;
    parallel.add(key);
    parallel.add((key % n) * n + Math.floor(key / n));
  }
  return parallel.size > 0 ? parallel : undefined;
}

/** Cases in which two different activities overlap, by `smaller * n + larger`. */
function casesWithOverlap(log: EventLog, n: number, ascending: boolean): Map<number, number> {
  const { offsets, activity, time, start, cases } = log;
  const found = new Map<number, number>();
  const inCase = new Set<number>();
  for (let c = 0; c < cases; c++) {
    inCase.clear();
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) {
      const begun = start![i]!;
      for (let j = i - 1; j >= offsets[c]! && j >= i - LOOK_BACK; j--) {
        if (!(time[j]! > begun)) {
          // In an order by completion, all before have ended too.
          if (ascending) break;
          continue;
        }
        if (!(start![j]! < time[i]!) || activity[j] === activity[i]) continue;
        const low = Math.min(activity[j]!, activity[i]!), high = Math.max(activity[j]!, activity[i]!);
        inCase.add(low * n + high);
      }
    }
    for (const key of inCase) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function casesWithBoth(
  { offsets, activity, cases }: EventLog,
  keys: Iterable<number>,
  n: number,
): Map<number, number> {
  const partners = new Map<number, number[]>();
  const found = new Map<number, number>();
  for (const key of keys) {
    found.set(key, 0);
    const low = Math.floor(key / n);
    partners.set(low, [...partners.get(low) ?? [], key % n]);
  }
  const lastCase = new Int32Array(n).fill(-1);
  const done = new Int32Array(n).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) lastCase[activity[i]!] = c;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const a = activity[i]!;
      if (done[a] === c) continue;
      done[a] = c;
      for (const b of partners.get(a) ?? []) {
        if (lastCase[b] === c) found.set(a * n + b, found.get(a * n + b)! + 1);
      }
    }
  }
  return found;
}
