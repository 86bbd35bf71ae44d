/** What XES elements mean: rows of events and traces, and columns of their attributes. */
import { HASH_PRIME, HASH_SEED } from "./byte_dictionary.ts";
import { type ColumnBuilder, type ColumnKind, TableBuilder } from "./column_builder.ts";
import { decimal, decimalEnd, numberOf } from "./decimal.ts";
import { isoTime, isoTimeHasZone } from "./iso_time.ts";
import type { ReadingReport } from "./reading_report.ts";
import {
  type AttributeType,
  fixedKind,
  kindOfType,
  newScope,
  Pattern,
  type Scope,
  type Shape,
  TYPES,
} from "./xes_shapes.ts";
import { type ByteRange, SENTINEL, type XmlHandler, type XmlScanner } from "./xml_scanner.ts";

/** A declared extension of the XES standard, such as Concept or Time. */
export interface XesExtension {
  readonly name: string;
  readonly prefix: string;
  readonly uri: string;
}

/** An attribute that each trace or event is said to have, with the value that stands in where one has it not. */
export interface XesGlobal {
  readonly scope: "trace" | "event";
  readonly type: AttributeType;
  readonly key: string;
  readonly value: string;
}

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

export class XesHandler implements XmlHandler {
  readonly events = new TableBuilder();
  readonly traces = new TableBuilder();
  /** Trace of each event, -1 outside of traces. */
  traceOf: Int32Array = new Int32Array(1024);
  lineOfEvent: Int32Array = new Int32Array(1024);
  readonly lineOfTrace: number[] = [];
  readonly extensions: XesExtension[] = [];
  readonly globals: XesGlobal[] = [];
  readonly classifiers: { name: string; keys: string }[] = [];
  logAttributes = 0;

  readonly #file: string;
  readonly #report: ReadingReport;
  #scope: Scope = newScope("ignored", "", "", undefined);
  /** Shape read last in the scope. */
  #last: Shape | undefined;
  readonly #outerScopes: Scope[] = [];
  readonly #outerShapes: (Shape | undefined)[] = [];
  readonly #tops: Partial<Record<"log" | "trace" | "event", Scope>> = {};
  readonly #ignored = newScope("ignored", "", "", undefined);
  readonly #mixed = new Set<ColumnBuilder>();

  constructor(file: string, report: ReadingReport) {
    this.#file = file;
    this.#report = report;
  }

