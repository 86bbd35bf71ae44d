/** Finding out which column of an event log is what, from names in five languages and from contents. */
import type { Table } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { FILLERS, KEY_WORDS, NOT_WHEN, type Role, WHOLE_NAMES, XES_NAMES } from "./mapping_names.ts";
import { inferOtherRoles } from "./other_roles.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { firstNames, wordList } from "../../base/lists.ts";
import { hasClockOfSystem, isClock, isOnlyEdge } from "./find_clock.ts";
import { isLifecycle } from "./find_lifecycle.ts";
import { milestonesOf, wideHint } from "./looks_wide.ts";
import { type Mapping, withoutEnd } from "../raw_log.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** What names and contents tell about the columns of an event log. */
export interface FoundMapping {
  /** The whole mapping; absent where a role that every event log needs was not found. */
  readonly mapping?: Mapping;
  /** The roles that were found, be they enough or not; absent where a given column is not there. */
  readonly roles?: Partial<Mapping>;
  /** Why there is no mapping: names the columns that there are, and what to do. */
  readonly problem?: InputError;
  /** What else the table may be, although there is a mapping. */
  readonly hint?: string;
}

/**
 * Finds the columns of case, activity, timestamp, start and resource; then those of times of day that complete days, of
 * a lifecycle and its instances, and of the order of equal times.
 *
 * Names of XES go first, then whole names, then names built around one word ("Order no."). Times must hold times.
 * Where names leave a choice, contents decide: a case id repeats and has more values than the activity, an activity is
 * text of few values; then the order of the file. Where a start and an end are found, `timestamp` is the end.
 * A lifecycle is told by its values, whatever its name.
 *
 * @param given Roles that are known already; they win, and their columns serve no other role.
 * @param name File, for errors.
 */
export function findMapping(table: Table, given: Partial<Mapping> = {}, name = "the table"): FoundMapping {
  const problem = wrongColumns(table, given, name);
  if (problem) return { problem };
  const { found, traits } = inferRoles(table, withoutEnd(given));
  const { case: caseColumn, activity, timestamp, start, resource, ...others } = found;
  if (caseColumn === undefined || activity === undefined || timestamp === undefined) {
    return { roles: found, problem: notFound(found, traits, name) };
  }
  const mapping = {
    case: caseColumn,
    activity,
    timestamp,
    ...(start !== undefined ? { start } : {}),
    ...(resource !== undefined ? { resource } : {}),
    ...others,
  };
  const milestones = milestonesOf(traits, caseColumn);
  const isWide = milestones.length >= 3 || (milestones.length === 2 && start === undefined);
  return { roles: mapping, mapping, ...(isWide ? { hint: wideHint(milestones) } : {}) };
}

/**
 * The mapping that `findMapping` finds.
 *
 * @throws InputError if a given column is not there, naming the nearest, or if case, activity or timestamp cannot be
 * found, naming the columns that there are.
 */
export function inferMapping(table: Table, given: Partial<Mapping> = {}, name = "the table"): Mapping {
  const { mapping, problem } = findMapping(table, given, name);
  if (mapping) return mapping;
  throw problem!;
}

function inferRoles(
  table: Table,
  given: Partial<Mapping>,
): { found: Partial<Mapping>; traits: readonly Traits[] } {
  const traits = table.columns.map(traitsOf);
  const taken = new Set<string>(Object.values(given).filter((column) => column !== undefined));
  const free = () => traits.filter(({ column }) => !taken.has(column.name));
  const found: { -readonly [R in keyof Mapping]?: string } = Object.fromEntries(
    Object.entries(given).filter(([, column]) => column !== undefined),
  );
  const assign = (role: Role, traits: Traits | undefined) => {
    if (traits === undefined) return;
    found[role] = traits.column.name;
    taken.add(traits.column.name);
  };
  // Digits such as 83015 may be days as well as times of day: their name decides, where another column holds days.
  const isDated = traits.some((t) => t.times !== "none" && !isClock(t));
  const times = () => isDated ? free().filter((t) => !isClock(t)) : free();
  const dated = (role: "timestamp" | "start") => (t: Traits) =>
    timeScore(role, t) && timeScore(role, t) + (hasClockOfSystem(t, traits) ? 5 : 0);
  if (found.timestamp === undefined) {
    assign("timestamp", best(times(), dated("timestamp")));
    if (found.timestamp === undefined) assign("timestamp", best(times(), dated("start")));
    if (found.timestamp === undefined) assign("timestamp", onlyTime(times()));
    // The name leaves no doubt although the values are no times: reading them will say what is wrong with them.
    if (found.timestamp === undefined) assign("timestamp", free().find((t) => nameScore("timestamp", t) >= 100));
  }
  // Rows that are a start or a completion each have one time, and are paired.
  if (found.start === undefined && found.lifecycle === undefined) assign("start", best(times(), dated("start")));
  startOfCelonis(found, times(), (end) => {
    found.start = found.timestamp!;
    assign("timestamp", end);
  });
  const [caseTraits, activityTraits] = bestPair(free(), found.case !== undefined, found.activity !== undefined);
  assign("case", caseTraits);
  assign("activity", activityTraits);
  if (found.resource === undefined) assign("resource", best(free(), resourceScore));
  return { found: { ...found, ...inferOtherRoles(table, found, traits, free) }, traits };
}

