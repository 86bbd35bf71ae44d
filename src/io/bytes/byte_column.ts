/** Text columns whose values are still bytes: strings are made when they are first asked for. */
import type { TextColumn } from "../../base/column.ts";
import type { ByteDictionary } from "./byte_dictionary.ts";

/** A column of a million different times or numbers is read from these bytes and never becomes strings. */
const sources = new WeakMap<TextColumn, ByteDictionary>();
const encodings = new WeakMap<TextColumn, string>();

/** A text column over a dictionary of bytes in the encoding named. No two values may decode to the same text. */
export function byteColumn(name: string, codes: Int32Array, bytes: ByteDictionary, encoding: string): TextColumn {
  let source: ByteDictionary | undefined = bytes;
  let dictionary: readonly string[] | undefined;
  const column: TextColumn = {
    kind: "text",
    name,
    codes,
    get dictionary() {
      if (!dictionary) {
        dictionary = source!.strings(encoding);
        source = undefined;
        sources.delete(column);
      }
      return dictionary;
    },
  };
  sources.set(column, bytes);
  encodings.set(column, encoding);
  return column;
}

/** The bytes of a column's values, if no strings have been made of them yet. */
export function bytesOf(column: TextColumn): ByteDictionary | undefined {
  return sources.get(column);
}

/** How many different values a column has. */
export function distinctValues(column: TextColumn): number {
  return bytesOf(column)?.size ?? column.dictionary.length;
}

/** One value, without making strings of the others. */
export function valueOf(column: TextColumn, code: number): string {
  const bytes = bytesOf(column);
  if (!bytes) return column.dictionary[code]!;
  return new TextDecoder(encodings.get(column), { ignoreBOM: true }).decode(bytes.bytesOf(code));
}
