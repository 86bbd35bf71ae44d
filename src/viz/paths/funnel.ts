/** Milestones from top to bottom: who reaches each, who still may, who is lost, and how long it takes. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type Funnel, funnel, type FunnelOptions, type Milestone } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { drawFunnel } from "./funnel_picture.ts";

/**
 * The funnel of milestones that `funnel` counts. Pass a log with its milestones, or what `funnel` gave.
 *
 * @throws InputError and OptionError as `funnel`.
 * @example
 * ```ts
 * import { readLog, viewFunnel } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewFunnel(log, ["Receive order", "Confirm order", "Ship goods", "Receive payment"]);
 * ```
 */
export function viewFunnel(log: EventLog, milestones: readonly Milestone[], options?: FunnelOptions): Figure;
export function viewFunnel(found: Funnel): Figure;
export function viewFunnel(
  source: EventLog | Funnel,
  milestones: readonly Milestone[] = [],
  options?: FunnelOptions,
): Figure {
  requireEventLog(source, "wentTo");
  const found = "wentTo" in source ? source : funnel(source, milestones, options);
  const rows = found.steps.rows();
  return figure({
    kind: "funnel",
    behaviour: "picture",
    title: "Funnel of milestones",
    caption:
      `${found.sentence} Bars are cases that reach a milestone after those above it; beside them those that still run ` +
      `before it, and those that are lost.${"wentTo" in source ? "" : ` ${logCaption(source)}`}`,
    ...forBothWidths((width) => drawFunnel(found, width)),
    alt: found.sentence,
    table: {
      columns: [
        ...[
          "milestone",
          "cases",
          "share",
          "low",
          "high",
          "share of those before",
          "ended without it",
          "stuck",
          "too late",
        ],
        ...["still running", "median since the one before, seconds", "90 % within, seconds"],
      ],
      rows: rows.map((row) => [
        ...[row.milestone, row.cases, row.share, row.low, row.high, row.ofPrevious, row.dropped, row.stuck, row.late],
        ...[row.running, row.medianSeconds, row.p90Seconds],
      ]),
    },
    text: textTable([
      ["milestone", "cases", "share", "lost", "running", "median since"],
      ...rows.map((row) => [
        row.milestone,
        countOf(row.cases, "case"),
        formatShare(row.share),
        formatCount(row.dropped + row.stuck + row.late),
        formatCount(row.running),
        formatDuration(row.medianSeconds),
      ]),
    ]),
  });
}
