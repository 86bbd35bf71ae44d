// @slow: runs many commands
/** `discover`, `conform` and `convert`: from a log to a model's file, and back to figures. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { algorithms } from "../../src/cli/registry/algorithms.ts";
import { treesEqual } from "../../src/models/tree_equality.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { reference } from "../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";
import { tbHere as tb } from "../support/tb_here.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

const LOG = "data/order-to-cash.csv";

interface NetJson {
  places: { id: string; name: string }[];
  transitions: { id: string; label: string | null }[];
  arcs: { source: string; target: string; weight: number }[];
}

test.skipIf(lacksSharedLogs)("discover gives the reference's tree, and its net", async () => {
  const { code, json } = await tb("discover", "inductive", sharedLog("process/running-example.csv"), "--json");
  expect(code).toBe(0);
  const found = json() as NetJson & { tree: string };
  const { tree } = await reference<{ tree: string }>("running-example", "inductive_im");
  expect(treesEqual(parseProcessTree(found.tree), parseProcessTree(tree))).toBe(true);
  expect(found.transitions.map(({ label }) => label).filter((label) => label !== null)).toHaveLength(8);
});

test.skipIf(lacksSharedLogs)("discover alpha gives the reference's places", async () => {
  const { json } = await tb("discover", "alpha", sharedLog("process/running-example.csv"), "--json");
  const { places, transitions, arcs } = json() as NetJson;
  const label = new Map(transitions.map(({ id, label }) => [id, label!]));
  const found = places.map(({ id }) => [
    arcs.filter(({ target }) => target === id).map(({ source }) => label.get(source)!).sort(),
    arcs.filter(({ source }) => source === id).map(({ target }) => label.get(target)!).sort(),
  ]);
  const expected = await reference<{ places: string[][][] }>("running-example", "alpha");
  expect(found.map((pair) => JSON.stringify(pair)).sort()).toEqual(
    expected.places.map((pair) => JSON.stringify(pair)).sort(),
  );
});

test("a model goes through every kind of file and keeps its fitness", async () => {
  const [ptml, pnml, bpmn, svg] = ["ptml", "pnml", "bpmn", "svg"].map((ending) => join(folder, `model.${ending}`));
  expect((await tb("discover", "imf", LOG, "--out", ptml!)).code).toBe(0);
  for (const to of [pnml!, bpmn!, svg!]) expect(await tb("convert", ptml!, to)).toMatchObject({ code: 0, err: "" });
  expect(await readFile(svg!, "utf8")).toMatch(/^<svg/);
  const figures = [];
  for (const model of [ptml!, pnml!, bpmn!]) {
    const { json } = await tb("conform", "alignments", LOG, "--model", model, "--json");
    figures.push(json());
  }
  expect(figures[0]).toMatchObject({ optimal: true, fittingShare: expect.any(Number), totalCost: expect.any(Number) });
  expect(figures[1]).toEqual(figures[0]);
  expect(figures[2]).toEqual(figures[0]);
}, 60_000);

test.skipIf(lacksSharedLogs)("conform gives the reference's fitness, and a row for each case", async () => {
  const model = sharedLog("../reference/receipt/imf.pnml"), cases = join(folder, "cases.csv");
  const { code, json } = await tb(
    ...["conform", "alignments", sharedLog("process/receipt.csv"), "--model", model, "--json", "--cases", cases],
  );
  expect(code).toBe(0);
  const { log } = await reference<{ log: { average_trace_fitness: number; percentage_of_fitting_traces: number } }>(
    "receipt",
    "alignments_imf",
  );
  const found = json() as { averageTraceFitness: number; fittingShare: number; totalCost: number };
  expect(found.averageTraceFitness).toBeCloseTo(log.average_trace_fitness, 12);
  expect(found.fittingShare).toBeCloseTo(log.percentage_of_fitting_traces / 100, 12);
  const rows = (await readFile(cases, "utf8")).trimEnd().split("\n").slice(1).map((line) => line.split(","));
  expect(rows).toHaveLength(1434);
  expect(rows.reduce((sum, [, , cost]) => sum + Number(cost), 0)).toBe(found.totalCost);
});

test("rules are written as JSON, and what was mined from a log breaks none of those that always held", async () => {
  for (
    const [rules, ...settings] of [["declare", "--confidence", "1"], ["skeleton"], ["temporal"], ["footprints"]] as [
      string,
      ...string[],
    ][]
  ) {
    const file = join(folder, `${rules}.json`);
    expect((await tb("discover", rules, LOG, "--out", file, ...settings)).code).toBe(0);
    const { code, json } = await tb("conform", rules, LOG, "--model", file, "--json");
    expect(code).toBe(0);
    if (rules !== "temporal") expect(json()).toMatchObject({ logFitness: 1, fittingShare: 1 });
  }
}, 60_000);

test.each(algorithms.map(({ name }) => name))("discover %s answers with one JSON document", async (name) => {
  const { code, json, err } = await tb("discover", name, LOG, "--json");
  // Work that overlaps in 433 cases is told, and nothing else.
  expect(err.trim().split("\n")).toEqual([expect.stringMatching(/^433 × order of events: /)]);
  expect(code).toBe(0);
  expect(json()).toBeTypeOf("object");
});

test("errors about files name the options of the command line", async () => {
  const open = join(folder, "open.pnml"), pools = join(folder, "pools.bpmn");
  await writeFile(
    open,
    `<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel"><place id="p">` +
      `<initialMarking><text>1</text></initialMarking></place><place id="q"/>` +
      `<transition id="t"><name><text>Receive order</text></name></transition>` +
      `<arc id="a" source="p" target="t"/><arc id="b" source="t" target="q"/></net></pnml>`,
  );
  const one = (id: string) =>
    `<process id="${id}"><startEvent id="s${id}"/><task id="t${id}" name="Receive order"/><endEvent id="e${id}"/>` +
    `<sequenceFlow id="f${id}" sourceRef="s${id}" targetRef="t${id}"/>` +
    `<sequenceFlow id="g${id}" sourceRef="t${id}" targetRef="e${id}"/></process>`;
  await writeFile(
    pools,
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">${one("A")}${
      one("B")
    }</definitions>`,
  );
  for (
    const [command, ...args] of [["convert", pools, join(folder, "y.pnml")], ["conform", "replay", LOG, "-m", pools]]
  ) {
    const refused = await tb(command!, ...args);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/choose one of them with --process "A"/);
    expect((await tb(command!, ...args, "--process", "A")).code).toBe(0);
  }
  const refused = await tb("conform", "replay", LOG, "--model", open);
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/no final marking[^]*Give --guess-markings/);
  expect(refused.err).not.toMatch(/guessMarkings|PetriNet\(/);
  expect((await tb("conform", "replay", LOG, "--model", open, "--guess-markings")).code).toBe(0);
}, 120_000);

test("what cannot be is said with exit code 2", async () => {
  const bare = join(folder, "bare.pnml"), other = join(folder, "other.ptml");
  await writeFile(
    bare,
    `<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel"><place id="p"/>` +
      `<transition id="t"><name><text>Receive order</text></name></transition><arc id="a" source="p" target="t"/></net></pnml>`,
  );
  await tb("discover", "imf", LOG, "--out", other);
  const refusals: [string[], RegExp][] = [
    [["discover", "splitt", LOG], /Expected an algorithm but found "splitt"\. Did you mean "split"\?/],
    [["discover", "alpha", LOG, "--noise", "0.2"], /alpha has no option --noise/],
    [["discover", "imf", LOG, "--noise", "2"], /--noise: expected a number from 0 to 1 but found "2"/],
    [["discover", "imf", LOG, "--out", join(folder, "x.doc")], /x\.doc/],
    [["conform", "replay", LOG], /no --model/],
    [
      ["conform", "alignments", LOG, "--model", other, "--budget", "500"],
      /--budget is called --max-states now: write --max-states 500\./,
    ],
    [["conform", "alignments", LOG, "--model", other, "--budget=500"], /write --max-states=500\./],
    [["conform", "replay", LOG, "--model", join(folder, "none.pnml")], /none\.pnml/],
    [["conform", "replay", LOG, "--model", bare], /no initial and no final marking/],
    [[
      "conform",
      "alignments",
      "data/order-desk-truth.csv",
      "--case",
      "user",
      "--activity",
      "way",
      "--timestamp",
      "end",
      "--model",
      other,
    ], /no activity in common/],
    [["convert", bare, other], /Expected a process tree but found a Petri net/],
  ];
  for (const [args, message] of refusals) {
    const { code, err, out } = await tb(...args);
    expect({ args, code, out }).toEqual({ args, code: 2, out: "" });
    expect(err).toMatch(message);
  }
}, 60_000);
