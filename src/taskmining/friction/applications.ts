/** Where the time goes: seconds in each application, and how often people switch between two. */
import { byCodeUnit } from "../../base/text_codes.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { idleWithin, isIdle } from "../instances/idle_periods.ts";
import { secondsAbove0 } from "../options.ts";
import { noTimesNotes } from "../no_times.ts";
import { hiddenGroups, leastShown, type ShownPeople, suppressionNote } from "../people.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

interface FocusOptions {
  /** A longer gap between two interactions is idle time and belongs to no application. @default 180 */
  readonly idleSeconds?: number;
  /** Applications whose interactions are ignored, such as `OS-Clipboard`. @default none */
  readonly except?: readonly string[];
}

export interface ApplicationOptions extends FocusOptions, ShownPeople {}

export interface ApplicationsAbout {
  readonly idleSeconds: number;
  /** In all applications; NaN in a log of fewer people than are shown, as after `filterUsers`. */
  readonly totalSeconds: number;
  readonly notes: readonly string[];
}

/** A row of `applications`. */
export interface ApplicationRow {
  /** Null: interactions of unknown application. */
  readonly app: string | null;
  /** Null where it is suppressed. */
  readonly seconds: number | null;
  /** Runs of interactions of a user in the application; null where one person alone uses it, and where that one's follow. */
  readonly visits: number | null;
  /** Of the seconds of all; null where it is suppressed. */
  readonly share: number | null;
  readonly people: number;
  readonly suppressed: boolean;
}

/**
 * Time in each application: a row each, most seconds first, then by name; those whose time is suppressed last.
 *
 * Each gap of at most `idleSeconds` between two interactions of a user belongs to the application of the one that opens
 * it. Where interactions are intervals they count as long as they last; where they overlap, the one begun last has the
 * focus, and what it covers comes back into focus when it ends. Interactions of class `idle` are no application's.
 *
 * Columns: `app` (null: unknown), `seconds`, `visits` (runs of interactions of a user in the same application), `share`
 * (of the seconds of all), `people`, `suppressed`. Times of applications that fewer than `k` people use are suppressed
 * (null), and as many more as it takes that nobody computes them back from the total, as in `handleTimes`. Where one
 * person alone uses an application, its visits are null too, and those of the next smallest application. Of a log
 * without applications the table is empty, and `about.notes` says why.
 *
 * @example
 * ```ts
 * import { applications, readInteractions } from "tracebook";
 * applications(await readInteractions("data/order-desk.csv"));
 * ```
 * @throws OptionError if `idleSeconds` is not above 0.
 */
export function applications(
  log: InteractionLog,
  options: ApplicationOptions = {},
): TypedTable<ApplicationRow> & { readonly about: ApplicationsAbout } {
  requireInteractionLog(log);
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const stream = focusOf(log, options.except ?? []);
  const unknown = log.apps.length;
  const ms = log.end ? timeByFocus(log, stream, idleSeconds * 1000) : timeByGaps(log, stream, idleSeconds * 1000);
  const visits = countVisits(log, stream);
  const total = ms.reduce((sum, value) => sum + value, 0);
  const { codes, groups } = peopleByApp(log, stream, visits);
  const suppressed = hiddenGroups(log, groups, options);
  const withoutVisits = ofOnePerson(log, codes, groups, options);
  const least = leastShown(log, options);
  const enough = new Set(groups.flatMap((group) => [...group.people])).size >= least;
  const hidden = new Set(codes.filter((_, i) => suppressed[i] === 1));
  const people = new Map(codes.map((code, i) => [code, groups[i]!.people.size]));
  const order = (code: number) => hidden.has(code) ? -1 : log.hasTimes ? ms[code]! : visits[code]!;
  codes.sort((a, b) =>
    order(b) - order(a) || (a === unknown ? 1 : b === unknown ? -1 : byCodeUnit(log.apps[a]!, log.apps[b]!))
  );
  const result = typedTable<ApplicationRow>({
    app: codes.map((code) => log.apps[code] ?? null),
    seconds: codes.map((code) => hidden.has(code) || !log.hasTimes ? null : ms[code]! / 1000),
    visits: codes.map((code) => withoutVisits.has(code) ? null : visits[code]!),
    share: codes.map((code) => hidden.has(code) || !log.hasTimes ? null : total > 0 ? ms[code]! / total : 0),
    people: codes.map((code) => people.get(code)!),
    suppressed: codes.map((code) => hidden.has(code)),
  });
  const note = suppressionNote(suppressed, least);
  return Object.assign(result, {
    about: {
      idleSeconds,
      totalSeconds: !log.hasTimes ? NaN : codes.length === 0 ? 0 : enough ? total / 1000 : NaN,
      notes: [...notesOf(log), ...(note ? [note] : [])],
    },
  });
}

