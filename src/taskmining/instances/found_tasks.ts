/** The task instances of a log when no column is named: found from what people did, once for each log. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { segmentCleaned } from "../segmentation/segment_cleaned.ts";
import { segmentTasks } from "../segmentation/segment_tasks.ts";
import type { TaskSegmentation } from "../segmentation/segmentation.ts";

const FOUND = new WeakMap<InteractionLog, TaskSegmentation>();

/** As `segmentTasks` without options; the same object each time it is asked for. */
export function foundTasks(log: InteractionLog): TaskSegmentation {
  const known = FOUND.get(log);
  if (known) return known;
  const segmentation = segmentCleaned(log, foundTasks) ?? segmentTasks(log);
  FOUND.set(log, segmentation);
  return segmentation;
}

/** Columns of the file that hold cases or segments by their name. No function uses them unless it is told to. */
export function instanceColumns({ source: { mapping, interactions } }: InteractionLog): string[] {
  const named = [mapping.segment, mapping.case].filter((column) => column !== undefined);
  const has = interactions.columns.some(({ name }) => name === "segment");
  return [...new Set(has ? ["segment", ...named] : named)];
}
