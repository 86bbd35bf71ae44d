/** Turns XES elements into rows of events and traces, and columns of their attributes. */
import type { ColumnBuilder } from "../bytes/column_builder.ts";
import { numberOf } from "../bytes/decimal.ts";
import { isRounded } from "../numbers/number_text.ts";
import { isoTime, isoTimeHasZone } from "../time/iso_time.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { childScope, columnOf, kindOf, XesRows } from "./xes_rows.ts";
import { type AttributeType, fixedKind, newScope, TYPES } from "./xes_shapes.ts";
import { type NoZone, readPlainMarkup } from "./xes_shortcut.ts";
import type { XmlHandler, XmlScanner } from "../xml/xml_scanner.ts";
import type { ByteRange } from "../xml/xml_tag.ts";

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

const decoder = new TextDecoder();
export class XesHandler implements XmlHandler {
  readonly rows = new XesRows();
  readonly extensions: XesExtension[] = [];
  readonly globals: XesGlobal[] = [];
  readonly classifiers: { name: string; keys: string }[] = [];
  logAttributes = 0;

  readonly #file: string;
  readonly #report: ReadingReport;
  readonly #ignored = newScope("ignored", "", "", undefined);
  readonly #mixed = new Set<ColumnBuilder>();

  readonly #zone: string;
  readonly #assumeZone: NoZone = (column, row, bytes, from, to, line) => {
    if (this.#zone !== "UTC") column.markLocal(row);
    this.#report.add("time zone assumed", () => {
      const text = decoder.decode(bytes.subarray(from, to));
      return `${this.#file}, line ${line}: "${text}" has no zone; read as ${this.#zone}`;
    });
  };

  /** @param zone Zone of times that say none. */
  constructor(file: string, report: ReadingReport, zone = "UTC") {
    this.#file = file;
    this.#report = report;
    this.#zone = zone;
  }

  shortcut(scanner: XmlScanner): void {
    readPlainMarkup(scanner, this.rows, this.#assumeZone);
  }

  open(scanner: XmlScanner): void {
    const { name, qualifiedName } = scanner.tag;
    const { kind } = this.rows.scope;
    if (scanner.depth === 1) {
      if (name !== "log") throw scanner.error(notXes(name));
      this.rows.enterScope(this.rows.topScope("log", qualifiedName));
    } else if (kind === "ignored") {
      this.rows.enterScope(this.#ignored);
    } else if (name === "event" && (kind === "trace" || kind === "log")) {
      this.rows.enterEvent(scanner.line, qualifiedName);
    } else if (name === "trace" && kind === "log") {
      this.rows.enterTrace(scanner.line, qualifiedName);
    } else if (name === "log" || name === "trace" || name === "event") {
      throw scanner.error(`expected attributes or an end tag within <${this.rows.scope.element}> but found <${name}>.`);
    } else if (TYPES.includes(name as AttributeType)) {
      this.#openAttribute(scanner, name as AttributeType);
    } else if (name === "list" || name === "container") {
      this.#openGroup(scanner, name);
    } else if (name === "values" && kind === "list") {
      this.rows.enterScope(this.rows.scope);
    } else if (kind === "log" && this.#openDeclaration(scanner)) {
      this.rows.enterScope(
        name === "global" ? newScope("global", scanner.text("scope") ?? "event", "", undefined) : this.#ignored,
      );
    } else {
      this.#leftOut(scanner, `found the element <${qualifiedName}>, which XES does not have`);
      this.rows.enterScope(this.#ignored);
    }
  }

  close(): void {
    this.rows.leaveScope();
  }

  text(scanner: XmlScanner): void {
    if (this.rows.scope.kind !== "ignored") this.#leftOut(scanner, "found text between the elements");
  }

  #openAttribute(scanner: XmlScanner, type: AttributeType): void {
    const scope = this.rows.scope;
    const { empty, qualifiedName } = scanner.tag;
    const given = scanner.text("key");
    const key = scope.kind === "list" ? String(scope.items++) : given;
    if (key === undefined) {
      this.#leftOut(scanner, `found <${qualifiedName}> without a key`);
      this.rows.enterScope(this.#ignored);
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
    this.rows.enterScope(empty || !scope.table ? this.#ignored : childScope(scope, "attribute", qualifiedName, key));
  }

  /** A list or a container: its values are columns of their own. */
  #openGroup(scanner: XmlScanner, kind: "list" | "container"): void {
    const scope = this.rows.scope;
    const key = scope.kind === "list" ? String(scope.items++) : scanner.text("key");
    if (scope.kind === "log") this.logAttributes++;
    if (key === undefined) this.#leftOut(scanner, `found <${scanner.tag.qualifiedName}> without a key`);
    if (key === undefined || !scope.table) {
      this.rows.enterScope(this.#ignored);
      return;
    }
    if (kind === "list") {
      const name = scope.prefix + key;
      this.#report.add(
        "list spread",
        () => `${this.#where(scanner)}: the values of list "${name}" are columns "${name}/0", "${name}/1", …`,
      );
    }
    const child = childScope(scope, kind === "list" ? "list" : "attribute", scanner.tag.qualifiedName, key);
    child.items = 0;
    this.rows.enterScope(child);
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
    const row = this.rows.scope.table!.rows - 1;
    const { bytes, from, to } = value;
    if (column.row === row) {
      this.#report.add(
        "attribute repeated",
        () => `${this.#where(scanner)}: "${key}" stands here again; the last one counts`,
      );
    }
    const kind = kindOf(this.rows.scope, type, key);
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
        // Of a key that stands here again, nothing is left of the value before.
        if (column.row === row) column.local?.setCode(row, 0), column.unread?.setCode(row, -1);
        if (Number.isNaN(time)) column.setUnread(row, bytes, from, to, scanner.line);
        else if (!isoTimeHasZone(bytes, from, to)) this.#assumeZone(column, row, bytes, from, to, scanner.line);
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
          if (isRounded(text)) this.#rounded(scanner, key, value, number);
          column.setNumber(row, number);
        }
      }
    }
  }

  #rounded(scanner: XmlScanner, key: string, value: ByteRange, number: number): void {
    this.#report.add(
      "number rounded",
      () =>
        `${this.#where(scanner)}: "${key}" has the value "${
          excerpt(value)
        }", which has more digits than a number holds ` +
        `and is read as ${number}`,
    );
  }

  #mix(scanner: XmlScanner, column: ColumnBuilder, why: string): void {
    column.turnIntoText();
    this.#mixed.add(column);
    this.#report.add("mixed types", () => `${this.#where(scanner)}: ${why}; column "${column.name}" is text`);
  }

  #leftOut(scanner: XmlScanner, what: string): void {
    this.#report.add("element left out", () => `${this.#where(scanner)}: ${what}`);
  }

  #where(scanner: XmlScanner): string {
    return `${this.#file}, line ${scanner.line}`;
  }
}

function booleanOf(text: string): number | undefined {
  const value = text.trim().toLowerCase();
  return value === "true" || value === "1" ? 1 : value === "false" || value === "0" ? 0 : undefined;
}

function excerpt({ bytes, from, to }: ByteRange): string {
  const text = decoder.decode(bytes.subarray(from, Math.min(to, from + 160)));
  const characters = [...text].slice(0, 40).join("");
  return characters.length < text.length ? `${characters}…` : text;
}

function notXes(root: string): string {
  const hint = root === "WorkflowLog" || root === "Process"
    ? "This is MXML, the format before XES: convert it with ProM or PM4Py."
    : ["pnml", "ptml", "definitions"].includes(root)
    ? "This is a model and no log: readModel reads it; on the command line, give it as --model, or to tb convert."
    : /ocel|^log$/i.test(root)
    ? "This looks like an object-centric log (OCEL), which is another format."
    : "Export the log as XES (IEEE 1849) or CSV.";
  return `expected <log>, with which XES begins, but found <${root}>. ${hint}`;
}
