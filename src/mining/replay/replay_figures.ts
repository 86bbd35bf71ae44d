/** What the replay of variants adds up to, for cases, places and transitions. */
import type { TraceCounts } from "../../models/trace_variants.ts";
import type { PlaceReplay, TokenCounts, TransitionReplay, VariantReplay } from "./token_replay.ts";
import type { Replayed } from "./replayed_variants.ts";
import type { TokenGame } from "./token_game.ts";
import type { TokenStep } from "./step_maker.ts";

/** Sums over cases, gathered variant by variant. */
export class ReplayFigures {
  readonly #game: TokenGame;
  /** Of each transition. */
  readonly #fired: Float64Array;
  readonly #forced: Float64Array;
  /** Of each place. */
  readonly #missing: Float64Array;
  readonly #remaining: Float64Array;
  readonly #casesMissing: Float64Array;
  readonly #casesRemaining: Float64Array;
  /** The variant for which tokens were missing last. */
  readonly #lastMissing: Int32Array;
  /** Tokens that the initial marking puts into the net. */
  readonly #initial: number;

  constructor(game: TokenGame) {
    const { transitions, places, initial } = game.arrays;
    this.#game = game;
    this.#fired = new Float64Array(transitions);
    this.#forced = new Float64Array(transitions);
    this.#missing = new Float64Array(places);
    this.#remaining = new Float64Array(places);
    this.#casesMissing = new Float64Array(places);
    this.#casesRemaining = new Float64Array(places);
    this.#lastMissing = new Int32Array(places).fill(-1);
    this.#initial = initial.reduce((sum, tokens) => sum + tokens, 0);
  }

  /** Adds the cases of a variant; gives the figures of one of them. */
  add({ variant, steps, end, left }: Replayed, cases: number, ignored: boolean): VariantReplay {
    const deviations: number[] = [];
    let produced = this.#initial + end.produced, consumed = end.consumed, missing = end.missing, beside = 0;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (step) {
        produced += step.produced;
        consumed += step.consumed;
        if (step.missing === 0) continue;
        missing += step.missing;
        this.#addMissing(step, variant, cases);
        this.#forced[step.run.at(-1)!]! += cases;
      } else {
        if (ignored) continue;
        beside++;
      }
      deviations.push(i);
    }
    this.#addMissing(end, variant, cases);
    const remaining = this.#addRemaining(left, cases);
    const run = runOf(steps, end);
    for (const t of run) this.#fired[t]! += cases;
    // A step beside the model takes a token that is missing and gives one that remains.
    const counts = {
      produced: produced + beside,
      consumed: consumed + beside,
      missing: missing + beside,
      remaining: remaining + beside,
    };
    const fits = counts.missing === 0 && counts.remaining === 0;
    return { ...counts, fitness: fitnessOf(counts), fits, run, deviations: Int32Array.from(deviations) };
  }

  /** Of all cases, when all variants have been added. */
  sums({ counts }: TraceCounts, variants: readonly VariantReplay[]) {
    const over = (figure: (variant: VariantReplay) => number) =>
      variants.reduce((sum, variant, v) => sum + figure(variant) * counts[v]!, 0);
    const cases = over(() => 1);
    const tokens = {
      produced: over(({ produced }) => produced),
      consumed: over(({ consumed }) => consumed),
      missing: over(({ missing }) => missing),
      remaining: over(({ remaining }) => remaining),
    };
    return {
      ...tokens,
      logFitness: fitnessOf(tokens),
      averageTraceFitness: over(({ fitness }) => fitness) / cases,
      fittingShare: over(({ fits }) => fits ? 1 : 0) / cases,
      places: this.#places(cases),
      transitions: this.#transitions(),
    };
  }

  #addMissing({ missingAt }: TokenStep, variant: number, cases: number): void {
    for (let i = 0; i < missingAt.length; i += 2) {
      const place = missingAt[i]!;
      this.#missing[place]! += missingAt[i + 1]! * cases;
      if (this.#lastMissing[place] !== variant) this.#casesMissing[place]! += cases;
      this.#lastMissing[place] = variant;
    }
  }

  /** How many tokens are left in one case. */
  #addRemaining(left: Int32Array, cases: number): number {
    let remaining = 0;
    for (let p = 0; p < left.length; p++) {
      if (left[p] === 0) continue;
      remaining += left[p]!;
      this.#remaining[p]! += left[p]! * cases;
      this.#casesRemaining[p]! += cases;
    }
    return remaining;
  }

  #places(cases: number): PlaceReplay[] {
    const { arrays, net } = this.#game;
    const produced = Float64Array.from(arrays.initial, (tokens) => tokens * cases);
    const consumed = Float64Array.from(arrays.final, (tokens) => tokens * cases);
    for (let t = 0; t < arrays.transitions; t++) {
      for (let i = arrays.inOffsets[t]!; i < arrays.inOffsets[t + 1]!; i++) {
        consumed[arrays.inPlaces[i]!]! += arrays.inWeights[i]! * this.#fired[t]!;
      }
      for (let i = arrays.outOffsets[t]!; i < arrays.outOffsets[t + 1]!; i++) {
        produced[arrays.outPlaces[i]!]! += arrays.outWeights[i]! * this.#fired[t]!;
      }
    }
    return net.places.map((_, p) => ({
      produced: produced[p]!,
      consumed: consumed[p]!,
      missing: this.#missing[p]!,
      remaining: this.#remaining[p]!,
      casesMissing: this.#casesMissing[p]!,
      casesRemaining: this.#casesRemaining[p]!,
    }));
  }

  #transitions(): TransitionReplay[] {
    return this.#game.net.transitions.map((_, t) => ({ fired: this.#fired[t]!, forced: this.#forced[t]! }));
  }
}

/** All transitions that fired, in order. */
function runOf(steps: readonly (TokenStep | undefined)[], end: TokenStep): Int32Array {
  let length = end.run.length, at = 0;
  for (const step of steps) if (step) length += step.run.length;
  const run = new Int32Array(length);
  for (const step of steps) {
    if (!step) continue;
    run.set(step.run, at);
    at += step.run.length;
  }
  run.set(end.run, at);
  return run;
}

/** A net whose markings are not empty consumes and produces at least one token a case. */
function fitnessOf({ produced, consumed, missing, remaining }: TokenCounts): number {
  return (1 - missing / consumed) / 2 + (1 - remaining / produced) / 2;
}
