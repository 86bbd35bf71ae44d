/** Start tags: their names and attributes as places in the window, and their values when they are asked for. */
import { decodeValue, equalBytes, equalsAscii, isNameByte, isSpace } from "./xml_text.ts";
import { XmlWindow } from "./xml_window.ts";

/** The start tag read last: names and values as places in the scanner's bytes. */
export interface XmlTag {
  /** Local name, without a namespace prefix. */
  name: string;
  /** Name as it is written. */
  qualifiedName: string;
  /** Ends with "/>". */
  empty: boolean;
  attributes: number;
  readonly nameFrom: number[];
  readonly nameTo: number[];
  readonly valueFrom: number[];
  readonly valueTo: number[];
  /** The value holds references or white space that stand for other text. */
  readonly coded: boolean[];
}

/** A value as bytes: `bytes[from]` up to, not including, `bytes[to]`; valid until the next one is asked for. */
export interface ByteRange {
  bytes: Uint8Array;
  from: number;
  to: number;
}

const SPACE = 0x20, QUOTE = 0x22, AMP = 0x26, APOSTROPHE = 0x27;
const SLASH = 0x2f, LESS = 0x3c, EQUALS = 0x3d, GREATER = 0x3e;

/** A window that reads the start tag at its place into `tag`. */
export class XmlTagReader extends XmlWindow {
  readonly tag: XmlTag = {
    name: "",
    qualifiedName: "",
    empty: false,
    attributes: 0,
    nameFrom: [],
    nameTo: [],
    valueFrom: [],
    valueTo: [],
    coded: [],
  };

  #scratch = new Uint8Array(256);
  readonly #range: ByteRange = { bytes: this.bytes, from: 0, to: 0 };

  /** Index of an attribute of `tag`, -1 if it has none of that name. */
  attribute(name: string): number {
    const { tag } = this;
    for (let i = 0; i < tag.attributes; i++) {
      if (equalsAscii(this.bytes, tag.nameFrom[i]!, tag.nameTo[i]!, name)) return i;
    }
    return -1;
  }

  /** An attribute's value as bytes of UTF-8. */
  value(index: number): ByteRange {
    const from = this.tag.valueFrom[index]!, to = this.tag.valueTo[index]!;
    if (!this.tag.coded[index]) {
      this.#range.bytes = this.bytes;
      this.#range.from = from;
      this.#range.to = to;
    } else {
      if (this.#scratch.length < to - from) this.#scratch = new Uint8Array((to - from) * 2);
      const length = decodeValue(this.bytes, from, to, this.#scratch, (message, at) => this.error(message, at));
      this.#range.bytes = this.#scratch;
      this.#range.from = 0;
      this.#range.to = length;
    }
    return this.#range;
  }

  /** An attribute's value as a string; undefined if the tag has none of that name. */
  text(name: string): string | undefined {
    const index = this.attribute(name);
    if (index < 0) return undefined;
    if (!this.tag.coded[index]) return this.name(this.tag.valueFrom[index]!, this.tag.valueTo[index]!);
    const { bytes, from, to } = this.value(index);
    return decoder.decode(bytes.subarray(from, to));
  }

  /** Fills `tag`; gives the place after its ">", or -1 if it is not whole. */
  parseStartTag(): number {
    const { bytes, end, tag } = this;
    const nameFrom = this.pos + 1;
    let at = nameFrom;
    while (at < end && isNameByte(bytes[at]!)) at++;
    if (at === end) return -1;
    if (at === nameFrom) throw this.error(`expected the name of an element after "<" but found ${this.excerpt(at)}.`);
    tag.qualifiedName = this.name(nameFrom, at);
    tag.name = tag.qualifiedName.slice(tag.qualifiedName.indexOf(":") + 1);
    for (let count = 0;; count++) {
      const blankFrom = at;
      while (at < end && isSpace(bytes[at]!)) at++;
      if (at === end) return -1;
      if (bytes[at] === SLASH) {
        if (at + 1 === end) return -1;
        at++;
        if (bytes[at] !== GREATER) throw this.error(`expected "/>" but found ${this.excerpt(at - 1)}.`, at);
      }
      if (bytes[at] === GREATER) {
        tag.attributes = count;
        return at + 1;
      }
      if (at === blankFrom) throw this.error(`expected a space, "/>" or ">" but found ${this.excerpt(at)}.`, at);
      at = this.#parseAttribute(at, count);
      if (at < 0) return -1;
    }
  }

  #parseAttribute(from: number, index: number): number {
    const { bytes, end, tag } = this;
    let at = from;
    while (at < end && isNameByte(bytes[at]!)) at++;
    if (at === end) return -1;
    if (at === from) throw this.error(`expected the name of an attribute but found ${this.excerpt(at)}.`, at);
    for (let i = 0; i < index; i++) {
      if (!equalBytes(bytes, tag.nameFrom[i]!, tag.nameTo[i]!, from, at)) continue;
      throw this.error(`expected each attribute of a tag once but found "${this.name(from, at)}" again.`, from);
    }
    tag.nameFrom[index] = from;
    tag.nameTo[index] = at;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at === end) return -1;
    if (bytes[at] !== EQUALS) {
      throw this.error(`expected "=" after the name of an attribute but found ${this.excerpt(at)}.`, at);
    }
    at++;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at === end) return -1;
    const quote = bytes[at]!;
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      throw this.error(`expected the value of an attribute in quotes but found ${this.excerpt(at)}.`, at);
    }
    const valueFrom = ++at;
    let coded = false;
    for (;; at++) {
      if (at === end) return -1;
      const byte = bytes[at]!;
      if (byte === quote) break;
      if (byte === AMP || byte < SPACE) coded = true;
      else if (byte === LESS) {
        throw this.error(
          `expected ${
            String.fromCharCode(quote)
          } at the end of a value, but found "<". Within a value it is written as &lt;.`,
          at,
        );
      }
    }
    tag.valueFrom[index] = valueFrom;
    tag.valueTo[index] = at;
    tag.coded[index] = coded;
    return at + 1;
  }
}

const decoder = new TextDecoder();
