/** A log as a cell's last expression shows what it holds, and not its arrays: imported for that. */
import { formatCount } from "../../base/format.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { textTable } from "../../base/text_table.ts";
import { EventLog } from "../../log/events/event_log.ts";
import { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { displaySymbol } from "../figure/display.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { logInWords } from "./summary.ts";

shows(EventLog);
shows(InteractionLog);

function shows(kind: { readonly prototype: EventLog | InteractionLog }): void {
  Object.defineProperty(kind.prototype, displaySymbol, {
    configurable: true,
    value(this: EventLog | InteractionLog) {
      return { "text/html": htmlOf(this), "text/plain": textOf(this) };
    },
  });
  // Within other values, such as a segmentation, and on the console: one line.
  Object.defineProperty(kind.prototype, inspectSymbol, {
    configurable: true,
    value(this: EventLog | InteractionLog) {
      return `${this.constructor.name} ${logInWords(this).line}`;
    },
  });
}

function textOf(log: EventLog | InteractionLog): string {
  const { caption, figures, findings } = logInWords(log);
  const found = findings.map(({ rule, count, example }) => [`  ${formatCount(count)} ×`, rule, example]);
  return [
    `${log.name}. ${caption}`,
    textTable(figures),
    found.length === 0
      ? "found while reading: nothing amiss"
      : `found while reading\n${textTable(found, { left: [1, 2], most: 140 })}`,
    HINT,
  ].join("\n");
}

function htmlOf(log: EventLog | InteractionLog): string {
  const { caption, figures, findings } = logInWords(log);
  const cells = (...texts: string[]): Markup =>
    markup("tr", {}, ...texts.map((text, i) => markup("td", align(i), text)));
  const table = (rows: Markup[]) =>
    markup("table", { style: "border-spacing:12px 2px;font-size:90%;text-align:left" }, markup("tbody", {}, ...rows));
  return markupText(
    markup(
      "div",
      { style: "line-height:1.45" },
      markup("strong", {}, log.name),
      markup("br", {}),
      caption,
      table(figures.map(([label, value]) => cells(label, value))),
      ...(findings.length === 0 ? ["Reading found nothing amiss. "] : [
        "Found while reading:",
        table(findings.map(({ rule, count, example }) => cells(rule, `${formatCount(count)} ×`, example))),
      ]),
      HINT,
    ),
  );
}

function align(column: number): { style: string } {
  return { style: column === 1 ? "text-align:right;white-space:nowrap" : "text-align:left" };
}

const HINT = "viewSummary(log) draws it.";
