/** Since when: the clearest change that was found, and that there are others. */
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import type { DriftReport } from "../change/drift.ts";
import { changeInWords, driftSentence } from "../change/drift_words.ts";
import type { Drift, DriftPerspective } from "../change/found_drift.ts";
import { type KeyFinding, nothingFound, QUESTIONS } from "./finding.ts";

const CHANGED: Readonly<Record<DriftPerspective, string>> = {
  flow: "the order of activities changed",
  times: "times between activities changed",
  arrivals: "arrivals changed",
};

export function changeFinding(report: DriftReport): KeyFinding {
  const clearest = report.changes.reduce<Drift | undefined>(
    (best, change) => !best || clearness(change, report.cases) > clearness(best, report.cases) ? change : best,
    undefined,
  );
  if (!clearest) return nothingFound("change", driftSentence(report));
  const { perspective, time, what } = clearest;
  const others = report.changes.filter((change) => change !== clearest);
  const last = others.at(-1);
  const more = !last
    ? " It is the only change found."
    : others.length === 1
    ? ` One other change was found, on ${formatDate(last.time, "day")}.`
    : ` ${countOf(others.length, "other change")} were found, the last on ${formatDate(last.time, "day")}.`;
  const value = (figure: number) =>
    perspective === "times"
      ? formatDuration(figure)
      : perspective === "arrivals"
      ? `${formatCount(figure, 1)} a day`
      : formatShare(figure);
  const [most] = what;
  return {
    about: "change",
    question: QUESTIONS.change,
    found: true,
    figure: formatDate(time, "day"),
    measures: CHANGED[perspective],
    sentence: changeInWords(clearest) + more,
    barsOf: perspective === "flow" ? "shares" : "amounts",
    bars: most
      ? [
        { name: "before", value: most.before, words: value(most.before), main: false },
        { name: "after", value: most.after, words: value(most.after), main: true },
      ]
      : [],
  };
}

/** The effect in units of its error, but for a factor: one that rests on the first few cases only is less clear. */
function clearness({ what, case: before }: Drift, cases: number): number {
  return (what[0]?.effect ?? 0) * Math.sqrt(Math.max(0, before * (cases - before)));
}
