/**
 * Suppression of figures about few people, and of as many others as it takes that no one can compute them back.
 *
 * Primary and complementary cell suppression after Willenborg and de Waal, "Elements of Statistical Disclosure Control"
 * (2001), chapters 4 and 6. What is shown is a set of equations (a margin is the sum of its cells); a suppressed cell is
 * safe if no combination of them gives its value alone, nor that of several that together are too few people.
 */
import { OptionError } from "../base/errors.ts";

/** A row of figures about a group of people. */
export interface PeopleGroup {
  /** What the group is by each column that makes the groups. */
  readonly values: readonly (string | null)[];
  /** Codes of the people in it, each once. */
  readonly people: readonly number[];
  /** What its figures rest on, such as task instances: the least are given up first. @default 0 */
  readonly size?: number;
}

export interface SuppressionOptions {
  /** Fewest people whose figures are shown. @default 5 */
  readonly k?: number;
  /**
   * People in the whole recording. A group of everyone tells no more than the total: where the recording has fewer than
   * `k` people, so many are enough. @default those of all groups
   */
  readonly people?: number;
}

/** Fewest people whose figures are shown, of a recording of so many. */
export function fewestPeople(k: number, people: number): number {
  if (!(Number.isInteger(k) && k >= 1)) {
    throw new OptionError(`Expected k to be a whole number of people, 1 or more, but found ${k}`);
  }
  return Math.max(1, Math.min(k, people));
}

/**
 * Which groups are not to be shown: 1 for those of fewer than `k` people, and for the next smallest that keep them from
 * being computed back from the totals over each column, over several of them, and over all.
 *
 * Groups of one column are safe against the total; those of several columns also against the tables by fewer of these
 * columns, as `handleTimes` shows them, unless those tell a group between them already: where all that one team did was
 * one task, the others' part of that task is the difference of two totals that may both be shown. Of groups of equally
 * many people that of the least `size` is given up, then the first by its values; the order of groups and of columns
 * does not matter.
 *
 * @example
 * ```ts
 * import { suppressSmallGroups } from "tracebook";
 * const team = (name: string, ...people: number[]) => ({ values: [name], people });
 * suppressSmallGroups([team("A", 1, 2, 3, 4), team("B", 5, 6, 7, 8, 9), team("C", 10, 11, 12, 13, 14, 15)]); // 1, 1, 0
 * ```
 * @throws OptionError if `k` is no whole number above 0.
 */
export function suppressSmallGroups(groups: readonly PeopleGroup[], options: SuppressionOptions = {}): Uint8Array {
  const everyone = new Set(groups.flatMap(({ people }) => people)).size;
  const least = fewestPeople(options.k ?? 5, options.people ?? everyone);
  const width = groups[0]?.values.length ?? 0;
  if (width === 0) return Uint8Array.from(groups, ({ people }) => people.length < least ? 1 : 0);
  return suppressOrdered(groups, least, width);
}

function suppressOrdered(groups: readonly PeopleGroup[], least: number, width: number): Uint8Array {
  const { order, ordered } = inOneOrder(groups, width);
  const hidden = suppressTable(ordered, least, Array.from({ length: width }, (_, c) => c));
  const result = new Uint8Array(groups.length);
  order.forEach((i, place) => result[i] = hidden[place]!);
  return result;
}

/**
 * Columns by the values that they hold, groups by theirs: whoever asks for the same groups in another order gets the
 * same answer, for two different ones would say more between them than either may.
 */
