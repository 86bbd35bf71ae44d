/**
 * Comparing footprints, and checking a log against those of a model.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 8.4.
 */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { FootprintRelation, Footprints } from "../../models/footprints.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { moreLines } from "../../base/lists.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { missingInLog, occurringActivities } from "../declarative_options.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type CaseNames, type CaseRows, caseRows } from "../conformance/case_rows.ts";
import type { ConvertibleModel } from "../../models/convert/model_as.ts";
import { givenKind } from "../../models/given_model.ts";
import type { Dfg } from "../../models/dfg.ts";
import { footprintsOf } from "../../models/footprints_of_model.ts";
import { discoverFootprints } from "../discovery/footprints.ts";

/** A row of `FootprintComparison.differences`. */
export interface FootprintDifferenceRow {
  readonly from: string;
  readonly to: string;
  readonly first: FootprintRelation;
  readonly second: FootprintRelation;
}

/** Two footprint matrices beside each other: of a log and a model, of two logs, or of two models. */
export class FootprintComparison {
  /** Activities of either, in order of code units. */
  readonly activities: readonly string[];
  /** Share of the cells that are equal: 1 − differing cells / all cells, as in section 8.4. */
  readonly conformance: number;
  /** Share of the first's steps that the second allows: activity to activity, start to activity, activity to end. */
  readonly fitness: number;
  /** Share of the second's steps that the first has. */
  readonly precision: number;

