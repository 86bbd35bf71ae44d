/** How results show themselves in Jupyter. */
import { OptionError } from "../../base/errors.ts";

/** What a front end chooses from: content by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** The method that the Deno kernel looks for on a cell's last expression. */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

export interface Displayable {
  [displaySymbol](): MimeBundle | Promise<MimeBundle>;
}

/**
 * Whether figures are interactive HTML or plain SVG pictures, from `TRACEBOOK_RENDER`.
 *
 * @throws OptionError if it is neither `interactive` nor `static`.
 */
export function renderMode(): "interactive" | "static" {
  const mode = Deno.env.get("TRACEBOOK_RENDER") ?? "";
  if (mode === "" || mode === "interactive") return "interactive";
  if (mode === "static") return "static";
  throw new OptionError(`Expected TRACEBOOK_RENDER to be "static" or "interactive" but found ${JSON.stringify(mode)}.`);
}
