/** The ways in which a task is done, as rows of chevrons. */
import { InputError } from "../../io/input_error.ts";
import { nearestNames } from "../../io/nearest.ts";
import type { TaskSegmentation } from "../../taskmining/segmentation.ts";
import { countOf, interactionCaption } from "../caption.ts";
import { chevronLabels } from "../charts/chevron_labels.ts";
import { chartWidth } from "../charts/frame.ts";
import { wholeNumber } from "../charts/options.ts";
import { type Figure, figure } from "../figure.ts";
import { formatCount, formatDuration, formatShare } from "../format.ts";
import { colours, inkOn, neutral } from "../palette.ts";
import { markupText } from "../runtime/markup.ts";
import { textTable } from "../text_table.ts";
import { applicationColours } from "./task_colours.ts";
import {
  drawTaskVariants,
  stepSigns,
  type TaskVariantPicture,
  type WayRow,
  type WayStep,
} from "./task_variants_picture.ts";
import { byInstances, deviationsOf, dominantWay, type Step, stepsAgainst, type TaskWay, waysOf } from "./task_ways.ts";

/** Ways of one task, found elsewhere: actions in order, and how many instances took them. */
export interface TaskVariantsShown {
  readonly task: string;
  readonly variants: readonly {
    readonly actions: readonly string[];
    readonly instances: number;
    readonly medianSeconds?: number;
  }[];
}

export interface TaskVariantsViewOptions {
  /** Name of the task. @default the most frequent one of the segmentation */
  task?: string;
  /** How many ways the picture shows, the dominant one among them. @default 8 */
  top?: number;
}

/** Chevrons of the picture, about, and of one way: what is longer is cut, and says so. */
const STEPS = 700, LEAST_STEPS = 12, MOST_STEPS = 90;

/**
 * How a task is done: its dominant way as a row of chevrons, with arrows where instances leave it for the first time,
 * and below it the other ways, most frequent first, pale where they do the same. What they add is dashed with a +,
 * what they skip hatched with a −.
 *
 * The dominant way is the most frequent one; where several are equally frequent, the one from which all instances differ
 * least. Colours are those of the applications, if a segmentation is given; stray interactions are passed over.
 *
 * @throws InputError if there is no such task, or `top` is not a whole number from 1 to 100.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewTaskVariants } from "tracebook";
 * viewTaskVariants(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 */
export function viewTaskVariants(
  source: TaskSegmentation | TaskVariantsShown,
  options: TaskVariantsViewOptions = {},
): Figure {
  const top = wholeNumber("top", options.top ?? 8, 1, 100);
  const segmentation = "owner" in source ? source : undefined;
  const { task, ways } = "owner" in source ? waysOfTask(source, options.task) : given(source);
  const first = dominantWay(ways);
  const dominant = ways[first];
  const others = ways.filter((_, w) => w !== first);
  const order = dominant ? [dominant, ...others] : [];
  const instances = ways.reduce((sum, way) => sum + way.instances, 0);
  const aligned = order.map((way) => stepsAgainst(dominant!.actions, way.actions));
  const shown = order.slice(0, top);
  const covered = formatShare(instances > 0 ? shown.reduce((sum, way) => sum + way.instances, 0) / instances : 0);
  const remainder = whichOnes(shown.length, order.length, covered);
  const mean = instances > 0
    ? order.reduce((sum, way, w) => sum + way.instances * deviationsOf(aligned[w]!), 0) / instances
    : 0;
  const picture = pictured(order, aligned, instances, top, remainder, segmentation);
  return figure({
    kind: "task-variants",
    title: task === "" ? "Ways of a task" : `Ways of the task: ${task}`,
    caption: [
      `${countOf(instances, "instance")} in ${countOf(order.length, "way")}. ${remainder}`,
      dominant
        ? `The dominant way is taken by ${
          formatShare(dominant.instances / instances)
        }; from it an instance differs by ${formatCount(mean, 1)} steps on average.`
        : "",
      segmentation ? interactionCaption(segmentation.log) : "",
    ].filter((words) => words !== "").join(" "),
    svg: markupText(drawTaskVariants(picture)),
    alt: dominant
      ? `${countOf(order.length, "way")} of the task ${task} in ${countOf(instances, "instance")}. Dominant way (${
        formatShare(dominant.instances / instances)
      }): ${dominant.actions.slice(0, 40).join(", ")}. ${leavingInWords(picture, dominant)}`
      : "No instances, so no ways.",
    table: {
      columns: ["way", "instances", "share", "median seconds", "added", "skipped", "first deviation at step", "steps"],
      rows: order.slice(0, Math.max(top, 60)).map((way, w) => {
        const steps = aligned[w]!;
        const leaves = steps.find(({ kind }) => kind !== "same");
        return [
          w + 1,
          way.instances,
          way.instances / instances,
          Number.isNaN(way.medianSeconds) ? null : way.medianSeconds,
          steps.filter(({ kind }) => kind === "added").length,
          steps.filter(({ kind }) => kind === "skipped").length,
          leaves ? leaves.at + 1 : null,
          inWords(steps, w === 0),
        ];
      }),
    },
    text: textTable([
      ["", "instances", "share", "median", "steps"],
      ...shown.map((way, w) => [
        String(w + 1),
        formatCount(way.instances),
        formatShare(way.instances / instances),
        formatDuration(way.medianSeconds),
        inWords(aligned[w]!, w === 0),
      ]),
    ], { left: [4], most: 200 }),
    data: {},
  });
}

