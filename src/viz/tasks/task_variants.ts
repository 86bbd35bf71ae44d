/** The ways in which a task is done, as rows of chevrons. */
import type { InteractionLog } from "../../log/interaction_log.ts";
import { leastShown, type ShownPeople } from "../../taskmining/people.ts";
import type { TaskWork } from "../../taskmining/routines_instances.ts";
import { type TaskVariant, type TaskVariants, taskVariants } from "../../taskmining/task_variants.ts";
import { countOf, interactionCaption } from "../caption.ts";
import { chevronLabels } from "../charts/chevron_labels.ts";
import { clipText } from "../charts/fit_text.ts";
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
import { deviationsOf, type Step, stepsAgainst } from "./way_steps.ts";

export interface TaskVariantsViewOptions extends ShownPeople {
  /** Name of the task, where a segmentation is given. @default its most frequent one */
  task?: string;
  /** How many ways the picture shows, the dominant one among them. @default 8 */
  top?: number;
}

/** Chevrons of the picture, about, and of one way: what is longer is cut, and says so. */
const STEPS = 700, LEAST_STEPS = 12, MOST_STEPS = 90;

/**
 * How a task is done: its dominant way as a row of chevrons, with arrows where instances leave it for the first time,
 * and below it the other ways, most frequent first, pale where they do the same, and drawn together where they do so for
 * long. What they add is dashed with a +, what they skip hatched with a −.
 *
 * Colours are those of the applications. Times of ways that fewer than `k` people took are not shown.
 *
 * @param source What `taskVariants` found, or a segmentation, or task instances.
 * @throws InputError if there is no such task, or `top` is not a whole number from 1 to 100.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewTaskVariants } from "tracebook";
 * viewTaskVariants(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 */
export function viewTaskVariants(source: TaskVariants | TaskWork, options: TaskVariantsViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 8, 1, 100);
  const { task, log, instances, variants, dominant: first, notes } = "variants" in source
    ? source
    : taskVariants(source, options.task, options);
  const least = leastShown(log, options);
  const ways = variants.map((way): Way => ({
    codes: way.actions,
    instances: way.instances,
    share: way.share,
    medianSeconds: way.people >= least ? way.medianSeconds : NaN,
  }));
  const dominant = ways[first];
  const order = dominant ? [dominant, ...ways.filter((way) => way !== dominant)] : [];
  const aligned = order.map(({ codes }) => stepsAgainst(dominant!.codes, codes));
  const shown = order.slice(0, top);
  const covered = formatShare(shown.reduce((sum, { share }) => sum + share, 0));
  const remainder = whichOnes(shown.length, order.length, covered);
  const mean = order.reduce((sum, { share }, w) => sum + share * deviationsOf(aligned[w]!), 0);
  const labels = log.actionLabels;
  const picture = pictured(log, order, aligned, { instances, top, remainder, labels });
  const untimed = shown.filter(({ medianSeconds }) => Number.isNaN(medianSeconds)).length;
  return figure({
    kind: "task-variants",
    title: task === null ? "Ways of a task" : `Ways of the task: ${task}`,
    caption: [
      `${countOf(instances, "instance")} in ${countOf(order.length, "way")}. ${remainder}`,
      dominant
        ? `The dominant way is taken by ${
          formatShare(dominant.instances / instances)
        }; from it an instance differs by ${formatCount(mean, 1)} steps on average.`
        : "",
      untimed > 0 && dominant ? `No times of ways that fewer than ${countOf(least, "person", "people")} took.` : "",
      ...notes,
      interactionCaption(log),
    ].filter((words) => words !== "").join(" "),
    svg: markupText(drawTaskVariants(picture)),
    alt: dominant
      ? `${countOf(order.length, "way")} of the task ${task ?? ""} in ${
        countOf(instances, "instance")
      }. Dominant way (${formatShare(dominant.instances / instances)}): ${
        Array.from(dominant.codes.slice(0, 40), (code) => labels[code]!).join(", ")
      }. ${leavingInWords(picture, Array.from(dominant.codes, (code) => labels[code]!))}`
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
          inWords(steps, labels, w === 0),
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
        inWords(aligned[w]!, labels, w === 0),
      ]),
    ], { left: [4], most: 200 }),
    data: {},
  });
}

interface Way {
  readonly codes: TaskVariant["actions"];
  readonly instances: number;
  readonly share: number;
  /** NaN where it may not be shown. */
  readonly medianSeconds: number;
}