  /**
   * Reads markup as nearly all files write it, as far as it goes: events, traces, and attributes of a key and a value.
   * Whatever is unusual is left to {@link open} and {@link close}, which know it all, and say what is wrong.
   */
  shortcut(scanner: XmlScanner): void {
    const { bytes, view, end } = scanner;
    let scope = this.#scope;
    let last = this.#last;
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
        this.#leaveScope();
      } else if (scope.kind === "trace" && second === LETTER_E) {
        if (at + EVENT_TAG.length > end || !EVENT_TAG.matches(view, at)) break;
        scanner.pos = at;
        scanner.line = line;
        scanner.enter("event");
        this.#last = last;
        this.#enterEvent(line, "event");
        at += EVENT_TAG.length;
      } else if (scope.kind === "log") {
        if (second !== LETTER_T || at + TRACE_TAG.length > end || !TRACE_TAG.matches(view, at)) break;
        scanner.pos = at;
        scanner.line = line;
        scanner.enter("trace");
        this.#enterTrace(line, "trace");
        at += TRACE_TAG.length;
      } else {
        let shape = last === undefined ? scope.first : last.next;
        if (shape === undefined || at + shape.pattern.length > end || !shape.pattern.matches(view, at)) {
          shape = last?.other;
          if (shape === undefined || at + shape.pattern.length > end || !shape.pattern.matches(view, at)) {
            shape = this.#shapeAt(bytes, scope, at);
            if (shape === undefined) break;
          }
          if (last === undefined) scope.first = shape;
          else {
            last.other = last.next;
            last.next = shape;
          }
        }
        const after = this.#readValue(scanner, at + shape.pattern.length, shape, scope.table!.rows - 1, line);
        if (after < 0) break;
        last = shape;
        if (bytes[after - 2] !== SLASH) {
          scanner.pos = at;
          scanner.line = line;
          scanner.enter(shape.element);
          this.#last = last;
          this.#enterScope(this.#childScope(scope, "attribute", shape.element, shape.key));
          scope = this.#scope;
          last = undefined;
        }
        at = after;
        continue;
      }
      scope = this.#scope;
      last = this.#last;
    }
    scanner.pos = at;
    scanner.line = line;
    this.#last = last;
  }

  open(scanner: XmlScanner): void {
    const { name, qualifiedName } = scanner.tag;
    const { kind } = this.#scope;
    if (scanner.depth === 1) {
      if (name !== "log") throw scanner.error(notXes(name));
      this.#enterScope(this.#topScope("log", qualifiedName));
    } else if (kind === "ignored") {
      this.#enterScope(this.#ignored);
    } else if (name === "event" && (kind === "trace" || kind === "log")) {
      this.#enterEvent(scanner.line, qualifiedName);
    } else if (name === "trace" && kind === "log") {
      this.#enterTrace(scanner.line, qualifiedName);
    } else if (name === "log" || name === "trace" || name === "event") {
      throw scanner.error(`expected attributes or an end tag within <${this.#scope.element}> but found <${name}>.`);
    } else if (TYPES.includes(name as AttributeType)) {
      this.#openAttribute(scanner, name as AttributeType);
    } else if (name === "list" || name === "container") {
      this.#openGroup(scanner, name);
    } else if (name === "values" && kind === "list") {
      this.#enterScope(this.#scope);
    } else if (kind === "log" && this.#openDeclaration(scanner)) {
      this.#enterScope(
        name === "global" ? newScope("global", scanner.text("scope") ?? "event", "", undefined) : this.#ignored,
      );
    } else {
      this.#leftOut(scanner, `found the element <${qualifiedName}>, which XES does not have`);
      this.#enterScope(this.#ignored);
    }
  }

  /** Events that have been read up to their end. */
  get wholeEvents(): number {
    const open = [this.#scope, ...this.#outerScopes].some(({ kind }) => kind === "event");
    return this.events.rows - (open ? 1 : 0);
  }

  close(): void {
    this.#leaveScope();
  }

  text(scanner: XmlScanner): void {
    if (this.#scope.kind !== "ignored") this.#leftOut(scanner, "found text between the elements");
  }

  /** Reads a value, and puts it into its column; gives the place after the tag, or -1 if anything is unusual. */
  #readValue(scanner: XmlScanner, from: number, shape: Shape, row: number, line: number): number {
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
      if (type !== "date") return -1;
      to = from + shape.valueBytes;
      if (to >= end || bytes[to] !== quote) {
        to = bytes.indexOf(quote, from);
        if (to < 0 || to >= end) return -1;
        shape.valueBytes = to - from;
      }
      const time = isoTime(bytes, from, to);
      if (Number.isNaN(time) || (after = tagEnd(bytes, to + 1)) < 0) return -1;
      if (!hasZone(bytes, from, to)) this.#assumeZone(bytes, from, to, line);
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
  #shapeAt(bytes: Uint8Array, scope: Scope, at: number): Shape | undefined {
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

  #openAttribute(scanner: XmlScanner, type: AttributeType): void {
    const scope = this.#scope;
    const { empty, qualifiedName } = scanner.tag;
    const given = scanner.text("key");
    const key = scope.kind === "list" ? String(scope.items++) : given;
    if (key === undefined) {
      this.#leftOut(scanner, `found <${qualifiedName}> without a key`);
      this.#enterScope(this.#ignored);
      return;
    }
    if (scope.kind === "log") this.logAttributes++;
    const index = scanner.attribute("value");
    if (index < 0) this.#leftOut(scanner, `found the attribute "${key}" without a value`);
    else if (scope.kind === "global") {
      const of = scope.element;
      if (of === "trace" || of === "event") {
        this.globals.push({ scope: of, type, key, value: scanner.text("value") ?? "" });
      }
    } else if (scope.table) this.#put(scanner, columnOf(scope, type, key), type, key, scanner.value(index));
    this.#enterScope(empty || !scope.table ? this.#ignored : this.#childScope(scope, "attribute", qualifiedName, key));
  }

  /** A list or a container: its values are columns of their own. */
  #openGroup(scanner: XmlScanner, kind: "list" | "container"): void {
    const scope = this.#scope;
    const key = scope.kind === "list" ? String(scope.items++) : scanner.text("key");
    if (scope.kind === "log") this.logAttributes++;
    if (key === undefined) this.#leftOut(scanner, `found <${scanner.tag.qualifiedName}> without a key`);
    if (key === undefined || !scope.table) {
      this.#enterScope(this.#ignored);
      return;
    }
    if (kind === "list") {
      const name = scope.prefix + key;
      this.#report.add(
        "list spread",
        () => `${this.#where(scanner)}: the values of list "${name}" are columns "${name}/0", "${name}/1", …`,
      );
    }
    const child = this.#childScope(scope, kind === "list" ? "list" : "attribute", scanner.tag.qualifiedName, key);
    child.items = 0;
    this.#enterScope(child);
  }

  /** Extension, global or classifier: true if it was one. */
  #openDeclaration(scanner: XmlScanner): boolean {
    const text = (name: string) => scanner.text(name) ?? "";
    switch (scanner.tag.name) {
      case "extension":
        this.extensions.push({ name: text("name"), prefix: text("prefix"), uri: text("uri") });
        return true;
      case "classifier":
        this.classifiers.push({ name: text("name"), keys: text("keys") });
        return true;
      default:
        return scanner.tag.name === "global";
    }
  }

  /** Puts a value into its column, whatever it is. */
  #put(scanner: XmlScanner, column: ColumnBuilder, type: AttributeType, key: string, value: ByteRange): void {
    const row = this.#scope.table!.rows - 1;
    const { bytes, from, to } = value;
    if (column.row === row) {
      this.#report.add(
        "attribute repeated",
        () => `${this.#where(scanner)}: "${key}" stands here again; the last one counts`,
      );
    }
    const kind = kindOf(this.#scope, type, key);
    if (column.kind !== kind && !(column.kind === "text" && this.#mixed.has(column))) {
      this.#mix(scanner, column, `"${key}" is a ${type} here and of another type before`);
    }
    switch (column.kind) {
      case "text":
        // The standard's own names: an empty one is none.
        if (from === to && fixedKind(key) !== undefined) return;
        column.setCode(row, column.dictionary.codeOf(bytes, from, to));
        return;
      case "time": {
        const time = isoTime(bytes, from, to);
        if (Number.isNaN(time)) {
          this.#report.add(
            "unreadable time",
            () =>
              `${
                this.#where(scanner)
              }, "${key}": expected a time in ISO 8601, such as 2011-04-13T14:02:31.199+02:00, ` +
              `but found "${excerpt(value)}"`,
          );
        } else if (!isoTimeHasZone(bytes, from, to)) this.#assumeZone(bytes, from, to, scanner.line);
        column.setNumber(row, time);
        return;
      }
      default: {
        const text = decoder.decode(bytes.subarray(from, to));
        const number = column.kind === "number" ? numberOf(text) : booleanOf(text);
        if (text.trim() === "" || (number !== undefined && Number.isNaN(number))) {
          this.#leftOut(scanner, `found the ${type} "${key}" with the value "${text}", which is read as missing`);
        } else if (number === undefined || (type === "int" && !Number.isSafeInteger(number))) {
          const why = number === undefined ? `is no ${type}` : "is too large for a number";
          this.#mix(scanner, column, `"${key}" has the value "${excerpt(value)}", which ${why}`);
          column.setText(row, text);
        } else if (column.kind === "boolean") column.setCode(row, number);
        else {
          if (type === "float") column.integer = false;
          column.setNumber(row, number);
        }
      }
    }
  }

  #mix(scanner: XmlScanner, column: ColumnBuilder, why: string): void {
    column.turnIntoText();
    this.#mixed.add(column);
    this.#report.add("mixed types", () => `${this.#where(scanner)}: ${why}; column "${column.name}" is text`);
  }

  #assumeZone(bytes: Uint8Array, from: number, to: number, line: number): void {
    this.#report.add(
      "time zone assumed",
      () => `${this.#file}, line ${line}: "${decoder.decode(bytes.subarray(from, to))}" has no zone; read as UTC`,
    );
  }

  #leftOut(scanner: XmlScanner, what: string): void {
    this.#report.add("element left out", () => `${this.#where(scanner)}: ${what}`);
  }

  #where(scanner: XmlScanner): string {
    return `${this.#file}, line ${scanner.line}`;
  }

  #enterEvent(line: number, element: string): void {
    const row = this.events.rows++;
    if (row === this.traceOf.length) {
      this.traceOf = grown(this.traceOf);
      this.lineOfEvent = grown(this.lineOfEvent);
    }
    this.traceOf[row] = this.#scope.kind === "trace" ? this.traces.rows - 1 : -1;
    this.lineOfEvent[row] = line;
    this.#enterScope(this.#topScope("event", element));
  }

  #enterTrace(line: number, element: string): void {
    this.lineOfTrace[this.traces.rows++] = line;
    this.#enterScope(this.#topScope("trace", element));
  }

  #enterScope(scope: Scope): void {
    this.#outerScopes.push(this.#scope);
    this.#outerShapes.push(this.#last);
    this.#scope = scope;
    this.#last = undefined;
  }

  #leaveScope(): void {
    this.#scope = this.#outerScopes.pop()!;
    this.#last = this.#outerShapes.pop();
  }

  #topScope(kind: "log" | "trace" | "event", element: string): Scope {
    const known = this.#tops[kind];
    if (known?.element === element) return known;
    const table = kind === "log" ? undefined : kind === "trace" ? this.traces : this.events;
    return this.#tops[kind] = newScope(kind, element, kind === "trace" ? "case:" : "", table);
  }

  #childScope(scope: Scope, kind: "attribute" | "list", element: string, key: string): Scope {
    const name = `${element} ${key}`;
    let child = scope.scopes.get(name);
    if (!child) scope.scopes.set(name, child = newScope(kind, element, `${scope.prefix}${key}/`, scope.table));
    return child;
  }
}

