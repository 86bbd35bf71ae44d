/** What `compareLogs` finds, in plain rows, so that a page needs no table. */
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf, formatShare } from "../../base/format.ts";
import { CONFIDENCE, standardErrors } from "../../base/statistics/distributions.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { selectCases } from "../../log/events/select.ts";
import { compareActivities, type ComparedActivityRow, type ComparedEndRow, compareEnds } from "./activity_rows.ts";
import { type CaseMarks, marksOf } from "./case_marks.ts";
import { type ComparedEdgeRow, compareEdges, pairedSteps } from "./edge_rows.ts";
import { type ComparedFigureRow, compareFigures } from "./figure_rows.ts";
import { sidesOf } from "./sides.ts";
import { type ComparedTimeRow, compareTimes } from "./time_rows.ts";
import { timedCases } from "./timed_cases.ts";
import { type ComparedVariantRow, type ComparedVariants, compareVariants } from "./variant_rows.ts";

export interface ComparisonOptions {
  /** Of the intervals; what is left to 1 is the share of false findings that is allowed. @default 0.95 */
  readonly confidence?: number;
  /**
   * What fewer cases of both groups together have is not tested, nor anything where a group has fewer; a variant of fewer has no row, and the notes say how
   * many these are. @default 5
   */
  readonly leastCases?: number;
}

export interface CompareLogsOptions extends ComparisonOptions {
  /** What the two are called. @default the names of the logs */
  readonly names?: readonly [string, string];
  /**
   * Which cases of each log are finished. Then these alone are compared, and the others counted. Without it all cases
   * are compared, but for times of whole cases: those are of the cases that `caseStates` finds finished.
   */
  readonly finished?: readonly [CaseMarks, CaseMarks];
  /** Cases whose times are compared as a whole, where `finished` is not given. @default those that are finished */
  readonly timed?: readonly [CaseMarks, CaseMarks];
}

export interface ComparisonRows {
  readonly names: readonly [string, string];
  readonly rows: {
    readonly figures: readonly ComparedFigureRow[];
    readonly starts: readonly ComparedEndRow[];
    readonly ends: readonly ComparedEndRow[];
    readonly activities: readonly ComparedActivityRow[];
    readonly edges: readonly ComparedEdgeRow[];
    readonly variants: readonly ComparedVariantRow[];
    readonly times: readonly ComparedTimeRow[];
  };
  readonly notes: readonly string[];
  readonly confidence: number;
}

/** The rows of all tables of a comparison; see `compareLogs`. */
export function comparisonRows(a: EventLog, b: EventLog, options: CompareLogsOptions = {}): ComparisonRows {
  const { confidence = CONFIDENCE, leastCases = 5, finished, names = namesOf(a, b) } = options;
  standardErrors(confidence);
  if (!(Number.isInteger(leastCases) && leastCases >= 1)) {
    throw new OptionError(`Expected leastCases to be a whole number from 1 but found ${leastCases}.`);
  }
  const first = finishedOf(a, finished?.[0], names[0]), second = finishedOf(b, finished?.[1], names[1]);
  const timed = finished
    ? [first, second] as const
    : [timedOf(first, options.timed?.[0]), timedOf(second, options.timed?.[1])] as const;
  const sides = sidesOf(first, second, names, timed);
  const totals = { a: first.cases, b: second.cases, leastCases, confidence };
  const steps = pairedSteps(sides);
  const variants = compareVariants(sides, totals);
  const running = finished && [a.cases - first.cases, b.cases - second.cases] as const;
  const rows = {
    figures: compareFigures(sides, { running, variants: [variants.countA, variants.countB] }, confidence),
    starts: compareEnds(sides, totals, "starts"),
    ends: compareEnds(sides, totals, "ends"),
    activities: compareActivities(sides, totals),
    edges: compareEdges(steps, totals),
    variants: variants.rows,
    times: compareTimes(sides, steps, confidence),
  };
  const notes = [
    ...runningNotes(running, names, [first.cases - timed[0].cases, second.cases - timed[1].cases]),
    ...fewNotes(totals, names),
    ...sharedNotes(a, b),
    ...rareNotes(variants, totals, names),
  ];
  return { names, rows, notes, confidence };
}

function namesOf(a: EventLog, b: EventLog): [string, string] {
  return a.name === b.name ? [`${a.name} (first)`, `${b.name} (second)`] : [a.name, b.name];
}

function finishedOf(log: EventLog, marks: CaseMarks | undefined, name: string): EventLog {
  const kept = marks === undefined ? log : selectCases(log, marksOf(log, marks, "finished"), "finished cases");
  if (kept.cases > 0) return kept;
  throw new InputError(
    `Expected cases in both groups but found none in ${name}${log.cases > 0 ? ` that is finished` : ""}.`,
  );
}

function timedOf(log: EventLog, given: CaseMarks | undefined): EventLog {
  const marks = given === undefined ? timedCases(log) : marksOf(log, given, "timed");
  return marks.every((mark) => mark === 1) ? log : selectCases(log, marks, "finished cases");
}

/** @param untimed cases that are not finished, where that was found and not given. */
function runningNotes(
  running: readonly [number, number] | undefined,
  names: readonly [string, string],
  untimed: readonly [number, number],
): string[] {
  if (running) {
    const [a, b] = running;
    return [
      `Only finished cases are compared; ${countOf(a, "case")} of ${names[0]} and ${b} of ${names[1]} still run.`,
    ];
  }
  const [a, b] = untimed;
  const times = a + b === 0
    ? "Cases that still run count as far as they have come"
    : `Throughput is that of finished cases: ${countOf(a, "case")} of ${names[0]} and ${b} of ${names[1]} have not ` +
      "ended as most do. In shares they count as far as they have come";
  return [`${times}: later activities look rare, most of all in the later group.`];
}

function fewNotes(
  totals: { readonly a: number; readonly b: number; readonly leastCases: number },
  names: readonly [string, string],
): string[] {
  return [[totals.a, names[0]], [totals.b, names[1]]].flatMap(([cases, name]) =>
    (cases as number) < totals.leastCases
      ? [`${name} has only ${countOf(cases as number, "case")}: too few to say of any share that it differs.`]
      : []
  );
}

function sharedNotes(a: EventLog, b: EventLog): string[] {
  const known = new Set(a.caseIds);
  const shared = b.caseIds.reduce((sum, id) => sum + (known.has(id) ? 1 : 0), 0);
  if (shared === 0) return [];
  return [
    `${countOf(shared, "case")} ${
      shared === 1 ? "stands" : "stand"
    } in both: the groups are not independent, and differences are surer or less sure than said.`,
  ];
}

function rareNotes(
  { rare }: ComparedVariants,
  totals: { readonly a: number; readonly b: number; readonly leastCases: number },
  names: readonly [string, string],
): string[] {
  if (rare.variants === 0) return [];
  return [
    `Not in the table of variants: ${
      countOf(rare.variants, "variant")
    } of fewer than ${totals.leastCases} cases in both together, which ${
      formatShare(rare.casesA / totals.a)
    } of the cases of ${names[0]} and ${formatShare(rare.casesB / totals.b)} of ${names[1]} follow.`,
  ];
}
