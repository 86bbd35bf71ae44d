/** Columns while they grow: typed from the start, and as small as what was put in. */
import type { Column, TextColumn } from "../../base/column.ts";
import { ByteDictionary } from "./byte_dictionary.ts";

export type ColumnKind = Column["kind"];

const NO_CODES = new Int32Array(0);
const NO_NUMBERS = new Float64Array(0);
const MISSING = -1;
/** A column is kept as pairs of row and value until one row in so many has a value. */
const SPARSE_SHARE = 8;
const encoder = new TextEncoder();

/**
 * A column of one kind; rows are set in ascending order, rows left out are missing values.
 *
 * Text and booleans are codes, numbers and times are numbers. Until the column is dense, place i holds the value of
 * row `rows[i]`; then, of row i.
 */
export class ColumnBuilder {
  readonly name: string;
  kind: ColumnKind;
  /** Numbers only: each value is a whole number, and was said to be one. */
  integer = true;
  /** The row set last. */
  row = -1;
  codes: Int32Array = NO_CODES;
  numbers: Float64Array = NO_NUMBERS;
  dictionary = new ByteDictionary();
  /** Times only: rows whose time says no zone, marked with 1. */
  local: ColumnBuilder | undefined;
  /** Times only: what stands in the file where it is no time that was understood. */
  unread: ColumnBuilder | undefined;
  /** Line of the first of those. */
  firstUnreadLine = 0;
  #rows: Int32Array | undefined = NO_CODES;
  #count = 0;

  constructor(name: string, kind: ColumnKind) {
    this.name = name;
    this.kind = kind;
  }

  /** Text: a code of `dictionary`. Boolean: 0 or 1. Setting a row again replaces its value. */
  setCode(row: number, code: number): void {
    const place = this.#rows === undefined ? row : this.#sparsePlace(row);
    if (place >= this.codes.length) this.codes = grownCodes(this.codes, place + 1);
    this.codes[place] = code;
    this.row = row;
  }

  /** Number, or time in milliseconds. Setting a row again replaces its value. */
  setNumber(row: number, value: number): void {
    const place = this.#rows === undefined ? row : this.#sparsePlace(row);
    if (place >= this.numbers.length) this.numbers = grownNumbers(this.numbers, place + 1);
    this.numbers[place] = value;
    this.row = row;
  }

  markLocal(row: number): void {
    this.local ??= new ColumnBuilder(this.name, "boolean");
    this.local.setCode(row, 1);
  }

  /** Keeps the text of a row whose time is missing so far. */
  setUnread(row: number, bytes: Uint8Array, from: number, to: number, line: number): void {
    if (!this.unread) this.firstUnreadLine = line;
    this.unread ??= new ColumnBuilder(this.name, "text");
    this.unread.setCode(row, this.unread.dictionary.codeOf(bytes, from, to));
  }

  setText(row: number, text: string): void {
    const bytes = encoder.encode(text);
    this.setCode(row, this.dictionary.codeOf(bytes, 0, bytes.length));
  }

