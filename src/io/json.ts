/** Reading JSON from a file or bytes, also gzipped. */
import { goOn } from "../base/stop.ts";
import { type ByteSource, openBytes } from "./bytes/byte_source.ts";
import { sniffEncoding } from "./bytes/encoding.ts";
import { InputError } from "../base/errors.ts";
import { checkJsonDepth } from "./json_depth.ts";
import { MAX_JSON_CHARACTERS, megabytes } from "./limits.ts";

export interface JsonDocument {
  /** File name. */
  readonly name: string;
  readonly json: unknown;
}

/** Reads a document. @throws InputError if the file cannot be read, is no JSON, or too large or too deep. */
export async function readJson(source: string | Uint8Array | ByteSource, name?: string): Promise<JsonDocument> {
  await using opened = await openBytes(source, name);
  const decoder = new TextDecoder(sniffEncoding(await opened.beginning(), opened.name));
  let text = "";
  for await (const chunk of opened.chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length <= MAX_JSON_CHARACTERS) continue;
    throw new InputError(
      `${opened.name}: expected JSON of at most ${megabytes(MAX_JSON_CHARACTERS)} but found more. ` +
        "Export a shorter time, or fewer buckets.",
    );
  }
  text += decoder.decode();
  goOn();
  checkJsonDepth(text, opened.name);
  goOn();
  try {
    return { name: opened.name, json: JSON.parse(text) };
  } catch (error) {
    // The parser quotes what stands around, which may be anything.
    const problem = (error as Error).message.replace(/, (?:\.\.\.)?"[\s\S]*"(?:\.\.\.)? is not valid JSON$/, "");
    throw new InputError(`${opened.name}: expected JSON but found: ${problem}. Is the file complete?`);
  }
}
