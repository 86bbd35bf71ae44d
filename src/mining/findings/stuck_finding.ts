/** What never reaches an end. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import type { StuckReport } from "../outcomes/stuck_cases.ts";
import { type KeyFinding, nothingFound, QUESTIONS } from "./finding.ts";

export function stuckFinding(report: StuckReport | null): KeyFinding {
  if (report === null) return nothingFound("stuck", "The log has no times, so that no silence is known to be long.");
  const { cases, finished, running, stuck, share } = report;
  const open = running === 0 ? "none still runs" : running === 1 ? "1 still runs" : `${formatCount(running)} still run`;
  const [top] = report.steps.rows();
  if (!top) {
    return nothingFound(
      "stuck",
      `No case is stuck: ${formatCount(finished)} of ${formatCount(cases)} are finished, ${open}.`,
    );
  }
  const where = top.cases === stuck
    ? stuck === 1 ? `at ${top.activity}` : `all of them at ${top.activity}`
    : `${formatShare(top.cases / stuck)} of them at ${top.activity}`;
  const figure = formatShareInterval(share).replace(/ \(.*/, "");
  const part = (name: string, count: number, words = formatShare(count / cases)) => ({
    name,
    value: count / cases,
    words,
    main: name === "stuck",
  });
  return {
    about: "stuck",
    question: QUESTIONS.stuck,
    found: true,
    figure,
    measures: "of cases are stuck",
    sentence:
      `${formatShareInterval(share)} of cases are stuck (${formatCount(stuck)} of ${formatCount(cases)}; 95 % ` +
      `interval), ${where}, where nothing has happened for ${
        formatDuration(top.medianSilentSeconds)
      } in the median; ${open}.`,
    barsOf: "shares",
    bars: [part("stuck", stuck, figure), part("still running", running), part("finished", finished)],
  };
}
