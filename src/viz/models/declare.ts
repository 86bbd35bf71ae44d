/** Rules of a Declare model as rows, in the notation of DECLARE. */
import type { EventLog } from "../../log/events/event_log.ts";
import {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  constraintText,
  type DeclareConstraint,
  type DeclareModel,
} from "../../models/declare.ts";
import { logCaption } from "../kit/caption.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartWidth, frame } from "../kit/frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textTable } from "../../base/text_table.ts";
import { decimals } from "./decimals.ts";
import { coloursOf } from "./model_colours.ts";
import { requireKind } from "../../models/given_model.ts";

export interface DeclareViewOptions {
  /** How many rules the picture shows, the surest first. @default 30 */
  top?: number;
  /** Gives activities the colours that they have in the log's figures. */
  log?: EventLog;
}

/**
 * Shows the rules of a Declare model, those with the highest confidence and then support first.
 *
 * A line joins two activities: the ball is at the one that activates the rule, an arrow says that order matters, a
 * double line is an alternate rule, a triple line a chain, and two strokes across forbid.
 *
 * @throws InputError if `top` is not a whole number from 1 to 150.
 * @example
 * ```ts
 * import { discoverDeclare, readLog, viewDeclare } from "tracebook";
 * viewDeclare(discoverDeclare(await readLog("data/order-to-cash.csv")), { top: 20 });
 * ```
 */
export function viewDeclare(model: DeclareModel, { top = 30, log }: DeclareViewOptions = {}): Figure {
  requireKind("Declare model", model, "viewModel(model) shows a model of any kind.");
  wholeNumber("top", top, 1, 150);
  const rules = [...model.constraints].sort((a, b) =>
    known(b.confidence) - known(a.confidence) || known(b.support) - known(a.support)
  );
  const shown = rules.slice(0, top);
  const measured = shown.some(({ support }) => !Number.isNaN(support));
  const rows = rules.map((rule) => [
    rule.template.replaceAll("_", " "),
    rule.first,
    rule.second ?? null,
    Number.isNaN(rule.support) ? null : rule.support,
    Number.isNaN(rule.confidence) ? null : rule.confidence,
    rule.activatedCases,
    rule.fulfilledCases,
  ]);
  return figure({
    kind: "declare",
    behaviour: "picture",
    title: "Declare rules",
    caption: [
      shown.length === rules.length
        ? `${countOf(rules.length, "rule")}.`
        : `The ${shown.length} surest of ${countOf(rules.length, "rule")}.`,
      ...(log ? [logCaption(log)] : model.cases > 0 ? [`From ${countOf(model.cases, "case")}.`] : []),
      "The ball is at the activity that asks, the arrow at what must follow in time; a double line: alternately, " +
      "a triple line: next to it, two strokes across: must not.",
      ...(measured
        ? ["Support: share of the cases that activate a rule; confidence: share of those that keep it."]
        : []),
    ].join(" "),
    svg: markupText(draw(shown, measured, coloursOf(model.activities, log))),
    alt: `${countOf(rules.length, "Declare rule")}. Surest: ${
      rules.slice(0, 5).map(constraintText).join("; ") || "none"
    }.`,
    table: {
      columns: ["template", "first", "second", "support", "confidence", "activated cases", "fulfilled cases"],
      rows,
    },
    text: textTable([
      ["rule", "support", "confidence"],
      ...shown.map((rule) => [constraintText(rule), decimals(rule.support), decimals(rule.confidence)]),
    ], { most: 140 }),
  });
}

function known(value: number): number {
  return Number.isNaN(value) ? -1 : value;
}

const AT = { template: 0, first: 140, line: 330, second: 404, support: 610, confidence: 750 };
const chip = 180, lineLength = 64, bar = 80, rowHeight = 27, head = 28, fontSize = 12;

const style =
  `.tbd-rule{fill:none;stroke:${light.ink};stroke:var(--ink,${light.ink});stroke-width:1.4px}.tbd-text{font-size:${fontSize}px}`;

