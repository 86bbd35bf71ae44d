/** Steps of tasks that are ripe for improvement, each with the figure that says so and what the figure means. */
import { byCodeUnit } from "../../base/text_codes.ts";
import { quantile } from "../../base/statistics/summary.ts";
import { countOf } from "../../base/format.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { applicationSwitches } from "./applications.ts";
import { secondsAbove0 } from "../options.ts";
import { leastShown } from "../people.ts";
import { reworkOfInstances } from "./rework.ts";
import { type InstanceSteps, stepsOf, type TaskWork } from "../instances/steps.ts";
import { noTimesNotes } from "../no_times.ts";
import { edgesOf, type TransferEdge, type TransferOptions, transferRules } from "./transfers.ts";
import { type Carried, findTransfers } from "./transfers_find.ts";

export type RipeKind = "transfer" | "re-typing" | "ping-pong" | "rework" | "idle" | "variable step";

export interface RipeOptions extends TransferOptions {
  /** A longer gap is idle time. @default 180 */
  readonly idleSeconds?: number;
  /** Within how many seconds a return to an application counts as ping-pong. @default 30 */
  readonly pingPongSeconds?: number;
  /** What happens less often in the whole log is not listed. @default 5 */
  readonly minCount?: number;
}

export interface RipeStep {
  readonly kind: RipeKind;
  /** Kind of task; null if the figure belongs to no single kind. */
  readonly task: string | null;
  /** Which step, in words a person can read. */
  readonly step: string;
  /** In the whole log. */
  readonly count: number;
  readonly people: number;
  readonly perWeek: number;
  /** Seconds of work a week in it; null where the log does not tell. Kinds overlap: they do not add up. */
  readonly secondsPerWeek: number | null;
  /** The figure that makes it ripe, in `unit`. */
  readonly figure: number;
  readonly unit: string;
  readonly meaning: string;
}

export interface RipeSteps {
  /** By seconds a week, those without last, then by count, kind, task and step. */
  readonly steps: readonly RipeStep[];
  /** The same, a row each. */
  readonly table: TypedTable<RipeStep>;
  /** Days (UTC) on which somebody did something; a week is five of them. */
  readonly activeDays: number;
  readonly notes: readonly string[];
}

/**
 * What to look at first: values carried by hand, applications switched there and back, work done again, waiting inside
 * tasks, and steps that take much longer than usual for some.
 *
 * Figures are of all people together; nobody is ranked. What fewer than `k` people do is not listed, because its figures
 * would tell of these people; no sum is shown from which they could be computed. The time of an interaction is the gap
 * before it, from the user's interaction before, if that is at most `idleSeconds`. "A week" is five days on which the
 * log has interactions.
 *
 * @example
 * ```ts
 * import { readInteractions, ripeSteps, segmentTasks } from "tracebook";
 * ripeSteps(segmentTasks(await readInteractions("data/order-desk.csv"))).table;
 * ```
 * @throws OptionError if an option is out of range.
 */
export function ripeSteps(work: TaskWork, options: RipeOptions = {}): RipeSteps {
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const { minCount = 5 } = options;
  const steps = stepsOf(work);
  const { log } = steps;
  const activeDays = !log.hasTimes ? NaN : new Set(Array.from(log.time, (ms) => Math.floor(ms / 86_400_000))).size;
  const ground: Ground = { steps, gap: gapsOf(log), idleSeconds, weeks: activeDays / 5, owner: ownersOf(steps) };
  const found = [
    ...carriedSteps(ground, findTransfers(log, transferRules(options))),
    ...pingPongSteps(ground, options),
    ...reworkSteps(ground),
    ...idleSteps(ground),
    ...variableSteps(ground),
  ].filter(({ count }) => count >= minCount);
  const least = leastShown(log, options);
  const shown = found.filter(({ people }) => people >= least), hidden = found.length - shown.length;
  shown.sort((a, b) =>
    (b.secondsPerWeek ?? -1) - (a.secondsPerWeek ?? -1) || b.count - a.count || byCodeUnit(a.kind, b.kind) ||
    byCodeUnit(a.task ?? "", b.task ?? "") || byCodeUnit(a.step, b.step)
  );
  const names = ["kind", "task", "step", "count", "people", "perWeek", "secondsPerWeek", "figure", "unit", "meaning"];
  return {
    steps: shown,
    table: tableOfRows(shown, names),
    activeDays,
    notes: [
      ...steps.notes,
      ...(log.hasTimes
        ? [
          `A week is five days with interactions; the log has ${activeDays}.`,
          "Seconds a week of different kinds overlap and do not add up.",
        ]
        : noTimesNotes(log).filter((note) => !steps.notes.includes(note))),
      ...(hidden > 0 ? [`${countOf(hidden, "step")} that fewer than ${least} people do are not listed.`] : []),
    ],
  };
}