  /** Makes text of what was put in so far: the shortest number, ISO 8601 in UTC, `true` or `false`. */
  turnIntoText(): void {
    if (this.kind === "text") return;
    const inText = (text: string) => {
      const bytes = encoder.encode(text);
      return this.dictionary.codeOf(bytes, 0, bytes.length);
    };
    if (this.kind === "boolean") {
      for (let i = 0; i < this.codes.length; i++) {
        if (this.codes[i] !== MISSING) this.codes[i] = inText(this.codes[i] === 1 ? "true" : "false");
      }
    } else {
      const { numbers, kind } = this;
      const unread = this.unread?.finish(this.row + 1) as TextColumn | undefined;
      this.codes = new Int32Array(numbers.length).fill(MISSING);
      for (let i = 0; i < numbers.length; i++) {
        const value = numbers[i]!;
        if (Number.isNaN(value)) {
          const code = unread?.codes[this.#rows ? this.#rows[i] ?? -1 : i] ?? MISSING;
          if (code >= 0) this.codes[i] = inText(unread!.dictionary[code]!);
          continue;
        }
        this.codes[i] = inText(kind === "time" ? new Date(value).toISOString() : String(value));
      }
      this.numbers = NO_NUMBERS;
      this.local = this.unread = undefined;
    }
    this.kind = "text";
  }

  /** The column of `rows` rows; the builder is used up. A sparse one takes its full length only when it is looked at. */
  finish(rows: number): Column {
    const { name, kind } = this;
    const taken = kind === "number" || kind === "time"
      ? this.#finished(rows, this.numbers, (from, length) => grownNumbers(from, length, true))
      : this.#finished(rows, this.codes, (from, length) => grownCodes(from, length, true));
    switch (kind) {
      case "text": {
        const codes = taken as () => Int32Array;
        return lazily({ kind, name, dictionary: this.dictionary.strings() }, "codes", codes);
      }
      case "boolean":
        return lazily({ kind, name }, "values", () => Int8Array.from(taken() as Int32Array));
      case "number":
        return lazily({ kind, name, integer: this.integer }, "values", taken as () => Float64Array);
      case "time":
        return lazily({ kind, name }, "values", taken as () => Float64Array);
    }
  }

  #finished<T extends Int32Array | Float64Array>(
    rows: number,
    values: T,
    fitted: (from: T, length: number) => T,
  ): () => T {
    const places = this.#rows;
    if (places === undefined) {
      const dense = fitted(values, rows);
      return () => dense;
    }
    const count = this.#count;
    const at = places.slice(0, count), of = values.slice(0, count) as T;
    return () => {
      const dense = fitted(values.subarray(0, 0) as T, rows);
      for (let i = 0; i < count; i++) dense[at[i]!] = of[i]!;
      return dense;
    };
  }

  #sparsePlace(row: number): number {
    if (row === this.row) return this.#count - 1;
    let rows = this.#rows!;
    if (this.#count === rows.length) {
      if (this.#count > 0 && this.#count * SPARSE_SHARE > row) {
        this.#makeDense(row + 1);
        return row;
      }
      rows = this.#rows = grownCodes(rows, this.#count + 1);
    }
    rows[this.#count] = row;
    return this.#count++;
  }

  #makeDense(length: number): void {
    const rows = this.#rows!, count = this.#count;
    const { codes, numbers } = this;
    if (codes.length > 0) {
      this.codes = grownCodes(NO_CODES, length);
      for (let i = 0; i < count; i++) this.codes[rows[i]!] = codes[i]!;
    }
    if (numbers.length > 0) {
      this.numbers = grownNumbers(NO_NUMBERS, length);
      for (let i = 0; i < count; i++) this.numbers[rows[i]!] = numbers[i]!;
    }
    this.#rows = undefined;
  }
}

/** Columns of one table by name, in the order of their first value. */
export class TableBuilder {
  /** Rows begun. */
  rows = 0;
  readonly columns: ColumnBuilder[] = [];
  readonly #byName = new Map<string, ColumnBuilder>();

  /** The column of that name; made of that kind if there is none yet. */
  column(name: string, kind: ColumnKind): ColumnBuilder {
    let column = this.#byName.get(name);
    if (!column) {
      column = new ColumnBuilder(name, kind);
      this.#byName.set(name, column);
      this.columns.push(column);
    }
    return column;
  }
}

/** The object with one more property, which is made when it is first read. */
function lazily<O extends object, K extends string, T>(
  object: O,
  key: K,
  make: () => T,
): O & { readonly [key in K]: T } {
  let made: T | undefined;
  return Object.defineProperty(object, key, { enumerable: true, get: () => made ??= make() }) as
    & O
    & { readonly [key in K]: T };
}

function grownCodes(from: Int32Array, length: number, exactly = false): Int32Array {
  if (exactly && from.length >= length) return from.length === length ? from : from.slice(0, length);
  const into = new Int32Array(exactly ? length : Math.max(length, from.length * 2, 64));
  into.set(from);
  return into.fill(MISSING, from.length);
}

function grownNumbers(from: Float64Array, length: number, exactly = false): Float64Array {
  if (exactly && from.length >= length) return from.length === length ? from : from.slice(0, length);
  const into = new Float64Array(exactly ? length : Math.max(length, from.length * 2, 64));
  into.set(from);
  return into.fill(NaN, from.length);
}
