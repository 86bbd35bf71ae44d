/** The result of linking: tables of links, of instances and of people, and a sentence. */
import { countOf, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { mean } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";
import type { ChosenLink } from "./chosen_link.ts";
import type { LinkOptions } from "./link_options.ts";
import type { PrivacyCost } from "./privacy_cost.ts";
import type { SamePerson } from "./people.ts";
import type { Sides } from "./pairs.ts";
import { whyLinked } from "./why_linked.ts";

/** A row of `links`: a task instance that belongs to a case. */
export interface LinkRow {
  /** Number of the instance, from 1: the `segment` of `segmentTable`. */
  readonly instance: number;
  readonly task: string;
  readonly user: string | null;
  readonly case: string;
  /** Activity of the event that recorded the work; null: the case has no event near in time. */
  readonly event: string | null;
  readonly eventTime: Date | null;
  /** Place of the event in its case, from 1. */
  readonly position: number | null;
  readonly probability: number;
  /** What speaks for the link, in words. */
  readonly why: string;
}

/** A row of `instances`. */
export interface LinkedInstanceRow {
  readonly instance: number;
  readonly task: string;
  readonly user: string | null;
  readonly started: Date | null;
  readonly ended: Date | null;
  /** Cases that it is linked to. */
  readonly cases: number;
  /** The likeliest of them; null: the instance belongs to no case. */
  readonly case: string | null;
  /** That what is said of the instance is right: the probability of its likeliest case, or that it belongs to none. */
  readonly probability: number;
}

/** Links as typed arrays, an entry each: number of the instance from 0, of the case, of the event (-1: none) in the log. */
export interface LinkArrays {
  readonly instance: Int32Array;
  readonly case: Int32Array;
  readonly event: Int32Array;
  readonly probability: Float64Array;
}

export interface TaskLinks {
  readonly segmentation: TaskSegmentation;
  readonly log: EventLog;
  /** By instance, then the likeliest first. */
  readonly links: TypedTable<LinkRow>;
  /** All instances, whether they belong to a case or to none. */
  readonly instances: TypedTable<LinkedInstanceRow>;
  /** Who in the recording is who in the event log. */
  readonly people: TypedTable<SamePerson>;
  /** Number of instances with a link. */
  readonly linked: number;
  /** Number of cases with a link. */
  readonly cases: number;
  /** Share of the links that are right, as their probabilities say; NaN without links. */
  readonly expectedPrecision: number;
  /** By how many seconds the clock of the event log is ahead of the recording's: learnt, or as it was given. */
  readonly clockOffsetSeconds: number;
  /** What masked, hashed and dropped values cost; undefined where there are none. */
  readonly privacy: PrivacyCost | undefined;
  /** The links of the table `links`. */
  readonly of: LinkArrays;
  /** These and the less likely ones, from .02 on: what the reliability of the probabilities is judged by. */
  readonly considered: LinkArrays;
  readonly sentence: string;
  readonly notes: readonly string[];
  toString(): string;
}

export interface LinkParts {
  readonly segmentation: TaskSegmentation;
  readonly sides: Sides;
  readonly chosen: readonly ChosenLink[];
  readonly options: LinkOptions;
  readonly privacy: PrivacyCost | undefined;
  readonly notes: readonly string[];
  /** Why there is no link, where there is none. */
  readonly nothing: string;
}

export function makeTaskLinks({ segmentation, sides, chosen, options, privacy, notes, nothing }: LinkParts): TaskLinks {
  const { log } = sides, { atLeast = 0.5 } = options;
  const ordered = chosen.toSorted((a, b) =>
    a.instance - b.instance || b.probability - a.probability || a.case - b.case
  );
  const kept = ordered.filter(({ probability }) => probability >= atLeast);
  const linkedInstances = new Set(kept.map(({ instance }) => instance));
  const expectedPrecision = mean(kept.map(({ probability }) => probability));
  const cases = new Set(kept.map((link) => link.case)).size;
  const sentence = kept.length === 0
    ? nothing
    : `${countOf(linkedInstances.size, "of 1 task instance", `of ${countOf(segmentation.count, "task instance")}`)} ` +
      `${linkedInstances.size === 1 ? "is" : "are"} linked to ${countOf(cases, "case")}; ` +
      `${formatShare(expectedPrecision)} of the links are expected to be right. ` +
      `${countOf(segmentation.count - linkedInstances.size, "instance")} ` +
      `${segmentation.count - linkedInstances.size === 1 ? "belongs" : "belong"} to no case of this log.`;
  const links = linkTable(segmentation, sides, kept);
  const result: TaskLinks = {
    segmentation,
    log,
    links,
    instances: instanceTable(segmentation, sides, ordered, kept),
    people: peopleTable(sides.people.same),
    linked: linkedInstances.size,
    cases,
    expectedPrecision,
    privacy,
    clockOffsetSeconds: sides.clockOffset / 1000,
    of: arraysOf(kept),
    considered: arraysOf(ordered),
    sentence,
    notes,
    toString: () => [sentence, ...notes].join("\n"),
  };
  return inWords(result);
}

function arraysOf(links: readonly ChosenLink[]): LinkArrays {
  return {
    instance: Int32Array.from(links, ({ instance }) => instance),
    case: Int32Array.from(links, (link) => link.case),
    event: Int32Array.from(links, ({ event }) => event),
    probability: Float64Array.from(links, ({ probability }) => probability),
  };
}

function linkTable(segmentation: TaskSegmentation, sides: Sides, links: readonly ChosenLink[]): TypedTable<LinkRow> {
  const { log } = sides;
  return typedTable<LinkRow>({
    instance: links.map(({ instance }) => instance + 1),
    task: links.map(({ instance }) => taskOf(segmentation, instance)),
    user: links.map(({ instance }) => userOf(sides, instance)),
    case: links.map((link) => log.caseIds[link.case]!),
    event: links.map(({ event }) => event < 0 ? null : log.activities[log.activity[event]!]!),
    eventTime: links.map(({ event }) =>
      event < 0 || Number.isNaN(log.time[event]!) ? null : new Date(log.time[event]!)
    ),
    position: links.map(({ event, case: c }) => event < 0 ? null : event - log.offsets[c]! + 1),
    probability: links.map(({ probability }) => probability),
    why: links.map((link) => whyLinked(sides, link)),
  });
}

function instanceTable(
  segmentation: TaskSegmentation,
  sides: Sides,
  considered: readonly ChosenLink[],
  links: readonly ChosenLink[],
): TypedTable<LinkedInstanceRow> {
  const { log, times, hasTimes, clockOffset } = sides;
  const all = Array.from({ length: segmentation.count }, (_, k) => k);
  const best = new Map<number, ChosenLink>(), count = new Map<number, number>(), none = new Map<number, number>();
  for (const { instance, probability } of considered) none.set(instance, (none.get(instance) ?? 1) * (1 - probability));
  for (const link of links) {
    if (!best.has(link.instance)) best.set(link.instance, link);
    count.set(link.instance, (count.get(link.instance) ?? 0) + 1);
  }
  const moment = (ms: number) => hasTimes ? new Date(ms - clockOffset) : null;
  return typedTable<LinkedInstanceRow>({
    instance: all.map((k) => k + 1),
    task: all.map((k) => taskOf(segmentation, k)),
    user: all.map((k) => userOf(sides, k)),
    started: all.map((k) => moment(times.begin[k]!)),
    ended: all.map((k) => moment(times.end[k]!)),
    cases: all.map((k) => count.get(k) ?? 0),
    case: all.map((k) => best.has(k) ? log.caseIds[best.get(k)!.case]! : null),
    probability: all.map((k) => best.get(k)?.probability ?? none.get(k) ?? 1),
  });
}

function taskOf({ task, tasks }: TaskSegmentation, k: number): string {
  return tasks[task[k]!]!.name;
}

function userOf({ times }: Sides, k: number): string | null {
  return times.users[times.user[k]!] || null;
}

function peopleTable(same: readonly SamePerson[]): TypedTable<SamePerson> {
  return tableOfRows(same, ["user", "resource", "known", "events", "shareInTasks", "shareByChance"]);
}
