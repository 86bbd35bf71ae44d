/** Functions on models take what discovery and files give, or say what to call. */
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import * as tracebook from "../../src/mod.ts";
import {
  alignTraces,
  alignTracesSync,
  asNet,
  bpmnToNet,
  checkFootprints,
  checkSoundness,
  compareFootprints,
  compareModels,
  directlyFollows,
  discoverDeclare,
  discoverFootprints,
  discoverHeuristics,
  discoverInductive,
  discoverLogSkeleton,
  discoverTemporalProfile,
  evaluateModel,
  footprintsOf,
  heuristicsToNet,
  logFromRows,
  parseProcessTree,
  playOut,
  precisionByAlignments,
  precisionByReplay,
  replayTokens,
  simplicity,
  treeToBpmn,
  treeToNet,
  viewBpmn,
  viewPetriNet,
} from "../../src/mod.ts";

const rows = ["a b c d", "a c b d", "a e d", "a b d"].flatMap((trace, c) =>
  trace.split(" ").map((activity, i) => ({ case: `${c}`, activity, time: new Date(Date.UTC(2026, 0, 1 + c, i)) }))
);
const log = logFromRows(rows);
const tree = parseProcessTree("->( 'a', X( +( 'b', 'c' ), 'e' ), 'd' )");
const bpmn = treeToBpmn(tree), heuristics = discoverHeuristics(log);
const kinds = {
  "a process tree": [tree, treeToNet(tree)],
  "a BPMN": [bpmn, bpmnToNet(bpmn)],
  "a heuristics net": [heuristics, heuristicsToNet(heuristics)],
} as const;

describe.each(Object.entries(kinds))("%s counts as its Petri net", (_, [model, net]) => {
  test("when a log is compared with it", async () => {
    expect((await alignTraces(log, model)).totalCost).toBe((await alignTraces(log, net)).totalCost);
    expect(alignTracesSync(log, model).logFitness).toBe(alignTracesSync(log, net).logFitness);
    expect(replayTokens(log, model).logFitness).toBe(replayTokens(log, net).logFitness);
    expect(precisionByReplay(log, model).precision).toBe(precisionByReplay(log, net).precision);
    const alignments = await alignTraces(log, model);
    expect(precisionByAlignments(log, model, alignments).precision).toBe(
      precisionByAlignments(log, net, await alignTraces(log, net)).precision,
    );
    expect(await evaluateModel(log, model)).toEqual(await evaluateModel(log, net));
    expect((await compareModels(log, { model })).array("fitness")).toEqual([replayTokens(log, net).logFitness]);
    const allowed = footprintsOf(net);
    expect(checkFootprints(log, model).perCase.objects()).toEqual(checkFootprints(log, allowed).perCase.objects());
    expect(compareFootprints(log, model).conformance)
      .toBe(compareFootprints(discoverFootprints(log), allowed).conformance);
  });

  test("when it is judged, played out and shown", () => {
    expect(simplicity(model)).toBe(simplicity(net));
    expect(checkSoundness(model).isSound).toBe(checkSoundness(net).isSound);
    expect(playOut(model, { seed: 3 }).activity).toEqual(playOut(net, { seed: 3 }).activity);
    expect(viewPetriNet(model).parts.svg).toBe(viewPetriNet(net).parts.svg);
    if (model !== heuristics) expect(viewBpmn(model).parts.alt).toBe(viewBpmn(bpmn).parts.alt);
  });

  test("and is the same net each time, so that alignments are found again", () => {
    expect(asNet(model)).toBe(asNet(model));
    expect(alignTracesSync(log, model).net).toBe(asNet(model));
  });
});

/** What a reader may have at hand, and what an error for it must name. */
const others: readonly (readonly [string, unknown, RegExp])[] = [
  ["rules", discoverDeclare(log), /checkDeclare\(log, rules\)/],
  ["a skeleton", discoverLogSkeleton(log), /checkLogSkeleton/],
  ["a profile", discoverTemporalProfile(log), /checkTemporalProfile/],
  ["footprints", discoverFootprints(log), /checkFootprints/],
  ["a graph", directlyFollows(log), /discoverInductiveFromDfg\(graph\)/],
  ["a log", log, /discoverInductive\(log\)/],
  ["a promise", Promise.resolve(tree), /await/],
  ["a path", "order.pnml", /await readModel\("order\.pnml"\)/],
  ["a tree as text", "->( 'a', 'b' )", /parseProcessTree/],
  ["alignments", alignTracesSync(log, tree), /their property net/],
  ["nothing", undefined, /nothing \(undefined\)/],
];

test.each(others)("%s in the place of a model is an error that says what to call", async (_, value, words) => {
  const model = value as never;
  for (
    const call of [
      () => alignTraces(log, model),
      () => replayTokens(log, model),
      () => evaluateModel(log, model),
      () => checkSoundness(model),
      () => viewPetriNet(model),
      () => viewBpmn(model),
    ]
  ) {
    const error = await Promise.resolve().then<unknown>(call).then(() => undefined, (error) => error);
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(words);
  }
});

test("functions that take one kind refuse the others, and name what gives it", () => {
  const inductive = discoverInductive(log);
  const said = (call: () => unknown) => {
    try {
      return `no error: ${call()}`;
    } catch (error) {
      return error instanceof InputError ? error.message : `${error}`;
    }
  };
  const any = (value: unknown) => value as never;
  expect(said(() => tracebook.treeToNet(any(bpmn)))).toMatch(/process tree but found a BPMN process[\s\S]*asNet/);
  expect(said(() => tracebook.heuristicsToNet(any(inductive)))).toMatch(/found a process tree[\s\S]*asNet\(model\)/);
  expect(said(() => tracebook.checkDeclare(log, any(inductive)))).toMatch(/discoverDeclare[\s\S]*alignTraces/);
  expect(said(() => tracebook.viewAlignments(any(inductive)))).toMatch(/alignTraces\(log, model\)/);
  expect(said(() => tracebook.viewDeviations(any(treeToNet(inductive))))).toMatch(/alignTraces\(log, model\)/);
  expect(said(() => tracebook.viewHeuristicsNet(any(inductive)))).toMatch(/viewModel\(model\)/);
  expect(said(() => tracebook.replayCases(log, any(inductive)))).toMatch(/token replay[\s\S]*replayTokens/);
  expect(said(() => tracebook.generalisation(any(inductive)))).toMatch(/replayTokens/);
  expect(said(() => tracebook.viewModelComparison(any(compareModels(log, { inductive }))))).toMatch(/await/);
  expect(said(() => tracebook.withSegments(any(log)))).toMatch(/an event log/);
});

test("readers and makers of logs say which of them takes what was given", async () => {
  const any = (value: unknown) => value as never;
  await expect(tracebook.readLog(any(rows))).rejects.toThrow(/a list: logFromRows\(rows\)/);
  await expect(tracebook.readLog(any(log))).rejects.toThrow(/a log, which has been read already/);
  await expect(tracebook.readInteractions(any(rows))).rejects.toThrow(/interactionsFromRows\(rows\)/);
  expect(() => logFromRows(any("orders.csv"))).toThrow(/await readLog\("orders\.csv"\)/);
  expect(() => logFromRows(any(tracebook.variants(log)))).toThrow(/table: write logFromRows\(table\.objects\(\)\)/);
  expect(() => directlyFollows(any("orders.csv"))).toThrow(/readLog\("orders\.csv"\)/);
  expect(() => tracebook.viewProcessMap(any(heuristics))).toThrow(InputError);
});
