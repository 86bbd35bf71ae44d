/** What alignments say of cases and activities, as tables. */
import { InputError } from "../../base/errors.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { type Alignments, type Move, movesOf } from "./alignment.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type CaseNames, caseRows } from "../conformance/case_rows.ts";
import { requireKind } from "../../models/given_model.ts";

/** A row of `alignmentCases`. */
export interface AlignedCaseRow extends CaseNames {
  readonly events: number;
  readonly cost: number;
  readonly fitness: number;
  readonly fits: boolean;
  readonly synchronous: number;
  readonly inserted: number;
  readonly skipped: number;
  readonly outOfPlace: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
}

/** A row of `alignmentActivities`. */
export interface AlignedActivityRow {
  readonly activity: string;
  readonly synchronous: number;
  readonly skipped: number;
  readonly inserted: number;
  readonly casesSkipped: number;
  readonly casesInserted: number;
  readonly casesOutOfPlace: number;
  readonly fittingShare: number;
}

/** A row of `alignmentDeviations`. */
export interface DeviationRow extends CaseNames {
  readonly activity: string;
  readonly deviation: "inserted" | "skipped";
  readonly position: number;
}

/**
 * How each case fits: a row for each case of the log, in its order (or for each variant, where only these are given).
 *
 * Columns: `case` (or `variant` and `cases`), `events`, `cost`, `fitness` (0 to 1), `fits`, `synchronous` (events that
 * the model has a step for), `inserted` (events that it has none for), `skipped` (visible steps that have no event),
 * `outOfPlace` (activities that are both skipped and inserted in the case), `lowerBound` of the cost and `optimal`.
 *
 * @throws InputError if the log has no case, or one whose sequence of activities was not aligned.
 * @example
 * ```ts
 * import { alignmentCases, alignTraces, discoverInductive, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const alignments = await alignTraces(log, treeToNet(discoverInductive(log, { noise: 0.2 })));
 * alignmentCases(log, alignments).orderby("fitness").slice(0, 5).print();
 * ```
 */
export function alignmentCases(log: EventLog | TraceCounts, alignments: Alignments): TypedTable<AlignedCaseRow> {
  requireEventLog(log, "sequences");
  requireKind("set of alignments", alignments);
  const { aligned, columns } = alignedCases(log, alignments);
  const counts = alignments.variants.map((_, v) => tally(movesOf(alignments, v)));
  const of = <T>(value: (variant: number) => T) => aligned.map((v) => value(v));
  return typedTable<AlignedCaseRow>({
    ...columns(aligned.map((_, row) => row)),
    events: of((v) => alignments.traces.sequences[v]!.length),
    cost: of((v) => alignments.variants[v]!.cost),
    fitness: of((v) => alignments.variants[v]!.fitness),
    fits: of((v) => alignments.variants[v]!.cost === 0),
    synchronous: of((v) => sum(counts[v]!, ({ synchronous }) => synchronous)),
    inserted: of((v) => sum(counts[v]!, ({ inserted }) => inserted)),
    skipped: of((v) => sum(counts[v]!, ({ skipped }) => skipped)),
    outOfPlace: of((v) => sum(counts[v]!, (count) => isOutOfPlace(count) ? 1 : 0)),
    lowerBound: of((v) => alignments.variants[v]!.lowerBound),
    optimal: of((v) => alignments.variants[v]!.optimal),
  });
}

/**
 * Where cases leave the model: a row for each activity of log or model, most deviations first, then by name.
 *
 * Columns, over all cases: `activity`, `synchronous` (events that the model has a step for), `skipped` (steps that have
 * no event), `inserted` (events that have no step), `casesSkipped`, `casesInserted`, `casesOutOfPlace` (cases that both
 * skip and insert it), and `fittingShare` (synchronous of all three, 0 to 1).
 *
 * @example
 * ```ts
 * import { alignmentActivities, alignTraces, discoverInductive, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * alignmentActivities(await alignTraces(log, treeToNet(discoverInductive(log, { noise: 0.2 })))).print();
 * ```
 */
