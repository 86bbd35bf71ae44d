/**
 * Evidence of what the instances begin with: chosen anew each time, or mostly as the one before, or as some of those
 * shortly before. Tasks come in blocks as well as in turn.
 */
import { choiceEvidence, logGamma } from "../evidence.ts";
import { LateChoices } from "../late_choices.ts";
import type { Parse, ParsedSteps } from "../parse.ts";
import type { Streams } from "../streams.ts";

/** @param begins how often an instance of a chain began with an action: `begins[kind * actions + action]`. */
export function beginEvidence(
  { action, actions }: Streams,
  { kind }: Parse,
  { offsets, steps }: ParsedSteps,
  begins: Float64Array,
): number {
  const anew = new Float64Array(begins.length), lately = new LateChoices(begins.length);
  let same = 0, before = -1;
  for (let instance = 0; instance < kind.length; instance++) {
    if (offsets[instance]! === offsets[instance + 1]!) continue;
    const choice = kind[instance]! * actions + action[steps[offsets[instance]!]!]!;
    if (choice === before) same++;
    else anew[choice]!++;
    lately.add(choice);
    before = choice;
  }
  const plain = choiceEvidence(begins, begins.length), sticky = stickyEvidence(anew, same, begins.length);
  // It takes the logarithm of 3 to say which of the three ways is meant.
  return Math.max(plain, sticky, lately.evidence) - Math.log(3);
}

/** Evidence of choices of which `same` are that of the one before and the others made anew. */
export function stickyEvidence(anew: ArrayLike<number>, same: number, outcomes: number): number {
  let chosen = 0;
  for (let outcome = 0; outcome < anew.length; outcome++) chosen += anew[outcome]!;
  return choiceEvidence(Array.from(anew), outcomes) + logGamma(same + 1) + logGamma(chosen + 1) -
    logGamma(same + chosen + 2);
}