function columnOf(scope: Scope, type: AttributeType, key: string): ColumnBuilder {
  return scope.table!.column(scope.prefix + key, kindOf(scope, type, key));
}

function kindOf(scope: Scope, type: AttributeType, key: string): ColumnKind {
  const fixed = scope.kind === "event" || scope.kind === "trace" ? fixedKind(key) : undefined;
  return fixed ?? kindOfType(type);
}

function booleanOf(text: string): number | undefined {
  const value = text.trim().toLowerCase();
  return value === "true" || value === "1" ? 1 : value === "false" || value === "0" ? 0 : undefined;
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

function excerpt({ bytes, from, to }: ByteRange): string {
  const text = decoder.decode(bytes.subarray(from, Math.min(to, from + 160)));
  const characters = [...text].slice(0, 40).join("");
  return characters.length < text.length ? `${characters}…` : text;
}

function notXes(root: string): string {
  const hint = root === "WorkflowLog" || root === "Process"
    ? "This is MXML, the format before XES: convert it with ProM or PM4Py."
    : /ocel|^log$/i.test(root)
    ? "This looks like an object-centric log (OCEL), which is another format."
    : "Export the log as XES (IEEE 1849) or CSV.";
  return `expected <log>, with which XES begins, but found <${root}>. ${hint}`;
}

function grown(from: Int32Array): Int32Array {
  const into = new Int32Array(from.length * 2);
  into.set(from);
  return into;
}
