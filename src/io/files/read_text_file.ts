import { Buffer } from "node:buffer";
import { open } from "node:fs/promises";
import { InputError } from "../../base/errors.ts";
import { sniffEncoding } from "../bytes/encoding.ts";
import { megabytes } from "../limits.ts";
import { noteInput } from "./input_files.ts";

/**
 * The text of a small file (settings, models, notebooks) in UTF-8 or UTF-16, without a byte order mark; it counts as an
 * input.
 *
 * @param what as in "expected a mapping file of at most …".
 * @throws InputError if it holds more than `most` bytes; what the file system says of a file that cannot be read.
 */
export async function readTextFile(path: string, most: number, what: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(1 << 18), 0, 1 << 18);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      // Pipes and devices tell no size: it is counted.
      if (bytes > most) {
        throw new InputError(
          `${path}: expected ${what} of at most ${megabytes(most)} but found more. Is it the right file?`,
        );
      }
      parts.push(buffer.subarray(0, bytesRead));
    }
    await noteInput(path);
    const whole = Buffer.concat(parts);
    return new TextDecoder(sniffEncoding(whole, path)).decode(whole);
  } finally {
    await file.close();
  }
}
