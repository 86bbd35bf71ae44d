/** When in the week something happens, as a heat map. */
import { formatCount } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { seasonality, type SeasonalityOptions, type SeasonalityRow } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { chartFrame, forBothWidths, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { heatOf } from "../kit/heat_cell.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FULL = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Events, arrivals or last events by hour of the week: the stronger the colour, the more each time that hour came.
 *
 * @throws OptionError for an unknown time zone or activity; InputError if the log has no times.
 * @example
 * ```ts
 * import { readLog, viewSeasonality } from "tracebook";
 * viewSeasonality(await readLog("data/order-to-cash.csv"), { of: "arrivals" });
 * ```
 */
export function viewSeasonality(log: EventLog, options: SeasonalityOptions = {}): Figure {
  requireEventLog(log);
  const found = seasonality(log, options);
  const rows = found.hours.rows();
  const what = { arrivals: "Arrivals", last: "Last events", events: "Events" }[found.of];
  const of = options.activity === undefined ? what : `${what} of ${options.activity}`;
  return figure({
    kind: "seasonality",
    behaviour: "picture",
    title: `${of} by hour of the week`,
    caption: `${found.sentence} Each field is the mean for an hour, over the whole span of the log. ${logCaption(log)}`,
    ...forBothWidths((width) => pictureOf(rows, width)),
    alt: found.sentence,
    table: {
      columns: ["weekday", "hour", "count", "hours in the span", "mean an hour"],
      rows: rows.map((row) => [FULL[row.weekday - 1]!, row.hour, row.count, row.hours, row.perHour]),
    },
    text: textTable([
      ["", ...DAYS],
      ...Array.from({ length: 24 }, (_, hour) => [
        `${hour}:00`,
        ...DAYS.map((_, day) => formatCount(rows[day * 24 + hour]!.perHour, 1)),
      ]),
    ]),
  });
}

/** Days down and hours across; on a phone the other way round. */
function pictureOf(rows: readonly SeasonalityRow[], width: number): Markup {
  const narrow = isNarrow(width);
  const left = 46, top = 24, gap = 2;
  const columns = narrow ? 7 : 24, lines = narrow ? 24 : 7;
  const cell = (width - left) / columns;
  const height = narrow ? 20 : 30;
  const most = Math.max(...rows.map(({ perHour }) => perHour || 0), Number.MIN_VALUE);
  const cells = rows.flatMap((row): Markup[] => {
    const day = row.weekday - 1;
    const column = narrow ? day : row.hour, line = narrow ? row.hour : day;
    const heat = row.perHour > 0 ? heatOf(row.perHour, most) : 0;
    const words = Number.isNaN(row.perHour) ? "not in the span of the log" : `${formatCount(row.perHour, 2)} an hour`;
    return [mark(
      "rect",
      {
        ...{ x: left + column * cell, y: top + line * height, width: cell - gap, height: height - gap, rx: 2 },
        class: heat > 0 ? "tbc-heat" : "tbc-track",
        "fill-opacity": heat > 0 ? heat : 0.35,
      },
      mark(
        "title",
        {},
        `${FULL[day]} ${row.hour}:00 to ${row.hour + 1}:00\nmean\t${words}\nin all\t${formatCount(row.count)}`,
      ),
    )];
  });
  const hourLabels = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour % 3 === 0).map((hour) =>
    narrow
      ? label(`${hour}:00`, left - 6, top + hour * height + height / 2, "end")
      : label(`${hour}:00`, left + hour * cell + cell / 2, top - 10, "middle")
  );
  const dayLabels = DAYS.map((day, d) =>
    narrow
      ? label(day, left + d * cell + cell / 2, top - 10, "middle")
      : label(day, left - 8, top + d * height + height / 2 - 1, "end")
  );
  return chartFrame(width, top + lines * height, [...hourLabels, ...dayLabels, ...cells]);
}

function label(words: string, x: number, y: number, anchor: "start" | "middle" | "end"): Markup {
  return mark("text", { x, y, dy: "0.35em", "text-anchor": anchor, "font-size": TEXT, class: "tbc-muted" }, words);
}
