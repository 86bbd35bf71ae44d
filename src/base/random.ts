/**
 * Random numbers from a seed, the same on every machine.
 *
 * Generator: xoshiro128**, Blackman & Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021.
 * Seeding: the 32-bit finaliser of MurmurHash3 over a Weyl sequence, as in SplitMix (Steele, Lea & Flood, OOPSLA 2014).
 * Gamma: Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3), 2000.
 * Normal: the polar method, Marsaglia & Bray, SIAM Review 6(3), 1964.
 *
 * ECMAScript leaves the last bits of `Math.log` and `Math.exp` to the engine; addition, multiplication, division and
 * square roots are exact everywhere. Logarithms and exponentials are therefore computed here from these alone.
 */

/** Draws from 0 (inclusive) to 1 (exclusive), with 53 random bits. */
export type Random = () => number;

/**
 * A stream of random numbers of its own for each seed and list of labels.
 *
 * Give every independent part of a simulation its own labels: then a draw more in one part changes no other part.
 */
export function randomStream(seed: number, ...labels: (string | number)[]): Random {
  let hash = mix(seed >>> 0);
  for (const label of labels) {
    for (const unit of `${label}\u0000`) hash = mix(hash ^ unit.codePointAt(0)!);
  }
  const words = new Uint32Array(4);
  for (let i = 0; i < 4; i++) words[i] = mix(hash = (hash + 0x9e3779b9) >>> 0);
  const next = xoshiro128(words);
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** xoshiro128**: unsigned 32-bit words from a state of four words, not all zero. */
export function xoshiro128(state: Uint32Array): () => number {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mix(word: number): number {
  let z = word >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function uniformInteger(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the items, each equally likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

/** One of the keys, in proportion to its weight. Weights are not negative, and not all zero. */
export function categorical<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
  return entries.findLast(([, weight]) => weight > 0)![0];
}

/** Brings a list itself into an order of which all are equally likely (Fisher & Yates), and gives it back. */
export function shuffle<L extends unknown[] | Int32Array>(random: Random, list: L): L {
  const items: { [index: number]: unknown } = list;
  for (let i = list.length - 1; i > 0; i--) {
    const j = uniformInteger(random, 0, i);
    [items[i], items[j]] = [items[j], items[i]];
  }
  return list;
}

/** Poisson of mean 1 from one uniform number, by its distribution function: a weight of the Poisson bootstrap. */
export function poissonOfMean1(random: Random): number {
  const u = random();
  let k = 0, probability = 0.36787944117144233, sum = probability;
  while (u >= sum && k < 20) {
    probability /= ++k;
    sum += probability;
  }
  return k;
}

/** Exponential with the given mean. */
export function exponential(random: Random, mean: number): number {
  return -mean * exactLog(1 - random());
}

/** Standard normal. */
export function normal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt(-2 * exactLog(s) / s);
  }
}

/** Lognormal with the given median; `sigma` is the standard deviation of the logarithm. */
export function lognormal(random: Random, median: number, sigma: number): number {
  return median * exactExp(sigma * normal(random));
}

/** Gamma with mean `shape * scale`. */
export function gamma(random: Random, shape: number, scale: number): number {
  if (shape < 1) {
    const boost = exactExp(exactLog(1 - random()) / shape);
    return gamma(random, shape + 1, scale) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
    if (v <= 0) continue;
    if (exactLog(1 - random()) < 0.5 * x * x + d - d * v + d * exactLog(v)) return d * v * scale;
  }
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Natural logarithm of a positive number, within 2 units in the last place. */
export function exactLog(x: number): number {
  let m = x;
  let e = 0;
  while (m > 1.4142135623730951) (m /= 2, e++);
  while (m < 0.7071067811865476) (m *= 2, e--);
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = (sum + 1 / k) * z;
  return e * LN2_HIGH + (2 * s * (1 + sum) + e * LN2_LOW);
}

/** e to the power of x, within 2 units in the last place for |x| < 700. */
export function exactExp(x: number): number {
  const k = Math.round(x / 0.6931471805599453);
  const r = (x - k * LN2_HIGH) - k * LN2_LOW;
  let sum = 1;
  for (let i = 16; i >= 1; i--) sum = 1 + r * sum / i;
  for (let i = 0; i < k; i++) sum *= 2;
  for (let i = 0; i > k; i--) sum /= 2;
  return sum;
}
