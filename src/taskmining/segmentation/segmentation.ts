/** What a segmentation of an interaction log is: which interactions make one task instance, and of which kind. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

/** A reason why an instance begins where it begins. */
export interface CutReason {
  /** Kind of evidence, e.g. `start`, `end`, `gap`, `completion`, `values`, `session`. */
  readonly signal: string;
  /** For a person: "after a pause of 12 min", `after "Submit"`. */
  readonly words: string;
}

/** A name that a kind of task could have. */
export interface NameSuggestion {
  readonly name: string;
  /** What speaks for it, for a person: `"Save" is used in "New order" in 98 % of its instances`. */
  readonly because: string;
}

/** A kind of task: instances that do much the same. */
export interface TaskType {
  /** Short and unlike all others: verb and object, such as `Post vendor invoice`. `renameTasks` changes it. */
  readonly name: string;
  /** Up to three names that what was recorded speaks for, the best first; `suggestedNames` shows them. */
  readonly suggestions?: readonly NameSuggestion[];
  /** What tells it from other kinds, in words: its labels. */
  readonly description: string;
  readonly instances: number;
  /** Instance that is nearest to all others of the kind. */
  readonly medoid: number;
  /** Median seconds from first to last interaction; NaN if fewer than five people did it in a recording of more. */
  readonly medianSeconds: number;
  /** Labels of the actions that tell it from other kinds, most telling first. */
  readonly labels: readonly string[];
}

/**
 * How sure the segmentation is, as probabilities, 0 to 1. They are calibrated on simulated logs: of the instances with
 * .8, about eight in ten are right.
 */
export interface SegmentCertainty {
  /** Of each instance: that it is one execution of one task, with exactly these interactions. */
  readonly instance: Float64Array;
  /** Of each instance: that one begins exactly there. */
  readonly begin: Float64Array;
  /** Of each kind of task: that two of its instances, drawn at random, are of one kind. */
  readonly kind: Float64Array;
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
  /** Why each instance begins where it begins, the weightiest reason first. */
  readonly reasons: readonly (readonly CutReason[])[];
  /** 1 for an interaction inside an instance that is no step of its task: it belongs to the instance all the same. */
  readonly stray: Uint8Array;
  /**
   * Of each instance, the values that tie it together, such as the number of its order, the most telling first, at most
   * eight: identifiers that recur in it or stand in few others. The same value in an event log is the same thing's case.
   * They are masked and hashed as the values of the log are; pictures and reports do not show them.
   */
  readonly keys: readonly (readonly string[])[];
  /** How sure all this is; undefined where a column told the instances, or where hints helped. */
  readonly certainty?: SegmentCertainty;
  /** What the segmentation rests on, and what it could not use, in sentences for the reader. */
  readonly notes: readonly string[];
}
