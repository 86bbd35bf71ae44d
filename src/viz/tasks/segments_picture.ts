/** The picture of segments: a row for each task instance, a cell for each of its actions. */
import { clipText } from "../kit/fit_text.ts";
import { chartWidth, frame } from "../kit/frame.ts";
import { columnHeads } from "../kit/number_columns.ts";
import { mark, rounded } from "../kit/svg.ts";
import { formatCount } from "../../base/format.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textWidth } from "../../base/text_width.ts";
import { moreText } from "../../base/lists.ts";

/** All that the picture needs, worked out in the kernel; JSON. */
export interface SegmentsPicture {
  readonly actions: readonly SegmentAction[];
  readonly apps: readonly SegmentColour[];
  readonly classes: readonly SegmentColour[];
  readonly groups: readonly SegmentGroup[];
  /** Pixels of a cell, the same in every row. */
  readonly cell: number;
}

export interface SegmentColour {
  readonly name: string;
  readonly colour: string;
}

export interface SegmentAction {
  readonly name: string;
  /** Index into `apps`. */
  readonly app: number;
  /** Index into `classes`. */
  readonly kind: number;
}

export interface SegmentGroup {
  readonly task: string;
  readonly colour: string;
  /** What the task is, in more words than its name; empty if nothing is known. */
  readonly description: string;
  /** Beside the name: how many there are, and how many are shown. */
  readonly note: string;
  readonly rows: readonly SegmentRow[];
}

export interface SegmentRow {
  /** As in the segmentation, from 1. */
  readonly number: number;
  readonly startText: string;
  readonly durationText: string;
  /** Why it begins there, the weightiest first: signal, words, and as few of them as a column holds. */
  readonly reasons: readonly (readonly [signal: string, words: string, few: string])[];
  /** Action, seconds after the first one, 1 if stray. */
  readonly cells: readonly (readonly [action: number, seconds: number, stray: 0 | 1])[];
  /** The instance was put aside before these cells: what for, in words. */
  readonly breaks: readonly (readonly [cell: number, words: string])[];
  /** Actions after these, left out because there are very many. */
  readonly more: number;
}

export type ColourBy = "application" | "action class";
/** The page's picture tells its parts apart, for the pointer; the still one is lighter. */
type Where = "still" | "page";

export const segmentPlaces = { number: 34, start: 138, duration: 212, reason: 224, cells: 436 } as const;
const HEAD = 28, HEIGHT = 13, LINE_GAP = 2, GAP = 6, SMALL = 10, BREAK = 10;

