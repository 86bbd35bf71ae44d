/** Columns under the keys of XES: what a mapping names gets the standard's names, and cases become traces. */
import { type Column, columnNamed, type Table, takeRows, type TextColumn, valueAt } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import type { Mapping } from "../raw_log.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import type { XesExtension, XesGlobal } from "./xes_handler.ts";

/** What is written: the columns of a `RawLog`, or those of an event log's source and the log's rows. */
export interface XesContent {
  /** A row an event. */
  readonly events: Table;
  /** Attributes of each trace (`case:KEY`), and the trace of each event row, -1 for none. */
  readonly traces?: { readonly table: Table; readonly of: Int32Array };
  /**
   * Columns that are written as `concept:name`, `time:timestamp`, `org:resource`, `start_timestamp`,
   * `lifecycle:transition` and `concept:instance`, and the one that makes the cases.
   * @default the columns of these names, and `case:concept:name`
   */
  readonly mapping?: Mapping;
  /** Rows of `events` to write, in their order within each trace. @default all rows, and traces without events too */
  readonly rows?: Int32Array;
  /** @default the standard's extensions that the keys belong to */
  readonly extensions?: readonly XesExtension[];
  readonly globals?: readonly XesGlobal[];
  readonly classifiers?: ReadonlyMap<string, readonly string[]>;
}

export interface XesTables {
  readonly events: Table;
  /** Names without `case:`. */
  readonly traces: Table;
  /** Trace of each event row, -1 for none. */
  readonly of: Int32Array;
}

const CASE = "case:concept:name";

/** @throws InputError if nothing says which events are a case. */
export function xesTables(content: XesContent, report: ReadingReport): XesTables {
  const { mapping } = content;
  const caseName = mapping?.case ?? CASE;
  const asTheyAre = content.traces && columnNamed(content.traces.table, caseName) && caseName === CASE;
  const { events, traces, of } = asTheyAre
    ? { events: content.events, traces: content.traces.table, of: content.traces.of }
    : groupByCase(content, caseName);
  return {
    events: mapping ? renamed(events, mapping, report) : events,
    traces: { rows: traces.rows, columns: uniqueNames(traces.columns, (name) => name.replace(/^case:/, ""), report) },
    of,
  };
}

/** Makes a trace of each value of the case column; columns `case:…` of the events become those of their trace. */
function groupByCase({ events, traces }: XesContent, caseName: string): XesTables {
  const own = columnNamed(events, caseName);
  const shared = traces && columnNamed(traces.table, caseName);
  const column = own ?? (shared && takeRows(shared, traces!.of));
  if (!column) {
    throw new InputError(
      `XES: expected a column "${caseName}" that says which events are a case. Name it in the mapping.`,
    );
  }
  const { codes, names } = codesOf(column);
  const ofEvents = (candidate: Column) => candidate !== own && candidate.name.startsWith("case:");
  const spread = [
    ...events.columns.filter(ofEvents),
    ...(traces?.table.columns ?? []).filter((c) => c !== shared).map((c) => takeRows(c, traces!.of)),
  ];
  const ids: TextColumn = { kind: "text", name: CASE, dictionary: names, codes: Int32Array.from(names, (_, i) => i) };
  return {
    events: { rows: events.rows, columns: events.columns.filter((c) => c !== own && !ofEvents(c)) },
    traces: {
      rows: names.length,
      columns: [ids, ...spread.map((c) => takeRows(c, firstKnownRows(c, codes, names.length)))],
    },
    of: codes,
  };
}

function codesOf(column: Column): { codes: Int32Array; names: string[] } {
  const rows = column.kind === "text" ? column.codes.length : column.values.length;
  const codes = new Int32Array(rows);
  const codeOf = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const value = valueAt(column, row);
    if (value === null) {
      codes[row] = -1;
      continue;
    }
    const name = value instanceof Date ? value.toISOString() : String(value);
    let code = codeOf.get(name);
    if (code === undefined) codeOf.set(name, code = codeOf.size);
    codes[row] = code;
  }
  return { codes, names: [...codeOf.keys()] };
}

function firstKnownRows(column: Column, caseOf: Int32Array, cases: number): Int32Array {
  const first = new Int32Array(cases).fill(-1);
  for (let row = 0; row < caseOf.length; row++) {
    const c = caseOf[row]!;
    if (c >= 0 && first[c]! < 0 && valueAt(column, row) !== null) first[c] = row;
  }
  return first;
}

function renamed(events: Table, mapping: Mapping, report: ReadingReport): Table {
  const keys = new Map<string, string>();
  if (mapping.instance !== undefined) keys.set(mapping.instance, "concept:instance");
  if (mapping.lifecycle !== undefined) keys.set(mapping.lifecycle, "lifecycle:transition");
  // Not of the standard, but what PM4Py and others write for events that are intervals, and what is read as such.
  if (mapping.start !== undefined) keys.set(mapping.start, "start_timestamp");
  if (mapping.resource !== undefined) keys.set(mapping.resource, "org:resource");
  keys.set(mapping.timestamp, "time:timestamp");
  keys.set(mapping.activity, "concept:name");
  // Those that are mapped come first, so that they, not others, get the names of the standard.
  const mapped = events.columns.filter((column) => keys.has(column.name));
  const named = uniqueNames(
    [...mapped, ...events.columns.filter((column) => !keys.has(column.name))],
    (name) => keys.get(name) ?? name,
    report,
  );
  const place = new Map(mapped.map((column, index) => [column, named[index]!]));
  let next = mapped.length;
  return { rows: events.rows, columns: events.columns.map((column) => place.get(column) ?? named[next++]!) };
}

function uniqueNames(columns: readonly Column[], name: (given: string) => string, report: ReadingReport): Column[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const wanted = name(column.name);
    let given = wanted;
    for (let i = 2; taken.has(given); i++) given = `${wanted} (${i})`;
    taken.add(given);
    if (given !== wanted) {
      report.add(
        "column renamed",
        () => `column "${column.name}" is written as "${given}", since "${wanted}" is another`,
      );
    }
    return given === column.name ? column : { ...column, name: given };
  });
}
