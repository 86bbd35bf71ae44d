// @slow: searches random nets by brute force
import { OptionError } from "../../../src/base/errors.ts";
import { describe, expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { netArrays } from "../../../src/models/nets/net_arrays.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import type { TraceCounts } from "../../../src/models/trace_variants.ts";
import { ProcessTree } from "../../../src/models/process_tree.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { replayTokens } from "../../../src/mining/replay/replay.ts";
import {
  replayActivities,
  replayCases,
  replayPlaces,
  replayTransitions,
} from "../../../src/mining/replay/replay_tables.ts";
import { tokenSteps } from "../../../src/mining/replay/token_steps.ts";
import { randomRows, tinyLog } from "../../support/logs.ts";
import {
  fired,
  firings,
  markingsAfter,
  netOf,
  randomTokenNet,
  silentClosure,
  tokensOf,
} from "../../support/token_nets.ts";
import { random } from "../../support/random.ts";
import { reference } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { languageOf, randomTree } from "../../support/trees.ts";

/** van der Aalst, "Process Mining", 2nd ed. 2016, table 8.1 and figure 8.2. */
const L_FULL = (
  "455 acdeh, 191 abdeg, 177 adceh, 144 abdeh, 111 acdeg, 82 adceg, 56 adbeh, 47 acdefdbeh, 38 adbeg, 33 acdefbdeh, " +
  "14 acdefbdeg, 11 acdefdbeg, 9 adcefcdeh, 8 adcefdbeh, 5 adcefbdeg, 3 acdefbdefdbeg, 2 adcefdbeg, " +
  "2 adcefbdefbdeg, 1 adcefdbefbdeh, 1 adbefbdefdbeg, 1 adcefdbefcdefdbeg"
).split(", ").map((line) => line.split(" ") as [string, string]);

const fullLog = () => tinyLog(...L_FULL.map(([cases, trace]) => `${cases}× ${[...trace].join(" ")}`));

const N1 = netOf(
  "i > a > 1 2",
  "1 > b > 3",
  "1 > c > 3",
  "2 > d > 4",
  "3 4 > e > 5",
  "5 > f > 1 2",
  "5 > g > o",
  "5 > h > o",
);
const N2 = netOf(
  "i > a > 1",
  "1 > b > 2",
  "1 > c > 2",
  "2 > d > 3",
  "3 > e > 4",
  "4 > f > 1",
  "4 > g > o",
  "4 > h > o",
);
const N3 = netOf("i > a > 1 2", "1 > c > 3", "2 > d > 4", "3 4 > e > 5", "5 > h > o");

describe("the book's example", () => {
  test.each([
    { name: "N1", net: N1, trace: "a c d e h", produced: 7, consumed: 7, missing: 0, remaining: 0 },
    { name: "N2", net: N2, trace: "a d c e h", produced: 6, consumed: 6, missing: 1, remaining: 1 },
    { name: "N3", net: N3, trace: "a b d e g", produced: 5, consumed: 5, missing: 2, remaining: 2 },
  ])("$trace on $name", ({ net, trace, name: _, ...tokens }) => {
    expect(replayTokens(tinyLog(trace), net, { unknownActivities: "ignore" }).variants[0]).toMatchObject(tokens);
  });

  test.each([{ name: "N1", net: N1, fitness: 1 }, { name: "N2", net: N2, fitness: 0.9504 }, {
    name: "N3",
    net: N3,
    fitness: 0.8797,
  }])("fitness of the whole log on $name", ({ net, fitness }) => {
    expect(replayTokens(fullLog(), net, { unknownActivities: "ignore" }).logFitness).toBeCloseTo(fitness, 4);
  });

  test("says where tokens are missing and remain", () => {
    const replay = replayTokens(tinyLog("2× a d c e h"), N2);
    expect(replay.variants[0]!.deviations).toEqual(Int32Array.of(1));
    expect(
      replayPlaces(replay).filter((d: { missing: number; remaining: number }) => d.missing + d.remaining > 0).objects(),
    )
      .toEqual([
        expect.objectContaining({ place: "2", missing: 2, remaining: 2, casesMissing: 2, casesRemaining: 2 }),
      ]);
    expect(replayTransitions(replay).filter((d: { forced: number }) => d.forced > 0).objects()).toEqual([
      { transition: "t3", activity: "d", fired: 2, forced: 2 },
    ]);
    expect(replayActivities(replay).filter((d: { deviating: number }) => d.deviating > 0).objects()).toEqual([
      { activity: "d", events: 2, deviating: 2, share: 1, cases: 2, inModel: true },
    ]);
  });
});

test("each event of an activity that the model has not misses one token and leaves one", () => {
  const known = replayTokens(tinyLog("a c d e h"), N1), more = replayTokens(tinyLog("a c x d y x e h"), N1);
  const { produced, consumed } = known;
  expect(more).toMatchObject({
    produced: produced + 3,
    consumed: consumed + 3,
    missing: 3,
    remaining: 3,
    fittingShare: 0,
  });
  expect(more.notes.join()).toContain(`"x", "y"`);
  expect(replayActivities(more).filter((d: { inModel: boolean }) => !d.inModel).objects()).toMatchObject([
    { activity: "x", events: 2, deviating: 2, cases: 1 },
    { activity: "y", events: 1, deviating: 1, cases: 1 },
  ]);
});

/** Activities take the names a, b, c in turn, so that most labels stand for several transitions. */
function withRepeatedLabels(tree: ProcessTree): ProcessTree {
  if (tree.operator) return ProcessTree.node(tree.operator, tree.children.map(withRepeatedLabels));
  return tree.isTau ? tree : ProcessTree.leaf("abc"[tree.activity!.charCodeAt(0) % 3]!);
}

test.each([
  { name: "activities that occur once", of: (tree: ProcessTree) => tree },
  { name: "repeated activities", of: withRepeatedLabels },
])("a trace fits exactly if a tree allows it: $name", ({ of }) => {
  const { next, below } = random(3);
  let fitting = 0, others = 0;
  for (let seed = 0; seed < 60; seed++) {
    const tree = of(randomTree({ seed, tau: 0.6, operators: ["sequence", "choice", "parallel", "loop", "inclusive"] }));
    const words = languageOf(tree, 5).filter((word) => word !== "");
    if (words.length === 0) continue;
    const allowed = new Set(words);
    const activities = [...new Set(words.flatMap((word) => word.split(" ")))].sort();
    const tried = new Set(words.filter(() => next() < 200 / words.length));
    for (let i = 0; i < 60; i++) {
      tried.add(Array.from({ length: 1 + below(5) }, () => activities[below(activities.length)]).join(" "));
    }
    const texts = [...tried], replay = replayTokens(wordsLog(texts), treeToNet(tree));
    expect({ tree: String(tree), fit: texts.filter((_, v) => replay.variants[v]!.fits).sort() })
      .toEqual({ tree: String(tree), fit: texts.filter((word) => allowed.has(word)).sort() });
    fitting += replay.variants.filter(({ fits }) => fits).length;
    others += replay.variants.filter(({ fits }) => !fits).length;
  }
  expect(Math.min(fitting, others)).toBeGreaterThan(400);
});

/** Each word once. */
function wordsLog(words: readonly string[]): TraceCounts {
  const activities = [...new Set(words.join(" ").split(" "))].sort();
  const sequences = words.map((word) => Int32Array.from(word.split(" "), (name) => activities.indexOf(name)));
  return { activities, sequences, counts: new Float64Array(words.length).fill(1) };
}

test("a trace fits exactly if any net allows it: not safe, not sound, with weights", () => {
  const words = ["a", "b", "a a", "a b", "b a", "b b", "a a b", "a b a", "b a b b"];
  let fitting = 0, others = 0;
  for (let seed = 0; seed < 250; seed++) {
    const net = randomTokenNet(seed);
    if (net.transitions.every(({ label }) => label === undefined)) continue;
    const replay = replayTokens(wordsLog(words), net, { maxStates: 300 });
    for (const [v, word] of words.entries()) {
      const markings = markingsAfter(net, word.split(" "));
      if (!markings) continue;
      const allowed = markings.some((marking) => marking.join() === tokensOf(net, "final").join());
      expect({ seed, word, fits: replay.variants[v]!.fits }).toEqual({ seed, word, fits: allowed });
      allowed ? fitting++ : others++;
    }
  }
  expect(Math.min(fitting, others)).toBeGreaterThan(50);
});

test("runs obey the firing rule but for the tokens that are missing, and tokens add up", () => {
  const words = wordsLog(["a b a b", "b a a", "a b b"]), log = { ...words, counts: Float64Array.of(1, 1, 2) };
  for (let seed = 0; seed < 200; seed++) {
    const net = randomTokenNet(seed), all = firings(net);
    if (!all.some(({ label }) => label !== undefined)) continue;
    const replay = replayTokens(log, net, { unknownActivities: "ignore", maxStates: 100 });
    let missing = 0, remaining = 0;
    replay.variants.forEach((variant, v) => {
      let lacking = 0;
      let marking = [...tokensOf(net, "initial")];
      const take = (takes: readonly number[]) => {
        marking = marking.map((tokens, p) => {
          lacking += Math.max(0, takes[p]! - tokens);
          return Math.max(0, tokens - takes[p]!);
        });
      };
      for (const t of variant.run) {
        take(all[t]!.takes);
        marking = marking.map((tokens, p) => tokens + all[t]!.gives[p]!);
      }
      take(tokensOf(net, "final"));
      expect([seed, variant.missing, variant.remaining]).toEqual([seed, lacking, marking.reduce((a, b) => a + b)]);
      expect(variant.produced + variant.missing).toBe(variant.consumed + variant.remaining);
      missing += lacking * replay.traces.counts[v]!;
      remaining += variant.remaining * replay.traces.counts[v]!;
    });
    expect([replay.missing, replay.remaining]).toEqual([missing, remaining]);
    for (const key of ["produced", "consumed", "missing", "remaining"] as const) {
      expect([seed, key, replay.places.reduce((sum, place) => sum + place[key], 0)]).toEqual([seed, key, replay[key]]);
    }
  }
});

test("silent paths are as short as brute force finds, and miss as few tokens", () => {
  let silent = 0, forced = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const net = randomTokenNet(seed), arrays = netArrays(net), steps = tokenSteps(arrays, 400), all = firings(net);
    const start = tokensOf(net, "initial");
    const closure = silentClosure(net, [start], 400);
    if (!closure) continue;
    for (const [label, name] of arrays.labels.entries()) {
      const goals = all.filter((firing) => firing.label === name);
      const reached = [...closure.values()].flatMap(({ marking, steps }) =>
        goals.map((goal) => ({
          missing: goal.takes.reduce((sum, tokens, p) => sum + Math.max(0, tokens - marking[p]!), 0),
          steps,
          enabled: fired(marking, goal) !== undefined,
        }))
      );
      const missing = Math.min(...reached.map((one) => one.missing));
      const least = Math.min(...reached.filter((one) => one.missing === missing).map((one) => one.steps));
      const step = steps.next(Int32Array.from(start), label);
      expect({ seed, name, missing: step.missing, steps: step.run.length - 1 }).toEqual({
        seed,
        name,
        missing,
        steps: least,
      });
      if (missing > 0) forced++;
      else if (least > 0) silent++;
    }
  }
  expect(Math.min(silent, forced)).toBeGreaterThan(50);
});

