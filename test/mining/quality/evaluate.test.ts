import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { alignTracesSync } from "../../../src/mining/alignments/align_traces.ts";
import { compareModels, evaluateModel } from "../../../src/mining/quality/evaluate.ts";
import { generalisation } from "../../../src/mining/quality/generalisation.ts";
import { precisionByAlignments, precisionByReplay } from "../../../src/mining/quality/precision.ts";
import { replayTokens } from "../../../src/mining/replay/replay.ts";
import { simplicity } from "../../../src/mining/quality/simplicity.ts";
import { treeToBpmn } from "../../../src/models/convert/tree_to_bpmn.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";

const tree = parseProcessTree("->( 'a', +( 'b', X( 'c', tau ) ), 'd' )");
const log = tinyLog("3× a b c d", "a b d", "a c d", "2× a d b x");

test("the figures are those of each measure by itself", async () => {
  const net = treeToNet(tree), replay = replayTokens(log, net);
  const { f1, notes, ...figures } = await evaluateModel(log, net);
  expect(figures).toEqual({
    fitness: replay.logFitness,
    fittingShare: replay.fittingShare,
    precision: precisionByReplay(log, net).precision,
    generalisation: generalisation(replay),
    simplicity: simplicity(net),
  });
  expect(1 / f1).toBeCloseTo((1 / figures.fitness + 1 / figures.precision) / 2, 12);
  expect(notes.join()).toContain(`"x"`);
});

test("by alignments", async () => {
  const net = treeToNet(tree), alignments = alignTracesSync(log, net);
  expect(await evaluateModel(log, net, { by: "alignments" })).toMatchObject({
    fitness: alignments.logFitness,
    fittingShare: alignments.fittingShare,
    precision: precisionByAlignments(log, net, alignments).precision,
  });
});

test("a tree, its net and its BPMN are the same to a log, and stand in the order given", async () => {
  const models = {
    tree,
    "a flower": parseProcessTree("*( X( 'a', 'b', 'c', 'd' ), tau )"),
    net: treeToNet(tree),
    bpmn: treeToBpmn(tree),
  };
  const table = await compareModels(log, models);
  expect(table.array("model")).toEqual(["tree", "a flower", "net", "bpmn"]);
  const [first, flower, second, third] = table.objects() as { fitness: number; precision: number; silent: number }[];
  expect(second).toEqual({ ...first, model: "net" });
  expect([third!.fitness, third!.precision]).toEqual([first!.fitness, first!.precision]);
  expect(flower!.fitness).toBeGreaterThan(first!.fitness);
  expect(flower!.precision).toBeLessThan(first!.precision);
});

test("a model that cannot be judged is named", async () => {
  const net = new PetriNet({ ...treeToNet(tree), initial: new Map() });
  await expect(compareModels(log, { "no start": net })).rejects.toThrow(InputError);
  await expect(compareModels(log, { "no start": net })).rejects.toThrow(`The model "no start": `);
  await expect(evaluateModel(randomLog({ seed: 1 }), tree)).rejects.toThrow("no activity in common");
});
