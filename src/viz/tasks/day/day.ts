/** A day at work: which applications were in front of a person, and which tasks were done. */
import { InputError } from "../../../base/errors.ts";
import { nearestNames } from "../../../base/nearest_names.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { peopleRecorded } from "../../../taskmining/people.ts";
import { secondsAbove0 } from "../../../taskmining/options.ts";
import type { TaskSegmentation } from "../../../taskmining/segmentation/segmentation.ts";
import { interactionCaption } from "../../kit/caption.ts";
import { wholeNumber } from "../../kit/options.ts";
import { type Figure, figure } from "../../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { neutral } from "../../kit/palette.ts";
import { markupText } from "../../kit/markup.ts";
import { textTable } from "../../../base/text_table.ts";
import {
  clockAt,
  type DayInstance,
  type DayPicture,
  type DayRow,
  type DayVisit,
  drawDay,
  hand,
  roomForNames,
} from "./day_picture.ts";
import { presence } from "./focus_spans.ts";
import { clockChange, dayOf, dayRange, type Zone, zoneNamed } from "./local_days.ts";
import { applicationColours, taskColours } from "../task_colours.ts";
import { requireInteractionLog } from "../../../log/require_log.ts";

export interface DayViewOptions {
  /** Whose day, by the names that the log has for them, in this order. */
  user?: string | readonly string[];
  /** Shows the people of that day, by name, where that is what was agreed: instead of `user`. @default false */
  individuals?: boolean;
  /** As `2025-12-31`. @default the day of most interactions, of several the first */
  day?: string;
  /** By whose clock days begin and hours are told. @default "UTC" */
  timeZone?: string;
  /** A longer gap between two interactions is idle. @default 180 */
  idleSeconds?: number;
  /** Most people shown. @default 5 */
  top?: number;
}

/** What the page's code is given: it draws parts of the same picture. */
export type DayViewData = DayPicture;

/**
 * A day of one person or a few: the applications in front of them as bars over time, idle time hatched, and, where the
 * log was segmented, the task instances below in the colours of their tasks; parts of one instance are tied by a line.
 *
 * A timeline shows what single people did: of a recording of several, `user` or `individuals` must ask for it. In the
 * page it can be zoomed, and pointing tells window, interactions and duration.
 *
 * @throws InputError if neither is given, if there is no such user, day or time zone, or nothing on that day; OptionError
 * if `idleSeconds` is not above 0.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewDay } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * viewDay(segmentTasks(log), { user: "Ada" });
 * ```
 */
export function viewDay(source: InteractionLog | TaskSegmentation, options: DayViewOptions = {}): Figure {
  requireInteractionLog(source, "tasks");
  const segmentation = "owner" in source ? source : undefined;
  const log = "owner" in source ? source.log : source;
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const top = wholeNumber("top", options.top ?? 5, 1, 40);
  const zone = zoneNamed(options.timeZone ?? "UTC");
  const named = options.user === undefined ? undefined : [options.user].flat();
  if (!named && !options.individuals && peopleRecorded(log) > 1) {
    throw new InputError(
      `${log.name}: a timeline shows what single people did, and this is a recording of several. ` +
        `Name whose day it is to be (user: "…"), or ask for all of them where that is what was agreed (individuals: true).`,
    );
  }
  const chosen = named && usersNamed(log, named);
  const { day, range, people } = peopleOf(log, chosen, options.day, zone);
  const order = chosen ? chosen.filter((user) => people.has(user)) : [...people.keys()].sort(knownFirst);
  const label = (user: number) => user >= 0 ? log.users[user]! : log.users.length === 0 ? "Everybody" : "(unknown)";
  const { picture, joined } = fitting(
    order.slice(0, top).length,
    (n) =>
      pictured(log, segmentation, order.slice(0, n).map((user) => [label(user), people.get(user)!]), {
        idle: idleSeconds * 1000,
        range,
        zone,
      }),
  );
  const shown = order.slice(0, picture.rows.length);
  const absent = chosen ? chosen.filter((user) => !people.has(user)).map((user) => log.users[user]!) : [];
  const facts = picture.rows.map((row) => factsOf(picture, row));
  return figure({
    kind: "day",
    behaviour: "day",
    title: shown.length === 1 ? `${label(shown[0]!)}, ${day}` : `A day at work: ${day}`,
    caption: [
      options.day === undefined ? `${day} is the day of most interactions${named ? " of those named" : ""}.` : "",
      shown.length < order.length
        ? `${shown.length} of ${countOf(order.length, "person", "people")} of that day, ${
          named ? "in the order given" : "by name"
        }${shown.length < Math.min(top, order.length) ? ", no more than a notebook carries" : ""}.`
        : `${countOf(shown.length, "person", "people")}.`,
      joined > 0
        ? `There is more than a notebook carries: stays shorter than ${
          formatDuration(joined)
        } are joined, by what was in ` +
          `front longest.`
        : "",
      absent.length > 0 ? `Without interactions on that day: ${absent.join(", ")}.` : "",
      segmentation ? `${countOf(picture.instances.length, "task instance")}.` : "",
      `A gap of more than ${formatDuration(idleSeconds)} is idle. Times: ${zone.name}.`,
      picture.change ? changeInWords(picture) : "",
      log.users.length === 0 ? "The log knows no users: all interactions count as one person's." : "",
      interactionCaption(log),
    ].filter((words) => words !== "").join(" "),
    svg: markupText(drawDay(picture, 0, picture.seconds)),
    alt: altText(day, picture, facts),
    table: tableOf(picture),
    text: textOf(picture, facts),
    data: picture satisfies DayViewData,
  });
}