function inOneOrder(groups: readonly PeopleGroup[], width: number) {
  const holds = Array.from(
    { length: width },
    (_, c) => JSON.stringify([...new Set(groups.map(({ values }) => JSON.stringify(values[c]!)))].sort()),
  );
  const columns = [...holds.keys()].sort((a, b) => compare(holds[a]!, holds[b]!) || a - b);
  const keys = groups.map(({ values }) => JSON.stringify(columns.map((c) => values[c]!)));
  const order = [...groups.keys()].sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  const ordered = order.map((i) => ({ ...groups[i]!, values: columns.map((c) => groups[i]!.values[c]!) }));
  return { order, ordered };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cell of one of the tables: the groups by some of the columns. */
interface Cell {
  readonly people: ReadonlySet<number>;
  /** Groups (indices) that it sums up. */
  readonly parts: readonly number[];
  readonly suppressed: boolean;
}

function suppressTable(groups: readonly PeopleGroup[], least: number, columns: readonly number[]): Uint8Array {
  const hidden = Uint8Array.from(groups, ({ people }) => people.length < least ? 1 : 0);
  const margins = subsets(columns).flatMap((kept) => marginCells(groups, least, kept));
  if (!hidden.includes(1) && !margins.some(({ suppressed }) => suppressed)) return hidden;
  // What a shown table says by itself is not hidden by leaving it out of this one.
  const told = new Set(margins.flatMap(({ parts, suppressed }) => suppressed || parts.length > 1 ? [] : parts));
  const order = groups.map(({ people, size = 0 }, i) => ({ i, n: people.length, size }))
    .sort((a, b) => Number(told.has(a.i)) - Number(told.has(b.i)) || a.n - b.n || a.size - b.size || a.i - b.i);
  const toldBefore = sumsTold(margins, groups.length);
  for (;;) {
    const leak = firstLeak(groups, margins, hidden, least, toldBefore);
    if (!leak) return hidden;
    const open = order.filter(({ i }) => hidden[i] === 0);
    const next = open.find(({ i }) => leak.has(i) && !told.has(i)) ?? open[0];
    if (!next) return hidden;
    hidden[next.i] = 1;
  }
}

/** The tables by fewer columns, each suppressed as it is where it is shown alone. */
function marginCells(groups: readonly PeopleGroup[], least: number, kept: readonly number[]): Cell[] {
  const byKey = new Map<string, { values: (string | null)[]; people: Set<number>; parts: number[]; size: number }>();
  groups.forEach(({ values, people, size = 0 }, i) => {
    const own = kept.map((c) => values[c]!);
    const key = JSON.stringify(own);
    let cell = byKey.get(key);
    if (!cell) byKey.set(key, cell = { values: own, people: new Set(), parts: [], size: 0 });
    cell.size += size;
    for (const person of people) cell.people.add(person);
    cell.parts.push(i);
  });
  const cells = [...byKey.values()];
  const asGroups = cells.map(({ values, people, size }) => ({ values, people: [...people], size }));
  const hidden = kept.length === 0 ? new Uint8Array(1) : suppressOrdered(asGroups, least, kept.length);
  return cells.map(({ people, parts }, i) => ({ people, parts, suppressed: hidden[i] === 1 }));
}

/**
 * Groups out of which one more has to be suppressed: those around something that can be computed though it is hidden.
 * Undefined where nothing can.
 */
function firstLeak(
  groups: readonly PeopleGroup[],
  margins: readonly Cell[],
  hidden: Uint8Array,
  least: number,
  toldBefore: (parts: readonly number[]) => boolean,
): Set<number> | undefined {
  const unknown = [...hidden.keys()].filter((i) => hidden[i] === 1);
  const place = new Map(unknown.map((i, c) => [i, c]));
  // A margin that is shown: the sum of its hidden parts is known, for the others are.
  const sums = margins.filter(({ suppressed }) => !suppressed).map(({ parts }) => parts.filter((i) => hidden[i] === 1));
  const around = (parts: Iterable<number>) => {
    const chosen = new Set(parts);
    const near = new Set(chosen);
    for (const { parts, suppressed } of margins) {
      if (!suppressed && parts.some((i) => chosen.has(i))) parts.forEach((i) => near.add(i));
    }
    return near;
  };
  for (const parts of sums) {
    if (parts.length > 0 && tooFew(groups, parts, least) && !toldBefore(parts)) return around(parts);
  }
  const basis = reduced(sums.map((parts) => parts.map((i) => place.get(i)!)), unknown.length);

  // Sums that can be read off: of one cell, or of cells of too few people together.
  for (const row of basis) {
    const terms = [...row.entries()].filter(([, weight]) => weight !== 0);
    const parts = terms.map(([c]) => unknown[c]!);
    const isSum = terms.every(([, weight]) => Math.abs(weight - terms[0]![1]) < 1e-9);
    if (isSum && tooFew(groups, parts, least) && !toldBefore(parts)) return around(parts);
  }
  // Margins that are hidden: their sum must not follow from what is shown.
  for (const { parts, suppressed } of margins) {
    if (!suppressed) continue;
    const sum = new Float64Array(unknown.length);
    for (const i of parts) if (hidden[i] === 1) sum[place.get(i)!] = 1;
    if (follows(basis, sum) && !toldBefore(parts)) return around(parts);
  }
  return undefined;
}

/** Whether tables by fewer columns tell a sum of groups between them, whatever this one hides. */
function sumsTold(margins: readonly Cell[], width: number): (parts: readonly number[]) => boolean {
  const basis = reduced(margins.filter(({ suppressed }) => !suppressed).map(({ parts }) => parts), width);
  return (parts) => {
    const sum = new Float64Array(width);
    for (const i of parts) sum[i] = 1;
    return follows(basis, sum);
  };
}

/** A sum of one hidden group, or of several that are fewer people together than may be shown. */
function tooFew(groups: readonly PeopleGroup[], parts: readonly number[], least: number): boolean {
  if (parts.length === 1) return true;
  const people = new Set<number>();
  for (const i of parts) {
    for (const person of groups[i]!.people) people.add(person);
    if (people.size >= least) return false;
  }
  return true;
}

/** Reduced row echelon form of sums, each given by the places of its terms. */
function reduced(sums: readonly (readonly number[])[], width: number): Float64Array[] {
  const rows = distinct(sums).map((places) => {
    const row = new Float64Array(width);
    for (const c of places) row[c] = 1;
    return row;
  });
  let rank = 0;
  for (let c = 0; c < width && rank < rows.length; c++) {
    let pivot = rank;
    for (let r = rank + 1; r < rows.length; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    if (Math.abs(rows[pivot]![c]!) < 1e-9) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const own = rows[rank]!, weight = own[c]!;
    for (let k = 0; k < width; k++) own[k] = own[k]! / weight;
    for (let r = 0; r < rows.length; r++) if (r !== rank) subtract(rows[r]!, own, rows[r]![c]!);
    rank++;
  }
  return rows.slice(0, rank);
}

function distinct(sums: readonly (readonly number[])[]): (readonly number[])[] {
  const seen = new Map(sums.filter((places) => places.length > 0).map((places) => [places.join(), places]));
  return [...seen.values()];
}

function subtract(row: Float64Array, other: Float64Array, times: number): void {
  if (times === 0) return;
  for (let k = 0; k < row.length; k++) {
    const left = row[k]! - times * other[k]!;
    row[k] = Math.abs(left) < 1e-9 ? 0 : left;
  }
}

/** Whether a sum is a combination of those that are known; also where nothing of it is unknown. */
function follows(basis: readonly Float64Array[], sum: Float64Array): boolean {
  const left = sum.slice();
  for (const row of basis) {
    const pivot = row.findIndex((weight) => weight !== 0);
    subtract(left, row, left[pivot]!);
  }
  return left.every((weight) => weight === 0);
}

/** All sets of fewer columns, the empty one first. */
function subsets(columns: readonly number[]): number[][] {
  const sets: number[][] = [];
  for (let bits = 0; bits < 2 ** columns.length - 1; bits++) sets.push(columns.filter((_, i) => bits >> i & 1));
  return sets.sort((a, b) => a.length - b.length);
}
