/** What the picture of a day is drawn from, and where in it things stand. */
import { isNarrow, TEXT } from "../../kit/chart_frame.ts";
import { chartWidth } from "../../kit/frame.ts";
import { mark } from "../../kit/svg.ts";
import { inkOn } from "../../kit/palette.ts";
import type { Markup } from "../../kit/markup.ts";
import { textWidth } from "../../../base/text_width.ts";

/** All that the picture needs, worked out in the kernel; JSON. Times are seconds after the first one shown. */
export interface DayPicture {
  readonly apps: readonly Named[];
  readonly windows: readonly string[];
  /** Empty where the log was not segmented. */
  readonly tasks: readonly Named[];
  readonly instances: readonly DayInstance[];
  readonly rows: readonly DayRow[];
  /** Seconds from the first to the last moment shown. */
  readonly seconds: number;
  /** What the clock on the wall says at second 0: seconds after midnight. */
  readonly clock: number;
  /** Where the clock was changed: at which second, and by how many it went forward. */
  readonly change?: readonly [at: number, by: number];
  /** Pixels that names of people take at the left; none where they stand above, as on a phone. */
  readonly left: number;
  /** Pixels of names, time and all. @default the width of charts */
  readonly width?: number;
}

/** The same for a place of the page that is so many pixels wide. */
export function dayAtWidth(picture: DayPicture, width: number): DayPicture {
  return { ...picture, width, left: isNarrow(width) ? 0 : picture.left };
}

/** Height of the name above the bars of a person, where it does not stand beside them. */
export function nameHeight({ left }: Pick<DayPicture, "left">): number {
  return left === 0 ? 20 : 0;
}

/** Right edge of the bars. */
export function dayRight({ width }: Pick<DayPicture, "width">): number {
  return width ?? chartWidth;
}

/** What the clock on the wall says at a second: seconds after midnight. */
export function clockAt({ clock, change }: Pick<DayPicture, "clock" | "change">, second: number): number {
  return clock + second + (change !== undefined && second >= change[0] ? change[1] : 0);
}

export interface Named {
  readonly name: string;
  readonly colour: string;
}

export interface DayRow {
  readonly label: string;
  /** Under the label. */
  readonly note: string;
  readonly visits: readonly DayVisit[];
  readonly idle: readonly (readonly [from: number, to: number])[];
  readonly pieces: readonly (readonly [from: number, to: number, instance: number])[];
}

/** Application and window are indices, -1 where unknown. */
export type DayVisit = readonly [from: number, to: number, app: number, window: number, actions: number];

/** Number as in the segmentation, from 1; then its kind, first and last moment, active seconds, interactions. */
export type DayInstance = readonly [
  number: number,
  task: number,
  from: number,
  to: number,
  activeSeconds: number,
  actions: number,
];

/** Places in pixels, the same for drawing and for pointing. */
export const dayPlaces = { top: 28, app: 20, task: 18, between: 3, gap: 14 } as const;

/** Pixels that the time shown takes. */
export function dayWidth(picture: Pick<DayPicture, "left" | "width">): number {
  return dayRight(picture) - picture.left;
}

const LEAST_LEFT = 116, MOST_LEFT = 200;

/** Room for the names of people. */
export function roomForNames(names: readonly string[]): number {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, TEXT) * BOLD));
  return Math.round(Math.max(LEAST_LEFT, Math.min(MOST_LEFT, widest + 12)));
}

/** How much wider bold letters are. */
export const BOLD = 1.06;

export function rowHeight(picture: Pick<DayPicture, "tasks" | "left">): number {
  const { app, task, between, gap } = dayPlaces;
  return nameHeight(picture) + app + (picture.tasks.length > 0 ? between + task + 5 : 0) + gap;
}

/** Size of small letters, in pixels. */
export const SMALL = TEXT;

/** What a clock shows. */
export function hand(seconds: number, step = 60): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const whole = ((Math.floor(seconds) % 86_400) + 86_400) % 86_400;
  const text = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`;
  return step < 60 ? `${text}:${two(whole % 60)}` : text;
}

/** A name in the middle of a bar of some colour. */
export function inside(text: string, x: number, y: number, colour: string): Markup {
  return mark("text", { x, y, dy: "0.35em", "text-anchor": "middle", "font-size": SMALL, fill: inkOn(colour) }, text);
}
