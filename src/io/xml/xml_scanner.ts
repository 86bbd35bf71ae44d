/**
 * A streaming scanner of XML over bytes of UTF-8: well-formedness, places for errors, no strings but those asked for.
 *
 * What a format knows to come most of the time, it takes itself in `shortcut`; the scanner reads what is left, one
 * piece of markup at a time. A piece cut by the end of a chunk is read again when more has come.
 */
import { InputError } from "../../base/errors.ts";
import { decodeValue, equalBytes, equalsAscii, excerptOf, indexOfAscii, isNameByte, isSpace } from "./xml_text.ts";

/** What is done with the markup that is found. */
export interface XmlHandler {
  /** Tried before each piece of markup: may move `scanner.pos` (and `line`, `depth`) over markup that it knows. */
  shortcut(scanner: XmlScanner): void;
  /** A start tag, `scanner.tag`; the scanner has entered the element. */
  open(scanner: XmlScanner): void;
  /** The end of the innermost element; the scanner has not left it yet. */
  close(scanner: XmlScanner): void;
  /** Text that is not blank, inside an element. */
  text(scanner: XmlScanner): void;
}

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

/** Stands after the last byte; never part of UTF-8. */
export const SENTINEL = 0xff;
/** Elements inside each other, at most. */
const MAX_DEPTH = 256;
/** A single piece of markup, at most: what fits a string. */
const MAX_MARKUP_BYTES = 500_000_000;
const PIECE_BYTES = 1 << 18;
/** Sentinels after the last byte, so that looking a few bytes ahead ends at one. */
const SLACK_BYTES = 16;

const LF = 0x0a, SPACE = 0x20, BANG = 0x21, QUOTE = 0x22, AMP = 0x26;
const APOSTROPHE = 0x27, MINUS = 0x2d, SLASH = 0x2f, LESS = 0x3c, EQUALS = 0x3d, GREATER = 0x3e;
const QUESTION = 0x3f, OPEN_BRACKET = 0x5b, CLOSE_BRACKET = 0x5d;

export class XmlScanner {
  /** Bytes at hand: those from `pos` to `end` are still to be read. */
  bytes = new Uint8Array(PIECE_BYTES * 2 + SLACK_BYTES);
  view = new DataView(this.bytes.buffer);
  pos = 0;
  end = 0;
  /** Line of `pos`, from 1. */
  line = 1;
  /** How many elements are open. */
  depth = 0;
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

  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  readonly #openLines: number[] = [];
  /** Bytes that were read and dropped, before `bytes[0]`. */
  #dropped = 0;
  /** Bytes that must be at hand before markup that was cut is tried again. */
  #wanted = 0;
  #rootSeen = false;
  #scratch = new Uint8Array(256);
  readonly #range: ByteRange = { bytes: this.bytes, from: 0, to: 0 };
  readonly #names = new Map<number, string[]>();

  /** @param skipped bytes of the file that are not handed on, such as a byte order mark. */
  constructor(file: string, handler: XmlHandler, skipped = 0) {
    this.#file = file;
    this.#handler = handler;
    this.#dropped = skipped;
  }

  /** Reads a chunk, as far as its markup is whole. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
      this.#append(chunk.subarray(from, from + PIECE_BYTES));
      if (this.end - this.pos >= this.#wanted) this.#scan(false);
    }
  }

  /** Reads what is left. @throws InputError if the document is not complete. */
  finish(): void {
    this.#scan(true);
    if (this.pos < this.end) {
      throw this.error(
        `expected the end of the tag or comment that begins with ${this.#excerpt()} but the file ends. ${CUT_OFF}`,
      );
    }
    if (this.depth > 0) {
      const at = this.depth - 1;
      const open = this.#open[at];
      throw this.error(
        `expected </${open}> (its <${open}> is on line ${this.#openLines[at]}) but the file ends. ${CUT_OFF}`,
      );
    }
    if (!this.#rootSeen) throw this.error("expected XML but the file ends.");
  }

  enter(qualifiedName: string): void {
    if (this.depth === MAX_DEPTH) {
      throw this.error(`expected elements nested ${MAX_DEPTH} deep at the most but found more.`);
    }
    this.#open[this.depth] = qualifiedName;
    this.#openLines[this.depth] = this.line;
    this.depth++;
    this.#rootSeen = true;
  }

  leave(): void {
    this.depth--;
  }

  /** An error with its place: that of the markup being read, or of `at`. */
  error(message: string, at = this.pos): InputError {
    const line = this.lineAt(at);
    return new InputError(`${this.#file}, line ${line}, byte ${this.#dropped + at}: ${message}`);
  }

  /** Line of a byte at or after `pos`. */
  lineAt(at: number): number {
    return this.line + this.#newlines(this.pos, Math.min(at, this.end));
  }

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
    if (!this.tag.coded[index]) return this.#name(this.tag.valueFrom[index]!, this.tag.valueTo[index]!);
    const { bytes, from, to } = this.value(index);
    return decoder.decode(bytes.subarray(from, to));
  }

