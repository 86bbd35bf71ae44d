/** The files that a run reads, as its parameters name them, each with its size and a hash of its content. */
import { createHash } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import type { Notebook } from "./notebook.ts";
import { parametersOf, textValues } from "./parameters/parameters.ts";

export interface FileFacts {
  /** Without folders. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
}

/** Files that parameters name, given or by default: absolute paths, each once. */
export async function inputFiles(
  notebook: Notebook,
  parameters: Readonly<Record<string, unknown>>,
  path: string,
): Promise<string[]> {
  const folder = dirname(resolve(path));
  const values = textValues(parametersOf(notebook), parameters);
  const paths = [...new Set(values.filter((value) => value !== "" && value.length < 4096))].map((value) =>
    resolve(folder, value)
  );
  const isFile = await Promise.all(paths.map((path) => Deno.stat(path).then((info) => info.isFile, () => false)));
  return paths.filter((_, i) => isFile[i]);
}

/** Reads a file once, piece by piece; undefined where there is no file to read. */
export async function fileFacts(path: string): Promise<FileFacts | undefined> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    using file = await Deno.open(path);
    const buffer = new Uint8Array(1 << 20);
    for (;;) {
      const read = await file.read(buffer);
      if (read === null) break;
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } catch {
    return undefined;
  }
  return { name: basename(path), bytes, hash: hash.digest("hex") };
}
