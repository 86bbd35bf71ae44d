/**
 * Checking a log against a log skeleton.
 *
 * Verbeek & de Carvalho, "Log skeletons: a classification approach to process discovery", 2018 (arXiv:1806.08247): a
 * trace belongs to the process if it keeps every relation.
 */
import type { EventLog } from "../../log/events/event_log.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { type LogSkeleton, SKELETON_RELATIONS, type SkeletonRelation } from "../../models/log_skeleton.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { missingInLog, missingWords, occurringActivities } from "../declarative_options.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type CaseNames, type CaseRows, caseRows } from "../conformance/case_rows.ts";
import { requireKind } from "../../models/given_model.ts";

/** `frequency`: the activity occurs more or less often than it may, or is not known at all. */
export type SkeletonDeviationKind = SkeletonRelation | "frequency";

/** One relation that a trace breaks. */
interface SkeletonDeviation {
  readonly relation: SkeletonDeviationKind;
  readonly first: string;
  /** `undefined` for `frequency`. */
  readonly second: string | undefined;
  /** From 0: events of `first` that break it; all of them where the relation is about the case. */
  readonly at: readonly number[];
  readonly words: string;
}

interface SkeletonOutcome {
  /** Relations whose first activity occurs, and activities that occur or must. */
  readonly asked: number;
  readonly deviations: readonly SkeletonDeviation[];
}

/**
 * Checks each case against each relation of a skeleton.
 *
 * A relation between a and b is asked of the cases that have a.
 *
 * @throws InputError if the log has no case, or log and skeleton have no activity in common.
 * @example
 * ```ts
 * import { checkLogSkeleton, discoverLogSkeleton, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * checkLogSkeleton(log, discoverLogSkeleton(log, { noise: 0.05 })).deviations.print();
 * ```
 */
export function checkLogSkeleton(log: EventLog | TraceCounts, skeleton: LogSkeleton): LogSkeletonCheck {
  requireEventLog(log, "sequences");
  requireKind(
    "log skeleton",
    skeleton,
    "For models with a flow there are alignTraces(log, model) and replayTokens(log, model).",
  );
  const rows = caseRows(log);
  const { traces } = rows;
  const names = occurringActivities(traces).map((a) => traces.activities[a]!);
  const missing = missingInLog("log skeleton", skeleton.activities, names);
  const outcomes = checkVariants(traces, skeleton);
  return new LogSkeletonCheck(skeleton, rows, outcomes, missingWords("log skeleton", missing, names));
}

function checkVariants({ activities, sequences }: TraceCounts, skeleton: LogSkeleton): SkeletonOutcome[] {
  const code = new Map(activities.map((name, a) => [name, a]));
  const asked: { relation: SkeletonRelation; second: string; other: number | undefined }[][] = activities.map(() => []);
  for (const relation of SKELETON_RELATIONS) {
    for (const [first, second] of skeleton[relation]) {
      const own = code.get(first);
      if (own !== undefined) asked[own]!.push({ relation, second, other: code.get(second) });
    }
  }
  const positions: number[][] = activities.map(() => []);
  return sequences.map((sequence) => {
    const here: number[] = [];
    for (let i = 0; i < sequence.length; i++) {
      const a = sequence[i]!;
      if (positions[a]!.length === 0) here.push(a);
      positions[a]!.push(i);
    }
    here.sort((a, b) => a - b);
    const found: SkeletonDeviation[] = [];
    let total = 0;
    for (const a of here) {
      const first = activities[a]!, own = positions[a]!;
      total += asked[a]!.length + 1;
      for (const { relation, second, other } of asked[a]!) {
        const deviation = broken(relation, own, other === undefined ? [] : positions[other]!);
        if (deviation) found.push({ relation, first, second, at: deviation.at, words: deviation.words(first, second) });
      }
      const allowed = skeleton.frequencies[first];
      if (allowed?.includes(own.length)) continue;
      found.push({
        relation: "frequency",
        first,
        second: undefined,
        at: own,
        words: allowed === undefined
          ? `${first} is not known`
          : `${first} occurs ${times(own.length)}, where ${allowed.join(" or ")} is expected`,
      });
    }
    for (const first of skeleton.activities) {
      const allowed = skeleton.frequencies[first]!, own = code.get(first);
      if (allowed.includes(0) || (own !== undefined && positions[own]!.length > 0)) continue;
      total++;
      const words = `${first} does not occur, where ${allowed.join(" or ")} is expected`;
      found.push({ relation: "frequency", first, second: undefined, at: [], words });
    }
    for (const a of here) positions[a] = [];
    return { asked: total, deviations: found };
  });
}

type Words = (first: string, second: string) => string;

/** The events of the first activity that break a relation, which occur at `own`. */
function broken(
  relation: SkeletonRelation,
  own: readonly number[],
  other: readonly number[],
): { at: readonly number[]; words: Words } | undefined {
  const last = other.at(-1) ?? -1, first = other[0] ?? Infinity;
  switch (relation) {
    case "equivalence":
      return own.length === other.length
        ? undefined
        : { at: own, words: (a, b) => `${a} occurs ${times(own.length)}, ${b} ${times(other.length)}` };
    case "neverTogether":
      return other.length === 0 ? undefined : { at: own, words: (a, b) => `${a} and ${b} occur together` };
    case "alwaysAfter":
      return those(own.filter((i) => i > last), (a, b) => `${a} is not followed by ${b}`);
    case "alwaysBefore":
      return those(own.filter((i) => i < first), (a, b) => `${a} is not preceded by ${b}`);
    case "directlyFollows":
      return those(own.filter((i) => !other.includes(i + 1)), (a, b) => `${a} is not directly followed by ${b}`);
  }
}

