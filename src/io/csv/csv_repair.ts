/** Records of a CSV whose quotes are not doubled: escaped by a backslash, or left as they are. */

const QUOTE = 0x22, SPACE = 0x20, TAB = 0x09, LF = 0x0a, CR = 0x0d, BACKSLASH = 0x5c;

/** What quotes stand for within a quoted field: `\"` for one, or each that no delimiter or line end follows. */
export type Quotes = "escaped" | "bare";

/** How the scanner marks fields that have to be unquoted in such a way. */
export const QUOTING: Readonly<Record<Quotes, number>> = { escaped: 3, bare: 4 };

export interface Repaired {
  /** Start, end and quoting (0 bare, else of `QUOTING`) of each field, one after the other. */
  readonly fields: readonly number[];
  /** Where the next record begins. */
  readonly end: number;
  /** Line breaks within the fields. */
  readonly breaks: number;
  /** Whether every field is quoted. */
  readonly allQuoted: boolean;
}

/**
 * The record that begins at `from`, if its quotes are read that way; "more" where the bytes end within it, undefined
 * where that way leads nowhere.
 *
 * @param final whether the file ends at `to`.
 */
export function repairedRecord(
  buffer: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  delimiter: number,
  quotes: Quotes,
): Repaired | "more" | undefined {
  const fields: number[] = [];
  let breaks = 0, allQuoted = true;
  for (let i = from;;) {
    let start = i;
    while (i < to && buffer[i] === SPACE) i++;
    if (i < to && buffer[i] === QUOTE) {
      start = ++i;
      let end = -1;
      for (; i < to && end < 0; i++) {
        const byte = buffer[i]!;
        if (byte === LF || (byte === CR && buffer[i + 1] !== LF)) breaks++;
        if (quotes === "escaped" && byte === BACKSLASH) i++;
        else if (byte === QUOTE && i + 1 < to && buffer[i + 1] === QUOTE && closes(buffer, i + 1, to, delimiter) < 0) {
          i++;
        } else if (byte === QUOTE) {
          const next = closes(buffer, i, to, delimiter);
          if (next >= 0) end = i, i = next - 1;
          else if (quotes === "escaped") return undefined;
        }
      }
      if (end < 0) return final ? undefined : "more";
      fields.push(start, end, QUOTING[quotes]);
    } else {
      i = start;
      while (i < to && buffer[i] !== delimiter && buffer[i] !== LF && buffer[i] !== CR) i++;
      fields.push(start, i, 0);
      allQuoted = false;
    }
    if (i >= to) return final ? { fields, end: to, breaks, allQuoted } : "more";
    const byte = buffer[i++]!;
    if (byte === delimiter) continue;
    if (byte === CR && i >= to && !final) return "more";
    if (byte === CR && i < to && buffer[i] === LF) i++;
    return { fields, end: i, breaks, allQuoted };
  }
}

/** Where the field ends that a quote closes, behind spaces; -1 where something else follows the quote. */
function closes(buffer: Uint8Array, quote: number, to: number, delimiter: number): number {
  let next = quote + 1;
  while (next < to && (buffer[next] === SPACE || (buffer[next] === TAB && delimiter !== TAB))) next++;
  return next >= to || buffer[next] === delimiter || buffer[next] === LF || buffer[next] === CR ? next : -1;
}

/** Copies a field, its quotes as they were meant, into a place that is as long, and returns its length. */
export function unescaped(buffer: Uint8Array, start: number, end: number, quoting: number, into: Uint8Array): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const byte = buffer[i]!;
    const doubled = byte === QUOTE && buffer[i + 1] === QUOTE && i + 1 < end;
    if (doubled || (quoting === QUOTING.escaped && byte === BACKSLASH && buffer[i + 1] === QUOTE)) i++;
    into[length++] = doubled ? QUOTE : buffer[i]!;
  }
  return length;
}
