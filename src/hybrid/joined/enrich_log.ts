/** Steps that only the recording knows, put into the event log as events of their own. */
import { type Column, type Table, takeRows } from "../../base/column.ts";
import { InputError, OptionError } from "../../base/errors.ts";
import { byCodeUnit, sortedCodes } from "../../base/text_codes.ts";
import { countOf } from "../../base/format.ts";
import { caseOfEvents } from "../../log/events/case_of_events.ts";
import { EventLog } from "../../log/events/event_log.ts";
import { openLogDatabase } from "../../log/events/log_database.ts";
import { requireEventLog } from "../../log/require_log.ts";
import type { TaskLinks } from "../links/task_links.ts";

export interface EnrichOptions {
  /**
   * Which linked tasks become events: `"off-system"`, those whose case has no event of them, or `"all"`.
   * @default "off-system"
   */
  readonly tasks?: "off-system" | "all";
}

interface AddedEvent {
  readonly case: number;
  readonly activity: string;
  readonly begin: number;
  readonly end: number;
  readonly resource: string | undefined;
  readonly instance: number;
  readonly probability: number;
}

/**
 * The event log with linked tasks as events: their kind is the activity, the first and last interaction are start and
 * end, and the user's resource, or else the user, is the resource. Every original event stays, with all its attributes.
 *
 * Attributes tell where each event is from: `origin` (`event log` or `recording`), `taskInstance` (its number, from 1) and
 * `linkProbability`. A kind that has the name of an activity is called `NAME (task)`, so that they stay apart.
 *
 * The result is an event log as any other: its views show times of few people, too, which those of the recording do not.
 *
 * @example
 * ```ts
 * import { discoverInductive, enrichLog, linkTasks, readInteractions, readLog, segmentTasks } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const links = linkTasks(segmentTasks(desk, { instance: "segment" }), log);
 * discoverInductive(enrichLog(log, links, { tasks: "all" }));
 * ```
 * @throws InputError if the log has no times, or the links are of another log; OptionError if `tasks` is neither.
 */
export function enrichLog(log: EventLog, links: TaskLinks, options: EnrichOptions = {}): EventLog {
  requireEventLog(log);
  const { tasks = "off-system" } = options;
  if (tasks !== "off-system" && tasks !== "all") {
    throw new OptionError(`Expected tasks to be "off-system" or "all" but found ${JSON.stringify(tasks)}.`);
  }
  if (links.log.source !== log.source) {
    throw new InputError(
      `${log.name}: expected links of this log but found links of ${links.log.name}. Link the tasks to this log first.`,
    );
  }
  if (log.source.untimed) {
    throw new InputError(`${log.name}: expected times, to put tasks between its events, but found none.`);
  }
  const added = addedEvents(log, links, tasks);
  return added.length === 0 ? log : joined(log, added);
}

/** What a kind of task is called among the activities of the log. */
export function activityOfTask(task: string, activities: ReadonlySet<string>): string {
  return activities.has(task) ? `${task} (task)` : task;
}

function addedEvents(log: EventLog, links: TaskLinks, tasks: "off-system" | "all"): AddedEvent[] {
  const codeOf = new Map(log.caseIds.map((id, c) => [id, c]));
  const resources = new Map(links.people.rows().map(({ user, resource }) => [user, resource]));
  const activities = new Set(log.activities);
  const spans = links.instances.rows(), ahead = links.clockOffsetSeconds * 1000;
  return links.links.rows().flatMap((link): AddedEvent[] => {
    const c = codeOf.get(link.case);
    if (c === undefined || tasks === "off-system" && link.event !== null) return [];
    const { started, ended } = spans[link.instance - 1]!;
    if (!started || !ended) return [];
    return [{
      case: c,
      activity: activityOfTask(link.task, activities),
      begin: started.getTime() + ahead,
      end: ended.getTime() + ahead,
      resource: resources.get(link.user ?? "") ?? link.user ?? undefined,
      instance: link.instance,
      probability: link.probability,
    }];
  });
}

