/** The fast path for XES as nearly all files write it: known bytes are compared, not parsed. */
import { HASH_PRIME, HASH_SEED } from "../bytes/byte_dictionary.ts";
import type { ColumnBuilder } from "../bytes/column_builder.ts";
import { decimal, decimalEnd } from "../bytes/decimal.ts";
import { isoTime, isoTimeHasZone } from "../time/iso_time.ts";
import { childScope, columnOf, type XesRows } from "./xes_rows.ts";
import { type AttributeType, Pattern, type Scope, type Shape, TYPES } from "./xes_shapes.ts";
import type { XmlScanner } from "../xml/xml_scanner.ts";
import { SENTINEL } from "../xml/xml_window.ts";

/** Told of a time without a zone: its column and row, its bytes and its line. */
export type NoZone = (
  column: ColumnBuilder,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  line: number,
) => void;

const TAB = 0x09, LF = 0x0a, CR = 0x0d, SPACE = 0x20, QUOTE = 0x22, APOSTROPHE = 0x27, PLUS = 0x2b, MINUS = 0x2d;
const SLASH = 0x2f, LESS = 0x3c, EQUALS = 0x3d, GREATER = 0x3e, LETTER_E = 0x65, LETTER_T = 0x74;
const LETTER_Z = 0x5a;

/** Bytes at which a scan for the end of a value looks twice. */
const STOPS = new Uint8Array(256).fill(1, 0, SPACE);
for (const byte of [QUOTE, APOSTROPHE, 0x26, LESS, SENTINEL]) STOPS[byte] = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const EVENT_TAG = new Pattern(encoder.encode("<event>"));
const TRACE_TAG = new Pattern(encoder.encode("<trace>"));
const TRUE = new Pattern(encoder.encode("true")), FALSE = new Pattern(encoder.encode("false"));

/**
 * Reads markup as nearly all files write it, as far as it goes: events, traces, and attributes of a key and a value.
 * It stops before anything unusual, which the handler reads or refuses.
 */
export function readPlainMarkup(scanner: XmlScanner, rows: XesRows, onNoZone: NoZone): void {
  const { bytes, view, end } = scanner;
  let scope = rows.scope;
  let last = rows.last;
  let at = scanner.pos, line = scanner.line;
  while (scope.plain) {
    let byte = bytes[at]!;
    while (byte === SPACE || byte === TAB || byte === LF || byte === CR) {
      if (byte === LF) line++;
      byte = bytes[++at]!;
    }
    if (byte !== LESS) break;
    const second = bytes[at + 1]!;

    if (second === SLASH) {
      const { endTag } = scope;
      if (scope.kind === "log" || at + endTag.length > end || !endTag.matches(view, at)) break;
      at += endTag.length;
      scanner.leave();
      rows.leaveScope();
    } else if (scope.kind === "trace" && second === LETTER_E) {
      if (at + EVENT_TAG.length > end || !EVENT_TAG.matches(view, at)) break;
      scanner.pos = at;
      scanner.line = line;
      scanner.enter("event");
      rows.last = last;
      rows.enterEvent(line, "event");
      at += EVENT_TAG.length;
    } else if (scope.kind === "log") {
      if (second !== LETTER_T || at + TRACE_TAG.length > end || !TRACE_TAG.matches(view, at)) break;
      scanner.pos = at;
      scanner.line = line;
      scanner.enter("trace");
      rows.enterTrace(line, "trace");
      at += TRACE_TAG.length;
    } else {
      let shape = last === undefined ? scope.first : last.next;
      if (shape === undefined || at + shape.pattern.length > end || !shape.pattern.matches(view, at)) {
        shape = last?.other;
        if (shape === undefined || at + shape.pattern.length > end || !shape.pattern.matches(view, at)) {
          shape = shapeAt(bytes, scope, at);
          if (shape === undefined) break;
        }
        if (last === undefined) scope.first = shape;
        else {
          last.other = last.next;
          last.next = shape;
        }
      }
      const after = readValue(scanner, at + shape.pattern.length, shape, scope.table!.rows - 1, line, onNoZone);
      if (after < 0) break;
      last = shape;
      if (bytes[after - 2] !== SLASH) {
        scanner.pos = at;
        scanner.line = line;
        scanner.enter(shape.element);
        rows.last = last;
        rows.enterScope(childScope(scope, "attribute", shape.element, shape.key));
        scope = rows.scope;
        last = undefined;
      }
      at = after;
      continue;
    }
    scope = rows.scope;
    last = rows.last;
  }
  scanner.pos = at;
  scanner.line = line;
  rows.last = last;
}