/** In Celonis' tables EVENTTIME is the start, where a column of the end stands beside it. */
function startOfCelonis(found: Partial<Mapping>, times: readonly Traits[], use: (end: Traits) => void): void {
  if (found.start !== undefined || !/^_?EVENTTIME$/i.test(found.timestamp ?? "")) return;
  const end = times.find((t) => t.times !== "none" && t.known > 0 && isOnlyEdge(t) === "end");
  if (end) use(end);
}

const wordSet = (words: string) => new Set(words.split(" "));
const SETS = Object.fromEntries(
  (Object.keys(XES_NAMES) as Role[]).map((role) => [role, {
    sure: wordSet(WHOLE_NAMES[role].sure),
    likely: wordSet(WHOLE_NAMES[role].likely),
    key: wordSet(KEY_WORDS[role]),
    fillers: wordSet(FILLERS[role]),
  }]),
) as Record<Role, { sure: Set<string>; likely: Set<string>; key: Set<string>; fillers: Set<string> }>;

/** How sure a name is of its role: 0 to 100, and 1000 for the names of XES. */
function nameScore(role: Role, { column, words, whole }: Traits): number {
  const xes = XES_NAMES[role].indexOf(column.name);
  if (xes >= 0) return 1000 - xes;
  const { sure, likely, key, fillers } = SETS[role];
  if (sure.has(whole)) return 100;
  if (likely.has(whole)) return 60;
  const keys = words.filter((word) => key.has(word));
  return keys.length > 0 && words.every((word) => key.has(word) || fillers.has(word)) ? 40 : 0;
}

function timeScore(role: "timestamp" | "start", traits: Traits): number {
  if (traits.times === "none" || traits.known === 0) return 0;
  const edge = role === "start" ? "start" : "end";
  const score = nameScore(role, traits) || (isOnlyEdge(traits) === edge ? 40 : 0);
  return score < 100 && traits.words.some((word) => NOT_WHEN.has(word)) ? 0 : score;
}

/** The only column of times, whatever its name; of several, none: they may be deadlines. */
function onlyTime(traits: readonly Traits[]): Traits | undefined {
  const times = traits.filter((t) => t.times === "times" && t.known > 0);
  return times.length === 1 ? times[0] : undefined;
}

/** Case and activity are chosen together, because "Vorgang" and "Order" may be either. */
function bestPair(
  traits: readonly Traits[],
  caseGiven: boolean,
  activityGiven: boolean,
): [Traits | undefined, Traits | undefined] {
  const cases = caseGiven ? [] : traits.filter((t) => caseScore(t) > 0);
  const activities = activityGiven ? [] : traits.filter((t) => activityScore(t) > 0);
  let chosen: [Traits | undefined, Traits | undefined] = [best(cases, caseScore), best(activities, activityScore)];
  let top = -Infinity;
  for (const a of cases) {
    for (const b of activities) {
      if (a === b) continue;
      const score = caseScore(a) + activityScore(b) + (a.distinct > b.distinct ? 20 : 0);
      if (score > top) chosen = [a, b], top = score;
    }
  }
  if (chosen[0] === undefined || chosen[0] !== chosen[1]) return chosen;
  // The same column is best for both roles: it gets the one that its name says more clearly.
  return caseScore(chosen[0]) >= activityScore(chosen[0]) ? [chosen[0], undefined] : [undefined, chosen[1]];
}

/** Names decide by 40 and more, contents by less. */
function caseScore(traits: Traits): number {
  const score = nameScore("case", traits);
  if (score === 0 || traits.known === 0 || traits.times === "times" || traits.column.kind === "boolean") return 0;
  // What bupaR calls the order of the rows.
  if (traits.column.name === ".order") return 0;
  const isRowNumber = traits.known > 1 && traits.distinct === traits.known;
  return score - (isRowNumber ? 15 : 0) - (traits.distinct === 1 ? 15 : 0);
}