interface Ground {
  readonly steps: InstanceSteps;
  /** Seconds since the user's interaction before; NaN for the first one. */
  readonly gap: Float64Array;
  readonly idleSeconds: number;
  readonly weeks: number;
  /** Instance of each interaction, -1 for none. */
  readonly owner: Int32Array;
}

function gapsOf({ time, end, user, hasTimes }: InteractionLog): Float64Array {
  if (!hasTimes) return new Float64Array(time.length).fill(NaN);
  let over = -Infinity;
  return time.map((ms, i) => {
    if (i === 0 || user[i] !== user[i - 1]) over = -Infinity;
    const gap = over === -Infinity ? NaN : Math.max(0, ms - over) / 1000;
    over = Math.max(over, end && !Number.isNaN(end[i]!) ? end[i]! : ms);
    return gap;
  });
}

function ownersOf({ log, count, offsets, events }: InstanceSteps): Int32Array {
  const owner = new Int32Array(log.interactions).fill(-1);
  for (let k = 0; k < count; k++) for (let e = offsets[k]!; e < offsets[k + 1]!; e++) owner[events[e]!] = k;
  return owner;
}

/** A range that is copied once and pasted in parts costs its copying once. */
function carriedSteps(ground: Ground, carried: readonly Carried[]): RipeStep[] {
  const { steps: { log, task, tasks }, owner, weeks } = ground;
  const kinds = Map.groupBy(carried, (one) => owner[one.to]! < 0 ? -1 : task[owner[one.to]!]!);
  return [...kinds].flatMap(([kind, own]) => {
    return edgesOf(log, own).map((edge): RipeStep => {
      const places = new Set(edge.members.flatMap(({ from, to }) => edge.kind === "copy-paste" ? [from, to] : [to]));
      const perWeek = edge.count / weeks;
      const isCopy = edge.kind === "copy-paste";
      return {
        kind: isCopy ? "transfer" : "re-typing",
        task: kind < 0 ? null : tasks[kind]!,
        step: nameOf(edge),
        count: edge.count,
        people: edge.people,
        perWeek,
        secondsPerWeek: workSeconds(ground, places) / weeks,
        figure: perWeek,
        unit: isCopy ? "transfers a week" : "values re-typed a week",
        meaning: isCopy
          ? "The same value is copied from one field into the other by hand; the two could be connected."
          : "A value that was on the screen elsewhere is typed again; each time it can be mistyped.",
      };
    });
  });
}

function nameOf({ fromApp, fromElement, toApp, toElement }: TransferEdge): string {
  const place = (app: string | null, element: string | null) =>
    [element, app].filter((part) => part !== null).join(" in ") || "(unknown)";
  return `${place(fromApp, fromElement)} → ${place(toApp, toElement)}`;
}

function workSeconds({ gap, idleSeconds }: Ground, interactions: Iterable<number>): number {
  let sum = 0;
  for (const i of interactions) if (gap[i]! <= idleSeconds) sum += gap[i]!;
  return sum;
}

function pingPongSteps({ steps: { log }, weeks, idleSeconds }: Ground, options: RipeOptions): RipeStep[] {
  const { pingPongSeconds = 30 } = options;
  const switches = applicationSwitches(log, { idleSeconds, pingPongSeconds });
  return switches.rows().map(({ from, to, pingPongs, pingPongPeople }) => ({
    kind: "ping-pong",
    task: null,
    step: `${from} → ${to} → ${from}`,
    count: pingPongs,
    people: pingPongPeople,
    perWeek: pingPongs / weeks,
    secondsPerWeek: null,
    figure: pingPongs / weeks,
    unit: "returns a week",
    meaning:
      `People leave ${from} for ${to} and are back within ${pingPongSeconds} s: something needed here stands there.`,
  }));
}

