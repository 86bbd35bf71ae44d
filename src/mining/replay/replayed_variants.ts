/** The steps by which each variant of a log is replayed. */
import type { TokenStates } from "./token_language.ts";
import { inOrder, sharedLength, type TokenGame, type TraceLabels } from "./token_game.ts";
import type { TokenStep } from "./step_maker.ts";
import { applyStep } from "./token_steps.ts";

export interface Replayed {
  readonly variant: number;
  /** Of each event; `undefined` for activities that the net has not. */
  readonly steps: readonly (TokenStep | undefined)[];
  readonly end: TokenStep;
  /** Tokens of each place after the end has taken the final marking. Overwritten by what follows. */
  readonly left: Int32Array;
  /** False where a search ended at `maxStates`, so that the trace may fit after all. */
  readonly exact: boolean;
  /** False where a search ended at `maxStates`, so that fewer tokens may be missing or remain. */
  readonly nearest: boolean;
}

/** One variant after another, so that those with a common beginning follow each other. */
export function* replayedVariants(
  game: TokenGame,
  sequences: readonly Int32Array[],
  { labelOf }: TraceLabels,
  ignored: boolean,
): Iterable<Replayed> {
  const { arrays, steps, language } = game, width = arrays.places;
  const depth = sequences.reduce((most, { length }) => Math.max(most, length), 0);
  const markings = new Int32Array((depth + 1) * width);
  markings.set(arrays.initial);
  const taken: (TokenStep | undefined)[] = [];
  const states: TokenStates[] = [language.start];
  const left = new Int32Array(width);
  let previous = new Int32Array(0) as Int32Array;
  for (const variant of inOrder(sequences)) {
    const sequence = sequences[variant]!;
    const shared = sharedLength(previous, sequence);
    previous = sequence;
    taken.length = shared;
    states.length = Math.min(states.length, shared + 1);
    for (let i = shared; i < sequence.length; i++) {
      const here = i * width, label = labelOf[sequence[i]!]!;
      const step = label < 0 ? undefined : steps.next(markings.subarray(here, here + width), label);
      markings.copyWithin(here + width, here, here + width);
      if (step) applyStep(markings, step, here + width);
      taken.push(step);
    }
    left.set(markings.subarray(sequence.length * width, (sequence.length + 1) * width));
    const unknown = !ignored && taken.includes(undefined);
    const hasDeviated = unknown || taken.some((step) => step !== undefined && step.missing > 0);
    const end = steps.end(left, hasDeviated);
    applyStep(left, end);
    const fits = !hasDeviated && end.missing === 0 && left.every((tokens) => tokens === 0);
    if (fits || unknown) {
      yield { variant, steps: taken, end, left, exact: true, nearest: nearest(taken, end) };
      continue;
    }
    const { run, complete } = fittingRun(game, states, sequence, labelOf);
    if (run) left.fill(0);
    const found = run ?? { steps: taken, end };
    yield { variant, ...found, left, exact: complete, nearest: nearest(found.steps, found.end) };
  }
}

function nearest(steps: readonly (TokenStep | undefined)[], end: TokenStep): boolean {
  return end.complete && steps.every((step) => step === undefined || step.complete);
}

/** A run that replays the whole trace, if the net has one. `states` are those after each beginning, as far as known. */
function fittingRun(
  { arrays, language }: TokenGame,
  states: TokenStates[],
  sequence: Int32Array,
  labelOf: Int32Array,
): { run?: { steps: (TokenStep | undefined)[]; end: TokenStep }; complete: boolean } {
  for (let i = states.length - 1; i < sequence.length && states[i]!.markings.length > 0; i++) {
    const label = labelOf[sequence[i]!]!;
    states.push(label < 0 ? unchanged(states[i]!) : language.next(states[i]!, label));
  }
  const last = states.at(-1)!;
  if (states.length <= sequence.length) return { complete: last.complete };
  const ending = language.finish(last);
  if (!ending.run) return { complete: ending.complete };
  const steps = new Array<TokenStep | undefined>(sequence.length);
  let at = ending.index;
  for (let i = sequence.length; i > 0; i--) {
    if (labelOf[sequence[i - 1]!]! >= 0) steps[i - 1] = states[i]!.steps[at]!;
    at = states[i]!.before[at]!;
  }
  const none = new Int32Array(0);
  const { produced, consumed } = tokensOf(arrays, ending.run);
  const taken = arrays.final.reduce((sum, tokens) => sum + tokens, 0);
  const end = { run: ending.run, places: none, changes: none, missing: 0, missingAt: none, complete: true };
  return { run: { steps, end: { ...end, produced, consumed: consumed + taken } }, complete: true };
}

function unchanged(states: TokenStates): TokenStates {
  return { ...states, before: states.markings.map((_, i) => i), steps: [] };
}

function tokensOf({ inOffsets, inWeights, outOffsets, outWeights }: TokenGame["arrays"], run: Int32Array) {
  let produced = 0, consumed = 0;
  for (const t of run) {
    for (let i = inOffsets[t]!; i < inOffsets[t + 1]!; i++) consumed += inWeights[i]!;
    for (let i = outOffsets[t]!; i < outOffsets[t + 1]!; i++) produced += outWeights[i]!;
  }
  return { produced, consumed };
}
