/** Where bytes come from: a file or bytes in memory, unpacked if they are gzipped. */
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { basename, dirname } from "node:path";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest.ts";
import { reportWork } from "../../base/progress.ts";

export interface ByteSource {
  /** File name without folders, for titles and errors. */
  readonly name: string;
  /** The first bytes as they are stored, before unpacking. */
  readonly head: Uint8Array;
  readonly gzipped: boolean;
  /** All bytes in order, unpacked. To be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 1 << 22;
const HEAD_BYTES = 4096;

/**
 * Opens a file or bytes.
 *
 * @throws InputError if the file is missing (naming files with nearly that name), a directory, or unreadable; and
 * while it is read, if gzipped data end too early or are damaged.
 */
export async function openBytes(source: string | Uint8Array, name?: string): Promise<ByteSource> {
  const called = name ?? (typeof source === "string" ? basename(source) : "bytes");
  const head = typeof source === "string" ? await readHead(source) : source.subarray(0, HEAD_BYTES);
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const stored = typeof source === "string" ? fileChunks(source) : memoryChunks(source);
  return { name: called, head, gzipped, chunks: gzipped ? unpacked(stored, called) : stored };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await openFile(path);
  try {
    if ((await file.stat()).isDirectory) throw await directoryError(path);
    const head = new Uint8Array(HEAD_BYTES);
    return head.subarray(0, await file.read(head) ?? 0);
  } finally {
    file.close();
  }
}

async function openFile(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw await missingFileError(path);
    if (error instanceof Deno.errors.IsADirectory) throw await directoryError(path);
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}`);
  }
}

async function missingFileError(path: string): Promise<InputError> {
  const folder = dirname(path);
  const names = await fileNames(folder);
  if (!names) return new InputError(`${path}: expected a file but there is no folder "${folder}".`);
  const near = nearestNames(basename(path), names);
  const hint = near.length > 0 ? ` Near it: ${near.join(", ")}.` : "";
  return new InputError(`${path}: expected a file but there is none of that name in "${folder}".${hint}`);
}

async function directoryError(path: string): Promise<InputError> {
  const names = (await fileNames(path) ?? []).slice(0, 3);
  const hint = names.length > 0 ? ` Name a file in it, such as ${names.join(", ")}.` : "";
  return new InputError(`${path}: expected a file but found a directory.${hint}`);
}

async function fileNames(folder: string): Promise<string[] | undefined> {
  try {
    const names: string[] = [];
    for await (const entry of Deno.readDir(folder)) if (!entry.isDirectory) names.push(entry.name);
    return names.sort();
  } catch {
    return undefined;
  }
}

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  const what = `reading ${basename(path)}`;
  let bytes = 0, total = 0;
  try {
    total = (await file.stat()).size;
    for (;;) {
      reportWork({ what, bytes, total, ended: false });
      const chunk = new Uint8Array(CHUNK_BYTES);
      const read = await file.read(chunk);
      if (read === null) return;
      yield chunk.subarray(0, read);
      bytes += read;
    }
  } finally {
    reportWork({ what, bytes, total, ended: true });
    file.close();
  }
}

async function* memoryChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) yield bytes.subarray(from, from + CHUNK_BYTES);
}

/** Node's gunzip reads files of several members, which the web's DecompressionStream refuses. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  const stored = Readable.from(chunks, { objectMode: true });
  stored.on("error", (error) => gunzip.destroy(error));
  stored.pipe(gunzip);
  let bytes = 0;
  try {
    for await (const chunk of gunzip) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const words = (error as Error).message;
    throw new InputError(
      words.includes("unexpected end")
        ? `${name}: expected gzipped data up to the end but they stop in the middle, after ${
          bytes.toLocaleString("en")
        } unpacked bytes. The file was cut off: copy it again.`
        : `${name}: expected gzipped data but found them damaged (${words}), after ${
          bytes.toLocaleString("en")
        } unpacked bytes. Copy the file again.`,
    );
  } finally {
    stored.destroy();
  }
}
