/** Sets of cases, a bit each: what many factors are counted and compared by. */

export type Bits = Int32Array;

export function noBits(size: number): Bits {
  return new Int32Array((size + 31) >>> 5);
}

/** The set of those that are marked. */
export function bitsOf(marks: ArrayLike<number>): Bits {
  const bits = noBits(marks.length);
  for (let i = 0; i < marks.length; i++) if (marks[i]) bits[i >>> 5]! |= 1 << (i & 31);
  return bits;
}

export function addBit(bits: Bits, i: number): void {
  bits[i >>> 5]! |= 1 << (i & 31);
}

export function hasBit(bits: Bits, i: number): number {
  return (bits[i >>> 5]! >>> (i & 31)) & 1;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let k = 0; k < bits.length; k++) count += ones(bits[k]!);
  return count;
}

/** How many are in both. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0;
  for (let k = 0; k < a.length; k++) count += ones(a[k]! & b[k]!);
  return count;
}

function ones(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