function those(at: readonly number[], words: Words): { at: readonly number[]; words: Words } | undefined {
  return at.length === 0 ? undefined : { at, words };
}

function times(n: number): string {
  return n === 0 ? "never" : n === 1 ? "once" : `${n} times`;
}

/** A row of `LogSkeletonCheck.perCase`. */
export interface SkeletonCaseRow extends CaseNames {
  readonly asked: number;
  readonly broken: number;
  readonly fitness: number;
}

/** A row of `LogSkeletonCheck.deviations`. */
export interface SkeletonDeviationRow extends CaseNames {
  readonly relation: SkeletonDeviationKind;
  readonly first: string;
  /** Null for `frequency`. */
  readonly second: string | null;
  readonly deviation: string;
  readonly positions: readonly number[];
}

/** How a log keeps a log skeleton. Tables are made when they are first asked for. */
export class LogSkeletonCheck {
  /** Mean over the cases of 1 − broken relations / relations asked. */
  readonly logFitness: number;
  /** Share of the cases that break nothing. */
  readonly fittingShare: number;
  /** Cases checked. */
  readonly cases: number;
  readonly #rows: CaseRows;
  readonly #outcomes: readonly SkeletonOutcome[];
  #deviations: TypedTable<SkeletonDeviationRow> | undefined;

  constructor(
    readonly skeleton: LogSkeleton,
    rows: CaseRows,
    outcomes: readonly SkeletonOutcome[],
    /** What a reader must know: activities of the skeleton that the log lacks. */
    readonly notes: readonly string[],
  ) {
    this.#rows = rows;
    this.#outcomes = outcomes;
    const { counts } = rows.traces;
    let cases = 0, fitness = 0, fitting = 0;
    outcomes.forEach((outcome, v) => {
      cases += counts[v]!;
      fitness += fitnessOf(outcome) * counts[v]!;
      if (outcome.deviations.length === 0) fitting += counts[v]!;
    });
    this.cases = cases;
    this.logFitness = fitness / cases;
    this.fittingShare = fitting / cases;
  }

  /** One row for each case: `case` (of variants: `variant`, `cases`), `asked`, `broken` (relations), `fitness`. */
  get perCase(): TypedTable<SkeletonCaseRow> {
    const { variant, columns } = this.#rows;
    const each = <T>(value: (outcome: SkeletonOutcome) => T) => Array.from(variant, (v) => value(this.#outcomes[v]!));
    return typedTable<SkeletonCaseRow>({
      ...columns(Array.from(variant, (_, row) => row)),
      asked: each(({ asked }) => asked),
      broken: each(({ deviations }) => deviations.length),
      fitness: each(fitnessOf),
    });
  }

  /**
   * One row for each case and each relation that it breaks: `case` (of variants: `variant`, `cases`), `relation`,
   * `first`, `second` (null for `frequency`), `deviation` (in words), `positions` (number[], from 1: events of `first`
   * that break it).
   */
  get deviations(): TypedTable<SkeletonDeviationRow> {
    return this.#deviations ??= this.#deviationTable();
  }

  toString(): string {
    const most = new Map<string, number>();
    this.#outcomes.forEach(({ deviations }, v) => {
      for (const { words } of deviations) most.set(words, (most.get(words) ?? 0) + this.#rows.traces.counts[v]!);
    });
    const ranked = [...most].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 10);
    return [
      `Log skeleton: ${formatCount(this.cases)} cases: fitness ${this.logFitness.toFixed(4)}, ` +
      `${(this.fittingShare * 100).toFixed(1)} % of the cases break nothing`,
      ...ranked.map(([words, cases]) => `  ${words}: ${countOf(cases, "case")}`),
      ...this.notes,
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  #deviationTable(): TypedTable<SkeletonDeviationRow> {
    const { variant, columns } = this.#rows;
    const told = this.#outcomes.map(({ deviations }) =>
      deviations.map((one) => ({ ...one, positions: one.at.map((i) => i + 1) }))
    );
    const rows: number[] = [];
    const found: (typeof told)[number] = [];
    for (let row = 0; row < variant.length; row++) {
      for (const deviation of told[variant[row]!]!) {
        rows.push(row);
        found.push(deviation);
      }
    }
    return typedTable<SkeletonDeviationRow>({
      ...columns(rows),
      relation: found.map(({ relation }) => relation),
      first: found.map(({ first }) => first),
      second: found.map(({ second }) => second ?? null),
      deviation: found.map(({ words }) => words),
      positions: found.map(({ positions }) => positions),
    });
  }
}

function fitnessOf({ asked, deviations }: SkeletonOutcome): number {
  return asked === 0 ? 1 : 1 - deviations.length / asked;
}
