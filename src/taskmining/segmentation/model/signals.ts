/**
 * Signals that hold whatever the actions are: words that complete or open, pauses, a change of application, values that
 * recur, and where sessions begin and end. They decide where a round of a task begins if the order of the actions does not say.
 */
import { choiceEvidence } from "./evidence.ts";
import type { Parse } from "./parse.ts";
import type { Streams } from "./streams.ts";

/**
 * What the signals are worth. They are said once by an action, however often it is done: so they count with the square
 * root of the number of places.
 */
const OUTSET = 2;
const EDGE = 5;
/** Least share of instances that are taken to begin or end with an action: sessions are cut off, and there is noise. */
const ODD = 0.05;

/** Most nats that values that span a boundary, or do not, count for a single one. */
const MOST_LINK = 4;
/** Nats that a boundary costs that a value spans, whether or not that is usual in the log. */
export const SPANNED = 1;

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

/** Pauses before instances against pauses within them: they tell as far as they differ. */
export function pauseEvidence({ pause }: Streams, { owner, stray }: Parse) {
  const before = new Float64Array(3), within = new Float64Array(3);
  let latest = -1;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! > latest) {
      latest = owner[i]!;
      before[pause[i]!]!++;
    } else if (!stray[i]) within[pause[i]!]!++;
  }
  const { evidence, ratio } = comparedChoices(before, within, "higher");
  return { evidence, ratio: ratio.map((nats) => Math.max(-1, Math.min(5, nats))) };
}

/**
 * Whether places of one sort and of another are better told apart or together by the levels of a signal, where the mean
 * level of the first sort has to be as is said.
 */
function comparedChoices(one: Float64Array, other: Float64Array, mean: "higher" | "lower") {
  const levels = one.length, all = one.map((count, level) => count + other[level]!);
  const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
  const meanOf = (counts: Float64Array) => counts.reduce((a, b, level) => a + b * level, 0) / Math.max(1, sum(counts));
  const share = (counts: Float64Array, level: number) => (counts[level]! + 0.5) / (sum(counts) + 0.5 * levels);
  const apart = choiceEvidence(one, levels) + choiceEvidence(other, levels), together = choiceEvidence(all, levels);
  const tells = (mean === "higher" ? meanOf(one) > meanOf(other) : meanOf(one) < meanOf(other)) && apart > together;
  return {
    evidence: tells ? apart : together,
    ratio: all.map((_, level) => tells ? Math.log(share(one, level) / share(other, level)) : 0),
  };
}

/** Values that span a boundary where nothing is open against those that span others: they tell as far as they differ. */
export function linkEvidence({ link, offsets }: Streams, { owner, kind }: Parse) {
  const last = new Int32Array(kind.length).fill(-1);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) last[owner[i]!] = i;
  const between = new Float64Array(2), within = new Float64Array(2);
  for (let s = 0; s + 1 < offsets.length; s++) {
    let openUntil = -1, begun = false;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      if (i > offsets[s]!) {
        if (openUntil >= i) within[link[i]!]!++;
        else if (begun) between[link[i]!]!++;
      }
      if (owner[i]! < 0) continue;
      begun = true;
      openUntil = Math.max(openUntil, last[owner[i]!]!);
    }
  }
  const fit = comparedChoices(between, within, "lower");
  return {
    evidence: fit.evidence - SPANNED * between[1]!,
    ratio: fit.ratio.map((nats, level) => Math.max(-MOST_LINK, Math.min(MOST_LINK, nats)) - SPANNED * level),
  };
}
