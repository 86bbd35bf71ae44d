/** Estimates how wide a text will be. The kernel draws pictures without a browser, so there is no font to measure. */

/** Advance widths of ASCII 32 to 126 in thousandths of the size, of a common sans serif (Helvetica, Adobe AFM). */
const ascii = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];

/** The fonts of readers' systems are up to a seventh wider than Helvetica. */
const margin = 1.14;

/** Estimated width in pixels of a regular weight; never much too small, whatever the reader's system font. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    thousandths += code >= 32 && code < 127
      ? ascii[code - 32]!
      : /\p{Mark}/u.test(character)
      ? 0
      : isWide(code)
      ? 1000
      : 620;
  }
  return thousandths / 1000 * size * margin;
}

/** East Asian wide characters and emoji, roughly. */
function isWide(code: number): boolean {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd);
}
