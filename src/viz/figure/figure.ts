/** What every view returns: one figure, in every form that a front end may want. */
import { figureHtml, type HtmlOptions, isTable } from "./figure_html.ts";
import type { FigureParts } from "./figure_parts.ts";
import { displaySymbol, type MimeBundle, renderMode } from "./display.ts";
import { OptionError } from "../../base/errors.ts";
import { bundles } from "../page/bundles.ts";
import { validXml } from "../kit/markup.ts";

export type { Behaviour, FigureParts, FigureTable } from "./figure_parts.ts";

/** A picture with its caption and its numbers. As a cell's last expression it shows itself. */
export interface Figure {
  readonly parts: FigureParts;
  /** A `<figure>` that stands by itself; without its script it is the static picture, its caption and its table. */
  toHTML(options?: HtmlOptions): string;
  /** The static picture, a complete `<svg>` element. */
  toSVG(): string;
  /** Title, caption and the numbers in words. */
  toString(): string;
  /** What Jupyter shows. With `TRACEBOOK_RENDER=static` plain SVG, for GitHub and PDF. */
  [displaySymbol](): MimeBundle;
}

/**
 * Puts the parts of a picture together.
 *
 * The same parts give the same text, byte for byte.
 *
 * @throws OptionError if there is no such `behaviour`.
 *
 * @example
 * ```ts
 * import { figure } from "tracebook";
 * figure({
 *   kind: "dot",
 *   behaviour: "picture",
 *   title: "A dot",
 *   caption: "One dot.",
 *   svg: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="5"/></svg>',
 *   alt: "A dot",
 *   table: { columns: ["dots"], rows: [[1]] },
 *   text: "One dot.",
 * });
 * ```
 */
export function figure(parts: FigureParts): Figure {
  // The menu comes with every figure, and is none of its own.
  const known = Object.keys(bundles).filter((name) => name !== "menu");
  if (parts.behaviour !== undefined && !known.includes(parts.behaviour)) {
    throw new OptionError(
      `Expected behaviour to be one of ${known.join(", ")} but found ${JSON.stringify(parts.behaviour)}. ` +
        "Leave it out for a still picture.",
    );
  }
  const svg = validXml(parts.svg);
  const text = [parts.title, parts.caption, parts.text].filter((line) => line !== "").join("\n");
  const made: Figure = {
    parts,
    toHTML: (options) => figureHtml({ ...parts, svg }, options),
    toSVG: () => svg,
    toString: () => text,
    [displaySymbol]: () =>
      renderMode() === "static"
        ? {
          // Rows of a table can be read and copied everywhere, without a script; PDFs take the picture.
          ...(isTable(parts.behaviour) && { "text/html": made.toHTML({ script: false }) }),
          "image/svg+xml": svg,
          "text/plain": text,
        }
        : { "text/html": made.toHTML(), "text/plain": text },
  };
  Object.defineProperty(made, Symbol.for("Deno.customInspect"), { value: () => text });
  return made;
}
