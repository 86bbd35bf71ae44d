/** The cells of a dotted chart as the page is given them, and what a cell stands for in words. */
import { formatCount, formatDate, formatDuration } from "../../base/format.ts";

/** What stands along the x-axis of a dotted chart. */
export type DotsX = "time" | "age" | "position" | "week";

/** What the ends of an axis stand for: milliseconds UTC, seconds, positions, or milliseconds since Monday. */
export interface DotScale {
  readonly unit: DotsX;
  readonly from: number;
  readonly to: number;
  readonly logarithmic?: true;
}

export interface GridData {
  /** The plot within the picture, in its pixels. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly columns: number;
  readonly rows: number;
  /** How far from the middle of its cell a dot is hit, in pixels; 0 where cells are filled. */
  readonly reach: number;
  readonly scale: DotScale;
  /** As `packCells` writes it. */
  readonly cells: string;
}

/** What the page is given beside the picture. */
export interface DotsData {
  readonly wide: GridData;
  readonly narrow: GridData;
  readonly cases: number;
  /** Ids of the cases from the top; left out where a row holds several. */
  readonly ids?: readonly string[];
  /** What the colours stand for. */
  readonly names: readonly string[];
}

/** Cells that hold events, by their index; row after row. */
export interface Cell {
  readonly count: number;
  /** The colour of most of its events. */
  readonly colour: number;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Of each cell that is not empty: how many empty ones stand before it, its count less one, its colour. */
export function packCells(counts: ArrayLike<number>, colours: ArrayLike<number>): string {
  let text = "", gap = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) gap++;
    else {
      text += digits(gap) + digits(counts[i]! - 1) + digits(colours[i]!);
      gap = 0;
    }
  }
  return text;
}

/** Five bits a character, the low ones first; the sixth says that more follow. */
function digits(value: number): string {
  let text = "";
  for (; value >= 32; value = Math.floor(value / 32)) text += DIGITS[32 + value % 32];
  return text + DIGITS[value];
}

export function unpackCells(text: string): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  let at = 0;
  const read = () => {
    for (let value = 0, weight = 1;; weight *= 32) {
      const digit = DIGITS.indexOf(text[at++]!);
      value += digit % 32 * weight;
      if (digit < 32) return value;
    }
  };
  for (let cell = 0; at < text.length; cell++) {
    cell += read();
    cells.set(cell, { count: read() + 1, colour: read() });
  }
  return cells;
}

/** From one share of an axis to another, in words. */
export function spanInWords(scale: DotScale, from: number, to: number): string {
  const [a, b] = [valueAt(scale, from), valueAt(scale, to)];
  if (scale.unit === "position") {
    const first = Math.floor(a + 1e-6), last = Math.ceil(b - 1e-6) - 1;
    return last > first ? `${formatCount(first)} to ${formatCount(last)}` : formatCount(first);
  }
  if (scale.logarithmic && from === 0) return `up to ${formatDuration(b)}`;
  const words = scale.unit === "age" ? formatDuration : scale.unit === "time" ? formatDate : timeOfWeek;
  return words(a) === words(b) ? words(a) : `${words(a)} to ${words(b)}`;
}

function valueAt({ from, to, logarithmic }: DotScale, share: number): number {
  return logarithmic ? from * (to / from) ** share : from + share * (to - from);
}

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function timeOfWeek(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes >= 7 * 1440) return "Sunday 24:00";
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${WEEKDAYS[Math.floor(minutes / 1440)]} ${clock}`;
}