function joined(log: EventLog, added: readonly AddedEvent[]): EventLog {
  const n = log.events, all = n + added.length;
  const caseOf = withTailCodes(caseOfEvents(log), Int32Array.from(added, (one) => one.case));
  const time = withTail(log.time, added.map(({ end }) => end));
  const start = withTail(log.start ?? new Float64Array(n).fill(NaN), added.map(({ begin }) => begin));
  const began = start.map((ms, i) => ms <= time[i]! ? ms : time[i]!);
  const [first, second] = log.source.orderBy === "start" ? [began, time] : [time, began];

  // Original events keep their order among themselves; added ones stand where their times say.
  const order = Int32Array.from(caseOf, (_, i) => i);
  const firstOf = new Float64Array(log.cases).fill(Infinity);
  for (let i = 0; i < all; i++) firstOf[caseOf[i]!] = Math.min(firstOf[caseOf[i]!]!, first[i]!);
  const cases = Int32Array.from(log.caseIds, (_, c) => c)
    .sort((a, b) => firstOf[a]! - firstOf[b]! || byCodeUnit(log.caseIds[a]!, log.caseIds[b]!));
  const rank = new Int32Array(log.cases);
  cases.forEach((c, i) => rank[c] = i);
  order.sort((a, b) =>
    rank[caseOf[a]!]! - rank[caseOf[b]!]! ||
    (a < n && b < n ? a - b : first[a]! - first[b]! || second[a]! - second[b]! || a - b)
  );
  const offsets = new Int32Array(log.cases + 1);
  for (let i = 0; i < all; i++) offsets[rank[caseOf[i]!]! + 1]!++;
  for (let c = 0; c < log.cases; c++) offsets[c + 1]! += offsets[c]!;

  const activity = textOf(log.activity, log.activities, added.map((one) => one.activity));
  const resource = textOf(
    log.resource ?? new Int32Array(n).fill(-1),
    log.resources ?? [],
    added.map((one) => one.resource),
  );
  const rows = log.source.events.rows;
  const events = sourceTable(log, added);
  const { traces } = log.source;
  const traceOf = traces &&
    Int32Array.from({ length: all - n }, (_, i) => traces.of[log.rows[log.offsets[added[i]!.case]!]!]!);
  const source = {
    ...log.source,
    events,
    ...(traces && traceOf ? { traces: { ...traces, of: withTailCodes(traces.of, traceOf) } } : {}),
    ...(log.source.partOf ? { partOf: withTailCodes(log.source.partOf, new Int32Array(added.length).fill(-1)) } : {}),
    orderBy: log.source.orderBy ?? "completion" as const,
  };
  const at = (values: Int32Array) => order.map((i) => values[i]!);
  return new EventLog({
    offsets,
    caseIds: Array.from(cases, (c) => log.caseIds[c]!),
    activity: at(activity.codes),
    activities: activity.names,
    time: Float64Array.from(order, (i) => time[i]!),
    start: Float64Array.from(order, (i) => start[i]!),
    resource: at(resource.codes),
    resources: resource.names,
    rows: at(withTailCodes(log.rows, Int32Array.from(added, (_, i) => rows + i))),
    ...(log.startRows ? { startRows: at(withTailCodes(log.startRows, new Int32Array(added.length).fill(-1))) } : {}),
  }, {
    ...source,
    database: openLogDatabase(source),
  }, [...log.filters, `${countOf(added.length, "task")} of a recording added`]);
}

function withTail(values: Float64Array, tail: readonly number[]): Float64Array {
  const all = new Float64Array(values.length + tail.length);
  all.set(values);
  all.set(tail, values.length);
  return all;
}

function withTailCodes(values: Int32Array, tail: Int32Array): Int32Array {
  const all = new Int32Array(values.length + tail.length);
  all.set(values);
  all.set(tail, values.length);
  return all;
}

function textOf(codes: Int32Array, names: readonly string[], tail: readonly (string | undefined)[]) {
  const all = withTailTexts(codes, names, tail);
  return sortedCodes(all.codes, all.dictionary);
}

/** Undefined is a missing value. */
function withTailTexts(codes: Int32Array, names: readonly string[], tail: readonly (string | undefined)[]) {
  const dictionary = [...names], code = new Map(names.map((name, c) => [name, c]));
  const added = Int32Array.from(tail, (name) => {
    if (name === undefined) return -1;
    let c = code.get(name);
    if (c === undefined) code.set(name, c = dictionary.push(name) - 1);
    return c;
  });
  return { codes: withTailCodes(codes, added), dictionary };
}

/** The rows of the source, and one for each added event: what a log shows as attributes. */
function sourceTable({ source, offsets, rows }: EventLog, added: readonly AddedEvent[]): Table {
  const { events, mapping } = source, n = events.rows;
  const firstRow = added.map((one) => rows[offsets[one.case]!]!);
  const spread = Int32Array.from({ length: n + added.length }, (_, i) => i < n ? i : -1);
  const columns = events.columns.map((column): Column => {
    if (column.name === mapping.case) {
      // The case is that of any event of it.
      return takeRows(column, Int32Array.from(spread, (row, i) => row < 0 ? firstRow[i - n]! : row));
    }
    const value = valuesOf(column.name, mapping, added);
    if (column.kind === "time" && value?.times) return { ...column, values: withTail(column.values, value.times) };
    if (column.kind === "text" && value?.texts) {
      return { ...column, ...withTailTexts(column.codes, column.dictionary, value.texts) };
    }
    return takeRows(column, spread);
  });
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string): string => taken.has(name) ? free(`${name}_1`) : name;
  const numbers = (of: (one: AddedEvent) => number) =>
    Float64Array.from({ length: n + added.length }, (_, i) => i < n ? NaN : of(added[i - n]!));
  return {
    rows: n + added.length,
    columns: [
      ...columns,
      {
        kind: "text",
        name: free("origin"),
        codes: spread.map((row) => row < 0 ? 1 : 0),
        dictionary: ["event log", "recording"],
      },
      { kind: "number", name: free("taskInstance"), integer: true, values: numbers(({ instance }) => instance) },
      { kind: "number", name: free("linkProbability"), integer: false, values: numbers((one) => one.probability) },
    ],
  };
}

function valuesOf(name: string, mapping: EventLog["source"]["mapping"], added: readonly AddedEvent[]) {
  switch (name) {
    case mapping.activity:
      return { texts: added.map(({ activity }) => activity) };
    case mapping.resource:
      return { texts: added.map(({ resource }) => resource) };
    case mapping.timestamp:
      return { times: added.map(({ end }) => end) };
    case mapping.start:
      return { times: added.map(({ begin }) => begin) };
    default:
      return undefined;
  }
}
