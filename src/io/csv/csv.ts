/** Reading CSV: our own byte scanner into typed, dictionary-encoded columns, with every repair in the report. */
import { goOn } from "../../base/stop.ts";
import { isUtf8 } from "node:buffer";
import type { Table, TextColumn } from "../../base/column.ts";
import { byteColumn } from "../bytes/byte_column.ts";
import { type ByteSource, openBytes } from "../bytes/byte_source.ts";
import { delimiterCharacter, sniffDelimiter } from "./csv_dialect.ts";
import { bytesBefore, layoutOf } from "./csv_header.ts";
import { CsvScanner, MAX_RECORD_BYTES } from "./csv_scanner.ts";
import { asUtf8, encodingLabel, firstInvalidUtf8, isByteEncoding, sniffEncoding } from "../bytes/encoding.ts";
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { shapeOf } from "./cell_shape.ts";
import { withoutFormulaMark, withoutFormulaMarks } from "./formula_marks.ts";
import { reportOddText } from "./odd_text.ts";
import { ReadingReport } from "../report/reading_report.ts";
import { decodedColumn } from "../bytes/mixed_text.ts";
import { settleEncoding } from "./settle_encoding.ts";
import { RefillBuffer } from "../bytes/refill_buffer.ts";

export interface CsvTableOptions {
  /** One ASCII character, or "tab". @default the one of , ; tab | that fits the first records best */
  delimiter?: string;
  /** A WHATWG label such as "utf-8", "utf-16le", "windows-1252". @default by byte order mark, NUL bytes and contents */
  encoding?: string;
  /** Line of the header, from 1; what stands above it is no row. @default found, and told where it is not the first */
  headerLine?: number;
  /** Name for errors and titles. @default the file's name */
  name?: string;
  /** Findings are added to this report. @default a new one */
  report?: ReadingReport;
  /**
   * Errors and findings show how a cell looks (`Xxxx 99`) instead of what is in it: for what nobody has masked yet.
   * @default false
   */
  shapes?: boolean;
  /**
   * `remove`: takes away the apostrophe that `writeCsv` puts before a cell which a spreadsheet might run as a formula,
   * so that the cell is what it was; the report counts them. `readLog` and `readInteractions` do so unless told
   * otherwise. @default "keep"
   */
  formulaMarks?: "remove" | "keep";
}

export interface TextTable extends Table {
  readonly columns: readonly TextColumn[];
}

/** A CSV file as text, a row a record. */
export interface CsvTable {
  readonly name: string;
  /** All columns are text; an empty field, quoted or not, is a missing value. */
  readonly table: TextTable;
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, 1-based. */
  readonly lineOf: (row: number) => number;
  readonly delimiter: string;
  /** Encoding that the text was read in, as a WHATWG label. */
  readonly encoding: string;
}

/**
 * Reads a CSV file (also gzipped) into columns of text.
 *
 * Quoting is that of RFC 4180; lines end with LF, CRLF or CR; blank lines are no rows. Only empty fields are missing
 * values: `NA`, `null` and `None` are text. Rows that are too short are filled up, rows with text beyond the header
 * are left out, both counted in the report. Columns without a name are called `column 1`, the second `x` is `x (2)`.
 *
 * Cost: linear in the bytes; memory is that of the distinct values and 4 bytes a cell.
 *
 * @example
 * ```ts
 * import { readCsvTable } from "tracebook";
 * const { table } = await readCsvTable(new TextEncoder().encode("case;activity\n1;a\n1;b\n"));
 * table.rows; // 2
 * ```
 * @throws InputError if the file is missing, empty, has no rows or no header, is no text, or is cut by a wrong
 * delimiter or an open quote.
 */
