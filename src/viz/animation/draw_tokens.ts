/** Tokens as marks: dots with a rim of paper, so that they stand out from lines and from each other. */
import { signal } from "../kit/palette.ts";
import { type Markup, markup } from "../kit/markup.ts";
import type { Theme } from "../kit/theme.ts";

export function drawTokens(path: string, { background }: Theme): Markup {
  const line = { d: path, fill: "none", "stroke-linecap": "round" };
  return markup(
    "g",
    { class: "tb-tokens", "pointer-events": "none" },
    markup("path", { ...line, stroke: background, "stroke-width": 9 }),
    markup("path", { ...line, stroke: signal, "stroke-width": 6.5 }),
  );
}

/** The map with tokens above its lines, below numbers and activities, which stay legible. */
export function withTokens(map: Markup, tokens: Markup): Markup {
  const [paper, drawing] = map.children as readonly [Markup, Markup];
  const children = [...drawing.children.slice(0, 1), tokens, ...drawing.children.slice(1)];
  return { ...map, children: [paper, { ...drawing, children }] };
}
