/**
 * The closed frequent pattern of greatest cohesion, without listing all closed patterns: prefix growth with the closure
 * tests of BIDE, bounded by what a prefix can still become.
 */
import { goOn } from "../../base/stop.ts";
import { extendsBackward, leadsNowhere, newSearch, type PatternSearch, type SequentialPattern } from "./patterns.ts";

export interface CohesiveSearchOptions {
  readonly minSupport: number;
  readonly weights: ArrayLike<number>;
  /** Shorter patterns do not count. */
  readonly minLength: number;
  /**
   * Items looked at before the search ends with the best pattern so far; with none so far it goes on for twenty times
   * as many.
   */
  readonly budget: number;
}

export interface CohesivePattern extends SequentialPattern {
  /** Length less the median of outliers inside its tightest occurrence in each sequence. */
  readonly cohesion: number;
}

/**
 * The pattern with the greatest cohesion above 0; of equal ones that of greater coverage (length × support), then the
 * longer one, then the first in order of items. `left` is what is left of the budget; `complete` is false if the budget
 * ran out before that was certain.
 */
export function mostCohesivePattern(
  sequences: readonly Int32Array[],
  { minSupport, weights, minLength, budget }: CohesiveSearchOptions,
): { pattern: CohesivePattern | undefined; complete: boolean; left: number } {
  const common = newSearch(sequences, weights, budget);
  const width = common.seen.length;
  const search: Search = {
    ...common,
    supports: new Float64Array(width),
    holders: new Int32Array(width),
    places: new Int32Array(width),
    minSupport,
    minLength,
    most: 20 * budget,
    best: undefined,
  };
  const children = extend(search, undefined);
  for (const child of children) grow(search, child);
  return { pattern: search.best, complete: search.left >= 0, left: search.left };
}

interface Search extends PatternSearch {
  readonly minSupport: number;
  readonly minLength: number;
  readonly most: number;
  /** By item, while extensions are counted: weight and number of sequences, and places in them. */
  readonly supports: Float64Array;
  readonly holders: Int32Array;
  readonly places: Int32Array;
  best: CohesivePattern | undefined;
}

/** Sequences that hold a prefix; row r has the ends `ends[rows[r]]` up to `ends[rows[r + 1]]`, ascending. */
interface Prefix {
  readonly item: number;
  readonly of: Int32Array;
  readonly rows: Int32Array;
  /** Where the prefix may end, and the latest beginning of an occurrence that ends there. */
  readonly ends: Int32Array;
  readonly begins: Int32Array;
  readonly support: number;
}

interface Node extends Prefix {
  /** No pattern that begins so is more cohesive. */
  readonly bound: number;
  /** No pattern that begins so is longer. */
  readonly longest: number;
}

function grow(search: Search, node: Node): void {
  goOn();
  const { prefix, best } = search;
  if (search.left < 0 && (best || search.left < -search.most)) return;
  if (best && cannotBeat(node, best)) return;
  prefix.push(node.item);
  if (!leadsNowhere(search, node.of)) {
    const children = extend(search, node);
    if (prefix.length >= search.minLength && !children.some(({ support }) => support >= node.support - 1e-9)) {
      offer(search, node);
    }
    for (const child of children) grow(search, child);
  }
  prefix.pop();
}

function cannotBeat({ bound, longest, support }: Node, best: CohesivePattern): boolean {
  return bound < best.cohesion || (bound === best.cohesion && longest * support < best.items.length * best.support);
}

/** All frequent extensions of a node (of nothing: the first items), the most promising first. */
function extend(search: Search, node: Node | undefined): Node[] {
  const open = countExtensions(search, node);
  const { sequences } = search;
  const count = node ? node.of.length : sequences.length;
  for (let r = 0; r < count; r++) {
    const s = node ? node.of[r]! : r;
    const sequence = sequences[s]!;
    let e = node ? node.rows[r]! : 0, latest = -1;
    const last = node ? node.rows[r + 1]! : 0;
    for (let i = node ? node.ends[e]! + 1 : 0; i < sequence.length; i++) {
      while (e < last && node!.ends[e]! < i) latest = Math.max(latest, node!.begins[e++]!);
      const own = open[sequence[i]!];
      if (!own) continue;
      if (own.holders === 0 || own.of[own.holders - 1] !== s) {
        own.of[own.holders] = s;
        own.rows[own.holders++] = own.filled;
      }
      own.ends[own.filled] = i;
      own.begins[own.filled++] = node ? latest : i;
    }
  }
  const nodes: Node[] = [];
  for (const own of open) {
    if (!own) continue;
    own.rows[own.holders] = own.filled;
    nodes.push(bounded(search, own));
  }
  return nodes.sort((a, b) => b.bound - a.bound || b.support - a.support || a.item - b.item);
}

interface Extension extends Prefix {
  readonly length: number;
  /** How much of the arrays is filled. */
  holders: number;
  filled: number;
}

