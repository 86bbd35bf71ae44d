/**
 * Columns: what every reader fills, what DuckDB is loaded from, what miners and filters read.
 *
 * Text is dictionary-encoded, because a log repeats its few activities, people and teams a million times.
 */

/** Text, dictionary-encoded. A code of -1 is a missing value. */
export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

/** Numbers. NaN is a missing value. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
  /** Every value is a whole number; DuckDB gets BIGINT instead of DOUBLE. */
  readonly integer: boolean;
}

/** Points in time, in milliseconds since 1970-01-01 UTC (fractions kept). NaN is a missing value. */
export interface TimeColumn {
  readonly kind: "time";
  readonly name: string;
  readonly values: Float64Array;
}

/** Truth values: 1, 0, and -1 for a missing value. */
export interface BooleanColumn {
  readonly kind: "boolean";
  readonly name: string;
  readonly values: Int8Array;
}

export type Column = TextColumn | NumberColumn | TimeColumn | BooleanColumn;

/** Columns of equal length, in the order of the file. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

export type Value = string | number | boolean | Date | null;

/** The value of one cell; `null` where it is missing. */
export function valueAt(column: Column, row: number): Value {
  switch (column.kind) {
    case "text": {
      const code = column.codes[row] ?? -1;
      return code < 0 ? null : column.dictionary[code] ?? null;
    }
    case "number": {
      const value = column.values[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }
    case "time": {
      const value = column.values[row] ?? NaN;
      return Number.isNaN(value) ? null : new Date(value);
    }
    case "boolean": {
      const value = column.values[row] ?? -1;
      return value < 0 ? null : value === 1;
    }
  }
}

/** The column of that name, or undefined. Names are compared exactly. */
export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** A column of the rows named, in that order; -1 gives a missing value. Dictionaries are shared. */
export function takeRows(column: Column, rows: Int32Array): Column {
  const n = rows.length;
  switch (column.kind) {
    case "text": {
      const codes = new Int32Array(n);
      for (let i = 0; i < n; i++) codes[i] = rows[i]! < 0 ? -1 : column.codes[rows[i]!]!;
      return { ...column, codes };
    }
    case "boolean": {
      const values = new Int8Array(n);
      for (let i = 0; i < n; i++) values[i] = rows[i]! < 0 ? -1 : column.values[rows[i]!]!;
      return { ...column, values };
    }
    case "number":
    case "time": {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[i] = rows[i]! < 0 ? NaN : column.values[rows[i]!]!;
      return { ...column, values };
    }
  }
}
