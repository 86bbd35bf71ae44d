import { describe, expect, test } from "vitest";
import { InputError } from "../../../../src/base/errors.ts";
import { discoverAlpha } from "../../../../src/mining/discovery/alpha/alpha.ts";
import { discoverAlphaPlus } from "../../../../src/mining/discovery/alpha/alpha_plus.ts";
import { traceVariants } from "../../../../src/mining/variants.ts";
import { randomLog, tinyLog, traces } from "../../../support/logs.ts";
import { random } from "../../../support/random.ts";
import { placesOf } from "../net_places.ts";

describe("alpha+", () => {
  test("a loop of one activity", () => {
    expect(placesOf(discoverAlphaPlus(tinyLog("a c", "a b c", "a b b c")))).toEqual(
      ["a b → b c", " → a", "c → "].sort(),
    );
  });

  test("a loop of two activities, which alpha takes for concurrency", () => {
    const log = tinyLog("a b c d", "a b c b c d", "a b c b c b c d", "a c b c d");
    expect(placesOf(discoverAlphaPlus(log))).not.toEqual(placesOf(discoverAlpha(log)));
    // Loop body b, redo c: a, then b (c b)*, then d.
    expect(placesOf(discoverAlphaPlus(tinyLog("a b d", "a b c b d", "a b c b c b d")))).toEqual(
      [" → a", "a c → b", "b → c d", "d → "].sort(),
    );
  });

  test("two loops of one at one place, one concurrent with another branch", () => {
    expect(placesOf(discoverAlphaPlus(tinyLog("a x x y y b", "a y x b", "a b", "a x b", "a y b")))).toEqual(
      [" → a", "a x y → b x y", "b → "].sort(),
    );
    // p and (q with a loop l between q and r) are concurrent.
    const net = discoverAlphaPlus(
      tinyLog("s p q l l r e", "s q p l r e", "s q l p r e", "s q l l r p e", "s q r p e", "s p q r e", "s q p r e"),
    );
    expect(placesOf(net)).toContain("l q → l r");
  });

  test("equals alpha where nothing turns back at once", () => {
    let compared = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const log = randomLog({ seed, cases: 1 + seed % 4, activities: 4 + seed % 5 });
      const turns = traces(log).some(({ events }) =>
        events.some(({ activity }, i) => activity === events[i + 1]?.activity || activity === events[i + 2]?.activity)
      );
      if (turns) continue;
      compared++;
      expect(placesOf(discoverAlphaPlus(log))).toEqual(placesOf(discoverAlpha(log)));
    }
    expect(compared).toBeGreaterThan(30);
  });

  test("cases that begin or end with a loop of one get silent steps around them", () => {
    const net = discoverAlphaPlus(tinyLog("a b", "a a b"));
    expect(placesOf(net)).toEqual(["a τ → a b", "b → τ", " → τ", "τ → "].sort());
    expect(placesOf(discoverAlphaPlus(tinyLog("a a")))).toEqual(["a τ → a τ", " → τ", "τ → "].sort());
  });

  test("an activity that may happen at any time has no place", () => {
    // l comes before and after both a and b.
    const net = discoverAlphaPlus(tinyLog("s a l l b e", "s l a b e", "s a b l e"));
    expect(net.transitions.map(({ label }) => label)).toContain("l");
    expect(net.places.length).toBeGreaterThan(2);
  });

  test("neither order nor number of cases matters; no events are refused", () => {
    const { shuffled } = random(3);
    for (let seed = 1; seed <= 20; seed++) {
      const { activities, sequences, counts } = traceVariants(randomLog({ seed, cases: 10, activities: 4 }));
      const net = discoverAlphaPlus({ activities, sequences, counts });
      expect(discoverAlphaPlus({ activities, sequences: shuffled(sequences), counts: counts.map(() => 7) })).toEqual(
        net,
      );
      expect(net.transitions.map(({ label }) => label).filter((label) => label !== undefined).sort()).toEqual(
        activities,
      );
    }
    expect(() => discoverAlphaPlus({ activities: [], sequences: [], counts: new Float64Array() })).toThrow(InputError);
  });
});
