/** Segmented logs as coloured rows. */
import { InputError } from "../../base/errors.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import type { TaskSegmentation } from "../../taskmining/segmentation/segmentation.ts";
import { interactionCaption } from "../kit/caption.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { chartWidth } from "../kit/frame.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { neutral } from "../kit/palette.ts";
import { markupText } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";
import {
  type ColourBy,
  drawSegments,
  type SegmentColour,
  type SegmentGroup,
  segmentPlaces,
  type SegmentRow,
  type SegmentsPicture,
} from "./segments_picture.ts";
import { actionClassColour, applicationColours, taskColours } from "./task_colours.ts";
import { sureNote } from "../../taskmining/segmentation/sure_note.ts";
import { requireSegmentation } from "../../taskmining/segmentation/require_segmentation.ts";

export interface SegmentsViewOptions {
  /** Only instances of these tasks, by name. @default all */
  task?: string | readonly string[];
  /** Most instances shown, the same number of each task as far as it has them, spread evenly over them. @default 40 */
  top?: number;
  /** What the colour of a cell tells. @default "application", of a log without applications "action class" */
  colour?: ColourBy;
}

/** What the page's code is given: it draws the same rows, in other colours if asked. */
export interface SegmentsViewData {
  readonly picture: SegmentsPicture;
  readonly by: ColourBy;
}

/** Longest row in cells; what is longer is cut, and says so. */
const MOST_CELLS = 160;
/** Cells of a figure that stays within what a notebook carries. */
const ALL_CELLS = 2500;

/**
 * Task instances as rows: a cell for each action in its order, in the colour of its application, with the reason why the
 * instance is taken to begin there. Rows stand by task; of many instances an even sample is shown, and the caption says
 * so.
 *
 * Where the segmentation says how sure it is, unsure instances are pale with a grey edge, and the
 * reasons of unsure beginnings grey. Low hollow cells are stray interactions, two slanted strokes say where the instance was put aside for another one. In the
 * page pointing at a row tells all reasons, pointing at a cell the action, and where else it occurs.
 *
 * @throws InputError if there is no such task, or an option is out of its range.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewSegments } from "tracebook";
 * viewSegments(segmentTasks(await readInteractions("data/order-desk.csv")), { top: 24 });
 * ```
 */
export function viewSegments(segmentation: TaskSegmentation, options: SegmentsViewOptions = {}): Figure {
  requireSegmentation(segmentation);
  const top = wholeNumber("top", options.top ?? 40, 1, 200);
  const { log, tasks, owner, certainty } = segmentation;
  const usual = log.apps.length === 0 ? "action class" : "application";
  const by = oneOf("colour", options.colour ?? usual, ["application", "action class"]);
  const wanted = options.task === undefined ? tasks.map((_, t) => t) : tasksNamed(segmentation, [options.task].flat());
  const members = instancesOf(segmentation, wanted);
  const all = members.reduce((sum, own) => sum + own.length, 0);
  const sample = sampleOf(segmentation, members, top);
  const shown = sample.reduce((sum, own) => sum + own.length, 0);
  const picture = pictured(segmentation, wanted, members, sample);
  const rows = picture.groups.flatMap((group) => group.rows.map((row) => ({ task: group.task, row })));
  const outside = owner.reduce((sum, k) => sum + (k < 0 ? 1 : 0), 0);
  return figure({
    kind: "segments",
    behaviour: "segments",
    title: "Task instances",
    caption: [
      all === 0
        ? "No task instances."
        : all === 1
        ? "The only task instance."
        : shown < all
        ? `${formatCount(shown)} of ${countOf(all, "task instance")} of ${
          countOf(wanted.length, "task")
        }, spread evenly over those of each task${shown < top ? " and no more than a notebook carries" : ""}.`
        : `All ${countOf(all, "task instance")} of ${countOf(wanted.length, "task")}.`,
      outside > 0 ? `${countOf(outside, "interaction belongs", "interactions belong")} to no instance.` : "",
      sureNote(segmentation, members.flat()) ?? "",
      ...segmentation.notes,
      interactionCaption(log),
    ].filter((words) => words !== "").join(" "),
    svg: markupText(drawSegments(picture, by, "still")),
    alt: altText(segmentation, wanted),
    table: {
      columns: [
        "instance",
        "task",
        "begins",
        "seconds",
        "actions",
        "stray",
        "put aside",
        "reasons",
        ...(certainty ? ["probability right", "probability begins"] : []),
      ],
      rows: sample.flat().map((k) => {
        const { first, seconds, stray, breaks } = factsOf(segmentation, k);
        return [
          k + 1,
          tasks[segmentation.task[k]!]!.name,
          log.hasTimes ? formatDate(first, "second") : null,
          log.hasTimes ? seconds : null,
          segmentation.offsets[k + 1]! - segmentation.offsets[k]!,
          stray,
          breaks.length,
          segmentation.reasons[k]!.map(({ signal, words }) => `${signal}: ${words}`).join("; "),
          ...(certainty ? [formatShare(certainty.instance[k]!), formatShare(certainty.begin[k]!)] : []),
        ];
      }),
    },
    text: textTable([
      ["", "begins", "takes", "actions", ...(certainty ? ["sure"] : []), "task", "begins there because"],
      ...rows.map(({ task, row }) => [
        formatCount(row.number),
        row.startText,
        row.durationText,
        formatCount(row.cells.length + row.more),
        ...(row.sure ? [formatShare(row.sure[0])] : []),
        task,
        row.reasons[0]?.[1] ?? "",
      ]),
    ], { left: certainty ? [5, 6] : [4, 5], most: 70 }),
    data: { picture, by } satisfies SegmentsViewData,
  });
}

