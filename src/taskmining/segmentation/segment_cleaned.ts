/** Tasks of a cleaned log are those of its recording, so that cleaning first and cleaning after tell the same. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { recordingOf } from "../cleaning/recording_of.ts";
import { partOf } from "./part_of.ts";
import type { TaskSegmentation } from "./segmentation.ts";

/**
 * The segmentation of a log that `cleanInteractions` made: its recording's, for the interactions that stayed. Titles,
 * values and pauses that cleaning leaves out tell where tasks begin and what ties them together. Undefined where the log
 * was not cleaned.
 *
 * @param segment finds the tasks of a recording.
 */
export function segmentCleaned(
  log: InteractionLog,
  segment: (recording: InteractionLog) => TaskSegmentation,
): TaskSegmentation | undefined {
  const recording = recordingOf(log);
  return recording && ofRowsThatStayed(segment(recording), log);
}

/** The same instances and kinds, without the interactions of rows that `log` lacks, and without what is then empty. */
function ofRowsThatStayed(found: TaskSegmentation, log: InteractionLog): TaskSegmentation {
  const indexOf = new Map(Array.from(found.log.rows, (row, i) => [row, i]));
  const from = Array.from(log.rows, (row) => indexOf.get(row) ?? -1);
  // Instances stand by their first interaction, which may be another one now.
  const instances = [...new Set(from.map((i) => i < 0 ? -1 : found.owner[i]!).filter((k) => k >= 0))];
  const sizes = new Map<number, number>();
  for (const k of instances) sizes.set(found.task[k]!, (sizes.get(found.task[k]!) ?? 0) + 1);
  const kinds = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || a - b);
  const part = partOf(found, { log, from, instances, kinds }, (kind, numberOf) => ({
    ...found.tasks[kind]!,
    instances: sizes.get(kind)!,
    medoid: numberOf.get(found.tasks[kind]!.medoid) ?? numberOf.get(instances.find((k) => found.task[k] === kind)!)!,
  }));
  return { ...part, notes: [...found.notes, "Tasks are those of the recording before it was cleaned."] };
}