function activityScore(traits: Traits): number {
  const score = nameScore("activity", traits);
  if (score === 0 || traits.known === 0 || traits.times === "times" || traits.column.kind === "boolean") return 0;
  const isUnique = traits.known > 10 && traits.distinct > 0.8 * traits.known;
  // Transitions say what happened to an activity; they are activities only where nothing else is.
  return score - (traits.numeric ? 35 : 0) - (isUnique ? 35 : 0) - (traits.whole.endsWith("id") ? 10 : 0) -
    (traits.distinct === 1 ? 5 : 0) - (isLifecycle(traits) ? 38 : 0);
}

function resourceScore(traits: Traits): number {
  const score = nameScore("resource", traits);
  if (score === 0 || traits.known === 0 || traits.times === "times" || traits.column.kind === "boolean") return 0;
  return score - (traits.whole.endsWith("id") ? 5 : 0);
}

/** The highest above 0; ties go to the column that stands first. */
function best(traits: readonly Traits[], score: (traits: Traits) => number): Traits | undefined {
  let chosen: Traits | undefined, top = 0;
  for (const t of traits) {
    const value = score(t);
    if (value > top) chosen = t, top = value;
  }
  return chosen;
}

const ROLES: readonly (keyof Mapping)[] = [
  "case",
  "activity",
  "timestamp",
  "start",
  "end",
  "resource",
  "clock",
  "startClock",
  "lifecycle",
  "instance",
  "order",
];

/** What is wrong with the roles given: one that there is not, or a column that the table has not. */
function wrongColumns(table: Table, given: Partial<Mapping>, name: string): InputError | undefined {
  const names = table.columns.map((column) => column.name);
  const missing: [role: string, column: string][] = [];
  for (const [role, column] of Object.entries(given)) {
    if (!ROLES.includes(role as keyof Mapping)) {
      return new InputError(`${name}: expected a mapping of ${ROLES.join(", ")} but found "${role}" in it.`);
    }
    if (column !== undefined && !names.includes(column)) missing.push([role, column]);
  }
  if (missing.length === 0) return undefined;
  const wanted = missing.map(([role, column]) => `${JSON.stringify(column)} for the ${role}`);
  const hints = missing.map(([role, column]) => {
    const near = nearestNames(column, names).map((one) => JSON.stringify(one)).join(" or ");
    return near === "" ? "" : missing.length === 1 ? ` Did you mean ${near}?` : ` The ${role} may be ${near}.`;
  });
  const columns = missing.length === 1 ? "a column" : "columns";
  return new InputError(
    `${name}: expected ${columns} ${wordList(wanted)} but found ${listed(names)}.${hints.join("")}`,
  );
}

function notFound(found: Partial<Mapping>, traits: readonly Traits[], name: string): InputError {
  const missing = (["case", "activity", "timestamp"] as const).filter((role) => found[role] === undefined);
  const used = new Set(Object.values(found));
  const milestones = missing.includes("activity") ? milestonesOf(traits, found.case) : [];
  const hints = missing.map((role) => {
    const near = candidates(role, traits.filter(({ column }) => !used.has(column.name)));
    return near.length > 0 ? ` The ${role} may be ${near.map((one) => JSON.stringify(one)).join(" or ")}.` : "";
  });
  return new InputError(
    `${name}: expected columns of case, activity and timestamp but no name tells the ${wordList(missing)} ` +
      `among ${listed(traits.map(({ column }) => column.name))}.${hints.join("")} ` +
      `Name them: ${missing.map((role) => `--${role} COLUMN`).join(" ")}.` +
      (milestones.length > 0 ? ` ${wideHint(milestones)}` : ""),
  );
}

/** Columns whose contents would fit. */
function candidates(role: "case" | "activity" | "timestamp", traits: readonly Traits[]): string[] {
  const fits = (t: Traits) => {
    if (role === "timestamp") return t.times !== "none";
    if (t.known === 0 || t.times === "times" || t.distinct < 2 || t.distinct === t.known) return false;
    return role === "case" || (!t.numeric && t.distinct <= Math.max(50, t.known / 20));
  };
  const fitting = traits.filter(fits);
  if (role === "case") fitting.sort((a, b) => b.distinct - a.distinct || a.index - b.index);
  return fitting.slice(0, 3).map(({ column }) => column.name);
}

function listed(names: readonly string[]): string {
  return firstNames(names.map((name) => JSON.stringify(name)), 20);
}
