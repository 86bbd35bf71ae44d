/** Names on several lines. */
import { textWidth } from "../../base/text_width.ts";

/** Width of a semibold text: up to a tenth more than of a regular one. */
export function boldWidth(text: string, size: number): number {
  return textWidth(text, size) * BOLD;
}

/** How much wider semibold letters are. */
export const BOLD = 1.11;

/** Spaces at which a line may end: not between a number and its unit. */
const BREAKS = /\s+(?!(?:%|(?:d|h|min|s|ms)\b))|(?<!\d)\s+/u;

/** Breaks a semibold text into at most `most` lines of a width, at spaces where it can; … ends it if it must. */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(BREAKS)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (boldWidth(joined, size) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of graphemes(word)) {
      if (line !== "" && boldWidth(line + character, size) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
    // A word of a million letters is cut anyway.
    if (lines.length > most) break;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const last = graphemes(`${lines[most - 1]} ${lines[most]}`);
  while (last.length > 1 && boldWidth(last.join("") + "…", size) > width) last.pop();
  return [...lines.slice(0, most - 1), last.join("").trimEnd() + "…"];
}

/** The same of a regular text. */
export function wrapLines(text: string, size: number, width: number, most = 20): string[] {
  return wrapText(text, size / BOLD, width, most);
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.slice(0, 2000))]
    .map(({ segment }) => segment);
}
