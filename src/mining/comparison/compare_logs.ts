/** Two logs, or two groups of cases, compared: what differs, by how much, and how sure that is. */
import { inWords } from "../../base/inspect.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import type { ComparedActivityRow, ComparedEndRow } from "./activity_rows.ts";
import { type CompareLogsOptions, comparisonRows } from "./comparison_rows.ts";
import { comparisonSentence, comparisonText } from "./comparison_words.ts";
import type { ComparedEdgeRow } from "./edge_rows.ts";
import type { ComparedFigureRow } from "./figure_rows.ts";
import type { ComparedTimeRow } from "./time_rows.ts";
import type { ComparedVariantRow } from "./variant_rows.ts";

export type { CompareLogsOptions, ComparisonOptions } from "./comparison_rows.ts";

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
  const told = comparisonRows(a, b, options);
  const { names, rows, notes, confidence } = told;
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
