/** Where the header of a CSV stands, which reports put below a title, a date and blank lines. */
import { CANDIDATES, delimiterScore, type SampleRecord, sampleRecords, sniffDelimiter } from "./csv_dialect.ts";

/** What stands above the header. */
export interface Preamble {
  /** How many bytes and lines it has. */
  readonly bytes: number;
  readonly lines: number;
  /** How many of the lines say something, and the first that does. */
  readonly filled: number;
  readonly firstLine: number;
  readonly first: string;
}

/**
 * What stands above the header. The header is the first record that has as many cells as most have, and more than half
 * of them filled; it must hold names and no values, and rows below it a value. Else the first record is the header.
 *
 * @param whole whether the sample is the whole file.
 */
export function findPreamble(sample: Uint8Array, delimiter: string, whole: boolean): Preamble | undefined {
  const records = sampleRecords(sample, delimiter.charCodeAt(0), whole);
  const width = usualWidth(records);
  if (width < 2 || records.length < 3) return undefined;
  const header = records.slice(0, MOST_LINES).findIndex(({ cells }) =>
    cells.length === width && cells.filter((cell) => cell !== "").length * 2 > width
  );
  if (header <= 0 || records[0]!.cells.length > width || records[header]!.cells.some(isValue)) return undefined;
  if (!records.slice(header + 1).some(({ cells }) => cells.some(isValue))) return undefined;
  const above = records.slice(0, header).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const { from, line } = records[header]!;
  const first = above[0];
  return {
    bytes: from,
    lines: line - 1,
    filled: above.length,
    firstLine: first?.line ?? 1,
    first: first?.cells.filter((cell) => cell !== "").join(" ") ?? "",
  };
}

/** A title is short: below so many records there is no header. */
const MOST_LINES = 50;

/** How many fields most records have; of equally frequent numbers, the larger. */
function usualWidth(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** Numbers, dates and clock times; no column is called so. */
function isValue(cell: string): boolean {
  return /^[-+]?[\d.,' ]*\d[%€$]?$/.test(cell) || /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell) ||
    /^\d{1,2}:\d\d/.test(cell);
}

/** The bytes of the first lines, up to the beginning of line `line`; -1 where there are fewer. */
export function bytesBefore(bytes: Uint8Array, line: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) {
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    if (at >= bytes.length) return -1;
    at += bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
  }
  return at;
}

export interface Layout {
  readonly delimiter: string;
  readonly preamble?: Preamble;
}

/** The delimiter, if it is not given, and what stands above the header. */
export function layoutOf(sample: Uint8Array, whole: boolean, given: string | undefined): Layout {
  const { delimiter, score } = given === undefined ? sniffDelimiter(sample, whole) : { delimiter: given, score: 1 };
  const preamble = findPreamble(sample, delimiter, whole);
  if (preamble) return { delimiter, preamble };
  let best: Layout = { delimiter }, top = score;
  for (const other of given === undefined ? CANDIDATES : []) {
    const above = findPreamble(sample, other, whole);
    const rest = above ? delimiterScore(sample.subarray(above.bytes), other, whole) : 0;
    if (above && rest > top) best = { delimiter: other, preamble: above }, top = rest;
  }
  return best;
}