function pictured(
  log: InteractionLog,
  order: readonly Way[],
  aligned: readonly (readonly Step[])[],
  { instances, top, remainder, labels: names }: {
    instances: number;
    top: number;
    remainder: string;
    labels: readonly string[];
  },
): TaskVariantPicture {
  const numbers = new Map<number, number>();
  const longest = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.floor(STEPS / top)));
  const leaving = new Array<number>((order[0]?.codes.length ?? 0) + 1).fill(0);
  order.forEach((way, w) => {
    const leaves = aligned[w]!.find(({ kind }) => kind !== "same");
    if (leaves) leaving[leaves.at]! += way.instances;
  });
  const rows = order.slice(0, top).map((way, w): WayRow => {
    const runs = w === 0 ? runsOf(aligned[w]!) : gathered(runsOf(aligned[w]!));
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
        `steps\t${formatCount(way.codes.length)}`,
        ...(w === 0 ? [] : [`added or skipped\t${countOf(deviations, "step")}`]),
        `median time\t${formatDuration(way.medianSeconds)}`,
      ].join("\n"),
      steps: kept.map(({ step, times, several }): WayStep => {
        if (several) {
          const title = `${times} steps of the dominant way\nsteps\t${step.at + 1} to ${step.at + times}`;
          return { kind: "same", action: -1, times, at: step.at, title };
        }
        if (!numbers.has(step.action)) numbers.set(step.action, numbers.size);
        return {
          kind: step.kind,
          action: numbers.get(step.action)!,
          times,
          at: step.at,
          title: `${names[step.action]}${times > 1 ? ` ×${times}` : ""}\n${kindWords[step.kind]}\t${
            step.kind === "added" ? "before " : ""
          }step ${step.at + 1}`,
        };
      }),
      more: runs.slice(kept.length).reduce((sum, { times }) => sum + times, 0),
    };
  });
  const codes = [...numbers.keys()];
  const { labels, chevronWidth, chevronHeight } = chevronLabels(
    onChevrons(codes.map((code) => log.actions[code]!), codes.map((code) => names[code]!)),
    rows.map(({ share, steps }) => ({
      share,
      steps: steps.flatMap(({ action, times }) => action < 0 ? [] : [[action, times] as const]),
    })),
    12,
  );
  const place = placesOf(log, codes);
  return {
    actions: codes.map((code, i) => {
      const { app, colour } = place(code), name = names[code]!;
      const whole = app === undefined || name.includes(app) ? name : `${name} · ${app}`;
      return { name: clipText(whole, 11, 340), label: labels[i]!, colour, ink: inkOn(colour) };
    }),
    rows,
    leaving,
    chevronWidth: chevronWidth + 4,
    chevronHeight,
    width: chartWidth,
    remainder,
  };
}

const kindWords = { same: "of the dominant way", added: "added", skipped: "skipped" } as const;

interface Run {
  readonly step: Step;
  readonly times: number;
  /** Not one action several times, but several of the dominant way. */
  readonly several?: boolean;
}

/** Steps of the same kind and action in a row. */
function runsOf(steps: readonly Step[]): Run[] {
  const runs: { step: Step; times: number }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last.step.kind === step.kind && last.step.action === step.action) last.times++;
    else runs.push({ step, times: 1 });
  }
  return runs;
}

/** Fewer steps of the dominant way in a row are shown one by one. */
const GATHERED = 4;

/** Long agreement with the dominant way becomes one sign; the step next to a deviation stays. */
function gathered(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let r = 0; r < runs.length;) {
    let end = r;
    while (end < runs.length && runs[end]!.step.kind === "same") end++;
    if (end === r) {
      out.push(runs[r++]!);
      continue;
    }
    const from = r + (r > 0 ? 1 : 0), to = end - (end < runs.length ? 1 : 0);
    const middle = runs.slice(from, to);
    if (middle.length < GATHERED) out.push(...runs.slice(r, end));
    else {
      const times = middle.reduce((sum, run) => sum + run.times, 0);
      out.push(...runs.slice(r, from), { step: middle[0]!.step, times, several: true }, ...runs.slice(to, end));
    }
    r = end;
  }
  return out;
}

/** What is done to which element, with more words only where that does not tell the actions of the picture apart. */
function onChevrons(actions: readonly string[], labels: readonly string[]): string[] {
  const short = actions.map((action) => action.split(" @ ")[0]!);
  return short.map((label, i) => short.indexOf(label) === short.lastIndexOf(label) ? label : labels[i]!);
}

interface Place {
  readonly app: string | undefined;
  readonly colour: string;
}

/** The application in which an action occurs most, and its colour. */
function placesOf(log: InteractionLog, codes: readonly number[]): (code: number) => Place {
  if (log.apps.length === 0) {
    const assigned = colours(codes.map((code) => log.actions[code]!));
    return (code) => ({ app: undefined, colour: assigned.get(log.actions[code]!)! });
  }
  const counts = new Map(codes.map((code) => [code, new Float64Array(log.apps.length)]));
  for (let i = 0; i < log.interactions; i++) {
    const own = counts.get(log.action[i]!);
    if (own && log.app[i]! >= 0) own[log.app[i]!]!++;
  }
  const assigned = applicationColours(log);
  return (code) => {
    const own = counts.get(code)!, most = Math.max(...own);
    const app = most > 0 ? log.apps[own.indexOf(most)]! : undefined;
    return { app, colour: app === undefined ? neutral : assigned.get(app) ?? neutral };
  };
}

function inWords(steps: readonly Step[], labels: readonly string[], whole: boolean): string {
  const runs = runsOf(steps);
  if (whole) return runs.map(({ step, times }) => labels[step.action]! + (times > 1 ? ` ×${times}` : "")).join(" → ");
  const words: string[] = [];
  for (const { step, times } of runs) {
    if (step.kind !== "same") words.push(stepSigns[step.kind] + labels[step.action]! + (times > 1 ? ` ×${times}` : ""));
    else if (words.at(-1) !== "…") words.push("…");
  }
  return words.join(" ");
}

function leavingInWords({ leaving }: TaskVariantPicture, actions: readonly string[]): string {
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