export interface SwitchOptions extends FocusOptions, ShownPeople {
  /** Within how many seconds of leaving an application a return to it counts as ping-pong. @default 30 */
  readonly pingPongSeconds?: number;
}

export interface SwitchesAbout {
  readonly idleSeconds: number;
  readonly pingPongSeconds: number;
  /** Those of the table. */
  readonly switches: number;
  /** Those of the table. */
  readonly pingPongs: number;
  readonly notes: readonly string[];
}

/** A row of `applicationSwitches`: switches from one application to another. */
export interface SwitchRow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Ping-pongs that these switches begin. */
  readonly pingPongs: number;
  /** How many people switched so, and how many in a ping-pong. */
  readonly people: number;
  readonly pingPongPeople: number;
}

/**
 * Switches between applications: a row for each pair that occurs, most frequent first, then by names.
 *
 * A switch is two adjacent interactions of one user in different applications, not more than `idleSeconds` apart. A
 * ping-pong is a switch from A to B and the next switch back to A, with at most `pingPongSeconds` from the last
 * interaction in A to the first one there again. An interaction of unknown application parts what stands around it.
 *
 * Columns: `from`, `to`, `count`, `pingPongs` (begun by this switch), `people` and `pingPongPeople` (how many did so).
 * Pairs with an application whose visits `applications` does not show, because one person alone uses it, are left out;
 * `about.notes` says so. `about` holds the sums of the pairs that are there, so that no difference tells the others.
 *
 * @throws OptionError if `idleSeconds` or `pingPongSeconds` is not above 0.
 */
export function applicationSwitches(
  log: InteractionLog,
  options: SwitchOptions = {},
): TypedTable<SwitchRow> & { readonly about: SwitchesAbout } {
  requireInteractionLog(log);
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const pingPongSeconds = secondsAbove0("pingPongSeconds", options.pingPongSeconds ?? 30);
  const width = log.apps.length;
  const stream = focusOf(log, options.except ?? []);
  const { counts, pingPongs, people, pingPongPeople } = countSwitches(
    log,
    stream,
    idleSeconds * 1000,
    pingPongSeconds * 1000,
  );
  const { codes, groups } = peopleByApp(log, stream, countVisits(log, stream));
  const hidden = ofOnePerson(log, codes, groups, options);
  const shown = (pair: number) => !hidden.has(Math.floor(pair / width)) && !hidden.has(pair % width);
  const pairs = [...counts.keys()].filter(shown).sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const columns = {
    from: pairs.map((pair) => log.apps[Math.floor(pair / width)]!),
    to: pairs.map((pair) => log.apps[pair % width]!),
    count: pairs.map((pair) => counts.get(pair)!),
    pingPongs: pairs.map((pair) => log.hasTimes ? pingPongs.get(pair) ?? 0 : NaN),
    people: pairs.map((pair) => people.get(pair)!.size),
    pingPongPeople: pairs.map((pair) => log.hasTimes ? pingPongPeople.get(pair)?.size ?? 0 : NaN),
  };
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return Object.assign(typedTable<SwitchRow>(columns), {
    about: {
      idleSeconds,
      pingPongSeconds,
      switches: sum(columns.count),
      pingPongs: log.hasTimes ? sum(columns.pingPongs) : NaN,
      notes: [...notesOf(log), ...(pairs.length < counts.size ? [hiddenSwitchesNote(hidden.size)] : [])],
    },
  });
}

