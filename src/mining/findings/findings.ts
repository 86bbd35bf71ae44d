/** The five questions that people bring to a log, each answered in a sentence: the first page of a report. */
import { inWords } from "../../base/inspect.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { Calendar } from "../../log/calendar/calendars_by.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { discoverDrift, type DriftReport } from "../change/drift.ts";
import type { Factors } from "../factors/factors_of.ts";
import type { CaseStateOptions } from "../outcomes/case_states.ts";
import { stuckCases, type StuckReport } from "../outcomes/stuck_cases.ts";
import { bottlenecks } from "../performance/bottlenecks.ts";
import type { Bottlenecks } from "../performance/bottleneck_rows.ts";
import { type ActivityRework, activityRework } from "../rework/activity_rework.ts";
import { changeFinding } from "./change_finding.ts";
import { type FindingQuestion, type KeyFinding, nothingFound } from "./finding.ts";
import { pathFinding } from "./path_finding.ts";
import { slowFinding } from "./slow_finding.ts";
import { stuckFinding } from "./stuck_finding.ts";
import { timeFinding } from "./time_finding.ts";

export interface FindingsOptions extends Pick<CaseStateOptions, "ends" | "until"> {
  /** What counts as time where time is lost. Without one all time that passes does. */
  calendar?: Calendar;
  /** Of weekdays and hours that go along with being slow. @default "UTC" */
  timeZone?: string;
}

/** A row of `table`. */
export interface FindingRow {
  readonly question: string;
  readonly found: boolean;
  readonly figure: string;
  readonly measures: string;
  readonly sentence: string;
}

export interface Findings {
  /** The figures that stand out, in one line. */
  readonly sentence: string;
  /** One for each question; those in which something stands out first, else in the order of the questions. */
  readonly findings: readonly KeyFinding[];
  readonly table: TypedTable<FindingRow>;
  readonly name: string;
  readonly cases: number;
  /** What the answers rest on; null where the log has no times, or too few cases to be told apart. */
  readonly bottlenecks: Bottlenecks | null;
  readonly stuck: StuckReport | null;
  readonly rework: ActivityRework;
  readonly slow: Factors | null;
  /** Cases that take longer are slow. */
  readonly slowSeconds: number;
  readonly drift: DriftReport;
}

const ORDER: readonly FindingQuestion[] = ["time", "stuck", "paths", "slow", "change"];

/**
 * Asks a log five questions: where time goes, what is stuck, which path cases take, what sets slow cases apart, and since
 * when the process is as it is. Each answer is a figure and a sentence that says how sure it is; where nothing stands
 * out, it says that.
 *
 * - time: `bottlenecks`, the step with the largest share of all time, and the one that loses most beyond its usual time.
 * - stuck: `stuckCases`.
 * - paths: the most frequent variant of finished cases, with the interval of its share; and `activityRework`.
 * - slow: `factorsOf` the slowest quarter of the cases of which that is known. The factor told is the one that accounts
 *   for most of them; a tree of factors is judged on cases that it has not seen.
 * - change: `discoverDrift`, the change with the largest effect for the cases that it rests on.
 *
 * Slow cases are measured by the time that passes, also with a `calendar`.
 *
 * @throws OptionError for an activity in `ends` that the log does not have, or a calendar that is none.
 * @example
 * ```ts
 * import { findings, readLog } from "tracebook";
 * const found = findings(await readLog("data/order-to-cash.csv"));
 * for (const { question, sentence } of found.findings) console.log(question, sentence);
 * ```
 */
export function findings(log: EventLog, options: FindingsOptions = {}): Findings {
  requireEventLog(log);
  const { calendar, ends, until, timeZone = "UTC" } = options;
  const states = { ...(ends ? { ends } : {}), ...(until === undefined ? {} : { until }) };
  const timed = !log.source.untimed;
  const lost = timed ? bottlenecks(log, { ...(calendar ? { calendar } : {}), ...(ends ? { ends } : {}) }) : null;
  const stuck = timed ? stuckCases(log, states) : null;
  const rework = activityRework(log);
  const drift = discoverDrift(log, states);
  const slow = slowFinding(log, stuck?.states ?? null, timeZone);
  const all = log.cases === 0 ? ORDER.map((about) => nothingFound(about, "The log has no cases.")) : [
    timeFinding(lost),
    stuckFinding(stuck),
    pathFinding(log, rework, stuck?.states.state),
    slow.finding,
    changeFinding(drift),
  ];
  const ranked = [...all.filter(({ found }) => found), ...all.filter(({ found }) => !found)];
  const sentence = sentenceOf(log.cases, ranked.filter(({ found }) => found));
  const table = tableOfRows<FindingRow>(ranked, ["question", "found", "figure", "measures", "sentence"]);
  return inWords({
    ...{ sentence, findings: ranked, table, name: log.name, cases: log.cases },
    ...{ bottlenecks: lost, stuck, rework, slow: slow.factors, slowSeconds: slow.limitSeconds, drift },
    toString: () => ranked.map(({ question, sentence }) => `${question} ${sentence}`).join("\n"),
  });
}

function sentenceOf(cases: number, found: readonly KeyFinding[]): string {
  if (cases === 0) return "The log has no cases.";
  if (found.length === 0) return "Nothing stands out.";
  return `${found.map(({ figure, measures }) => `${figure} ${measures}`).join("; ")}.`;
}
