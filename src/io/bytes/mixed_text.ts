/** Columns of text in which single bytes are no UTF-8. */
import type { TextColumn } from "../../base/column.ts";
import type { ByteDictionary } from "./byte_dictionary.ts";

/** A column whose damaged values are decoded one by one; values that become the same text are one. */
export function decodedColumn(
  name: string,
  codes: Int32Array,
  dictionary: ByteDictionary,
  decode: (bytes: Uint8Array) => string,
): TextColumn {
  const first = new Map<string, number>();
  const merged = dictionary.strings().map((text, code) => {
    const value = text.includes("\ufffd") ? decode(dictionary.bytesOf(code)) : text;
    return first.get(value) ?? (first.set(value, first.size), first.size - 1);
  });
  return {
    kind: "text",
    name,
    codes: codes.map((code) => code < 0 ? code : merged[code]!),
    dictionary: [...first.keys()],
  };
}
