/** Reading XES (IEEE 1849): a streaming scanner over bytes, straight into typed columns. */
import { isUtf8 } from "node:buffer";
import type { BooleanColumn, Column, Table, TextColumn, TimeColumn } from "../../base/column.ts";
import { type ByteSource, openBytes } from "../bytes/byte_source.ts";
import type { ColumnBuilder, TableBuilder } from "../bytes/column_builder.ts";
import { asUtf8, decodeMixed } from "../bytes/encoding.ts";
import { decodedColumn } from "../bytes/mixed_text.ts";
import { InputError } from "../../base/errors.ts";
import { countOf } from "../../base/format.ts";
import type { PendingTimes, RawLog } from "../raw_log.ts";
import { ReadingReport } from "../report/reading_report.ts";
import { finishTimes, settleTimes } from "../time/settle_times.ts";
import { clockOf } from "../time/time_zone.ts";
import { type XesExtension, type XesGlobal, XesHandler } from "./xes_handler.ts";
import { settleTraces } from "./xes_traces.ts";
import { hasUtf8Mark, XML_HEAD_BYTES, xmlEncoding } from "../xml/xml_encoding.ts";
import { XmlScanner } from "../xml/xml_scanner.ts";

export type { XesExtension, XesGlobal } from "./xes_handler.ts";

export interface XesOptions {
  /** Name for errors and titles. @default the file's name */
  name?: string;
  /** Findings are added to this report. @default a new one */
  report?: ReadingReport;
  /** Zone of times that name none: IANA name, UTC or an offset. @default "UTC" */
  timeZone?: string;
}

/** A log with what its XES file declares. */
export interface XesTable extends RawLog {
  readonly traces: NonNullable<RawLog["traces"]>;
  readonly lineOf: (row: number) => number;
  readonly classifiers: ReadonlyMap<string, readonly string[]>;
  readonly extensions: readonly XesExtension[];
  /** Attributes that every trace or event is declared to have. Where one lacks them, the value stays missing. */
  readonly globals: readonly XesGlobal[];
}

/**
 * Reads an XES file (also gzipped), bytes or a stream of bytes (not gzipped) into columns.
 *
 * Events keep their keys (`concept:name`), attributes of traces are named `case:KEY`; nested attributes are columns
 * `parent/child`, the values of a list `list/0`, `list/1`, …. Elements give the types: `date` is time, `int` and
 * `float` number, `boolean` boolean, all others text; a key with values of several types is text. The keys of the
 * standard's own extensions have the type that the standard gives them. Traces without `concept:name` are numbered
 * from 1; traces of the same name are one case. All that is repaired or left out is counted in the report.
 *
 * Cost: linear in the bytes; memory is that of the distinct values and 4 to 8 bytes a cell of columns that are filled.
 *
 * @example
 * ```ts
 * import { readXesTable } from "tracebook";
 * const xes = `<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/></event></trace></log>`;
 * const raw = await readXesTable(new TextEncoder().encode(xes));
 * raw.events.rows; // 1
 * ```
 * @throws InputError if the file is missing, empty, no XES, not well-formed, or cut off.
 */
export async function readXesTable(
  source: string | Uint8Array | AsyncIterable<Uint8Array> | ByteSource,
  options: XesOptions = {},
): Promise<XesTable> {
  return settleTimes(await xesRows(source, options), {}, options);
}

/** As `readXesTable`; the times of the events are pending. */
export async function xesRows(
  source: string | Uint8Array | AsyncIterable<Uint8Array> | ByteSource,
  options: XesOptions = {},
): Promise<XesTable> {
  clockOf(options.timeZone ?? "UTC");
  if (isStream(source)) return await readStream(source, options.name ?? "stream", options);
  await using opened = await openBytes(source, options.name);
  return await readStream(opened.chunks, opened.name, options);
}

function isStream(source: string | Uint8Array | AsyncIterable<Uint8Array> | ByteSource): source is AsyncIterable<
  Uint8Array
> {
  return typeof source === "object" && Symbol.asyncIterator in source;
}

async function readStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  { report = new ReadingReport(), timeZone = "UTC" }: XesOptions,
): Promise<XesTable> {
  const handler = new XesHandler(name, report, timeZone);
  try {
    const { bytes, skipped } = await asUtf8Xml(chunks, name, report);
    const scanner = new XmlScanner(name, handler, skipped);
    for await (const chunk of bytes) scanner.push(chunk);
    scanner.finish();
  } catch (error) {
    if (!(error instanceof InputError) || handler.rows.events.rows === 0) throw error;
    const events = handler.rows.wholeEvents;
    throw new InputError(
      `${error.message}\nUp to there ${countOf(events, "event was", "events were")} read.`,
    );
  }
  return finish(name, handler, timeZone, report);
}

