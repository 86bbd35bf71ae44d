/** Widths of text without a browser: the advance widths of Helvetica, which the system's sans-serif fonts come close to. */

/** Advance widths of U+0020 to U+007E in thousandths of the font size (Adobe's font metrics of Helvetica). */
const ADVANCES =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
    .split(" ").map(Number);

/** Some fonts run wider than Helvetica. */
const MARGIN = 1.14;

/** Width in pixels, rather too large than too small. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0)!);
  return width * fontSize / 1000 * MARGIN;
}

function advance(codePoint: number): number {
  if (codePoint < 0x20) return 0;
  if (codePoint < 0x7f) return ADVANCES[codePoint - 0x20]!;
  return codePoint >= 0x1100 ? 1000 : 600;
}

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
