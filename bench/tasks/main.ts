/**
 * `deno task bench --tasks [--offices] [--seeds N] [--only TEXT] [--json] [--logs FOLDER]`
 *
 * How well segmentation finds known instances: the given logs, with noise, merged, interrupted, with blank labels, the
 * simulated order desk, and made-up tasks; with `--offices` the simulated offices instead. Figures are as
 * docs/segmentation.md defines them.
 */
import { parseArgs } from "node:util";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { textTable } from "../../src/cli/output.ts";
import { valueAt } from "../../src/base/column.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import {
  blanked,
  caseByCase,
  type Corpus,
  interrupted,
  oneAfterTheOther,
  readCorpus,
  withNoise,
  withoutTimes,
} from "../../test/support/tasks/corpus.ts";
import { officeCorpora } from "../../test/support/tasks/offices.ts";
import { randomTasks } from "../../test/support/tasks/random_tasks.ts";
import { scoreCorpus, scoreLog, type TaskScore } from "../../test/support/tasks/score_corpus.ts";
import { routineLine, routineScores } from "../../test/support/tasks/score_routines.ts";

/** The order desk tells its truth in its own columns. */
async function scoreOrderDesk(): Promise<TaskScore> {
  const log = await readInteractions("data/order-desk.csv");
  const segment = log.attribute("segment")!, task = log.attribute("task")!;
  const truth = Array.from({ length: log.interactions }, (_, i) => Number(valueAt(segment, i) ?? -1));
  return scoreLog("order desk", log, truth, truth.map((_, i) => String(valueAt(task, i))));
}

/** The truth of the raw recording is that of the preprocessed one, by time. */
async function scoreRaw(folder: string, truth: Corpus): Promise<TaskScore> {
  const log = await readInteractions(join(folder, "student-record-raw.csv"));
  const ends = truth.rows.map(({ cells, instance }) => ({ time: Date.parse(cells.timeStamp!), instance }));
  const owner = Array.from(log.time, (time) => {
    // What was left out by preprocessing belongs to the instance of the next interaction that was kept.
    const next = ends.find((end) => end.time >= time) ?? ends.at(-1)!;
    return next.instance;
  });
  return scoreLog("student-record-raw", log, owner, owner.map(() => "student record"));
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      tasks: { type: "boolean" },
      offices: { type: "boolean", default: false },
      seeds: { type: "string", default: "2" },
      only: { type: "string", default: "" },
      json: { type: "boolean", default: false },
      logs: { type: "string", default: "../shared/logs/interaction" },
    },
  });
  const seeds = Array.from({ length: Number(values.seeds) }, (_, s) => s + 1);
  const runs: { name: string; run: () => TaskScore | Promise<TaskScore> }[] = [];
  const add = (corpus: Corpus, seed?: number) => {
    const name = seed === undefined ? corpus.name : `${corpus.name} #${seed}`;
    runs.push({ name, run: () => scoreCorpus({ ...corpus, name }) });
  };
  const hasLogs = existsSync(values.logs);
  if (values.offices) {
    for (const seed of seeds) {
      for (const { name, make } of officeCorpora(seed)) runs.push({ name, run: () => scoreCorpus(make()) });
    }
  } else if (hasLogs) {
    const logs = new Map<string, Corpus>();
    for (const name of ["cpn1", "cpn4", "cpn5", "cpn6", "student-record-truth"]) {
      const corpus = await readCorpus(join(values.logs, `${name}.csv`), name);
      logs.set(name, corpus);
      add(corpus);
      add(blanked(corpus));
    }
    const student = logs.get("student-record-truth")!;
    runs.push({ name: "student-record-raw", run: () => scoreRaw(values.logs, student) });
    for (const seed of seeds) {
      for (const name of ["cpn1", "cpn4", "cpn6", "student-record-truth"]) {
        for (const p of [0.05, 0.1, 0.2]) add(withNoise(logs.get(name)!, p, seed), seed);
      }
      const pairs = [["cpn1", "cpn6"], ["cpn4", "cpn5"], ["cpn1", "cpn4"], ["cpn1", "student-record-truth"]];
      for (const pair of pairs) {
        const both = pair.map((name) => logs.get(name)!);
        add(oneAfterTheOther(both, seed), seed);
        add(caseByCase(both, seed), seed);
        add(withoutTimes(caseByCase(both, seed)), seed);
        add(blanked(caseByCase(both, seed)), seed);
        add(interrupted(both, seed), seed);
        add(blanked(interrupted(both, seed)), seed);
      }
    }
  } else console.error(`No logs in ${values.logs}: those that come with the project only.`);
  if (!values.offices) runs.push({ name: "order desk", run: scoreOrderDesk });
  for (const seed of values.offices ? [] : seeds) {
    for (const tasks of [1, 2, 4]) {
      add(randomTasks({ seed, tasks }));
      add(randomTasks({ seed, tasks, stray: 0.03 }));
      add(randomTasks({ seed, tasks, interrupted: 0.2 }));
    }
  }
  const scores: TaskScore[] = [];
  for (const { name, run } of runs) {
    if (!name.includes(values.only)) continue;
    console.error(name);
    scores.push(await run());
  }
  const routines = hasLogs && !values.offices && "routines".includes(values.only)
    ? await routineScores(`${values.logs}/`)
    : [];
  if (values.json) console.log(JSON.stringify({ scores, routines }, null, 2));
  else {
    printScores(scores);
    if (routines.length > 0) console.log("\nRoutines, with the true instances and with those that are found:");
    for (const score of routines) console.log(routineLine(score));
  }
}

function printScores(scores: readonly TaskScore[]): void {
  const three = (x: number) => x.toFixed(3);
  console.log(textTable(
    [
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
    ],
    scores.map((s) => [
      s.corpus,
      String(s.interactions),
      String(s.instances),
      String(s.found),
      three(s.nled),
      three(s.exact),
      three(s.boundaryF1),
      three(s.pairF1),
      String(s.tasks),
      String(s.foundTasks),
      three(s.weightedF1),
      three(s.ari),
      s.seconds.toFixed(2),
    ]),
  ));
}
