/** How well segmentation finds the instances and kinds of task that a log is known to hold. */
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { interactionsFromTable } from "../../../src/log/interactions/read_interactions.ts";
import { adjustedRandIndex, scoreSegments, weightedF1 } from "../../../src/taskmining/segmentation/score_segments.ts";
import type { TaskSegmentation } from "../../../src/taskmining/segmentation/segmentation.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { text } from "../interactions.ts";
import type { Corpus } from "./corpus.ts";

export interface TaskScore {
  readonly corpus: string;
  readonly interactions: number;
  readonly instances: number;
  readonly found: number;
  readonly nled: number;
  readonly exact: number;
  readonly boundaryF1: number;
  readonly pairF1: number;
  /** Kinds of task: true ones, found ones, weighted F1 and adjusted Rand index over interactions. */
  readonly tasks: number;
  readonly foundTasks: number;
  readonly weightedF1: number;
  readonly ari: number;
  readonly seconds: number;
}

/** A log with the truth of each of its interactions: instance, -1 for none, and kind of task. */
export interface KnownLog {
  readonly log: InteractionLog;
  readonly truth: ArrayLike<number>;
  readonly kind: readonly string[];
}

/** The log as a reader sees it, without its truth. */
export function knownLog({ rows, name }: Corpus): KnownLog {
  const columns = Object.keys(rows[0]!.cells).map((column) =>
    text(column, rows.map(({ cells }) => cells[column] || undefined))
  );
  const log = interactionsFromTable({ rows: rows.length, columns }, { name });
  const truth = Int32Array.from(log.rows, (row) => rows[row]!.instance);
  return { log, truth, kind: Array.from(log.rows, (row) => rows[row]!.task) };
}

/** Segments a log and holds it against the truth of each of its interactions. */
export function scoreLog(
  corpus: string,
  log: InteractionLog,
  truth: ArrayLike<number>,
  kind: readonly string[],
): TaskScore {
  const begin = performance.now();
  const segmentation = segmentTasks(log);
  return scoreFound(corpus, segmentation, { log, truth, kind }, (performance.now() - begin) / 1000);
}

/** Holds a segmentation against the truth. */
export function scoreFound(
  corpus: string,
  { owner, task, tasks }: TaskSegmentation,
  { log, truth, kind }: KnownLog,
  seconds: number,
): TaskScore {
  const { nled, exactShare, boundaryF1, pairF1, instances, found } = scoreSegments(owner, truth, log.action);
  const owned = [...kind.keys()].filter((i) => truth[i]! >= 0);
  const trueKinds = owned.map((i) => kind[i]!), foundKinds = owned.map((i) => owner[i]! < 0 ? -1 : task[owner[i]!]!);
  return {
    corpus,
    interactions: log.interactions,
    instances,
    found,
    nled,
    exact: exactShare,
    boundaryF1,
    pairF1,
    tasks: new Set(trueKinds).size,
    foundTasks: tasks.length,
    weightedF1: weightedF1(foundKinds, trueKinds),
    ari: adjustedRandIndex(foundKinds, trueKinds),
    seconds,
  };
}

export function scoreCorpus(corpus: Corpus): TaskScore {
  const { log, truth, kind } = knownLog(corpus);
  return scoreLog(corpus.name, log, truth, kind);
}
