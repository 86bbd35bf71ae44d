/** Texts made to fit. */
import { textWidth } from "../../base/text_width.ts";

/** The text, or as much of it as fits with an ellipsis. */
export function clipText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  let low = 0, high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(characters.slice(0, middle).join("").trimEnd() + "…", fontSize) <= width) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join("").trimEnd() + "…";
}

/** The text on two lines, broken at a space or after a hyphen, slash, plus, dot or underscore, as even as can be. */
export function twoLines(text: string, fontSize: number): string[] {
  let best = [text], least = textWidth(text, fontSize);
  for (const { index } of text.matchAll(/(?<=\S)(?= )|(?<=[^-_/+.\s][-_/+.])(?=[^\s])/g)) {
    const lines = [text.slice(0, index), text.slice(index).trimStart()];
    const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
    if (width < least) [best, least] = [lines, width];
  }
  return best;
}
