import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../../src/base/errors.ts";
import { readLog } from "../../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../../src/mining/directly_follows.ts";
import { discoverAlpha } from "../../../../src/mining/discovery/alpha/alpha.ts";
import { traceVariants } from "../../../../src/mining/variants.ts";
import type { PetriNet } from "../../../../src/models/petri_net.ts";
import { random } from "../../../support/random.ts";
import { randomLog, tinyLog, traces } from "../../../support/logs.ts";
import { reference, REFERENCE_FILES } from "../../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";
import { placesOf } from "../net_places.ts";

function labelsOf(net: PetriNet): string[] {
  return net.transitions.map(({ label }) => label ?? "τ").sort();
}

describe("alpha on logs of the paper", () => {
  test("L1: a choice between e and the concurrent b and c", () => {
    const net = discoverAlpha(tinyLog("3× a b c d", "2× a c b d", "a e d"));
    expect(placesOf(net)).toEqual([" → a", "a → b e", "a → c e", "b e → d", "c e → d", "d → "].sort());
    expect([...net.initial]).toEqual([["source", 1]]);
    expect([...net.final]).toEqual([["sink", 1]]);
  });

  test("a place with several activities on both sides", () => {
    // Process Mining, 2nd ed., figure 6.4: L5.
    const net = discoverAlpha(
      tinyLog("2× a b e f", "3× a b e c d b f", "2× a b c e d b f", "4× a b c d e b f", "3× a e b c d b f"),
    );
    expect(placesOf(net)).toEqual(
      [" → a", "a → e", "a d → b", "b → c f", "c → d", "e → f", "f → "].sort(),
    );
  });

  test("one activity", () => {
    expect(placesOf(discoverAlpha(tinyLog("a")))).toEqual([" → a", "a → "]);
  });

  test("an activity that follows itself belongs to no place but source and sink", () => {
    expect(placesOf(discoverAlpha(tinyLog("a b b c")))).toEqual([" → a", "c → "]);
  });
});

describe("alpha", () => {
  test("equals the definition, tried out on every pair of sets", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const log = randomLog({ seed, cases: 2 + seed % 9, activities: 2 + seed % 5 });
      expect(placesOf(discoverAlpha(log)), `seed ${seed}`).toEqual(
        placesByDefinition(traces(log).map(({ events }) => events.map(({ activity }) => activity))),
      );
    }
  });

  test("needs only the graph, and neither the order of cases nor how many there are", () => {
    const { shuffled } = random(5);
    for (let seed = 1; seed <= 20; seed++) {
      const log = randomLog({ seed, cases: 12 });
      const net = discoverAlpha(log);
      expect(discoverAlpha(directlyFollows(log))).toEqual(net);
      const { activities, sequences, counts } = traceVariants(log);
      const order = shuffled(sequences.map((_, v) => v));
      expect(
        discoverAlpha({ activities, sequences: order.map((v) => sequences[v]!), counts: counts.map((c) => c * 3) }),
      )
        .toEqual(net);
    }
  });

  test("is not held up by many activities", () => {
    // 15 pairs of choices in sequence and 300 activities that never meet: 2 → 2 places only.
    const { sequences, activities } = traceVariants(
      tinyLog(
        ...Array.from(
          { length: 40 },
          (_, k) =>
            Array.from({ length: 15 }, (_, i) => `s${String(i).padStart(2, "0")}${(k + i * (k % 3)) % 2 ? "x" : "y"}`)
              .join(" "),
        ),
      ),
    );
    const net = discoverAlpha({ activities, sequences, counts: new Float64Array(sequences.length).fill(1) });
    expect(net.places.length).toBe(16);
    const alone = Array.from({ length: 300 }, (_, i) => `only ${String(i).padStart(3, "0")}`.replace(" ", "-"));
    expect(discoverAlpha(tinyLog(...alone)).places.length).toBe(2);
  });

  test("traces without events say nothing; a log without events is refused", () => {
    const counts = Float64Array.of(1, 4);
    expect(placesOf(discoverAlpha({ activities: ["a"], sequences: [Int32Array.of(0), new Int32Array()], counts })))
      .toEqual([" → a", "a → "]);
    expect(() => discoverAlpha({ activities: [], sequences: [], counts: new Float64Array() })).toThrow(InputError);
    expect(() => discoverAlpha({ activities: ["a"], sequences: [new Int32Array()], counts: Float64Array.of(1) }))
      .toThrow("log with events");
  });
});

describe.skipIf(lacksSharedLogs)("alpha beside PM4Py", () => {
  for (const [name, files] of Object.entries(REFERENCE_FILES)) {
    test(name, async () => {
      const { places } = await reference<{ places: [string[], string[]][] }>(name, "alpha");
      const net = discoverAlpha(await readLog(sharedLog(`process/${files[0]!}`)));
      expect(placesOf(net)).toEqual(places.map(([i, o]) => `${i.sort().join(" ")} → ${o.sort().join(" ")}`).sort());
      const pnml = await readFile(sharedLog(`../reference/${name}/alpha.pnml`), "utf8");
      expect(labelsOf(net)).toEqual(
        [...pnml.matchAll(/<transition[^>]*>\s*<name>\s*<text>([^<]*)<\/text>/g)].map((match) => match[1]!).sort(),
      );
    });
  }
});

/** Definition 4.3 of the paper, by trying all pairs of sets. */
function placesByDefinition(words: string[][]): string[] {
  const names = [...new Set(words.flat())].sort();
  const after = new Set(words.flatMap((word) => word.slice(1).map((b, i) => `${word[i]} ${b}`)));
  const follows = (a: string, b: string) => after.has(`${a} ${b}`);
  const sets = Array.from(
    { length: 2 ** names.length - 1 },
    (_, mask) => names.filter((_, i) => (mask + 1) & (1 << i)),
  ).filter((set) => set.every((a) => set.every((b) => !follows(a, b))));
  const pairs = sets.flatMap((A) =>
    sets.filter((B) => A.every((a) => B.every((b) => follows(a, b) && !follows(b, a)))).map((B) => [A, B] as const)
  );
  const within = (some: string[], all: string[]) => some.every((a) => all.includes(a));
  const greatest = pairs.filter((p) => !pairs.some((q) => q !== p && within(p[0], q[0]) && within(p[1], q[1])));
  const set = (pick: (word: string[]) => string) => [...new Set(words.map(pick))].sort().join(" ");
  return [
    ` → ${set((word) => word[0]!)}`,
    ...greatest.map(([A, B]) => `${A.join(" ")} → ${B.join(" ")}`),
    `${set((word) => word.at(-1)!)} → `,
  ].sort();
}
