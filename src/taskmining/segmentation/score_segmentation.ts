/** How well a segmentation agrees with what a column of its log tells. */
import { textAt } from "../../io/interactions/text_columns.ts";
import { textAttribute } from "../options.ts";
import {
  adjustedRandIndex,
  scoreSegments,
  type SegmentScore,
  type SegmentScoreOptions,
  weightedF1,
} from "./score_segments.ts";
import type { TaskSegmentation } from "./segmentation.ts";
import { taskInstances } from "../instances/task_instances.ts";

export interface TruthColumns extends SegmentScoreOptions {
  /** Column of the log that names the true instances; rows without a value belong to none. */
  readonly instance: string;
  /** Column of the log that names the true kinds of task. @default none: kinds are not scored */
  readonly task?: string;
}

export interface SegmentationScore extends SegmentScore {
  /** Numbers of true and of found kinds of task; the former is null without `task`. */
  readonly tasks: number | null;
  readonly foundTasks: number;
  /** Adjusted Rand index, and weighted F1, of the kinds over the interactions of true instances; null without `task`. */
  readonly ari: number | null;
  readonly weightedF1: number | null;
}

/**
 * Scores a segmentation against columns of its log that tell the true instances, and the true kinds of task. A log whose
 * truth is known thus shows how far to trust the segmentation of other logs of the same recorder.
 *
 * A true instance is a value of the column, by user, as in `taskInstances`.
 *
 * @example
 * ```ts
 * import { readInteractions, scoreSegmentation, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * scoreSegmentation(segmentation, { instance: "segment", task: "task" }).nled;
 * ```
 * @throws InputError if the log has no such column.
 */
export function scoreSegmentation(segmentation: TaskSegmentation, truth: TruthColumns): SegmentationScore {
  const { log, owner, task } = segmentation;
  const { offsets, events, count } = taskInstances(log, { instance: truth.instance });
  const trueOwner = new Int32Array(log.interactions).fill(-1);
  for (let k = 0; k < count; k++) for (let e = offsets[k]!; e < offsets[k + 1]!; e++) trueOwner[events[e]!] = k;
  const score = scoreSegments(owner, trueOwner, log.action, truth);
  const foundTasks = segmentation.tasks.length;
  if (truth.task === undefined) return { ...score, tasks: null, foundTasks, ari: null, weightedF1: null };
  const kinds = textAttribute(log, truth.task);
  const owned = [...trueOwner.keys()].filter((i) => trueOwner[i]! >= 0);
  const trueKinds = owned.map((i) => textAt(kinds, i) ?? null);
  const foundKinds = owned.map((i) => owner[i]! < 0 ? -1 : task[owner[i]!]!);
  return {
    ...score,
    tasks: new Set(trueKinds.filter((kind) => kind !== null)).size,
    foundTasks,
    ari: adjustedRandIndex(foundKinds, trueKinds),
    weightedF1: weightedF1(foundKinds, trueKinds),
  };
}
