/** Reads an event log of any format, from file to typed arrays. */
import type { DriverName } from "../../db/database.ts";
import { InputError } from "../../base/errors.ts";
import { checkNeeds, type Needs } from "../../io/mapping/contract.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";
import { classifierIn } from "../../io/xes/classifiers.ts";
import { renameColumns } from "../../io/mapping/rename_columns.ts";
import type { DecimalMark } from "../../io/numbers/number_text.ts";
import type { DateOrder } from "../../io/time/timestamps.ts";
import type { PrivacyOptions } from "../../privacy/privacy_options.ts";
import type { EventOrder } from "./arrange_findings.ts";
import { buildEventLog } from "./build.ts";
import type { EventLog } from "./event_log.ts";
import type { LifecycleMode } from "./lifecycle.ts";
import { openLogDatabase } from "./log_database.ts";
import { type EventExport, openExport } from "../open_export.ts";
import { splitIntervals } from "./split_intervals.ts";
import { noteReading } from "../readings.ts";
import { type Resolved, resolveMapping } from "../mapping_option.ts";
import { requirePath } from "../require_log.ts";

export interface ReadLogOptions {
  /**
   * Which column is what, as far as the names and contents of the columns do not tell it; or the path of a mapping file
   * as `tb map` writes it. Empty text is no file. @default inferred
   */
  readonly mapping?: Partial<Mapping> | string;
  /** Columns that have to be there beyond case, activity and time, and what they have to hold. @default none */
  readonly needs?: Needs;
  /**
   * Columns that the work can do without, such as one that groups cases: a file that lacks one is read all the same, and
   * the findings say so. Empty names count for nothing. @default none
   */
  readonly wants?: readonly string[];
  /** Starts and completions in rows of their own: paired into intervals, all kept, or completions only. @default "pair" */
  readonly lifecycle?: LifecycleMode;
  /** By what events of a case are ordered where they have starts: when they ended, or when they began. @default "completion" */
  readonly orderBy?: EventOrder;
  /** Rows that have a start and an end become two events each, `start` and `complete`. @default false: one event */
  readonly splitIntervals?: boolean;
  /**
   * The table has a row a case: the columns that are milestones, or true for all that hold times. Each becomes an event
   * named by its column; the other columns are attributes of the case. @default false: a row is an event
   */
  readonly wide?: boolean | readonly string[];
  /**
   * XES: the classifier of the file that tells the activity, its values joined by "+"; as `activity: "classifier:NAME"`
   * in the mapping. Where it tells starts from completions, `lifecycle` is "all". @default concept:name
   */
  readonly classifier?: string;
  /** Zone of timestamps that name none, e.g. "Europe/Berlin". @default "UTC", and the findings say so */
  readonly timeZone?: string;
  /** Order of day and month where no date of the column decides it. @default refused with an error */
  readonly dateOrder?: DateOrder;
  /** Decimal mark of numbers such as 1,234 in a CSV, where the file cannot tell it. @default kept as text, and told */
  readonly decimal?: DecimalMark;
  /** What separates the cells of a CSV. @default found in its first records */
  readonly delimiter?: string;
  /** Encoding of a CSV, e.g. "windows-1252". @default found in its bytes */
  readonly encoding?: string;
  /**
   * `remove`: an apostrophe before a CSV's cell that a spreadsheet might run as a formula is taken away, as `writeLog`
   * puts it there; the findings count them. @default "remove"
   */
  readonly formulaMarks?: "remove" | "keep";
  /** Line of a CSV's header, from 1. @default found, and told where it is not the first */
  readonly headerLine?: number;
  /** DuckDB driver of the log's queries. @default "auto": see `docs/decisions.md` */
  readonly driver?: DriverName | "auto";
  /** The process ends soon after: prefer the driver that starts fastest. @default false */
  readonly shortRun?: boolean;
  /**
   * Where the columns are those of a recording of what people did, it is masked as `readInteractions` masks it; `false`
   * does nothing. Other logs, and XES, are read as they are. @default all that is safe
   */
  readonly privacy?: PrivacyOptions | false;
  /**
   * Lets `log.sql` and `filterSql` read and write other files, attach databases and load extensions. For queries that
   * you wrote yourself: never for text that came from elsewhere. @default false
   */
  readonly allowFiles?: boolean;
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
  requirePath(path, "events");
  const resolved = await resolveMapping<Mapping, ReadLogOptions>(options, "events");
  return eventLogOf(await openExport(path, { ...resolved, as: "events" }), resolved);
}

