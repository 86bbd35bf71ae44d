/**
 * `deno run -A bench/tasks/offices_main.ts [--seeds N] [--only TEXT] [--json]`
 *
 * How well segmentation finds the instances of simulated offices; figures as in `deno task bench --tasks`.
 */
import { parseArgs } from "node:util";
import { textTable } from "../../src/cli/output.ts";
import { scoreCorpus, type TaskScore } from "./main.ts";
import { officeCorpora } from "./offices.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    seeds: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
  },
});

const scores: TaskScore[] = [];
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  for (const { name, make } of officeCorpora(seed)) {
    if (!name.includes(values.only)) continue;
    console.error(name);
    scores.push(scoreCorpus(make()));
  }
}
if (values.json) console.log(JSON.stringify(scores, null, 2));
else {
  const three = (x: number) => x.toFixed(3);
  const head = [
    "corpus",
    "events",
    "instances",
    "found",
    "NLED",
    "exact",
    "bound. F1",
    "pair F1",
    "kinds",
    "found",
    "wF1",
    "ARI",
    "s",
  ];
  const lines = scores.map((s) => [
    s.corpus,
    ...[s.interactions, s.instances, s.found].map(String),
    ...[s.nled, s.exact, s.boundaryF1, s.pairF1].map(three),
    ...[s.tasks, s.foundTasks].map(String),
    ...[s.weightedF1, s.ari].map(three),
    s.seconds.toFixed(2),
  ]);
  console.log(textTable(head, lines));
}