function waysOfTask(segmentation: TaskSegmentation, name: string | undefined): { task: string; ways: TaskWay[] } {
  const names = segmentation.tasks.map((task) => task.name);
  const kind = name === undefined ? 0 : names.indexOf(name);
  if (kind < 0) {
    const near = nearestNames(name!, names);
    throw new InputError(
      `Expected task to be ${names.map((one) => JSON.stringify(one)).join(" or ")} but found ${JSON.stringify(name)}.` +
        (near.length > 0 ? ` Did you mean ${near.map((one) => JSON.stringify(one)).join(" or ")}?` : ""),
    );
  }
  return { task: names[kind] ?? "", ways: waysOf(segmentation, kind) };
}

function given({ task, variants }: TaskVariantsShown): { task: string; ways: TaskWay[] } {
  return { task, ways: variants.map((way) => ({ ...way, medianSeconds: way.medianSeconds ?? NaN })).sort(byInstances) };
}

function pictured(
  order: readonly TaskWay[],
  aligned: readonly (readonly Step[])[],
  instances: number,
  top: number,
  remainder: string,
  segmentation: TaskSegmentation | undefined,
): TaskVariantPicture {
  const numbers = new Map<string, number>();
  const longest = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.floor(STEPS / top)));
  const leaving = new Array<number>((order[0]?.actions.length ?? 0) + 1).fill(0);
  order.forEach((way, w) => {
    const leaves = aligned[w]!.find(({ kind }) => kind !== "same");
    if (leaves) leaving[leaves.at]! += way.instances;
  });
  const rows = order.slice(0, top).map((way, w): WayRow => {
    const runs = runsOf(aligned[w]!);
    const kept = runs.slice(0, w === 0 ? MOST_STEPS : longest);
    const deviations = deviationsOf(aligned[w]!);
    return {
      rankText: String(w + 1),
      instancesText: formatCount(way.instances),
      shareText: formatShare(way.instances / instances),
      share: way.instances / instances,
      medianText: formatDuration(way.medianSeconds),
      title: [
        w === 0 ? "Dominant way" : `Way ${w + 1}`,
        `instances\t${formatCount(way.instances)} (${formatShare(way.instances / instances)})`,
        `steps\t${formatCount(way.actions.length)}`,
        ...(w === 0 ? [] : [`added or skipped\t${countOf(deviations, "step")}`]),
        `median time\t${formatDuration(way.medianSeconds)}`,
      ].join("\n"),
      steps: kept.map(({ step, times }): WayStep => {
        if (!numbers.has(step.action)) numbers.set(step.action, numbers.size);
        return {
          kind: step.kind,
          action: numbers.get(step.action)!,
          times,
          at: step.at,
          title: `${step.action}${times > 1 ? ` ×${times}` : ""}\n${kindWords[step.kind]}\t${
            step.kind === "added" ? "before " : ""
          }step ${step.at + 1}`,
        };
      }),
      more: runs.slice(kept.length).reduce((sum, { times }) => sum + times, 0),
    };
  });
  const names = [...numbers.keys()];
  const { labels, chevronWidth, chevronHeight } = chevronLabels(
    labelsOf(names),
    rows.map(({ share, steps }) => ({ share, steps: steps.map(({ action, times }) => [action, times] as const) })),
    12,
  );
  const colour = coloursOf(names, segmentation);
  return {
    actions: names.map((name, i) => ({ name, label: labels[i]!, colour: colour(name), ink: inkOn(colour(name)) })),
    rows,
    leaving,
    chevronWidth: chevronWidth + 4,
    chevronHeight,
    width: chartWidth,
    remainder,
  };
}

