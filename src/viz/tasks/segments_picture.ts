/** The picture of segments: a row for each task instance, a cell for each of its actions. */
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { BOLD, wrapLines } from "../kit/wrap_text.ts";
import { columnHeads } from "../kit/number_columns.ts";
import { mark, rounded } from "../kit/svg.ts";
import { formatCount } from "../../base/format.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { neutral } from "../kit/palette.ts";
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
  /** Probabilities that the instance is right, and that one begins there; left out where they are not known. */
  readonly sure?: readonly [instance: number, begin: number];
}

export type ColourBy = "application" | "action class";
/** The page's picture tells its parts apart, for the pointer; the still one is lighter. */
type Where = "still" | "page";

export const segmentPlaces = { number: 40, start: 158, duration: 238, reason: 250, cells: 504 } as const;
/** On a phone numbers and reasons stand above the cells, on lines of their own. */
const PHONE = { number: 0, start: 40, duration: 320, reason: 40, cells: 0 } as const;
const HEAD = 30, HEIGHT = 14, LINE_GAP = 2, GAP = 7, SMALL = TEXT, BREAK = 10, PHONE_LINE = 17;

const style = [
  [".tbs-stray", "stroke", light.quiet, "quiet"],
  [".tbs-break", "stroke", light.ink, "ink"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbs-stray{fill:none;stroke-width:1.2px}.tbs-break{fill:none;stroke-width:1.3px}";

const paleStyle = `.tbs-pale{stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-width:1.2px}`;

export function drawSegments(
  picture: SegmentsPicture,
  by: ColourBy,
  where: Where,
  width: number = chartWidth,
): Markup {
  const narrow = isNarrow(width);
  const sheet: Sheet = { picture, by, where, width, narrow, at: narrow ? PHONE : segmentPlaces };
  const marks: Markup[] = [
    markup("style", {}, isUnsure(picture) ? style + paleStyle : style),
    ...(narrow ? [] : drawHead(width)),
  ];
  let y = narrow ? 0 : HEAD;
  picture.groups.forEach((group, g) => {
    marks.push(
      mark("rect", { x: 0, y: y + 2, width: 5, height: 14, rx: 2, fill: group.colour, class: "tbc-edge" }),
      drawName(group, y + 13, sheet, g),
      narrow
        ? mark("text", { x: 12, y: y + 30, class: "tbc-muted" }, group.note)
        : mark("text", { x: width, y: y + 13, class: "tbc-muted", "text-anchor": "end" }, group.note),
    );
    y += narrow ? 42 : 24;
    group.rows.forEach((row, r) => {
      const lines = linesOf(sheet, row);
      marks.push(drawRow(sheet, row, lines, y, `${g} ${r}`));
      y += wordsAbove(sheet, row) + lines * (HEIGHT + LINE_GAP) - LINE_GAP + GAP + (narrow ? 4 : 0);
    });
    y += 8;
  });
  const legend = drawKey(sheet, y + 10);
  return chartFrame(width, legend.bottom, [...marks, ...legend.marks]);
}

/** What is drawn, and where things stand. */
interface Sheet {
  readonly picture: SegmentsPicture;
  readonly by: ColourBy;
  readonly where: Where;
  readonly width: number;
  readonly narrow: boolean;
  readonly at: Readonly<Record<keyof typeof segmentPlaces, number>>;
}

/** Height of the lines of words above the cells of a row. */
function wordsAbove({ narrow }: Sheet, { reasons }: SegmentRow): number {
  return narrow ? PHONE_LINE * (reasons.length > 0 ? 2 : 1) : 0;
}

/** The name of a task, and as much of its description as there is room for. */
function drawName(
  { task, description, note }: SegmentGroup,
  y: number,
  { where, width, narrow }: Sheet,
  g: number,
): Markup {
  const beside = narrow ? width : width - textWidth(note, TEXT) - 20;
  const name = clipText(task, TEXT, (beside - 12) / BOLD);
  const left = 12 + textWidth(name, TEXT) * BOLD + 10, room = beside - left;
  return mark(
    "g",
    where === "page" ? { "data-group": String(g) } : {},
    mark("text", { x: 12, y, class: "tbc-ink", "font-weight": 600 }, name),
    ...(description === "" || room < 80
      ? []
      : [mark("text", { x: left, y, class: "tbc-muted", "font-size": SMALL }, clipText(description, SMALL, room))]),
  );
}

function drawHead(width: number): Markup[] {
  const at = segmentPlaces;
  return columnHeads(width, [
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
function* placesOf({ picture, at, width: right }: Sheet, row: SegmentRow) {
  const left = at.cells;
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

function linesOf(sheet: Sheet, row: SegmentRow): number {
  let last = 0;
  for (const { line } of placesOf(sheet, row)) last = line;
  return last + 1 + (row.more > 0 ? 1 : 0);
}

function drawRow(
  sheet: Sheet,
  row: SegmentRow,
  lines: number,
  rowTop: number,
  id: string,
): Markup {
  const { picture, by, where, narrow, at } = sheet;
  const top = rowTop + wordsAbove(sheet, row), middle = rowTop + HEIGHT / 2;
  const written = (x: number, text: string, kind: string, anchor = "end", line = 0) =>
    mark("text", {
      x,
      y: middle + line * PHONE_LINE,
      dy: "0.35em",
      "text-anchor": anchor,
      class: kind,
      "font-size": SMALL,
    }, text);
  const why = reasonsIn(row.reasons, narrow ? sheet.width - at.reason - 24 : at.cells - at.reason - 24);
  const width = picture.cell - (picture.cell > 6 ? 1.5 : 0.75),
    pale = paleness(row),
    inset = pale === undefined ? 0 : 0.6;
  const faded = pale === undefined ? {} : { "fill-opacity": pale };
  const paths = new Map<string, string>();
  const cells: Markup[] = [], signs: Markup[] = [];
  for (const { c, x, line, broken } of placesOf(sheet, row)) {
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
      : `M${rounded(x + inset)},${rounded(y + inset)}h${rounded(width - 2 * inset)}v${HEIGHT - 2 * inset}h${
        rounded(2 * inset - width)
      }z`;
    if (where === "page") {
      cells.push(
        mark("path", {
          d: shape,
          ...(stray
            ? { class: "tbs-cell tbs-stray" }
            : { class: pale === undefined ? "tbs-cell" : "tbs-cell tbs-pale", fill: colour, ...faded }),
          "data-cell": String(c),
          "data-action": String(action),
        }),
      );
    } else paths.set(stray ? "" : colour, (paths.get(stray ? "" : colour) ?? "") + shape);
  }
  for (const [colour, d] of paths) {
    cells.push(
      mark(
        "path",
        colour === ""
          ? { d, class: "tbs-stray" }
          : { d, fill: colour, ...(pale === undefined ? {} : { class: "tbs-pale" }), ...faded },
      ),
    );
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
          y: rowTop - 2,
          width: narrow ? sheet.width : at.cells - 6,
          height: narrow ? top - rowTop : HEIGHT + 4,
          class: "tbs-why",
          "fill-opacity": 0,
        }),
      ]
      : []),
    written(at.number, formatCount(row.number), "tbc-muted tbc-num", narrow ? "start" : "end"),
    written(at.start, row.startText, "tbc-muted tbc-num", narrow ? "start" : "end"),
    written(narrow ? sheet.width : at.duration, row.durationText, "tbc-ink tbc-num"),
    ...(why.words === "" ? [] : [
      written(
        at.reason,
        why.words,
        row.sure !== undefined && row.sure[1] < SURE ? "tbc-muted" : "tbc-ink",
        "start",
        narrow ? 1 : 0,
      ),
    ]),
    ...(why.more === 0
      ? []
      : [written(narrow ? sheet.width : at.cells - 6, `+${why.more}`, "tbc-muted tbc-num", "end", narrow ? 1 : 0)]),
    ...cells,
    ...signs,
  );
}

/** How much of a colour a pale cell keeps; its outline is grey, so that it stands out all the same. */
const SURE = 0.8, HALF_SURE = 0.5;
const PALE = 0.4, PALEST = 0.15;

function isUnsure({ groups }: SegmentsPicture): boolean {
  return groups.some(({ rows }) => rows.some((row) => paleness(row) !== undefined));
}

function paleness({ sure }: SegmentRow): number | undefined {
  if (sure === undefined || sure[0] >= SURE) return undefined;
  return sure[0] >= HALF_SURE ? PALE : PALEST;
}

function nameOf({ actions }: SegmentsPicture, action: number, by: ColourBy): number {
  return by === "application" ? actions[action]!.app : actions[action]!.kind;
}

function drawKey({ picture, by, width: wide }: Sheet, top: number): { marks: Markup[]; bottom: number } {
  const rows = picture.groups.flatMap((group) => group.rows);
  const marks: Markup[] = [];
  let x = 0, y = top;
  const entry = (sign: (x: number, y: number) => Markup, text: string) => {
    const words = clipText(text, TEXT, Math.min(460, wide - 22)), width = 22 + textWidth(words, TEXT) + 14;
    if (x + width > wide + 14 && x > 0) [x, y] = [0, y + 19];
    marks.push(sign(x, y), mark("text", { x: x + 21, y, dy: "0.35em", class: "tbc-ink" }, words));
    x += width;
  };
  const names = by === "application" ? picture.apps : picture.classes;
  const used = new Set(rows.flatMap(({ cells }) => cells.map(([action]) => nameOf(picture, action, by))));
  names.forEach(({ name, colour }, n) => {
    if (used.has(n)) {
      entry((x, y) => mark("rect", { x, y: y - 6, width: 14, height: 12, fill: colour, class: "tbc-edge" }), name);
    }
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
  for (
    const [opacity, words] of [
      [PALE, "pale: right with a probability of 50 to 80 %"],
      [PALEST, "very pale: right with less than 50 %"],
    ] as const
  ) {
    if (rows.some((row) => paleness(row) === opacity)) {
      entry(
        (x, y) =>
          mark("rect", {
            x: x + 0.6,
            y: y - 5.4,
            width: 12.8,
            height: 10.8,
            fill: neutral,
            class: "tbs-pale",
            "fill-opacity": opacity,
          }),
        words,
      );
    }
  }
  if (x > 0) y += 22;
  const told = notesOn(rows);
  const lines = told === "" ? [] : wrapLines(told, TEXT, wide);
  lines.forEach((line, i) => marks.push(mark("text", { x: 0, y: y + i * 17, dy: "0.35em", class: "tbc-muted" }, line)));
  y += Math.max(0, lines.length - 1) * 17;
  return { marks, bottom: (told === "" ? y - 22 : y) + 10 };
}

/** What the short words for reasons mean, of those that are there. */
function notesOn(rows: readonly SegmentRow[]): string {
  const signals = new Set(rows.flatMap(({ reasons }) => reasons.map(([signal, , few]) => `${signal} ${few}`)));
  return [
    signals.has("start usual start") ? "usual start: its first action begins most instances that have it" : "",
    signals.has("end usual end") ? "usual end: the action before ends most" : "",
    signals.has("completion completion") ? "completion: the action before completes something" : "",
    rows.some(({ sure }) => sure !== undefined && sure[1] < SURE)
      ? "a reason in grey: an instance begins there with a probability below 80 %"
      : "",
    signals.has("start likelier apart") ? "likelier apart: two instances are more probable than one" : "",
  ].filter((words) => words !== "").join("; ");
}
