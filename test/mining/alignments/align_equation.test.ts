/** Bounds by the marking equation, held against brute force: they are never above what an alignment costs. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readLog } from "../../../src/log/events/read_log.ts";
import { alignTracesSync } from "../../../src/mining/alignments/align_traces.ts";
import { Bounds } from "../../../src/mining/alignments/align_bounds.ts";
import { MarkingEquation } from "../../../src/mining/alignments/align_equation.ts";
import { DualSimplex } from "../../../src/mining/alignments/dual_simplex.ts";
import { Markings } from "../../../src/models/nets/markings.ts";
import { netArrays } from "../../../src/models/nets/net_arrays.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { random } from "../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { netOf } from "../../support/token_nets.ts";
import { bruteForceCost, countsOf, expectReplayable, fired, randomNet, randomTrace } from "./align_brute_force.ts";

test("no bound is above the least cost, from any marking and any position", () => {
  let compared = 0, tight = 0, unreachable = 0;
  for (let seed = 0; seed < 150; seed++) {
    const net = randomNet(seed), arrays = netArrays(net), chance = random(seed + 77);
    if (net.initial.size === 0 || arrays.labels.length === 0) continue;
    const trace = randomTrace(chance, 5, arrays.labels);
    const markings = new Markings(arrays), equation = new MarkingEquation(arrays, markings, Infinity);
    equation.prepare(Int32Array.from(trace, (name) => arrays.labels.indexOf(name)));
    const known: [number, number][] = [];
    let marking = arrays.initial;
    for (let i = 0; i < 8; i++) {
      const next = fired(arrays, marking, chance.below(arrays.transitions));
      if (next) marking = next;
      const at = markings.numberOf(marking), position = chance.below(trace.length + 1);
      equation.improve(at, position);
      known.push([at, position]);
    }
    for (const [at, position] of known) {
      const tokens = markings.tokens.subarray(at * arrays.places, (at + 1) * arrays.places);
      const initial = new Map(net.places.map(({ id }, p) => [id, tokens[p]!]));
      const cost = bruteForceCost(new PetriNet({ ...net, initial }), trace.slice(position), 600);
      if (cost === undefined) continue;
      const bound = equation.bound(at, position);
      expect({ seed, position, isAbove: bound > cost }).toEqual({ seed, position, isAbove: false });
      compared++;
      if (bound === cost) tight++;
      if (bound === Infinity) unreachable++;
    }
  }
  expect(compared).toBeGreaterThan(300);
  expect(tight / compared).toBeGreaterThan(0.5);
  expect(unreachable).toBeGreaterThan(10);
});

test("the equation sees what places see only together", () => {
  // Each a needs a b, and a c whose tokens come from b alone: of three a, one b and one c two must go.
  const net = netOf("i > x > m", "m > a > m p", "m > b > m q", "p q > c > r", "m > y > o");
  const arrays = netArrays(net),
    markings = new Markings(arrays),
    equation = new MarkingEquation(arrays, markings, Infinity);
  const labels = ["x", "a", "a", "a", "b", "c", "y"].map((name) => arrays.labels.indexOf(name));
  equation.prepare(Int32Array.from(labels));
  expect(equation.bound(0, 0)).toBe(0);
  equation.improve(0, 0);
  // Nothing takes r away, so that neither a, b nor c can be done: five events.
  expect(equation.bound(0, 0)).toBe(5);
  expect(bruteForceCost(net, ["x", "a", "a", "a", "b", "c", "y"])).toBe(5);
});

test("costs stay the least on nets that no state machines cover, sound or not", () => {
  let uncovered = 0, settled = 0;
  for (let seed = 1_000; seed < 1_300; seed++) {
    const net = randomNet(seed), arrays = netArrays(net), chance = random(seed);
    if (net.initial.size === 0 || net.final.size === 0 || arrays.labels.length === 0) continue;
    if (new Bounds(arrays, new Markings(arrays)).coverAll) continue;
    const traces = [[...arrays.labels], ...Array.from({ length: 3 }, () => randomTrace(chance, 6, arrays.labels))];
    const costs = traces.map((trace) => bruteForceCost(net, trace, 1_000));
    if (costs.includes(undefined)) continue;
    const alignments = alignTracesSync(countsOf(...traces), net, { maxStates: 5_000 });
    expectReplayable(alignments);
    alignments.variants.forEach(({ cost, lowerBound, optimal }, v) => {
      expect({ seed, v, isAbove: lowerBound > costs[v]! }).toEqual({ seed, v, isAbove: false });
      if (optimal) expect({ seed, v, cost }).toEqual({ seed, v, cost: costs[v]! });
      settled += optimal ? 1 : 0;
      uncovered++;
    });
  }
  expect(uncovered).toBeGreaterThan(200);
  expect(settled / uncovered).toBeGreaterThan(0.99);
});

describe("the dual simplex method", () => {
  /** The least cost over all basic solutions; undefined if there is none. */
  function byAllBases(columns: number[][], costs: number[], b: number[]): number | undefined {
    let least: number | undefined;
    const choose = (from: number, chosen: number[]) => {
      if (chosen.length === b.length) {
        const x = solved(chosen.map((j) => columns[j]!), b);
        if (!x || x.some((value) => value < -1e-9)) return;
        const cost = x.reduce((sum, value, i) => sum + value * costs[chosen[i]!]!, 0);
        if (least === undefined || cost < least) least = cost;
        return;
      }
      for (let j = from; j < columns.length; j++) choose(j + 1, [...chosen, j]);
    };
    choose(0, []);
    return least;
  }

  /** Cramer's rule for two rows. */
  function solved(columns: number[][], [e, f]: number[]): [number, number] | undefined {
    const [a, c] = columns[0]!, [b, d] = columns[1]!;
    const determinant = a! * d! - b! * c!;
    if (Math.abs(determinant) < 1e-9) return undefined;
    return [(e! * d! - b! * f!) / determinant, (a! * f! - e! * c!) / determinant];
  }

  test("finds the least cost that all bases have, for one right-hand side after another", () => {
    let optimal = 0, infeasible = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { below } = random(seed);
      const columns = Array.from({ length: 6 }, () => [below(7) - 3, below(7) - 3]);
      const costs = columns.map(() => below(4));
      // The rows are not to depend on each other.
      if (!columns.some((x) => columns.some((y) => solved([x, y], [1, 1])))) continue;
      const simplex = new DualSimplex(2, columns.map(([x, y]) => [0, x!, 1, y!]), costs);
      for (let turn = 0; turn < 5; turn++) {
        const b = [below(9) - 4, below(9) - 4];
        const found = simplex.solve(Float64Array.from(b), 100)!, expected = byAllBases(columns, costs, b);
        const [y0, y1] = found.multipliers as unknown as [number, number], value = y0 * b[0]! + y1 * b[1]!;
        expect({ seed, turn, kind: found.kind }).toEqual({
          seed,
          turn,
          kind: expected === undefined ? "infeasible" : "optimal",
        });
        columns.forEach(([x, y], j) =>
          expect(y0 * x! + y1 * y!).toBeLessThan((expected === undefined ? 0 : costs[j]!) + 1e-6)
        );
        if (expected === undefined) expect(value).toBeGreaterThan(1e-9);
        else expect(value).toBeCloseTo(expected, 6);
        expected === undefined ? infeasible++ : optimal++;
      }
    }
    expect(Math.min(optimal, infeasible)).toBeGreaterThan(100);
  });
});

test.skipIf(lacksSharedLogs)("a heuristics net with many silent loops is aligned at the least cost", async () => {
  const path = sharedLog("../cases/conformance/slow-alignment-heuristics-net.pnml");
  const net = parsePnml(await readFile(path, "utf8")), log = await readLog(sharedLog("process/running-example.csv"));
  const alignments = alignTracesSync(log, net), { traces } = alignments;
  expectReplayable(alignments);
  const costs = traces.sequences.map((sequence) =>
    bruteForceCost(net, [...sequence].map((a) => traces.activities[a]!), 100_000)
  );
  expect(alignments.variants.map(({ cost, optimal }) => ({ cost, optimal })))
    .toEqual(costs.map((cost) => ({ cost, optimal: true })));
});