test("a fitting run is found where the shortest silent path is a trap", () => {
  // After a, the short way to b ends where c cannot follow.
  const net = netOf("i > a > 1", "1 > tau > 2", "2 > b > 3", "1 > tau > 4", "4 > tau > 5", "5 > b > 6", "6 > c > o");
  expect(replayTokens(tinyLog("a b c"), net)).toMatchObject({ fittingShare: 1, missing: 0, remaining: 0 });
});

test("a search that ends by its budget says so", () => {
  const net = netOf("i > a > 1", "1 > tau > 1 2", `1 ${"2 ".repeat(60)} > b > o`);
  const { notes, fittingShare } = replayTokens(tinyLog("a b"), net, { maxStates: 50 });
  expect([fittingShare, notes.join()]).toEqual([0, expect.stringContaining("maxStates")]);
  expect(replayTokens(tinyLog("a b"), net, { maxStates: 100 })).toMatchObject({ fittingShare: 1, notes: [] });
});

test("the order of cases and of variants does not matter", () => {
  const rows = randomRows({ seed: 5, cases: 60, activities: 4 });
  const net = treeToNet(
    ProcessTree.node("loop", [
      ProcessTree.node("parallel", [0, 1, 2].map((i) => ProcessTree.leaf(`activity ${i}`))),
      ProcessTree.TAU,
    ]),
  );
  const figures = (log: ReturnType<typeof logFromRows>) => {
    const { traces: _, net: __, ...rest } = replayTokens(log, net);
    return { ...rest, cases: replayCases(log, replayTokens(log, net)).orderby("case").objects() };
  };
  const options = { name: "log", mapping: { case: "case", activity: "activity", timestamp: "time" } };
  const log = logFromRows(rows, options);
  expect(figures(logFromRows(random(1).shuffled(rows), options))).toEqual(figures(log));
});

