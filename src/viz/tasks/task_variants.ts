/** The ways in which a task is done, as rows of chevrons. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { leastShown, type ShownPeople } from "../../taskmining/people.ts";
import type { TaskWork } from "../../taskmining/instances/steps.ts";
import { actionWords } from "../../taskmining/segmentation/action_words.ts";
import { type TaskVariant, type TaskVariants, taskVariants } from "../../taskmining/measures/task_variants.ts";
import { interactionCaption } from "../kit/caption.ts";
import { chartWidth } from "../kit/frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { colours, inkOn, neutral } from "../kit/palette.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { textTable } from "../../base/text_table.ts";
import { textWidth } from "../../base/text_width.ts";
import { moreText } from "../../base/lists.ts";
import { CHEVRON_TEXT } from "../charts/variant_layout.ts";
import { stepLabels } from "./step_labels.ts";
import { applicationColours } from "./task_colours.ts";
import {
  chevronRoom,
  drawTaskVariants,
  stepSigns,
  type TaskVariantPicture,
  type WayRow,
  type WayStep,
} from "./task_variants_picture.ts";
import { deviationsOf, type Step, stepsAgainst } from "./way_steps.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface TaskVariantsViewOptions extends ShownPeople {
  /** Name of the task, where a segmentation is given. @default its most frequent one */
  task?: string;
  /** How many ways the picture shows, the dominant one among them. @default 8 */
  top?: number;
}

/** Chevrons of the picture, about, and of one way: what is longer is cut, and says so. */
const STEPS = 700, LEAST_STEPS = 12, MOST_STEPS = 90;

/**
 * How a task is done: its dominant way as a row of numbered chevrons, with arrows where instances leave it for the first
 * time, and below it the other ways, most frequent first, pale where they do the same. What they add is dashed with a +,
 * what they skip hatched with a −; of many steps in a row that are the same or skipped only the numbers are shown.
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
  requireInteractionLog(source, "tasks", "names", "variants");
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
    behaviour: "picture",
    title: task === null ? "Ways of a task" : `Ways of the task: ${task}`,
    caption: [
      `${countOf(instances, "instance")} in ${countOf(order.length, "way")}. ${remainder}`,
      dominant
        ? order.length === 1
          ? ""
          : `The dominant way is taken by ${
            formatShare(dominant.instances / instances)
          }; from it an instance differs by ${formatCount(mean, 1)} steps on average.`
        : "",
      untimed > 0 && dominant ? `No times of ways that fewer than ${countOf(least, "person", "people")} took.` : "",
      ...notes,
      interactionCaption(log),
    ].filter((words) => words !== "").join(" "),
    ...forBothWidths((width) => drawTaskVariants(picture, width)),
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
          const title = [
            step.kind === "same"
              ? `${formatCount(times)} steps as in the dominant way`
              : `${formatCount(times)} steps skipped`,
            ...several.slice(0, MOST_NAMED).map(({ action, at }) => `${names[action]}\tstep ${at + 1}`),
            ...(several.length > MOST_NAMED ? [moreText(several.length - MOST_NAMED)] : []),
          ].join("\n");
          return { kind: step.kind, action: -1, times, at: step.at, title };
        }
        if (!numbers.has(step.action)) numbers.set(step.action, numbers.size);
        return {
          kind: step.kind,
          action: numbers.get(step.action)!,
          times,
          at: step.at,
          title: `${names[step.action]}${times > 1 ? ` ×${times}` : ""}\n${kindWords[step.kind]}\t${
            step.kind === "added" ? "before " : ""
          }step ${step.at + 1}${times > 1 && step.kind !== "added" ? ` to ${step.at + times}` : ""}`,
        };
      }),
      more: runs.slice(kept.length).reduce((sum, { times }) => sum + times, 0),
    };
  });
  const codes = [...numbers.keys()];
  const times = Math.max(1, ...rows.flatMap(({ steps }) => steps.map((step) => step.action < 0 ? 1 : step.times)));
  const signs = { sign: 14, count: times > 1 ? textWidth(` ×${times}`, CHEVRON_TEXT) : 0 };
  const { labels, unclear, width, height } = stepLabels(
    codes.map((code) => actionWords(log, code)),
    chevronRoom,
    signs,
  );
  const place = placesOf(log, codes);
  const apps = new Map<string, string>();
  const actions = codes.map((code, i) => {
    const { app, colour } = place(code), name = names[code]!;
    if (app !== undefined) apps.set(app, colour);
    const whole = app === undefined || name.includes(app) ? name : `${name} · ${app}`;
    return { name: whole, label: labels[i]!, colour, ink: inkOn(colour) };
  });
  return {
    actions,
    apps: [...apps].map(([name, colour]) => ({ name, colour })),
    unclear: codes.flatMap((_, i) => unclear[i] ? [i] : []),
    rows,
    leaving,
    textWidth: width,
    chevronHeight: height,
    width: chartWidth,
    remainder,
  };
}

const kindWords = { same: "of the dominant way", added: "added", skipped: "skipped" } as const;

interface Run {
  readonly step: Step;
  readonly times: number;
  /** Not one action several times, but several of the dominant way. */
  readonly several?: readonly Step[];
}

/** Steps that a card names. */
const MOST_NAMED = 12;

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
const GATHERED = 4, SKIPPED = 3;

/**
 * Long agreement with the dominant way becomes one sign, as do many steps skipped in a row. The step of it that is next
 * to a deviation stays.
 */
function gathered(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let r = 0; r < runs.length;) {
    const { kind } = runs[r]!.step;
    let end = r;
    while (end < runs.length && runs[end]!.step.kind === kind) end++;
    const from = r + (kind === "same" && r > 0 ? 1 : 0), to = end - (kind === "same" && end < runs.length ? 1 : 0);
    const middle = runs.slice(from, to);
    if (kind === "added" || middle.length < (kind === "same" ? GATHERED : SKIPPED)) out.push(...runs.slice(r, end));
    else {
      const several = middle.flatMap(({ step, times }) =>
        Array.from({ length: times }, (_, n) => ({ ...step, at: step.at + n }))
      );
      out.push(...runs.slice(r, from), { step: several[0]!, times: several.length, several }, ...runs.slice(to, end));
    }
    r = end;
  }
  return out;
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
  if (shown === all) return all === 1 ? "The only way." : all === 2 ? "Both ways." : `All ${formatCount(all)} ways.`;
  return `The dominant way and the ${shown - 1} most frequent others of ${
    countOf(all, "way")
  }: ${covered} of the instances.`;
}
