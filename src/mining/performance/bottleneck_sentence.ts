/** The answer to where time is lost, in plain sentences. */
import { countOf, formatCount, formatShare, formatWorkTime } from "../../base/format.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { BottleneckRow, Bottlenecks } from "./bottleneck_rows.ts";

/** Fewer passages say little about what is usual. */
const FEW = 20;

type Found = Omit<Bottlenecks, "sentence" | "notes">;

export function bottleneckSentence(found: Found): string {
  return `${costliest(found)} ${found.basis.sentence}`;
}

/** What else is to be known of the ranking. */
export function bottleneckNotes(log: EventLog, found: Found): string[] {
  return [working(found), waitingStill(log, found)].filter((text) => text !== "");
}

function costliest(found: Found): string {
  const rows = found.steps.rows();
  const first = rows[0];
  if (!first) return "No time between steps is known: no case has two events.";
  if (rows.every(({ totalSeconds }) => totalSeconds === 0)) {
    return isWorking(found)
      ? "No step takes any working time: none of the calendar's hours lie between two events of a case."
      : "No step takes any time: all events of a case are at one time.";
  }
  if (!(first.excessSeconds > 0)) {
    return `No step costs more than usual: each takes the same time in all of its passages. Most time in sum goes into ` +
      `${stepName(first)} (${formatShare(first.share)} of the time of all cases).`;
  }
  const rivals = rows.filter(({ rankLow }) => rankLow === 1).length - 1;
  const rank = found.steps.numRows() === 1
    ? ""
    : Number.isNaN(first.excessLow)
    ? " Too few cases to tell whether another step costs more."
    : rivals <= 0
    ? " It ranks first beyond doubt (95 % interval)."
    : ` ${rivals === 1 ? "One other step" : `${formatCount(rivals)} other steps`} may cost as much (95 % interval).`;
  const usually = formatWorkTime(first.usualSeconds, isWorking(found));
  const few = first.count < FEW ? ` That rests on ${countOf(first.count, "passage")} only.` : "";
  return `Most time beyond what is usual is lost between ${stepName(first)}: ${perMonth(first, found)}` +
    `, over ${countOf(first.count, "passage")} (usual is ${usually}, ${usualName(found)}); ` +
    `in all the step takes ${formatShare(first.share)} of the time of all cases.${rank}${few}`;
}

function stepName({ from, to, group }: BottleneckRow): string {
  return `${from} and ${to}${group === null ? "" : ` in group ${group}`}`;
}

/** A rate for logs of more than a month; the sum, where a month would be more than was seen. */
function perMonth(row: BottleneckRow, found: Found): string {
  const { months } = found;
  const roughly = (seconds: number) => roughTime(seconds, isWorking(found));
  const unit = months > 1 ? months : 1, per = months > 1 ? "a month" : "in all";
  const interval = Number.isNaN(row.excessLow)
    ? ""
    : ` (${roughly(row.excessLow / unit)} to ${roughly(row.excessHigh / unit)}, 95 % interval)`;
  return `${roughly(row.excessSeconds / unit)} ${per}${interval}`;
}

/** Sums over many cases run into thousands of days, of which nobody needs the hours. */
export function roughTime(seconds: number, working: boolean): string {
  if (working || seconds < 10 * 86_400) return formatWorkTime(seconds, working);
  return countOf(Math.round(seconds / 86_400), "day");
}

function isWorking({ basis }: Found): boolean {
  return basis.calendar !== null;
}

function usualName({ usual, by }: Found): string {
  const whose = by === null ? "" : " in all groups";
  return usual === 0.5
    ? `the step's median${whose}`
    : `what ${formatShare(usual)} of its passages${whose} take at most`;
}

function working(found: Found): string {
  const { activities } = found;
  const first = activities.rows()[0];
  if (!first || !(first.excessSeconds > 0)) return "";
  return `Of the work itself, ${first.activity}${first.group === null ? "" : ` in group ${first.group}`} costs most ` +
    `beyond its usual ${formatWorkTime(first.usualSeconds, isWorking(found))} (${
      formatShare(first.share)
    } of the time of all cases).`;
}

function waitingStill(log: EventLog, { open }: Found): string {
  const rows = open.rows();
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  if (cases === 0) return "";
  return `${countOf(cases, "case")} (${formatShare(cases / log.cases)}) ${
    cases === 1 ? "has" : "have"
  } not ended, most ` +
    `of them after ${
      rows.toSorted((a, b) => b.cases - a.cases)[0]!.activity
    }: how long they will wait is unknown and in no figure.`;
}