/** Options to which those of the mapping file have been added. */
export type ResolvedLogOptions = Resolved<ReadLogOptions, Mapping>;

/** The event log of a file that has been opened. */
export function eventLogOf(opened: EventExport, options: ResolvedLogOptions): EventLog {
  const { driver, shortRun, orderBy, allowFiles } = options;
  if (opened.events.rows === 0) throw noEvents(opened);
  const read = fitted(opened, options);
  const { raw, mapping } = options.splitIntervals ? splitIntervals(read.raw, read.mapping) : read;
  const lifecycle = options.lifecycle ?? lifecycleOf(mapping, raw);
  const database = openLogDatabase({ events: raw.events, ...(raw.traces ? { traces: raw.traces } : {}) }, {
    bytes: opened.size,
    ...(opened.needs ? { needs: opened.needs } : {}),
    ...(driver ? { driver } : {}),
    ...(shortRun ? { shortRun } : {}),
    ...(allowFiles ? { allowFiles } : {}),
  });
  const kept = options.splitIntervals ? "all" : lifecycle;
  const choices = { ...(kept ? { lifecycle: kept } : {}), ...(orderBy ? { orderBy } : {}) };
  const log = buildEventLog(raw, { mapping, ...choices }, database);
  noteReading({ name: log.name, kind: "events", mapping: { ...mapping }, findings: log.source.findings });
  return log;
}

/** A classifier that tells a start from a completion makes two activities of them, which are not paired. */
function lifecycleOf({ activity }: Mapping, { classifiers }: RawLog): LifecycleMode | undefined {
  const classifier = classifierIn(activity);
  const keys = classifier === undefined ? undefined : classifiers?.get(classifier);
  return keys?.includes("lifecycle:transition") ? "all" : undefined;
}

function noEvents({ name, events, traces, format }: EventExport): InputError {
  const cases = traces && traces.table.rows > 0 ? ` Its traces (${traces.table.rows}) are all without events.` : "";
  const names = events.columns.map((column) => `"${column.name}"`).join(", ");
  const columns = !traces && names !== "" ? ` It has the columns ${names} and no rows.` : "";
  return new InputError(
    `${name}: the log has no events: expected at least one in this ${format} file.${cases}${columns}`,
  );
}

/** Renames columns, and returns the rows with the mapping. Throws unless every needed column exists. */
function fitted(opened: EventExport, options: ResolvedLogOptions): { raw: RawLog; mapping: Mapping } {
  const { needs = {}, rename = {} } = options;
  const wants = (options.wants ?? []).filter((column) => column !== "");
  const { name, lineOf, mapping, problem } = opened;
  if (problem && Object.keys(needs).length === 0 && wants.length === 0) throw problem;
  const problems = problem ? [problem.message.replace(`${name}: `, "").replace(/\.$/, "")] : [];
  const roles: Partial<Mapping> = mapping ?? options.mapping ?? {};
  const kept = new Set<string>(Object.values(roles).filter((column) => column !== undefined));
  const traceNames = opened.traces?.table.columns.map((column) => column.name) ?? [];
  const eventNames = opened.events.columns.map((column) => column.name);
  const raw: RawLog = {
    ...opened,
    events: renameColumns(opened.events, rename, kept, name, traceNames),
    ...(opened.traces
      ? { traces: { ...opened.traces, table: renameColumns(opened.traces.table, rename, kept, name, eventNames) } }
      : {}),
  };
  const tables = [raw.events, ...(raw.traces ? [raw.traces.table] : [])];
  const offer = { name, tables, roles, ...(lineOf ? { lineOf } : {}) };
  checkNeeds(needs, offer, problems, { wants, report: opened.report });
  return { raw, mapping: mapping! };
}
