/**
 * Closed frequent sequential patterns with gaps. Wang & Han, "BIDE: Efficient Mining of Frequent Closed Sequences",
 * ICDE 2004, over sequences of single items with multiplicities; its terms (last-in-first, last-in-last appearance,
 * semi-maximum and maximum period) name the helpers below.
 */
import { OptionError } from "../../base/errors.ts";

/** Items in order, gaps allowed between them. */
export interface SequentialPattern {
  readonly items: Int32Array;
  /** Sum of the weights of the sequences that hold it. */
  readonly support: number;
  /** Indices of those sequences, ascending. */
  readonly sequences: Int32Array;
}

export interface ClosedPatternOptions {
  /** Least sum of weights of the sequences that hold a pattern. */
  readonly minSupport: number;
  /** Weight of each sequence, such as how many instances follow it. @default 1 each */
  readonly weights?: ArrayLike<number>;
  /** Items looked at before the search stops; the result then says that it is not complete. @default no limit */
  readonly budget?: number;
}

export interface ClosedPatterns {
  /** In depth-first order of the items' codes. */
  readonly patterns: readonly SequentialPattern[];
  /** False if the budget ran out: patterns are missing. */
  readonly complete: boolean;
  /** Items looked at. */
  readonly looked: number;
}

/**
 * All patterns of at least `minSupport` that no longer pattern of equal support contains.
 *
 * Items are small whole numbers from 0, such as action codes. Cost: in the worst case exponential in the length of the
 * sequences, as the number of patterns is; `budget` bounds it, the same on every machine.
 *
 * @throws OptionError if `minSupport` is not above 0.
 */
export function closedPatterns(sequences: readonly Int32Array[], options: ClosedPatternOptions): ClosedPatterns {
  const { minSupport, budget = Infinity } = options;
  if (!(minSupport > 0)) throw new OptionError(`Expected minSupport to be a number above 0 but found ${minSupport}`);
  const weights = options.weights ?? new Float64Array(sequences.length).fill(1);
  const limit = Math.min(budget, Number.MAX_SAFE_INTEGER);
  const search: Search = { ...newSearch(sequences, weights, limit), minSupport, patterns: [] };
  const everywhere = { of: Int32Array.from(sequences.keys()), from: new Int32Array(sequences.length) };
  const whole = sequences.reduce((sum, _, s) => sum + weights[s]!, 0);
  grow(search, everywhere, whole);
  return {
    patterns: search.patterns,
    complete: search.left >= 0,
    looked: limit - search.left,
  };
}

/** What the searches for closed patterns share. */
export interface PatternSearch {
  readonly sequences: readonly Int32Array[];
  readonly weights: ArrayLike<number>;
  /** What is left of the budget. */
  left: number;
  readonly prefix: number[];
  /** Last stamp under which an item was seen. */
  readonly seen: Int32Array;
  stamp: number;
}

export function newSearch(
  sequences: readonly Int32Array[],
  weights: ArrayLike<number>,
  budget = Infinity,
): PatternSearch {
  const width = sequences.reduce((most, items) => items.reduce((max, item) => Math.max(max, item + 1), most), 0);
  return { sequences, weights, left: budget, prefix: [], seen: new Int32Array(width).fill(-1), stamp: 0 };
}

interface Search extends PatternSearch {
  readonly minSupport: number;
  readonly patterns: SequentialPattern[];
}

/** Whether no closed pattern begins with the prefix that another prefix does not lead to; `of`: sequences that hold it. */
export function leadsNowhere(search: PatternSearch, of: Int32Array): boolean {
  return holdsInAll(new Rows(search, of), "semi");
}

/** Whether an item put before or into the prefix leaves its support as it is. */
export function extendsBackward(search: PatternSearch, of: Int32Array): boolean {
  return holdsInAll(new Rows(search, of), "full");
}

/** Sequences that hold the prefix, and where in each the first instance of the prefix has ended. */
interface Projection {
  readonly of: Int32Array;
  readonly from: Int32Array;
}

function grow(search: Search, projection: Projection, support: number): void {
  const { prefix, patterns, minSupport } = search;
  const { items, supports } = localItems(search, projection);
  if (search.left < 0) return;
  if (prefix.length > 0) {
    const rows = new Rows(search, projection.of);
    if (holdsInAll(rows, "semi")) return;
    const extended = supports.some((own) => own >= support - EPSILON);
    if (!extended && !holdsInAll(rows, "full")) {
      patterns.push({ items: Int32Array.from(prefix), support, sequences: projection.of });
    }
  }
  for (let k = 0; k < items.length && search.left >= 0; k++) {
    if (supports[k]! < minSupport) continue;
    prefix.push(items[k]!);
    grow(search, project(search, projection, items[k]!), supports[k]!);
    prefix.pop();
  }
}

