/** How many cases take the main path, and how many do work again. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { FINISHED } from "../outcomes/case_states.ts";
import type { ActivityRework } from "../rework/activity_rework.ts";
import { traceVariants } from "../variants.ts";
import { type KeyFinding, nothingFound, QUESTIONS } from "./finding.ts";

/** Longer paths are told by their beginning and end. */
const LONG_PATH = 5;

/** @param state of each case, as `caseStates` gives it; without it every case counts as finished. */
export function pathFinding(log: EventLog, rework: ActivityRework, state: Uint8Array | undefined): KeyFinding {
  const { sequences, caseVariant } = traceVariants(log);
  // A running case has not taken its path yet.
  const some = state?.includes(FINISHED) ?? false;
  const counts = new Int32Array(sequences.length);
  let cases = 0;
  for (let c = 0; c < log.cases; c++) {
    if (some && state![c] !== FINISHED) continue;
    counts[caseVariant[c]!]!++;
    cases++;
  }
  let main = 0;
  counts.forEach((count, v) => {
    if (count > counts[main]!) main = v;
  });
  const paths = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const whose = some ? "finished cases" : "cases";
  const reworkShare = rework.casesWithRework / log.cases;
  const again = reworkWords(rework);
  if (counts[main]! <= 1) {
    return nothingFound(
      "paths",
      cases === 1
        ? `One ${some ? "finished case" : "case"} shows no main path. ${again}`
        : `No two of ${countOf(cases, some ? "finished case" : "case")} take the same path. ${again}`,
    );
  }
  const share = counts[main]! / cases;
  const steps = Array.from(sequences[main]!, (a) => log.activities[a]!);
  const told = steps.length <= LONG_PATH
    ? steps.join(" → ")
    : `${steps.slice(0, 2).join(" → ")} → … → ${steps.slice(-2).join(" → ")}, ${steps.length} events`;
  const whole = paths === 1
    ? `All ${formatCount(cases)} ${whose} take one path (${told}).`
    : `${formatShareInterval(shareInterval(counts[main]!, cases))} of ${whose} take the main path (${told}), the ` +
      `others ${countOf(paths - 1, "different one")}.`;
  return {
    about: "paths",
    question: QUESTIONS.paths,
    found: true,
    figure: formatShare(share),
    measures: `of ${whose} take the main path`,
    sentence: `${whole} ${again}`,
    barsOf: "shares",
    bars: [
      { name: "main path", value: share, words: formatShare(share), main: true },
      { name: "an activity done again", value: reworkShare, words: formatShare(reworkShare), main: false },
    ],
  };
}

function reworkWords({ cases, casesWithRework, activities }: ActivityRework): string {
  const [top] = activities.rows();
  if (!top) return "No case does an activity again.";
  return `${
    formatShareInterval(shareInterval(casesWithRework, cases))
  } of all cases do an activity again, most often ${top.activity} (${countOf(top.cases, "case")}).`;
}
