/** Tables and views of a log in DuckDB: `events`, `cases` and `source`. */
import type { Column, Table } from "../../base/column.ts";
import { distinctNames, quoteName } from "../../base/sql_text.ts";
import { ownColumns } from "../../io/raw_log.ts";
import { groupCodes, isConstantWithin } from "./constant_columns.ts";
import type { LogContents, LogSource } from "./log_contents.ts";

export const ROWS_TABLE = "tracebook_rows";
export const TRACES_TABLE = "tracebook_traces";
export const LOG_TABLE = "tracebook_log_";
/** `events` with the place of each event in the log, `tracebook_event`. */
export const MATCHES_VIEW = "tracebook_matches";

/** Rows as read, under numbered names: the views give them theirs. */
export function rowsTable(events: Table, traceOf?: Int32Array): Table {
  return {
    rows: events.rows,
    columns: [
      ...events.columns.map((column, i) => ({ ...column, name: `c${i}` })),
      wholeNumbers("row", counting(events.rows)),
      ...(traceOf ? [wholeNumbers("trace", new Float64Array(traceOf))] : []),
    ],
  };
}

export function tracesTable(traces: Table): Table {
  return {
    rows: traces.rows,
    columns: [
      ...traces.columns.map((column, i) => ({ ...column, name: `t${i}` })),
      wholeNumbers("trace", counting(traces.rows)),
    ],
  };
}

/** The columns that a log adds to the rows of its source: case, activity, times, and place in the case. */
export function logColumns(log: LogContents): Table {
  const { offsets, caseIds, activity, activities, time, start, resource, resources, rows } = log;
  const caseOf = new Int32Array(log.events), position = new Float64Array(log.events);
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      caseOf[i] = c;
      position[i] = i - offsets[c]! + 1;
    }
  }
  const columns: Column[] = [
    { kind: "text", name: "case_id", codes: caseOf, dictionary: caseIds },
    { kind: "text", name: "activity", codes: activity, dictionary: activities },
    { kind: "time", name: "timestamp", values: time },
    wholeNumbers("position", position),
    wholeNumbers("row", new Float64Array(rows)),
  ];
  if (start) columns.push({ kind: "time", name: "start_timestamp", values: start });
  if (resource && resources) columns.push({ kind: "text", name: "resource", codes: resource, dictionary: resources });
  return { rows: log.events, columns };
}

/** The statements that make `events`, `cases` and `source` show this log, whose own columns are in `table`. */
export function viewsOf(log: LogContents, table: string): string {
  const { source } = log;
  const own = ["case_id", "activity", "timestamp"];
  if (log.start) own.push("start_timestamp");
  if (log.resource) own.push("resource");
  own.push("position");
  const attributes = attributesOf(source);
  const joined = `FROM ${table} l JOIN ${ROWS_TABLE} r ON r.row = l.row${traceJoin(source)}`;

  const eventNames = distinctNames(attributes.map(({ name }) => name), own);
  const events = [
    ...own.map((name) => `l.${name}`),
    ...attributes.map(({ column }, i) => `${column} AS ${quoteName(eventNames[i]!)}`),
  ];

  const ofCase = ["case_id", "events", "started", "ended", "duration_seconds"];
  const constant = attributes.filter((attribute) => attribute.constant);
  const caseNames = distinctNames(constant.map(({ name }) => name), ofCase);
  const started = log.start ? "min(least(l.start_timestamp, l.timestamp))" : "min(l.timestamp)";
  const cases = [
    "l.case_id",
    "count(*) AS events",
    `${started} AS started`,
    "max(l.timestamp) AS ended",
    `(epoch_us(max(l.timestamp)) - epoch_us(${started})) / 1e6 AS duration_seconds`,
    ...constant.map(({ column }, i) => `any_value(${column}) AS ${quoteName(caseNames[i]!)}`),
  ];

  const all = [
    ...source.events.columns.map(({ name }, i) => ({ name, column: `r.c${i}` })),
    ...(source.traces?.table.columns ?? []).map(({ name }, i) => ({ name, column: `t.t${i}` })),
  ];
  const sourceNames = distinctNames(all.map(({ name }) => name));
  const rows = all.map(({ column }, i) => `${column} AS ${quoteName(sourceNames[i]!)}`);

  return [
    `CREATE OR REPLACE TEMP VIEW events AS SELECT ${events.join(", ")} ${joined}`,
    `CREATE OR REPLACE TEMP VIEW ${MATCHES_VIEW} AS SELECT l.rowid AS tracebook_event, ${events.join(", ")} ${joined}`,
    `CREATE OR REPLACE TEMP VIEW cases AS SELECT ${cases.join(", ")} ${joined} GROUP BY l.case_id`,
    `CREATE OR REPLACE TEMP VIEW source AS SELECT ${rows.join(", ")} FROM ${ROWS_TABLE} r${traceJoin(source)}`,
  ].join(";\n");
}

interface Attribute {
  readonly name: string;
  /** Where it is: `r.c3` or `t.t0`. */
  readonly column: string;
  /** It has at most one known value in each case of the source. */
  readonly constant: boolean;
}

/** Attributes beside the mapped columns; found out once a source, so that every filtered log has the same columns. */
function attributesOf(source: LogSource): readonly Attribute[] {
  const known = attributesKnown.get(source);
  if (known) return known;
  const mapped = ownColumns(source.mapping);
  const groups = groupCodes(source);
  const attributes: Attribute[] = [];
  for (const [i, column] of source.events.columns.entries()) {
    if (mapped.has(column.name)) continue;
    attributes.push({ name: column.name, column: `r.c${i}`, constant: isConstantWithin(column, groups) });
  }
  for (const [i, { name }] of (source.traces?.table.columns ?? []).entries()) {
    if (!mapped.has(name)) attributes.push({ name, column: `t.t${i}`, constant: true });
  }
  attributesKnown.set(source, attributes);
  return attributes;
}
const attributesKnown = new WeakMap<LogSource, readonly Attribute[]>();

function traceJoin(source: LogSource): string {
  return source.traces ? ` LEFT JOIN ${TRACES_TABLE} t ON t.trace = r.trace` : "";
}

function counting(rows: number): Float64Array {
  const values = new Float64Array(rows);
  for (let i = 0; i < rows; i++) values[i] = i;
  return values;
}

function wholeNumbers(name: string, values: Float64Array): Column {
  return { kind: "number", name, integer: true, values };
}
