/** Writing CSV: RFC 4180 in UTF-8, so that reading it gives the same table back. */
import { createGzip } from "node:zlib";
import { once } from "node:events";
import type { Column, Table } from "../../base/column.ts";

export interface WriteCsvOptions {
  /** @default "," */
  delimiter?: string;
  /**
   * Puts an apostrophe before cells that a spreadsheet would run as a formula. It changes the data, so it is for files
   * that people open, not for files that programs read.
   * @default false
   */
  escapeFormulas?: boolean;
}

/**
 * Writes a table as CSV; gzipped if the path ends in `.gz`.
 *
 * Lines end with LF. Times are ISO 8601 in UTC, with milliseconds, or microseconds where there are any. Missing values
 * are empty fields. Fields are quoted where they must be.
 */
export async function writeCsv(table: Table, path: string, options: WriteCsvOptions = {}): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, truncate: true });
  const write = async (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
  };
  const encoder = new TextEncoder();
  if (!path.endsWith(".gz")) {
    for (const text of csvParts(table, options)) await write(encoder.encode(text));
    return;
  }
  const gzip = createGzip();
  const written = (async () => {
    for await (const bytes of gzip) await write(bytes);
  })();
  for (const text of csvParts(table, options)) if (!gzip.write(encoder.encode(text))) await once(gzip, "drain");
  gzip.end();
  await written;
}

/** A table as CSV text, as `writeCsv` writes it. For tables that fit into one string. */
export function csvText(table: Table, options: WriteCsvOptions = {}): string {
  return [...csvParts(table, options)].join("");
}

const PART_CHARACTERS = 1 << 20;

function* csvParts(table: Table, options: WriteCsvOptions): Generator<string> {
  const { delimiter = ",", escapeFormulas = false } = options;
  const escape = (text: string) => field(escapeFormulas && FORMULA_START.test(text) ? `'${text}` : text, delimiter);
  const alone = table.columns.length === 1;
  const cells = table.columns.map((column) => cellsOf(column, escape));
  let part = table.columns.map((column) => escape(column.name)).join(delimiter) + "\n";
  for (let row = 0; row < table.rows; row++) {
    for (let c = 0; c < cells.length; c++) {
      if (c > 0) part += delimiter;
      part += cells[c]!(row);
    }
    // A blank line is no row; an empty quoted field is.
    part += alone && /(^|\n)$/.test(part.slice(-1)) ? '""\n' : "\n";
    if (part.length < PART_CHARACTERS) continue;
    yield part;
    part = "";
  }
  yield part;
}

/** Gives the text of a cell by its row; text is escaped once for each distinct value. */
function cellsOf(column: Column, escape: (text: string) => string): (row: number) => string {
  switch (column.kind) {
    case "text": {
      const texts = column.dictionary.map(escape);
      return (row) => column.codes[row]! < 0 ? "" : texts[column.codes[row]!]!;
    }
    case "number":
      return (row) => Number.isNaN(column.values[row]!) ? "" : String(column.values[row]!);
    case "time":
      return (row) => Number.isNaN(column.values[row]!) ? "" : isoTime(column.values[row]!);
    case "boolean":
      return (row) => column.values[row]! < 0 ? "" : column.values[row] === 1 ? "true" : "false";
  }
}

/** ISO 8601 in UTC with milliseconds, or microseconds where there are any. */
function isoTime(ms: number): string {
  const whole = Math.floor(ms);
  const micros = Math.round((ms - whole) * 1000);
  if (micros === 1000) return new Date(whole + 1).toISOString();
  const text = new Date(whole).toISOString();
  return micros === 0 ? text : `${text.slice(0, -1)}${String(micros).padStart(3, "0")}Z`;
}

const FORMULA_START = /^[=+\-@\t\r]/;

function field(text: string, delimiter: string): string {
  const bare = !text.includes(delimiter) && !/["\n\r]|^[\s\ufeff]|[\s]$/.test(text);
  return bare ? text : `"${text.replaceAll('"', '""')}"`;
}
