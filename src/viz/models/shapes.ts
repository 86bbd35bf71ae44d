/** Shapes that models are drawn with, around (0, 0). */
import { mark } from "../kit/svg.ts";
import { boldWidth, wrapText } from "../kit/wrap_text.ts";
import type { Markup } from "../kit/markup.ts";
import { textWidth } from "../../base/text_width.ts";

const nameSize = 12, noteSize = 11, lineHeight = 15, noteHeight = 13;

/** A name on several lines, small lines under it, and the room that a box around them takes. */
export interface Label {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly width: number;
  readonly height: number;
}

export function labelOf(name: string, notes: readonly string[] = [], widest = 130): Label {
  const lines = wrapText(name, nameSize, widest, 4);
  const width = Math.max(
    ...lines.map((line) => boldWidth(line, nameSize)),
    ...notes.map((note) => textWidth(note, noteSize)),
    26,
  );
  return {
    lines,
    notes,
    width: Math.ceil(width) + 20,
    height: Math.max(36, lines.length * lineHeight + notes.length * noteHeight + 14),
  };
}

/** The lines of a label around a middle. */
export function labelText({ lines, notes }: Pick<Label, "lines" | "notes">, middle = 0, size = nameSize): Markup[] {
  const height = Math.round(size * 1.25);
  const top = middle - (lines.length * height + notes.length * noteHeight) / 2;
  const smaller = size === nameSize ? undefined : `font-size:${size}px`;
  return [
    ...lines.map((line, i) => mark("text", { style: smaller, y: top + (i + 0.5) * height + size / 3 }, line)),
    ...notes.map((note, i) =>
      mark("text", { class: "tbm-note", y: top + lines.length * height + i * noteHeight + 10 }, note)
    ),
  ];
}

/** A rounded box, tinted in a colour so that ink reads on it in light and dark. */
export function taskBox(width: number, height: number, colour: string): Markup {
  return mark("rect", {
    x: -width / 2,
    y: -height / 2,
    width,
    height,
    rx: 8,
    class: "tbm-box",
    fill: colour,
    stroke: colour,
  });
}

/** A silent step. */
export function silentBox(width: number, height: number): Markup {
  return mark("rect", { x: -width / 2, y: -height / 2, width, height, rx: 2, class: "tbm-silent" });
}

/** A circle on paper; `rings` at smaller radii inside it. */
export function circle(radius: number, kind = "tbm-paper tbm-outline"): Markup {
  return mark("circle", { r: radius, class: kind });
}

export type GatewaySign = "exclusive" | "parallel" | "inclusive";

/** A diamond with its sign ×, + or ○. */
export function gateway(size: number, sign: GatewaySign): Markup[] {
  const half = size / 2, arm = size * 0.2;
  const outline = { class: "tbm-paper tbm-outline", "stroke-linejoin": "round" };
  const inside = { class: "tbm-outline tbm-thick", fill: "none", "stroke-linecap": "round" };
  return [
    mark("path", { ...outline, d: `M${-half} 0L0 ${-half}L${half} 0L0 ${half}Z` }),
    sign === "inclusive" ? mark("circle", { ...inside, r: arm }) : mark("path", {
      ...inside,
      d: sign === "parallel"
        ? `M${-arm} 0H${arm}M0 ${-arm}V${arm}`
        : `M${-arm * 0.8} ${-arm * 0.8}L${arm * 0.8} ${arm * 0.8}M${-arm * 0.8} ${arm * 0.8}L${arm * 0.8} ${
          -arm * 0.8
        }`,
    }),
  ];
}
