/** Reading interaction logs: what people did, as recorders and exports tell it. */
import { stat } from "node:fs/promises";
import type { Table } from "../db/column.ts";
import { type CsvTable, type CsvTableOptions, readCsvTable } from "../io/csv.ts";
import { canonicalInteractions } from "../io/interactions/interaction_formats.ts";
import type { InteractionMapping } from "../io/interactions/raw_interactions.ts";
import { ReadingReport } from "../io/reading_report.ts";
import type { TimestampOptions } from "../io/timestamps.ts";
import { buildInteractionLog, type InteractionLogOptions } from "./build_interaction_log.ts";
import type { InteractionLog } from "./interaction_log.ts";

export interface InteractionTableOptions extends TimestampOptions, InteractionLogOptions {
  /** Which column is what; roles left out are inferred from names and contents. */
  readonly mapping?: Partial<InteractionMapping>;
  /** For titles and errors. @default the file's name */
  readonly name?: string;
}

export interface ReadInteractionsOptions extends CsvTableOptions, InteractionTableOptions {
  readonly name?: string;
}

/**
 * Reads a CSV of interactions: the Action Logger's, the CPN logs', or any other by its mapping.
 *
 * Nothing is lost in silence: `log.source.findings` counts rows left out (those without a readable time), users and
 * time zones assumed, duplicates and rows out of order, each with an example.
 *
 * @example
 * ```ts
 * import { readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * log.apps;
 * ```
 * @throws InputError if the file cannot be read, no column tells the time, or none what was done or where.
 */
export async function readInteractions(
  source: string | Uint8Array,
  options: ReadInteractionsOptions = {},
): Promise<InteractionLog> {
  const bytes = typeof source === "string" ? (await stat(source)).size : source.length;
  return interactionsOfCsv(await readCsvTable(source, options), { bytes, ...options });
}

/** The interaction log of a CSV that has been read as text. */
export function interactionsOfCsv(text: CsvTable, options: InteractionTableOptions = {}): InteractionLog {
  return buildInteractionLog(canonicalInteractions(text, options.mapping, options), options);
}

/** Makes an interaction log of a table that is in memory; as `readInteractions`. */
export function interactionsFromTable(table: Table, options: InteractionTableOptions = {}): InteractionLog {
  const name = options.name ?? "interactions";
  const raw = canonicalInteractions({ name, table, report: new ReadingReport() }, options.mapping, options);
  return buildInteractionLog(raw, options);
}
