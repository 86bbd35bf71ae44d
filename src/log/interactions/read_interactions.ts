/** Reading interaction logs: what people did, as recorders and exports tell it. */
import type { Column, Table } from "../../base/column.ts";
import { checkNeeds, type Needs } from "../../io/mapping/contract.ts";
import type { CsvTableOptions } from "../../io/csv/csv.ts";
import { canonicalInteractions, type InteractionTable } from "./canonical_interactions.ts";
import type { InteractionMapping } from "../../io/interactions/canonical_columns.ts";
import { ReadingReport } from "../../io/report/reading_report.ts";
import { renameColumns } from "../../io/mapping/rename_columns.ts";
import type { PrivacyOptions } from "../../privacy/privacy_options.ts";
import { typedColumn, type TypingOptions } from "../../io/bytes/typed_columns.ts";
import { buildInteractionLog, type InteractionLogOptions } from "./build_interaction_log.ts";
import type { InteractionDatabase } from "./interaction_contents.ts";
import { openInteractionDatabase } from "./interaction_database.ts";
import type { InteractionLog } from "./interaction_log.ts";
import { noteReading } from "../readings.ts";
import { resolveMapping } from "../mapping_option.ts";
import { openExport } from "../open_export.ts";
import { requirePath } from "../require_log.ts";
import { UNMASKED } from "./unmasked.ts";

export interface InteractionTableOptions extends TypingOptions, InteractionLogOptions {
  /** Which column is what; roles left out are inferred from names and contents. */
  readonly mapping?: Partial<InteractionMapping>;
  /** For titles and errors. @default the file's name */
  readonly name?: string;
  /**
   * What is done for the privacy of those recorded, before anything reaches the log; `false` does nothing.
   * `privacyReport` tells what was done. @default all that is safe for a file; nothing for a table that is in memory
   */
  readonly privacy?: PrivacyOptions | false;
}

export interface ReadInteractionsOptions extends CsvTableOptions, Omit<InteractionTableOptions, "mapping"> {
  readonly name?: string;
  /** Which column is what, or the path of a mapping file as `tb map` writes it. Empty text is no file. */
  readonly mapping?: Partial<InteractionMapping> | string;
  /** Columns that have to be there beyond the time, and what they have to hold. @default none */
  readonly needs?: Needs;
  /**
   * Columns that the work can do without, such as one that groups cases: a file that lacks one is read all the same, and
   * the findings say so. Empty names count for nothing. @default none
   */
  readonly wants?: readonly string[];
}

/**
 * Reads interactions: a CSV of the Action Logger, of SmartRPA, of the CPN logs, or any other by its mapping; or
 * ActivityWatch's export (JSON). All of them also gzipped.
 *
 * Nothing is lost in silence: `log.source.findings` counts rows left out (those without a readable time, those of
 * incognito windows), users and time zones assumed, duplicates and rows out of order, each with an example. Of
 * ActivityWatch's intervals those count in which a window had the focus and nobody was away; see `readActivityWatch`.
 *
 * @example
 * ```ts
 * import { readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * log.apps;
 * ```
 * Errors and findings about a cell show how it looks (`Xxxx 99`), or what is left of it once it is masked.
 *
 * @throws InputError if the file cannot be read, no column tells the time, none what was done or where, or one that is
 * needed is missing.
 */
export async function readInteractions(
  source: string | Uint8Array,
  options: ReadInteractionsOptions = {},
): Promise<InteractionLog> {
  requirePath(source, "interactions", { bytes: true });
  const resolved = await resolveMapping<InteractionMapping, ReadInteractionsOptions>(options, "interactions");
  const { mapping: _, ...others } = resolved;
  const opened = await openExport(source, { ...others, as: "interactions", shapes: resolved.privacy !== false });
  return interactionsOfTable(opened, { bytes: opened.size, ...resolved });
}

/** The interaction log of a table whose format its columns tell. */
export function interactionsOfTable(read: InteractionTable, options: TableReadingOptions = {}): InteractionLog {
  const { needs = {}, rename = {}, mapping = {} } = options;
  const kept = new Set(Object.values(mapping).filter((column) => column !== undefined));
  const table = renameColumns(read.table, rename, kept, read.name);
  const raw = canonicalInteractions({ ...read, table }, mapping, options);
  const { interactions, lineOf = read.lineOf } = raw;
  const roles = { ...raw.mapping } as Record<string, string>;
  const report = new ReadingReport();
  const where = { name: read.name, ...(lineOf && { lineOf }) };
  const typed = (column: Column) =>
    column.kind === "text" && column.name in needs && needs[column.name] !== "text"
      ? typedColumn(column, options, where, report)
      : column;
  const offer = { ...where, tables: [{ rows: interactions.rows, columns: interactions.columns.map(typed) }], roles };
  const wants = (options.wants ?? []).filter((column) => column !== "");
  checkNeeds(needs, offer, [], { wants, report: raw.report });
  if (options.privacy === false) {
    raw.report.add(UNMASKED, `${read.name} is read as it is, because the option privacy is false`);
  }
  const log = buildInteractionLog(raw, options, databaseOf(options));
  noteReading({ name: log.name, kind: "interactions", mapping: roles, findings: log.source.findings });
  return log;
}

interface TableReadingOptions extends InteractionTableOptions {
  readonly needs?: Needs;
  readonly wants?: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
}

/** Makes an interaction log of a table that is in memory; as `readInteractions`. */
export function interactionsFromTable(table: Table, options: InteractionTableOptions = {}): InteractionLog {
  const name = options.name ?? "interactions";
  const raw = canonicalInteractions({ name, table, report: new ReadingReport() }, options.mapping, {
    ...options,
    privacy: options.privacy ?? false,
  });
  return buildInteractionLog(raw, options, databaseOf(options));
}

function databaseOf({ driver, shortRun, bytes }: InteractionLogOptions): InteractionDatabase {
  return openInteractionDatabase({
    ...(driver !== undefined && { driver }),
    ...(shortRun !== undefined && { shortRun }),
    ...(bytes !== undefined && { bytes }),
  });
}
