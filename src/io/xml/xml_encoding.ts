/** The encoding of an XML document. */
import { InputError } from "../../base/errors.ts";

/** Bytes that a declaration can take, with room for spaces. */
export const XML_HEAD_BYTES = 1024;

/**
 * The encoding that a document's first bytes have or declare, as a label for `TextDecoder`.
 *
 * @param onDoubt told of a declaration that cannot be true.
 * @throws InputError if the encoding is unknown.
 */
export function xmlEncoding(head: Uint8Array, name: string, onDoubt: (message: string) => void): string {
  if (hasUtf8Mark(head)) return "utf-8";
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const text = new TextDecoder("latin1").decode(head.subarray(0, XML_HEAD_BYTES));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared === undefined || /^(utf-?8|(us-)?ascii)$/i.test(declared)) return "utf-8";
  if (/^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared)) {
    onDoubt(`${name}: declares "${declared}" but its bytes are not; read as UTF-8`);
    return "utf-8";
  }
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    throw new InputError(
      `${name}, line 1: expected an encoding such as UTF-8, UTF-16 or ISO-8859-1 but found "${declared}". ` +
        "Save the file as UTF-8, and take the encoding out of its first line.",
    );
  }
}

/** Whether the bytes begin with the byte order mark of UTF-8. */
export function hasUtf8Mark(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}
