import { table } from "arquero";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { discoverDeclare } from "../../../src/mining/discovery/declare.ts";
import { discoverFootprints } from "../../../src/mining/discovery/footprints.ts";
import { discoverHeuristics } from "../../../src/mining/discovery/heuristics.ts";
import { declareFromJson } from "../../../src/models/declare.ts";
import { Footprints } from "../../../src/models/footprints.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { viewDeclare } from "../../../src/viz/models/declare.ts";
import { viewFootprints } from "../../../src/viz/models/footprints.ts";
import { viewHeuristicsNet } from "../../../src/viz/models/heuristics_net.ts";
import { viewModelComparison } from "../../../src/viz/models/model_comparison.ts";
import { viewModel } from "../../../src/viz/models/model.ts";
import { tinyLog } from "../../support/logs.ts";
import { expectWellFormed, gallery } from "../golden.ts";

const log = tinyLog(
  "30× order pack bill ship",
  "20× order bill pack ship",
  "4× order pack bill pack bill ship",
  "1× order cancel",
);

const compared = () =>
  table({
    model: [
      "inductive miner",
      "inductive miner, noise 0.2",
      "alpha",
      "a model whose name runs on well past its column",
    ],
    fitness: [1, 0.97231, 0.41, 0.99999],
    precision: [0.43, 0.78, NaN, 0.9],
    f1: [0.601, 0.865, null, 0.947],
    generalisation: [0.9, 0.88, 0.7, 0.9],
    simplicity: [0.5, 0.61, 0.4, 0.66],
  });

gallery("model comparison: five measures, one unknown", () => viewModelComparison(compared(), { of: "orders.csv" }));
gallery("footprints: of a log", () => viewFootprints(discoverFootprints(log), { log }));
gallery(
  "footprints: compared",
  () =>
    viewFootprints(discoverFootprints(log), {
      compare: discoverFootprints(tinyLog("order bill pack ship", "order wait")),
    }),
);
gallery("declare: rules of every kind of line", () =>
  viewDeclare(declareFromJson({
    cases: 10,
    constraints: [
      { template: "init", first: "order", support: 1, confidence: 1, activatedCases: 10, fulfilledCases: 10 },
      ...["responded_existence", "coexistence", "response", "alternate_response", "chain_response", "precedence"]
        .concat(["alternate_precedence", "chain_precedence", "succession", "not_coexistence", "not_chain_succession"])
        .map((template, i) => ({
          template,
          first: "order",
          second: "pack",
          support: 1 - i / 20,
          confidence: 0.9 - i / 25,
          activatedCases: 10,
          fulfilledCases: 9,
        })),
    ],
  })));
gallery("heuristics net: with loops and parallel steps", () => viewHeuristicsNet(discoverHeuristics(log), { log }));

test("the best of each measure is bold, all of them where several are", () => {
  const { document } = parseHTML(`<!doctype html><html><body>${viewModelComparison(compared()).toSVG()}</body></html>`);
  const bold = [...document.querySelectorAll("[font-weight]")].map((text) => text.textContent);
  expect(bold).toEqual(["1.000", "0.900", "0.900", "0.947", "0.900", "0.660"]);
  expect([...document.querySelectorAll("text")].map((text) => text.textContent)).toContain("–");
  expect(viewModelComparison(compared()).parts.alt).toContain("generalisation 0.900 (inductive miner, a model whose");
});

test("other numbers stand in the table, notes in the caption", () => {
  const { caption, table: numbers } = viewModelComparison(
    table({ model: ["a", "b"], fitness: [1, 0.5], places: [4, 7], notes: [[], ["2 alignments are not optimal."]] }),
  ).parts;
  expect(numbers).toEqual({ columns: ["model", "fitness", "places"], rows: [["a", 1, 4], ["b", 0.5, 7]] });
  expect(caption).toContain("b: 2 alignments are not optimal.");
});

