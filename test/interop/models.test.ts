/** Our files of models in the hands of PM4Py. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alignTracesSync } from "../../src/mining/alignments/align_traces.ts";
import { modelAs } from "../../src/models/convert/model_as.ts";
import { readModel, writeModel } from "../../src/models/files/model_files.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import type { ProcessTree } from "../../src/models/process_tree.ts";
import type { TraceCounts } from "../../src/models/trace_variants.ts";
import { random } from "../support/random.ts";
import { languageOf, randomTree } from "../support/trees.ts";
import { type Answer, askPm4py, lacksPm4py } from "./support/pm4py.ts";

const LENGTH = 6;
const TREES = [
  "->( 'a', *( +( 'b', X( 'c', 'd' ) ), 'e' ), X( 'f', tau ) )",
  "*( X( 'a', ->( 'b', 'c' ) ), 'd', 'e' )",
  "O( 'a', 'b', ->( 'c', 'd' ) )",
  "+( *( 'a', tau ), X( tau, 'b' ), 'c' )",
  "->( 'é', '<&\"', 'x y', '数据' )",
].map(parseProcessTree);

let folder: string;
let trees: ProcessTree[];
let traces: string[][][];
let answers: Answer[];

beforeAll(async () => {
  if (lacksPm4py) return;
  folder = await mkdtemp(join(tmpdir(), "tracebook-models-"));
  trees = [...TREES, ...Array.from({ length: 15 }, (_, seed) => randomTree({ seed, activities: 5 }))];
  traces = trees.map((tree, i) => tracesFor(tree, i));
  const questions = [];
  for (const [i, tree] of trees.entries()) {
    const models = ["ptml", "pnml", "bpmn"].map((ending) => join(folder, `tree${i}.${ending}`));
    for (const path of models) await writeModel(tree, path);
    questions.push({ traces: traces[i]!, models, tree: models[0]! });
  }
  answers = await askPm4py(questions);
}, 300_000);
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true });
});

test.skipIf(lacksPm4py)("PM4Py reads a tree, a net and BPMN with the activities that they have", () => {
  for (const [i, { models }] of answers.entries()) {
    const activities = activitiesOf(trees[i]!).sort();
    for (const { labels } of models) expect([...new Set(labels)]).toEqual(activities);
  }
});

test.skipIf(lacksPm4py)("in each of them PM4Py finds fitting what the tree allows, and nothing else", () => {
  for (const [i, { models }] of answers.entries()) {
    const words = new Set(languageOf(trees[i]!, LENGTH + 2));
    const fitting = traces[i]!.map((trace) => words.has(trace.join(SEPARATOR)));
    expect(fitting).toContain(true);
    expect(fitting).toContain(false);
    for (const { costs } of models) expect(costs.map((cost) => cost === 0)).toEqual(fitting);
  }
});

test.skipIf(lacksPm4py)("PM4Py finds the same fitness of every trace in all three", () => {
  for (const { models: [tree, net, bpmn] } of answers) {
    expect(net!.costs).toEqual(tree!.costs);
    expect(bpmn!.costs).toEqual(tree!.costs);
  }
});

test.skipIf(lacksPm4py)("our own alignments with what is read back are as PM4Py's", async () => {
  for (const [i, { models }] of answers.entries()) {
    for (const [m, ending] of ["ptml", "pnml", "bpmn"].entries()) {
      const net = modelAs(await readModel(join(folder, `tree${i}.${ending}`)), "net");
      const { costs, fitness } = models[m]!;
      const ours = traces[i]!.map((trace) => alignTracesSync(countsOf(trace), net).variants[0]!);
      expect(ours.map(({ cost }) => cost)).toEqual(costs);
      // PM4Py lets an inclusive gateway of BPMN start none of its branches: its shortest run is shorter.
      if (ending === "bpmn" && String(trees[i]).includes("O(")) continue;
      expect(ours.map((one) => one.fitness.toFixed(9))).toEqual(fitness.map((one) => one.toFixed(9)));
    }
  }
});

const SEPARATOR = " ";

function countsOf(trace: readonly string[]): TraceCounts {
  const activities = [...new Set(trace)].sort();
  const sequences = [Int32Array.from(trace, (activity) => activities.indexOf(activity))];
  return { activities, sequences, counts: Float64Array.of(1) };
}

/** Words of the tree, and the same with an event left out, put in or moved. */
function tracesFor(tree: ProcessTree, seed: number): string[][] {
  const { below, pick, shuffled } = random(seed);
  const activities = activitiesOf(tree);
  const words = shuffled(languageOf(tree, LENGTH)).slice(0, 8).map((word) => wordOf(word, activities));
  const broken = words.flatMap((word) => {
    const at = below(word.length + 1);
    return [word.toSpliced(at, 1), word.toSpliced(at, 0, pick(activities)), word.toReversed()];
  });
  return [...words, ...broken, [...activities, ...activities]].filter((trace) => trace.length > 0);
}

/** Activities of a text of them; names may have spaces in them. */
function wordOf(text: string, activities: readonly string[]): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== "";) {
    const next = activities.find((name) => rest === name || rest.startsWith(name + SEPARATOR))!;
    found.push(next);
    rest = rest.slice(next.length + SEPARATOR.length);
  }
  return found;
}

function activitiesOf({ activity, children }: ProcessTree): string[] {
  return activity === undefined ? children.flatMap(activitiesOf) : [activity];
}
