/** Tasks of a cleaned log are those of its recording, so that cleaning first and cleaning after tell the same. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { recordingOf } from "../cleaning/recording_of.ts";
import type { CutReason, SegmentCertainty, TaskSegmentation, TaskType } from "./segmentation.ts";

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
export function ofRowsThatStayed(found: TaskSegmentation, log: InteractionLog): TaskSegmentation {
  const indexOf = new Map(Array.from(found.log.rows, (row, i) => [row, i]));
  const before = Array.from(log.rows, (row) => indexOf.get(row) ?? -1);
  const full = before.map((i) => i < 0 ? -1 : found.owner[i]!);
  // Instances stand by their first interaction, which may be another one now.
  const kept = [...new Set(full.filter((k) => k >= 0))];
  const numberOf = new Map(kept.map((k, number) => [k, number]));
  const owner = Int32Array.from(full, (k) => k < 0 ? -1 : numberOf.get(k)!);
  const { offsets, events } = eventsOf(owner, kept.length);
  const sizes = new Map<number, number>();
  for (const k of kept) sizes.set(found.task[k]!, (sizes.get(found.task[k]!) ?? 0) + 1);
  const kinds = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || a - b);
  const kindOf = new Map(kinds.map((kind, number) => [kind, number]));
  return {
    ...found,
    log,
    owner,
    count: kept.length,
    offsets,
    events,
    task: Int32Array.from(kept, (k) => kindOf.get(found.task[k]!)!),
    tasks: kinds.map((kind): TaskType => ({
      ...found.tasks[kind]!,
      instances: sizes.get(kind)!,
      medoid: numberOf.get(found.tasks[kind]!.medoid) ?? numberOf.get(kept.find((k) => found.task[k] === kind)!)!,
    })),
    reasons: kept.map((k): readonly CutReason[] => found.reasons[k]!),
    keys: kept.map((k) => found.keys[k]!),
    stray: Uint8Array.from(before, (i) => i < 0 ? 0 : found.stray[i]!),
    ...(found.certainty && { certainty: certaintyOf(found.certainty, kept, kinds) }),
    notes: [...found.notes, "Tasks are those of the recording before it was cleaned."],
  };
}

function certaintyOf(
  { instance, begin, kind }: SegmentCertainty,
  kept: readonly number[],
  kinds: readonly number[],
): SegmentCertainty {
  return {
    instance: Float64Array.from(kept, (k) => instance[k]!),
    begin: Float64Array.from(kept, (k) => begin[k]!),
    kind: Float64Array.from(kinds, (k) => kind[k]!),
  };
}

function eventsOf(owner: Int32Array, count: number) {
  const offsets = new Int32Array(count + 1);
  for (const k of owner) if (k >= 0) offsets[k + 1]!++;
  for (let k = 0; k < count; k++) offsets[k + 1]! += offsets[k]!;
  const next = offsets.slice();
  const events = new Int32Array(offsets[count]!);
  owner.forEach((k, i) => {
    if (k >= 0) events[next[k]!++] = i;
  });
  return { offsets, events };
}
