// @slow: searches random nets by brute force
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { alignTraces, alignTracesSync } from "../../../src/mining/alignments/align_traces.ts";
import { movesOf } from "../../../src/mining/alignments/alignment.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { randomTree } from "../../support/trees.ts";
import { bruteForceCost, countsOf, expectReplayable, randomNet, randomTrace } from "./align_brute_force.ts";

const netOf = (tree: string) => treeToNet(parseProcessTree(tree));

describe("costs are the least, by brute force", () => {
  test("on random nets of every kind", () => {
    const names = ["a", "b", "c", "d", "e"];
    let compared = 0, settled = 0;
    for (let seed = 0; seed < 400; seed++) {
      const net = randomNet(seed), chance = random(seed + 10_000);
      if (net.initial.size === 0 || net.final.size === 0) continue;
      if (!net.transitions.some(({ label }) => label !== undefined)) continue;
      const traces = [["a", "b", "c", "d"], ...Array.from({ length: 4 }, () => randomTrace(chance, 7, names)), []];
      // A net that takes brute force too far may be without bounds.
      const costs: number[] = [];
      for (const trace of traces) {
        const cost = bruteForceCost(net, trace, 4_000);
        if (cost === undefined) break;
        costs.push(cost);
      }
      if (costs.length < traces.length) continue;
      const alignments = alignTracesSync(countsOf(...traces), net, { maxStates: 5_000 });
      expectReplayable(alignments);
      alignments.variants.forEach(({ cost, lowerBound, optimal }, v) => {
        if (optimal) expect({ seed, v, cost }).toEqual({ seed, v, cost: costs[v]! });
        expect(cost).toBeGreaterThanOrEqual(costs[v]!);
        expect(lowerBound).toBeLessThanOrEqual(costs[v]!);
        settled += optimal ? 1 : 0;
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(1_000);
    expect(settled / compared).toBeGreaterThan(0.99);
  });

  test("whatever is the final marking: it is reached, or said to be out of reach", () => {
    let reached = 0, refused = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { places, transitions, arcs, initial, name } = randomNet(seed);
      if (!transitions.some(({ label }) => label !== undefined)) continue;
      const net = new PetriNet({ name, places, transitions, arcs, initial, final: new Map([["p1", 1]]) });
      const cost = bruteForceCost(net, ["a", "b", "c", "d"], 5_000);
      if (cost === undefined) continue;
      const aligned = () => alignTracesSync(countsOf(["a", "b", "c", "d"]), net, { maxStates: 5_000 });
      if (cost === Infinity) {
        expect(aligned, String(seed)).toThrow(/No run of the net "random \d+" leads from the initial marking/);
        refused++;
      } else {
        expect(aligned().variants[0]!.cost, String(seed)).toBe(cost);
        reached++;
      }
    }
    expect(Math.min(reached, refused)).toBeGreaterThan(20);
  });

  test("on nets of random trees", () => {
    let compared = 0;
    for (let seed = 0; seed < 300; seed++) {
      const net = treeToNet(randomTree({ seed, activities: 7, tau: 0.4 })), chance = random(seed);
      const names = ["a", "b", "c", "d", "e", "f", "g", "x"];
      const traces = [["a"], ...Array.from({ length: 5 }, () => randomTrace(chance, 9, names)), []];
      const costs = traces.map((trace) => bruteForceCost(net, trace));
      if (costs.some((cost) => cost === undefined)) continue;
      const alignments = alignTracesSync(countsOf(...traces), net);
      expect({ seed, costs: alignments.variants.map(({ cost }) => cost) }).toEqual({ seed, costs });
      expectReplayable(alignments);
      compared++;
    }
    expect(compared).toBeGreaterThan(250);
  });
});

describe.skipIf(lacksSharedLogs)("against what others computed", () => {
  interface Variant {
    variant: string[];
    cost: number | null;
  }

  async function costsOf(log: string, model: string) {
    const net = parsePnml(await readFile(sharedLog(`../reference/${log}/${model}.pnml`), "utf8"));
    const alignments = alignTracesSync(await readLog(sharedLog(`process/${log}.csv`)), net);
    const { traces, variants } = alignments;
    const key = (sequence: Int32Array) => Array.from(sequence, (a) => traces.activities[a]!).join();
    return { alignments, costs: new Map(traces.sequences.map((sequence, v) => [key(sequence), variants[v]!.cost])) };
  }

  test("costs of the receipt log, variant by variant", async () => {
    const { alignments, costs } = await costsOf("receipt", "imf");
    const { variants } = await reference<{ variants: Variant[] }>("receipt", "alignments_imf_variants");
    const others = await reference<Variant[]>("receipt", "alignments_imf_rust4pm_costs");
    let compared = 0;
    for (const { variant, cost } of variants) {
      if (cost === null) continue;
      expect(costs.get(variant.join())).toBe(Math.floor(cost / 10_000));
      compared++;
    }
    for (const { variant, cost } of others) expect(costs.get(variant.join())).toBe(cost);
    expect([compared, others.length]).toEqual([85, 116]);
    expect(alignments.optimal).toBe(true);
    expectReplayable(alignments);
    const { log } = await reference<{ log: { averageFitness: number } }>("receipt", "alignments_imf");
    expect(Math.abs(alignments.averageTraceFitness - log.averageFitness)).toBeLessThan(1e-12);
    expect(alignments.fittingShare).toBe(713 / 1434);
  });

  test("the running example fits", async () => {
    const { alignments, costs } = await costsOf("running-example", "imf");
    const { per_variant_top50 } = await reference<{ per_variant_top50: Variant[] }>(
      "running-example",
      "alignments_imf",
    );
    for (const { variant, cost } of per_variant_top50) {
      expect(costs.get(variant.join())).toBe(Math.floor(cost! / 10_000));
    }
    expect(alignments).toMatchObject({
      logFitness: 1,
      averageTraceFitness: 1,
      fittingShare: 1,
      totalCost: 0,
      notes: [],
    });
  });
});

describe("what the figures are", () => {
  test("worked by hand", () => {
    const net = netOf("->( 'a', X( 'b', tau ), 'c' )");
    const alignments = alignTracesSync(tinyLog("3× a b c", "a c", "a d c c", "b"), net);
    expect(alignments.shortestRun).toBe(2);
    expect(alignments.variants.map(({ cost }) => cost)).toEqual([0, 0, 2, 2]);
    expect(alignments.totalCost).toBe(4);
    expect(alignments.logFitness).toBe(1 - 4 / (3 * 5 + 4 + 6 + 3));
    expect(alignments.averageTraceFitness).toBeCloseTo((4 + 4 / 6 + 1 / 3) / 6, 15);
    expect(alignments.fittingShare).toBe(4 / 6);
    expect(alignments.notes).toEqual(['The model does not have "d": each event of such an activity is a deviation.']);
    expect(
      movesOf(alignments, 2).filter(({ kind }) => kind !== "silent").map(({ kind, activity }) => `${kind} ${activity}`),
    )
      .toEqual(["sync a", "log d", "sync c", "log c"]);
  });

  test("an empty trace has the shortest run; where that is empty too, it fits", () => {
    const empty = { activities: ["a"], sequences: [Int32Array.of(0), new Int32Array()], counts: Float64Array.of(1, 1) };
    expect(alignTracesSync(empty, netOf("->( 'a', 'b' )")).variants[1]).toMatchObject({ cost: 2, fitness: 0 });
    expect(alignTracesSync(empty, netOf("X( 'a', tau )")).variants[1]).toMatchObject({ cost: 0, fitness: 1 });
  });

  test("unknown events stand as early as the order of events allows", () => {
    const alignments = alignTracesSync(countsOf(["x", "a", "x", "y", "c", "x"]), netOf("->( 'a', 'b', 'c' )"));
    expect(
      movesOf(alignments, 0).filter(({ kind }) => kind !== "silent").map(({ kind, activity }) => `${kind} ${activity}`),
    )
      .toEqual(["log x", "sync a", "log x", "log y", "model b", "sync c", "log x"]);
    expectReplayable(alignments);
  });

  test("concurrent branches with optional steps cost a search next to nothing", () => {
    const names = Array.from({ length: 20 }, (_, i) => `'${String.fromCharCode(97 + i)}'`);
    const net = netOf(`+( ${names.map((name) => `X( tau, *( ${name}, tau ) )`).join(", ")} )`);
    const trace = Array.from({ length: 100 }, (_, i) => String.fromCharCode(97 + i * 7 % 21));
    const { variants } = alignTracesSync(countsOf(trace), net, { maxStates: 5_000 });
    expect(variants[0]).toMatchObject({ cost: trace.filter((name) => name === "u").length, optimal: true });
  });
});

describe("what was computed is kept", () => {
  const net = treeToNet(randomTree({ seed: 30, activities: 12 }));
  const chance = random(5);
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const traces = Array.from({ length: 60 }, () => randomTrace(chance, 12, names));
  const plain = (parts: PetriNet) => new PetriNet(parts);

  test("a part of a log aligns as it does in the whole, whatever came before", () => {
    const whole = alignTracesSync(countsOf(...traces), net);
    const part = alignTracesSync(countsOf(...traces.slice(20, 40)), net);
    const alone = alignTracesSync(countsOf(...traces.slice(20, 40).reverse()), plain(net));
    expect(part.variants.map(({ moves }) => moves)).toEqual(whole.variants.slice(20, 40).map(({ moves }) => moves));
    expect(part.variants.map(({ moves }) => moves)).toEqual(alone.variants.map(({ moves }) => moves).reverse());
    expect(part.variants.some(({ moves }, v) => moves === whole.variants[20 + v]!.moves)).toBe(true);
  });

  test("a result within a budget does not depend on what was aligned before with another", () => {
    const counts = countsOf(...traces);
    const fresh = alignTracesSync(counts, plain(net), { maxStates: 1 });
    const other = plain(net);
    alignTracesSync(counts, other);
    expect(alignTracesSync(counts, other, { maxStates: 1 }).variants).toEqual(fresh.variants);
    expect(fresh.optimal).toBe(false);
  });
});

test("workers find the same", async () => {
  const { byWorkers } = await import("../../../src/mining/alignments/align_jobs.ts");
  const { netArrays } = await import("../../../src/models/nets/net_arrays.ts");
  const net = treeToNet(randomTree({ seed: 3, activities: 9 })), arrays = netArrays(net);
  const chance = random(6);
  const traces = Array.from(
    { length: 50 },
    () => Int32Array.from({ length: chance.below(12) }, () => chance.below(arrays.labels.length)),
  );
  const jobs = { traces, maxStates: 300, deadline: Infinity };
  const [one, three] = await Promise.all([1, 3].map((count) => byWorkers(arrays, jobs, count)));
  const { AlignDesk, alignHere } = await import("../../../src/mining/alignments/align_jobs.ts");
  expect(one).toEqual(alignHere(new AlignDesk(arrays), jobs));
  expect(three).toEqual(one);
});

test("where no worker can be made, this thread does it all", async () => {
  const { byWorkers } = await import("../../../src/mining/alignments/align_jobs.ts");
  const { netArrays } = await import("../../../src/models/nets/net_arrays.ts");
  const { Worker: real } = globalThis;
  try {
    Object.assign(globalThis, { Worker: undefined });
    const jobs = { traces: [Int32Array.of(0)], maxStates: 10, deadline: Infinity };
    expect(await byWorkers(netArrays(netOf("'a'")), jobs, 2)).toBeUndefined();
  } finally {
    Object.assign(globalThis, { Worker: real });
  }
});

describe("a budget that runs out", () => {
  const net = treeToNet(randomTree({ seed: 30, activities: 12, tau: 0.5 }));
  const chance = random(8);
  const names = "abcdefghijkl".split("");
  const counts = countsOf(...Array.from({ length: 40 }, () => randomTrace(chance, 25, names)));
  const best = alignTracesSync(counts, new PetriNet(net));

  test.each([1, 3, 10, 30, 100])("of %i states leaves alignments, bounds and a note", (maxStates) => {
    const rough = alignTracesSync(counts, net, { maxStates });
    expectReplayable(rough);
    rough.variants.forEach(({ cost, lowerBound }, v) => {
      expect(cost).toBeGreaterThanOrEqual(best.variants[v]!.cost);
      expect(lowerBound).toBeLessThanOrEqual(best.variants[v]!.cost);
    });
    expect(rough.optimal).toBe(!rough.notes.some((note) => note.includes("maxStates")));
    if (maxStates === 1) {
      expect(rough.notes.at(-1)).toMatch(/^\d+ of \d+ variants \(\d+ of \d+ cases\) are not known/);
    }
  });

  test("for all together is shared", () => {
    const rough = alignTracesSync(counts, new PetriNet(net), { totalStates: 1 });
    expectReplayable(rough);
  });

  test("of no time leaves alignments too", async () => {
    const rough = await alignTraces(counts, new PetriNet(net), { budgetSeconds: 0 });
    expectReplayable(rough);
    expect(alignTracesSync(counts, new PetriNet(net)).variants).toEqual(best.variants);
  });
});

test("what cannot be aligned is refused in words", () => {
  const { places, transitions, arcs, initial, final } = netOf("->( 'a', 'b' )");
  expect(() => alignTracesSync(tinyLog("a b"), new PetriNet({ places, transitions, arcs, initial })))
    .toThrow(/has no final marking/);
  expect(() => alignTracesSync(tinyLog("x y"), netOf("->( 'a', 'b' )"))).toThrow(/have no activity in common/);
  const dead = new PetriNet({ name: "dead", places, transitions, arcs: arcs.slice(1), initial, final });
  expect(() => alignTracesSync(tinyLog("a b"), dead)).toThrow(
    /No run of the net "dead" leads from the initial marking/,
  );
  expect(() => alignTracesSync(countsOf(), netOf("'a'"))).toThrow(/at least one case/);
  expect(() => alignTracesSync(tinyLog("a b"), netOf("->( 'a', 'b' )"), { maxStates: 0 }))
    .toThrow(/maxStates to be a number from 1 but found 0/);
});

test("a log aligns as its variants do", async () => {
  const log = tinyLog("2× a b", "a", "b a");
  const net = netOf("->( 'a', 'b' )");
  const { variants } = await alignTraces(log, net);
  expect(variants).toEqual(alignTracesSync(traceVariants(log), new PetriNet(net)).variants);
});
