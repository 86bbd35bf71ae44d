/**
 * Token replay: what fires where tokens are missing, and what is left over.
 *
 * Rozinat & van der Aalst, "Conformance checking of processes based on monitoring real behavior", Information Systems
 * 33(1), 2008, section 4; Berti & van der Aalst, "Reviving Token-based Replay", ATAED 2019, for silent steps.
 */
import type { EventLog } from "../../log/events/event_log.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { variantsOf } from "../variants.ts";
import { inOrder, sharedLength, type TokenGame, tokenGame, type TraceLabels, traceLabels } from "./token_game.ts";
import type { TokenStates } from "./token_language.ts";
import { applyStep, type TokenStep } from "./token_steps.ts";
import { requireEventLog } from "../../log/require_log.ts";

export interface ReplayOptions {
  /**
   * An event whose activity the model has not: `count` it as firing a step beside the model, whose one input is missing
   * and whose one output remains; or `ignore` it, as if it were not in the log.
   * @default "count"
   */
  unknownActivities?: "count" | "ignore";
  /** Markings that one search for silent steps may meet. @default 10_000 */
  budget?: number;
}

/** Tokens of one case: put by the environment and by transitions, taken, added because they were missing, left over. */
export interface TokenCounts {
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
}

/** The replay of one variant; tokens are those of one case. */
export interface VariantReplay extends TokenCounts {
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced), 0 to 1. */
  readonly fitness: number;
  /** Nothing is missing and nothing remains: the model allows this variant. */
  readonly fits: boolean;
  /** Indices of the net's transitions in the order they fired, silent ones too. */
  readonly run: Int32Array;
  /** Events, by index in the trace, that the model did not allow where they stand. */
  readonly deviations: Int32Array;
}

/** Tokens of a place over all cases, and the cases in which some were missing or remained. */
export interface PlaceReplay extends TokenCounts {
  readonly casesMissing: number;
  readonly casesRemaining: number;
}

/** How often a transition fired over all cases, and how often only because missing tokens were added. */
export interface TransitionReplay {
  readonly fired: number;
  readonly forced: number;
}

/** How a log fits a model, by replaying tokens. Sums are over cases. */
export interface TokenReplay extends TokenCounts {
  readonly net: PetriNet;
  readonly traces: TraceCounts;
  /** Of each variant. */
  readonly variants: readonly VariantReplay[];
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced) over all cases, 0 to 1. */
  readonly logFitness: number;
  /** Mean fitness over cases. */
  readonly averageTraceFitness: number;
  /** Share of cases that fit, 0 to 1. */
  readonly fittingShare: number;
  /** Of each place of the net. */
  readonly places: readonly PlaceReplay[];
  /** Of each transition of the net. */
  readonly transitions: readonly TransitionReplay[];
  /** What a reader must know: activities that the model does not have, searches that their budget ended. */
  readonly notes: readonly string[];
}

/**
 * Replays each variant of a log on a net, once.
 *
 * Where an event's activity is not enabled, the shortest sequence of silent steps that enables it fires first; where
 * there is none, the activity fires in the way that misses the fewest tokens, which are added. At the end silent steps
 * lead to the final marking likewise. Of equals, the one whose transitions come first in the net is taken. If that
 * leaves a trace unfitting, other silent steps and other transitions of the same label are tried, so that a trace of the
 * model's language always fits: searches are exact up to `budget`, and notes say where it ended one.
 *
 * Cost: one pass over the distinct beginnings of variants; what an activity does to the tokens is searched for once for
 * all markings that agree on the places that matter to it.
 *
 * @throws InputError if the net lacks a marking, the log has no cases, or they have no activity in common.
 * @throws OptionError if `budget` is no whole number from 1.
 * @example
 * ```ts
 * import { discoverInductive, readLog, replayTokens, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { logFitness, fittingShare } = replayTokens(log, treeToNet(discoverInductive(log, { noise: 0.2 })));
 * ```
 */
export function replayTokens(log: EventLog | TraceCounts, net: PetriNet, options: ReplayOptions = {}): TokenReplay {
  requireEventLog(log, "sequences");
  return replayGame(tokenGame(net, options.budget), variantsOf(log), options);
}

/** The same, with what is known of the net already. */
export function replayGame(game: TokenGame, traces: TraceCounts, options: ReplayOptions = {}): TokenReplay {
  const labels = traceLabels(game, traces);
  const ignored = options.unknownActivities === "ignore";
  const figures = netFigures(game);
  const variants = new Array<VariantReplay>(traces.sequences.length);
  let unfinished = 0;
  for (const { variant, steps, end, left, exact } of replays(game, traces.sequences, labels, ignored)) {
    const cases = traces.counts[variant]!;
    if (!exact) unfinished += cases;
    variants[variant] = figures.add(cases, steps, end, left, ignored);
  }
  return {
    net: game.net,
    traces,
    variants,
    ...figures.sums(traces, variants),
    notes: notesOf(labels, ignored, unfinished),
  };
}

interface Replayed {
  readonly variant: number;
  /** Of each event; `undefined` for activities that the net has not. */
  readonly steps: readonly (TokenStep | undefined)[];
  readonly end: TokenStep;
  /** Tokens of each place after the end has taken the final marking. Overwritten by what follows. */
  readonly left: Int32Array;
  /** False where a budget may have hidden that the trace fits. */
  readonly exact: boolean;
}

