/** Lines of passages, merged where they fall on one another. */
import type { Passages } from "../../mining/spectrum/passages.ts";
import { CLASSES } from "./spectrum_bins.ts";

export interface SpectrumLines {
  /** A path for each class, from the top of a band to `height` below it. */
  readonly paths: readonly string[];
  readonly lines: number;
  /** Most passages that one line stands for. */
  readonly most: number;
}

/**
 * @param at pixels of a time.
 * @param step ends of lines are rounded to so many pixels.
 */
export function spectrumLines(
  { begun, ended, classes }: Passages,
  at: (time: number) => number,
  height: number,
  step: number,
): SpectrumLines {
  const counts = Array.from({ length: CLASSES }, () => new Map<number, number>());
  for (let i = 0; i < begun.length; i++) {
    const own = counts[classes[i]!]!;
    const key = Math.round(at(begun[i]!) / step) * 65_536 + Math.round(at(ended[i]!) / step);
    own.set(key, (own.get(key) ?? 0) + 1);
  }
  let lines = 0, most = 0;
  const paths = counts.map((own) => {
    let text = "", x = 0;
    for (const [key, count] of own) {
      const from = Math.floor(key / 65_536) * step, over = (key % 65_536) * step - from;
      text += text === "" ? `M${from} 0` : `m${from - x} ${-height}`;
      text += `l${over} ${height}`;
      x = from + over;
      lines++;
      if (count > most) most = count;
    }
    return text;
  });
  return { paths, lines, most };
}
