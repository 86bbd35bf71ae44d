/** Two logs, or two groups of cases, compared: what differs, by how much, and how sure that is. */
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { CONFIDENCE, standardErrors } from "../../base/statistics/distributions.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { selectCases } from "../../log/events/select.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { compareActivities, type ComparedActivityRow, type ComparedEndRow, compareEnds } from "./activity_rows.ts";
import { type CaseMarks, marksOf } from "./case_marks.ts";
import { comparisonSentence, comparisonText } from "./comparison_words.ts";
import { type ComparedEdgeRow, compareEdges, pairedSteps } from "./edge_rows.ts";
import { type ComparedFigureRow, compareFigures } from "./figure_rows.ts";
import { timedCases } from "./timed_cases.ts";
import { sidesOf } from "./sides.ts";
import { type ComparedTimeRow, compareTimes } from "./time_rows.ts";
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

export interface LogComparison {
  /** The answer in two or three sentences. */
  readonly sentence: string;
  readonly names: readonly [string, string];
  /** `cases`, `runningCases` (where `finished` was given), `events`, `variants`, `eventsPerCase`, throughput. */
  readonly figures: TypedTable<ComparedFigureRow>;
  /** Activities that cases begin and end with. */
  readonly starts: TypedTable<ComparedEndRow>;
  readonly ends: TypedTable<ComparedEndRow>;
  /** These four, and the two above: first what surely differs, by how much it does at least; then the rest by p. */
  readonly activities: TypedTable<ComparedActivityRow>;
  readonly edges: TypedTable<ComparedEdgeRow>;
  readonly variants: TypedTable<ComparedVariantRow>;
  readonly times: TypedTable<ComparedTimeRow>;
  /** What was left out, and what to beware of. */
  readonly notes: readonly string[];
  readonly confidence: number;
  toString(): string;
}

/**
 * Compares two logs: a migration's before and after, two plants, two systems.
 *
 * Differences are those of `a` less `b`. Shares: Newcombe's interval (1998) and the test of independence, Fisher's where
 * counts are small. Times: the difference of medians (Bonett & Price 2002), Cliff's delta (Brunner & Munzel 2000) and
 * Mann and Whitney's test. p is corrected for many looks (Benjamini & Hochberg 1995) over all rows of a table: the
 * activities make one family, their repetitions, the edges, the variants, the times and the figures one each.
 *
 * @throws InputError if a log has no case, or the marks of finished cases do not fit.
 * @throws OptionError if `confidence` or `leastCases` is out of its range.
 * @example
 * ```ts
 * import { compareLogs, filterTimeFrame, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const january = filterTimeFrame(log, { to: "2025-02-01", mode: "started" });
 * const later = filterTimeFrame(log, { from: "2025-02-01", mode: "started" });
 * compareLogs(january, later, { names: ["January", "later"] }).activities.slice(0, 5).print();
 * ```
 */
export function compareLogs(a: EventLog, b: EventLog, options: CompareLogsOptions = {}): LogComparison {
  requireEventLog(a);
  requireEventLog(b);
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
  const told = { names, rows, notes, confidence };
  const sentence = comparisonSentence(told);
  return inWords({
    sentence,
    names,
    figures: tableOfRows<ComparedFigureRow>(rows.figures, FIGURES),
    starts: tableOfRows<ComparedEndRow>(rows.starts, ["activity", ...SHARES]),
    ends: tableOfRows<ComparedEndRow>(rows.ends, ["activity", ...SHARES]),
    activities: tableOfRows<ComparedActivityRow>(rows.activities, ACTIVITIES),
    edges: tableOfRows<ComparedEdgeRow>(rows.edges, EDGES),
    variants: tableOfRows<ComparedVariantRow>(rows.variants, ["activities", ...SHARES]),
    times: tableOfRows<ComparedTimeRow>(rows.times, TIMES),
    notes,
    confidence,
    toString: () => comparisonText({ ...told, sentence }),
  });
}

const SHARES = ["casesA", "casesB", "a", "b", "difference", "low", "high", "p", "pAdjusted", "only"] as const;
const FIGURES = ["figure", "a", "b", "difference", "low", "high", "p", "pAdjusted"] as const;
const EDGES = ["from", "to", ...SHARES, "medianSecondsA", "medianSecondsB"] as const;
const ACTIVITIES = [
  "activity",
  ...SHARES,
  "repeatedA",
  "repeatedB",
  "repeatedDifference",
  "repeatedLow",
  "repeatedHigh",
  "repeatedPAdjusted",
] as const;
const TIMES = [
  "measure",
  "from",
  "to",
  "casesA",
  "casesB",
  "a",
  "b",
  "difference",
  "low",
  "high",
  "delta",
  "deltaLow",
  "deltaHigh",
  "p",
  "pAdjusted",
] as const;

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
