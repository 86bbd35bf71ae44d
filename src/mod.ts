/**
 * Tracebook: process mining and task mining in notebooks.
 *
 * `read*` brings a log in, `filter*` narrows it, `discover*` and nouns such as `variants` measure it, `view*` shows it.
 *
 * @module
 */
export type { Column, Table } from "./db/column.ts";
export { InputError } from "./io/input_error.ts";
export type { Mapping } from "./io/raw_log.ts";
export type { Finding } from "./io/reading_report.ts";
