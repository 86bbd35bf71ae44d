/** Columns as blocks of bytes, with what is needed to read them. */
import type { Column } from "../../base/column.ts";
import { type IntegerCoding, packIntegers, unpackIntegers } from "./integers.ts";
import { type NumberCoding, packNumbers, unpackNumbers } from "./numbers.ts";

export type ColumnCoding =
  & { readonly name: string }
  & (
    | { readonly kind: "text"; readonly dictionary: readonly string[]; readonly codes: IntegerCoding }
    | { readonly kind: "number"; readonly integer: boolean; readonly values: NumberCoding }
    | { readonly kind: "time"; readonly values: NumberCoding }
    | { readonly kind: "boolean"; readonly values: IntegerCoding }
  );

/** Values that no row has are left out of the dictionary. */
export function packColumn(column: Column): { coding: ColumnCoding; block: Uint8Array } {
  const { name } = column;
  switch (column.kind) {
    case "text": {
      const { codes, dictionary } = used(column.codes, column.dictionary);
      const { coding, block } = packIntegers(codes);
      return { coding: { kind: "text", name, dictionary, codes: coding }, block };
    }
    case "number": {
      const { coding, block } = packNumbers(column.values);
      return { coding: { kind: "number", name, integer: column.integer, values: coding }, block };
    }
    case "time": {
      const { coding, block } = packNumbers(column.values);
      return { coding: { kind: "time", name, values: coding }, block };
    }
    case "boolean": {
      const { coding, block } = packIntegers(column.values);
      return { coding: { kind: "boolean", name, values: coding }, block };
    }
  }
}

export function unpackColumn(coding: ColumnCoding, block: Uint8Array): Column {
  const { name } = coding;
  switch (coding.kind) {
    case "text":
      return { kind: "text", name, dictionary: coding.dictionary, codes: wholeNumbers(coding.codes, block) };
    case "number":
      return { kind: "number", name, integer: coding.integer, values: unpackNumbers(coding.values, block) };
    case "time":
      return { kind: "time", name, values: unpackNumbers(coding.values, block) };
    case "boolean":
      return { kind: "boolean", name, values: Int8Array.from(unpackIntegers(coding.values, block)) };
  }
}

/** Codes and offsets: whole numbers that fit. */
export function wholeNumbers(coding: IntegerCoding, block: Uint8Array): Int32Array {
  return Int32Array.from(unpackIntegers(coding, block));
}

function used(codes: Int32Array, dictionary: readonly string[]): { codes: Int32Array; dictionary: string[] } {
  const next = new Int32Array(dictionary.length).fill(-1);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) next[codes[i]!] = 0;
  const kept: string[] = [];
  for (let code = 0; code < next.length; code++) if (next[code] === 0) next[code] = kept.push(dictionary[code]!) - 1;
  return { codes: codes.map((code) => code < 0 ? -1 : next[code]!), dictionary: kept };
}
