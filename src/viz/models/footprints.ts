/** Footprints as a matrix. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { FootprintRelation, Footprints } from "../../models/footprints.ts";
import { logCaption } from "../kit/caption.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartWidth, frame } from "../kit/frame.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textWidth } from "../../base/text_width.ts";
import { inserted } from "./graph_picture.ts";
import { asFootprints, type FootprintSource } from "../../mining/rules/footprints.ts";

export interface FootprintsViewOptions {
  /** Other footprints, or a model or log that has them: relations that differ are marked. */
  compare?: FootprintSource;
  /** Names the log in the caption. */
  log?: EventLog;
}

/** More could not be read, and would not fit an output. */
const mostActivities = 45;

/**
 * Shows footprints as a matrix: → the column may directly follow the row, ← the reverse, ∥ both, empty neither.
 *
 * A log or a model is shown by its footprints. With `compare`, cells where the two differ are framed and hold both signs, the compared one second; # is neither.
 *
 * @example
 * ```ts
 * import { discoverFootprints, readLog, viewFootprints } from "tracebook";
 * viewFootprints(discoverFootprints(await readLog("data/order-to-cash.csv")));
 * ```
 */
export function viewFootprints(source: FootprintSource, options: FootprintsViewOptions = {}): Figure {
  const { log } = options, footprints = asFootprints(source);
  const compare = options.compare && asFootprints(options.compare);
  const all = [...new Set([...footprints.activities, ...(compare?.activities ?? [])])].sort();
  const cells = all.flatMap((row) =>
    all.flatMap((column): Cell[] => {
      const own = relation(footprints, row, column), other = compare ? relation(compare, row, column) : own;
      return own === "#" && other === "#" ? [] : [{ row, column, own, other }];
    })
  );
  const different = cells.filter(({ own, other }) => own !== other);
  const agreement = all.length === 0 ? 1 : 1 - different.length / all.length ** 2;
  const shown = all.slice(0, mostActivities);
  const words = compare
    ? `${formatCount(different.length)} of ${formatCount(all.length ** 2)} relations differ: agreement ${
      formatShare(agreement)
    }.`
    : "";
  return figure({
    kind: "footprints",
    behaviour: "picture",
    title: compare ? "Footprints compared" : "Footprints",
    caption: [
      ...(log ? [logCaption(log)] : []),
      `${countOf(all.length, "activity", "activities")}${
        shown.length < all.length ? `, the first ${shown.length} by name shown` : ""
      }.`,
      words,
      "→ the column may directly follow the row, ← the row the column, ∥ either the other, empty neither. " +
      "▶ begins cases, ■ ends them.",
      ...(compare ? ["Framed: they differ; the compared relation stands second, # is neither."] : []),
    ].filter((part) => part !== "").join(" "),
    svg: markupText(draw(shown, cells, footprints)),
    alt: [
      `Footprint matrix of ${countOf(all.length, "activity", "activities")}.`,
      `Starts: ${footprints.starts.join(", ") || "none"}; ends: ${footprints.ends.join(", ") || "none"}.`,
      words,
    ].filter((part) => part !== "").join(" "),
    table: {
      columns: compare ? ["row", "column", "relation", "compared"] : ["row", "column", "relation"],
      rows: (compare ? different : cells.filter(({ row, column, own }) =>
        own === "→" || (own === "∥" && row <= column)
      ))
        .map(({ row, column, own, other }) => compare ? [row, column, own, other] : [row, column, own]),
    },
    text: [footprints.toString(), words].filter((part) => part !== "").join("\n"),
  });
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly own: FootprintRelation;
  readonly other: FootprintRelation;
}

function relation(footprints: Footprints, row: string, column: string): FootprintRelation {
  return footprints.has(row) && footprints.has(column) ? footprints.relation(row, column) : "#";
}

const fontSize = 12;

