/** A scanner over the bytes of a CSV file (RFC 4180 and its usual dialects), straight into dictionary-encoded columns. */
import { ByteDictionary, HASH_PRIME, HASH_SEED } from "../bytes/byte_dictionary.ts";
import { InputError } from "../../base/errors.ts";
import { countOf } from "../../base/format.ts";
import { type Quotes, type Repaired, repairedRecord, unescaped } from "./csv_repair.ts";
import type { ReadingReport } from "../report/reading_report.ts";

const QUOTE = 0x22, SPACE = 0x20, TAB = 0x09, LF = 0x0a, CR = 0x0d, BACKSLASH = 0x5c;

/** Longest record: a longer line is taken for a damaged file. */
export const MAX_RECORD_BYTES = 1 << 26;

/** So far a record is followed whose quotes may be escaped; beyond, it is what RFC 4180 says. */
const MAX_ESCAPED_BYTES = 1 << 20;

/** Rows of one file. Feed it bytes from `scan`; read `header`, `columns` and `rows` when all are fed. */
export class CsvScanner {
  /** Names as they stand in the file; undefined until the first record is complete. */
  header: Uint8Array[] | undefined;
  readonly columns: { codes: Int32Array; dictionary: ByteDictionary }[] = [];
  rows = 0;
  /** Records with more or fewer fields than the header. Extra fields that are empty do not count. */
  unevenRows = 0;
  unevenExample: UnevenRow | undefined;
  rowsLeftOut = 0;
  /** Line on which the next record begins, 1-based. */
  line: number;
  /** Line of a quote that was open when `scan` ran out of bytes, else 0. */
  openQuoteLine = 0;

  readonly #name: string;
  readonly #report: ReadingReport;
  readonly #delimiter: number;
  readonly #endsField = new Uint8Array(256);
  readonly #endsQuoted = new Uint8Array(256);
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #hashes = new Int32Array(64);
  /** 0 bare, 1 quoted, 2 quoted with doubled quotes in it, more: of `QUOTING`. */
  #quoting = new Uint8Array(64);
  #fields = 0;
  /** Whether a record had its columns only where backslashes escape quotes: then they do in all that follow. */
  #escapes = false;
  #scratch = new Uint8Array(1024);
  /** Where the distance between row number and line number changes: the row, and the distance from there on. */
  readonly #shiftedRows: number[] = [];
  readonly #shifts: number[] = [];
  readonly #show: (text: string) => string;

  /** `show` writes a cell into a message. */
  constructor(
    delimiter: number,
    line: number,
    name: string,
    report: ReadingReport,
    show: (text: string) => string = (text) => text,
  ) {
    this.#show = show;
    this.#delimiter = delimiter;
    this.line = line;
    this.#name = name;
    this.#report = report;
    for (const byte of [delimiter, LF, CR]) this.#endsField[byte] = 1;
    for (const byte of [QUOTE, LF, CR]) this.#endsQuoted[byte] = 1;
  }

