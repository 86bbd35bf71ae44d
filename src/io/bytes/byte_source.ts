/** Where bytes come from: a file or bytes in memory, opened once, unpacked if they are gzipped. */
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { basename, dirname } from "node:path";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { noteInput } from "../files/input_files.ts";
import { MAX_PACKING, megabytes, UNPACKED_BYTES_ALLOWED } from "../limits.ts";
import { reportWork } from "../../base/progress.ts";
import { beginner, StoppedError } from "../../base/stop.ts";
import { formatCount } from "../../base/format.ts";

/** Bytes that are opened once: their beginning can be looked at before they are read. */
export interface ByteSource extends AsyncDisposable {
  /** File name without folders, for titles and errors. */
  readonly name: string;
  /** Where the file is; absent where the bytes were in memory. */
  readonly path?: string;
  /** How many bytes are stored. */
  readonly size: number;
  /** The first bytes as they are stored, before unpacking. */
  readonly head: Uint8Array;
  readonly gzipped: boolean;
  /** The first bytes, unpacked. Asking for them takes nothing from `chunks`. */
  beginning(): Promise<Uint8Array>;
  /** All bytes in order, unpacked. To be read once; reading to the end or leaving the loop closes the file. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 1 << 22;
/** How much is read on opening: enough to tell the format, and the first chunk for whoever reads on. */
const HEAD_BYTES = 1 << 16;

/**
 * Opens a file or bytes. A source that is open already is returned as it is, so that readers take both.
 *
 * Use `await using`: it closes the file also if nobody reads it.
 *
 * @throws InputError if the file is missing (naming files with nearly that name), a directory, or unreadable; and
 * while it is read, if gzipped data end too early or are damaged.
 */
export async function openBytes(source: string | Uint8Array | ByteSource, name?: string): Promise<ByteSource> {
  if (typeof source === "string") return await openPath(source, name ?? basename(source));
  if (!(source instanceof Uint8Array)) return source;
  const called = name ?? "bytes";
  const head = source.subarray(0, HEAD_BYTES);
  return { name: called, size: source.length, head, ...reading(memoryChunks(source), head, called) };
}

async function openPath(path: string, name: string): Promise<ByteSource> {
  const file = await openFile(path);
  try {
    const { isDirectory, size } = await file.stat();
    if (isDirectory) throw await directoryError(path);
    await noteInput(path);
    const buffer = new Uint8Array(HEAD_BYTES);
    const head = buffer.subarray(0, await file.read(buffer) ?? 0);
    let begun = false;
    const chunks = fileChunks(file, basename(path), head, size, () => begun = true);
    const { [Symbol.asyncDispose]: stop, ...rest } = reading(chunks, head, name);
    const dispose = async () => {
      await stop();
      if (begun) return; // Reading closes the file itself.
      begun = true;
      file.close();
    };
    return { name, path, size, head, ...rest, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Unpacks stored bytes if they are gzipped, and keeps the first chunk for `chunks` when `beginning` has read it. */
function reading(
  stored: AsyncGenerator<Uint8Array>,
  head: Uint8Array,
  name: string,
): Pick<ByteSource, "gzipped" | "beginning" | "chunks" | typeof Symbol.asyncDispose> {
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const all = gzipped ? unpacked(stored, name) : stored;
  let first: Promise<IteratorResult<Uint8Array>> | undefined;
  const begin = () => first ??= all.next();
  async function* chunks() {
    try {
      const { done, value } = await begin();
      if (done) return;
      yield value;
      yield* all;
    } finally {
      await all.return(undefined);
    }
  }
  return {
    gzipped,
    async beginning() {
      if (!gzipped) return head;
      const { done, value } = await begin();
      return done ? new Uint8Array() : value;
    },
    chunks: chunks(),
    async [Symbol.asyncDispose]() {
      await all.return(undefined);
    },
  };
}

async function openFile(path: string): Promise<Deno.FsFile> {
  const address = /^([a-z][a-z\d+.-]+):\/\//i.exec(path);
  if (address) {
    const file = `Save it first: curl -L -o ${basename(new URL(path).pathname) || "log.csv"} "${path}"`;
    throw new InputError(
      `${path}: expected the path of a file but found an address. ` +
        (address[1]!.toLowerCase() === "file" ? `Its path is ${decodeURI(new URL(path).pathname)}.` : file),
    );
  }
  try {
    return await Deno.open(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw await missingFileError(path);
    if (error instanceof Deno.errors.IsADirectory) throw await directoryError(path);
    if ((await Deno.stat(path).catch(() => undefined))?.isSocket) {
      throw new InputError(`${path}: expected a file but found a socket, which programs talk through.`);
    }
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}`);
  }
}

async function missingFileError(path: string): Promise<InputError> {
  const folder = dirname(path);
  const names = await fileNames(folder);
  if (path === "") return new InputError(`Expected the path of a file but found an empty text: "".`);
  if (path === "-") {
    return new InputError("-: expected the path of a file. What comes through a pipe is read from /dev/stdin.");
  }
  if (/[*?]|\[.+\]|\{.+,.+\}/.test(path)) {
    const fits = names?.filter((name) => globOf(basename(path)).test(name)) ?? [];
    const shown = fits.length > 0 ? ` It fits ${fits.slice(0, 3).join(", ")}${fits.length > 3 ? ", …" : ""}.` : "";
    return new InputError(
      `${path}: expected one file but found a pattern.${shown} Name one file; tb run --each "${path}" runs a notebook ` +
        `on each.`,
    );
  }
  if (path.startsWith("~")) {
    return new InputError(`${path}: expected a path but "~" stands for a folder only in a shell. Write it in full.`);
  }
  if (!names) return new InputError(`${path}: expected a file but there is no folder "${folder}".`);
  const near = nearestNames(basename(path), names);
  const hint = near.length > 0 ? ` Near it: ${near.join(", ")}.` : "";
  return new InputError(`${path}: expected a file but there is none of that name in "${folder}".${hint}`);
}

/** `*` and `?` of a pattern as a shell reads them. */
function globOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
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

async function* fileChunks(
  file: Deno.FsFile,
  name: string,
  head: Uint8Array,
  total: number,
  onBegin: () => void,
): AsyncGenerator<Uint8Array> {
  onBegin();
  const what = `reading ${name}`;
  const begunBy = beginner();
  let bytes = 0;
  try {
    reportWork({ what, bytes, total, ended: false });
    if (head.length > 0) yield head;
    bytes = head.length;
    for (;;) {
      begunBy.goOn();
      reportWork({ what, bytes, total, ended: false });
      const chunk = new Uint8Array(CHUNK_BYTES);
      const read = await file.read(chunk);
      if (read === null) return;
      yield chunk.subarray(0, read);
      bytes += read;
    }
  } finally {
    if (!begunBy.isStopped) reportWork({ what, bytes, total, ended: true });
    file.close();
  }
}

async function* memoryChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) yield bytes.subarray(from, from + CHUNK_BYTES);
}

/** Node's gunzip reads files of several members, which the web's DecompressionStream refuses. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  let packed = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const stored = Readable.from(counted(), { objectMode: true });
  stored.on("error", (error) => gunzip.destroy(error));
  stored.pipe(gunzip);
  const begunBy = beginner();
  let bytes = 0;
  try {
    for await (const chunk of gunzip) {
      await ownTurn();
      begunBy.goOn();
      bytes += chunk.length;
      if (bytes > UNPACKED_BYTES_ALLOWED && bytes > packed * MAX_PACKING) {
        throw new InputError(
          `${name}: expected gzipped data that unpack to at most ${MAX_PACKING} times their size but found ` +
            `${megabytes(packed)} that unpack to ${
              megabytes(bytes)
            } and more. Such a file is made to fill the memory. ` +
            "If it is a log, unpack it and read what is inside.",
        );
      }
      yield chunk;
    }
    await ownTurn();
  } catch (error) {
    if (error instanceof InputError || error instanceof StoppedError) throw error;
    const words = (error as Error).message;
    throw new InputError(
      words.includes("unexpected end")
        ? `${name}: expected gzipped data up to the end but they stop in the middle, after ${
          formatCount(bytes)
        } unpacked bytes. The file was cut off: copy it again.`
        : `${name}: expected gzipped data but found them damaged (${words}), after ${
          formatCount(bytes)
        } unpacked bytes. Copy the file again.`,
    );
  } finally {
    stored.destroy();
  }
}

/** Streams hand their chunks on in a tick of Node's: what runs in one cannot be stopped, nor hear that it shall. */
function ownTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
