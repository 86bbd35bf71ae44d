/** What stands in the chevrons of traces, and how wide they are. */
import { textWidth } from "../../base/text_width.ts";
import { twoLines } from "./fit_text.ts";
import { chartWidth } from "./frame.ts";
import { shortNames } from "./short_names.ts";
import { chevronMargin, traceWidth } from "../charts/variant_picture.ts";

export interface LabelledRow {
  /** Share of the cases, 0 to 1. */
  readonly share: number;
  /** Index of the name, and how often it stands there in a row. */
  readonly steps: readonly (readonly [name: number, times: number])[];
}

/**
 * What chevrons say: whole names on one line or on two where a line so holds most traces, and short names otherwise.
 *
 * @param signWidth Pixels of a sign that may stand before a name.
 */
export function chevronLabels(
  names: readonly string[],
  shown: readonly LabelledRow[],
  signWidth = 0,
): { labels: string[][]; chevronWidth: number; chevronHeight: number } {
  const visible = new Set(shown.flatMap(({ steps }) => steps.map(([activity]) => activity)));
  const times = Math.max(1, ...shown.flatMap(({ steps }) => steps.map(([, n]) => n)));
  const suffix = signWidth + (times > 1 ? textWidth(` ×${times}`, 10) : 0);
  const steps = usualSteps(shown);
  const room = traceWidth(chartWidth);
  const short = shortNames(names);
  const choices = [
    { labels: names.map((name) => [name]), size: 10, chevronHeight: 22 },
    { labels: names.map((name) => twoLines(name, 9.5)), size: 9.5, chevronHeight: 32 },
    { labels: short.map((name) => [name]), size: 10, chevronHeight: 22 },
  ];
  for (const { labels, size, chevronHeight } of choices) {
    const widest = Math.max(
      0,
      ...labels.flatMap((lines, a) =>
        visible.has(a) ? lines.map((line, i) => textWidth(line, size) + (i === lines.length - 1 ? suffix : 0)) : []
      ),
    );
    const chevronWidth = Math.max(36, Math.ceil(widest) + chevronMargin);
    if (labels === choices[2]!.labels || chevronWidth * steps <= room) return { labels, chevronWidth, chevronHeight };
  }
  throw new Error("unreachable");
}

/** Chevrons that are enough for nine of ten of the cases shown, and for three of four of the rows. */
function usualSteps(shown: readonly LabelledRow[]): number {
  const byLength = [...shown].sort((a, b) => a.steps.length - b.steps.length);
  const total = shown.reduce((sum, row) => sum + row.share, 0);
  let sum = 0;
  const enough = byLength.find((row, i) => {
    sum += row.share;
    return sum >= 0.9 * total && i + 1 >= 0.75 * shown.length;
  });
  return enough?.steps.length ?? 1;
}
