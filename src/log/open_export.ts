/** Opens a file of any kind: what format it has, whether it holds events or interactions, and which column is what. */
import type { Table } from "../base/column.ts";
import { InputError, OptionError } from "../base/errors.ts";
import { type ByteSource, openBytes } from "../io/bytes/byte_source.ts";
import { type CsvTableOptions, readCsvTable } from "../io/csv/csv.ts";
import { csvEvents } from "../io/csv/csv_events.ts";
import { type FileFormat, recognise, type Recognised } from "../io/formats/detect_format.ts";
import type { FormatName } from "../io/formats/formats.ts";
import { describeFormat } from "../io/formats/known_formats.ts";
import { activityWatchTable } from "../io/interactions/activity_watch.ts";
import { isActivityWatchJson } from "../io/interactions/activity_watch_buckets.ts";
import { detectKind } from "../io/interactions/detect_kind.ts";
import { readJson } from "../io/json.ts";
import { joinClocks } from "../io/mapping/join_clocks.ts";
import { findMapping, type FoundMapping } from "../io/mapping/mapping.ts";
import { wideEvents } from "../io/mapping/wide.ts";
import { duckDbRows, parquetRows, type TableRows } from "../io/parquet.ts";
import { type Mapping, type RawLog, withoutEnd } from "../io/raw_log.ts";
import { ReadingReport } from "../io/report/reading_report.ts";
import { settleTimes } from "../io/time/settle_times.ts";
import type { TypingOptions } from "../io/bytes/typed_columns.ts";
import { xesRows } from "../io/xes/xes.ts";
import { xesRoles } from "./xes_roles.ts";
import { maskedRecording, type MaskingOptions } from "./masked_recording.ts";

export interface OpenOptions extends Omit<CsvTableOptions, "report">, TypingOptions, Pick<MaskingOptions, "privacy"> {
  /** What the file is to hold. @default what its format or its columns tell */
  readonly as?: "events" | "interactions";
  /** Events: which column is what, as far as it is known. @default inferred */
  readonly mapping?: Partial<Mapping>;
  /** XES: the classifier of the file that tells the activity, as `activity: "classifier:NAME"` in the mapping. */
  readonly classifier?: string;
  /** Table of a `.duckdb` file that has several. */
  readonly table?: string;
  /** Lets a view of a `.duckdb` file read other files. @default false */
  readonly allowFiles?: boolean;
  /** A row is a case: the columns that are milestones, or true for all that hold times. @default a row is an event */
  readonly wide?: boolean | readonly string[];
}

interface Opened {
  /** File name without folders, for titles and errors. */
  readonly name: string;
  readonly format: FileFormat;
  /** How many bytes the file has. */
  readonly size: number;
}

/** A file with a row an event. `mapping` says which column is what; where it is absent, `problem` says why. */
export interface EventExport extends Opened, RawLog, FoundMapping {
  readonly kind: "events";
  /** Only the native database reads the format. */
  readonly needs?: "native";
}

/** A file with a row an interaction. Its mapping is inferred later, together with masking what is private. */
export interface InteractionExport extends Opened {
  readonly kind: "interactions";
  readonly table: Table;
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, 1-based; absent where the format has no lines. */
  readonly lineOf?: (row: number) => number;
}

export type Export = EventExport | InteractionExport;

/**
 * Opens a file, tells its format by its bytes, and reads its rows. The file is opened once, and its mapping inferred
 * once.
 *
 * A CSV holds interactions if its columns say where people worked and what they did, but not in which case, and no
 * mapping is given; a JSON does if it is ActivityWatch's; other formats hold events.
 *
 * @throws InputError if the file cannot be read, or does not hold what `as` says.
 */
export function openExport(
  source: string | Uint8Array,
  options: OpenOptions & { readonly as: "events" },
): Promise<EventExport>;
export function openExport(
  source: string | Uint8Array,
  options: OpenOptions & { readonly as: "interactions" },
): Promise<InteractionExport>;
export function openExport(source: string | Uint8Array, options?: OpenOptions): Promise<Export>;
export async function openExport(source: string | Uint8Array, options: OpenOptions = {}): Promise<Export> {
  await using bytes = await openBytes(source, options.name);
  const recognised = await recognise(bytes, true);
  const { name: format, fileFormat } = recognised;
  const { as } = options;
  const opener: Opener | undefined = OPENERS[format];
  if (!opener || (as !== undefined && !opener.holds.includes(as))) throw notRead(bytes.name, recognised, as);
  const content = await opener.open(bytes, withClassifierOption(options, format, bytes.name));
  return { ...content, name: bytes.name, format: fileFormat, size: bytes.size };
}

function withClassifierOption(options: OpenOptions, format: FormatName, name: string): OpenOptions {
  const { classifier, mapping } = options;
  if (classifier === undefined) return options;
  if (format !== "xes") {
    throw new InputError(
      `${name}: expected XES, whose files declare classifiers, but found ${format}. Name the column of the activity.`,
    );
  }
  if (mapping?.activity !== undefined) {
    throw new OptionError("Expected classifier or a column of the activity but found both.");
  }
  return { ...options, mapping: { ...mapping, activity: `classifier:${classifier}` } };
}

type Content<E extends Export> = Omit<E, keyof Opened>;

