/** Restricts measures to the instances that are likely right, and says how much rests on what is unsure. */
import { OptionError } from "../../base/errors.ts";
import { countOf, formatShare } from "../../base/format.ts";
import { requireSegmentation } from "../segmentation/require_segmentation.ts";
import type { TaskSegmentation } from "../segmentation/segmentation.ts";
import { keepInstances } from "./filter_task.ts";

export interface SureOptions {
  /** Least probability that an instance is right, 0 to 1. @default 0.8 */
  readonly least?: number;
}

/**
 * Keeps the instances that are likely right, by `certainty`. Its `log` holds only their interactions; measures of the
 * result rest on these alone. `notes` say how many were left out. Where a column told the instances, all are kept.
 *
 * @throws OptionError unless `least` is a probability.
 * @example
 * ```ts
 * import { filterSure, handleTimes, readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * handleTimes(filterSure(segmentation, { least: 0.8 }), { by: "task" });
 * ```
 */
export function filterSure(segmentation: TaskSegmentation, options: SureOptions = {}): TaskSegmentation {
  requireSegmentation(segmentation);
  const { least = 0.8 } = options;
  if (!(least >= 0 && least <= 1)) {
    throw new OptionError(`Expected least to be a probability from 0 to 1 but found ${least}`);
  }
  const { certainty, count, task, tasks } = segmentation;
  if (!certainty) return segmentation;
  const keep = Array.from(certainty.instance, (sure) => sure >= least);
  const left = keep.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const kinds = tasks.map((_, kind) => keep.some((kept, k) => kept && task[k] === kind));
  const kept = keepInstances(segmentation, keep, kinds, `instances are right with ${formatShare(least)} or more`);
  const note = `${countOf(left, "instance")} of ${count} that are right with a probability of ${
    formatShare(least)
  } or more; the others are left out.`;
  return { ...kept, notes: [...kept.notes, note] };
}
