/** Where time is lost, as a ranked bar chart: cost beyond what is usual, with its interval and the ranks it may have. */
import { countOf, formatCount, formatShare, formatWorkTime } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import type { BottleneckRow, Bottlenecks } from "../../mining/performance/bottleneck_rows.ts";
import { type BottleneckOptions, bottlenecks } from "../../mining/performance/bottlenecks.ts";
import { roughTime } from "../../mining/performance/bottleneck_sentence.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type CostBar, drawCosts } from "./cost_bars.ts";

export interface BottlenecksViewOptions extends BottleneckOptions {
  /** Most steps shown, 1 to 40. @default 12 */
  top?: number;
}

/**
 * The steps that cost most beyond what is usual for them, ranked; whiskers are 95 % intervals of the cost.
 *
 * @param source a log, or what `bottlenecks` found in it; then the options but `top` have been settled there.
 * @throws InputError or OptionError as `bottlenecks` does.
 * @example
 * ```ts
 * import { readLog, viewBottlenecks } from "tracebook";
 * viewBottlenecks(await readLog("data/order-to-cash.csv"), { by: "resource" });
 * ```
 */
export function viewBottlenecks(source: EventLog | Bottlenecks, options: BottlenecksViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 12, 1, 40);
  requireEventLog(source, "steps");
  const found = "steps" in source ? source : bottlenecks(source, options);
  const rows = found.steps.rows();
  const working = found.basis.calendar !== null;
  const monthly = found.months > 1, unit = monthly ? found.months : 1;
  const cost = (seconds: number) => roughTime(seconds / unit, working);
  const bars = rows.slice(0, top).map((row): CostBar => ({
    name: nameOf(row),
    value: row.excessSeconds / unit,
    low: row.excessLow / unit,
    high: row.excessHigh / unit,
    cost: cost(row.excessSeconds),
    share: formatShare(row.share),
    rank: row.rankLow === row.rankHigh ? `${row.rankLow}` : `${row.rankLow}–${row.rankHigh}`,
    facts: [
      ["beyond usual", `${cost(row.excessSeconds)}${monthly ? " a month" : ""}`],
      ...(Number.isNaN(row.excessLow)
        ? []
        : [["95 % interval", `${cost(row.excessLow)} to ${cost(row.excessHigh)}`] as const]),
      ["usual", formatWorkTime(row.usualSeconds, working)],
      ["median", formatWorkTime(row.medianSeconds, working)],
      ["passages", formatCount(row.count)],
      ["cases", formatCount(row.cases)],
    ],
  }));
  const left = rows.length - bars.length;
  return figure({
    kind: "bottlenecks",
    behaviour: "picture",
    title: found.by === null ? "Where time is lost" : `Where time is lost, by ${found.by}`,
    caption: `${found.sentence} ${explained(monthly)}${
      left > 0 ? ` ${countOf(left, "smaller step")} not drawn (in the table).` : ""
    }`,
    ...forBothWidths((width) => drawCosts(bars, monthly ? "beyond usual, a month" : "beyond usual", width)),
    alt: `Bars of steps by the time that they take beyond their usual. ${
      bars.slice(0, 5).map((bar) => `${bar.name}: ${bar.cost}, rank ${bar.rank}`).join("; ")
    }.`,
    table: {
      columns: [
        "from",
        "to",
        ...(found.by === null ? [] : [found.by]),
        "cases",
        "passages",
        "usual, seconds",
        "in sum, seconds",
        "share of all time",
        "beyond usual, seconds",
        "at least, seconds",
        "at most, seconds",
        "best rank",
        "worst rank",
      ],
      rows: rows.map((row) => [
        row.from,
        row.to,
        ...(found.by === null ? [] : [row.group]),
        row.cases,
        row.count,
        row.usualSeconds,
        row.totalSeconds,
        row.share,
        row.excessSeconds,
        row.excessLow,
        row.excessHigh,
        row.rankLow,
        row.rankHigh,
      ]),
    },
    text: textTable([
      ["step", "beyond usual", "of all time", "rank"],
      ...bars.map(({ name, cost, share, rank }) => [name, cost, share, rank]),
    ]),
  });
}

function nameOf({ from, to, group }: BottleneckRow): string {
  return `${from} → ${to}${group === null ? "" : ` · ${group}`}`;
}

function explained(monthly: boolean): string {
  return `A bar is the time ${
    monthly ? "in a month " : ""
  }by which passages of the step exceed its usual time; whiskers and ranks are 95 % intervals. Steps whose ranks overlap cannot be told apart.`;
}
