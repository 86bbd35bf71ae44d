/** What was found of a process's changes, as a table and in words. */
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { Drift, DriftPerspective } from "./found_drift.ts";
import type { ChangedFigure } from "./what_changed.ts";

/** A figure that a change changed. */
export interface DriftRow {
  readonly perspective: DriftPerspective;
  readonly case: number;
  readonly time: Date;
  readonly p: number;
  /** Activity from which the relation leads; null: the begin of a case, or all cases. */
  readonly from: string | null;
  /** Activity to which it leads; null: the end of a case, or all cases. */
  readonly to: string | null;
  /** Share of cases, median seconds, or cases a day. */
  readonly before: number;
  readonly after: number;
  readonly effect: number;
  readonly pAdjusted: number;
}

const COLUMNS = ["perspective", "case", "time", "p", "from", "to", "before", "after", "effect", "pAdjusted"];

export function driftTable(changes: readonly Drift[]): TypedTable<DriftRow> {
  const rows = changes.flatMap(({ perspective, case: number, time, p, what }) =>
    what.map(({ relation, ...figures }): DriftRow => ({
      perspective,
      case: number,
      time: new Date(time),
      p,
      from: relation?.from ?? null,
      to: relation?.to ?? null,
      ...figures,
    }))
  );
  return tableOfRows(rows, COLUMNS);
}

const NAMES: Readonly<Record<DriftPerspective, string>> = {
  flow: "the order of activities",
  times: "the times between activities",
  arrivals: "the arrivals",
};

export function driftSentence(found: {
  readonly changes: readonly Drift[];
  readonly cases: number;
  readonly perspectives: readonly DriftPerspective[];
  readonly level: number;
}): string {
  const { changes, cases, perspectives, level } = found;
  if (cases === 0) return "The log has no cases, so that nothing can change.";
  const looked = perspectives.map((one) => NAMES[one]).join(", ");
  const chance = `${formatShare(level)} of logs without any change would give an alarm for each of these`;
  if (changes.length === 0) {
    return `No change was found in ${looked} over ${countOf(cases, "case")} (${chance}).`;
  }
  const parts = changes.slice(0, 3).map((change) => changeInWords(change));
  const more = changes.length > 3 ? ` And ${formatCount(changes.length - 3)} more.` : "";
  return `${parts.join(" ")}${more} (${formatCount(cases)} cases; ${chance}.)`;
}

/** One change in a sentence: when, of what, and what changed most. */
export function changeInWords({ perspective, time, from, to, p, what }: Drift): string {
  const took = formatDate(from, "day") === formatDate(to, "day")
    ? ""
    : `, showing from ${formatDate(from, "day")} to ${formatDate(to, "day")}`;
  const name = NAMES[perspective];
  const most = what[0] ? `: ${figureInWords(perspective, what[0])}` : "";
  return `On ${formatDate(time, "day")} ${name} changed${took}${most} (p ${p <= 0.005 ? "≤ 0.005" : `= ${p}`}).`;
}

/** "Check → Ship from 40 % to 2 % of cases". */
export function figureInWords(perspective: DriftPerspective, { relation, before, after }: ChangedFigure): string {
  if (perspective === "arrivals") return `from ${formatCount(before, 1)} to ${formatCount(after, 1)} cases a day`;
  const name = relationInWords(relation);
  return perspective === "times"
    ? `the median from ${name} from ${formatDuration(before)} to ${formatDuration(after)}`
    : `${name} from ${formatShare(before)} to ${formatShare(after)} of cases`;
}

export function relationInWords(relation: ChangedFigure["relation"]): string {
  if (relation === null) return "all cases";
  if (relation.from === null) return `begins with ${relation.to}`;
  if (relation.to === null) return `ends with ${relation.from}`;
  return `${relation.from} → ${relation.to}`;
}
