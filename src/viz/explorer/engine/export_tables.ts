/** What an explorer gives away as files: the cases that are shown, and their events as a log. */
import { type Column, type Table, takeRows } from "../../../base/column.ts";
import { caseSpans } from "../../../log/events/case_spans.ts";
import type { EventLog } from "../../../log/events/event_log.ts";

/** A row for each of these cases, in this order: id, size, times, attributes. */
export function casesTable(log: EventLog, cases: readonly number[]): Table {
  const { begun, ended } = caseSpans(log);
  const timed = !log.source.untimed;
  return named(cases.length, [
    { kind: "text", name: "case", codes: Int32Array.from(cases), dictionary: log.caseIds },
    number("events", cases.map((c) => log.offsets[c + 1]! - log.offsets[c]!), true),
    ...(timed
      ? [
        moments("begin", cases.map((c) => begun[c]!)),
        moments("end", cases.map((c) => ended[c]!)),
        number("durationSeconds", cases.map((c) => (ended[c]! - begun[c]!) / 1000), false),
      ]
      : []),
  ], ofCases(log, cases.map((c) => log.rows[log.offsets[c]!]!)));
}

/**
 * The events of a log with their attributes, in their order, so that reading the file gives the same log: cases,
 * activities, times, people.
 */
export function eventsTable(log: EventLog): Table {
  const { source, start, resource, resources } = log;
  const caseOf = new Int32Array(log.events);
  for (let c = 0; c < log.cases; c++) caseOf.fill(c, log.offsets[c]!, log.offsets[c + 1]!);
  return named(log.events, [
    { kind: "text", name: "case", codes: caseOf, dictionary: log.caseIds },
    { kind: "text", name: "activity", codes: log.activity, dictionary: log.activities },
    ...(start ? [moments("start", start)] : []),
    ...(source.untimed ? [] : [moments(start ? "end" : "time", log.time)]),
    ...(resource && resources
      ? [{ kind: "text", name: "resource", codes: resource, dictionary: resources } as const]
      : []),
  ], [...ofCases(log, log.rows), ...source.events.columns.map((column) => takeRows(column, log.rows))]);
}

function ofCases({ source: { traces } }: EventLog, rows: ArrayLike<number>): Column[] {
  if (!traces) return [];
  const of = Int32Array.from(rows, (row) => traces.of[row]!);
  return traces.table.columns.map((column) => takeRows(column, of));
}

/** No two columns of one name: an attribute that is called like a column of the log gets a number. */
function named(rows: number, own: readonly Column[], attributes: readonly Column[]): Table {
  const taken = new Set(own.map(({ name }) => name.toLowerCase()));
  const free = (name: string) => {
    let found = name;
    for (let i = 2; taken.has(found.toLowerCase()); i++) found = `${name} (${i})`;
    taken.add(found.toLowerCase());
    return found;
  };
  return { rows, columns: [...own, ...attributes.map((column) => ({ ...column, name: free(column.name) }))] };
}

function moments(name: string, values: ArrayLike<number>): Column {
  return { kind: "time", name, values: Float64Array.from(values) };
}

function number(name: string, values: readonly number[], integer: boolean): Column {
  return { kind: "number", name, values: Float64Array.from(values), integer };
}