test("models can be sorted, unknown values last; measures that are not there are left out", () => {
  const order = viewModelComparison(compared(), { sort: "precision" }).parts.table.rows.map(([model]) => model);
  expect(order[0]).toContain("a model whose");
  expect(order.at(-1)).toBe("alpha");
  const two = viewModelComparison(table({ model: ["a"], fitness: [0.5] }));
  expect(two.parts.table.columns).toEqual(["model", "fitness"]);
  expect(() => viewModelComparison(table({ name: ["a"], fitness: [1] }))).toThrow(/Expected a column "model"/);
  expect(() => viewModelComparison(table({ model: ["a"], speed: [1] }))).toThrow(/at least one of fitness, precision/);
});

test("a footprint matrix has a cell for each relation but #, and says where two differ", () => {
  const own = discoverFootprints(log), other = discoverFootprints(tinyLog("order bill pack ship", "order wait"));
  const relations = own.activities.flatMap((a) => own.activities.filter((b) => own.relation(a, b) !== "#")).length;
  expect(viewFootprints(own).toSVG().match(/class="tbf-/g)!.length).toBe(relations);
  const { table, caption } = viewFootprints(own, { compare: other }).parts;
  const has = (one: Footprints, a: string, b: string) => one.has(a) && one.has(b) ? one.relation(a, b) : "#";
  const all = [...new Set([...own.activities, ...other.activities])].sort();
  const expected = all.flatMap((a) =>
    all.flatMap((b) => has(own, a, b) === has(other, a, b) ? [] : [[a, b, has(own, a, b), has(other, a, b)]])
  );
  expect(table.rows).toEqual(expected);
  expect(caption).toContain(`${expected.length} of ${all.length ** 2} relations differ`);
  expect(viewFootprints(own, { compare: own }).parts.caption).toContain("agreement 100 %");
});

test("rules come surest first, and those without a log have no bars", () => {
  const rows = viewDeclare(discoverDeclare(log)).parts.table.rows;
  for (let i = 1; i < rows.length; i++) expect(Number(rows[i]![4])).toBeLessThanOrEqual(Number(rows[i - 1]![4]));
  const byHand = viewDeclare(declareFromJson({ constraints: [{ template: "response", first: "a", second: "b" }] }));
  expect(byHand.toSVG()).not.toContain('tbc-track"');
  expect(byHand.parts.caption).not.toContain("Support");
});

test("large ones stay within what an output may weigh", () => {
  const names = Array.from({ length: 80 }, (_, i) => `T${i} Determine the necessity of advice ${i}`);
  const dense = new Footprints({
    activities: names,
    follows: names.flatMap((a, i) => names.filter((_, j) => (i * 7 + j * 3) % 2 === 0).map((b) => [a, b] as const)),
    starts: names.slice(0, 2),
    ends: names.slice(5, 9),
  });
  const figure = viewFootprints(dense);
  expect(figure.toHTML().length).toBeLessThan(outputBytes);
  expect(figure.parts.caption).toContain("80 activities, the first 45 by name shown");
  const rules = declareFromJson({
    cases: 5,
    constraints: names.slice(1).map((second) => ({
      template: "response",
      first: names[0],
      second,
      support: 1,
      confidence: 1,
    })),
  });
  expect(viewDeclare(rules, { top: 150 }).toHTML().length).toBeLessThan(outputBytes);
});

test("viewModel shows these as their own views do; names stay text", () => {
  const evil = tinyLog("</script><img/src=x> b </script><img/src=x>");
  const models = [discoverFootprints(evil), discoverDeclare(evil), discoverHeuristics(evil)];
  expect(models.map((model) => viewModel(model).parts.title)).toEqual([
    "Footprints",
    "Declare rules",
    "Heuristics net",
  ]);
  for (const model of models) {
    expectWellFormed(viewModel(model).toSVG());
    expect(viewModel(model).toHTML().match(/<\/script/g)!.length).toBe(1);
  }
  const named = viewModelComparison(table({ model: ["</script><b>"], fitness: [1] }));
  expectWellFormed(named.toSVG());
  expect(named.toHTML().match(/<\/script/g)!.length).toBe(1);
});

test("whole numbers are asked for", () => {
  expect(() => viewDeclare(discoverDeclare(log), { top: 0 })).toThrow(
    /Expected top to be a whole number from 1 to 150/,
  );
});
