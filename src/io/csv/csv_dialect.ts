/** The delimiter of a CSV file, from its first records. */
import { InputError } from "../../base/errors.ts";

const QUOTE = 0x22, LF = 0x0a, CR = 0x0d;
export const CANDIDATES = [",", ";", "\t", "|"];
const SAMPLE_RECORDS = 200;

/**
 * The delimiter that cuts the first records into the most fields most evenly; "," where the header has one field.
 * Ties go to the one first in the order , ; tab |
 *
 * `whole` says that the sample is the whole file, so that its last record is complete.
 */
export function sniffDelimiter(sample: Uint8Array, whole: boolean): { delimiter: string; score: number } {
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = delimiterScore(sample, delimiter, whole);
    if (score > best.score) best = { delimiter, score };
  }
  return best;
}

/** How evenly a delimiter cuts the first records into as many fields as the first of them has, 0 to 1. */
export function delimiterScore(sample: Uint8Array, delimiter: string, whole: boolean): number {
  const counts = sampleRecords(sample, delimiter.charCodeAt(0), whole).map(({ cells }) => cells.length);
  const header = counts[0] ?? 1;
  if (header < 2) return 0;
  const even = counts.filter((count) => count === header).length / counts.length;
  return even * even * (header - 1) / header;
}

/** The delimiter that the user gave; "tab" and "\t" name the tab. */
export function delimiterCharacter(given: string): string {
  const delimiter = given === "tab" || given === "\\t" ? "\t" : given;
  const byte = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || byte > 126 || byte === QUOTE || byte === LF || byte === CR || byte === 0x20) {
    throw new InputError(
      `Expected a delimiter of one ASCII character, such as "," ";" "tab" or "|", but found "${given}".`,
    );
  }
  return delimiter;
}

/** One of the first records. */
export interface SampleRecord {
  /** Where it begins, in bytes. */
  readonly from: number;
  /** Line on which it begins, 1-based. */
  readonly line: number;
  /** Its fields, without quotes and outer spaces. */
  readonly cells: readonly string[];
}

/** The first records, blank lines left out. `whole` says that the sample is the whole file. */
export function sampleRecords(sample: Uint8Array, delimiter: number, whole: boolean): SampleRecord[] {
  const records: SampleRecord[] = [];
  const starts: number[] = [0];
  let recordStart = 0, quoted = false, line = 1, recordLine = 1;
  const cellsUpTo = (end: number) =>
    starts.map((start, i) => cellOf(sample.subarray(start, i + 1 < starts.length ? starts[i + 1]! - 1 : end)));
  for (let i = 0; i < sample.length && records.length < SAMPLE_RECORDS; i++) {
    const byte = sample[i]!;
    const breaks = byte === LF || (byte === CR && sample[i + 1] !== LF);
    if (breaks) line++;
    if (quoted) {
      if (byte === QUOTE) {
        if (sample[i + 1] === QUOTE) i++;
        else quoted = false;
      }
    } else if (byte === QUOTE && onlySpaces(sample, starts.at(-1)!, i)) quoted = true;
    else if (byte === delimiter) starts.push(i + 1);
    else if (byte === LF || byte === CR) {
      if (i > recordStart) records.push({ from: recordStart, line: recordLine, cells: cellsUpTo(i) });
      starts.length = 0;
      starts.push(recordStart = i + 1);
      recordLine = line;
    }
  }
  if ((whole || records.length === 0) && recordStart < sample.length && records.length < SAMPLE_RECORDS) {
    records.push({ from: recordStart, line: recordLine, cells: cellsUpTo(sample.length) });
  }
  return records;
}

function cellOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim().replace(/^"([\s\S]*)"$/, "$1").trim();
}

function onlySpaces(sample: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (sample[i] !== 0x20) return false;
  return true;
}
