/** Finds cells that are kept as they are but deserve a warning. */
import type { TextColumn } from "../../base/column.ts";
import { bytesOf, valueOf } from "../bytes/byte_column.ts";
import type { ReadingReport } from "../report/reading_report.ts";

/** Reports cells with NUL characters, and cells that a spreadsheet would run as a formula. */
export function reportOddText(
  columns: readonly TextColumn[],
  lineOf: (row: number) => number,
  name: string,
  report: ReadingReport,
  show: (text: string) => string = (text) => text,
): void {
  for (const column of columns) {
    const suspects = suspectsOf(column);
    const withNul = suspects.filter((text) => text.includes("\0"));
    const formulas = suspects.filter((text) => FORMULA.test(text));
    const at = (text: string) => {
      const line = lineOf(column.codes.indexOf(column.dictionary.indexOf(text)));
      const whole = show(text);
      const short = whole.length > 60 ? whole.slice(0, 60) + "…" : whole;
      return `${name}, line ${line}, column "${column.name}": ${JSON.stringify(short)}`;
    };
    report.add("note", () => `${at(withNul[0]!)} holds a NUL character; it is kept.`, withNul.length);
    report.add("formula cell", () => `${at(formulas[0]!)} looks like a formula; it is kept as text.`, formulas.length);
  }
}

/** Text that a spreadsheet would run as a formula; a phone number and a negative amount are none. */
const FORMULA = /^(=.|[+\-@]\s*[A-Za-z_][\w.]*\s*[(|!])/s;

/** Codes of values that may be odd. Where values are still bytes, the first byte tells. */
function suspectsOf(column: TextColumn): string[] {
  const source = bytesOf(column);
  if (!source) return column.dictionary.filter((text) => /^[=+\-@]|\0/.test(text));
  const bytes = source.bytes(), ends = source.ends();
  if (bytes.includes(0)) return [...column.dictionary];
  const found: string[] = [];
  for (let code = 0, start = 0; code < ends.length; start = ends[code++]!) {
    const first = bytes[start]!;
    const isSign = first === 0x2b || first === 0x2d || first === 0x40;
    if (first === 0x3d || (isSign && !isDigit(bytes[start + 1]!))) found.push(valueOf(column, code));
  }
  return found;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
