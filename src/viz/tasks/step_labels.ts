/** What stands on the chevrons of actions: what was done, and below it what to. */
import { clipText, twoLines } from "../kit/fit_text.ts";
import type { ActionWords } from "../../taskmining/segmentation/action_words.ts";
import { CHEVRON_TEXT } from "../charts/variant_layout.ts";
import { textWidth } from "../../base/text_width.ts";

export interface StepLabels {
  /** Two or three lines for each action. */
  readonly labels: readonly (readonly string[])[];
  /** Whether a reader needs the whole name beside it: it was cut, or another action is called the same. */
  readonly unclear: readonly boolean[];
  /** Pixels that the widest line takes. */
  readonly width: number;
  readonly height: number;
}

const SIZE = CHEVRON_TEXT, LINE = 13;

/**
 * @param most Pixels that a line may take.
 * @param sign Pixels that a sign before the first line may take.
 * @param count Pixels that a count after the last line may take.
 */
export function stepLabels(
  actions: readonly ActionWords[],
  most: number,
  { sign, count }: { readonly sign: number; readonly count: number },
): StepLabels {
  const spoken = actions.map(({ verb, element, place, app }) => [verb, element ?? place ?? app ?? ""] as const);
  const lines = spoken.map(([verb, object], i): string[] => {
    if (object === "") return [verb];
    // Where the words are the same, the application tells them apart, or the window.
    const alike = actions.filter((_, j) => spoken[j]!.join("\n") === spoken[i]!.join("\n"));
    const { app, place } = actions[i]!;
    const where = alike.length === 1 ? undefined : new Set(alike.map((other) => other.app)).size > 1 ? app : place;
    if (where !== undefined) {
      const words = `in ${where}`;
      return [verb, object, textWidth(words, SIZE) <= most - count ? words : where];
    }
    return textWidth(object, SIZE) <= most - count ? [verb, object] : [verb, ...twoLines(object, SIZE)];
  });
  const signed = (own: readonly string[], i: number) => (i === 0 ? sign : 0) + (i === own.length - 1 ? count : 0);
  const cut = lines.map((own) => own.map((line, i) => clipText(line, SIZE, most - signed(own, i))));
  const said = cut.map((own) => own.join("\n"));
  const width = Math.max(0, ...cut.flatMap((own) => own.map((line, i) => textWidth(line, SIZE) + signed(own, i))));
  return {
    labels: cut,
    unclear: cut.map((own, i) =>
      own.join() !== lines[i]!.join() || said.indexOf(said[i]!) !== said.lastIndexOf(said[i]!)
    ),
    width: Math.min(most, width),
    height: 10 + LINE * Math.max(2, ...cut.map((own) => own.length)),
  };
}