export function alignmentActivities(alignments: Alignments): TypedTable<AlignedActivityRow> {
  requireKind("set of alignments", alignments);
  const { traces, variants } = alignments;
  const zero = () => ({
    synchronous: 0,
    skipped: 0,
    inserted: 0,
    casesSkipped: 0,
    casesInserted: 0,
    casesOutOfPlace: 0,
  });
  const all = new Map<string, ReturnType<typeof zero>>();
  for (const { label } of alignments.net.transitions) if (label !== undefined) all.set(label, zero());
  variants.forEach((_, v) => {
    const cases = traces.counts[v]!;
    for (const [activity, count] of tally(movesOf(alignments, v))) {
      let total = all.get(activity);
      if (!total) all.set(activity, total = zero());
      total.synchronous += cases * count.synchronous;
      total.skipped += cases * count.skipped;
      total.inserted += cases * count.inserted;
      if (count.skipped > 0) total.casesSkipped += cases;
      if (count.inserted > 0) total.casesInserted += cases;
      if (isOutOfPlace(count)) total.casesOutOfPlace += cases;
    }
  });
  const deviations = ({ skipped, inserted }: Tally) => skipped + inserted;
  const rows = [...all].sort(([a, one], [b, other]) => deviations(other) - deviations(one) || (a < b ? -1 : 1));
  const of = (value: (total: ReturnType<typeof zero>) => number) => rows.map(([, total]) => value(total));
  return typedTable<AlignedActivityRow>({
    activity: rows.map(([activity]) => activity),
    synchronous: of(({ synchronous }) => synchronous),
    skipped: of(({ skipped }) => skipped),
    inserted: of(({ inserted }) => inserted),
    casesSkipped: of(({ casesSkipped }) => casesSkipped),
    casesInserted: of(({ casesInserted }) => casesInserted),
    casesOutOfPlace: of(({ casesOutOfPlace }) => casesOutOfPlace),
    fittingShare: of((total) => {
      const seen = total.synchronous + deviations(total);
      return seen === 0 ? 1 : total.synchronous / seen;
    }),
  });
}

/**
 * Every single deviation: a row for each event without a step and each visible step without an event, in the order of
 * the log's cases and of the moves. To be joined with attributes of cases.
 *
 * Columns: `case` (or `variant` and `cases`), `activity`, `deviation` (`inserted` or `skipped`), and `position`: of the
 * inserted event, or of the event before which the step is missing; from 1, events + 1 at the end.
 *
 * @throws InputError as for `alignmentCases`.
 * @example
 * ```ts
 * import { alignmentDeviations, alignTraces, discoverInductive, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const alignments = await alignTraces(log, treeToNet(discoverInductive(log, { noise: 0.2 })));
 * alignmentDeviations(log, alignments).groupby("activity", "deviation").count().print();
 * ```
 */
export function alignmentDeviations(log: EventLog | TraceCounts, alignments: Alignments): TypedTable<DeviationRow> {
  requireEventLog(log, "sequences");
  requireKind("set of alignments", alignments);
  const { aligned, columns } = alignedCases(log, alignments);
  const found = alignments.variants.map((_, v) => {
    let position = 1;
    return movesOf(alignments, v).flatMap(({ kind, activity, event }): Omit<DeviationRow, keyof CaseNames>[] => {
      if (event >= 0) position = event + 2;
      if (kind === "log") return [{ activity: activity!, deviation: "inserted", position: event + 1 }];
      return kind === "model" && activity !== undefined ? [{ activity, deviation: "skipped", position }] : [];
    });
  });
  const rows = aligned.flatMap((v, row) => found[v]!.map((deviation) => ({ row, ...deviation })));
  return typedTable<DeviationRow>({
    ...columns(rows.map(({ row }) => row)),
    activity: rows.map(({ activity }) => activity),
    deviation: rows.map(({ deviation }) => deviation),
    position: rows.map(({ position }) => position),
  });
}

interface Tally {
  synchronous: number;
  skipped: number;
  inserted: number;
}

function tally(moves: readonly Move[]): Map<string, Tally> {
  const counts = new Map<string, Tally>();
  for (const { kind, activity } of moves) {
    if (activity === undefined) continue;
    let count = counts.get(activity);
    if (!count) counts.set(activity, count = { synchronous: 0, skipped: 0, inserted: 0 });
    count[kind === "sync" ? "synchronous" : kind === "log" ? "inserted" : "skipped"]++;
  }
  return counts;
}

function isOutOfPlace({ skipped, inserted }: Tally): boolean {
  return skipped > 0 && inserted > 0;
}

function sum(counts: ReadonlyMap<string, Tally>, value: (count: Tally) => number): number {
  return counts.values().reduce((total, count) => total + value(count), 0);
}

/** The aligned variant of each row: found by the names of its activities, so that the log may be a filtered one. */
function alignedCases(log: EventLog | TraceCounts, { traces }: Alignments) {
  const { traces: own, variant, columns } = caseRows(log);
  const keyOf = ({ activities }: TraceCounts, sequence: Int32Array) =>
    JSON.stringify(Array.from(sequence, (a) => activities[a]!));
  const known = new Map(traces.sequences.map((sequence, v) => [keyOf(traces, sequence), v]));
  const alignedVariant = own.sequences.map((sequence) => {
    const v = known.get(keyOf(own, sequence));
    if (v !== undefined) return v;
    throw new InputError(
      `The log has a case that was not aligned: ${
        Array.from(sequence.slice(0, 5), (a) => `"${own.activities[a]!}"`).join(", ")
      }${sequence.length > 5 ? `, … (${sequence.length} events)` : ""}.\n` +
        `Give the log that alignTraces was given, or one filtered from it.`,
    );
  });
  return { aligned: Array.from(variant, (v) => alignedVariant[v]!), columns };
}
