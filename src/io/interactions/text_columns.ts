/** Deriving text columns from text columns: once per distinct value or combination of values, not once per row. */
import { columnNamed, type Table, type TextColumn } from "../../base/column.ts";
import { asText, sortedCodes } from "../../base/text_codes.ts";

/** Each value through `change`; `undefined` makes it a missing value. Equal results share a code. */
export function mapText(column: TextColumn, name: string, change: (value: string) => string | undefined): TextColumn {
  const words = new Dictionary();
  const next = Int32Array.from(column.dictionary, (value) => words.code(change(value)));
  const codes = new Int32Array(column.codes.length);
  for (let i = 0; i < codes.length; i++) codes[i] = column.codes[i]! < 0 ? -1 : next[column.codes[i]!]!;
  return { kind: "text", name, codes, dictionary: words.values };
}

/**
 * One value from several columns of equal length, `undefined` standing for what is missing: `combine` is called once for
 * each combination that occurs, in the order in which it first occurs.
 */
export function combineText(
  columns: readonly (TextColumn | undefined)[],
  name: string,
  rows: number,
  combine: (...values: (string | undefined)[]) => string | undefined,
): TextColumn {
  const { groups, examples } = groupRows(columns, rows);
  const words = new Dictionary();
  const next = examples.map((row) => {
    const values = columns.map((column) => column && textAt(column, row));
    return words.code(combine(...values));
  });
  for (let i = 0; i < rows; i++) groups[i] = next[groups[i]!]!;
  return { kind: "text", name, codes: groups, dictionary: words.values };
}

/** The same value in every row. */
export function constantText(name: string, value: string, rows: number): TextColumn {
  return { kind: "text", name, codes: new Int32Array(rows), dictionary: [value] };
}

/** The same values under another name; undefined stays undefined. */
export function renamed(column: TextColumn | undefined, name: string): TextColumn | undefined {
  return column && { ...column, name };
}

/** The column of that name as text, or undefined where the table has none. */
export function textNamed(table: Table, name: string | undefined): TextColumn | undefined {
  const column = name === undefined ? undefined : columnNamed(table, name);
  return column && asText(column);
}

export function textAt(column: TextColumn, row: number): string | undefined {
  const code = column.codes[row]!;
  return code < 0 ? undefined : column.dictionary[code];
}

/** The column with values that occur only, in code-unit order, so that codes compare as values do. */
export function sortDictionary(column: TextColumn): TextColumn {
  const { codes, names } = sortedCodes(column.codes, column.dictionary);
  return { ...column, codes, dictionary: names };
}

/** A number for each row, equal where all columns are; and the first row of each number. */
function groupRows(columns: readonly (TextColumn | undefined)[], rows: number) {
  let groups = new Int32Array(rows);
  let examples = rows === 0 ? [] : [0];
  for (const column of columns) {
    if (!column || column.dictionary.length === 0) continue;
    const width = column.dictionary.length + 1;
    const lookUp = groupNumbers(examples.length * width);
    const finer = new Int32Array(rows);
    const firsts: number[] = [];
    for (let i = 0; i < rows; i++) {
      const group = lookUp(groups[i]! * width + column.codes[i]! + 1, firsts.length);
      if (group === firsts.length) firsts.push(i);
      finer[i] = group;
    }
    groups = finer;
    examples = firsts;
  }
  return { groups, examples };
}

/** Gives a key the number it got before, else `next`. An array where the keys are few, a map where they are many. */
function groupNumbers(keys: number): (key: number, next: number) => number {
  if (keys <= 1 << 22) {
    const known = new Int32Array(keys).fill(-1);
    return (key, next) => known[key]! < 0 ? known[key] = next : known[key]!;
  }
  const known = new Map<number, number>();
  return (key, next) => {
    const group = known.get(key);
    if (group !== undefined) return group;
    known.set(key, next);
    return next;
  };
}

class Dictionary {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  code(value: string | undefined): number {
    if (value === undefined) return -1;
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.#codes.set(value, code);
      this.values.push(value);
    }
    return code;
  }
}