function changeInWords({ clock, change }: DayPicture): string {
  const [at, by] = change!;
  return `At the dashed line the clock goes ${by > 0 ? "forward" : "back"} from ${hand(clock + at)} to ${
    hand(clock + at + by)
  }.`;
}

function usersNamed(log: InteractionLog, names: readonly string[]): number[] {
  return [...new Set(names)].map((name) => {
    const code = log.users.indexOf(name);
    if (code >= 0) return code;
    const near = nearestNames(name, [...log.users]);
    throw new InputError(
      log.users.length === 0
        ? `${log.name} knows no users: leave out the option user.`
        : `${log.name}: expected user to be one of its ${log.users.length} users but found ${JSON.stringify(name)}.` +
          (near.length > 0 ? ` Did you mean ${near.map((one) => `"${one}"`).join(" or ")}?` : ""),
    );
  });
}

const knownFirst = (a: number, b: number) => Number(a < 0) - Number(b < 0) || a - b;

/** Interactions of the day by user, the day chosen if none was given. */
function peopleOf(log: InteractionLog, chosen: readonly number[] | undefined, given: string | undefined, zone: Zone) {
  const wanted = chosen && new Set(chosen);
  const { time, user } = log;
  let day = given;
  if (day === undefined) {
    const counts = new Map<string, number>();
    let last = NaN, name = "";
    for (let i = 0; i < time.length; i++) {
      if (wanted && !wanted.has(user[i]!)) continue;
      const hour = Math.floor(time[i]! / 900_000);
      if (hour !== last) [last, name] = [hour, dayOf(time[i]!, zone)];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    day = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))[0];
    if (day === undefined) throw new InputError(`${log.name} has no interactions${wanted ? " of those named" : ""}.`);
  }
  const range = dayRange(day, zone);
  const people = new Map<number, number[]>();
  let before = -Infinity, after = Infinity;
  for (let i = 0; i < time.length; i++) {
    if (wanted && !wanted.has(user[i]!)) continue;
    if (time[i]! < range[0]) before = Math.max(before, time[i]!);
    else if (time[i]! >= range[1]) after = Math.min(after, time[i]!);
    else if (people.has(user[i]!)) people.get(user[i]!)!.push(i);
    else people.set(user[i]!, [i]);
  }
  if (people.size === 0) {
    const near = [before, after].filter(Number.isFinite).map((ms) => dayOf(ms, zone));
    throw new InputError(
      `${log.name}: expected interactions${wanted ? " of those named" : ""} on ${day} but found none.` +
        (near.length > 0 ? ` The nearest days with some: ${near.join(", ")}.` : ""),
    );
  }
  return { day, range, people };
}

/** Bytes of data and picture with which a figure stays within what a notebook carries; the rest is for its table. */
const MOST_BYTES = 220_000;

/** Fewer people, and then shorter stays joined, until the figure is small enough; and seconds that were joined. */
function fitting(people: number, draw: (people: number) => DayPicture): { picture: DayPicture; joined: number } {
  const size = (picture: DayPicture) =>
    JSON.stringify(picture).length + 4 / 3 * markupText(drawDay(picture, 0, picture.seconds)).length;
  let picture = draw(people);
  while (size(picture) > MOST_BYTES && picture.rows.length > 1) {
    const fewer = Math.floor(picture.rows.length * MOST_BYTES / size(picture));
    picture = draw(Math.max(1, Math.min(picture.rows.length - 1, fewer)));
  }
  const whole = picture;
  if (size(whole) <= MOST_BYTES) return { picture, joined: 0 };
  for (let least = 1; least < whole.seconds; least *= 2) {
    picture = { ...whole, rows: whole.rows.map((row) => ({ ...row, visits: joinShort(row.visits, least) })) };
    if (size(picture) <= MOST_BYTES) return { picture, joined: least };
  }
  return { picture, joined: whole.seconds };
}

