/** The variants of a log with their cases and times, in plain columns, so that a page needs no table. */
import { medianInPlace } from "../base/quickselect.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { caseDurations } from "./performance/case_seconds.ts";
import type { TraceVariants } from "../models/trace_variants.ts";
import { traceVariants } from "./trace_variants.ts";

/** A row of `variants`. */
export interface VariantRow {
  /** 1, 2, …: the most frequent first. */
  readonly variant: number;
  readonly activities: readonly string[];
  readonly cases: number;
  readonly share: number;
  readonly cumulativeShare: number;
  readonly length: number;
  readonly medianSeconds: number;
  readonly meanSeconds: number;
}

/**
 * The columns of `variants`, for the first so many of them.
 *
 * @param known The variants and the throughput times of the log, where they are known already.
 */
export function variantColumns(
  log: EventLog,
  most = Infinity,
  known: { readonly variants: TraceVariants; readonly seconds: Float64Array } | undefined = undefined,
): { readonly [Name in keyof VariantRow]: readonly VariantRow[Name][] } {
  const { activities, sequences: all, counts, caseVariant } = known?.variants ?? traceVariants(log);
  const sequences = all.slice(0, most);
  const seconds = groupedBy(caseVariant, counts.slice(0, sequences.length), known?.seconds ?? caseDurations(log));
  let covered = 0;
  return {
    variant: sequences.map((_, v) => v + 1),
    activities: sequences.map((sequence) => Array.from(sequence, (a) => activities[a]!)),
    cases: sequences.map((_, v) => counts[v]!),
    share: sequences.map((_, v) => counts[v]! / log.cases),
    cumulativeShare: sequences.map((_, v) => (covered += counts[v]!) / log.cases),
    length: sequences.map((sequence) => sequence.length),
    medianSeconds: seconds.map(medianInPlace),
    meanSeconds: seconds.map((values) => values.reduce((sum, s) => sum + s, 0) / values.length),
  };
}

function groupedBy(group: Int32Array, counts: Float64Array, values: Float64Array): Float64Array[] {
  const groups = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Int32Array(counts.length);
  for (let i = 0; i < group.length; i++) {
    const g = group[i]!;
    if (g < groups.length) groups[g]![filled[g]!++] = values[i]!;
  }
  return groups;
}