/** Reads a value, and puts it into its column; gives the place after the tag, or -1 if anything is unusual. */
function readValue(
  scanner: XmlScanner,
  from: number,
  shape: Shape,
  row: number,
  line: number,
  onNoZone: NoZone,
): number {
  const { bytes, view, end } = scanner;
  const { column, quote, type } = shape;
  if (column.row === row) return -1; // a key twice: to be reported
  let to = from, after = -1;
  if (column.kind === "text") {
    if (type !== "string" && type !== "id") return -1;
    const prime = HASH_PRIME;
    let hash = HASH_SEED;
    for (;; to++) {
      const byte = bytes[to]!;
      if (STOPS[byte] === 1 && (byte === quote || (byte !== QUOTE && byte !== APOSTROPHE))) break;
      hash = Math.imul(hash ^ byte, prime);
    }
    if (to === from || bytes[to] !== quote || (after = tagEnd(bytes, to + 1)) < 0) return -1;
    column.setCode(row, column.dictionary.codeOfHashed(bytes, from, to, hash));
  } else if (column.kind === "time") {
    if (type !== "date" && type !== "string") return -1;
    to = from + shape.valueBytes;
    if (to >= end || bytes[to] !== quote) {
      to = bytes.indexOf(quote, from);
      if (to < 0 || to >= end) return -1;
      shape.valueBytes = to - from;
    }
    const time = isoTime(bytes, from, to);
    if (Number.isNaN(time) || (after = tagEnd(bytes, to + 1)) < 0) return -1;
    if (!hasZone(bytes, from, to)) onNoZone(column, row, bytes, from, to, line);
    column.setNumber(row, time);
  } else if (column.kind === "number") {
    if (type !== "float" && type !== "int") return -1;
    const value = decimal(bytes, from);
    to = decimalEnd();
    if (Number.isNaN(value) || bytes[to] !== quote || (after = tagEnd(bytes, to + 1)) < 0) return -1;
    if (type === "float") column.integer = false;
    else if (!Number.isInteger(value)) return -1;
    column.setNumber(row, value);
  } else {
    if (type !== "boolean") return -1;
    const known = TRUE.matches(view, from) ? 1 : FALSE.matches(view, from) ? 0 : -1;
    to = from + (known === 1 ? TRUE.length : FALSE.length);
    if (known < 0 || bytes[to] !== quote || (after = tagEnd(bytes, to + 1)) < 0) return -1;
    column.setCode(row, known);
  }
  return after;
}

/** The shape of the attribute at `at`; undefined unless its key and value are all it has up to the value's quote. */
function shapeAt(bytes: Uint8Array, scope: Scope, at: number): Shape | undefined {
  const nameFrom = at + 1;
  let i = nameFrom;
  while (bytes[i]! > SPACE && bytes[i] !== GREATER && bytes[i] !== SLASH && bytes[i] !== SENTINEL) i++;
  const nameTo = i;
  const keyFrom = valueStart(bytes, i, KEY);
  if (keyFrom < 0) return undefined;
  const keyQuote = bytes[keyFrom - 1]!;
  i = keyFrom;
  while (STOPS[bytes[i]!] === 0 || ((bytes[i] === QUOTE || bytes[i] === APOSTROPHE) && bytes[i] !== keyQuote)) i++;
  const keyTo = i;
  if (bytes[i] !== keyQuote) return undefined;
  const valueFrom = valueStart(bytes, i + 1, VALUE);
  if (valueFrom < 0) return undefined;
  const known = scope.shapes.find(bytes, at, valueFrom);
  if (known) return known;

  const element = decoder.decode(bytes.subarray(nameFrom, nameTo));
  const type = element.slice(element.indexOf(":") + 1) as AttributeType;
  if (!TYPES.includes(type)) return undefined;
  const key = decoder.decode(bytes.subarray(keyFrom, keyTo));
  return scope.shapes.add(bytes, at, valueFrom, {
    pattern: new Pattern(bytes.slice(at, valueFrom)),
    quote: bytes[valueFrom - 1]!,
    type,
    key,
    element,
    column: columnOf(scope, type, key),
    next: undefined,
    other: undefined,
    valueBytes: 0,
  });
}

const KEY = encoder.encode("key"), VALUE = encoder.encode("value");

/** Place after the quote in ` name="`, spaces as they may be; -1 if that does not stand there. */
function valueStart(bytes: Uint8Array, from: number, name: Uint8Array): number {
  let i = from;
  while (bytes[i] === SPACE || bytes[i] === TAB) i++;
  if (i === from) return -1;
  for (let j = 0; j < name.length; j++) if (bytes[i++] !== name[j]) return -1;
  while (bytes[i] === SPACE) i++;
  if (bytes[i++] !== EQUALS) return -1;
  while (bytes[i] === SPACE) i++;
  return bytes[i] === QUOTE || bytes[i] === APOSTROPHE ? i + 1 : -1;
}

/** Place after `>`, `/>` or ` />`; -1 if none of them stands there. */
function tagEnd(bytes: Uint8Array, at: number): number {
  let i = at;
  if (bytes[i] === SPACE) i++;
  if (bytes[i] === SLASH) i++;
  return bytes[i] === GREATER ? i + 1 : -1;
}

/** For dates that are readable: a zone of the two forms that are nearly always there. */
function hasZone(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[to - 1] === LETTER_Z) return true;
  const sign = to - from >= 22 ? bytes[to - 6] : 0;
  return sign === PLUS || sign === MINUS || isoTimeHasZone(bytes, from, to);
}
