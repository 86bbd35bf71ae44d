/** A note: words that show themselves as Markdown where that is shown, and as plain text elsewhere. */
import { type Displayable, displaySymbol } from "./display.ts";

export interface Note extends Displayable {
  toString(): string;
}

/** Makes a note; names from a log must be escaped in `markdown` by `escapeMarkdown`. */
export function note(plain: string, markdown: string): Note {
  const made: Note = {
    toString: () => plain,
    [displaySymbol]: () => ({ "text/markdown": markdown, "text/plain": plain }),
  };
  Object.defineProperty(made, Symbol.for("Deno.customInspect"), { value: () => plain });
  return made;
}

/** Names from a log are text, whatever Markdown or HTML they look like. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~&$^=:-]/g, (c) => `&#${c.charCodeAt(0)};`);
}