/** The document as UTF-8: as it is, or transcoded from the encoding that it begins with or declares. */
async function asUtf8Xml(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  report: ReadingReport,
): Promise<{ bytes: AsyncIterable<Uint8Array>; skipped: number }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < XML_HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : joined(head, next.value);
  }
  if (head.length === 0) throw new InputError(`${name}: expected XES but the file is empty.`);
  const skipped = hasUtf8Mark(head) ? 3 : 0;
  async function* all() {
    yield head.subarray(skipped);
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const encoding = xmlEncoding(head, name, (message) => report.add("encoding", message));
  if (encoding === "utf-8") return { bytes: all(), skipped };
  const damaged = () => report.add("encoding", `${name}: some bytes are no ${encoding}; they are read as \ufffd`);
  return { bytes: asUtf8(all(), encoding, damaged), skipped: 0 };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function finish(name: string, handler: XesHandler, timeZone: string, report: ReadingReport): XesTable {
  const rows = handler.rows.events.rows;
  const lines = handler.rows.lineOfEvent.slice(0, rows), of = handler.rows.traceOf.slice(0, rows);
  const lineOf = (row: number) => lines[row]!;
  const lineOfTrace = (trace: number) => handler.rows.lineOfTrace[trace]!;
  const events = finishTable(handler.rows.events, name, lineOf, report);
  const pending = pendingOf(handler.rows.events);
  const traceTable = withoutPending(
    finishTable(handler.rows.traces, name, lineOfTrace, report),
    pendingOf(handler.rows.traces),
    (column, rest) => finishTimes(column, rest, false, { timeZone }, { name, lineOf: lineOfTrace }, report).column,
  );
  const traces = settleTraces(name, traceTable, of, lineOfTrace, report);
  if (handler.logAttributes > 0) {
    report.add("note", `${name}: attributes of the log itself are left out: ${handler.logAttributes}`);
  }
  const classifiers = classifiersOf(handler.classifiers, new Set(events.columns.map((column) => column.name)));
  const { extensions, globals } = handler;
  return { name, events, traces, report, lineOf, classifiers, extensions, globals, pending };
}

function finishTable(
  builder: TableBuilder,
  name: string,
  lineOf: (row: number) => number,
  report: ReadingReport,
): Table {
  const columns = builder.columns.map((column) => {
    const damaged = column.kind === "text" && !isUtf8(column.dictionary.bytes());
    const finished = column.finish(builder.rows);
    if (!damaged) return finished;
    const text = finished as TextColumn;
    // Read as U+FFFD, stray bytes can make one name of two.
    const merges = new Set(text.dictionary).size < text.dictionary.length;
    const settled = merges ? decodedColumn(column.name, text.codes, column.dictionary, decodeMixed) : text;
    reportDamaged(text, settled, name, lineOf, report);
    return settled;
  });
  return { rows: builder.rows, columns };
}

/** What columns of times still need, by name. */
function pendingOf({ columns, rows }: TableBuilder): Map<string, PendingTimes> {
  const isPending = ({ kind, local, unread }: ColumnBuilder) => kind === "time" && (local ?? unread) !== undefined;
  return new Map(
    columns.filter(isPending).map(({ name, local, unread, firstUnreadLine }) => [name, {
      ...(local ? { local: (local.finish(rows) as BooleanColumn).values } : {}),
      ...(unread ? { unread: unread.finish(rows) as TextColumn, firstUnreadLine } : {}),
    }]),
  );
}

function withoutPending(
  table: Table,
  pending: ReadonlyMap<string, PendingTimes>,
  finished: (column: TimeColumn, rest: PendingTimes) => Column,
): Table {
  if (pending.size === 0) return table;
  const columns = table.columns.map((column) => {
    const rest = pending.get(column.name);
    return rest && column.kind === "time" ? finished(column, rest) : column;
  });
  return { ...table, columns };
}

/** Says where bytes were no UTF-8. */
function reportDamaged(
  column: TextColumn,
  settled: TextColumn,
  name: string,
  lineOf: (row: number) => number,
  report: ReadingReport,
): void {
  const damaged = column.dictionary.map((value) => value.includes("\ufffd"));
  const row = column.codes.findIndex((code) => code >= 0 && damaged[code]!);
  report.add(
    "encoding",
    () =>
      `${name}, line ${lineOf(row)}, "${column.name}": bytes that are no UTF-8 are read ${
        settled === column ? "as \ufffd" : "one by one as windows-1252"
      } in ${JSON.stringify(settled.dictionary[settled.codes[row]!]!.slice(0, 60))}. ` +
      `Name the encoding in the file's first line: <?xml version="1.0" encoding="windows-1252"?>`,
    damaged.filter(Boolean).length,
  );
}

/** Keys stand between spaces; a key with spaces in it is quoted, or found among the log's own keys. */
function classifiersOf(
  declared: readonly { name: string; keys: string }[],
  known: ReadonlySet<string>,
): Map<string, readonly string[]> {
  return new Map(declared.map(({ name, keys }) => [name, splitKeys(keys, known)]));
}

function splitKeys(keys: string, known: ReadonlySet<string>): string[] {
  const words = [...keys.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2]!);
  const result: string[] = [];
  for (let from = 0; from < words.length;) {
    let to = words.length;
    while (to > from + 1 && !known.has(words.slice(from, to).join(" "))) to--;
    result.push(words.slice(from, to).join(" "));
    from = to;
  }
  return result;
}