/** Weights may be fractions. */
const EPSILON = 1e-9;

/** Items that follow the prefix, ascending, and the weight of the sequences in which they do. */
function localItems(search: Search, { of, from }: Projection) {
  const { sequences, weights, seen } = search;
  const total = new Map<number, number>();
  for (let r = 0; r < of.length; r++) {
    const sequence = sequences[of[r]!]!, weight = weights[of[r]!]!;
    const stamp = ++search.stamp;
    for (let i = from[r]!; i < sequence.length; i++) {
      const item = sequence[i]!;
      if (seen[item] === stamp) continue;
      seen[item] = stamp;
      total.set(item, (total.get(item) ?? 0) + weight);
    }
    search.left -= sequence.length - from[r]! + 1;
  }
  const items = [...total.keys()].sort((a, b) => a - b);
  return { items, supports: items.map((item) => total.get(item)!) };
}

function project({ sequences }: Search, { of, from }: Projection, item: number): Projection {
  const nextOf: number[] = [], nextFrom: number[] = [];
  for (let r = 0; r < of.length; r++) {
    const at = sequences[of[r]!]!.indexOf(item, from[r]!);
    if (at < 0) continue;
    nextOf.push(of[r]!);
    nextFrom.push(at + 1);
  }
  return { of: Int32Array.from(nextOf), from: Int32Array.from(nextFrom) };
}

/** What one sequence says of the prefix: three positions for each of its items. */
interface Appearances {
  /** First instance. */
  readonly first: Int32Array;
  /** Last-in-first appearance of each item. */
  readonly lastInFirst: Int32Array;
  /** Last-in-last appearance of each item. */
  readonly lastInLast: Int32Array;
}

/** Appearances of the prefix in each sequence of its projection, made when they are asked for. */
class Rows {
  readonly search: PatternSearch;
  readonly of: Int32Array;
  readonly #made: (Appearances | undefined)[] = [];

  constructor(search: PatternSearch, of: Int32Array) {
    this.search = search;
    this.of = of;
  }

  get count(): number {
    return this.of.length;
  }

  sequence(row: number): Int32Array {
    return this.search.sequences[this.of[row]!]!;
  }

  at(row: number): Appearances {
    return this.#made[row] ??= appearances(this.sequence(row), this.search.prefix);
  }
}

function appearances(sequence: Int32Array, prefix: readonly number[]): Appearances {
  const n = prefix.length;
  const first = new Int32Array(n), lastInFirst = new Int32Array(n), lastInLast = new Int32Array(n);
  for (let k = 0, at = -1; k < n; k++) first[k] = at = sequence.indexOf(prefix[k]!, at + 1);
  let before = first[n - 1]! + 1, beforeLast = sequence.length;
  for (let k = n - 1; k >= 0; k--) {
    lastInFirst[k] = before = sequence.lastIndexOf(prefix[k]!, before - 1);
    lastInLast[k] = beforeLast = sequence.lastIndexOf(prefix[k]!, beforeLast - 1);
  }
  return { first, lastInFirst, lastInLast };
}

/**
 * Whether some item lies in the same semi-maximum period of all sequences (then the prefix leads to no closed pattern
 * that another prefix does not lead to: BackScan), or in the same maximum period (then it is not closed itself).
 */
function holdsInAll(rows: Rows, period: "semi" | "full"): boolean {
  const { search } = rows;
  const { seen, prefix } = search;
  let common: number[] = [];
  for (let k = 0; k < prefix.length; k++) {
    for (let row = 0; row < rows.count; row++) {
      const { first, lastInFirst, lastInLast } = rows.at(row);
      const sequence = rows.sequence(row);
      const from = k === 0 ? 0 : first[k - 1]! + 1, to = (period === "semi" ? lastInFirst : lastInLast)[k]!;
      const stamp = ++search.stamp;
      for (let i = from; i < to; i++) seen[sequence[i]!] = stamp;
      search.left -= Math.max(0, to - from) + 1;
      if (row === 0) common = [...new Set(sequence.subarray(from, Math.max(from, to)))];
      else common = common.filter((item) => seen[item] === stamp);
      if (common.length === 0) break;
    }
    if (common.length > 0) return true;
  }
  return false;
}
