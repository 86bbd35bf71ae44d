/** Encodings of text files: found by the byte order mark, by NUL bytes, or by bytes that are no valid UTF-8. */
import { isUtf8 } from "node:buffer";
import { InputError } from "../../base/errors.ts";

/**
 * The encoding of a file by its first bytes: "utf-16le", "utf-16be", or "utf-8" for all whose first 128 characters
 * are ASCII, because those are told apart only by bytes further on.
 *
 * @throws InputError if the bytes are no text at all.
 */
export function sniffEncoding(head: Uint8Array, name: string): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const looked = Math.min(head.length, 4096);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i & 1]!++;
  const half = looked / 2;
  if (zeros[1]! > 0.4 * half && zeros[0]! < 0.1 * half) return "utf-16le";
  if (zeros[0]! > 0.4 * half && zeros[1]! < 0.1 * half) return "utf-16be";
  if (zeros[0]! + zeros[1]! > 0.02 * looked) {
    throw new InputError(
      `${name}: expected text but found ${zeros[0]! + zeros[1]!} NUL bytes in the first ${looked} bytes. ` +
        `Is it a binary file? Export it as CSV in UTF-8.`,
    );
  }
  return "utf-8";
}

/**
 * The label of an encoding that the platform knows, lower case ("latin1" gives "windows-1252", as on the web).
 *
 * @throws InputError if it is unknown.
 */
export function encodingLabel(given: string): string {
  try {
    return new TextDecoder(given).encoding;
  } catch {
    throw new InputError(
      `Expected the name of an encoding, such as utf-8, utf-16le, windows-1252 or iso-8859-15, but found "${given}".`,
    );
  }
}

/** Encodings that a byte scanner can read as they are: one byte a character, the first 128 ASCII. */
export function isByteEncoding(label: string): boolean {
  return label === "utf-8" ||
    /^(windows-12\d\d|windows-874|iso-8859-.*|koi8-.|macintosh|x-mac-cyrillic|ibm866)$/.test(label);
}

/** Text in any encoding as UTF-8. Bytes that are no text become U+FFFD, and `onDamage` is called. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  label: string,
  onDamage: () => void = () => {},
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  const encoded = (text: string) => {
    if (text.includes("\ufffd")) onDamage();
    return encoder.encode(text);
  };
  for await (const chunk of chunks) yield encoded(decoder.decode(chunk, { stream: true }));
  yield encoded(decoder.decode());
}

/** Index of the first byte that is no UTF-8, or -1. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1;
  let good = 0, bad = bytes.length;
  // The longest valid beginning, by halves: `good` bytes are valid up to a character that may be cut.
  while (bad - good > 16) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) good = middle;
    else bad = middle;
  }
  let end = wholeCharacters(bytes, good);
  for (;;) {
    const length = sequenceLength(bytes, end);
    if (length === 0) return end;
    end += length;
  }
}

/** How many characters beyond ASCII, and how many bytes that belong to none. */
export function countUtf8(bytes: Uint8Array): { characters: number; invalid: number } {
  let characters = 0, invalid = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 1) characters++;
    if (length === 0) invalid++;
    i += length || 1;
  }
  return { characters, invalid };
}

/**
 * Text that is UTF-8 but for single bytes, which are read as windows-1252: so `M\xfcller` and `M\xf6ller` stay two names.
 */
export function decodeMixed(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length;) {
    let end = i;
    for (let length = sequenceLength(bytes, end); length > 0 && end < bytes.length;) {
      end += length;
      length = end < bytes.length ? sequenceLength(bytes, end) : 0;
    }
    text += UTF8.decode(bytes.subarray(i, end));
    if (end < bytes.length) text += WINDOWS_1252.decode(bytes.subarray(end, end + 1));
    i = end + 1;
  }
  return text;
}

/** Whether the bytes are UTF-8 but for their end, which cuts off a character. */
export function isCutOff(bytes: Uint8Array): boolean {
  const lead = bytes.findLastIndex((byte) => byte >= 0xc0);
  const whole = lead < 0 ? 0 : bytes[lead]! >= 0xf0 ? 4 : bytes[lead]! >= 0xe0 ? 3 : 2;
  const rest = bytes.subarray(lead + 1);
  return bytes.length - lead < whole && rest.every((byte) => (byte & 0xc0) === 0x80) &&
    isUtf8(bytes.subarray(0, Math.max(lead, 0)));
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
const WINDOWS_1252 = new TextDecoder("windows-1252");

/** `end`, or less where it would cut a character. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  let start = end;
  while (start > 0 && end - start < 3 && (bytes[start - 1]! & 0xc0) === 0x80) start--;
  if (start === 0) return end;
  const lead = bytes[start - 1]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return length > end - start + 1 ? start - 1 : end;
}

/** Length of the character that begins there; 0 if none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
