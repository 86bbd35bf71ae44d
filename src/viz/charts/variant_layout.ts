/** How variants stand in their rows: how wide chevrons are, what is written on them, and where a row breaks. */
import { textWidth } from "../../base/text_width.ts";
import { twoLines } from "../kit/fit_text.ts";

export interface LaidActivity {
  readonly name: string;
  readonly short: string;
}

export interface LaidRow {
  readonly steps: readonly (readonly [activity: number, times: number])[];
  /** Events after these, for which a place at the end is kept. */
  readonly more: number;
}

export interface VariantLayout {
  readonly chevronHeight: number;
  readonly rows: readonly RowLayout[];
}

export interface RowLayout {
  readonly chevrons: readonly LaidChevron[];
  /** Where the events stand that are left out. */
  readonly end: { readonly x: number; readonly line: number };
  readonly lines: number;
}

export interface LaidChevron {
  readonly x: number;
  readonly line: number;
  readonly width: number;
  /** One line, or two. */
  readonly label: readonly string[];
  /** Whether the label is the whole name. */
  readonly whole: boolean;
}

/** Size of what is written on chevrons. */
export const CHEVRON_TEXT = 12;
/** Pixels of a chevron that its words cannot use: notch, point, and a little air. */
export const CHEVRON_MARGIN = 14;
/** The point of the last chevron, the room for "+12 more", and the narrowest chevron. */
const POINT = 7, MORE = 74, LEAST = 38;

interface Words {
  readonly width: number;
  readonly label: readonly string[];
}

/**
 * Chevrons as wide as the name of their activity on one line or two, the same in all rows. A row that is longer than its
 * line by that says some of its names short, those first that so give most room, and breaks only where all of them short
 * are too long for the line: then over as many lines as it needs, with whole names again.
 *
 * @param room Pixels that a line may take.
 */
export function layVariants(
  activities: readonly LaidActivity[],
  rows: readonly LaidRow[],
  room: number,
): VariantLayout {
  const known = new Map<string, { whole: Words; short: Words }>();
  const wordsOf = (activity: number, times: number) => {
    const key = `${activity} ${times}`;
    let words = known.get(key);
    if (!words) {
      const { name, short } = activities[activity]!;
      const whole = wholeWords(name, times);
      const brief = wordsFor([counted(short, times)]);
      // A short name that takes no less room says less for nothing; one that is too long for any line has to be short.
      words = { whole: whole.width > room - POINT ? brief : whole, short: brief.width < whole.width ? brief : whole };
      known.set(key, words);
    }
    return words;
  };
  const laid = rows.map((row) => layRow(row, wordsOf, room - POINT));
  const tall = laid.some(({ chevrons }) => chevrons.some(({ label }) => label.length > 1));
  return { chevronHeight: tall ? 34 : 24, rows: laid };
}

function layRow(
  { steps, more }: LaidRow,
  wordsOf: (activity: number, times: number) => { whole: Words; short: Words },
  free: number,
): RowLayout {
  const choices = steps.map(([activity, times]) => wordsOf(activity, times));
  const chosen = choices.map(({ whole }) => whole);
  let over = chosen.reduce((sum, { width }) => sum + width, more > 0 ? MORE : 0) - free;
  const savings = choices.map(({ whole, short }, i) => ({ i, saved: whole.width - short.width }))
    .sort((a, b) => b.saved - a.saved || b.i - a.i);
  const savable = savings.reduce((sum, { saved }) => sum + saved, 0);
  if (over > 0 && over <= savable) {
    for (const { i, saved } of savings) {
      if (over <= 0) break;
      chosen[i] = choices[i]!.short;
      over -= saved;
    }
    // The last ones made short may have given more than was needed.
    for (const { i, saved } of savings) {
      if (chosen[i] !== choices[i]!.short || saved > -over) continue;
      chosen[i] = choices[i]!.whole;
      over += saved;
    }
  }
  let x = 0, line = 0;
  const take = (width: number) => {
    if (x > 0 && x + width > free) [x, line] = [0, line + 1];
    const place = { x, line };
    x += width;
    return place;
  };
  const chevrons = chosen.map((words, i): LaidChevron => ({
    ...take(words.width),
    width: words.width,
    label: words.label,
    whole: words === choices[i]!.whole,
  }));
  const end = more > 0 ? take(MORE) : { x, line };
  return { chevrons, end, lines: line + 1 };
}

/** On one line where two would not be narrower by much. */
function wholeWords(name: string, times: number): Words {
  const text = counted(name, times);
  const one = wordsFor([text]), two = wordsFor(twoLines(text, CHEVRON_TEXT));
  return one.width - two.width < 12 ? one : two;
}

function wordsFor(label: readonly string[]): Words {
  const widest = Math.max(...label.map((line) => textWidth(line, CHEVRON_TEXT)));
  return { label, width: Math.max(LEAST, Math.ceil(widest) + CHEVRON_MARGIN) };
}

/** The count belongs to the last word of a name. */
function counted(name: string, times: number): string {
  return times > 1 ? `${name}\u00a0×${times}` : name;
}
