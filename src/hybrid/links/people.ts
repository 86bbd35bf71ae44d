/**
 * Which resource of an event log a user of a recording is: by name, or because events of the resource are recorded while
 * that user is at a task, more often than the same events would be if they had happened some minutes earlier or later.
 */
import type { EventLog } from "../../log/events/event_log.ts";
import type { TaskTimes } from "./task_times.ts";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";

export type PersonKnown = "given" | "name" | "times";

/** A person in both logs. */
export interface SamePerson {
  readonly user: string;
  readonly resource: string;
  readonly known: PersonKnown;
  /** Events of the resource in the recorded time, and the share of them that fell into tasks of the user; null: no times. */
  readonly events: number;
  readonly shareInTasks: number | null;
  /** The share that would by chance. */
  readonly shareByChance: number | null;
}

export interface People {
  readonly same: readonly SamePerson[];
  /** Of each user the codes of the resources. */
  readonly resourcesOf: readonly (readonly number[])[];
  /** 1 for resources that are somebody recorded. */
  readonly isRecorded: Uint8Array;
}

const MINUTE = 60_000, DAY = 86_400_000;
/** Minutes by which events are moved to see what chance gives: within the same working hours, longer than most tasks. */
const MOVES = [-97, -61, -38, -23, 23, 38, 61, 97];
/** Events of a resource that are looked at. */
const MOST_EVENTS = 240;
/** Evidence that is needed beyond what many comparisons give by chance, natural logarithm. */
const LEAST_EVIDENCE = 7;
/** Share of the events beyond chance. */
const LEAST_EXCESS = 0.25;
/** A name alone counts, unless so many events contradict it. */
const ENOUGH_TO_CONTRADICT = 20;

export function samePeople(
  log: EventLog,
  times: TaskTimes,
  hasTimes: boolean,
  given: Readonly<Record<string, string>>,
): People {
  const resources = log.resources ?? [], { users } = times;
  checkGiven(given, users, resources);
  const presence = hasTimes ? users.map((_, u) => slotsOf(times, u)) : [];
  const sampled = hasTimes ? sampleEvents(log, times.span) : resources.map(() => []);
  const same: SamePerson[] = [];
  const compared = resources.map((resource, r) =>
    users.map((user, u): Compared => {
      const figures = hasTimes ? excess(sampled[r]!, presence[u]!) : undefined;
      const known = given[user] === resource ? "given" : sameName(user, resource) ? "name" : "times";
      return { user, resource, known, figures };
    })
  );
  const namesakes = areNamesakes(compared.flat().filter(({ known }) => known === "name"));
  const known = new Set(compared.flat().filter((one) => one.known !== "times" && !namesakes).map(({ user }) => user));
  for (const found of compared) {
    const byName = found.filter(({ known, figures }) =>
      known === "given" ||
      known === "name" && !namesakes && !(figures && figures.n >= ENOUGH_TO_CONTRADICT && figures.beyond < 0.05)
    );
    const enough = LEAST_EVIDENCE + Math.log(users.length * resources.length);
    const byTimes = found.filter(({ user, figures }) =>
      !known.has(user) && figures && figures.evidence >= enough && figures.beyond >= LEAST_EXCESS
    ).sort((a, b) => b.figures!.evidence - a.figures!.evidence);
    const best = byTimes[0];
    const chosen = byName.length > 0
      ? byName
      : byTimes.filter(({ figures }) => figures!.evidence > 0.6 * best!.figures!.evidence);
    for (const { user, resource, known, figures } of chosen) {
      same.push({
        ...{ user, resource, known, events: figures?.n ?? 0 },
        shareInTasks: figures && figures.n > 0 ? figures.share : null,
        shareByChance: figures && figures.n > 0 ? figures.chance : null,
      });
    }
  }
  const resourcesOf = users.map((user) =>
    same.filter((one) => one.user === user).map(({ resource }) => resources.indexOf(resource))
  );
  const isRecorded = Uint8Array.from(resources, (_, r) => resourcesOf.some((own) => own.includes(r)) ? 1 : 0);
  return { same, resourcesOf, isRecorded };
}

interface Compared {
  readonly user: string;
  readonly resource: string;
  readonly known: PersonKnown;
  readonly figures: ReturnType<typeof excess>;
}

/** People of equal names whose events are, all in all, no nearer to the tasks than by chance: they are of two companies. */
function areNamesakes(named: readonly Compared[]): boolean {
  let n = 0, within = 0, chance = 0, variance = 0;
  for (const { figures } of named) {
    if (!figures) continue;
    n += figures.n;
    within += figures.n * figures.share;
    chance += figures.n * figures.chance;
    variance += figures.n * figures.chance * (1 - figures.chance);
  }
  return n >= ENOUGH_TO_CONTRADICT && within < chance + 4 * Math.sqrt(variance);
}

