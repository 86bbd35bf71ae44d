/** What the panels show of a selection. Each is a function of the selected log alone. */
import { medianInPlace } from "../../../base/quickselect.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import type { TraceVariants } from "../../../models/trace_variants.ts";
import { activityColumns } from "../../../mining/activity_counts.ts";
import { caseDurations } from "../../../mining/performance/case_seconds.ts";
import { traceVariants } from "../../../mining/trace_variants.ts";
import { variantColumns } from "../../../mining/variant_columns.ts";

/** Rows that a panel shows; the count of all stands beside them. */
export const mostRows = 200;

export interface SummaryAnswer {
  readonly cases: number;
  readonly events: number;
  readonly activities: number;
  readonly variants: number;
  readonly medianSeconds: number | null;
}

export interface VariantsAnswer {
  readonly total: number;
  readonly cases: number;
  readonly rows: readonly VariantAnswer[];
}

export interface VariantAnswer {
  readonly activities: readonly string[];
  readonly cases: number;
  readonly share: number;
  readonly medianSeconds: number;
  readonly meanSeconds: number;
}

/** A row of a list of names with bars. */
export interface NamedCount {
  readonly name: string;
  readonly cases: number;
  readonly events: number;
  readonly starts?: number;
  readonly ends?: number;
}

/** What several panels count from: found once for a selection. */
export interface Facts {
  readonly variants: TraceVariants;
  /** Throughput of each case. */
  readonly seconds: Float64Array;
}

export function factsOf(log: EventLog): Facts {
  return { variants: traceVariants(log), seconds: caseDurations(log) };
}

export function summaryAnswer(log: EventLog, facts: Facts): SummaryAnswer {
  const seconds = log.source.untimed || log.cases === 0 ? undefined : medianInPlace(facts.seconds.slice());
  return {
    cases: log.cases,
    events: log.events,
    activities: log.activities.length,
    variants: facts.variants.sequences.length,
    medianSeconds: seconds === undefined || Number.isNaN(seconds) ? null : seconds,
  };
}

export function variantsAnswer(log: EventLog, facts: Facts): VariantsAnswer {
  const columns = variantColumns(log, mostRows, facts);
  return {
    total: facts.variants.sequences.length,
    cases: log.cases,
    rows: columns.variant.map((_, i) => ({
      activities: columns.activities[i]!,
      cases: columns.cases[i]!,
      share: columns.share[i]!,
      medianSeconds: columns.medianSeconds[i]!,
      meanSeconds: columns.meanSeconds[i]!,
    })),
  };
}

/** Events in each bin of time. */
export function eventsByBin({ time }: EventLog, edges: readonly number[]): Float64Array {
  const bins = edges.length - 1;
  const counts = new Float64Array(Math.max(0, bins));
  let bin = 0;
  for (let i = 0; i < time.length; i++) {
    const at = time[i]!;
    if (!(at >= edges[0]! && at < edges[bins]!)) continue;
    // Events of a case lie near each other: mostly in the bin of the one before.
    if (at < edges[bin]! || at >= edges[bin + 1]!) bin = binOf(edges, at);
    counts[bin]!++;
  }
  return counts;
}

function binOf(edges: readonly number[], at: number): number {
  let low = 0, high = edges.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle + 1]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function activitiesAnswer(log: EventLog): NamedCount[] {
  const { activity, events, cases, starts, ends } = activityColumns(log);
  return activity.map((name, i) => ({
    name,
    events: events[i]!,
    cases: cases[i]!,
    starts: starts[i]!,
    ends: ends[i]!,
  }));
}

/** Who works on the cases: most cases first, then by name. */
export function resourcesAnswer(log: EventLog): NamedCount[] {
  const { resource, resources } = log;
  if (!resource || !resources) return [];
  return countCodes(resource, resources.length, log)
    .map(({ code, cases, events }) => ({ name: resources[code]!, cases, events }));
}

/** How many events have each code, in how many cases; most cases first, then by code. */
export function countCodes(
  codes: Int32Array,
  n: number,
  { offsets }: Pick<EventLog, "offsets">,
): { code: number; cases: number; events: number }[] {
  const events = new Float64Array(n), cases = new Float64Array(n);
  const seenIn = new Int32Array(n).fill(-1);
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const code = codes[i]!;
      if (code < 0) continue;
      events[code]!++;
      if (seenIn[code] === c) continue;
      seenIn[code] = c;
      cases[code]!++;
    }
  }
  return Array.from(events, (_, code) => ({ code, cases: cases[code]!, events: events[code]! }))
    .filter((row) => row.events > 0)
    .sort((a, b) => b.cases - a.cases || a.code - b.code);
}
