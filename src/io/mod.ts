/**
 * Files as tables: formats, times, mappings, and what reading them found.
 *
 * @module
 */

// Tables from files, and back
export { readCsvTable } from "./csv/csv.ts";
export { writeCsv } from "./csv/write_csv.ts";
export { readXesTable } from "./xes/xes.ts";
export { writeXes } from "./xes/write_xes.ts";
export { readDuckDbTable, readParquetTable } from "./parquet.ts";
export { readCsv, readDuckDb, readParquet, readXes } from "./renamed.ts";
export type { Needs } from "./mapping/contract.ts";
export type { Mapping } from "./raw_log.ts";
export type { InteractionMapping } from "./interactions/canonical_columns.ts";
export type { Finding } from "./report/reading_report.ts";
