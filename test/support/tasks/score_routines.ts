/**
 * How well routines are found, on the logs of Leno et al., ICPM 2020: the Jaccard coefficient of each routine against the
 * most alike true one, their mean, and the share of the interactions that routines cover; with true instances and with
 * instances found from behaviour.
 *
 * True routines: of StudentRecord those that its authors give; of a generated log the ways in which its generator plays
 * out a case, that is the variants of the true cases which at least two cases, and one in a hundred, follow. Of a log
 * with noise those of the same log without it.
 */
import { readFile } from "node:fs/promises";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { discoverRoutines, type RoutineOptions } from "../../../src/taskmining/routines/routines.ts";
import { actionsOf, stepsOf, type TaskWork } from "../../../src/taskmining/instances/steps.ts";
import { jaccard } from "../../../src/taskmining/segmentation/score_segments.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { type TaskInstances, taskInstances } from "../../../src/taskmining/instances/task_instances.ts";

export interface RoutineScore {
  readonly log: string;
  readonly instances: "true" | "found";
  readonly trueRoutines: number;
  readonly routines: number;
  /** Mean over routines of the Jaccard coefficient against the true routine most alike. */
  readonly jc: number;
  /** The same, routines weighted by their coverage. */
  readonly weightedJc: number;
  readonly coverage: number;
  /** Share of the true instances that are among those used, with exactly their interactions. */
  readonly exact: number;
  readonly published: { readonly jc: number; readonly coverage: number } | undefined;
  readonly seconds: number;
}

/** What RPM_Segmentator reaches on the same logs with its true segments, which it finds. */
const PUBLISHED: Readonly<Record<string, { jc: number; coverage: number }>> = {
  cpn1: { jc: 1, coverage: 1 },
  cpn4: { jc: 0.929, coverage: 0.93 },
  cpn5: { jc: 0.91, coverage: 0.86 },
  cpn6: { jc: 1, coverage: 1 },
  "student-record-truth": { jc: 0.954, coverage: 0.98 },
};

const LOGS = ["cpn1", "cpn4", "cpn5", "cpn6", "student-record-truth", "cpn1-noise10", "cpn4-noise10"];

export interface RoutineBenchOptions extends RoutineOptions {
  /** File names without `.csv`. @default all seven */
  readonly logs?: readonly string[];
  /** @default both */
  readonly instances?: "true" | "found";
}

/** @param folder of the interaction logs, with a slash at its end. */
export async function routineScores(folder: string, options: RoutineBenchOptions = {}): Promise<RoutineScore[]> {
  const scores: RoutineScore[] = [];
  for (const name of options.logs ?? LOGS) {
    const log = await readInteractions(`${folder}${name}.csv`);
    const truth = name.startsWith("student")
      ? givenRoutines(await readFile(`${folder}student-record-routines.txt`, "utf8"))
      : trueRoutines(await readInteractions(`${folder}${name.split("-")[0]}.csv`));
    const works: ["true" | "found", () => TaskWork][] = [
      ["true", () => taskInstances(log, { instance: "case" })],
      ["found", () => segmentTasks(log)],
    ];
    for (const [instances, make] of works) {
      if (options.instances && options.instances !== instances) continue;
      const work = make();
      const begin = performance.now();
      const { routines, coverage } = discoverRoutines(work, options);
      const seconds = (performance.now() - begin) / 1000;
      const { jc, weightedJc } = scoreRoutines(routines, truth);
      scores.push({
        log: name,
        instances,
        trueRoutines: truth.length,
        routines: routines.length,
        jc,
        weightedJc,
        coverage,
        exact: exactShare(work as Instances, taskInstances(log, { instance: "case" })),
        published: PUBLISHED[name],
        seconds,
      });
    }
  }
  return scores;
}

type Instances = Pick<TaskInstances, "count" | "offsets" | "events">;

function exactShare(found: Instances, truth: Instances): number {
  const eventsOf = ({ offsets, events }: Instances, k: number) => events.subarray(offsets[k]!, offsets[k + 1]!).join();
  const all = new Set(Array.from({ length: found.count }, (_, k) => eventsOf(found, k)));
  const exact = Array.from({ length: truth.count }, (_, k) => all.has(eventsOf(truth, k)) ? 1 : 0);
  return exact.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, truth.count);
}

/** Actions are compared by what was done and to which element; the place after " @ " only where the truth tells it. */
export function scoreRoutines(
  routines: readonly { readonly actions: readonly string[]; readonly coverage: number }[],
  truth: readonly (readonly string[])[],
): { jc: number; weightedJc: number } {
  const told = truth.some((actions) => actions.some((action) => action.includes(" @ ")));
  const best = routines.map(({ actions }) => {
    const own = told ? actions : actions.map(plainName);
    return Math.max(0, ...truth.map((other) => jaccard(own, other)));
  });
  const covered = routines.reduce((sum, { coverage }) => sum + coverage, 0);
  return {
    jc: best.reduce((sum, own) => sum + own, 0) / Math.max(1, best.length),
    weightedJc: covered === 0 ? 0 : routines.reduce((sum, { coverage }, r) => sum + coverage * best[r]!, 0) / covered,
  };
}

/** Variants of the true cases that at least two cases, and one in a hundred, follow. */
export function trueRoutines(log: InteractionLog): string[][] {
  const steps = stepsOf(taskInstances(log, { instance: "case" }));
  const variants = new Map<string, { actions: string[]; cases: number }>();
  for (let k = 0; k < steps.count; k++) {
    const actions = Array.from(actionsOf(steps, k), (action) => log.actions[action]!);
    const known = variants.get(actions.join("\n"));
    if (known) known.cases++;
    else variants.set(actions.join("\n"), { actions, cases: 1 });
  }
  const least = Math.max(2, steps.count / 100);
  return [...variants.values()].filter(({ cases }) => cases >= least).map(({ actions }) => actions);
}

/** Lines as `copyCell_A -1 paste_SingleLine -1 … -2`. */
function givenRoutines(text: string): string[][] {
  return text.split("\n").filter((line) => line.includes(" -1 ")).map((line) =>
    line.split(" -1").map((action) => action.trim()).filter((action) => action !== "" && action !== "-2")
  );
}

/** `editField Date-date @ Chrome / …` is `editField_Date_date` in the file of the true routines. */
function plainName(action: string): string {
  return action.split(" @ ")[0]!.replace(/[^A-Za-z0-9]+/g, "_");
}

/** One line a score. */
export function routineLine(score: RoutineScore): string {
  const { jc, coverage } = score.published ?? {};
  return `${score.log.padEnd(22)}${score.instances.padEnd(6)} ${String(score.routines).padStart(3)} routines ` +
    `(true ${score.trueRoutines})  JC ${score.jc.toFixed(3)} (weighted ${score.weightedJc.toFixed(3)})  ` +
    `coverage ${score.coverage.toFixed(3)}  instances exact ${score.exact.toFixed(3)}  ${score.seconds.toFixed(2)} s` +
    (jc === undefined ? "" : `  published ${jc.toFixed(3)} / ${coverage!.toFixed(2)}`);
}
