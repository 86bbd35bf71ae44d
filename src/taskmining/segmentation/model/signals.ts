/**
 * Signals that do not depend on the order of actions: words that complete or open, pauses, changes of application, values
 * that recur, and where sessions begin and end. They decide where a round of a task begins if the order does not tell.
 */
import { choiceEvidence } from "./evidence.ts";
import type { Parse, ParsedSteps } from "./parse.ts";
import { SIGNALS } from "./priors.ts";
import type { Streams } from "./streams.ts";

/** Evidence of where a parse begins and ends instances: by outsets, and by the edges of sessions. */
export function boundaryEvidence(streams: Streams, { owner, kind }: Parse, { offsets, steps }: ParsedSteps): number {
  const { action, actions, outset } = streams;
  const begins = new Float64Array(actions), ends = new Float64Array(actions);
  for (let instance = 0; instance < kind.length; instance++) {
    if (offsets[instance] === offsets[instance + 1]) continue;
    begins[action[steps[offsets[instance]!]!]!]!++;
    ends[action[steps[offsets[instance + 1]! - 1]!]!]!++;
  }
  let sum = 0, latest = -1;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! <= latest) continue;
    latest = owner[i]!;
    sum += outset[i]!;
  }
  return SIGNALS.outset * sum + edgeEvidence(streams, begins, ends);
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
  const shareOf = (count: number) => Math.max(SIGNALS.oddEdge, count / all);
  let sum = 0;
  for (let s = 0; s < sessions.length; s++) {
    const from = sessions[s]!, to = sessions[s + 1] ?? action.length;
    const first = action[from]!, last = action[to - 1]!;
    sum += Math.log(shareOf(begins[first]!)) + Math.log(shareOf(ends[last]!));
  }
  return SIGNALS.edge * sum;
}

/** Compares pauses before instances with pauses within them. The more they differ, the more a pause tells. */
export function pauseEvidence({ pause }: Streams, { owner, stray }: Parse) {
  const before = new Float64Array(3), within = new Float64Array(3);
  let latest = -1;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! > latest) {
      latest = owner[i]!;
      before[pause[i]!]!++;
    } else if (!stray[i]) within[pause[i]!]!++;
  }
  const { evidence, ratio } = comparedChoices(before, within);
  const { leastOfPause, mostOfPause } = SIGNALS;
  return { evidence, ratio: ratio.map((nats) => Math.max(leastOfPause, Math.min(mostOfPause, nats))) };
}

/**
 * Whether the levels of a signal at two sorts of places are better explained by two distributions than by one. Two are
 * considered only if the mean level of the first sort is the higher.
 */
function comparedChoices(one: Float64Array, other: Float64Array) {
  const levels = one.length, all = one.map((count, level) => count + other[level]!);
  const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
  const meanOf = (counts: Float64Array) => counts.reduce((a, b, level) => a + b * level, 0) / Math.max(1, sum(counts));
  const share = (counts: Float64Array, level: number) =>
    (counts[level]! + SIGNALS.level) / (sum(counts) + SIGNALS.level * levels);
  const apart = choiceEvidence(one, levels) + choiceEvidence(other, levels), together = choiceEvidence(all, levels);
  const tells = meanOf(one) > meanOf(other) && apart > together;
  return {
    evidence: tells ? apart : together,
    ratio: all.map((_, level) => tells ? Math.log(share(one, level) / share(other, level)) : 0),
  };
}