export async function readCsvTable(
  source: string | Uint8Array | ByteSource,
  options: CsvTableOptions = {},
): Promise<CsvTable> {
  await using opened = await openBytes(source, options.name);
  const { name, chunks, head } = opened;
  const report = options.report ?? new ReadingReport();
  if (head.length === 0) throw new InputError(`${name}: expected a header and rows but the file is empty.`);
  const text = await readAsAscii(chunks, options.encoding, name, report);
  const buffer = new RefillBuffer(text.bytes);
  await buffer.fill(SNIFF_BYTES);
  skipByteOrderMark(buffer);
  const separator = takeSeparatorLine(buffer);
  const show = options.shapes ? shapeOf : undefined;
  const given = options.delimiter === undefined ? separator : delimiterCharacter(options.delimiter);
  const { delimiter, line } = await findHeader(buffer, given, separator === undefined ? 1 : 2, options, name, report);
  const scanner = new CsvScanner(delimiter.charCodeAt(0), line, name, report, show);
  const invalidLine = await scanAll(buffer, scanner, name, text.decode === "utf-8");
  const settled = invalidLine === 0
    ? undefined
    : settleEncoding(scanner, options.encoding !== undefined, invalidLine, name, report, show);
  const decode = settled?.encoding ?? text.decode;
  const decoder = new TextDecoder(decode, { ignoreBOM: true });
  const unmark = options.formulaMarks === "remove";
  const names = columnNames(scanner, settled?.decode ?? ((bytes) => decoder.decode(bytes)), name, report, unmark);
  checkShape(scanner, delimiter, names, line, name);
  const lineOf = scanner.lines();
  const columns = names.map((title, c) => {
    goOn();
    const { codes, dictionary } = scanner.columns[c]!;
    const column = settled?.encoding === "utf-8"
      ? decodedColumn(title, codes.subarray(0, scanner.rows), dictionary, settled.decode)
      : byteColumn(title, codes.slice(0, scanner.rows), dictionary, decode);
    return unmark ? withoutMarks(column, lineOf, name, report) : column;
  });
  reportOddText(columns, lineOf, name, report, show);
  const encoding = text.stored === text.decode ? decode : text.stored;
  return { name, table: { rows: scanner.rows, columns }, report, lineOf, delimiter, encoding };
}

/** Enough records to tell the delimiter from. */
const SNIFF_BYTES = 1 << 16;

/** The bytes as they are where the first 128 characters are ASCII, else as UTF-8. */
async function readAsAscii(
  chunks: AsyncIterable<Uint8Array>,
  given: string | undefined,
  name: string,
  report: ReadingReport,
): Promise<{ bytes: AsyncIterable<Uint8Array>; stored: string; decode: string }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all() {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const stored = given === undefined ? sniffEncoding(head, name) : encodingLabel(given);
  if (isByteEncoding(stored)) return { bytes: all(), stored, decode: stored };
  const damaged = () => report.add("encoding", `${name}: some bytes are no ${stored}; they are read as \ufffd.`);
  return { bytes: asUtf8(all(), stored, damaged), stored, decode: "utf-8" };
}

function skipByteOrderMark(buffer: RefillBuffer): void {
  const { bytes, from, to } = buffer;
  if (to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) buffer.from += 3;
}

/** Excel's first line `sep=;`, which names the delimiter. */
function takeSeparatorLine(buffer: RefillBuffer): string | undefined {
  const match = /^"?sep=([^\r\n])"?(\r\n|\n|\r)/i.exec(String.fromCharCode(...buffer.rest().subarray(0, 12)));
  if (!match) return undefined;
  buffer.from += match[0].length;
  return match[1]!;
}

/** Moves to the header, and tells its line and the delimiter. */
async function findHeader(
  buffer: RefillBuffer,
  given: string | undefined,
  firstLine: number,
  { headerLine, shapes }: CsvTableOptions,
  name: string,
  report: ReadingReport,
): Promise<{ delimiter: string; line: number }> {
  const sample = () => buffer.rest().subarray(0, SNIFF_BYTES);
  const whole = () => buffer.ended && buffer.to - buffer.from <= SNIFF_BYTES;
  if (headerLine !== undefined) {
    await skipLines(buffer, headerLine, firstLine, name);
    return { delimiter: given ?? sniffDelimiter(sample(), whole()).delimiter, line: headerLine };
  }
  const { delimiter, preamble } = layoutOf(sample(), whole(), given);
  if (!preamble) return { delimiter, line: firstLine };
  buffer.from += preamble.bytes;
  const line = firstLine + preamble.lines;
  const text = preamble.first.slice(0, 60);
  report.add(
    "line above header",
    `${name}, line ${firstLine + preamble.firstLine - 1}: "${
      shapes ? shapeOf(text) : text
    }" stands above the header, ` +
      `which is taken to be line ${line}.`,
    preamble.filled,
  );
  return { delimiter, line };
}

/** @throws OptionError if there is no such line. */
async function skipLines(buffer: RefillBuffer, headerLine: number, firstLine: number, name: string): Promise<void> {
  const isLine = Number.isInteger(headerLine) && headerLine >= firstLine;
  if (!isLine) {
    throw new OptionError(`Expected headerLine to be a whole number from ${firstLine} on but found ${headerLine}.`);
  }
  for (;;) {
    const bytes = bytesBefore(buffer.rest(), headerLine - firstLine + 1);
    if (bytes >= 0) {
      buffer.from += bytes;
      await buffer.fill(SNIFF_BYTES);
      return;
    }
    if (buffer.ended) {
      throw new OptionError(`Expected headerLine to be a line of ${name} but it has not ${headerLine}.`);
    }
    await buffer.fill(2 * (buffer.to - buffer.from) + 1);
  }
}

