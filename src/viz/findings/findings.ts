/** The first page of a report: five questions, the figure that answers each, and how sure it is. */
import { formatCount } from "../../base/format.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type Findings, findings, type FindingsOptions } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { findingsPicture } from "./findings_picture.ts";

/**
 * A row for each of five questions: its figure, the answer in a sentence, and bars of the figures compared. Where nothing
 * stands out, the row says so and stands below the others.
 *
 * @param source a log, or what `findings` found in it; then the options have been settled there.
 * @throws OptionError as `findings` does.
 * @example
 * ```ts
 * import { readLog, viewFindings } from "tracebook";
 * viewFindings(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewFindings(source: EventLog | Findings, options: FindingsOptions = {}): Figure {
  requireEventLog(source, "slowSeconds");
  const found = "slowSeconds" in source ? source : findings(source, options);
  const rows = found.findings;
  const standing = rows.filter((row) => row.found).length;
  return figure({
    kind: "findings",
    behaviour: "picture",
    title: standing === rows.length ? "Five findings" : `Five questions, ${NUMBERS[standing]}`,
    caption:
      `What the ${formatCount(found.cases)} cases of ${found.name} say. Figures are of what goes along with what: ` +
      "why it is so, the people who do the work know.",
    ...forBothWidths((width) => findingsPicture(rows, width)),
    alt: found.sentence,
    table: {
      columns: ["question", "figure", "of what", "answer"],
      rows: rows.map(({ question, figure, measures, sentence }) => [question, figure, measures, sentence]),
    },
    text: rows.map(({ question, sentence }) => `${question} ${sentence}`).join("\n"),
  });
}

const NUMBERS = ["no finding", "one finding", "two findings", "three findings", "four findings"];
