/**
 * A streaming scanner of XML over bytes of UTF-8. It checks that the document is well-formed, names the place of each
 * error, and makes strings only where they are asked for.
 *
 * A format may read the markup that it expects most of the time by itself, in `shortcut`. The scanner reads the rest, one
 * piece of markup at a time. A piece that the end of a chunk has cut is read again when more bytes have come.
 */
import { XmlTagReader } from "./xml_tag.ts";
import { equalsAscii, indexOfAscii, isNameByte, isSpace } from "./xml_text.ts";
import { PIECE_BYTES } from "./xml_window.ts";

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

/** Elements inside each other, at most. */
const MAX_DEPTH = 256;
const BANG = 0x21, QUOTE = 0x22, APOSTROPHE = 0x27, MINUS = 0x2d, SLASH = 0x2f, LESS = 0x3c, GREATER = 0x3e;
const QUESTION = 0x3f, OPEN_BRACKET = 0x5b, CLOSE_BRACKET = 0x5d;

export class XmlScanner extends XmlTagReader {
  /** How many elements are open. */
  depth = 0;

  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  readonly #openLines: number[] = [];
  /** Bytes that must be at hand before markup that was cut is tried again. */
  #wanted = 0;
  #rootSeen = false;

  /** @param skipped bytes of the file that are not handed on, such as a byte order mark. */
  constructor(file: string, handler: XmlHandler, skipped = 0) {
    super(file, skipped);
    this.#handler = handler;
  }

  /** Reads a chunk, as far as its markup is whole. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
      this.append(chunk.subarray(from, from + PIECE_BYTES));
      if (this.end - this.pos >= this.#wanted) this.#scan(false);
    }
  }

  /** Reads what is left. @throws InputError if the document is not complete. */
  finish(): void {
    this.#scan(true);
    if (this.pos < this.end) {
      throw this.error(
        `expected the end of the tag or comment that begins with ${this.excerpt()} but the file ends. ${CUT_OFF}`,
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

  #scan(final: boolean): void {
    do {
      this.#handler.shortcut(this);
    } while (this.#step(final));
    // Markup that was cut is read again only when twice as much has come, so that long markup costs linear time.
    this.#wanted = (this.end - this.pos) * 2;
  }

  /** Reads one piece of markup; false if it is not whole, or none is left. */
  #step(final: boolean): boolean {
    const { bytes, end } = this;
    let at = this.pos;
    while (at < end && isSpace(bytes[at]!)) at++;
    this.moveTo(at);
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
          ? `expected the end of the file after its last element but found ${this.excerpt()}.`
          : `expected XML, beginning with "<", but found ${this.excerpt()}.`,
      );
    }
    const next = this.bytes.indexOf(LESS, this.pos);
    if ((next < 0 || next >= this.end) && !final) return false;
    this.#handler.text(this);
    this.moveTo(next < 0 || next >= this.end ? this.end : next);
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
    if (bytes[at] !== GREATER) throw this.error(`expected ">" at the end of a tag but found ${this.excerpt(at)}.`, at);
    const name = this.name(from, to);
    if (this.depth === 0) throw this.error(`expected a start tag but found </${name}>.`);
    const open = this.#open[this.depth - 1]!;
    if (name !== open) {
      throw this.error(
        `expected </${open}> (its <${open}> is on line ${this.#openLines[this.depth - 1]}) but found </${name}>.`,
      );
    }
    this.#handler.close(this);
    this.leave();
    this.moveTo(at + 1);
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
    throw this.error(`expected a tag or a comment but found ${this.excerpt()}.`);
  }

  #skipTo(place: number): boolean {
    if (place < 0) return false;
    this.moveTo(place);
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
        this.moveTo(at + 1);
        return true;
      }
    }
    return false;
  }

  #readStartTag(): boolean {
    const { bytes, tag } = this;
    if (this.depth === 0 && this.#rootSeen) {
      throw this.error(`expected the end of the file after its last element but found ${this.excerpt()}.`);
    }
    const after = this.parseStartTag();
    if (after < 0) return false;
    tag.empty = bytes[after - 2] === SLASH;
    this.enter(tag.qualifiedName);
    this.#handler.open(this);
    if (tag.empty) {
      this.#handler.close(this);
      this.leave();
    }
    this.moveTo(after);
    return true;
  }
}

const CUT_OFF = "It was cut off: copy or export it again.";
