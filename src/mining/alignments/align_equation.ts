/**
 * Lower bounds of alignment costs by the marking equation.
 *
 * Whatever the order of its moves, an alignment changes the marking at hand into the final one and uses each event that
 * is left once. The least cost of moves that do so, in parts of moves too, is a linear program (Adriansyah, "Aligning
 * Observed and Modeled Behavior", 2014, section 4.4.2; van Dongen, "Efficiently Computing Alignments", BPM 2018).
 *
 * The dual of the program gives each place and each label a price, such that no move changes the sum of prices by more
 * than it costs. Such prices bound the cost from every marking and every position, not only from the one that they were
 * computed for. They are rounded to fractions and checked in whole numbers, so that rounding never makes a bound too high.
 */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import type { Markings } from "../../models/nets/markings.ts";
import { DualSimplex, type SparseColumn } from "./dual_simplex.ts";

/** Denominators that are tried for prices. */
const DENOMINATORS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 30, 60, 120, 840];
const MOST_PIVOTS = 2_000;
/** What a solution costs beside the numbers that it looks at, counted in such numbers. */
const WORK_AROUND = 20_000;
/** Prices that are kept for one trace. */
const MOST_PRICES = 48;

/** All whole numbers; prices are these divided by `unit`. */
interface Prices {
  /** 0 where the prices show that the final marking cannot be reached, if they say more than 0. */
  readonly unit: number;
  readonly places: Float64Array;
  /** By position, what the rest of the trace and the final marking come to. */
  readonly rest: Float64Array;
}

export class MarkingEquation {
  readonly #net: NetArrays;
  readonly #markings: Markings;
  /** What each transition changes: places and tokens in pairs. */
  readonly #effects: readonly SparseColumn[];
  readonly #withLabel: readonly (readonly number[])[];
  #trace: Int32Array = new Int32Array(0);
  #simplex: DualSimplex | undefined;
  /** Row of each label of the trace, after those of the places. */
  #rows = new Map<number, number>();
  #prices: Prices[] = [];
  #work = 0;

  readonly #mostWork: number;

  /** `mostWork`: numbers that it may look at for one trace; after that it learns nothing more. */
  constructor(net: NetArrays, markings: Markings, mostWork: number) {
    this.#mostWork = mostWork;
    this.#net = net;
    this.#markings = markings;
    this.#effects = Array.from({ length: net.transitions }, (_, t) => effectOf(net, t));
    this.#withLabel = net.labels.map((_, label) =>
      Array.from({ length: net.transitions }, (_, t) => t).filter((t) => net.label[t] === label)
    );
  }

  /** Forgets the trace before. */
  prepare(trace: Int32Array): void {
    this.#trace = trace;
    this.#prices = [];
    this.#simplex = undefined;
    this.#work = 0;
  }

  /** What the trace from `position` on costs at least from a marking, by the prices that are known. */
  bound(marking: number, position: number): number {
    const { tokens } = this.#markings, { places } = this.#net, base = marking * places;
    let most = 0;
    for (const { unit, places: price, rest } of this.#prices) {
      let sum = rest[position]!;
      for (let p = 0; p < places; p++) sum -= price[p]! * tokens[base + p]!;
      if (sum <= most * unit) continue;
      if (unit === 0) return Infinity;
      most = Math.ceil(sum / unit);
    }
    return most;
  }

  /** Looks for the prices that say most there, and keeps them. */
  improve(marking: number, position: number): void {
    if (this.#work > this.#mostWork) return;
    const { places, final } = this.#net, { tokens } = this.#markings;
    this.#simplex ??= this.#program();
    const b = new Float64Array(places + this.#rows.size);
    for (let p = 0; p < places; p++) b[p] = final[p]! - tokens[marking * places + p]!;
    for (let i = position; i < this.#trace.length; i++) b[this.#rows.get(this.#trace[i]!)!]!++;
    const solution = this.#simplex.solve(b, MOST_PIVOTS);
    this.#work += this.#simplex.work + WORK_AROUND;
    const prices = solution && this.#checked(solution.multipliers.subarray(0, places), solution.kind === "optimal");
    if (!prices) return;
    if (this.#prices.length === MOST_PRICES) this.#prices.splice(MOST_PRICES >> 1, 1);
    this.#prices.push(prices);
  }

  #program(): DualSimplex {
    const { places, label } = this.#net;
    this.#rows = new Map();
    for (const one of this.#trace) if (!this.#rows.has(one)) this.#rows.set(one, places + this.#rows.size);
    const columns: SparseColumn[] = [], costs: number[] = [];
    const add = (column: SparseColumn, cost: number) => {
      columns.push(column);
      costs.push(cost);
    };
    this.#effects.forEach((effect, t) => {
      add(effect, label[t]! < 0 ? 0 : 1);
      const row = this.#rows.get(label[t]!);
      if (row !== undefined) add([...effect, row, 1], 0);
    });
    for (const row of this.#rows.values()) add([row, 1], 1);
    return new DualSimplex(places + this.#rows.size, columns, costs);
  }

  /** The prices in whole numbers, if no move changes them by more than it costs. */
  #checked(prices: Float64Array, isOptimal: boolean): Prices | undefined {
    const size = prices.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
    // A ray may be of any length.
    const scaled = isOptimal || size === 0 ? prices : prices.map((price) => price / size);
    const denominator = DENOMINATORS.find((n) =>
      scaled.every((price) => Math.abs(price * n - Math.round(price * n)) < 1e-5)
    );
    if (denominator === undefined) return undefined;
    const places = scaled.map((price) => Math.round(price * denominator)), unit = isOptimal ? denominator : 0;
    const change = (effect: SparseColumn) => {
      let sum = 0;
      for (let i = 0; i < effect.length; i += 2) sum += places[effect[i]!]! * effect[i + 1]!;
      return sum;
    };
    const changes = this.#effects.map(change), { label, final } = this.#net;
    if (changes.some((more, t) => more > (label[t]! < 0 ? 0 : unit))) return undefined;
    const event = (one: number) => this.#withLabel[one]!.reduce((least, t) => Math.min(least, -changes[t]!), unit);
    const rest = new Float64Array(this.#trace.length + 1);
    rest[this.#trace.length] = final.reduce((sum, tokens, p) => sum + tokens * places[p]!, 0);
    for (let i = this.#trace.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + event(this.#trace[i]!);
    return { unit, places, rest };
  }
}

function effectOf(net: NetArrays, t: number): SparseColumn {
  const effect = new Map<number, number>();
  const add = (place: number, tokens: number) => effect.set(place, (effect.get(place) ?? 0) + tokens);
  for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) add(net.inPlaces[i]!, -net.inWeights[i]!);
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) add(net.outPlaces[i]!, net.outWeights[i]!);
  return [...effect].flatMap(([place, tokens]) => tokens === 0 ? [] : [place, tokens]);
}
