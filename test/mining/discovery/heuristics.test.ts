import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { discoverHeuristics, type HeuristicsOptions } from "../../../src/mining/discovery/heuristics.ts";
import { type HeuristicsNet, heuristicsToNet } from "../../../src/models/heuristics_net.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { random } from "../../support/random.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { netLanguage } from "../../support/nets.ts";

function edgesOf(net: HeuristicsNet): string[] {
  return net.edges.map(({ from, to }) => `${net.activities[from]} ${net.activities[to]}`).sort();
}

function bindingsOf(net: HeuristicsNet, side: "inputs" | "outputs", activity: string): string[] {
  return net[side][net.activities.indexOf(activity)]!.map((b) => b.map((a) => net.activities[a]).join("+"));
}

function dependencyOf(net: HeuristicsNet, from: string, to: string): number | undefined {
  return net.measured.find((edge) => net.activities[edge.from] === from && net.activities[edge.to] === to)?.dependency;
}

describe("heuristics on the log of the working paper", () => {
  // Weijters, van der Aalst & de Medeiros 2006, section 2: noise apart, D ⇒ A is 0 for 11 concurrent swaps, …
  test("a ⇒ b = (|a > b| − |b > a|) / (|a > b| + |b > a| + 1)", () => {
    const net = discoverHeuristics(tinyLog("5× a b", "c a", "a c", "2× d d"), { noise: 0 });
    expect(dependencyOf(net, "a", "b")).toBe(5 / 6);
    expect(dependencyOf(net, "a", "c")).toBe(0);
    expect(dependencyOf(net, "d", "d")).toBe(2 / 3);
    expect(dependencyOf(net, "b", "a")).toBeUndefined();
    expect(edgesOf(net)).toEqual(["a b", "d d"]);
  });

  test("the log of Process Mining, table 7.2 and 7.3: dependencies of L", () => {
    const net = discoverHeuristics(
      tinyLog("5× a e", "10× a b c e", "10× a c b e", "a b e", "a c e", "10× a d e", "2× a d d e", "a d d d e"),
      { noise: 0, dependency: 0.7, minCount: 2 },
    );
    expect(dependencyOf(net, "a", "b")).toBeCloseTo(0.92, 2);
    expect(dependencyOf(net, "a", "d")).toBeCloseTo(0.93, 2);
    expect(dependencyOf(net, "a", "e")).toBeCloseTo(0.83, 2);
    expect(dependencyOf(net, "b", "c")).toBe(0);
    expect(dependencyOf(net, "d", "d")).toBe(0.8);
    // Figure 7.6: threshold 2 for counts and 0.7 for dependencies.
    expect(edgesOf(net)).toEqual(["a b", "a c", "a d", "a e", "b e", "c e", "d d", "d e"]);
    expect(bindingsOf(net, "outputs", "a")).toEqual(["b+c", "d", "e"]);
    expect(bindingsOf(net, "inputs", "e")).toEqual(["a", "b+c", "d"]);
    expect(String(net)).toBe("Heuristics net: 5 activities, 8 dependencies (1 loops of one), 2 concurrent bindings");
    // Figure 7.7: threshold 5 and 0.9.
    const strict = discoverHeuristics(
      tinyLog("5× a e", "10× a b c e", "10× a c b e", "a b e", "a c e", "10× a d e", "2× a d d e", "a d d d e"),
      { noise: 0, dependency: 0.9, minCount: 5 },
    );
    expect(edgesOf(strict)).toEqual(["a b", "a c", "a d", "b e", "c e", "d e"]);
  });

  test("a loop of two is no concurrency", () => {
    const log = tinyLog("4× a b d", "4× a b c b d", "2× a b c b c b d");
    const net = discoverHeuristics(log, { noise: 0, dependency: 0.9 });
    expect(edgesOf(net)).toEqual(["a b", "b c", "b d", "c b"]);
    expect(net.edges.map(({ kept }) => kept)).toEqual(["dependency", "loopOfTwo", "dependency", "loopOfTwo"]);
    expect(bindingsOf(net, "outputs", "b")).toEqual(["c", "d"]);
    expect(bindingsOf(net, "inputs", "b")).toEqual(["a", "c"]);
    expect(edgesOf(discoverHeuristics(log, { noise: 0, dependency: 0.9, loopTwo: 0.95 }))).toEqual(["a b", "b d"]);
  });

  test("all connected: the best edge in and out, whatever the threshold", () => {
    const log = tinyLog("3× a b c", "a x c", "x c");
    const strict: HeuristicsOptions = { noise: 0, dependency: 0.99 };
    expect(edgesOf(discoverHeuristics(log, strict))).toEqual([]);
    expect(edgesOf(discoverHeuristics(log, { ...strict, allConnected: true }))).toEqual(["a b", "b c", "x c"]);
  });

  test("edges rarer than a share of both activities' most frequent edge are noise", () => {
    const log = tinyLog("100× a b c", "a c");
    expect(edgesOf(discoverHeuristics(log, { noise: 0 }))).toEqual(["a b", "a c", "b c"]);
    expect(edgesOf(discoverHeuristics(log))).toEqual(["a b", "b c"]);
  });
});