export interface SwitchMatrix {
  /** By name. Applications that nobody switched to or from are not there. */
  readonly apps: readonly string[];
  /** Switches from the application of the row to that of the column. */
  readonly counts: readonly (readonly number[])[];
  readonly pingPongs: readonly (readonly number[])[];
}

/**
 * The switches of `applicationSwitches` as a matrix: rows leave, columns receive.
 *
 * @throws as `applicationSwitches`.
 */
export function switchMatrix(log: InteractionLog, options: SwitchOptions = {}): SwitchMatrix {
  requireInteractionLog(log);
  const rows = applicationSwitches(log, options).rows();
  const apps = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].sort(byCodeUnit);
  const place = new Map(apps.map((app, index) => [app, index]));
  const counts = apps.map(() => apps.map(() => 0)), pingPongs = apps.map(() => apps.map(() => 0));
  for (const row of rows) {
    counts[place.get(row.from)!]![place.get(row.to)!] = row.count;
    pingPongs[place.get(row.from)!]![place.get(row.to)!] = row.pingPongs;
  }
  return { apps, counts, pingPongs };
}

/** Interactions that say where the focus was, in order: not the idle ones, nor those of the applications left out. */
function focusOf(log: InteractionLog, except: readonly string[]): Int32Array {
  const out = log.apps.map((app) => except.includes(app));
  const stream = new Int32Array(log.interactions);
  let n = 0;
  for (let i = 0; i < stream.length; i++) {
    if (isIdle(log, i) || (log.app[i]! >= 0 && out[log.app[i]!]!)) continue;
    stream[n++] = i;
  }
  return stream.subarray(0, n);
}

/** Milliseconds of each application; the last entry is that of the unknown one. */
function timeByGaps(log: InteractionLog, stream: Int32Array, idle: number): Float64Array {
  const { time, user, app, apps } = log;
  const ms = new Float64Array(apps.length + 1);
  const idleOf = idleWithin(log);
  for (let e = 1; e < stream.length; e++) {
    const before = stream[e - 1]!, i = stream[e]!;
    const gap = time[i]! - time[before]!;
    if (user[i] !== user[before] || gap > idle) continue;
    const code = app[before]! < 0 ? apps.length : app[before]!;
    ms[code]! += idleOf ? gap - idleOf(i, time[before]!, time[i]!) : gap;
  }
  return ms;
}

/** As `timeByGaps` where interactions have ends: a stack of what was begun and not ended, the last begun on top. */
function timeByFocus(log: InteractionLog, stream: Int32Array, idle: number): Float64Array {
  const { time, end, user, app, apps } = log;
  const ms = new Float64Array(apps.length + 1);
  const idleOf = idleWithin(log);
  const open: number[] = [];
  const openUntil: number[] = [];
  let now = 0;
  const advance = (to: number, at: number) => {
    while (open.length > 0 && now < to) {
      const until = Math.min(openUntil.at(-1)!, to);
      if (until > now) {
        const code = open.at(-1)!;
        ms[code]! += until - now - (idleOf ? idleOf(at, now, until) : 0);
        now = until;
      }
      if (openUntil.at(-1)! <= now) {
        open.pop();
        openUntil.pop();
      }
    }
    now = to;
  };
  for (let e = 0; e < stream.length; e++) {
    const i = stream[e]!;
    const next = stream[e + 1];
    const last = next === undefined || user[next] !== user[i];
    if (open.length === 0) now = time[i]!;
    const gap = last ? 0 : time[next]! - time[i]!;
    const until = Number.isNaN(end![i]!) ? time[i]! + (gap <= idle ? gap : 0) : end![i]!;
    open.push(app[i]! < 0 ? apps.length : app[i]!);
    openUntil.push(until);
    advance(last ? Infinity : time[next]!, i);
  }
  return ms;
}