/** By item: room for each extension that is frequent. */
function countExtensions(search: Search, node: Node | undefined): (Extension | undefined)[] {
  const { sequences, weights, minSupport, prefix, seen, supports, holders, places } = search;
  supports.fill(0);
  holders.fill(0);
  places.fill(0);
  const count = node ? node.of.length : sequences.length;
  for (let r = 0; r < count; r++) {
    const s = node ? node.of[r]! : r;
    const sequence = sequences[s]!;
    const from = node ? node.ends[node.rows[r]!]! + 1 : 0;
    const stamp = ++search.stamp;
    search.left -= sequence.length - from + 1;
    for (let i = from; i < sequence.length; i++) {
      const item = sequence[i]!;
      places[item]!++;
      if (seen[item] === stamp) continue;
      seen[item] = stamp;
      supports[item]! += weights[s]!;
      holders[item]!++;
    }
  }
  const open: (Extension | undefined)[] = [];
  for (let item = 0; item < supports.length; item++) {
    open.push(
      holders[item] === 0 || supports[item]! < minSupport ? undefined : {
        item,
        of: new Int32Array(holders[item]!),
        rows: new Int32Array(holders[item]! + 1),
        ends: new Int32Array(places[item]!),
        begins: new Int32Array(places[item]!),
        support: supports[item]!,
        length: prefix.length + 1,
        holders: 0,
        filled: 0,
      },
    );
  }
  return open;
}

/**
 * In a sequence, an extension has at most `rest` more items and no fewer outliers than the prefix. At least half of the
 * support of a pattern has no more outliers than the median, so at least `minSupport` / 2 must be able to reach a
 * cohesion, and at least `minSupport` must be able to reach a length.
 */
function bounded({ sequences, weights, minSupport }: Search, extension: Extension): Node {
  const { item, of, rows, ends, begins, support, length } = extension;
  const reach = new Float64Array(of.length), lengths = new Float64Array(of.length);
  for (let r = 0; r < of.length; r++) {
    const size = sequences[of[r]!]!.length;
    let most = -Infinity;
    for (let e = rows[r]!; e < rows[r + 1]!; e++) {
      most = Math.max(most, 2 * length - (ends[e]! - begins[e]! + 1) + size - 1 - ends[e]!);
    }
    reach[r] = most;
    lengths[r] = length + size - 1 - ends[rows[r]!]!;
  }
  const longest = heaviest(lengths, of, weights, minSupport);
  const bound = Math.min(heaviest(reach, of, weights, minSupport / 2), longest);
  return { item, of, rows, ends, begins, support, bound, longest };
}

/** The greatest value that values of that much weight reach; each is a whole number, at most the longest sequence. */
function heaviest(values: Float64Array, of: Int32Array, weights: ArrayLike<number>, weight: number): number {
  let top = -Infinity;
  for (const value of values) if (value > top) top = value;
  for (let next = top; next > -Infinity;) {
    let sum = 0, below = -Infinity;
    for (let r = 0; r < values.length; r++) {
      if (values[r]! >= next) sum += weights[of[r]!]!;
      else if (values[r]! > below) below = values[r]!;
    }
    if (sum >= weight - 1e-9) return next;
    next = below;
  }
  return -Infinity;
}

function offer(search: Search, node: Node): void {
  const { prefix, weights, best } = search;
  const outliers: [number, number][] = [];
  for (let r = 0; r < node.of.length; r++) {
    let least = Infinity;
    for (let e = node.rows[r]!; e < node.rows[r + 1]!; e++) {
      least = Math.min(least, node.ends[e]! - node.begins[e]! + 1 - prefix.length);
    }
    outliers.push([least, weights[node.of[r]!]!]);
  }
  const cohesion = prefix.length - lowerMedian(outliers);
  if (cohesion <= 0) return;
  const found = { items: Int32Array.from(prefix), support: node.support, sequences: node.of, cohesion };
  if (best && !isBetter(found, best)) return;
  if (!extendsBackward(search, node.of)) search.best = found;
}

/** Of values with weights; of two middle ones the lower. */
export function lowerMedian(values: [number, number][]): number {
  values.sort((a, b) => a[0] - b[0]);
  const half = values.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [value, weight] of values) if ((sum += weight) >= half - 1e-9) return value;
  return NaN;
}

function isBetter(a: CohesivePattern, b: CohesivePattern): boolean {
  if (a.cohesion !== b.cohesion) return a.cohesion > b.cohesion;
  const [one, other] = [a.items.length * a.support, b.items.length * b.support];
  if (one !== other) return one > other;
  if (a.items.length !== b.items.length) return a.items.length > b.items.length;
  const at = a.items.findIndex((item, k) => item !== b.items[k]);
  return at >= 0 && a.items[at]! < b.items[at]!;
}
