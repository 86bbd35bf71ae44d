/** What a segmentation of an interaction log is: which interactions make one task instance, and of which kind. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

/** Why an instance is taken to begin where it begins, in the order of weight. */
export interface CutReason {
  /** Kind of evidence, e.g. `start`, `end`, `gap`, `completion`, `values`, `session`. */
  readonly signal: string;
  /** For a person: "after a pause of 12 min", `after "Submit"`. */
  readonly words: string;
}

/** A kind of task, with the instances that were taken for it. */
export interface TaskType {
  /** Short, distinct in a log; made of what is done in it: `Save · New order`. `renameTasks` gives it another. */
  readonly name: string;
  /** What tells it from other kinds, in words: its labels. */
  readonly description: string;
  readonly instances: number;
  /** Instance that is nearest to all others of the kind. */
  readonly medoid: number;
  /** Median seconds from first to last interaction; NaN where fewer than five people did it, of a recording of more. */
  readonly medianSeconds: number;
  /** Labels of the actions that tell it from other kinds, most telling first. */
  readonly labels: readonly string[];
}

/** Instances stand by user, then by their first interaction. They need not be contiguous. */
export interface TaskSegmentation {
  readonly log: InteractionLog;
  /** Instance of each interaction of the log, in its order; -1 for what belongs to none. */
  readonly owner: Int32Array;
  /** Number of instances. */
  readonly count: number;
  /** Interactions of instance k are `events[offsets[k]]` up to, not including, `events[offsets[k + 1]]`, in order. */
  readonly offsets: Int32Array;
  readonly events: Int32Array;
  /** Index of each instance's kind in `tasks`. */
  readonly task: Int32Array;
  /** Most frequent first. */
  readonly tasks: readonly TaskType[];
  /** Of each instance. */
  readonly reasons: readonly (readonly CutReason[])[];
  /** Interactions that were taken for stray ones inside an instance: they are owned, but no step of the task. */
  readonly stray: Uint8Array;
  /** What a reader must know: what the segmentation rests on, and what it could not use. */
  readonly notes: readonly string[];
}
