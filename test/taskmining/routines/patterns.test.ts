import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { closedPatterns } from "../../../src/taskmining/routines/patterns.ts";
import { random } from "../../support/random.ts";

const letters = (text: string) => Int32Array.from(text, (letter) => letter.charCodeAt(0) - 65);
const spelled = (items: Int32Array) => [...items].map((item) => String.fromCharCode(item + 65)).join("");

/** Pattern and support of every closed frequent pattern, by listing all subsequences. */
function bruteForce(sequences: readonly string[], minSupport: number, weights = sequences.map(() => 1)) {
  const supports = new Map<string, number>();
  sequences.forEach((sequence, s) => {
    const own = new Set<string>();
    for (let mask = 1; mask < 1 << sequence.length; mask++) {
      own.add([...sequence].filter((_, i) => mask & (1 << i)).join(""));
    }
    for (const one of own) supports.set(one, (supports.get(one) ?? 0) + weights[s]!);
  });
  const holds = (long: string, short: string) => {
    let at = 0;
    for (const letter of long) if (letter === short[at]) at++;
    return at === short.length;
  };
  const frequent = [...supports].filter(([, support]) => support >= minSupport);
  return frequent.filter(([pattern, support]) =>
    !frequent.some(([other, same]) => same === support && other.length > pattern.length && holds(other, pattern))
  ).map(([pattern, support]) => `${pattern} ${support}`).sort();
}

test("the example of the BIDE paper", () => {
  const found = closedPatterns(["CAABC", "ABCB", "CABC", "ABBCA"].map(letters), { minSupport: 2 });
  expect(found.complete).toBe(true);
  expect(found.patterns.map(({ items, support }) => `${spelled(items)}:${support}`).sort())
    .toEqual(["AA:2", "ABB:2", "ABC:4", "CA:3", "CABC:2", "CB:3"]);
});

test("closed patterns are those that listing all subsequences finds", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const { below } = random(seed);
    const width = 2 + below(4);
    const sequences = Array.from(
      { length: 1 + below(6) },
      () => Array.from({ length: below(9) }, () => String.fromCharCode(65 + below(width))).join(""),
    );
    const weights = sequences.map(() => 1 + below(3));
    const minSupport = 1 + below(4);
    const { patterns } = closedPatterns(sequences.map(letters), { minSupport, weights });
    expect(patterns.map(({ items, support }) => `${spelled(items)} ${support}`).sort(), `seed ${seed}`)
      .toEqual(bruteForce(sequences, minSupport, weights));
    for (const { sequences: holders, support } of patterns) {
      expect(holders.reduce((sum, s) => sum + weights[s]!, 0)).toBe(support);
    }
  }
});

test("a search whose budget runs out says so", () => {
  const sequences = Array.from(
    { length: 8 },
    (_, s) => Int32Array.from({ length: 30 }, (_, i) => (i * 7 + s * i) % 11),
  );
  expect(closedPatterns(sequences, { minSupport: 2, budget: 5000 }).complete).toBe(false);
});

test("a support of nothing is refused", () => {
  expect(() => closedPatterns([], { minSupport: 0 })).toThrow(OptionError);
  expect(closedPatterns([], { minSupport: 1 }).patterns).toEqual([]);
});