function reworkSteps({ steps, weeks }: Ground): RipeStep[] {
  const { reEdits, undos, reSubmits } = reworkOfInstances(steps);
  const kinds = [
    { of: reEdits, step: "fields edited again", meaning: "A field is corrected after the next one was filled in." },
    { of: undos, step: "undone or deleted", meaning: "Something was entered and taken back." },
    { of: reSubmits, step: "sent or saved again", meaning: "The first attempt did not hold." },
  ];
  return steps.tasks.flatMap((task, kind) => {
    const members = membersOf(steps, kind);
    return kinds.map(({ of, step, meaning }): RipeStep => {
      const concerned = members.filter((k) => of[k]! > 0);
      const count = members.reduce((sum, k) => sum + of[k]!, 0);
      return {
        kind: "rework",
        task,
        step,
        count,
        people: peopleOf(steps, concerned),
        perWeek: count / weeks,
        secondsPerWeek: null,
        figure: concerned.length / members.length,
        unit: "share of instances",
        meaning,
      };
    });
  });
}

/** Idle time inside an instance: before an interaction of it, since one of the same instance. */
function idleSteps(ground: Ground): RipeStep[] {
  const { steps, gap, idleSeconds, weeks, owner } = ground;
  const { log } = steps;
  const labels = log.actionLabels;
  const found = new Map<string, { kind: number; action: number; events: number[] }>();
  for (let i = 1; i < log.interactions; i++) {
    if (!(gap[i]! > idleSeconds) || owner[i]! < 0 || owner[i] !== owner[i - 1]) continue;
    const kind = steps.task[owner[i]!]!, action = log.action[i - 1]!;
    const key = `${kind} ${action}`;
    const known = found.get(key);
    if (known) known.events.push(i);
    else found.set(key, { kind, action, events: [i] });
  }
  return [...found.values()].map(({ kind, action, events }) => {
    const seconds = events.reduce((sum, i) => sum + gap[i]!, 0);
    return {
      kind: "idle",
      task: steps.tasks[kind]!,
      step: `after ${labels[action]}`,
      count: events.length,
      people: new Set(events.map((i) => log.user[i])).size,
      perWeek: events.length / weeks,
      secondsPerWeek: seconds / weeks,
      figure: seconds / events.length,
      unit: "seconds idle each time",
      meaning:
        `Nothing is recorded for more than ${idleSeconds} s inside the task: waiting, reading, a call or a break.`,
    };
  });
}

/** Fewest times a step is done before its times are compared, and how much longer than usual is long. */
const ENOUGH = 10, LONG = 2;

function variableSteps({ steps, gap, idleSeconds, weeks, owner }: Ground): RipeStep[] {
  const { log, offsets, events } = steps;
  const labels = log.actionLabels;
  return steps.tasks.flatMap((task, kind) => {
    const byAction = new Map<number, number[]>();
    for (const k of membersOf(steps, kind)) {
      for (let e = offsets[k]! + 1; e < offsets[k + 1]!; e++) {
        const i = events[e]!;
        if (!(gap[i]! <= idleSeconds) || owner[i - 1] !== k) continue;
        const known = byAction.get(log.action[i]!);
        if (known) known.push(i);
        else byAction.set(log.action[i]!, [i]);
      }
    }
    return [...byAction].flatMap(([action, own]): RipeStep[] => {
      if (own.length < ENOUGH) return [];
      const seconds = Float64Array.from(own, (i) => gap[i]!).sort();
      const usual = quantile(seconds, 0.5), slow = quantile(seconds, 0.9);
      if (!(slow >= LONG * usual) || usual === 0) return [];
      return [{
        kind: "variable step",
        task,
        step: labels[action]!,
        count: own.length,
        people: new Set(own.map((i) => log.user[i])).size,
        perWeek: own.length / weeks,
        secondsPerWeek: seconds.reduce((sum, own) => sum + Math.max(0, own - usual), 0) / weeks,
        figure: slow / usual,
        unit: "p90 / median seconds",
        meaning: `One time in ten it takes ${slow.toFixed(0)} s and more, usually ${usual.toFixed(0)} s; the seconds ` +
          "a week are those over the usual time.",
      }];
    });
  });
}

function membersOf({ count, task }: InstanceSteps, kind: number): number[] {
  return Array.from({ length: count }, (_, k) => k).filter((k) => task[k] === kind);
}

function peopleOf({ log, offsets, events }: InstanceSteps, instances: readonly number[]): number {
  return new Set(instances.map((k) => log.user[events[offsets[k]!]!] ?? -1)).size;
}
