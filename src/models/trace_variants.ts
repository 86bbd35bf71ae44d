/** Variants with multiplicities: all that many algorithms need to know of a log. */

/** Distinct traces and how many cases follow each, whoever has counted them. */
export interface TraceCounts {
  /** Distinct names in order of code units, so that codes compare as names do. */
  readonly activities: readonly string[];
  /** Activity codes of each variant, by cases descending, then in the order of the activities' names. */
  readonly sequences: readonly Int32Array[];
  /** Cases that follow each variant. */
  readonly counts: Float64Array;
}

/** Variants of a log, with the one that each of its cases follows. */
export interface TraceVariants extends TraceCounts {
  /** Variant of each case. */
  readonly caseVariant: Int32Array;
}
