/** What a format says of itself: how its files begin, and what is done with those that are not read. */
import { sniffEncoding } from "../bytes/encoding.ts";

/** The beginning of a file, as formats are recognised by it. */
export interface FileStart {
  /** File name without folders. */
  readonly name: string;
  /** What follows the last point of the name, in lower case; `.gz` does not count where the file is gzipped. */
  readonly extension: string;
  /** The first bytes, unpacked: all of them in a small file. */
  readonly bytes: Uint8Array;
  /** Those bytes from one place up to another, a character a byte. */
  ascii(from: number, to: number): string;
  /** The bytes as text, without white space before it. @throws InputError if they are no text. */
  text(): string;
}

export interface Format<Name extends string = string> {
  /** How errors and programs call it. */
  readonly name: Name;
  /** Whether a file that begins like this is of the format. Formats that come earlier in the list have said no. */
  recognise(start: FileStart): boolean;
  /** Whether its files are also read gzipped. @default false */
  readonly gzip?: boolean;
}

/** A format that is never read: its files are recognised so that the error can say what to do. */
export interface ForeignFormat {
  recognise(start: FileStart): boolean;
  /** What was expected and found, and what to do; the error puts the file's name before it. */
  readonly problem: string | ((start: FileStart) => string);
  /** What to do, where the problem does not say it: told where a log is opened. */
  readonly advice?: string | ((start: FileStart) => string);
}

const LOOKED_AT = 4096;

/** The beginning of a file whose first bytes, unpacked, are given. */
export function fileStart(name: string, gzipped: boolean, unpacked: Uint8Array): FileStart {
  const bytes = unpacked.subarray(0, LOOKED_AT);
  const plain = gzipped ? name.replace(/\.gz$/i, "") : name;
  let text: string | undefined;
  return {
    name,
    extension: /\.([^.]+)$/.exec(plain)?.[1]?.toLowerCase() ?? "",
    bytes,
    ascii: (from, to) => String.fromCharCode(...bytes.subarray(from, to)),
    text: () => text ??= new TextDecoder(sniffEncoding(bytes, name)).decode(bytes).trimStart(),
  };
}
