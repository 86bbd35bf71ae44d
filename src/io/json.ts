/** Reading JSON from a file or bytes, also gzipped. */
import { openBytes } from "./bytes/byte_source.ts";
import { sniffEncoding } from "./bytes/encoding.ts";
import { InputError } from "../base/errors.ts";

export interface JsonDocument {
  /** File name. */
  readonly name: string;
  readonly json: unknown;
}

/**
 * The document, or undefined where the first character is not one that JSON objects and arrays begin with.
 *
 * @throws InputError if the file cannot be read, or what begins like JSON is none.
 */
export async function readJson(source: string | Uint8Array, name?: string): Promise<JsonDocument | undefined> {
  const { name: called, chunks } = await openBytes(source, name);
  let decoder: TextDecoder | undefined;
  let text = "";
  for await (const chunk of chunks) {
    if (!decoder) {
      decoder = new TextDecoder(sniffEncoding(chunk.subarray(0, 4096), called));
      text = decoder.decode(chunk, { stream: true });
      if (!/^\s*(\{|\[\s*[{[\]])/.test(text)) return undefined;
    } else text += decoder.decode(chunk, { stream: true });
  }
  if (!decoder) return undefined;
  text += decoder.decode();
  try {
    return { name: called, json: JSON.parse(text) };
  } catch (error) {
    // The parser quotes what stands around, which may be anything.
    const problem = (error as Error).message.replace(/, (?:\.\.\.)?"[\s\S]*"(?:\.\.\.)? is not valid JSON$/, "");
    throw new InputError(`${called}: expected JSON but found: ${problem}. Is the file complete?`);
  }
}