const kindWords = { same: "of the dominant way", added: "added", skipped: "skipped" } as const;

/** Steps of the same kind and action in a row. */
function runsOf(steps: readonly Step[]): { step: Step; times: number }[] {
  const runs: { step: Step; times: number }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last.step.kind === step.kind && last.step.action === step.action) last.times++;
    else runs.push({ step, times: 1 });
  }
  return runs;
}

/** What is done to which element, without the place, as far as that tells the actions apart. */
function labelsOf(names: readonly string[]): string[] {
  const short = names.map((name) => name.split(" @ ")[0]!);
  return names.map((name, i) => short.indexOf(short[i]!) === short.lastIndexOf(short[i]!) ? short[i]! : name);
}

/** That of the application in which an action occurs most. */
function coloursOf(names: readonly string[], segmentation: TaskSegmentation | undefined): (name: string) => string {
  if (!segmentation || segmentation.log.apps.length === 0) {
    const assigned = colours(names);
    return (name) => assigned.get(name)!;
  }
  const { log } = segmentation;
  const counts = new Map(names.map((name) => [name, new Float64Array(log.apps.length + 1)]));
  for (let i = 0; i < log.interactions; i++) {
    const own = counts.get(log.actions[log.action[i]!]!);
    if (own) own[log.app[i]! < 0 ? log.apps.length : log.app[i]!]!++;
  }
  const assigned = applicationColours(log);
  return (name) => {
    const own = counts.get(name)!;
    return assigned.get(log.apps[own.indexOf(Math.max(...own))] ?? "") ?? neutral;
  };
}

function inWords(steps: readonly Step[], whole: boolean): string {
  const runs = runsOf(steps);
  if (whole) return runs.map(({ step, times }) => step.action + (times > 1 ? ` ×${times}` : "")).join(" → ");
  const words: string[] = [];
  for (const { step, times } of runs) {
    if (step.kind !== "same") words.push(stepSigns[step.kind] + step.action + (times > 1 ? ` ×${times}` : ""));
    else if (words.at(-1) !== "…") words.push("…");
  }
  return words.join(" ");
}

function leavingInWords({ leaving }: TaskVariantPicture, { actions }: TaskWay): string {
  const places = leaving.map((count, at) => ({ count, at })).filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.at - b.at).slice(0, 3);
  if (places.length === 0) return "No instance leaves it.";
  return `Most leave it: ${
    places.map(({ count, at }) =>
      `${formatCount(count)} ${at < actions.length ? `at "${actions[at]}"` : "after its end"}`
    )
      .join(", ")
  }.`;
}

function whichOnes(shown: number, all: number, covered: string): string {
  if (all === 0) return "No instances.";
  if (shown === all) return all === 1 ? "The only way." : `All ${all} ways.`;
  return `The dominant way and the ${shown - 1} most frequent others of ${
    countOf(all, "way")
  }: ${covered} of the instances.`;
}