describe("heuristics", () => {
  test("dependencies, edges and bindings equal a count by hand on random logs", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const log = randomLog({ seed, cases: 3 + seed % 40, activities: 2 + seed % 6 });
      const words = traces(log).map(({ events }) => events.map(({ activity }) => activity));
      const and = 0.3, net = discoverHeuristics(log, { noise: 0, and, loopTwo: 1, minCount: 2 });
      const count = (...part: string[]) =>
        words.reduce((sum, word) => sum + word.filter((_, i) => part.every((a, k) => word[i + k] === a)).length, 0);
      const expected = new Map<string, number>();
      for (const a of log.activities) {
        for (const b of log.activities) {
          const there = count(a, b), back = count(b, a);
          if (there === 0) continue;
          expected.set(`${a} ${b}`, a === b ? there / (there + 1) : (there - back) / (there + back + 1));
        }
      }
      const found = new Map(
        net.measured.map((edge) => [`${net.activities[edge.from]} ${net.activities[edge.to]}`, edge.dependency]),
      );
      expect(found).toEqual(new Map([...expected]));
      const kept = (a: string, b: string) => (expected.get(`${a} ${b}`) ?? -1) >= 0.5 && count(a, b) >= 2;
      for (const a of log.activities) {
        const after = log.activities.filter((b) => kept(a, b));
        const together = (b: string, c: string) =>
          a !== b && a !== c && b !== c && !kept(b, c) && !kept(c, b) &&
          (count(b, c) + count(c, b)) / (count(a, b) + count(a, c) + 1) >= and;
        const sets = Array.from(
          { length: 2 ** after.length - 1 },
          (_, mask) => after.filter((_, i) => (mask + 1) & (1 << i)),
        )
          .filter((set) => set.every((b) => set.every((c) => b === c || together(b, c))));
        const greatest = sets.filter((set) => !sets.some((o) => o !== set && set.every((b) => o.includes(b))));
        expect(bindingsOf(net, "outputs", a).sort()).toEqual(greatest.map((set) => set.join("+")).sort());
      }
    }
  });

  test("does not depend on the order of cases; counts weigh", () => {
    const { shuffled } = random(8);
    for (let seed = 1; seed <= 20; seed++) {
      const { activities, sequences, counts } = traceVariants(randomLog({ seed }));
      const order = shuffled(sequences.map((_, v) => v));
      const mixed = {
        activities,
        sequences: order.map((v) => sequences[v]!),
        counts: Float64Array.from(order, (v) => counts[v]!),
      };
      expect(discoverHeuristics(mixed)).toEqual(discoverHeuristics({ activities, sequences, counts }));
      const repeated = {
        activities,
        sequences: [...sequences, ...sequences],
        counts: Float64Array.of(...counts, ...counts),
      };
      const doubled = { activities, sequences, counts: counts.map((count) => count * 2) };
      expect(discoverHeuristics(repeated)).toEqual(discoverHeuristics(doubled));
    }
  });

  test("refuses what it cannot use", () => {
    expect(() => discoverHeuristics(tinyLog("a b"), { dependency: 1.5 })).toThrow("Expected dependency from 0 to 1");
    expect(() => discoverHeuristics(tinyLog("a b"), { minCount: -1 })).toThrow(OptionError);
    expect(() => discoverHeuristics({ activities: [], sequences: [], counts: new Float64Array() })).toThrow(InputError);
  });
});

describe("the net of a heuristics net", () => {
  test("plays what the dependencies say", () => {
    const log = tinyLog("5× a b c d", "5× a c b d", "3× a e d");
    const net = heuristicsToNet(discoverHeuristics(log));
    expect(netLanguage(net, 6)).toEqual(["a b c d", "a c b d", "a e d"]);
  });

  test("loops, several first and last activities, one activity", () => {
    expect(netLanguage(heuristicsToNet(discoverHeuristics(tinyLog("4× a b d", "4× a b c b d"))), 6)).toEqual(
      ["a b c b d", "a b d"],
    );
    expect(netLanguage(heuristicsToNet(discoverHeuristics(tinyLog("3× a c", "3× b c", "3× b d", "3× a d", "2× x"))), 3))
      .toEqual(
        ["a c", "a d", "b c", "b d", "x"],
      );
    expect(netLanguage(heuristicsToNet(discoverHeuristics(tinyLog("a"))), 3)).toEqual(["a"]);
    expect(netLanguage(heuristicsToNet(discoverHeuristics(tinyLog("2× a", "3× a a a"))), 3)).toEqual([
      "a",
      "a a",
      "a a a",
    ]);
  });
});

describe.skipIf(lacksSharedLogs)("heuristics beside PM4Py", () => {
  interface Reference {
    dependency: { source: string; target: string; dependency: number }[];
    kept_edges: { source: string; target: string }[];
  }
  for (const [name, files] of Object.entries(REFERENCE_FILES)) {
    test(name, async () => {
      const { dependency, kept_edges } = await reference<Reference>(name, "heuristics_net");
      const net = discoverHeuristics(await readLog(sharedLog(`process/${files[0]!}`)));
      expect(edgesOf(net)).toEqual(kept_edges.map(({ source, target }) => `${source} ${target}`).sort());
      expect(net.measured.length).toBe(dependency.length);
      for (const { source, target, dependency: expected } of dependency) {
        expect(Math.abs(dependencyOf(net, source, target)! - expected)).toBeLessThan(1e-9);
      }
    });
  }
});