/** Visits that follow each other without a gap, joined until they last as long as asked. */
function joinShort(visits: DayRow["visits"], least: number): DayRow["visits"] {
  const joined: DayVisit[] = [];
  let run: DayVisit[] = [];
  const flush = () => {
    if (run.length === 0) return;
    const seconds = new Map<number, number>();
    for (const [from, to, app] of run) seconds.set(app, (seconds.get(app) ?? 0) + to - from);
    const app = [...seconds].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
    const window = run.every((visit) => visit[3] === run[0]![3]) ? run[0]![3] : -1;
    joined.push([run[0]![0], run.at(-1)![1], app, window, run.reduce((sum, visit) => sum + visit[4], 0)]);
    run = [];
  };
  for (const visit of visits) {
    if (run.length > 0 && (visit[0] > run.at(-1)![1] || run.at(-1)![1] - run[0]![0] >= least)) flush();
    run.push(visit);
  }
  flush();
  return joined;
}

function pictured(
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

interface RowFacts {
  readonly label: string;
  readonly note: string;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly instances: number;
  /** Most seconds first. */
  readonly apps: readonly (readonly [name: string, seconds: number])[];
}

function factsOf({ apps }: DayPicture, { label, note, visits, idle, pieces }: DayRow): RowFacts {
  const seconds = new Float64Array(apps.length);
  for (const [from, to, app] of visits) seconds[app]! += to - from;
  return {
    label,
    note,
    activeSeconds: seconds.reduce((sum, value) => sum + value, 0),
    idleSeconds: idle.reduce((sum, [from, to]) => sum + to - from, 0),
    instances: new Set(pieces.map(([, , instance]) => instance)).size,
    apps: apps.map(({ name }, a) => [name, seconds[a]!] as const).filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}

function altText(day: string, picture: DayPicture, facts: readonly RowFacts[]): string {
  const words = facts.map(({ label, note, activeSeconds, apps, instances }) =>
    `${label}: ${note}, ${formatDuration(activeSeconds)} active` +
    (apps[0] ? `, most in ${apps[0][0]}` : "") +
    (picture.tasks.length > 0 ? `, ${countOf(instances, "task instance")}` : "")
  );
  return `Timeline of ${day}. ${words.join("; ")}.`;
}

function tableOf(picture: DayPicture) {
  const { rows, apps, windows, tasks, instances } = picture;
  const exact = (seconds: number) => hand(clockAt(picture, seconds), 1);
  const lines = rows.flatMap(({ label, visits, idle, pieces }) =>
    [
      ...visits.map(([from, to, app, window, actions]) => ({
        from,
        cells: [label, exact(from), to - from, "application", apps[app]!.name, windows[window] ?? null, actions],
      })),
      ...idle.map(([from, to]) => ({ from, cells: [label, exact(from), to - from, "idle", null, null, null] })),
      ...pieces.map(([from, to, k]) => ({
        from,
        cells: [
          label,
          exact(from),
          to - from,
          "task",
          tasks[instances[k]![1]]!.name,
          `instance ${instances[k]![0]}`,
          null,
        ],
      })),
    ].sort((a, b) => a.from - b.from)
  );
  return {
    columns: ["person", "from", "seconds", "what", "name", "window or instance", "interactions"],
    rows: lines.map(({ cells }) => cells),
  };
}

function textOf(picture: DayPicture, facts: readonly RowFacts[]): string {
  return textTable([
    ["", "from and to", "active", "idle", ...(picture.tasks.length > 0 ? ["instances"] : []), "applications"],
    ...facts.map(({ label, note, activeSeconds, idleSeconds, instances, apps }) => [
      label,
      note,
      formatDuration(activeSeconds),
      formatDuration(idleSeconds),
      ...(picture.tasks.length > 0 ? [formatCount(instances)] : []),
      apps.map(([name, seconds]) => `${name} ${formatShare(seconds / activeSeconds)}`).join(", "),
    ]),
  ], { left: [0, 1, picture.tasks.length > 0 ? 5 : 4], most: 120 });
}
