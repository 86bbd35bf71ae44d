/**
 * `deno task bench --tasks [--offices] [--seeds N] [--only TEXT] [--json] [--logs FOLDER]`
 * `deno task bench --tasks --desks [--seeds FROM-TO] [--final] [--json]`, see `desks.ts`
 * `deno task bench --tasks --stability [--only TEXT] [--json] [--logs FOLDER]`, see `stability.ts`
 * `deno task bench --tasks --hints [--seeds N,N] [--only TEXT] [--json] [--logs FOLDER]`, see `hints.ts`
 *
 * How well segmentation finds known instances: the given logs, with noise, merged, interrupted, with blank labels,
 * recordings of two people and more, the simulated order desk, and made-up tasks; with `--offices` the simulated offices
 * instead. Figures are as docs/segmentation.md defines them.
 */
import { parseArgs } from "node:util";
import { existsSync } from "node:fs";
import { textTable } from "../../src/cli/output.ts";
import { OptionError } from "../../src/base/errors.ts";
import { officeCorpora } from "../../test/support/tasks/offices.ts";
import { randomTasks } from "../../test/support/tasks/random_tasks.ts";
import { scoreCorpus, scoreLog, type TaskScore } from "../../test/support/tasks/score_corpus.ts";
import { routineLine, routineScores } from "../../test/support/tasks/score_routines.ts";
import { deskSeeds } from "../../test/support/tasks/desk_seeds.ts";
import { benchDesks } from "./desks.ts";
import { benchHints } from "./hints.ts";
import { givenRuns, orderDesk, type Run } from "./given_logs.ts";
import { benchStability } from "./stability.ts";

interface Options {
  readonly offices: boolean;
  readonly seeds?: string | undefined;
  readonly only: string;
  readonly json: boolean;
  readonly logs: string;
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      tasks: { type: "boolean" },
      offices: { type: "boolean", default: false },
      desks: { type: "boolean", default: false },
      final: { type: "boolean", default: false },
      hints: { type: "boolean", default: false },
      stability: { type: "boolean", default: false },
      seeds: { type: "string" },
      only: { type: "string", default: "" },
      json: { type: "boolean", default: false },
      logs: { type: "string", default: "../shared/logs/interaction" },
    },
  });
  try {
    if (values.desks) benchDesks(deskSeeds(values.seeds, values.final), values.json);
    else if (values.hints) await benchHints(values);
    else if (values.stability) await benchStability(values);
    else await benchLogs(values);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(error.message);
    Deno.exit(2);
  }
}

async function benchLogs(values: Options): Promise<void> {
  const seeds = Array.from({ length: Number(values.seeds ?? 2) }, (_, s) => s + 1);
  const runs: Run[] = [];
  const hasLogs = existsSync(values.logs);
  if (values.offices) {
    for (const seed of seeds) {
      for (const { name, make } of officeCorpora(seed)) runs.push({ name, run: () => scoreCorpus(make()) });
    }
  } else if (hasLogs) runs.push(...await givenRuns(values.logs, seeds));
  else console.error(`No logs in ${values.logs}: those that come with the project only.`);
  if (!values.offices) runs.push({ name: "order desk", run: scoreOrderDesk });
  for (const seed of values.offices ? [] : seeds) {
    for (const tasks of [1, 2, 4]) {
      for (const trouble of [{}, { stray: 0.03 }, { interrupted: 0.2 }]) {
        const corpus = randomTasks({ seed, tasks, ...trouble });
        runs.push({ name: corpus.name, run: () => scoreCorpus(corpus) });
      }
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

async function scoreOrderDesk(): Promise<TaskScore> {
  const { log, truth, kind } = await orderDesk();
  return scoreLog("order desk", log, truth, kind);
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