const style = [
  [".tbs-stray", "stroke", light.quiet, "quiet"],
  [".tbs-break", "stroke", light.ink, "ink"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") + ".tbs-stray{fill:none;stroke-width:1.2px}.tbs-break{fill:none;stroke-width:1.3px}";

export function drawSegments(picture: SegmentsPicture, by: ColourBy, where: Where): Markup {
  const marks: Markup[] = [markup("style", {}, style), ...drawHead()];
  let y = HEAD;
  picture.groups.forEach((group, g) => {
    marks.push(
      mark("rect", { x: 0, y: y + 2, width: 5, height: 14, rx: 2, fill: group.colour }),
      drawName(group, y + 13, where, g),
      mark("text", { x: chartWidth, y: y + 13, class: "tbc-muted", "text-anchor": "end" }, group.note),
    );
    y += 24;
    group.rows.forEach((row, r) => {
      const lines = linesOf(picture, row);
      marks.push(drawRow(picture, row, lines, y, by, where, `${g} ${r}`));
      y += lines * (HEIGHT + LINE_GAP) - LINE_GAP + GAP;
    });
    y += 8;
  });
  const legend = drawKey(picture, by, y + 10);
  return frame(chartWidth, legend.bottom, [...marks, ...legend.marks]);
}

/** The name of a task, and as much of its description as there is room for. */
function drawName({ task, description, note }: SegmentGroup, y: number, where: Where, g: number): Markup {
  const name = clipText(task, 11.5, 560);
  const left = 12 + textWidth(name, 11.5) * 1.06 + 10, room = chartWidth - left - textWidth(note, 11) - 20;
  return mark(
    "g",
    where === "page" ? { "data-group": String(g) } : {},
    mark("text", { x: 12, y, class: "tbc-ink", "font-weight": 600 }, name),
    ...(description === "" || room < 80
      ? []
      : [mark("text", { x: left, y, class: "tbc-muted", "font-size": SMALL }, clipText(description, SMALL, room))]),
  );
}

function drawHead(): Markup[] {
  const at = segmentPlaces;
  return columnHeads(chartWidth, [
    [at.number, "no."],
    [at.start, "begins"],
    [at.duration, "takes"],
    [at.reason, "begins there because", "start"],
    [at.cells, "actions in order", "start"],
  ]);
}

/** As many reasons as fit, and how many more there are. */
function reasonsIn(reasons: SegmentRow["reasons"], width: number): { words: string; more: number } {
  for (let n = reasons.length; n > 0; n--) {
    const words = reasons.slice(0, n).map(([, , few]) => few).join(", ");
    if (n === 1 || textWidth(words, SMALL) <= width) {
      return { words: clipText(words, SMALL, width), more: reasons.length - n };
    }
  }
  return { words: "", more: 0 };
}

/** Places of cells: breaks take room of their own. */
function* placesOf(picture: SegmentsPicture, row: SegmentRow) {
  const { cells: left } = segmentPlaces, right = chartWidth;
  const breaks = new Map(row.breaks);
  let x: number = left, line = 0;
  for (let c = 0; c < row.cells.length; c++) {
    const broken = breaks.get(c);
    if (broken !== undefined && x > left) x += BREAK;
    if (x + picture.cell > right + 0.01) [x, line] = [left + (broken === undefined ? 0 : BREAK), line + 1];
    else if (broken !== undefined && x === left) x += BREAK;
    yield { c, x, line, broken };
    x += picture.cell;
  }
}

function linesOf(picture: SegmentsPicture, row: SegmentRow): number {
  let last = 0;
  for (const { line } of placesOf(picture, row)) last = line;
  return last + 1 + (row.more > 0 ? 1 : 0);
}

function drawRow(
  picture: SegmentsPicture,
  row: SegmentRow,
  lines: number,
  top: number,
  by: ColourBy,
  where: Where,
  id: string,
): Markup {
  const at = segmentPlaces, middle = top + HEIGHT / 2;
  const written = (x: number, text: string, kind: string, anchor = "end") =>
    mark("text", { x, y: middle, dy: "0.35em", "text-anchor": anchor, class: kind, "font-size": SMALL }, text);
  const why = reasonsIn(row.reasons, at.cells - at.reason - 20);
  const width = picture.cell - (picture.cell > 6 ? 1.5 : 0.75);
  const paths = new Map<string, string>();
  const cells: Markup[] = [], signs: Markup[] = [];
  for (const { c, x, line, broken } of placesOf(picture, row)) {
    const [action, , stray] = row.cells[c]!;
    const y = top + line * (HEIGHT + LINE_GAP);
    if (broken !== undefined) {
      const d = `M${rounded(x - BREAK + 1.5)},${rounded(y + HEIGHT + 1)}l2,${-HEIGHT - 2}m3.5,0l-2,${HEIGHT + 2}`;
      signs.push(mark("path", { d, class: "tbs-break", ...(where === "page" ? { "data-break": String(c) } : {}) }));
    }
    const { colour } = (by === "application" ? picture.apps : picture.classes)[nameOf(picture, action, by)]!;
    // Stray ones are hollow and low, so that they can be told without their colour.
    const shape = stray
      ? `M${rounded(x + 0.6)},${rounded(y + HEIGHT / 2)}h${rounded(width - 1.2)}v${HEIGHT / 2 - 0.6}h${
        rounded(1.2 - width)
      }z`
      : `M${rounded(x)},${rounded(y)}h${rounded(width)}v${HEIGHT}h${rounded(-width)}z`;
    if (where === "page") {
      cells.push(
        mark("path", {
          d: shape,
          ...(stray ? { class: "tbs-cell tbs-stray" } : { class: "tbs-cell", fill: colour }),
          "data-cell": String(c),
          "data-action": String(action),
        }),
      );
    } else paths.set(stray ? "" : colour, (paths.get(stray ? "" : colour) ?? "") + shape);
  }
  for (const [colour, d] of paths) {
    cells.push(mark("path", colour === "" ? { d, class: "tbs-stray" } : { d, fill: colour }));
  }
  if (row.more > 0) {
    const y = top + (lines - 1) * (HEIGHT + LINE_GAP) + HEIGHT / 2;
    cells.push(
      mark(
        "text",
        { x: at.cells, y, dy: "0.35em", class: "tbc-muted", "font-size": SMALL },
        moreText(row.more),
      ),
    );
  }
  return mark(
    "g",
    where === "page" ? { "data-row": id } : {},
    ...(where === "page"
      ? [
        mark("rect", {
          x: 0,
          y: top - 2,
          width: at.cells - 6,
          height: HEIGHT + 4,
          class: "tbs-why",
          "fill-opacity": 0,
        }),
      ]
      : []),
    written(at.number, formatCount(row.number), "tbc-muted tbc-num"),
    written(at.start, row.startText, "tbc-muted tbc-num"),
    written(at.duration, row.durationText, "tbc-ink tbc-num"),
    written(at.reason, why.words, "tbc-ink", "start"),
    ...(why.more === 0 ? [] : [written(at.cells - 6, `+${why.more}`, "tbc-muted tbc-num")]),
    ...cells,
    ...signs,
  );
}

function nameOf({ actions }: SegmentsPicture, action: number, by: ColourBy): number {
  return by === "application" ? actions[action]!.app : actions[action]!.kind;
}

function drawKey(picture: SegmentsPicture, by: ColourBy, top: number): { marks: Markup[]; bottom: number } {
  const rows = picture.groups.flatMap((group) => group.rows);
  const marks: Markup[] = [];
  let x = 0, y = top;
  const entry = (sign: (x: number, y: number) => Markup, text: string) => {
    const words = clipText(text, 11, 460), width = 22 + textWidth(words, 11) + 14;
    if (x + width > chartWidth + 14 && x > 0) [x, y] = [0, y + 19];
    marks.push(sign(x, y), mark("text", { x: x + 21, y, dy: "0.35em", class: "tbc-ink" }, words));
    x += width;
  };
  const names = by === "application" ? picture.apps : picture.classes;
  const used = new Set(rows.flatMap(({ cells }) => cells.map(([action]) => nameOf(picture, action, by))));
  names.forEach(({ name, colour }, n) => {
    if (used.has(n)) entry((x, y) => mark("rect", { x, y: y - 6, width: 14, height: 12, fill: colour }), name);
  });
  if (x > 0) [x, y] = [0, y + 22];
  if (rows.some(({ cells }) => cells.some(([, , stray]) => stray === 1))) {
    entry(
      (x, y) => mark("path", { d: `M${rounded(x + 2)},${rounded(y)}h10v6h-10z`, class: "tbs-stray" }),
      "stray: owned, but no step of the task",
    );
  }
  if (rows.some(({ breaks }) => breaks.length > 0)) {
    entry(
      (x, y) => mark("path", { d: `M${rounded(x + 4)},${rounded(y + 7)}l2,-14m3.5,0l-2,14`, class: "tbs-break" }),
      "put aside here for another instance, and taken up again",
    );
  }
  if (x > 0) y += 22;
  const told = notesOn(rows);
  if (told !== "") marks.push(mark("text", { x: 0, y, dy: "0.35em", class: "tbc-muted" }, told));
  return { marks, bottom: (told === "" ? y - 22 : y) + 10 };
}

/** What the short words for reasons mean, of those that are there. */
function notesOn(rows: readonly SegmentRow[]): string {
  const signals = new Set(rows.flatMap(({ reasons }) => reasons.map(([signal, , few]) => `${signal} ${few}`)));
  return [
    signals.has("start usual start") ? "usual start: its first action begins most instances that have it" : "",
    signals.has("end usual end") ? "usual end: the action before ends most" : "",
    signals.has("completion completion") ? "completion: the action before completes something" : "",
    signals.has("start likelier apart") ? "likelier apart: two instances are more probable than one" : "",
  ].filter((words) => words !== "").join("; ");
}
