/** Factors from a number of each case, cut where about as many cases lie in each part. */
import type { Candidate, NumberOfCases, Search } from "./candidate.ts";
import { factorsOfCases } from "./code_factors.ts";

const PARTS = 4;
/** So few different values are taken as they are. */
const FEW_VALUES = 6;

/** Bounds are values that occur, so that they can be written exactly; each part includes its upper bound. */
export function factorsOfNumbers(numbers: NumberOfCases, kind: Candidate["kind"], search: Search): Candidate[] {
  const { values, column, known, write } = numbers;
  const sorted = sortedKnown(values);
  const about = { kind, known, column };
  const distinct = distinctUpTo(sorted, FEW_VALUES);
  if (distinct) {
    const codes = codesOf(values, (value) => distinct.indexOf(value));
    return factorsOfCases(codes, distinct.map(write), about, search);
  }
  const bounds = cutsOf(sorted, PARTS);
  const codes = codesOf(values, (value) => partOf(value, bounds));
  const names = [...bounds, Infinity].map((bound, i) =>
    i === 0
      ? `≤ ${write(bound)}`
      : i === bounds.length
      ? `> ${write(bounds[i - 1]!)}`
      : `> ${write(bounds[i - 1]!)} to ${write(bound)}`
  );
  return factorsOfCases(codes, names, about, search);
}

function codesOf(values: Float64Array, codeOf: (value: number) => number): Int32Array {
  const codes = new Int32Array(values.length);
  for (let c = 0; c < codes.length; c++) codes[c] = values[c]! === values[c]! ? codeOf(values[c]!) : -1;
  return codes;
}

/** The values that are not NaN, ascending. */
export function sortedKnown(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! === values[i]!) known[n++] = values[i]!;
  return known.subarray(0, n).sort();
}

/** Values below which about `1 / parts`, `2 / parts`, … of the sample lie; the largest value is no cut. */
export function cutsOf(sorted: Float64Array, parts: number): number[] {
  const cuts: number[] = [];
  for (let k = 1; k < parts; k++) {
    const value = sorted[Math.max(0, Math.ceil(k / parts * sorted.length) - 1)]!;
    if (value < sorted[sorted.length - 1]! && value !== cuts[cuts.length - 1]) cuts.push(value);
  }
  return cuts;
}

/** The first part whose bound a value does not exceed. */
export function partOf(value: number, bounds: readonly number[]): number {
  let low = 0, high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= bounds[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

function distinctUpTo(sorted: Float64Array, most: number): number[] | undefined {
  const values: number[] = [];
  for (const value of sorted) {
    if (value === values[values.length - 1]) continue;
    if (values.push(value) > most) return undefined;
  }
  return values;
}
