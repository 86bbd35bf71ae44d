import { expect, test } from "vitest";
import { checkFootprints, compareFootprints } from "../../../src/mining/rules/footprints.ts";
import { discoverFootprints } from "../../../src/mining/discovery/footprints.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { Footprints } from "../../../src/models/footprints.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";

test("cells that differ, of all cells, as the textbook counts them", () => {
  // Van der Aalst 2016, section 8.4, has 12 of 64 for its example; here 4 of 9, by hand.
  const log = discoverFootprints(tinyLog("a b c", "a c b"));
  const model = discoverFootprints(tinyLog("a b c"));
  const comparison = compareFootprints(log, model);
  expect(comparison.differences.objects()).toEqual([
    { from: "a", to: "c", first: "→", second: "#" },
    { from: "b", to: "c", first: "∥", second: "→" },
    { from: "c", to: "a", first: "←", second: "#" },
    { from: "c", to: "b", first: "∥", second: "←" },
  ]);
  expect(comparison.conformance).toBeCloseTo(1 - 4 / 9, 12);
  // Steps of the log: start a, ab, ac, bc, cb, b end, c end; of the model: start a, ab, bc, c end.
  expect(comparison.fitness).toBeCloseTo(4 / 7, 12);
  expect(comparison.precision).toBe(1);
  expect(String(comparison)).toBe(
    [
      "Footprints: conformance 0.5556, fitness 0.5714, precision 1.0000",
      "ends: b, c : c",
      "        1   2   3",
      "  1 a   #   → →:#",
      "  2 b   ←   # ∥:→",
      "  3 c ←:# ∥:←   #",
    ].join("\n"),
  );
});

test("equal footprints conform, exchanged ones exchange fitness and precision", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const some = discoverFootprints(randomLog({ seed, cases: 3 }));
    const others = discoverFootprints(randomLog({ seed: seed + 50, cases: 3 }));
    expect(compareFootprints(some, some)).toMatchObject({ conformance: 1, fitness: 1, precision: 1 });
    const forth = compareFootprints(some, others), back = compareFootprints(others, some);
    expect([forth.conformance, forth.fitness, forth.precision]).toEqual([
      back.conformance,
      back.precision,
      back.fitness,
    ]);
    expect(forth.conformance).toBeCloseTo(1 - forth.differences.numRows() / forth.activities.length ** 2, 12);
  }
});

test("forbidden steps of each case are those that the footprints do not have", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const model = discoverFootprints(randomLog({ seed, cases: 4, activities: 5 }));
    const log = randomLog({ seed: seed + 500, cases: 10 });
    const expected = traces(log).flatMap(({ id, events }) => {
      const names = [null, ...events.map(({ activity }) => activity), null];
      return names.slice(1).flatMap((to, i) => {
        const from = names[i]!;
        const allowed = from === null
          ? model.starts.includes(to!)
          : to === null
          ? model.ends.includes(from)
          : model.has(from) && model.has(to) && model.mayFollow(from, to);
        return allowed ? [] : [{ case: id, from, to, position: i + 1 }];
      });
    });
    const check = checkFootprints(log, model);
    expect(check.deviations.objects()).toEqual(expected);
    expect(check.logFitness).toBeCloseTo(1 - expected.length / (log.events + log.cases), 12);
    expect(checkFootprints(log, discoverFootprints(log))).toMatchObject({ logFitness: 1, fittingShare: 1 });
    expect(checkFootprints(traceVariants(log), model)).toMatchObject({ ...check });
  }
});

test("a check says which steps are forbidden most; a model of another process is an error", () => {
  const model = new Footprints({ activities: ["a", "b"], follows: [["a", "b"]], starts: ["a"], ends: ["b"] });
  const check = checkFootprints(tinyLog("2× a b", "b b"), model);
  expect(String(check)).toBe(
    "Footprints: 3 cases: fitness 0.7778, 66.7 % of the cases take allowed steps only\n" +
      "  b → b: 1 time\n  start → b: 1 time",
  );
  expect(check.perCase.array("fitness")).toEqual([1, 1, 1 - 2 / 3]);
  expect(() => checkFootprints(tinyLog("x"), model)).toThrow("no activity in common");
});
