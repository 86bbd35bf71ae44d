import { expect, test } from "vitest";
import { traceVariants, variants } from "../../src/mining/variants.ts";
import { caseDurations } from "../../src/mining/performance/throughput.ts";
import { randomLog, tinyLog, traces } from "../support/logs.ts";

test("variants equal grouping the cases by their written-out sequence", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const log = randomLog({ seed, cases: 200, activities: 2 });
    const truth = new Map<string, number>();
    for (const { events } of traces(log)) {
      const key = JSON.stringify(events.map((event) => event.activity));
      truth.set(key, (truth.get(key) ?? 0) + 1);
    }
    const found = variants(log).objects() as { activities: string[]; cases: number; share: number }[];
    expect(found.map(({ activities, cases }) => [JSON.stringify(activities), cases])).toEqual(
      [...truth].sort(([a, n], [b, m]) => m - n || compare(JSON.parse(a), JSON.parse(b))),
    );
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  }
});

test("each case is told its variant", () => {
  const log = randomLog({ seed: 5, cases: 3000, activities: 4 });
  const { sequences, caseVariant, counts } = traceVariants(log);
  const counted = new Float64Array(sequences.length);
  caseVariant.forEach((v, c) => {
    counted[v]!++;
    expect(Array.from(log.activity.subarray(log.offsets[c], log.offsets[c + 1]))).toEqual(Array.from(sequences[v]!));
  });
  expect(counted).toEqual(counts);
});

test("median throughput of a variant is that of its cases", () => {
  const log = tinyLog("3× a b", "a b c");
  expect(variants(log).object(0)).toMatchObject({ variant: 1, cases: 3, medianSeconds: 60, cumulativeShare: 0.75 });
  expect(Array.from(caseDurations(log))).toEqual([60, 60, 60, 120]);
});

function compare(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return a.length - b.length;
}
