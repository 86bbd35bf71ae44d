/** Text in XML: names, and values with their references resolved. */

const TAB = 0x09, LF = 0x0a, CR = 0x0d, SPACE = 0x20, QUOTE = 0x22, HASH = 0x23, AMP = 0x26, APOSTROPHE = 0x27;
const SEMICOLON = 0x3b, LESS = 0x3c, GREATER = 0x3e;
const decoder = new TextDecoder();

const ENTITIES: readonly (readonly [string, number])[] = [
  ["amp", AMP],
  ["lt", LESS],
  ["gt", GREATER],
  ["quot", QUOTE],
  ["apos", APOSTROPHE],
];

/** Makes the error for what is wrong at a place. */
type Fail = (message: string, at: number) => Error;

/**
 * Resolves references and white space of a value into `out`, which has room for all of its bytes; gives the length.
 *
 * White space of an attribute stands for spaces; between tags it stays, and line ends become LF (XML 1.0, 2.11, 3.3.3).
 *
 * @throws what `fail` makes.
 */
export function decodeValue(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  fail: Fail,
  where: "attribute" | "content" = "attribute",
): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === AMP) {
      const semicolon = bytes.indexOf(SEMICOLON, at);
      if (semicolon < 0 || semicolon >= to || semicolon - at > 12) throw fail(notReference(bytes, at, to), at);
      // A reference is never shorter than what it stands for, so that `out` is long enough.
      length = writeUtf8(out, length, referencedCharacter(bytes, at, semicolon, fail));
      at = semicolon;
    } else if (byte >= SPACE) {
      out[length++] = byte;
    } else if (byte === TAB || byte === LF || byte === CR) {
      if (byte === CR && bytes[at + 1] === LF) at++;
      out[length++] = where === "attribute" ? SPACE : byte === TAB ? TAB : LF;
    } else {
      throw fail(`expected text but found the control character ${hex(byte)}, which XML does not allow.`, at);
    }
  }
  return length;
}

function referencedCharacter(bytes: Uint8Array, ampersand: number, semicolon: number, fail: Fail): number {
  if (bytes[ampersand + 1] !== HASH) {
    for (const [name, character] of ENTITIES) {
      if (equalsAscii(bytes, ampersand + 1, semicolon, name)) return character;
    }
    throw fail(notReference(bytes, ampersand, semicolon + 1), ampersand);
  }
  const digits = decoder.decode(bytes.subarray(ampersand + 2, semicolon));
  const code = /^x[0-9a-fA-F]+$/.test(digits)
    ? parseInt(digits.slice(1), 16)
    : /^[0-9]+$/.test(digits)
    ? parseInt(digits, 10)
    : -1;
  const allowed = code === TAB || code === LF || code === CR || (code >= SPACE && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code < 0x110000);
  if (!allowed) {
    const found = excerptOf(bytes, ampersand, semicolon + 1);
    throw fail(`expected a reference to a character that XML allows but found ${found}.`, ampersand);
  }
  return code;
}

function notReference(bytes: Uint8Array, at: number, to: number): string {
  return `expected one of &amp; &lt; &gt; &quot; &apos; or a number such as &#233; but found ` +
    `${excerptOf(bytes, at, to)}. An "&" by itself is written as &amp;.`;
}

/** A few characters of what stands there, for an error: no more than the line has. */
export function excerptOf(bytes: Uint8Array, at: number, end: number): string {
  const text = decoder.decode(bytes.subarray(at, Math.min(at + 100, end)));
  const line = text.split(/[\r\n]/, 1)[0]!;
  const characters = [...line].slice(0, 24).join("");
  return JSON.stringify(characters) + (characters.length < line.length ? "…" : "");
}

function writeUtf8(out: Uint8Array, at: number, code: number): number {
  if (code < 0x80) out[at++] = code;
  else if (code < 0x800) {
    out[at++] = 0xc0 | (code >> 6);
    out[at++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    out[at++] = 0xe0 | (code >> 12);
    out[at++] = 0x80 | ((code >> 6) & 0x3f);
    out[at++] = 0x80 | (code & 0x3f);
  } else {
    out[at++] = 0xf0 | (code >> 18);
    out[at++] = 0x80 | ((code >> 12) & 0x3f);
    out[at++] = 0x80 | ((code >> 6) & 0x3f);
    out[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}

export function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === TAB || byte === CR;
}

/** Letters, digits, "-", ".", ":", "_" and all beyond ASCII: finer rules of XML's names are left to others. */
export function isNameByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x3a) || byte === 0x2d || byte === 0x2e ||
    byte === 0x5f || byte >= 0x80;
}

/** Whether these bytes are that text, of ASCII. */
export function equalsAscii(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Whether the bytes of two places are the same. */
export function equalBytes(bytes: Uint8Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[otherFrom + i]) return false;
  return true;
}

/** Place of the text before `end`, -1 if it is not there. */
export function indexOfAscii(bytes: Uint8Array, text: string, from: number, end: number): number {
  for (let at = from; at + text.length <= end; at++) if (equalsAscii(bytes, at, at + text.length, text)) return at;
  return -1;
}