  /** Gives the line of the file on which a row begins, 1-based; it holds on to nothing else of the scanner. */
  lines(): (row: number) => number {
    const rows = this.#shiftedRows, shifts = this.#shifts;
    return (row) => {
      let low = 0, high = rows.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle]! <= row) low = middle + 1;
        else high = middle;
      }
      return row + 1 + (low === 0 ? 0 : shifts[low - 1]!);
    };
  }

  /**
   * Takes in the complete records of `buffer[from..to)` and returns where the first incomplete one begins; with
   * `final`, the end of the bytes ends the last record. `buffer` must be at least one byte longer than `to`.
   */
  scan(buffer: Uint8Array, from: number, to: number, final: boolean): number {
    const delimiter = this.#delimiter, endsField = this.#endsField;
    // A line break behind the last byte stops every inner loop, so that none has to look at the length.
    buffer[to] = LF;
    this.openQuoteLine = 0;
    let i = from;
    while (i < to) {
      const recordStart = i;
      let breaks = 0, isRepaired = false;
      this.#fields = 0;
      for (;;) {
        let start = i;
        let hash = HASH_SEED;
        let quoting = 0;
        let end: number;
        let byte = buffer[i]!;
        if (byte === SPACE) {
          let next = i + 1;
          while (buffer[next] === SPACE) next++;
          if (buffer[next] === QUOTE) i = next, byte = QUOTE;
        }
        if (byte === QUOTE) {
          quoting = 1;
          start = ++i;
          const openLine = this.line + breaks;
          const endsQuoted = this.#endsQuoted;
          let repaired: Repaired | undefined;
          for (;;) {
            byte = buffer[i]!;
            while (endsQuoted[byte] === 0) {
              hash = Math.imul(hash ^ byte, HASH_PRIME);
              byte = buffer[++i]!;
            }
            if (i >= to) {
              this.openQuoteLine = openLine;
              if (!final) return recordStart;
              const found = this.#repair(buffer, recordStart, to, final);
              if (typeof found !== "object") throw this.#unclosedQuote(openLine);
              repaired = found;
              break;
            }
            if (byte === QUOTE) {
              if (buffer[i + 1] !== QUOTE || i + 1 >= to) break;
              quoting = 2;
              i++;
            } else if (byte === LF || buffer[i + 1] !== LF) breaks++;
            hash = Math.imul(hash ^ byte, HASH_PRIME);
            i++;
          }
          end = i++;
          while (buffer[i] === SPACE || (buffer[i] === TAB && delimiter !== TAB)) i++;
          if (i < to && endsField[buffer[i]!] === 0 && !repaired) {
            const field = this.#fields;
            const found = this.#repair(buffer, recordStart, to, final);
            if (found === "more") return recordStart;
            if (!found) throw this.#strayText(buffer, start, end, i, field, openLine, breaks);
            repaired = found;
          }
          if (repaired) {
            isRepaired = true;
            breaks = repaired.breaks;
            i = repaired.end;
            break;
          }
        } else {
          while (endsField[byte] === 0) {
            hash = Math.imul(hash ^ byte, HASH_PRIME);
            byte = buffer[++i]!;
          }
          end = i;
        }
        this.#push(start, end, hash, quoting);
        if (i >= to) {
          if (!final) return recordStart;
          i = to;
          break;
        }
        byte = buffer[i]!;
        i++;
        if (byte === delimiter) continue;
        if (byte === CR) {
          if (i >= to && !final) return recordStart;
          if (i < to && buffer[i] === LF) i++;
        }
        break;
      }
      if (!isRepaired && (this.#escapes || this.#fields !== this.columns.length) && this.header) {
        const escaped = this.#fitEscaped(buffer, recordStart, i, to, final);
        if (escaped === "more") return recordStart;
        if (escaped) i = escaped.end, breaks = escaped.breaks;
      }
      this.#take(buffer);
      this.line += 1 + breaks;
    }
    return i;
  }

  #push(start: number, end: number, hash: number, quoting: number): void {
    const field = this.#fields++;
    if (field === this.#starts.length) this.#growFields();
    this.#starts[field] = start;
    this.#ends[field] = end;
    this.#hashes[field] = hash;
    this.#quoting[field] = quoting;
  }

  #growFields(): void {
    const grown = <T extends Int32Array | Uint8Array>(from: T, into: T): T => (into.set(from), into);
    const length = this.#starts.length * 4;
    this.#starts = grown(this.#starts, new Int32Array(length));
    this.#ends = grown(this.#ends, new Int32Array(length));
    this.#hashes = grown(this.#hashes, new Int32Array(length));
    this.#quoting = grown(this.#quoting, new Uint8Array(length));
  }

  /** One complete record: a blank line, the header, or a row. */
  #take(buffer: Uint8Array): void {
    if (this.#fields === 1 && this.#quoting[0] === 0 && isBlank(buffer, this.#starts[0]!, this.#ends[0]!)) return;
    if (!this.header) return this.#takeHeader(buffer);
    const columns = this.columns;
    const fields = this.#fields;
    if (fields !== columns.length && !this.#takeUneven(buffer)) return;
    const row = this.rows++;
    const shift = this.line - row - 1;
    if (shift !== (this.#shifts.length === 0 ? 0 : this.#shifts[this.#shifts.length - 1])) {
      this.#shiftedRows.push(row);
      this.#shifts.push(shift);
    }
    if (row === columns[0]!.codes.length) this.#growColumns(row * 4);
    for (let c = 0; c < columns.length; c++) {
      const { codes, dictionary } = columns[c]!;
      if (c >= fields) {
        codes[row] = -1;
        continue;
      }
      const start = this.#starts[c]!, end = this.#ends[c]!;
      if (start === end) codes[row] = -1;
      else if (this.#quoting[c] === 2) {
        const length = this.#unquote(buffer, start, end);
        codes[row] = dictionary.codeOfHashed(this.#scratch, 0, length, this.#hashes[c]!);
      } else if (this.#quoting[c]! > 2) {
        codes[row] = dictionary.codeOf(this.#scratch, 0, this.#unquote(buffer, start, end, this.#quoting[c]!));
      } else codes[row] = dictionary.codeOfHashed(buffer, start, end, this.#hashes[c]!);
    }
  }

  #takeHeader(buffer: Uint8Array): void {
    this.header = [];
    for (let c = 0; c < this.#fields; c++) {
      const length = this.#unquote(buffer, this.#starts[c]!, this.#ends[c]!, this.#quoting[c]!);
      this.header.push(this.#scratch.slice(0, length));
      this.columns.push({ codes: new Int32Array(64), dictionary: new ByteDictionary() });
    }
  }

  #growColumns(rows: number): void {
    for (const column of this.columns) {
      const codes = new Int32Array(rows);
      codes.set(column.codes);
      column.codes = codes;
    }
  }

  /**
   * Reads a record whose quotes are not doubled: escaped by backslashes; or bare, where rows before it have shown what
   * a row is, and the record either stands in one line or has all its fields quoted. It must have the header's fields.
   */
  #repair(buffer: Uint8Array, from: number, to: number, final: boolean): Repaired | "more" | undefined {
    if (!this.header) return undefined;
    const columns = this.columns.length;
    for (const quotes of ["escaped", "bare"] as const) {
      const found = repairedRecord(buffer, from, to, final, this.#delimiter, quotes);
      if (found === "more") return found;
      if (!found || found.fields.length !== 3 * columns) continue;
      const trusted = found.allQuoted || (this.rows > 0 && found.breaks === 0);
      if (quotes === "bare" && !trusted) continue;
      this.#takeRepaired(found, quotes);
      return found;
    }
    return undefined;
  }

  /** A record may have the header's fields where `\"` is read as a quote. */
  #fitEscaped(
    buffer: Uint8Array,
    from: number,
    end: number,
    to: number,
    final: boolean,
  ): Repaired | "more" | undefined {
    const record = buffer.subarray(from, end);
    let at = record.indexOf(BACKSLASH);
    while (at >= 0 && record[at + 1] !== QUOTE) at = record.indexOf(BACKSLASH, at + 1);
    if (at < 0) return undefined;
    const found = repairedRecord(buffer, from, to, final, this.#delimiter, "escaped");
    if (found === "more") return to - from < MAX_ESCAPED_BYTES ? found : undefined;
    if (!found || found.fields.length !== 3 * this.columns.length) return undefined;
    this.#takeRepaired(found, "escaped");
    return found;
  }

  #takeRepaired({ fields }: Repaired, quotes: Quotes): void {
    this.#fields = 0;
    for (let f = 0; f < fields.length; f += 3) this.#push(fields[f]!, fields[f + 1]!, 0, fields[f + 2]!);
    this.#escapes ||= quotes === "escaped";
    const read = quotes === "escaped" ? 'quotes are written \\"' : "quotes within the text are not doubled";
    this.#report.add(
      "quote repaired",
      () => `${this.#name}, line ${this.line}: ${read}; they are read as part of it, for so the row has its columns.`,
    );
  }

  /** Counts a record that is too short or too long; false if it is left out. */
  #takeUneven(buffer: Uint8Array): boolean {
    const expected = this.columns.length, found = this.#fields;
    let beyond = expected;
    while (beyond < found && this.#starts[beyond] === this.#ends[beyond]) beyond++;
    const lossy = beyond < found;
    const where = `${this.#name}, line ${this.line}`;
    const counts = `expected ${countOf(expected, "field")} as in the header but found ${found}`;
    const done = lossy
      ? "the row is left out"
      : found < expected
      ? "the rest is missing"
      : "those beyond the header are empty";
    this.#report.add("uneven row", () => `${where}: ${counts}; ${done}.`);
    if (!lossy && found > expected) return true;
    this.unevenRows++;
    this.unevenExample ??= { line: this.line, expected, found };
    if (!lossy) return true;
    this.rowsLeftOut++;
    this.#report.add("row left out", () => {
      const length = this.#unquote(buffer, this.#starts[beyond]!, this.#ends[beyond]!, this.#quoting[beyond]!);
      const text = this.#shown(this.#scratch.subarray(0, length));
      return `${where}: ${counts}; nothing says what ${text} (field ${beyond + 1}) is.`;
    });
    return false;
  }

  /** Copies a field into the scratch space, doubled quotes made single, and returns its length. */
  #unquote(buffer: Uint8Array, start: number, end: number, quoting = 2): number {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    const scratch = this.#scratch;
    if (quoting > 2) return unescaped(buffer, start, end, quoting, scratch);
    let length = 0;
    for (let i = start; i < end; i++) {
      const byte = buffer[i]!;
      scratch[length++] = byte;
      if (byte === QUOTE && quoting === 2) i++;
    }
    return length;
  }

  #shown(bytes: Uint8Array): string {
    const whole = this.#show(text(bytes));
    return `"${whole.length > 40 ? whole.slice(0, 40) + "…" : whole}"`;
  }

  #unclosedQuote(line: number): InputError {
    return new InputError(
      `${this.#name}, line ${line}: expected a closing quote for the one opened on this line but the file ends first. ` +
        `Close it, or double it ("") if it is part of the text.`,
    );
  }

  #strayText(
    buffer: Uint8Array,
    start: number,
    end: number,
    at: number,
    field: number,
    openLine: number,
    breaks: number,
  ): InputError {
    const line = this.line + breaks;
    const opened = openLine === line ? "" : ` (opened on line ${openLine})`;
    return new InputError(
      `${this.#name}, line ${line}, field ${field + 1}: expected a delimiter or the end of the ` +
        `line after the closing quote of ${this.#shown(buffer.subarray(start, end))}${opened} but found ` +
        `${this.#shown(buffer.subarray(at, at + 1))}. Double a quote ("") that is part of the text.`,
    );
  }
}

interface UnevenRow {
  readonly line: number;
  readonly expected: number;
  readonly found: number;
}

function isBlank(buffer: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (buffer[i] !== SPACE && buffer[i] !== TAB) return false;
  return true;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
