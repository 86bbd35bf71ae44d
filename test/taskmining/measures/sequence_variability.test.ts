import { expect, test } from "vitest";
import { pairwiseDissimilarity, sequenceVariability } from "../../../src/taskmining/measures/sequence_variability.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";

function work(...instances: [team: string, steps: string][]) {
  let at = 0;
  const rows = instances.flatMap(([team, text], k): InteractionRow[] =>
    [...text].map((element) => ({
      at: at++,
      user: `${team} ${k % 2}`,
      team,
      action: "click",
      element,
      segment: `s${k}`,
    }))
  );
  return taskInstances(interactionsOf(rows), { instance: "segment" });
}

test("variability of sequence by hand", () => {
  const table = sequenceVariability(work(["N", "abcd"], ["N", "abcd"], ["S", "abcd"], ["S", "abxd"], ["S", "ab"]), {
    by: "team",
    individuals: true,
  });
  const [north, south] = table.objects() as Record<string, number | string | null>[];
  expect(north).toMatchObject({
    task: null,
    team: "N",
    people: 2,
    instances: 2,
    variants: 1,
    variantsPerInstance: 0.5,
    entropyBits: 0,
    sequenceVariability: 0,
    medianSeconds: 3,
    cvSeconds: 0,
  });
  // Distances 1/4, 2/4 and 2/4 between the three.
  expect(south).toMatchObject({ team: "S", instances: 3, variants: 3, variantsPerInstance: 1 });
  expect(south!.sequenceVariability).toBeCloseTo((0.25 + 0.5 + 0.5) / 3, 12);
  expect(south!.entropyBits).toBeCloseTo(Math.log2(3), 12);
});

test("weights stand for repeated sequences", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { below } = random(seed);
    const sequences = Array.from(
      { length: 1 + below(4) },
      () => Int32Array.from({ length: 1 + below(5) }, () => below(3)),
    );
    const weights = sequences.map(() => 1 + below(3));
    const repeated = sequences.flatMap((sequence, s) => Array<Int32Array>(weights[s]!).fill(sequence));
    const direct = pairwiseDissimilarity(repeated, repeated.map(() => 1));
    const weighted = pairwiseDissimilarity(sequences, weights);
    if (repeated.length < 2) expect(weighted).toBeNaN();
    else expect(weighted).toBeCloseTo(direct, 12);
  }
});

test("large groups are sampled, the same every time, and that is said", () => {
  const { below } = random(1);
  const many = work(...Array.from({ length: 60 }, (): [string, string] => ["N", "abcdef".slice(0, 2 + below(4))]));
  const all = sequenceVariability(many), some = sequenceVariability(many, { sample: 20 });
  expect(all.about.sampledGroups).toBe(0);
  expect(some.about.sampledGroups).toBe(1);
  expect(some.about.notes.at(-1)).toContain("20 evenly spaced");
  expect(some.objects()).toEqual(sequenceVariability(many, { sample: 20 }).objects());
  expect(Math.abs(Number(all.get("sequenceVariability", 0)) - Number(some.get("sequenceVariability", 0)))).toBeLessThan(
    0.1,
  );
});

test("an unknown column is refused", () => {
  expect(() => sequenceVariability(work(["N", "ab"]), { by: "region" })).toThrow(InputError);
  expect(() => sequenceVariability(work(["N", "ab"]), { sample: 1 })).toThrow(OptionError);
});
