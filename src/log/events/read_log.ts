/** Reads an event log of any format, from file to typed arrays. */
import { stat } from "node:fs/promises";
import type { DriverName } from "../../db/database.ts";
import { checkNeeds, type Needs } from "../../io/mapping/contract.ts";
import { readCsv } from "../../io/csv/csv.ts";
import { detectFormat } from "../../io/formats/detect_format.ts";
import { InputError } from "../../base/errors.ts";
import { inferMapping } from "../../io/mapping/mapping.ts";
import { readDuckDb, readParquet } from "../../io/parquet.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";
import { renameColumns } from "../../io/mapping/rename_columns.ts";
import type { DateOrder } from "../../io/time/timestamps.ts";
import { readXes } from "../../io/xes/xes.ts";
import { buildEventLog } from "./build.ts";
import type { EventLog } from "./event_log.ts";
import type { LifecycleMode } from "./lifecycle.ts";
import { openLogDatabase } from "./log_database.ts";
import { noteReading } from "../readings.ts";
import { type Resolved, resolveMapping } from "../mapping_option.ts";

export interface ReadLogOptions {
  /**
   * Which column is what, as far as the names and contents of the columns do not tell it; or the path of a mapping file
   * as `tb map` writes it. Empty text is no file. @default inferred
   */
  readonly mapping?: Partial<Mapping> | string;
  /** Columns that have to be there beyond case, activity and time, and what they have to hold. @default none */
  readonly needs?: Needs;
  /** Standard start and complete events: paired into intervals, all kept, or complete ones only. @default "pair" */
  readonly lifecycle?: LifecycleMode;
  /** Zone of timestamps that name none, e.g. "Europe/Berlin". @default "UTC", and the findings say so */
  readonly timeZone?: string;
  /** Order of day and month where no date of the column decides it. @default refused with an error */
  readonly dateOrder?: DateOrder;
  /** What separates the cells of a CSV. @default found in its first records */
  readonly delimiter?: string;
  /** Encoding of a CSV, e.g. "windows-1252". @default found in its bytes */
  readonly encoding?: string;
  /** DuckDB driver of the log's queries. @default "auto": see `docs/decisions.md` */
  readonly driver?: DriverName | "auto";
  /** The process ends soon after: a driver that starts fast is worth more than one that runs anywhere. */
  readonly shortRun?: boolean;
  /** Table of a `.duckdb` file that has several. */
  readonly table?: string;
}

/**
 * Reads an event log: CSV (also gzipped), XES, XES.gz, Parquet, DuckDB file.
 *
 * What reading found is in `log.source.findings`; the mapping used in `log.source.mapping`.
 *
 * @throws InputError if the file is none of these, is damaged, or its columns cannot be told apart; and one that tells
 * all columns at once that are needed and are missing or hold something else, with the nearest names.
 * @example
 * ```ts
 * import { readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv", { needs: { region: "text", value: "number" } });
 * log.cases;
 * ```
 */
export async function readLog(path: string, options: ReadLogOptions = {}): Promise<EventLog> {
  const resolved = await resolveMapping<Mapping, ReadLogOptions>(options, "events");
  return eventLogOf(await readRaw(path, resolved), path, resolved);
}

/** Options with the mapping file taken in. */
export type ResolvedLogOptions = Resolved<ReadLogOptions, Mapping>;

/** The event log of a file whose rows have been read. */
export async function eventLogOf(read: MappedLog, path: string, options: ResolvedLogOptions): Promise<EventLog> {
  const { driver, shortRun, lifecycle } = options;
  const { raw, mapping } = fitted(read, options);
  const database = openLogDatabase({ events: raw.events, ...(raw.traces ? { traces: raw.traces } : {}) }, {
    bytes: (await stat(path)).size,
    ...(raw.needs ? { needs: raw.needs } : {}),
    ...(driver ? { driver } : {}),
    ...(shortRun ? { shortRun } : {}),
  });
  const log = buildEventLog(raw, { mapping, ...(lifecycle ? { lifecycle } : {}) }, database);
  noteReading({ name: log.name, kind: "events", mapping: { ...mapping }, findings: log.source.findings });
  return log;
}

/** The rows under the names that are wanted, and which column is what, if that is all that is needed. */
function fitted(read: MappedLog, options: ResolvedLogOptions): { raw: MappedLog; mapping: Mapping } {
  const { needs = {}, rename = {} } = options;
  const { name, lineOf } = read;
  const problems: string[] = [];
  let mapping = read.mapping;
  try {
    mapping ??= inferMapping(read.events, options.mapping, name);
  } catch (error) {
    if (!(error instanceof InputError) || Object.keys(needs).length === 0) throw error;
    problems.push(error.message.replace(`${name}: `, "").replace(/\.$/, ""));
  }
  const roles: Partial<Mapping> = mapping ?? options.mapping ?? {};
  const kept = new Set<string>(Object.values(roles).filter((column) => column !== undefined));
  const traceNames = read.traces?.table.columns.map((column) => column.name) ?? [];
  const eventNames = read.events.columns.map((column) => column.name);
  const raw: MappedLog = {
    ...read,
    events: renameColumns(read.events, rename, kept, name, traceNames),
    ...(read.traces
      ? { traces: { ...read.traces, table: renameColumns(read.traces.table, rename, kept, name, eventNames) } }
      : {}),
  };
  const tables = [raw.events, ...(raw.traces ? [raw.traces.table] : [])];
  checkNeeds(needs, { name, tables, roles, ...(lineOf ? { lineOf } : {}) }, problems);
  return { raw, mapping: mapping! };
}

/** Rows of a log; where no mapping is known yet, names and contents tell it. */
interface MappedLog extends RawLog {
  readonly mapping?: Mapping;
  readonly needs?: "native";
}

/** The rows of a file, and which column is what where the format tells. */
export async function readRaw(path: string, options: ResolvedLogOptions): Promise<MappedLog> {
  const format = await detectFormat(path);
  const zone = options.timeZone === undefined ? {} : { timeZone: options.timeZone };
  switch (format) {
    case "csv":
    case "csv.gz":
      return await readCsv(path, options);
    case "xes":
    case "xes.gz": {
      const raw = await readXes(path);
      return { ...raw, mapping: xesMapping(raw, options.mapping) };
    }
    case "parquet":
      return { ...await readParquet(path, zone), needs: "native" };
    case "duckdb":
      return {
        ...await readDuckDb(path, options.table === undefined ? {} : { table: options.table }),
        needs: "native",
      };
    default:
      throw new InputError(
        `${path}: expected an event log as CSV, XES, Parquet or a DuckDB file but found ${format}.`,
      );
  }
}

/** The keys of the standard extensions, unless others are given. */
function xesMapping(raw: RawLog, given: Partial<Mapping> = {}): Mapping {
  const has = (name: string, kind?: string) =>
    raw.events.columns.some((column) => column.name === name && (kind === undefined || column.kind === kind));
  return {
    case: "case:concept:name",
    activity: "concept:name",
    timestamp: "time:timestamp",
    // Not of the standard, but what PM4Py and others write for events that are intervals.
    ...(has("start_timestamp", "time") ? { start: "start_timestamp" } : {}),
    ...(has("org:resource") ? { resource: "org:resource" } : {}),
    ...given,
  };
}
