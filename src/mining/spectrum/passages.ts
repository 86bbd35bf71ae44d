/** Passages of cases from one activity to another. */
import { orderOf } from "../../base/order_of.ts";
import { quantile } from "../../base/statistics/summary.ts";
import type { EventLog } from "../../log/events/event_log.ts";

/** - `directly`: the next event of the case. - `eventually`: a later one, before the first activity comes again. */
export type PassageSteps = "directly" | "eventually";

/** Classes of `classes`: quarters of the passages by how long they take, and those that take what is usual. */
export const QUARTERS = 4, USUAL = 4;

/** All passages of one step, in the order in which they begin. */
export interface Passages {
  readonly from: string;
  readonly to: string;
  /** Milliseconds UTC. */
  readonly begun: Float64Array;
  readonly ended: Float64Array;
  /**
   * 0 to 3: up to the lower quartile of the step's durations, the median, the upper quartile, and longer. 4 where both
   * quartiles are one duration and the passage takes just that.
   */
  readonly classes: Uint8Array;
  /** Seconds, ascending. */
  readonly durations: Float64Array;
  /** Cases that pass at least once. */
  readonly cases: number;
  /** Passages that another one overtakes: it began later and ended earlier. */
  readonly overtaken: number;
  /** Passages whose second event is the earlier one by its time; they are among none of these. */
  readonly backwards: number;
}

/** Cost: one pass over the events, and sorting the passages found. */
export function passagesOf(log: EventLog, from: number, to: number, steps: PassageSteps): Passages {
  const found = findPassages(log, from, to, steps);
  const order = orderOf(found.begun);
  const begun = new Float64Array(order.length), ended = new Float64Array(order.length);
  const seconds = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    begun[k] = found.begun[order[k]!]!;
    ended[k] = found.ended[order[k]!]!;
    seconds[k] = (ended[k]! - begun[k]!) / 1000;
  }
  const durations = seconds.slice().sort();
  return {
    from: log.activities[from]!,
    to: log.activities[to]!,
    begun,
    ended,
    classes: classesOf(seconds, durations),
    durations,
    cases: found.cases,
    overtaken: countOvertaken(begun, ended),
    backwards: found.backwards,
  };
}

function findPassages(
  { offsets, activity, time, cases: caseCount }: EventLog,
  from: number,
  to: number,
  steps: PassageSteps,
) {
  const begins: number[] = [], ends: number[] = [];
  let cases = 0, backwards = 0;
  for (let c = 0; c < caseCount; c++) {
    let open = -1, passed = false;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (open >= 0 && activity[i] === to) {
        if (time[i]! < time[open]!) backwards++;
        else {
          begins.push(time[open]!);
          ends.push(time[i]!);
          passed = true;
        }
        open = -1;
      }
      if (activity[i] === from) open = i;
      else if (steps === "directly") open = -1;
    }
    if (passed) cases++;
  }
  return { begun: Float64Array.from(begins), ended: Float64Array.from(ends), cases, backwards };
}

function classesOf(seconds: Float64Array, sorted: Float64Array): Uint8Array {
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [number, number, number];
  return Uint8Array.from(seconds, (value) => {
    if (lower === upper && value === lower) return USUAL;
    return value <= lower ? 0 : value <= middle ? 1 : value <= upper ? 2 : 3;
  });
}

/** From the last begun to the first: overtaken are those that end after the earliest end of what began later. */
function countOvertaken(begun: Float64Array, ended: Float64Array): number {
  let count = 0, earliest = Infinity;
  for (let k = begun.length - 1; k >= 0;) {
    const moment = begun[k]!;
    let first = k;
    while (first >= 0 && begun[first] === moment) {
      if (ended[first]! > earliest) count++;
      first--;
    }
    for (let i = first + 1; i <= k; i++) earliest = Math.min(earliest, ended[i]!);
    k = first;
  }
  return count;
}
