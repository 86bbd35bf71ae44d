/** A small XML document as a tree: for models and settings, not for logs. */
import { isUtf8 } from "node:buffer";
import { InputError } from "../../base/errors.ts";
import { MAX_XML_PARTS } from "../limits.ts";
import { hasUtf8Mark, xmlEncoding } from "./xml_encoding.ts";
import { type XmlHandler, XmlScanner } from "./xml_scanner.ts";
import { decodeValue, equalsAscii, indexOfAscii, isSpace } from "./xml_text.ts";

/** An element with all that stands in it. */
export interface XmlElement {
  /** Local name, without a namespace prefix. */
  readonly name: string;
  /** Name as it is written. */
  readonly qualifiedName: string;
  /** Address of the namespace; empty if it has none. */
  readonly namespace: string;
  /** Values by their names as they are written, with a prefix where there is one. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children, and without the line breaks and indents around it. */
  readonly text: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Reads a document and gives its outermost element. References are resolved; comments and instructions are left out.
 *
 * @param name for errors.
 * @throws InputError if it is not well-formed, or defines entities.
 */
export function parseXml(text: string, name: string): XmlElement {
  return parseBytes(new TextEncoder().encode(text), name);
}

/**
 * Reads a document from bytes in the encoding that they have or declare.
 *
 * @param onNote told of bytes that are no text in that encoding.
 * @throws InputError as `parseXml`.
 */
export function parseXmlBytes(bytes: Uint8Array, name: string, onNote: (note: string) => void): XmlElement {
  if (bytes.length === 0) throw new InputError(`${name}: expected XML but the file is empty.`);
  const encoding = xmlEncoding(bytes, name, onNote);
  if (encoding === "utf-8") {
    if (!isUtf8(bytes)) {
      onNote(
        `${name}: bytes that are no UTF-8 are read as \ufffd. ` +
          `Name the encoding in the file's first line: <?xml version="1.0" encoding="windows-1252"?>`,
      );
    }
    return parseBytes(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes, name);
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\ufffd")) onNote(`${name}: some bytes are no ${encoding}; they are read as \ufffd.`);
  return parseXml(text, name);
}

/** The error for something wrong at an element: its file, its line, and the message. */
export function xmlError(at: XmlElement, message: string): InputError {
  return new InputError(`${at.file}, line ${at.line}: ${message}`);
}

/** The first child of that local name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The value of an attribute that must be there. @throws InputError if it is not. */
export function attributeOf(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value !== undefined) return value;
  throw xmlError(element, `expected <${element.qualifiedName}> to have the attribute "${name}" but found none.`);
}

function parseBytes(bytes: Uint8Array, name: string): XmlElement {
  const builder = new TreeBuilder(name);
  const scanner = new XmlScanner(name, builder);
  scanner.push(bytes);
  scanner.finish();
  return builder.root!;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  readonly attributes: Map<string, string>;
  text: string;
  /** Characters of `text` that stay if no more follow: what is after them is an indent. */
  kept: number;
  /** Namespaces by prefix. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const LESS = 0x3c;
const CDATA = "<![CDATA[";
const decoder = new TextDecoder();
const NO_PREFIXES: ReadonlyMap<string, string> = new Map();

class TreeBuilder implements XmlHandler {
  root: XmlElement | undefined;
  readonly #file: string;
  readonly #open: OpenElement[] = [];
  /** Elements and attributes so far. */
  #parts = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes text, also white space, which the scanner would pass over: a name may begin with a space. */
  shortcut(scanner: XmlScanner): void {
    const element = this.#open.at(-1);
    if (!element) return;
    const { bytes, pos, end } = scanner;
    let to = pos;
    while (to < end && isSpace(bytes[to]!)) to++;
    if (to < end && bytes[to] !== LESS) {
      const next = bytes.indexOf(LESS, to);
      if (next >= 0 && next < end) to = next;
    }
    if (to > pos) this.#takeText(scanner, element, to);
  }

  open(scanner: XmlScanner): void {
    const { tag } = scanner;
    this.#parts += 1 + tag.attributes;
    if (this.#parts > MAX_XML_PARTS) {
      throw scanner.error(
        `expected a model of at most ${MAX_XML_PARTS.toLocaleString("en")} elements and attributes but found more. ` +
          "Is it a log? A model as large as this cannot be checked or drawn either.",
      );
    }
    const above = this.#open.at(-1);
    const attributes = new Map<string, string>();
    for (let i = 0; i < tag.attributes; i++) {
      const name = decoder.decode(scanner.bytes.subarray(tag.nameFrom[i]!, tag.nameTo[i]!));
      const { bytes, from, to } = scanner.value(i);
      attributes.set(name, decoder.decode(bytes.subarray(from, to)));
    }
    const prefixes = withDeclared(above?.prefixes ?? NO_PREFIXES, attributes);
    const colon = tag.qualifiedName.indexOf(":");
    const element: OpenElement = {
      name: tag.name,
      qualifiedName: tag.qualifiedName,
      namespace: prefixes.get(colon < 0 ? "" : tag.qualifiedName.slice(0, colon)) ?? "",
      attributes,
      children: [],
      text: "",
      kept: 0,
      prefixes,
      file: this.#file,
      line: scanner.line,
    };
    if (above) above.children.push(element);
    else this.root = element;
    this.#open.push(element);
  }

  close(): void {
    const element = this.#open.pop()!;
    element.text = element.text.slice(0, element.kept);
  }

  /** A CDATA section; other text is taken before. */
  text(scanner: XmlScanner): void {
    const element = this.#open.at(-1)!;
    const { bytes, pos, end } = scanner;
    if (!equalsAscii(bytes, pos, pos + CDATA.length, CDATA)) return;
    const from = pos + CDATA.length;
    element.text += decoder.decode(bytes.subarray(from, indexOfAscii(bytes, "]]>", from, end))).replace(/\r\n?/g, "\n");
    element.kept = element.text.length;
  }

  #takeText(scanner: XmlScanner, element: OpenElement, to: number): void {
    const { bytes, pos } = scanner;
    let from = pos, solidTo = to;
    if (element.text === "") { while (from < to && isSpace(bytes[from]!)) from++; }
    while (solidTo > from && isSpace(bytes[solidTo - 1]!)) solidTo--;
    // An indent begins with a line break; spaces in the line are the text's own.
    if (!hasLineBreak(bytes, pos, from)) from = pos;
    if (!hasLineBreak(bytes, solidTo, to)) solidTo = to;
    const decoded = (start: number, stop: number) => {
      const out = new Uint8Array(stop - start);
      const length = decodeValue(bytes, start, stop, out, (message, at) => scanner.error(message, at), "content");
      return decoder.decode(out.subarray(0, length));
    };
    element.text += decoded(from, solidTo);
    if (solidTo > from) element.kept = element.text.length;
    element.text += decoded(Math.max(solidTo, from), to);
    scanner.line = scanner.lineAt(to);
    scanner.pos = to;
  }
}

function withDeclared(
  above: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    prefixes ??= new Map(above);
    prefixes.set(name.slice(6), value);
  }
  return prefixes ?? above;
}

function hasLineBreak(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === 0x0a || bytes[at] === 0x0d) return true;
  return false;
}