function tasksNamed({ tasks }: TaskSegmentation, names: readonly string[]): number[] {
  const known = tasks.map(({ name }) => name);
  return [...new Set(names)].map((name) => {
    const t = known.indexOf(name);
    if (t >= 0) return t;
    const near = nearestNames(name, known);
    throw new InputError(
      `Expected task to be ${known.map((one) => JSON.stringify(one)).join(" or ")} but found ${JSON.stringify(name)}.` +
        (near.length > 0 ? ` Did you mean ${near.map((one) => JSON.stringify(one)).join(" or ")}?` : ""),
    );
  });
}

/** Instances of each task wanted, in order of their first interaction. */
function instancesOf({ log, task, count, offsets, events }: TaskSegmentation, wanted: readonly number[]): number[][] {
  const members = wanted.map(() => [] as number[]);
  const place = new Map(wanted.map((t, w) => [t, w]));
  for (let k = 0; k < count; k++) {
    const w = place.get(task[k]!);
    if (w !== undefined && offsets[k + 1]! > offsets[k]!) members[w]!.push(k);
  }
  const begin = (k: number) => log.time[events[offsets[k]!]!]!;
  return members.map((own) => own.sort((a, b) => begin(a) - begin(b) || a - b));
}

/** The same number of each task as far as it has them; fewer where their cells would outweigh a notebook. */
function sampleOf({ offsets }: TaskSegmentation, members: readonly number[][], top: number): number[][] {
  for (let most = top;; most = Math.max(1, Math.floor(most * 0.8))) {
    const shares = members.map(() => 0);
    let left = most;
    for (let round = 0; left > 0 && round <= most; round++) {
      for (let w = 0; w < members.length && left > 0; w++) {
        if (members[w]!.length > shares[w]!) [shares[w], left] = [shares[w]! + 1, left - 1];
      }
    }
    const sample = members.map((own, w) => evenly(own, shares[w]!));
    const cells = sample.flat().reduce((sum, k) => sum + Math.min(MOST_CELLS, offsets[k + 1]! - offsets[k]!), 0);
    if (cells <= ALL_CELLS || most === 1) return sample;
  }
}

function evenly(all: readonly number[], n: number): number[] {
  if (n >= all.length) return [...all];
  if (n <= 1) return n === 1 ? [all[all.length >> 1]!] : [];
  return Array.from({ length: n }, (_, i) => all[Math.round(i * (all.length - 1) / (n - 1))]!);
}

/** What a column holds of a reason; the whole of it is told where it is pointed at, and in the table. */
function inFewWords(signal: string, words: string): string {
  const known: Record<string, string> = {
    start: words.startsWith('"') ? "usual start" : "likelier apart",
    end: "usual end",
    completion: "completion",
    interruption: "interrupts",
    column: "new value",
  };
  if (Object.hasOwn(known, signal)) return known[signal]!;
  const pause = /^after a pause of (.+)$/.exec(words)?.[1];
  return pause === undefined
    ? words.replace(/^the first interaction of this person$/, "first of this person")
    : `${pause} pause`;
}

interface InstanceFacts {
  /** Milliseconds UTC. */
  readonly first: number;
  readonly seconds: number;
  readonly stray: number;
  /** Before which of its interactions it was put aside: for which instances, and for how long. */
  readonly breaks: readonly { at: number; others: readonly number[]; seconds: number }[];
}

