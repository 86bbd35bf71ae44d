/** Service level over time: cases that kept the rule, broke it or are open, the share in time with its interval; groups. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import {
  type ServiceCounts,
  type ServiceLevel,
  serviceLevel,
  type ServiceLevelOptions,
  type ServiceRule,
} from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { drawServiceLevel, periodName } from "./service_level_picture.ts";

/**
 * How a rule is kept over time, and by group: see `serviceLevel`. Pass a log with its rule, or what `serviceLevel` gave.
 *
 * @throws InputError and OptionError as `serviceLevel`.
 * @example
 * ```ts
 * import { readLog, viewServiceLevel } from "tracebook";
 * viewServiceLevel(await readLog("data/order-to-cash.csv"), "case within 30 days", { by: "region" });
 * ```
 */
export function viewServiceLevel(log: EventLog, rule: string | ServiceRule, options?: ServiceLevelOptions): Figure;
export function viewServiceLevel(found: ServiceLevel): Figure;
export function viewServiceLevel(
  source: EventLog | ServiceLevel,
  rule: string | ServiceRule = "",
  options?: ServiceLevelOptions,
): Figure {
  requireEventLog(source, "periods");
  const found = "periods" in source ? source : serviceLevel(source, rule, options);
  const periods = found.periods.rows(), groups = found.groups.rows();
  const named = [
    ...periods.map((row) => ({ kind: found.every, name: periodName(row.begin, found.every), row })),
    ...(found.by === null ? [] : groups.map((row) => ({ kind: found.by!, name: row.group, row }))),
  ];
  return figure({
    kind: "service-level",
    behaviour: "picture",
    title: `Service level: ${found.words}`,
    caption:
      `${found.sentence} Cases stand in the ${found.every} (UTC) in which their time began to run; the share is of ` +
      `those whose time is up, its band the 95 % interval.${"periods" in source ? "" : ` ${logCaption(source)}`}`,
    ...forBothWidths((width) => drawServiceLevel(found, width)),
    alt: found.sentence,
    table: {
      columns: [
        ...["of", "name", "kept", "broken", "open", "time is up", "share kept", "low", "high"],
        ...["median, seconds", "90 % within, seconds"],
      ],
      rows: named.map(({ kind, name, row }) => [kind, name, ...figures(row)]),
    },
    text: textTable([
      [found.every, "kept", "broken", "open", "share kept", "median"],
      ...named.map(({ name, row }) => [
        name,
        countOf(row.kept, "case"),
        formatCount(row.broken),
        formatCount(row.open),
        formatShare(row.share),
        formatDuration(row.medianSeconds),
      ]),
    ]),
  });
}

function figures(row: ServiceCounts): number[] {
  return [
    ...[row.kept, row.broken, row.open, row.due, row.share, row.low, row.high, row.medianSeconds, row.p90Seconds],
  ];
}
