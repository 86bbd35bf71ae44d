import { expect, test } from "vitest";
import { closedPatterns } from "../../../src/taskmining/routines/patterns.ts";
import { mostCohesivePattern } from "../../../src/taskmining/routines/routines_search.ts";
import { random } from "../../support/random.ts";

/** Fewest other items inside an occurrence, by trying every beginning. */
function tightest(sequence: Int32Array, items: Int32Array): number {
  let least = Infinity;
  for (let begin = 0; begin < sequence.length; begin++) {
    if (sequence[begin] !== items[0]) continue;
    let at = begin;
    for (let k = 1; k < items.length && at >= 0; k++) at = sequence.indexOf(items[k]!, at + 1);
    if (at >= 0) least = Math.min(least, at - begin + 1 - items.length);
  }
  return least;
}

/** Cohesion and coverage of the best of all closed patterns. */
function bestOfAll(sequences: Int32Array[], weights: number[], minSupport: number, minLength: number) {
  let best: [number, number, number] | undefined;
  for (const { items, support, sequences: holders } of closedPatterns(sequences, { minSupport, weights }).patterns) {
    if (items.length < minLength) continue;
    const outliers = [...holders].flatMap((s) => Array<number>(weights[s]!).fill(tightest(sequences[s]!, items)));
    outliers.sort((a, b) => a - b);
    const own: [number, number, number] = [
      items.length - outliers[Math.ceil(outliers.length / 2) - 1]!,
      items.length * support,
      items.length,
    ];
    if (own[0] <= 0) continue;
    if (
      !best || own[0] > best[0] ||
      (own[0] === best[0] && (own[1] > best[1] || (own[1] === best[1] && own[2] > best[2])))
    ) {
      best = own;
    }
  }
  return best;
}

test("the bounded search finds what is best among all closed patterns", () => {
  for (let seed = 1; seed <= 250; seed++) {
    const { below } = random(seed);
    const width = 2 + below(6);
    const sequences = Array.from(
      { length: 1 + below(9) },
      () => Int32Array.from({ length: 1 + below(11) }, () => below(width)),
    );
    const weights = sequences.map(() => 1 + below(3));
    const minSupport = 1 + below(5), minLength = 1 + below(3);
    const { pattern, complete } = mostCohesivePattern(sequences, { minSupport, weights, minLength, budget: Infinity });
    expect(complete).toBe(true);
    expect(pattern && [pattern.cohesion, pattern.items.length * pattern.support, pattern.items.length], `seed ${seed}`)
      .toEqual(bestOfAll(sequences, weights, minSupport, minLength));
  }
});

test("a search that is cut short says so, and has what it has found", () => {
  const { below } = random(3);
  const sequences = Array.from(
    { length: 40 },
    () =>
      Int32Array.from(
        Array.from({ length: 60 }, (_, i) => below(4) === 0 ? [] : below(4) === 0 ? [i, below(60)] : [i]).flat(),
      ),
  );
  const weights = sequences.map(() => 1);
  const { pattern, complete } = mostCohesivePattern(sequences, {
    minSupport: 4,
    weights,
    minLength: 2,
    budget: 20_000,
  });
  expect(complete).toBe(false);
  expect(pattern!.support).toBeGreaterThanOrEqual(4);
  expect(pattern!.cohesion).toBeGreaterThan(1);
});
