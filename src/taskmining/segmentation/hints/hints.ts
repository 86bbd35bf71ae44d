/** What a person tells the segmentation by hand: the form it is given in. */

/**
 * Help for `segmentTasks`. Interactions are given by their index in the log, from 0: `events` of a segmentation lists
 * those of each instance. What is told holds where it is told, and the model looks for more of the same.
 */
export interface SegmentHints {
  /** Interactions at which an instance begins. */
  readonly begins?: readonly number[];
  /** Interactions at which none begins: the instance before goes on. */
  readonly within?: readonly number[];
  /** Actions (by name or label), applications, or classes of applications such as "chat" that belong to no task. */
  readonly background?: readonly string[];
  /** Pairs of interactions whose instances are of one kind of task. */
  readonly same?: readonly (readonly [number, number])[];
  /** Pairs of interactions whose instances are of different kinds of task. */
  readonly different?: readonly (readonly [number, number])[];
  /** Names of kinds of task, each with an interaction of one of its instances. Two names are two kinds. */
  readonly names?: Readonly<Record<string, number>>;
}

/** Hints that were checked, none of them left out. */
export interface CheckedHints {
  readonly begins: readonly number[];
  readonly within: readonly number[];
  /** 1 for an interaction that belongs to no task; empty where nothing is background. */
  readonly isBackground: Uint8Array;
  readonly background: readonly string[];
  readonly same: readonly (readonly [number, number])[];
  readonly different: readonly (readonly [number, number])[];
  readonly names: ReadonlyMap<string, number>;
}

export const HINT_FIELDS = ["begins", "within", "background", "same", "different", "names"] as const;
