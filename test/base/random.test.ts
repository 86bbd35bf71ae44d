import { expect, test } from "vitest";
import {
  categorical,
  exactExp,
  exactLog,
  exponential,
  gamma,
  lognormal,
  poissonOfMean1,
  type Random,
  randomStream,
  shuffle,
  xoshiro128,
} from "../../src/base/random.ts";

function draws(count: number, draw: () => number): { mean: number; variance: number; median: number } {
  const values = Array.from({ length: count }, draw).sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, variance, median: values[count >> 1]! };
}

test("xoshiro128** is the published recurrence, worked out here in big integers", () => {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  const s = [1n, 2n, 3n, 4n];
  const next = xoshiro128(new Uint32Array([1, 2, 3, 4]));
  for (let i = 0; i < 1000; i++) {
    const expected = (rotate((s[1]! * 5n) & mask, 7n) * 9n) & mask;
    const t = (s[1]! << 9n) & mask;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11n);
    expect(next()).toBe(Number(expected));
  }
});

test("the first words of xoshiro128** from the state 1, 2, 3, 4 are the published ones", () => {
  const next = xoshiro128(new Uint32Array([1, 2, 3, 4]));
  expect([next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200]);
});

test("streams repeat, and differ by seed and by label", () => {
  const ten = (random: Random) => Array.from({ length: 10 }, random);
  expect(ten(randomStream(1, "a", 2))).toEqual(ten(randomStream(1, "a", 2)));
  for (
    const other of [randomStream(2, "a", 2), randomStream(1, "b", 2), randomStream(1, "a", 3), randomStream(1, "a2")]
  ) {
    expect(ten(randomStream(1, "a", 2))).not.toEqual(ten(other));
  }
});

test("all orders come as often, of lists and of typed arrays", () => {
  const random = randomStream(4, "orders");
  const times = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const order = (i % 2 === 0 ? shuffle(random, [1, 2, 3]) : shuffle(random, Int32Array.of(1, 2, 3))).join("");
    times.set(order, (times.get(order) ?? 0) + 1);
  }
  expect([...times.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
  for (const n of times.values()) expect(Math.abs(n - 2000)).toBeLessThan(5 * Math.sqrt(2000));
});

test("a Poisson of mean 1 has a variance of 1, and is 0 as often as 1", () => {
  const random = randomStream(5, "poisson");
  const { mean, variance } = draws(100_000, () => poissonOfMean1(random));
  expect(mean).toBeCloseTo(1, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect([poissonOfMean1(() => 0), poissonOfMean1(() => 0.3678), poissonOfMean1(() => 0.3679)]).toEqual([0, 0, 1]);
});

test("uniform draws lie in [0, 1) and fill it evenly", () => {
  const random = randomStream(3, "uniform");
  const bins = new Array<number>(20).fill(0);
  const beyond: number[] = [];
  for (let i = 0; i < 100_000; i++) {
    const u = random();
    if (!(u >= 0 && u < 1)) beyond.push(u);
    bins[Math.floor(u * 20)]!++;
  }
  expect(beyond).toEqual([]);
  const chiSquare = bins.reduce((sum, n) => sum + (n - 5000) ** 2 / 5000, 0);
  expect(chiSquare).toBeLessThan(43.8); // 0.999 quantile at 19 degrees of freedom
});

test("logarithm and exponential agree with the engine's to 14 digits", () => {
  const random = randomStream(4, "logs");
  const wrong: number[] = [];
  for (let i = 0; i < 20_000; i++) {
    const x = 10 ** (random() * 20 - 10);
    if (!(Math.abs(exactLog(x) - Math.log(x)) <= 4e-15 * Math.max(1, Math.abs(Math.log(x))))) wrong.push(x);
    const y = random() * 40 - 20;
    if (!(Math.abs(exactExp(y) / Math.exp(y) - 1) < 1e-14)) wrong.push(y);
  }
  expect(wrong).toEqual([]);
  expect(exactLog(1)).toBe(0);
  expect(exactExp(0)).toBe(1);
});

test("distributions have their mean, variance and median", () => {
  const random = randomStream(5, "distributions");
  const n = 100_000;
  const e = draws(n, () => exponential(random, 3));
  expect(e.mean).toBeCloseTo(3, 1);
  expect(e.median).toBeCloseTo(3 * Math.LN2, 1);
  const l = draws(n, () => lognormal(random, 5, 0.4));
  expect(l.median).toBeCloseTo(5, 1);
  expect(l.mean).toBeCloseTo(5 * Math.exp(0.08), 1);
  for (const shape of [0.5, 1, 2.5, 9]) {
    const g = draws(n, () => gamma(random, shape, 2));
    expect(Math.abs(g.mean / (shape * 2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(g.variance / (shape * 4) - 1)).toBeLessThan(0.06);
  }
});

test("categories come in proportion to their weights, and never with weight 0", () => {
  const random = randomStream(6, "categories");
  const counts = { a: 0, b: 0, none: 0 };
  for (let i = 0; i < 40_000; i++) counts[categorical(random, { a: 3, none: 0, b: 1 })]++;
  expect(counts.none).toBe(0);
  expect(counts.a / 40_000).toBeCloseTo(0.75, 1.7);
});