function* replays(
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
      yield { variant, steps: taken, end, left, exact: true };
      continue;
    }
    const { run, complete } = fittingRun(game, states, sequence, labelOf);
    if (run) left.fill(0);
    yield { variant, ...(run ?? { steps: taken, end }), left, exact: complete };
  }
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

/** Figures of places and transitions, gathered variant by variant. */
function netFigures({ net, arrays }: TokenGame) {
  const fired = new Float64Array(arrays.transitions), forced = new Float64Array(arrays.transitions);
  const missing = new Float64Array(arrays.places), remaining = new Float64Array(arrays.places);
  const casesMissing = new Float64Array(arrays.places), casesRemaining = new Float64Array(arrays.places);
  const put = arrays.initial.reduce((sum, tokens) => sum + tokens, 0);
  const lastMissing = new Int32Array(arrays.places).fill(-1);
  let round = 0;

  const addMissing = ({ missingAt }: TokenStep, cases: number) => {
    for (let i = 0; i < missingAt.length; i += 2) {
      const place = missingAt[i]!;
      missing[place]! += missingAt[i + 1]! * cases;
      if (lastMissing[place] !== round) casesMissing[place]! += cases;
      lastMissing[place] = round;
    }
  };

  return {
    add(
      cases: number,
      steps: readonly (TokenStep | undefined)[],
      end: TokenStep,
      left: Int32Array,
      ignored: boolean,
    ): VariantReplay {
      round++;
      let produced = put, consumed = 0, lacking = 0, over = 0, length = end.run.length;
      const deviations: number[] = [];
      for (let i = 0; i < steps.length; i++) {
        const step = steps[i];
        if (step) {
          produced += step.produced;
          consumed += step.consumed;
          length += step.run.length;
          if (step.missing === 0) continue;
          lacking += step.missing;
          addMissing(step, cases);
          forced[step.run.at(-1)!]! += cases;
        } else {
          if (ignored) continue;
          produced++;
          consumed++;
          lacking++;
          over++;
        }
        deviations.push(i);
      }
      produced += end.produced;
      consumed += end.consumed;
      lacking += end.missing;
      addMissing(end, cases);
      for (let p = 0; p < left.length; p++) {
        if (left[p] === 0) continue;
        over += left[p]!;
        remaining[p]! += left[p]! * cases;
        casesRemaining[p]! += cases;
      }
      const run = new Int32Array(length);
      let at = 0;
      for (const step of steps) {
        if (!step) continue;
        run.set(step.run, at);
        at += step.run.length;
      }
      run.set(end.run, at);
      for (const t of run) fired[t]! += cases;
      const counts = { produced, consumed, missing: lacking, remaining: over };
      return {
        ...counts,
        fitness: fitnessOf(counts),
        fits: lacking === 0 && over === 0,
        run,
        deviations: Int32Array.from(deviations),
      };
    },

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
      const produced = arrays.initial.reduce(
        (sums, n, p) => (sums[p] = n * cases, sums),
        new Float64Array(arrays.places),
      );
      const consumed = arrays.final.reduce(
        (sums, n, p) => (sums[p] = n * cases, sums),
        new Float64Array(arrays.places),
      );
      for (let t = 0; t < arrays.transitions; t++) {
        for (let i = arrays.inOffsets[t]!; i < arrays.inOffsets[t + 1]!; i++) {
          consumed[arrays.inPlaces[i]!]! += arrays.inWeights[i]! * fired[t]!;
        }
        for (let i = arrays.outOffsets[t]!; i < arrays.outOffsets[t + 1]!; i++) {
          produced[arrays.outPlaces[i]!]! += arrays.outWeights[i]! * fired[t]!;
        }
      }
      return {
        ...tokens,
        logFitness: fitnessOf(tokens),
        averageTraceFitness: over(({ fitness }) => fitness) / cases,
        fittingShare: over(({ fits }) => fits ? 1 : 0) / cases,
        places: net.places.map((_, p) => ({
          produced: produced[p]!,
          consumed: consumed[p]!,
          missing: missing[p]!,
          remaining: remaining[p]!,
          casesMissing: casesMissing[p]!,
          casesRemaining: casesRemaining[p]!,
        })),
        transitions: net.transitions.map((_, t) => ({ fired: fired[t]!, forced: forced[t]! })),
      };
    },
  };
}

/** A net whose markings are not empty consumes and produces at least one token a case. */
function fitnessOf({ produced, consumed, missing, remaining }: TokenCounts): number {
  return (1 - missing / consumed) / 2 + (1 - remaining / produced) / 2;
}

function notesOf({ unknown }: TraceLabels, ignored: boolean, unfinished: number): string[] {
  const notes: string[] = [];
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${name}"`).join(", ");
    notes.push(
      `The model does not have ${names}: ${
        ignored ? "their events are ignored." : "each such event counts as one missing and one remaining token."
      }`,
    );
  }
  if (unfinished > 0) {
    notes.push(
      `For ${unfinished} cases that do not fit, the search for silent steps reached its budget: ` +
        `they may fit after all, fitness is at least this. A larger "budget" would tell.`,
    );
  }
  return notes;
}
