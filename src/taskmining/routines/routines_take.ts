/** Takes routines one after the other: takes the best pattern, removes its occurrences, and mines the rest again. */
import { closedPatterns, type SequentialPattern } from "./patterns.ts";
import type { InstanceSteps } from "../instances/steps.ts";
import { lowerMedian, mostCohesivePattern } from "./routines_search.ts";

export type RoutineRank = "cohesion" | "coverage" | "support" | "length";

export interface TakeOptions {
  readonly minSupport: number;
  readonly minLength: number;
  readonly rank: RoutineRank;
}

export interface TakenRoutine {
  readonly items: Int32Array;
  readonly cohesion: number;
  readonly occurrences: readonly { readonly instance: number; readonly events: Int32Array }[];
}

/** Items looked at in one search, and in all searches of one kind of task: fixed, or so many for each step. */
const SEARCH = { least: 100_000, perStep: 5 };
const ALL = { least: 5_000_000, perStep: 60 };
/** Listing all closed patterns takes so many times less for an item. */
const LISTING = 4;

/** Routines of some instances of one kind, in the order in which they are taken; `cut` says what was not searched. */
export function takeRoutines(
  { log, offsets, events }: InstanceSteps,
  instances: Int32Array,
  { minSupport, minLength, rank }: TakeOptions,
): { taken: TakenRoutine[]; cut: string | undefined } {
  let pieces: Piece[] = Array.from(instances, (instance) => {
    const own = events.subarray(offsets[instance]!, offsets[instance + 1]!);
    return { instance, events: own, actions: own.map((event) => log.action[event]!) };
  });
  const size = pieces.reduce((sum, piece) => sum + piece.actions.length, 0);
  const least = Math.max(2, Math.ceil(minSupport * instances.length - 1e-9));
  let left = Math.max(ALL.least, ALL.perStep * size);
  let cut: string | undefined;
  const taken: TakenRoutine[] = [];
  for (;;) {
    const { sequences, weights } = distinct(pieces.filter(({ actions }) => actions.length >= minLength));
    const budget = Math.max(SEARCH.least, SEARCH.perStep * sequences.reduce((sum, own) => sum + own.length, 0));
    if (sequences.length === 0) break;
    if (left < 0) {
      cut = "The search for routines ended early: rarer ones are missing. Raise minSupport to see which are certain.";
      break;
    }
    const search = { weights, minSupport: least, minLength, budget };
    const { items, complete, spent } = rank === "cohesion"
      ? byCohesion(sequences, search)
      : byListing(sequences, search, rank);
    left -= spent;
    if (!complete) cut ??= "Instances are long and varied: not all closed patterns were compared, only the likeliest.";
    if (!items) break;
    const routine = occurrencesOf(pieces, items);
    // Two pieces of one instance are two sequences to the search: what recurs in too few instances is no routine.
    const held = new Set(routine.taken.occurrences.map(({ instance }) => instance));
    if (held.size >= least) taken.push(routine.taken);
    pieces = routine.rest;
  }
  return { taken, cut };
}

/** What is left of an instance, or a part of it. */
interface Piece {
  readonly instance: number;
  readonly events: Int32Array;
  readonly actions: Int32Array;
}

interface SearchOptions {
  readonly weights: Float64Array;
  readonly minSupport: number;
  readonly minLength: number;
  readonly budget: number;
}

interface Found {
  readonly items: Int32Array | undefined;
  readonly complete: boolean;
  readonly spent: number;
}

/** Each different sequence once, weighted by the pieces that have it, in their order. */
function distinct(pieces: readonly Piece[]): { sequences: Int32Array[]; weights: Float64Array } {
  const found = new Map<string, { actions: Int32Array; weight: number }>();
  for (const { actions } of pieces) {
    const key = actions.join();
    const known = found.get(key);
    if (known) known.weight++;
    else found.set(key, { actions, weight: 1 });
  }
  const all = [...found.values()];
  return { sequences: all.map(({ actions }) => actions), weights: Float64Array.from(all, ({ weight }) => weight) };
}

function byCohesion(sequences: readonly Int32Array[], options: SearchOptions): Found {
  const { pattern, complete, left } = mostCohesivePattern(sequences, options);
  return { items: pattern?.items, complete, spent: options.budget - left };
}

/** All closed patterns are listed; where they are too many, only the more frequent ones. */
function byListing(sequences: readonly Int32Array[], options: SearchOptions, rank: RoutineRank): Found {
  const { weights, minLength } = options;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const budget = LISTING * options.budget;
  let spent = 0;
  for (let minSupport = options.minSupport;; minSupport = Math.min(whole, minSupport * 2)) {
    const { patterns, complete, looked } = closedPatterns(sequences, { weights, minSupport, budget });
    spent += looked / LISTING;
    if (!complete && minSupport < whole) continue;
    const fit = patterns.filter(({ items }) => items.length >= minLength);
    const best = fit.reduce<SequentialPattern | undefined>(
      (best, own) => !best || isBetter(own, best, rank) ? own : best,
      undefined,
    );
    return { items: best?.items, complete: complete && minSupport === options.minSupport, spent };
  }
}

function isBetter(a: SequentialPattern, b: SequentialPattern, rank: RoutineRank): boolean {
  const coverage = ({ items, support }: SequentialPattern) => items.length * support;
  const first = rank === "support" ? a.support - b.support : rank === "length" ? a.items.length - b.items.length : 0;
  const difference = first || coverage(a) - coverage(b) || a.items.length - b.items.length;
  if (difference !== 0) return difference > 0;
  const at = a.items.findIndex((item, k) => item !== b.items[k]);
  return at >= 0 && a.items[at]! < b.items[at]!;
}

function occurrencesOf(pieces: readonly Piece[], items: Int32Array): { taken: TakenRoutine; rest: Piece[] } {
  const rest: Piece[] = [];
  const occurrences: { instance: number; events: Int32Array }[] = [];
  const outliers: [number, number][] = [];
  for (const piece of pieces) {
    let from = 0;
    for (const places of tightOccurrences(piece.actions, items)) {
      occurrences.push({ instance: piece.instance, events: places.map((place) => piece.events[place]!) });
      outliers.push([places.at(-1)! - places[0]! + 1 - items.length, 1]);
      rest.push(part(piece, from, places[0]!));
      from = places.at(-1)! + 1;
    }
    rest.push(part(piece, from, piece.actions.length));
  }
  const cohesion = items.length - lowerMedian(outliers);
  return {
    taken: { items, cohesion, occurrences },
    rest: rest.filter(({ actions }) => actions.length > 0),
  };
}

function part({ instance, events, actions }: Piece, from: number, to: number): Piece {
  return { instance, events: events.subarray(from, to), actions: actions.subarray(from, to) };
}

/** Places of disjoint occurrences from left to right: each ends as early as it can and then begins as late as it can. */
export function tightOccurrences(sequence: Int32Array, items: Int32Array): Int32Array[] {
  const found: Int32Array[] = [];
  for (let from = 0;;) {
    let end = from - 1;
    for (const item of items) {
      end = sequence.indexOf(item, end + 1);
      if (end < 0) return found;
    }
    const places = new Int32Array(items.length);
    for (let k = items.length - 1, at = end + 1; k >= 0; k--) {
      places[k] = at = sequence.lastIndexOf(items[k]!, at - 1);
    }
    found.push(places);
    from = end + 1;
  }
}
