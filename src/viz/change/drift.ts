/** When a process changed, and what is different since. */
import { countOf, formatDate, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import {
  discoverDrift,
  type Drift,
  type DriftOptions,
  type DriftPerspective,
  type DriftReport,
} from "../../mining/mod.ts";
import { figureInWords, relationInWords } from "../../mining/change/drift_words.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { driftPicture } from "./drift_picture.ts";
import { figureValue, PERSPECTIVE_NAMES } from "./drift_values.ts";

export interface DriftViewOptions extends DriftOptions {
  /** How many changed figures are shown of each change, 1 to 20. @default 4 */
  top?: number;
}

/**
 * A line of time for each perspective with the changes on it, and below for each change what changed most.
 *
 * @param source a log, or what `discoverDrift` found in it; then the options but `top` have been settled there.
 * @throws OptionError for options out of range.
 * @example
 * ```ts
 * import { readLog, viewDrift } from "tracebook";
 * viewDrift(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewDrift(source: EventLog | DriftReport, options: DriftViewOptions = {}): Figure {
  requireEventLog(source, "changes");
  const { top: given, ...driftOptions } = options;
  const top = wholeNumber("top", given ?? 4, 1, 20);
  const report = "changes" in source ? source : discoverDrift(source, driftOptions);
  const shown = report.changes.map((change) => ({ ...change, what: change.what.slice(0, top) }));
  const rows = report.changes.flatMap((change) => change.what.map((one) => ({ change, one })));
  return figure({
    kind: "drift",
    behaviour: "picture",
    title: "Changes over time",
    caption: `${captionOf(report.changes, report.perspectives, report.level)}${
      "changes" in source ? "" : ` ${logCaption(source)}`
    }`,
    ...forBothWidths((width) => driftPicture(shown, report.perspectives, report.span, width)),
    alt: report.sentence,
    table: {
      columns: ["when", "of", "p", "what", "before", "after"],
      rows: rows.map(({ change, one }) => [
        formatDate(change.time, "day"),
        PERSPECTIVE_NAMES[change.perspective],
        change.p,
        relationInWords(one.relation),
        figureValue(change.perspective, one.before),
        figureValue(change.perspective, one.after),
      ]),
    },
    text: rows.length === 0 ? report.sentence : textTable([
      ["when", "of", "what changed"],
      ...rows.map(({ change, one }) => [
        formatDate(change.time, "day"),
        PERSPECTIVE_NAMES[change.perspective],
        figureInWords(change.perspective, one),
      ]),
    ], { left: [0, 1, 2] }),
  });
}

function captionOf(changes: readonly Drift[], perspectives: readonly DriftPerspective[], level: number): string {
  const looked = perspectives.map((one) => PERSPECTIVE_NAMES[one]).join(", ");
  const found = changes.length === 0 ? "No change was found" : `${countOf(changes.length, "change")} found`;
  return `${found} in ${looked}. Of logs in which nothing changes, ${
    formatShare(level)
  } would show one, for each of these. Grey dots are before a change, red ones after it.`;
}