  #append(piece: Uint8Array): void {
    const left = this.end - this.pos;
    if (left + piece.length > MAX_MARKUP_BYTES) {
      throw this.error(
        `expected a tag of ${MAX_MARKUP_BYTES / 1e6} MB at the most but the one that begins here is longer.`,
      );
    }
    const needed = left + piece.length + SLACK_BYTES;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      grown.set(this.bytes.subarray(this.pos, this.end));
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    } else {
      this.bytes.copyWithin(0, this.pos, this.end);
    }
    this.#dropped += this.pos;
    this.pos = 0;
    this.bytes.set(piece, left);
    this.end = left + piece.length;
    this.bytes.fill(SENTINEL, this.end, this.end + SLACK_BYTES);
  }

  #scan(final: boolean): void {
    do {
      this.#handler.shortcut(this);
    } while (this.#step(final));
    // Looked at again after twice as much: markup of any length costs no more than a few looks at each byte.
    this.#wanted = (this.end - this.pos) * 2;
  }

  /** Reads one piece of markup; false if it is not whole, or none is left. */
  #step(final: boolean): boolean {
    const { bytes, end } = this;
    let at = this.pos;
    while (at < end && isSpace(bytes[at]!)) at++;
    this.#moveTo(at);
    if (at === end) return false;
    if (bytes[at] !== LESS) return this.#readText(final);
    if (at + 1 === end) return false;
    switch (bytes[at + 1]) {
      case SLASH:
        return this.#readEndTag();
      case QUESTION:
        return this.#skipTo(this.#placePast(at + 2, QUESTION));
      case BANG:
        return this.#readDeclaration(final);
      default:
        return this.#readStartTag();
    }
  }

  #readText(final: boolean): boolean {
    if (this.depth === 0) {
      throw this.error(
        this.#rootSeen
          ? `expected the end of the file after its last element but found ${this.#excerpt()}.`
          : `expected XML, beginning with "<", but found ${this.#excerpt()}.`,
      );
    }
    const next = this.bytes.indexOf(LESS, this.pos);
    if ((next < 0 || next >= this.end) && !final) return false;
    this.#handler.text(this);
    this.#moveTo(next < 0 || next >= this.end ? this.end : next);
    return true;
  }

  #readEndTag(): boolean {
    const { bytes, end } = this;
    const from = this.pos + 2;
    let to = from;
    while (to < end && isNameByte(bytes[to]!)) to++;
    let at = to;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at === end) return false;
    if (bytes[at] !== GREATER) throw this.error(`expected ">" at the end of a tag but found ${this.#excerpt(at)}.`, at);
    const name = this.#name(from, to);
    if (this.depth === 0) throw this.error(`expected a start tag but found </${name}>.`);
    const open = this.#open[this.depth - 1]!;
    if (name !== open) {
      throw this.error(
        `expected </${open}> (its <${open}> is on line ${this.#openLines[this.depth - 1]}) but found </${name}>.`,
      );
    }
    this.#handler.close(this);
    this.leave();
    this.#moveTo(at + 1);
    return true;
  }

  /** Comment, CDATA section or document type. */
  #readDeclaration(final: boolean): boolean {
    const { bytes, pos, end } = this;
    if (end - pos < 9 && !final) return false;
    if (bytes[pos + 2] === MINUS && bytes[pos + 3] === MINUS) {
      return this.#skipTo(this.#placePast(pos + 4, MINUS, MINUS));
    }
    if (equalsAscii(bytes, pos, Math.min(pos + 9, end), "<![CDATA[")) {
      if (this.depth === 0) throw this.error("expected an element but found a CDATA section outside of all elements.");
      const after = this.#placePast(pos + 9, CLOSE_BRACKET, CLOSE_BRACKET);
      if (after >= 0) this.#handler.text(this);
      return this.#skipTo(after);
    }
    if (equalsAscii(bytes, pos, Math.min(pos + 9, end), "<!DOCTYPE")) return this.#readDoctype();
    throw this.error(`expected a tag or a comment but found ${this.#excerpt()}.`);
  }

  #skipTo(place: number): boolean {
    if (place < 0) return false;
    this.#moveTo(place);
    return true;
  }

  /** Place after the next ">" that stands right after the bytes given, -1 if there is none yet. */
  #placePast(from: number, last: number, beforeLast?: number): number {
    const { bytes, end } = this;
    const least = beforeLast === undefined ? 1 : 2;
    for (
      let found = bytes.indexOf(GREATER, from);
      found >= 0 && found < end;
      found = bytes.indexOf(GREATER, found + 1)
    ) {
      if (found - least < from || bytes[found - 1] !== last) continue;
      if (beforeLast === undefined || bytes[found - 2] === beforeLast) return found + 1;
    }
    return -1;
  }

  /** A document type is passed over; one that defines entities is refused, since they can grow without bound. */
  #readDoctype(): boolean {
    const { bytes, pos, end } = this;
    if (this.#rootSeen) throw this.error("expected the document type before the first element.");
    let quote = 0, inside = false;
    for (let at = pos + 9; at < end; at++) {
      const byte = bytes[at]!;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === LESS) {
        if (equalsAscii(bytes, at, Math.min(at + 8, end), "<!ENTITY")) {
          throw this.error(
            "expected no definitions of entities but found <!ENTITY …>. They are refused, because a few lines of them " +
              "can stand for gigabytes. Replace them by their text and take the definition out.",
            at,
          );
        }
        if (equalsAscii(bytes, at, Math.min(at + 4, end), "<!--")) {
          const close = indexOfAscii(bytes, "-->", at + 4, end);
          if (close < 0) return false;
          at = close + 2;
        }
      } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === OPEN_BRACKET) inside = true;
      else if (byte === CLOSE_BRACKET) inside = false;
      else if (byte === GREATER && !inside) {
        this.#moveTo(at + 1);
        return true;
      }
    }
    return false;
  }

  #readStartTag(): boolean {
    const { bytes, tag } = this;
    if (this.depth === 0 && this.#rootSeen) {
      throw this.error(`expected the end of the file after its last element but found ${this.#excerpt()}.`);
    }
    const after = this.#parseStartTag();
    if (after < 0) return false;
    tag.empty = bytes[after - 2] === SLASH;
    this.enter(tag.qualifiedName);
    this.#handler.open(this);
    if (tag.empty) {
      this.#handler.close(this);
      this.leave();
    }
    this.#moveTo(after);
    return true;
  }

  /** Fills `tag`; gives the place after its ">", or -1 if it is not whole. */
  #parseStartTag(): number {
    const { bytes, end, tag } = this;
    const nameFrom = this.pos + 1;
    let at = nameFrom;
    while (at < end && isNameByte(bytes[at]!)) at++;
    if (at === end) return -1;
    if (at === nameFrom) throw this.error(`expected the name of an element after "<" but found ${this.#excerpt(at)}.`);
    tag.qualifiedName = this.#name(nameFrom, at);
    tag.name = tag.qualifiedName.slice(tag.qualifiedName.indexOf(":") + 1);
    for (let count = 0;; count++) {
      const blankFrom = at;
      while (at < end && isSpace(bytes[at]!)) at++;
      if (at === end) return -1;
      if (bytes[at] === SLASH) {
        if (at + 1 === end) return -1;
        at++;
        if (bytes[at] !== GREATER) throw this.error(`expected "/>" but found ${this.#excerpt(at - 1)}.`, at);
      }
      if (bytes[at] === GREATER) {
        tag.attributes = count;
        return at + 1;
      }
      if (at === blankFrom) throw this.error(`expected a space, "/>" or ">" but found ${this.#excerpt(at)}.`, at);
      at = this.#parseAttribute(at, count);
      if (at < 0) return -1;
    }
  }

  #parseAttribute(from: number, index: number): number {
    const { bytes, end, tag } = this;
    let at = from;
    while (at < end && isNameByte(bytes[at]!)) at++;
    if (at === end) return -1;
    if (at === from) throw this.error(`expected the name of an attribute but found ${this.#excerpt(at)}.`, at);
    for (let i = 0; i < index; i++) {
      if (!equalBytes(bytes, tag.nameFrom[i]!, tag.nameTo[i]!, from, at)) continue;
      throw this.error(`expected each attribute of a tag once but found "${this.#name(from, at)}" again.`, from);
    }
    tag.nameFrom[index] = from;
    tag.nameTo[index] = at;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at === end) return -1;
    if (bytes[at] !== EQUALS) {
      throw this.error(`expected "=" after the name of an attribute but found ${this.#excerpt(at)}.`, at);
    }
    at++;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at === end) return -1;
    const quote = bytes[at]!;
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      throw this.error(`expected the value of an attribute in quotes but found ${this.#excerpt(at)}.`, at);
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

  #moveTo(at: number): void {
    this.line += this.#newlines(this.pos, at);
    this.pos = at;
  }

  #newlines(from: number, to: number): number {
    const { bytes } = this;
    let count = 0;
    if (to - from < 64) {
      for (let i = from; i < to; i++) if (bytes[i] === LF) count++;
      return count;
    }
    for (let i = bytes.indexOf(LF, from); i >= 0 && i < to; i = bytes.indexOf(LF, i + 1)) count++;
    return count;
  }

  /** A name or key as a string; the few that a file has are made only once. */
  #name(from: number, to: number): string {
    const { bytes } = this;
    const key = (to - from) * 65536 + bytes[from]! * 256 + bytes[to - 1]!;
    const known = this.#names.get(key);
    const found = known?.find((name) => equalsAscii(bytes, from, to, name));
    if (found !== undefined) return found;
    const name = decoder.decode(bytes.subarray(from, to));
    if (name.length !== to - from) return name; // kept are those of ASCII, which compare byte by byte
    if (!known) this.#names.set(key, [name]);
    else if (known.length < 16) known.push(name);
    return name;
  }

  #excerpt(at = this.pos): string {
    return excerptOf(this.bytes, at, this.end);
  }
}

const CUT_OFF = "It was cut off: copy or export it again.";
const decoder = new TextDecoder();
