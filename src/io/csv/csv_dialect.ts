/** The delimiter of a CSV file, from its first records. */
import { InputError } from "../../base/errors.ts";

const QUOTE = 0x22, LF = 0x0a, CR = 0x0d;
const CANDIDATES = [",", ";", "\t", "|"];
const SAMPLE_RECORDS = 200;

/**
 * The delimiter that cuts the first records into the most fields most evenly; "," where the header has one field.
 * Ties go to the one first in the order , ; tab |
 *
 * `whole` says that the sample is the whole file, so that its last record is complete.
 */
export function sniffDelimiter(sample: Uint8Array, whole: boolean): string {
  let best = ",", bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const counts = fieldCounts(sample, delimiter.charCodeAt(0), whole);
    const header = counts[0] ?? 1;
    if (header < 2) continue;
    const even = counts.filter((count) => count === header).length / counts.length;
    const score = even * even * (header - 1) / header;
    if (score > bestScore) best = delimiter, bestScore = score;
  }
  return best;
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

/** Fields of each of the first records, blank lines left out. */
function fieldCounts(sample: Uint8Array, delimiter: number, whole: boolean): number[] {
  const counts: number[] = [];
  let fields = 1, fieldStart = 0, recordStart = 0, quoted = false;
  for (let i = 0; i < sample.length && counts.length < SAMPLE_RECORDS; i++) {
    const byte = sample[i]!;
    if (quoted) {
      if (byte === QUOTE) {
        if (sample[i + 1] === QUOTE) i++;
        else quoted = false;
      }
    } else if (byte === QUOTE && onlySpaces(sample, fieldStart, i)) quoted = true;
    else if (byte === delimiter) fields++, fieldStart = i + 1;
    else if (byte === LF || byte === CR) {
      if (i > recordStart) counts.push(fields);
      fields = 1, fieldStart = recordStart = i + 1;
    }
  }
  if ((whole || counts.length === 0) && recordStart < sample.length && counts.length < SAMPLE_RECORDS) {
    counts.push(fields);
  }
  return counts;
}

function onlySpaces(sample: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (sample[i] !== 0x20) return false;
  return true;
}
