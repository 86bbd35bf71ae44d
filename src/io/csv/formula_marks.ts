/**
 * The apostrophe that keeps a spreadsheet from running a cell of a CSV as a formula.
 *
 * OWASP, "CSV Injection": a cell that begins with one of = + - @, their full-width forms, a tab or a line break may be
 * taken for a formula, whatever its quotes; behind an apostrophe it is text.
 */
import type { TextColumn } from "../../base/column.ts";
import { bytesOf } from "../bytes/byte_column.ts";

/**
 * The text behind an apostrophe if a spreadsheet may take it for a formula. A plain negative number is none.
 *
 * A text that has such a mark already gets one more, so that `withoutFormulaMark` gives every text back as it was.
 */
export function withFormulaMark(text: string): string {
  return mayRun(text) ? `'${text}` : text;
}

/** The text that `withFormulaMark` made it of. */
export function withoutFormulaMark(text: string): string {
  return text.startsWith("'") && mayRun(text) ? text.slice(1) : text;
}

/**
 * The column without formula marks; the same column if it has none.
 *
 * @param onMark told a code of the column, for each value that had one.
 */
export function withoutFormulaMarks(column: TextColumn, onMark: (code: number) => void): TextColumn {
  if (!mayHaveMarks(column)) return column;
  const code = new Map<string, number>();
  const merged = column.dictionary.map((text, old) => {
    const value = withoutFormulaMark(text);
    if (value !== text) onMark(old);
    // The file may hold the value without a mark as well: a dictionary must not hold it twice.
    return code.get(value) ?? (code.set(value, code.size), code.size - 1);
  });
  const codes = column.codes.map((old) => old < 0 ? old : merged[old]!);
  return { kind: "text", name: column.name, codes, dictionary: [...code.keys()] };
}

function mayRun(text: string): boolean {
  return FORMULA.test(text) && !NEGATIVE_NUMBER.test(text);
}

const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEGATIVE_NUMBER = /^'*-\d+([.,]\d+)*(e[+-]?\d+)?$/i;

const APOSTROPHE = 0x27;

/** By their first bytes, where the values are still bytes: most columns never become strings for this. */
function mayHaveMarks(column: TextColumn): boolean {
  const source = bytesOf(column);
  if (!source) return column.dictionary.some((text) => withoutFormulaMark(text) !== text);
  const bytes = source.bytes(), ends = source.ends();
  for (let code = 0, start = 0; code < ends.length; start = ends[code++]!) {
    if (bytes[start] === APOSTROPHE && start < ends[code]!) return true;
  }
  return false;
}
