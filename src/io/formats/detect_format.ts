/** What format a file has: told by its first bytes, and by its name only where these leave it open. */
import { InputError } from "../../base/errors.ts";
import { type ByteSource, openBytes } from "../bytes/byte_source.ts";
import { fileStart } from "./format.ts";
import { type FormatName, FORMATS } from "./formats.ts";

/** A format, and whether the file is gzipped. */
export type FileFormat = FormatName | `${FormatName}.gz`;

/**
 * The format of a file. Its contents decide before its extension, so that a misnamed file is read as what it is.
 *
 * @throws InputError if the file is missing, a directory, empty, or of a format that is not read.
 */
export async function detectFormat(source: string | ByteSource): Promise<FileFormat> {
  if (typeof source !== "string") return (await recognise(source)).fileFormat;
  await using opened = await openBytes(source);
  return (await recognise(opened)).fileFormat;
}

/** What was recognised. */
export interface Recognised {
  readonly name: FormatName;
  readonly fileFormat: FileFormat;
  /** The beginning as text; empty where the format is none of text. */
  readonly beginning: string;
}

/**
 * The same of bytes that are open. They can still be read from their beginning.
 *
 * @param advise whether errors also say what to do with a file that is no log.
 */
export async function recognise(source: ByteSource, advise = false): Promise<Recognised> {
  const { name, gzipped, head } = source;
  if (head.length === 0) throw new InputError(`${name}: expected a log but the file is empty.`);
  const beginning = await source.beginning();
  if (beginning.length === 0) throw new InputError(`${name}: expected a log but the gzipped file is empty.`);
  const start = fileStart(name, gzipped, beginning);
  for (const format of FORMATS) {
    if (!format.recognise(start)) continue;
    if ("problem" in format) {
      const { problem, advice } = format;
      const words = [problem, ...(advise && advice ? [advice] : [])].map((part) =>
        typeof part === "string" ? part : part(start)
      );
      throw new InputError(`${name}: ${words.filter(Boolean).join(" ")}`);
    }
    const text = ["csv", "xes", "json"].includes(format.name) ? start.text() : "";
    if (!gzipped) return { name: format.name, fileFormat: format.name, beginning: text };
    if ("gzip" in format) return { name: format.name, fileFormat: `${format.name}.gz`, beginning: text };
    throw new InputError(
      `${name}: expected gzipped CSV, XES or JSON but found gzipped ${format.name}. Unpack it first.`,
    );
  }
  throw new InputError(`${name}: expected a log but its format is not known.`);
}
