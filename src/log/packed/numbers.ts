/** Numbers of any kind as whole ones where a power of ten makes them whole, else as they are. */
import { type IntegerCoding, packIntegers, unpackIntegers } from "./integers.ts";

export type NumberCoding =
  | { readonly kind: "whole"; readonly times: number; readonly integers: IntegerCoding }
  | { readonly kind: "float"; readonly length: number };

/** Exact: `unpackNumbers` gives the same values, bit for bit but for the sign of a zero. */
export function packNumbers(values: Float64Array): { coding: NumberCoding; block: Uint8Array } {
  for (const times of [1, 10, 100, 1000, 1_000_000]) {
    const whole = wholeTimes(values, times);
    if (!whole) continue;
    const { coding, block } = packIntegers(whole);
    return { coding: { kind: "whole", times, integers: coding }, block };
  }
  return { coding: { kind: "float", length: values.length }, block: planes(values) };
}

export function unpackNumbers(coding: NumberCoding, block: Uint8Array): Float64Array<ArrayBuffer> {
  if (coding.kind === "float") return fromPlanes(block, coding.length);
  const values = unpackIntegers(coding.integers, block);
  if (coding.times !== 1) { for (let i = 0; i < values.length; i++) values[i]! /= coding.times; }
  return values;
}

/** Differences of numbers past this would not be exact. */
const mostExact = 2 ** 51;

function wholeTimes(values: Float64Array, times: number): Float64Array | undefined {
  const whole = times === 1 ? values : new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== value) {
      whole[i] = NaN;
      continue;
    }
    const rounded = Math.round(value * times);
    if (!(Math.abs(rounded) < mostExact) || rounded / times !== value) return undefined;
    if (times !== 1) whole[i] = rounded;
  }
  return whole;
}

function planes(values: Float64Array): Uint8Array {
  const length = values.length;
  const bytes = new DataView(new ArrayBuffer(8));
  const block = new Uint8Array(length * 8);
  for (let i = 0; i < length; i++) {
    bytes.setFloat64(0, values[i]!, true);
    for (let plane = 0; plane < 8; plane++) block[plane * length + i] = bytes.getUint8(plane);
  }
  return block;
}

function fromPlanes(block: Uint8Array, length: number): Float64Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(length * 8));
  for (let i = 0; i < length; i++) {
    for (let plane = 0; plane < 8; plane++) bytes.setUint8(i * 8 + plane, block[plane * length + i]!);
  }
  return Float64Array.from({ length }, (_, i) => bytes.getFloat64(i * 8, true));
}