test("a row a case, in the log's order", () => {
  const log = tinyLog("a d c e h", "a b d e g", "a d c e h");
  expect(replayCases(log, replayTokens(log, N2)).objects()).toEqual([
    {
      case: "0001",
      variant: 1,
      fits: false,
      fitness: 1 - 1 / 6,
      produced: 6,
      consumed: 6,
      missing: 1,
      remaining: 1,
      deviations: 1,
    },
    {
      case: "0002",
      variant: 2,
      fits: true,
      fitness: 1,
      produced: 6,
      consumed: 6,
      missing: 0,
      remaining: 0,
      deviations: 0,
    },
    {
      case: "0003",
      variant: 1,
      fits: false,
      fitness: 1 - 1 / 6,
      produced: 6,
      consumed: 6,
      missing: 1,
      remaining: 1,
      deviations: 1,
    },
  ]);
  expect(() => replayCases(tinyLog("a b"), replayTokens(log, N2))).toThrow("expected the log that was replayed");
});

describe("refuses", () => {
  test("a net without a final marking", () => {
    expect(() => replayTokens(tinyLog("a"), new PetriNet({ ...N1, final: new Map() }))).toThrow("no final marking");
  });
  test("a log of another process", () => {
    expect(() => replayTokens(tinyLog("x y"), N1)).toThrow("no activity in common");
  });
  test("a log without cases", () => {
    expect(() => replayTokens({ activities: [], sequences: [], counts: new Float64Array(0) }, N1)).toThrow(
      "the log has none",
    );
  });
  test("a budget of nothing", () => {
    expect(() => replayTokens(tinyLog("a"), N1, { maxStates: 0 })).toThrow(OptionError);
  });
});

/** Four cases of receipt deviate in such ways that the other tool fires silent steps that enable nothing. */
test.skipIf(lacksSharedLogs).each([
  { name: "running-example", near: 1e-12 },
  { name: "receipt", near: 5e-5 },
])("$name fits as another tool finds", async ({ name, near }) => {
  const net = parsePnml(await readFile(sharedLog(`../reference/${name}/imf.pnml`), "utf8"));
  const replay = replayTokens(await readLog(sharedLog(`process/${name}.csv`)), net);
  const expected = await reference<Record<string, number>>(name, "tbr_imf");
  expect(replay.fittingShare).toBeCloseTo(expected["percentage_of_fitting_traces"]! / 100, 12);
  expect(Math.abs(replay.logFitness - expected["log_fitness"]!)).toBeLessThan(near);
  expect(Math.abs(replay.averageTraceFitness - expected["average_trace_fitness"]!)).toBeLessThan(near);
});