interface Opener {
  /** What files of the format can hold. */
  readonly holds: readonly Export["kind"][];
  open(bytes: ByteSource, options: OpenOptions): Promise<Content<EventExport> | Content<InteractionExport>>;
}

/** The formats that logs are read from. A new one takes an entry in `src/io/formats/formats.ts`, too. */
const OPENERS: { readonly [F in FormatName]?: Opener } = {
  csv: { holds: ["events", "interactions"], open: openCsv },
  xes: { holds: ["events"], open: openXes },
  json: { holds: ["interactions"], open: openActivityWatch },
  parquet: {
    holds: ["events"],
    open: async (bytes, options) => {
      const path = await pathOf(bytes);
      return openTable((exact) => parquetRows(path, { ...zoneOf(options), exact }), options);
    },
  },
  duckdb: {
    holds: ["events"],
    open: async (bytes, options) => {
      const path = await pathOf(bytes);
      const more = {
        ...(options.table === undefined ? {} : { table: options.table }),
        ...(options.allowFiles ? { allowFiles: true } : {}),
      };
      return openTable((exact) => duckDbRows(path, { ...zoneOf(options), ...more, exact }), options);
    },
  },
};

async function openCsv(bytes: ByteSource, options: OpenOptions) {
  const { as } = options;
  // Until the columns are known it may hold what people typed, which errors must not show.
  const text = await readCsvTable(bytes, {
    formulaMarks: "remove",
    ...options,
    shapes: options.shapes ?? as !== "events",
  });
  const kind = as ?? (options.mapping === undefined && !options.wide ? detectKind(text.table.columns) : "events");
  if (kind === "events") return { kind, ...csvEvents(maskedRecording(text, options), options) };
  const { table, report, lineOf } = text;
  return { kind, table, report, lineOf };
}

async function openXes(bytes: ByteSource, options: OpenOptions): Promise<Content<EventExport>> {
  if (options.wide) {
    throw new InputError(
      `${bytes.name}: expected a table with a row a case, as wide says, but found XES, which has events.`,
    );
  }
  const { raw, mapping: roles } = xesRoles(await xesRows(bytes, zoneOf(options)), withoutEnd(options.mapping ?? {}));
  const joined = joinClocks(raw, roles, options);
  const { mapping } = joined;
  return { kind: "events", ...settleTimes(joined.raw, mapping, options), mapping, roles: mapping };
}

async function openActivityWatch(bytes: ByteSource, options: OpenOptions): Promise<Content<InteractionExport>> {
  const { name, json } = await readJson(bytes);
  if (options.as === undefined && !isActivityWatchJson(json)) {
    const recognised = { name: "json", fileFormat: "json", beginning: JSON.stringify(json).slice(0, 4096) } as const;
    throw notRead(name, recognised, undefined);
  }
  const report = new ReadingReport();
  return { kind: "interactions", table: activityWatchTable(json, name, options, report), report };
}

/** Reads once; and again, with the digits as they are, where a column of ids holds numbers that were rounded. */
async function openTable(
  read: (exact: readonly string[]) => Promise<TableRows>,
  options: OpenOptions,
  exact: readonly string[] = [],
): Promise<Content<EventExport>> {
  const { rounded, ...raw } = await read(exact);
  const { table: events } = maskedRecording({ ...raw, table: raw.events }, options);
  const { wide } = options;
  if (wide) {
    const long = wideEvents({ ...raw, events }, { ...options, wide });
    if (exact.length === 0 && rounded.includes(long.mapping!.case)) {
      return openTable(read, options, [long.mapping!.case]);
    }
    return { kind: "events", ...long, needs: "native" };
  }
  const { hint, ...found } = findMapping(events, options.mapping, raw.name);
  const roles = found.mapping ?? options.mapping ?? {};
  const ids = rounded.filter((name) => [roles.case, roles.activity, roles.resource].includes(name));
  if (ids.length > 0 && exact.length === 0) return openTable(read, options, ids);
  if (hint !== undefined) raw.report.add("wide table", `${raw.name}: ${hint}`);
  const joined = joinClocks({ ...raw, events }, roles, options);
  const whole = found.mapping ? joined.mapping as Mapping : undefined;
  const settled = settleTimes(joined.raw, joined.mapping, options);
  return { kind: "events", ...settled, ...found, ...(whole ? { mapping: whole, roles: whole } : {}), needs: "native" };
}

/** Where DuckDB finds a file that it opens itself. */
async function pathOf(bytes: ByteSource): Promise<string> {
  await bytes[Symbol.asyncDispose]();
  if (bytes.path !== undefined) return bytes.path;
  throw new InputError(
    `${bytes.name}: expected the path of a file, because DuckDB reads it, but found bytes in memory.`,
  );
}

function zoneOf({ timeZone }: OpenOptions): { readonly timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}

function notRead(name: string, { name: format, fileFormat, beginning }: Recognised, as?: Export["kind"]): InputError {
  const what = describeFormat(format, beginning);
  const found = what === undefined ? `${fileFormat}.` : `${fileFormat}: ${what}`;
  return new InputError(
    as === "interactions"
      ? `${name}: expected interactions as CSV or as an export of ActivityWatch (JSON) but found ${found}`
      : `${name}: expected an event log as CSV, XES, Parquet or a DuckDB file but found ${found}`,
  );
}