/** Runs of interactions of one user in one application; the last entry is that of the unknown one. */
function countVisits({ user, app, apps }: InteractionLog, stream: Int32Array): Int32Array {
  const visits = new Int32Array(apps.length + 1);
  for (let e = 0; e < stream.length; e++) {
    const i = stream[e]!;
    const before = stream[e - 1];
    if (before !== undefined && user[before] === user[i] && app[before] === app[i]) continue;
    visits[app[i]! < 0 ? apps.length : app[i]!]!++;
  }
  return visits;
}

interface AppPeople {
  readonly values: readonly [string | null];
  readonly people: ReadonlySet<number>;
  readonly size: number;
}

/** The applications that occur, by code, and who uses each; the last code is that of the unknown one. */
function peopleByApp(
  { user, app, apps }: InteractionLog,
  stream: Int32Array,
  visits: Int32Array,
): { codes: number[]; groups: AppPeople[] } {
  const people = Array.from({ length: apps.length + 1 }, () => new Set<number>());
  for (const i of stream) people[app[i]! < 0 ? apps.length : app[i]!]!.add(user[i]!);
  const codes = apps.length === 0 ? [] : [...visits.keys()].filter((code) => visits[code]! > 0);
  const groups = codes.map((code): AppPeople => ({
    values: [apps[code] ?? null],
    people: people[code]!,
    size: visits[code]!,
  }));
  return { codes, groups };
}

/**
 * Codes of applications whose counts are not shown: those that one person of several uses alone, and the next smallest
 * that keeps their counts from being a difference.
 */
function ofOnePerson(
  log: InteractionLog,
  codes: readonly number[],
  groups: readonly AppPeople[],
  options: ShownPeople,
): ReadonlySet<number> {
  const hidden = hiddenGroups(log, groups, { ...options, k: Math.min(2, options.k ?? 2) });
  return new Set(codes.filter((_, i) => hidden[i] === 1));
}

function hiddenSwitchesNote(apps: number): string {
  return `Switches to and from ${
    apps === 1 ? "an application" : `${apps} applications`
  } are left out: one person alone ` +
    "uses an application, or its switches could be computed from the others.";
}

function countSwitches(log: InteractionLog, stream: Int32Array, idle: number, pingPong: number) {
  const { time, end, user, app, apps } = log;
  const counts = new Map<number, number>();
  const pingPongs = new Map<number, number>();
  const people = new Map<number, Set<number>>(), pingPongPeople = new Map<number, Set<number>>();
  const note = (of: Map<number, Set<number>>, pair: number, who: number) => {
    const known = of.get(pair);
    if (known) known.add(who);
    else of.set(pair, new Set([who]));
  };
  /** The switch before this one, if nothing has parted them since: its pair, and when its application was left. */
  let lastPair = -1, lastLeft = 0;
  /** Latest end of this user's interactions so far. */
  let over = -Infinity;
  for (let e = 0; e < stream.length; e++) {
    const i = stream[e]!;
    const before = stream[e - 1];
    const apart = before === undefined || user[before] !== user[i];
    if (apart) over = -Infinity;
    const from = before === undefined ? -1 : app[before]!;
    const to = app[i]!;
    if (apart || from < 0 || to < 0 || time[i]! - over > idle) {
      lastPair = -1;
    } else if (from !== to) {
      const pair = from * apps.length + to;
      const left = Math.min(over, time[i]!);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      note(people, pair, user[i]!);
      if (lastPair === to * apps.length + from && time[i]! - lastLeft <= pingPong) {
        pingPongs.set(lastPair, (pingPongs.get(lastPair) ?? 0) + 1);
        note(pingPongPeople, lastPair, user[i]!);
      }
      lastPair = pair;
      lastLeft = left;
    }
    over = Math.max(over, end && !Number.isNaN(end[i]!) ? end[i]! : time[i]!);
  }
  return { counts, pingPongs, people, pingPongPeople };
}

function notesOf(log: InteractionLog): string[] {
  const notes = noTimesNotes(log);
  if (log.apps.length === 0) notes.push("The log knows no applications.");
  if (log.users.length === 0) notes.push("The log knows no users: all interactions count as one person's.");
  return notes;
}
