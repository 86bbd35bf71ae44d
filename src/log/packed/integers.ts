/**
 * Whole numbers in the fewest bytes, coded so that deflate finds what repeats: as offsets from the least or as differences
 * from the one before, divided by what all have in common, first all lowest bytes, then all second ones, and so on.
 */

/** How a block of numbers is coded. */
export interface IntegerCoding {
  /** How many numbers. */
  readonly length: number;
  /** Bytes of each. */
  readonly bytes: number;
  readonly base: number;
  readonly factor: number;
  readonly differences?: true;
  /** Code 0 is a missing value. */
  readonly missing?: true;
}

/** The coding of whole numbers up to 2^53, NaN where missing, and their bytes. */
export function packIntegers(values: ArrayLike<number>): { coding: IntegerCoding; block: Uint8Array } {
  const plain = coded(values, false), differences = coded(values, true);
  const { coding, codes } = differences.bits < plain.bits ? differences : plain;
  const { length, bytes } = coding;
  const block = new Uint8Array(length * bytes);
  for (let i = 0; i < length; i++) {
    let rest = codes[i]!;
    for (let plane = 0; plane < bytes; plane++) {
      block[plane * length + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  return { coding, block };
}

/** The numbers that `packIntegers` was given. */
export function unpackIntegers(coding: IntegerCoding, block: Uint8Array): Float64Array<ArrayBuffer> {
  const { length, bytes, base, factor, differences, missing } = coding;
  const values = new Float64Array(length);
  let weight = 1;
  for (let plane = 0; plane < bytes; plane++, weight *= 256) {
    const begin = plane * length;
    for (let i = 0; i < length; i++) values[i]! += block[begin + i]! * weight;
  }
  const shift = missing ? 1 : 0;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const code = values[i]! - shift;
    if (code < 0) values[i] = NaN;
    else {
      const value = code * factor + base;
      values[i] = last = differences ? last + value : value;
    }
  }
  return values;
}

interface Coded {
  readonly coding: IntegerCoding;
  readonly codes: Float64Array;
  /** What the codes would take if each took only its own bits. */
  readonly bits: number;
}

function coded(values: ArrayLike<number>, differences: boolean): Coded {
  const length = values.length;
  const codes = new Float64Array(length);
  let last = 0, base = Infinity, most = -Infinity, known = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value !== value) {
      codes[i] = NaN;
      continue;
    }
    const one = differences ? value - last : value;
    last = value;
    codes[i] = one;
    known++;
    if (one < base) base = one;
    if (one > most) most = one;
  }
  if (known === 0) base = most = 0;
  let factor = 0;
  for (let i = 0; i < length && factor !== 1; i++) {
    if (codes[i] === codes[i]) factor = commonDivisor(factor, codes[i]! - base);
  }
  factor = factor || 1;
  const shift = known < length ? 1 : 0;
  let bits = 0;
  for (let i = 0; i < length; i++) {
    const code = codes[i] === codes[i] ? (codes[i]! - base) / factor + shift : 0;
    codes[i] = code;
    bits += code < 1 ? 0 : Math.log2(code) + 1;
  }
  const largest = (most - base) / factor + shift;
  let bytes = 0;
  for (let reach = 1; reach <= largest; reach *= 256) bytes++;
  return {
    coding: {
      length,
      bytes,
      base,
      factor,
      ...(differences ? { differences: true } : {}),
      ...(shift ? { missing: true } : {}),
    },
    codes,
    bits,
  };
}

function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