/** Scans to the end of the stream. Returns the line of the first byte that is no UTF-8, or 0. */
async function scanAll(buffer: RefillBuffer, scanner: CsvScanner, name: string, utf8: boolean): Promise<number> {
  let invalidLine = 0;
  for (;;) {
    const { bytes, from, to } = buffer;
    const line = scanner.line;
    buffer.from = scanner.scan(bytes, from, to, buffer.ended);
    if (utf8 && invalidLine === 0 && !isUtf8(bytes.subarray(from, buffer.from))) {
      const scanned = bytes.subarray(from, buffer.from);
      invalidLine = line + lineBreaks(scanned.subarray(0, firstInvalidUtf8(scanned)));
    }
    if (buffer.ended) return invalidLine;
    const waiting = to - buffer.from;
    if (waiting > MAX_RECORD_BYTES) throw tooLong(scanner, name);
    await buffer.fill(Math.min(Math.max(waiting * 2, 1), MAX_RECORD_BYTES + 1));
  }
}

function lineBreaks(bytes: Uint8Array): number {
  let breaks = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) breaks++;
  }
  return breaks;
}

function tooLong(scanner: CsvScanner, name: string): InputError {
  const limit = `${MAX_RECORD_BYTES >> 20} MB`;
  return new InputError(
    scanner.openQuoteLine > 0
      ? `${name}, line ${scanner.openQuoteLine}: expected a closing quote for the one opened on this line but found none ` +
        `in the next ${limit}. Close it, or double it ("") if it is part of the text.`
      : `${name}, line ${scanner.line}: expected a line of at most ${limit} but found a longer one. ` +
        `Is it a CSV file with line breaks?`,
  );
}

/** Names of the columns, each different, none empty. */
function columnNames(
  scanner: CsvScanner,
  decode: (bytes: Uint8Array) => string,
  name: string,
  report: ReadingReport,
  unmark: boolean,
): string[] {
  const written = (scanner.header ?? []).map(decode);
  const given = unmark ? written.map(withoutFormulaMark) : written;
  const trimmed = given.map((title) => title.trim());
  const taken = new Set(trimmed);
  const seen = new Set<string>();
  /** The last number given to a title: a damaged header repeats its names thousands of times. */
  const last = new Map<string, number>();
  const rename = (c: number, why: string, title: string) => {
    report.add("column renamed", `${name}: column ${c + 1} ${why} and is called "${title}".`);
    return title;
  };
  return trimmed.map((title, c) => {
    if (title === "") {
      title = rename(c, "has no name", free(`column ${c + 1}`, taken, last));
      taken.add(title);
    } else if (seen.has(title)) {
      title = rename(c, `has the name "${title}" of an earlier one`, free(title, taken, last));
      taken.add(title);
    } else if (title !== given[c]) rename(c, "has spaces around its name", title);
    seen.add(title);
    return title;
  });
}

/** `title`, or `title (2)`, `title (3)`, … where it is taken; names that are taken stay so. */
function free(title: string, taken: ReadonlySet<string>, last: Map<string, number>): string {
  let result = title;
  let n = last.get(title) ?? 1;
  while (taken.has(result)) result = `${title} (${++n})`;
  last.set(title, n);
  return result;
}

function checkShape(
  scanner: CsvScanner,
  delimiter: string,
  names: readonly string[],
  headerLine: number,
  name: string,
): void {
  if (names.length === 0) throw new InputError(`${name}: expected a header and rows but found only blank lines.`);
  const value = names.find((title) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(title));
  if (value !== undefined) {
    throw new InputError(
      `${name}, line ${headerLine}: expected a header with the names of the columns but found the value "${value}". ` +
        `Put a line of names on top.`,
    );
  }
  const records = scanner.rows + scanner.rowsLeftOut;
  if (records === 0) throw new InputError(`${name}: expected rows below the header but the file ends there.`);
  const example = scanner.unevenExample;
  if (example && scanner.unevenRows * 2 > records) {
    const shown = delimiter === "\t" ? "tab" : delimiter;
    throw new InputError(
      `${name}, line ${example.line}: expected ${countOf(example.expected, "field")} as in the header but found ` +
        `${example.found}, and ${formatCount(scanner.unevenRows)} of ${countOf(records, "row")} differ from it. ` +
        `The delimiter was taken to be "${shown}": give another if it is wrong.`,
    );
  }
}

function withoutMarks(
  column: TextColumn,
  lineOf: (row: number) => number,
  name: string,
  report: ReadingReport,
): TextColumn {
  return withoutFormulaMarks(column, (code) => {
    const where = () => `${name}, line ${lineOf(column.codes.indexOf(code))}, column "${column.name}"`;
    report.add(
      "formula mark",
      () => `${where()}: an apostrophe that keeps spreadsheets from running the cell is taken away.`,
    );
  });
}