function factsOf({ log, offsets, events, owner, stray }: TaskSegmentation, k: number): InstanceFacts {
  const own = events.subarray(offsets[k]!, offsets[k + 1]!);
  const first = log.time[own[0]!]!;
  let over = first, strays = 0;
  const breaks: { at: number; others: number[]; seconds: number }[] = [];
  own.forEach((i, at) => {
    strays += stray[i]!;
    if (at > 0) {
      const others = new Set<number>();
      for (let j = own[at - 1]! + 1; j < i; j++) if (owner[j]! >= 0 && owner[j] !== k) others.add(owner[j]!);
      if (others.size > 0) breaks.push({ at, others: [...others], seconds: Math.max(0, log.time[i]! - over) / 1000 });
    }
    over = Math.max(over, log.end && !Number.isNaN(log.end[i]!) ? log.end[i]! : log.time[i]!);
  });
  return { first, seconds: log.hasTimes ? (over - first) / 1000 : NaN, stray: strays, breaks };
}

function pictured(
  segmentation: TaskSegmentation,
  wanted: readonly number[],
  members: readonly number[][],
  sample: readonly number[][],
): SegmentsPicture {
  const { log, tasks, offsets, events, stray, reasons, certainty } = segmentation;
  const numbers = new Map<string, number>();
  const actions: { name: string; app: number; kind: number }[] = [];
  const apps: SegmentColour[] = [], places = new Map<number, number>();
  const colours = applicationColours(log);
  const hues = taskColours(segmentation);
  const appOf = (code: number) => {
    let a = places.get(code);
    if (a === undefined) {
      const name = log.apps[code];
      const colour = name === undefined ? neutral : colours.get(name) ?? neutral;
      places.set(code, a = apps.push({ name: name ?? "(unknown)", colour }) - 1);
    }
    return a;
  };
  // An action may stand for several applications where its name does not tell them.
  const actionOf = (i: number) => {
    const key = `${log.action[i]} ${log.app[i]} ${log.actionClass[i]}`;
    let a = numbers.get(key);
    if (a === undefined) {
      a =
        actions.push({ name: log.actionLabels[log.action[i]!]!, app: appOf(log.app[i]!), kind: log.actionClass[i]! }) -
        1;
      numbers.set(key, a);
    }
    return a;
  };
  const rowOf = (k: number): SegmentRow => {
    const own = events.subarray(offsets[k]!, offsets[k + 1]!);
    const kept = own.subarray(0, MOST_CELLS);
    const { first, seconds, breaks } = factsOf(segmentation, k);
    return {
      number: k + 1,
      startText: log.hasTimes ? formatDate(first) : `row ${formatCount(log.rows[own[0]!]! + 1)}`,
      durationText: formatDuration(seconds),
      reasons: reasons[k]!.map(({ signal, words }) => [signal, words, inFewWords(signal, words)]),
      cells: Array.from(
        kept,
        (i) => [actionOf(i), log.hasTimes ? (log.time[i]! - first) / 1000 : NaN, stray[i] ? 1 : 0],
      ),
      breaks: breaks.filter(({ at }) => at < kept.length).map(({ at, others, seconds }) => [
        at,
        `${log.hasTimes ? `for ${formatDuration(seconds)}, ` : ""}meanwhile instance ${
          others.slice(0, 4).map((one) => one + 1).join(", ")
        }${others.length > 4 ? " and others" : ""}`,
      ]),
      more: own.length - kept.length,
      ...(certainty ? { sure: [certainty.instance[k]!, certainty.begin[k]!] as const } : {}),
    };
  };
  const groups = wanted.map((t, w): SegmentGroup => ({
    task: tasks[t]!.name,
    description: tasks[t]!.description,
    colour: hues[t]!,
    note: sample[w]!.length < members[w]!.length
      ? `${formatCount(sample[w]!.length)} of ${countOf(members[w]!.length, "instance")}`
      : countOf(members[w]!.length, "instance"),
    rows: sample[w]!.map(rowOf),
  })).filter(({ rows }) => rows.length > 0);
  const lengths = groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)).sort((a, b) => a - b);
  const usual = lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 1;
  const room = chartWidth - segmentPlaces.cells;
  const cell = Math.max(6, Math.min(16, Math.floor(room / (usual + 1) * 2) / 2));
  return {
    actions,
    apps,
    classes: ACTION_CLASSES.map((name) => ({ name, colour: actionClassColour(name) })),
    groups,
    cell,
  };
}

function altText({ tasks }: TaskSegmentation, wanted: readonly number[]): string {
  if (wanted.length === 0) return "No task instances.";
  const words = wanted.slice(0, 8).map((t) => {
    const { name, instances, medianSeconds } = tasks[t]!;
    return `${name}: ${countOf(instances, "instance")}, median ${formatDuration(medianSeconds)}`;
  });
  return `Task instances as rows of actions. ${words.join("; ")}${wanted.length > 8 ? "; and others" : ""}.`;
}
