/**
 * Signals that hold whatever the actions are: words that complete or open, pauses, a change of application, and where
 * sessions begin and end. They decide where a round of a task begins if the order of the actions does not say.
 */
import type { Streams } from "./streams.ts";

/**
 * What the signals are worth. They are said once by an action, however often it is done: so they count with the square
 * root of the number of places.
 */
const OUTSET = 2;
const EDGE = 5;
/** Least share of instances that are taken to begin or end with an action: sessions are cut off, and there is noise. */
const ODD = 0.05;

/** Evidence of beginnings at `count` places whose outsets sum to `sum`. */
export function outsetEvidence(sum: number, count: number): number {
  return count === 0 ? 0 : OUTSET * sum / Math.sqrt(count);
}

/**
 * Evidence of sessions that begin and end with what instances usually begin and end with. `begins` and `ends` count how
 * often each action is the first and last step of an instance.
 */
export function edgeEvidence(
  { action, sessions }: Streams,
  begins: ArrayLike<number>,
  ends: ArrayLike<number>,
): number {
  let all = 0;
  for (let t = 0; t < begins.length; t++) all += begins[t]!;
  if (all === 0 || sessions.length === 0) return 0;
  let sum = 0;
  for (let s = 0; s < sessions.length; s++) {
    const from = sessions[s]!, to = sessions[s + 1] ?? action.length;
    const first = action[from]!, last = action[to - 1]!;
    sum += Math.log(Math.max(ODD, begins[first]! / all)) + Math.log(Math.max(ODD, ends[last]! / all));
  }
  return EDGE * sum / Math.sqrt(sessions.length);
}
