/** The logs of known truth that the benchmark is given: published ones, noisy, merged and disturbed, and recordings. */
import { join } from "node:path";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { valueAt } from "../../src/base/column.ts";
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
import { type KnownLog, scoreCorpus, scoreLog, type TaskScore } from "../../test/support/tasks/score_corpus.ts";

export interface Run {
  readonly name: string;
  readonly run: () => TaskScore | Promise<TaskScore>;
}

/** Recordings whose columns `truth_case` and `truth_task` tell instances and kinds; rows without belong to none. */
export const RECORDINGS = ["support-desk", "accountant", "three-kinds-with-login"] as const;

export function readRecording(folder: string, name: string): Promise<Corpus> {
  return readCorpus(join(folder, `${name}.csv`), name, "truth_case", "truth_task");
}

export function readPublished(folder: string, name: string): Promise<Corpus> {
  return readCorpus(join(folder, `${name}.csv`), name);
}

/** The order desk tells its truth in its own columns. */
export async function orderDesk(): Promise<KnownLog> {
  const log = await readInteractions("data/order-desk.csv");
  const segment = log.attribute("segment")!, task = log.attribute("task")!;
  const truth = Array.from({ length: log.interactions }, (_, i) => Number(valueAt(segment, i) ?? -1));
  return { log, truth, kind: truth.map((_, i) => String(valueAt(task, i))) };
}

export async function givenRuns(folder: string, seeds: readonly number[]): Promise<Run[]> {
  const runs: Run[] = [];
  const add = (corpus: Corpus, seed?: number) => {
    const name = seed === undefined ? corpus.name : `${corpus.name} #${seed}`;
    runs.push({ name, run: () => scoreCorpus({ ...corpus, name }) });
  };
  const logs = new Map<string, Corpus>();
  for (const name of ["cpn1", "cpn4", "cpn5", "cpn6", "student-record-truth"]) {
    const corpus = await readPublished(folder, name);
    logs.set(name, corpus);
    add(corpus);
    add(blanked(corpus));
  }
  logs.set("cpn3", await readPublished(folder, "cpn3"));
  add(logs.get("cpn3")!);
  for (const name of RECORDINGS) add(await readRecording(folder, name));
  const student = logs.get("student-record-truth")!;
  runs.push({ name: "student-record-raw", run: () => scoreRaw(folder, student) });
  for (const seed of seeds) {
    for (const name of ["cpn1", "cpn3", "cpn4", "cpn6", "student-record-truth"]) {
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
  return runs;
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
