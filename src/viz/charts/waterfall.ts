/** Where the time of a case goes, as a waterfall of waits and work. */
import { countOf, formatCount, formatShare, formatWorkTime } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import {
  type TimePartKind,
  type TimePartRow,
  timeParts,
  type TimePartsOptions,
} from "../../mining/performance/time_parts.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { drawWaterfall, type WaterfallBar } from "./waterfall_picture.ts";

export interface WaterfallViewOptions extends TimePartsOptions {
  /** Most parts shown one by one, 3 to 40; the smaller ones are joined by kind. @default 14 */
  top?: number;
}

/**
 * The time of a case in the mean, or of one case, by waits and work: each bar begins where the one before it ends.
 *
 * @throws InputError or OptionError as `timeParts` does.
 * @example
 * ```ts
 * import { readLog, viewWaterfall } from "tracebook";
 * viewWaterfall(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewWaterfall(log: EventLog, options: WaterfallViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 14, 3, 40);
  const found = timeParts(log, options);
  const working = found.basis.calendar !== null;
  const duration = (seconds: number) => formatWorkTime(seconds, working);
  const rows = found.parts.rows();
  const shown = joined(rows, top);
  let reach = 0;
  const bars = shown.map((part): WaterfallBar => {
    const begin = reach;
    reach += part.seconds;
    return {
      name: part.name,
      kind: part.kind,
      from: Math.min(begin, reach),
      to: Math.max(begin, reach),
      time: duration(part.seconds),
      share: formatShare(Math.abs(part.share)),
      facts: part.facts,
    };
  });
  bars.push({
    name: found.case === null ? "throughput time" : `throughput time of ${found.case}`,
    kind: "total",
    from: 0,
    to: found.totalSeconds,
    time: duration(found.totalSeconds),
    share: "",
    facts: [],
  });
  return figure({
    kind: "waterfall",
    behaviour: "picture",
    title: found.case === null ? "Where the time of a case goes" : `Where the time of case ${found.case} went`,
    caption: `${found.sentence} ${
      rows.some(({ kind }) => kind === "side by side")
        ? "What is done side by side counts each time, and the last bar but one takes it off again. "
        : ""
    }${logCaption(log)}`,
    ...forBothWidths((width) => drawWaterfall(bars, width)),
    alt: `Waterfall of ${duration(found.totalSeconds)}: ${
      bars.slice(0, -1).map(({ name, kind, time }) => `${name} (${kind}) ${time}`).join("; ")
    }.`,
    table: {
      columns: ["from", "activity", "kind", "cases", "times", "seconds a case", "share"],
      rows: rows.map((row) => [row.from, row.activity, row.kind, row.cases, row.count, row.seconds, row.share]),
    },
    text: textTable(bars.map(({ name, kind, time, share }) => [name, kind === "total" ? "" : kind, time, share]), {
      left: [0, 1],
    }),
  });
}

interface Shown {
  readonly name: string;
  readonly kind: TimePartKind;
  readonly seconds: number;
  readonly share: number;
  readonly facts: readonly (readonly [string, string])[];
}

/** The largest parts in their order, then the others by kind, and at last what was done side by side. */
function joined(rows: readonly TimePartRow[], top: number): Shown[] {
  const parts = rows.filter(({ activity }) => activity !== null);
  const large = new Set(
    parts.length <= top ? parts : parts.toSorted((a, b) => b.seconds - a.seconds).slice(0, top - 1),
  );
  const others = Map.groupBy(parts.filter((row) => !large.has(row)), ({ kind }) => kind);
  const sum = (of: readonly TimePartRow[], figure: "seconds" | "share") =>
    of.reduce((all, row) => all + row[figure], 0);
  return [
    ...parts.filter((row) => large.has(row)).map((row): Shown => ({
      name: nameOf(row),
      kind: row.kind,
      seconds: row.seconds,
      share: row.share,
      facts: [["cases", formatCount(row.cases)], ["times", formatCount(row.count)]],
    })),
    ...[...others].map(([kind, of]): Shown => ({
      name: `${countOf(of.length, `other ${kind === "work" ? "step" : "wait"}`)}`,
      kind,
      seconds: sum(of, "seconds"),
      share: sum(of, "share"),
      facts: of.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5).map((
        row,
      ) => [nameOf(row), formatShare(row.share)]),
    })),
    ...rows.filter(({ activity }) => activity === null).map((row): Shown => ({
      name: row.kind === "side by side" ? "done side by side" : "unknown",
      kind: row.kind,
      seconds: row.seconds,
      share: row.share,
      facts: [],
    })),
  ];
}

function nameOf({ from, activity, kind }: TimePartRow): string {
  if (kind === "work") return activity!;
  return from === null ? `before ${activity}` : `${from} → ${activity}`;
}