function draw(rules: readonly DeclareConstraint[], measured: boolean, colour: (name: string) => string): Markup {
  const label = (x: number, text: string) => mark("text", { x, y: 12, class: "tbc-muted tbd-text" }, text);
  return frame(chartWidth, head + rules.length * rowHeight, [
    markup("style", {}, style),
    label(AT.template, "rule"),
    label(AT.first, "activities"),
    ...(measured ? [label(AT.support, "support"), label(AT.confidence, "confidence")] : []),
    mark("line", { x1: 0, x2: chartWidth, y1: 19.5, y2: 19.5, class: "tbc-line" }),
    ...rules.map((rule, i) => drawRule(rule, head + i * rowHeight + rowHeight / 2 - 2, colour)),
  ]);
}

function drawRule(rule: DeclareConstraint, y: number, colour: (name: string) => string): Markup {
  const { template, first, second, support, confidence, activatedCases, fulfilledCases } = rule;
  const measured = !Number.isNaN(support);
  return mark(
    "g",
    {},
    markup(
      "title",
      {},
      [
        constraintText(rule),
        ...(measured
          ? [
            `support\t${support} (${formatCount(activatedCases)} cases activate it)`,
            `confidence\t${Number.isNaN(confidence) ? "–" : confidence} (${formatCount(fulfilledCases)} keep it)`,
          ]
          : []),
      ].join("\n"),
    ),
    mark("text", { x: AT.template, y, dy: "0.35em", class: "tbc-ink tbd-text" }, template.replaceAll("_", " ")),
    ...activity(AT.first, y, first, colour(first)),
    ...(second === undefined
      ? []
      : [...drawLine(template as BinaryTemplate, y), ...activity(AT.second, y, second, colour(second))]),
    ...(measured ? [...drawBar(AT.support, y, support), ...drawBar(AT.confidence, y, confidence)] : []),
  );
}

function activity(x: number, y: number, name: string, colour: string): Markup[] {
  return [
    mark("rect", {
      x,
      y: y - 10,
      width: chip,
      height: 20,
      rx: 5,
      fill: colour,
      "fill-opacity": 0.24,
      stroke: colour,
    }),
    mark(
      "text",
      { x: x + chip / 2, y, dy: "0.35em", "text-anchor": "middle", class: "tbc-ink tbd-text" },
      clipText(name, fontSize, chip - 8),
    ),
  ];
}

/** Ball where the rule is activated, arrow where time matters, one line or two or three, strokes across for "not". */
function drawLine(template: BinaryTemplate, y: number): Markup[] {
  const { sides, negative } = BINARY_TEMPLATES[template];
  const relation = sides[0]!.relation;
  const lines = relation.startsWith("alternate")
    ? [-2, 2]
    : relation === "next" || relation === "previous"
    ? [-3, 0, 3]
    : [0];
  const balls = new Set(sides.map(({ activator }) => activator));
  const ordered = relation !== "anywhere";
  const from = AT.line, to = AT.line + lineLength, tip = balls.has(1) ? to - 7 : to;
  const middle = from + lineLength / 2;
  return [
    ...lines.map((dy) => mark("path", { d: `M${from} ${y + dy}H${ordered ? tip - 5 : to}`, class: "tbd-rule" })),
    ...(ordered ? [mark("path", { d: `M${tip} ${y}l-9 -5.5v11z`, class: "tbc-ink" })] : []),
    ...(balls.has(0) ? [mark("circle", { cx: from, cy: y, r: 4, class: "tbc-ink" })] : []),
    ...(balls.has(1) ? [mark("circle", { cx: to - 3, cy: y, r: 4, class: "tbc-ink" })] : []),
    ...(negative
      ? [mark("path", { d: `M${middle - 3} ${y - 8}v16M${middle + 2} ${y - 8}v16`, class: "tbd-rule" })]
      : []),
  ];
}

function drawBar(x: number, y: number, value: number): Markup[] {
  return [
    mark("rect", { x, y: y - 4, width: bar, height: 8, rx: 1.5, class: "tbc-track" }),
    mark("rect", { x, y: y - 4, width: Number.isNaN(value) ? 0 : value * bar, height: 8, rx: 1.5, class: "tbc-bar" }),
    mark("text", { x: x + bar + 8, y, dy: "0.35em", class: "tbc-ink tbc-num tbd-text" }, decimals(value)),
  ];
}
