/** Where time goes: the step on which most passes, and the one that loses most beyond what is usual for it. */
import { formatShare, formatWorkTime } from "../../base/format.ts";
import type { BottleneckRow, Bottlenecks } from "../performance/bottleneck_rows.ts";
import { roughTime } from "../performance/bottleneck_sentence.ts";
import { type KeyFinding, nothingFound, QUESTIONS } from "./finding.ts";

export function timeFinding(found: Bottlenecks | null): KeyFinding {
  if (found === null) return nothingFound("time", "The log has no times, so that nothing is known of waiting.");
  const rows = found.steps.rows();
  const bySum = rows.toSorted((a, b) => b.totalSeconds - a.totalSeconds);
  const [most] = bySum, [lost] = rows;
  if (!most || !lost || !(most.totalSeconds > 0)) {
    return nothingFound("time", "No time passes between the steps of a case, as far as the log knows.");
  }
  const working = found.basis.calendar !== null;
  const first = `${formatShare(most.share)} of the time of all cases passes between ${pair(most)} (half of the ${
    most.what === "waiting" ? "waits" : "passages"
  } take up to ${formatWorkTime(most.medianSeconds, working)})`;
  return {
    about: "time",
    question: QUESTIONS.time,
    found: true,
    figure: formatShare(most.share),
    measures: `of all time: ${name(most)}`,
    sentence: `${first}. ${lostWords(found, lost, lost === most)}`,
    barsOf: "shares",
    bars: bySum.slice(0, 3).map((row, i) => ({
      name: name(row),
      value: row.share,
      words: formatShare(row.share),
      main: i === 0,
    })),
  };
}

/** What the costliest step loses beyond its usual time, and which ranks it may have. */
function lostWords(found: Bottlenecks, lost: BottleneckRow, same: boolean): string {
  if (!(lost.excessSeconds > 0)) return "Every step takes the same time in all of its passages.";
  const working = found.basis.calendar !== null;
  const unit = found.months > 1 ? found.months : 1;
  const cost = (seconds: number) => roughTime(seconds / unit, working);
  const known = !Number.isNaN(lost.excessLow);
  const interval = known ? ` (${cost(lost.excessLow)} to ${cost(lost.excessHigh)}, 95 % interval)` : "";
  const rank = found.steps.numRows() === 1
    ? ""
    : !known
    ? ", too few cases to be sure of its rank"
    : lost.rankHigh === 1
    ? ", first beyond doubt"
    : `, rank ${lost.rankLow} to ${lost.rankHigh}`;
  return `Most beyond its usual ${formatWorkTime(lost.usualSeconds, working)} is lost ${
    same ? "there, too" : `between ${pair(lost)}`
  }: ${cost(lost.excessSeconds)}${found.months > 1 ? " a month" : ""}${interval}${rank}.`;
}

function pair({ from, to }: BottleneckRow): string {
  return `${from} and ${to}`;
}

function name({ from, to }: BottleneckRow): string {
  return `${from} → ${to}`;
}
