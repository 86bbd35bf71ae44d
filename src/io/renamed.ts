/** Functions under the names that they had in version 0.1, which say what to write now. */
import { InputError } from "../base/errors.ts";

/**
 * Is called `readCsvTable` now, because a table is no log.
 *
 * @deprecated
 * @throws InputError always.
 */
export function readCsv(..._: unknown[]): never {
  throw renamed("readCsv", "readCsvTable");
}

/**
 * Is called `readXesTable` now, because a table is no log.
 *
 * @deprecated
 * @throws InputError always.
 */
export function readXes(..._: unknown[]): never {
  throw renamed("readXes", "readXesTable");
}

/**
 * Is called `readParquetTable` now, because a table is no log.
 *
 * @deprecated
 * @throws InputError always.
 */
export function readParquet(..._: unknown[]): never {
  throw renamed("readParquet", "readParquetTable");
}

/**
 * Is called `readDuckDbTable` now, because a table is no log.
 *
 * @deprecated
 * @throws InputError always.
 */
export function readDuckDb(..._: unknown[]): never {
  throw renamed("readDuckDb", "readDuckDbTable");
}

function renamed(before: string, now: string): InputError {
  return new InputError(
    `Expected readLog, which reads a log of any format, or ${now}, which reads columns as the file has them, but found ` +
      `${before}, which there is no more. For mining write readLog.`,
  );
}
