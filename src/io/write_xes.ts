/** Writing XES (IEEE 1849-2016): what the reader reads comes back the same. */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Column, Table } from "../db/column.ts";
import { InputError } from "./input_error.ts";
import type { Mapping } from "./raw_log.ts";
import { ReadingReport } from "./reading_report.ts";
import type { XesExtension, XesGlobal } from "./xes_handler.ts";
import { escapeXml, type ValueWriter, valueWriter } from "./xes_values.ts";
import { xesTables } from "./xes_tables.ts";

/** What is written: the columns of a `RawLog`, or of an event log's source and its rows. */
export interface XesContent {
  /** A row an event. */
  readonly events: Table;
  /** Attributes of each trace (`case:KEY`), and the trace of each event row, -1 for none. */
  readonly traces?: { readonly table: Table; readonly of: Int32Array };
  /** Columns that are written as `concept:name`, `time:timestamp` and `org:resource`, and the one that makes the cases.
   * @default as the columns are named, cases from `traces` */
  readonly mapping?: Mapping;
  /** Rows to write, in their order within each trace. @default all rows, and traces without events too */
  readonly rows?: Int32Array;
  readonly extensions?: readonly XesExtension[];
  readonly globals?: readonly XesGlobal[];
  readonly classifiers?: ReadonlyMap<string, readonly string[]>;
}

export interface WriteXesOptions {
  /** Packs the bytes. @default whether the path ends with ".gz" */
  gzip?: boolean;
  /** Findings are added to this report. @default a new one */
  report?: ReadingReport;
}

/**
 * Writes a log as XES: to a file (packed where its name ends with `.gz`) or to a stream.
 *
 * Text is `string`, time `date` in UTC, numbers are `int` where all of the column are whole, else `float`. A column
 * `a/b` stands within attribute `a` where the event has that one. Missing values are left out. Characters that XML
 * cannot hold become U+FFFD, and times outside of the years 0 to 9999 are left out; the report counts both.
 *
 * @returns what could not be written as it was.
 * @throws InputError if the file cannot be written.
 */
export async function writeXes(
  target: string | WritableStream<Uint8Array>,
  content: XesContent,
  options: WriteXesOptions = {},
): Promise<ReadingReport> {
  const report = options.report ?? new ReadingReport();
  const gzip = options.gzip ?? (typeof target === "string" && /\.gz$/i.test(target));
  const steps = [Readable.from(xesBytes(content, report)), ...(gzip ? [createGzip()] : [])] as const;
  if (typeof target !== "string") {
    const readable = steps.length > 1 ? steps[0].pipe(steps[1]!) : steps[0];
    await (Readable.toWeb(readable) as ReadableStream<Uint8Array>).pipeTo(target);
    return report;
  }
  try {
    await pipeline([...steps, createWriteStream(target)]);
  } catch (error) {
    await rm(target, { force: true }).catch(() => {});
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(`${target}: expected a place where a file can be written but found: ${message}.`);
  }
  return report;
}
