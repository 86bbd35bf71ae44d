/** The part of an XML document that is at hand: bytes of UTF-8, the place in them, and errors that name that place. */
import { InputError } from "../../base/errors.ts";
import { equalsAscii, excerptOf } from "./xml_text.ts";

/** Stands after the last byte; never part of UTF-8. */
export const SENTINEL = 0xff;
/** A single piece of markup, at most: what fits a string. */
const MAX_MARKUP_BYTES = 500_000_000;
/** What is taken in at once. */
export const PIECE_BYTES = 1 << 18;
/** Sentinels after the last byte, so that looking a few bytes ahead ends at one. */
const SLACK_BYTES = 16;
const LF = 0x0a;

/** Chunks come in at the back, and what has been read leaves at the front. */
export class XmlWindow {
  /** Bytes at hand: those from `pos` to `end` are still to be read. */
  bytes = new Uint8Array(PIECE_BYTES * 2 + SLACK_BYTES);
  view = new DataView(this.bytes.buffer);
  pos = 0;
  end = 0;
  /** Line of `pos`, from 1. */
  line = 1;

  readonly #file: string;
  /** Bytes that were read and dropped, before `bytes[0]`. */
  #dropped: number;
  readonly #names = new Map<number, string[]>();

  /** @param skipped bytes of the file that are not handed on, such as a byte order mark. */
  constructor(file: string, skipped: number) {
    this.#file = file;
    this.#dropped = skipped;
  }

  /** Takes in more bytes; what has been read leaves the window. */
  append(piece: Uint8Array): void {
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

  /** An error with its place: that of the markup being read, or of `at`. */
  error(message: string, at = this.pos): InputError {
    const line = this.lineAt(at);
    return new InputError(`${this.#file}, line ${line}, byte ${this.#dropped + at}: ${message}`);
  }

  /** Line of a byte at or after `pos`. */
  lineAt(at: number): number {
    return this.line + this.#newlines(this.pos, Math.min(at, this.end));
  }

  /** Moves on to a byte after `pos`, line by line. */
  moveTo(at: number): void {
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
  name(from: number, to: number): string {
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

  /** What stands there, for errors. */
  excerpt(at = this.pos): string {
    return excerptOf(this.bytes, at, this.end);
  }
}

const decoder = new TextDecoder();