  constructor(readonly first: Footprints, readonly second: Footprints) {
    this.activities = [...new Set([...first.activities, ...second.activities])].sort();
    let equal = 0;
    for (const row of this.activities) {
      for (const column of this.activities) if (this.#cell(row, column).length === 1) equal++;
    }
    this.conformance = this.activities.length === 0 ? 1 : equal / this.activities.length ** 2;
    const ours = stepsOf(first), theirs = stepsOf(second);
    const shared = ours.intersection(theirs).size;
    this.fitness = ours.size === 0 ? 1 : shared / ours.size;
    this.precision = theirs.size === 0 ? 1 : shared / theirs.size;
  }

  /**
   * One row for each cell that differs: `from`, `to` (activities), `first`, `second` (relations); `#` where one does
   * not know an activity.
   */
  get differences(): TypedTable<FootprintDifferenceRow> {
    const found = this.activities.flatMap((from) =>
      this.activities.flatMap((to) => {
        const [first, second] = this.#cell(from, to);
        return second === undefined ? [] : [{ from, to, first: first!, second }];
      })
    );
    return typedTable<FootprintDifferenceRow>({
      from: found.map(({ from }) => from),
      to: found.map(({ to }) => to),
      first: found.map(({ first }) => first),
      second: found.map(({ second }) => second),
    });
  }

  /** The figures and the matrix, differing cells as `→:∥`; of at most 30 activities. */
  toString(): string {
    const names = this.activities.slice(0, 30);
    const width = Math.max(3, String(names.length).length);
    const name = Math.max(0, ...names.map((one) => one.length));
    const ends = (["starts", "ends"] as const).flatMap((which) => {
      const [ours, theirs] = [this.first[which].join(", "), this.second[which].join(", ")];
      return ours === theirs ? [] : [`${which}: ${ours || "none"} : ${theirs || "none"}`];
    });
    return [
      `Footprints: conformance ${this.conformance.toFixed(4)}, fitness ${this.fitness.toFixed(4)}, precision ` +
      this.precision.toFixed(4),
      ...ends,
      `${" ".repeat(4 + name)} ${names.map((_, i) => String(i + 1).padStart(width)).join(" ")}`,
      ...names.map((row, i) =>
        `${String(i + 1).padStart(3)} ${row.padEnd(name)} ` +
        names.map((column) => this.#cell(row, column).join(":").padStart(width)).join(" ")
      ),
      ...moreLines(this.activities.length - names.length),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  /** One relation where both agree, two where not. */
  #cell(row: string, column: string): FootprintRelation[] {
    const of = (one: Footprints) => one.has(row) && one.has(column) ? one.relation(row, column) : "#";
    const first = of(this.first), second = of(this.second);
    return first === second ? [first] : [first, second];
  }
}

/**
 * Compares the footprints of a log with those of a model, or any two others. Logs and models count as their footprints.
 *
 * @example
 * ```ts
 * import { compareFootprints, discoverFootprints, filterThroughput, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const slow = filterThroughput(log, { minSeconds: 30 * 86_400 });
 * compareFootprints(discoverFootprints(log), discoverFootprints(slow)).differences.print();
 * ```
 */
export function compareFootprints(first: FootprintSource, second: FootprintSource): FootprintComparison {
  return new FootprintComparison(asFootprints(first), asFootprints(second));
}

/** Footprints, or what has them: a model, a log, a directly-follows graph. */
export type FootprintSource = Footprints | ConvertibleModel | EventLog | Dfg;

export function asFootprints(source: FootprintSource): Footprints {
  switch (givenKind(source)) {
    case "set of footprints":
      return source as Footprints;
    case "event log":
    case "directly-follows graph":
      return discoverFootprints(source as EventLog | Dfg);
    case undefined:
    case "interaction log":
      requireEventLog(source);
      throw new InputError("Expected footprints, or a model or log that has them.");
    default:
      return footprintsOf(source as ConvertibleModel);
  }
}

function stepsOf(footprints: Footprints): Set<string> {
  return new Set([
    ...footprints.follows().map((pair) => JSON.stringify(pair)),
    ...footprints.starts.map((name) => JSON.stringify([null, name])),
    ...footprints.ends.map((name) => JSON.stringify([name, null])),
  ]);
}

/** A step of a trace that the footprints do not allow. */
interface ForbiddenStep {
  /** `undefined` before the first event, and after the last. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** From 1: where `to` stands, one beyond the trace for its end. */
  readonly position: number;
}

/**
 * Checks each step of each case against footprints: start to first event, event to event, last event to end. A model,
 * or another log, counts as its footprints.
 *
 * @throws InputError if the log has no case, or log and footprints have no activity in common.
 * @example
 * ```ts
 * import { checkFootprints, discoverFootprints, filterVariants, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const usual = discoverFootprints(filterVariants(log, { top: 5 }));
 * checkFootprints(log, usual).deviations.print();
 * ```
 */
export function checkFootprints(log: EventLog | TraceCounts, allowed: FootprintSource): FootprintCheck {
  requireEventLog(log, "sequences");
  const footprints = asFootprints(allowed);
  const rows = caseRows(log);
  const { activities, sequences } = rows.traces;
  missingInLog("model", footprints.activities, occurringActivities(rows.traces).map((a) => activities[a]!));
  const starts = new Set(footprints.starts), ends = new Set(footprints.ends);
  const known = activities.map((name) => footprints.has(name));
  const mayFollow = activities.map((from, a) =>
    activities.map((to, b) => known[a]! && known[b]! && footprints.mayFollow(from, to))
  );
  const forbidden = sequences.map((sequence) => {
    const found: ForbiddenStep[] = [];
    if (sequence.length === 0) return found;
    const name = (i: number) => activities[sequence[i]!]!;
    const last = sequence.length - 1;
    if (!starts.has(name(0))) found.push({ from: undefined, to: name(0), position: 1 });
    for (let i = 1; i <= last; i++) {
      if (!mayFollow[sequence[i - 1]!]![sequence[i]!]) found.push({ from: name(i - 1), to: name(i), position: i + 1 });
    }
    if (!ends.has(name(last))) found.push({ from: name(last), to: undefined, position: last + 2 });
    return found;
  });
  return new FootprintCheck(rows, forbidden);
}

/** A row of `FootprintCheck.perCase`. */
export interface FootprintCaseRow extends CaseNames {
  readonly steps: number;
  readonly deviations: number;
  readonly fitness: number;
}

/** A row of `FootprintCheck.deviations`. */
export interface ForbiddenStepRow extends CaseNames {
  /** Null at the start of the case. */
  readonly from: string | null;
  /** Null at its end. */
  readonly to: string | null;
  readonly position: number;
}

/** How the steps of a log fit footprints. */
export class FootprintCheck {
  /** 1 − forbidden steps / steps, over all cases. */
  readonly logFitness: number;
  /** Share of the cases without a forbidden step. */
  readonly fittingShare: number;
  readonly cases: number;
  readonly #rows: CaseRows;
  readonly #forbidden: readonly (readonly ForbiddenStep[])[];

  constructor(rows: CaseRows, forbidden: readonly (readonly ForbiddenStep[])[]) {
    this.#rows = rows;
    this.#forbidden = forbidden;
    const { counts, sequences } = rows.traces;
    let cases = 0, steps = 0, broken = 0, fitting = 0;
    forbidden.forEach((found, v) => {
      cases += counts[v]!;
      steps += (sequences[v]!.length + 1) * counts[v]!;
      broken += found.length * counts[v]!;
      if (found.length === 0) fitting += counts[v]!;
    });
    this.cases = cases;
    this.logFitness = 1 - broken / steps;
    this.fittingShare = fitting / cases;
  }

  /** One row for each case: `case` (of variants: `variant`, `cases`), `steps`, `deviations`, `fitness`. */
  get perCase(): TypedTable<FootprintCaseRow> {
    const { variant, columns, traces } = this.#rows;
    const each = (value: (steps: number, forbidden: number) => number) =>
      Array.from(variant, (v) => value(traces.sequences[v]!.length + 1, this.#forbidden[v]!.length));
    return typedTable<FootprintCaseRow>({
      ...columns(Array.from(variant, (_, row) => row)),
      steps: each((steps) => steps),
      deviations: each((_, forbidden) => forbidden),
      fitness: each((steps, forbidden) => 1 - forbidden / steps),
    });
  }

  /**
   * One row for each forbidden step of each case: `case` (of variants: `variant`, `cases`), `from`, `to` (activities;
   * null at the start, and at the end, of the case), `position` (from 1, of `to`).
   */
  get deviations(): TypedTable<ForbiddenStepRow> {
    const { variant, columns } = this.#rows;
    const rows: number[] = [];
    const found: ForbiddenStep[] = [];
    for (let row = 0; row < variant.length; row++) {
      for (const step of this.#forbidden[variant[row]!]!) {
        rows.push(row);
        found.push(step);
      }
    }
    return typedTable<ForbiddenStepRow>({
      ...columns(rows),
      from: found.map(({ from }) => from ?? null),
      to: found.map(({ to }) => to ?? null),
      position: found.map(({ position }) => position),
    });
  }

  toString(): string {
    const steps = new Map<string, number>();
    this.#forbidden.forEach((found, v) => {
      for (const { from = "start", to = "end" } of found) {
        const step = `${from} → ${to}`;
        steps.set(step, (steps.get(step) ?? 0) + this.#rows.traces.counts[v]!);
      }
    });
    const most = [...steps].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 10);
    return [
      `Footprints: ${formatCount(this.cases)} cases: fitness ${this.logFitness.toFixed(4)}, ` +
      `${(this.fittingShare * 100).toFixed(1)} % of the cases take allowed steps only`,
      ...most.map(([step, times]) => `  ${step}: ${countOf(times, "time")}`),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}