function checkGiven(given: Readonly<Record<string, string>>, users: readonly string[], resources: readonly string[]) {
  for (const [user, resource] of Object.entries(given)) {
    for (const [what, name, names] of [["user", user, users], ["resource", resource, resources]] as const) {
      if (names.includes(name)) continue;
      const near = nearestNames(name, names);
      throw new InputError(
        `people: expected a ${what} of the ${what === "user" ? "recording" : "event log"} but found "${name}". ` +
          `There ${near.length > 0 ? `is ${near.map((one) => `"${one}"`).join(", ")}` : `are ${names.length}`}.`,
      );
    }
  }
}

/** Equal but for domain, case and order of parts; or first names shortened to their letter. */
export function sameName(user: string, resource: string): boolean {
  const [a, b] = [user, resource].map((name) =>
    name.replace(/^.*\\/, "").replace(/@.*$/, "").toLowerCase().split(/[\s._,\-]+/u).filter((part) => part !== "")
      .sort()
  ) as [string[], string[]];
  if (a.length === 0 || a.length !== b.length) return false;
  if (a.join(" ") === b.join(" ")) return true;
  if (a.length !== 2) return false;
  // Parts are in the order of the alphabet, so that a letter may stand in another place than its name.
  return [0, 1].some((i) => [0, 1].some((j) => a[i] === b[j] && isInitial(a[1 - i]!, b[1 - j]!)));
}

/** Whether one of two names is the first letter of the other. */
function isInitial(a: string, b: string): boolean {
  return a[0] === b[0] && Math.min(a.length, b.length) === 1;
}

interface Presence {
  readonly from: number;
  readonly size: number;
  /** 1 where the user is at a task. */
  readonly busy: Uint8Array;
}

/** Slots of ten seconds, or longer ones in a recording of months. */
function slotsOf({ user, begin, end, span: [from, to] }: TaskTimes, u: number): Presence {
  const size = Math.max(10_000, (to - from) / 400_000);
  const busy = new Uint8Array(Math.max(0, Math.ceil((to - from) / size)) + 1);
  for (let k = 0; k < user.length; k++) {
    if (user[k] !== u) continue;
    // Long instances were put aside: that somebody is at them tells little.
    const until = Math.min(end[k]!, begin[k]! + 90 * MINUTE);
    busy.fill(1, Math.floor((begin[k]! - from) / size), Math.floor((until - from) / size) + 1);
  }
  return { from, size, busy };
}

/** Of each resource, times of its events in the recorded time, evenly chosen. */
function sampleEvents(log: EventLog, [from, to]: readonly [number, number]): number[][] {
  const found: number[][] = (log.resources ?? []).map(() => []);
  for (let i = 0; i < log.events; i++) {
    const r = log.resource?.[i] ?? -1, time = log.time[i]!;
    if (r >= 0 && from <= time && time <= to) found[r]!.push(time);
  }
  return found.map((times) => {
    if (times.length <= MOST_EVENTS) return times;
    return Array.from({ length: MOST_EVENTS }, (_, i) => times[Math.floor(i * times.length / MOST_EVENTS)]!);
  });
}

function excess(events: readonly number[], presence: Presence) {
  const n = events.length;
  if (n === 0) return undefined;
  const share = shareIn(events, presence, 0);
  const byMinutes = MOVES.reduce((sum, m) => sum + shareIn(events, presence, m * MINUTE), 0) / MOVES.length;
  const chance = Math.max(0.02, byMinutes, shareOnOtherDays(events, presence));
  const term = (p: number, q: number) => p === 0 ? 0 : p * Math.log(p / q);
  const evidence = share > chance && chance < 1 ? n * (term(share, chance) + term(1 - share, 1 - chance)) : 0;
  return { n, share, chance, evidence, beyond: chance < 1 ? (share - chance) / (1 - chance) : 0 };
}

/** At the same time of other days on which the user was recorded: everybody begins at eight. */
function shareOnOtherDays(events: readonly number[], { from, size, busy }: Presence): number {
  let n = 0, within = 0;
  for (const days of [-7, -3, -2, -1, 1, 2, 3, 7]) {
    for (const time of events) {
      const slot = Math.floor((time + days * DAY - from) / size);
      if (slot < 0 || slot >= busy.length) continue;
      n++;
      within += busy[slot]!;
    }
  }
  return n < events.length ? 0 : within / n;
}

function shareIn(events: readonly number[], { from, size, busy }: Presence, move: number): number {
  let n = 0;
  for (const time of events) n += busy[Math.floor((time + move - from) / size)] ?? 0;
  return n / events.length;
}
