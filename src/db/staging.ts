/**
 * How columns get into DuckDB, the same way with either driver.
 *
 * Typed arrays are copied as they are into a staging table: codes, milliseconds, NaN and all. One statement then turns
 * them into the typed table, inside DuckDB: codes into text by a look-up in one list of all texts, NaN into NULL.
 * So each text crosses once, and no value is converted one by one in JavaScript.
 */
import type { Column, Table } from "../base/column.ts";
import { distinctNames, quoteName } from "../base/sql_text.ts";

export type RawType = "INTEGER" | "DOUBLE" | "TINYINT";

/** A column as it is copied. */
export interface RawColumn {
  readonly name: string;
  readonly type: RawType;
  readonly values: Int32Array | Float64Array | Int8Array;
}

export interface Staging {
  readonly columns: readonly RawColumn[];
  /** All dictionaries, one after the other. */
  readonly texts: readonly string[];
  /** The statement that makes `name` of the staging tables `raw` (one column each, c0, c1, …) and `texts` (i, v). */
  create(raw: string, texts: string): string;
}

export function stageTable(name: string, table: Table): Staging {
  const texts: string[] = [];
  const starts = new Map<readonly string[], number>();
  const startOf = (dictionary: readonly string[]) => {
    let start = starts.get(dictionary);
    if (start === undefined) {
      start = texts.length;
      starts.set(dictionary, start);
      for (const text of dictionary) texts.push(text);
    }
    return start;
  };
  const names = distinctNames(table.columns.map((column) => column.name));
  const columns: RawColumn[] = [];
  const selected: string[] = [];
  for (const [i, column] of table.columns.entries()) {
    columns.push({ name: `c${i}`, ...rawOf(column) });
    selected.push(`${typed(column, `c${i}`, startOf)} AS ${quoteName(names[i]!)}`);
  }
  return {
    columns,
    texts,
    create: (raw, textTable) =>
      `CREATE OR REPLACE TABLE ${quoteName(name)} AS ` +
      (texts.length ? `WITH t AS MATERIALIZED (SELECT list(v ORDER BY i) AS l FROM ${textTable}) ` : "") +
      `SELECT ${selected.join(", ")} FROM ${raw}${texts.length ? ", t" : ""}`,
  };
}

function rawOf(column: Column): Pick<RawColumn, "type" | "values"> {
  switch (column.kind) {
    case "text":
      return { type: "INTEGER", values: column.codes };
    case "boolean":
      return { type: "TINYINT", values: column.values };
    case "number":
    case "time":
      return { type: "DOUBLE", values: column.values };
  }
}

function typed(column: Column, raw: string, startOf: (dictionary: readonly string[]) => number): string {
  switch (column.kind) {
    case "text":
      if (column.dictionary.length === 0) return "NULL::VARCHAR";
      return `CASE WHEN ${raw} >= 0 THEN l[${raw} + ${startOf(column.dictionary) + 1}] END`;
    case "boolean":
      return `CASE WHEN ${raw} >= 0 THEN ${raw} = 1 END`;
    case "number":
      return column.integer && fitsBigint(column.values)
        ? `CASE WHEN NOT isnan(${raw}) THEN ${raw}::BIGINT END`
        : `CASE WHEN NOT isnan(${raw}) THEN ${raw} END`;
    case "time":
      return `CASE WHEN NOT isnan(${raw}) THEN make_timestamp(round(${raw} * 1000)::BIGINT) END`;
  }
}

function fitsBigint(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) >= 2 ** 63) return false;
  }
  return true;
}
