/** A day as data: what each person had in front of them, when they were idle, and what they worked on. */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import type { TaskSegmentation } from "../../../taskmining/segmentation/segmentation.ts";
import { neutral } from "../../kit/palette.ts";
import { applicationColours, taskColours } from "../task_colours.ts";
import { type DayInstance, type DayPicture, type DayRow, hand, roomForNames } from "./day_places.ts";
import { presence } from "./focus_spans.ts";
import { clockChange, type Zone } from "./local_days.ts";

export function pictured(
  log: InteractionLog,
  segmentation: TaskSegmentation | undefined,
  people: readonly (readonly [label: string, indices: readonly number[]])[],
  { idle, range, zone }: { idle: number; range: readonly [number, number]; zone: Zone },
): DayPicture {
  const windows = log.window;
  const present = people.map(([, indices]) => presence(log, windows, indices, idle, range[1]));
  const ends = present.flatMap(({ visits }) => visits.length > 0 ? [visits[0]!.from, visits.at(-1)!.to] : []);
  const moments = [...ends, ...people.flatMap(([, own]) => [log.time[own[0]!]!, log.time[own.at(-1)!]!])];
  const first = Math.min(...moments), last = Math.max(...moments, first + 1000);
  const seconds = (ms: number) => Math.round(ms - first) / 1000;
  const apps = new Numbers<number>(), places = new Numbers<string>();
  const instances: DayInstance[] = [];
  const rows = people.map(([label, indices], r): DayRow => {
    const { visits, idle: gaps } = present[r]!;
    return {
      label,
      note: `${hand((visits[0]!.from + zone.offset(visits[0]!.from)) / 1000)} to ${
        hand((visits.at(-1)!.to + zone.offset(visits.at(-1)!.to)) / 1000)
      }`,
      visits: visits.map(({ from, to, app, window, actions }) => [
        seconds(from),
        seconds(to),
        apps.of(app),
        window === undefined ? -1 : places.of(window),
        actions,
      ]),
      idle: gaps.map(([from, to]) => [seconds(from), seconds(to)]),
      pieces: segmentation ? piecesOf(segmentation, indices, idle, range[1], seconds, instances) : [],
    };
  });
  const change = clockChange(first, last, zone);
  const colours = applicationColours(log);
  const hues = segmentation ? taskColours(segmentation) : [];
  const used = [...new Set(instances.map(([, task]) => task))].sort((a, b) => a - b);
  return {
    apps: apps.all.map((code) => {
      const name = log.apps[code];
      return name === undefined
        ? { name: "(unknown)", colour: neutral }
        : { name, colour: colours.get(name) ?? neutral };
    }),
    windows: places.all,
    tasks: used.map((task) => ({ name: segmentation!.tasks[task]!.name, colour: hues[task]! })),
    instances: instances.map(([number, task, ...facts]) => [number, used.indexOf(task), ...facts]),
    rows,
    seconds: seconds(last),
    clock: Math.round((first + zone.offset(first)) / 1000) % 86_400,
    ...(change === undefined ? {} : { change: [seconds(change[0]), change[1] / 1000] as const }),
    left: roomForNames(people.map(([label]) => label)),
  };
}

/** Numbers values in the order in which they come. */
class Numbers<T> {
  readonly all: T[] = [];
  readonly #known = new Map<T, number>();
  of(value: T): number {
    let n = this.#known.get(value);
    if (n === undefined) this.#known.set(value, n = this.all.push(value) - 1);
    return n;
  }
}

/** An instance without its pauses and without what came between; adds to `instances`. */
function piecesOf(
  { log, owner, task }: TaskSegmentation,
  indices: readonly number[],
  idle: number,
  until: number,
  seconds: (ms: number) => number,
  instances: DayInstance[],
): [from: number, to: number, instance: number][] {
  const pieces: [from: number, to: number, instance: number][] = [];
  const places = new Map<number, number>();
  const found: { number: number; task: number; from: number; to: number; active: number; actions: number }[] = [];
  const base = instances.length;
  let current = -1, over = NaN;
  for (const i of indices) {
    const k = owner[i]!;
    if (k < 0) continue;
    const from = log.time[i]!;
    const end = log.end && !Number.isNaN(log.end[i]!) ? Math.min(log.end[i]!, until) : from;
    let n = places.get(k);
    if (n === undefined) {
      places.set(k, n = base + found.length);
      found.push({ number: k + 1, task: task[k]!, from, to: end, active: 0, actions: 0 });
    }
    const facts = found[n - base]!;
    const piece = pieces.at(-1);
    if (piece && current === k && from - over <= idle) {
      over = Math.max(over, end);
      facts.active -= piece[1] - piece[0];
      piece[1] = seconds(over);
      facts.active += piece[1] - piece[0];
    } else {
      pieces.push([seconds(from), seconds(end), n]);
      facts.active += seconds(end) - seconds(from);
      over = end;
    }
    facts.to = Math.max(facts.to, end);
    facts.actions++;
    current = k;
  }
  for (const { number, task, from, to, active, actions } of found) {
    instances.push([number, task, seconds(from), seconds(to), Math.round(active * 1000) / 1000, actions]);
  }
  return pieces;
}