const style = `.tbf-then{fill:${light.accent};fill:var(--accent,${light.accent});fill-opacity:.3}` +
  `.tbf-back{fill:${light.accent};fill:var(--accent,${light.accent});fill-opacity:.11}` +
  `.tbf-both{fill:#44aa99;fill-opacity:.38}.tbf-none{fill:none}` +
  `.tbf-differs{stroke:${inserted};stroke-width:2px}.tbf-text{font-size:${fontSize}px}`;

const classes: Record<FootprintRelation, string> = {
  "→": "tbf-then",
  "←": "tbf-back",
  "∥": "tbf-both",
  "#": "tbf-none",
};

const meanings: Record<FootprintRelation, string> = {
  "→": "the second may directly follow the first",
  "←": "the first may directly follow the second",
  "∥": "either may directly follow the other",
  "#": "neither directly follows the other",
};

/** Cells with words for the pointer, at most: more would weigh too much. */
const mostWords = 500;

function draw(shown: readonly string[], cells: readonly Cell[], { starts, ends }: Footprints): Markup {
  const compared = cells.some(({ own, other }) => own !== other);
  const size = compared ? 30 : shown.length > 30 ? 20 : 24;
  const longest = Math.max(40, ...shown.map((name) => textWidth(name, fontSize)));
  // Whole names where the page has room for them.
  const labelRoom = Math.min(Math.max(200, chartWidth - shown.length * size - 28), longest) + 22;
  const headRoom = Math.min(200, longest) + 14;
  const index = new Map(shown.map((name, i) => [name, i]));
  const inside = cells.filter(({ row, column }) => index.has(row) && index.has(column));
  const side = shown.length * size;
  const grid = Array.from(
    { length: shown.length + 1 },
    (_, i) => `M${labelRoom} ${headRoom + i * size}h${side}M${labelRoom + i * size} ${headRoom}v${side}`,
  ).join("");
  return frame(labelRoom + side + 6, headRoom + side + 6, [
    markup("style", {}, style),
    ...shown.flatMap((name, i) => {
      const middle = (i + 0.5) * size;
      return [
        mark("text", {
          x: labelRoom - 8,
          y: headRoom + middle,
          dy: "0.35em",
          "text-anchor": "end",
          class: "tbc-ink tbf-text",
        }, clipText(name, fontSize, labelRoom - 22)),
        mark("text", {
          transform: `translate(${labelRoom + middle + 4} ${headRoom - 7}) rotate(-90)`,
          class: "tbc-ink tbf-text",
        }, clipText(name, fontSize, headRoom - 12)),
        ...(starts.includes(name)
          ? [
            mark(
              "path",
              { d: `M0 ${headRoom + middle - 5}v10l8 -5z`, class: "tbc-muted" },
              markup("title", {}, `${name}\nbegins cases`),
            ),
          ]
          : []),
        ...(ends.includes(name)
          ? [mark("rect", {
            x: starts.includes(name) ? 10 : 0,
            y: headRoom + middle - 4,
            width: 8,
            height: 8,
            class: "tbc-muted",
          }, markup("title", {}, `${name}\nends cases`))]
          : []),
      ];
    }),
    ...inside.map(({ row, column, own, other }) => {
      const x = labelRoom + index.get(column)! * size, y = headRoom + index.get(row)! * size;
      const differs = own !== other;
      return mark(
        "g",
        {},
        ...(inside.length <= mostWords || differs
          ? [
            markup(
              "title",
              {},
              `${row}, ${column}\n${own} ${meanings[own]}${differs ? `\ncompared: ${other} ${meanings[other]}` : ""}`,
            ),
          ]
          : []),
        mark("rect", {
          x: x + 1,
          y: y + 1,
          width: size - 2,
          height: size - 2,
          class: classes[own] + (differs ? " tbf-differs" : ""),
        }),
        mark(
          "text",
          { x: x + size / 2, y: y + size / 2, dy: "0.35em", "text-anchor": "middle", class: "tbc-ink tbf-text" },
          differs ? `${own} ${other}` : own,
        ),
      );
    }),
    mark("path", { d: grid, class: "tbc-line", fill: "none", "stroke-opacity": 0.7 }),
  ]);
}
