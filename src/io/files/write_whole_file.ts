/** The one writer of files: what it writes is there whole, or what was there before still is. */
import { Buffer } from "node:buffer";
import { access, chmod, constants, type FileHandle, lstat, mkdir, open, readlink, rename, rm } from "node:fs/promises";
import { realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { refuseInput, rememberOutput } from "./input_files.ts";
import { keepTrackOf, temporaryName } from "./temporary_files.ts";
import { folderError, writeError } from "./write_errors.ts";

/** Text or bytes, whole or in parts. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface WriteFileOptions {
  /** Packs the bytes. @default false */
  readonly gzip?: boolean;
  /** Makes the folders above the file where they are missing. @default false: a missing folder is an error */
  readonly makeFolder?: boolean;
}

/**
 * Writes a file so that nobody ever sees half of it: into a temporary file beside it, onto the disk, and then under its
 * name in one step. Whatever goes wrong before that step (a full disk, a signal, a pulled plug, an error in `content`)
 * leaves the file that was there as it was, and takes the temporary file away where the process still can.
 *
 * A link is followed and stays a link; a device or pipe such as /dev/stdout is written into. A file that is there keeps
 * its permissions.
 *
 * @throws InputError in words if the disk is full, the folder is missing or read-only, the name is that of a folder, or
 * the file is one that this process has read as an input, under whatever name.
 */
export async function writeWholeFile(
  path: string,
  content: FileContent,
  options: WriteFileOptions = {},
): Promise<void> {
  let target = path;
  if (/[/\\]$/.test(path)) throw await folderError(path);
  try {
    target = await targetOf(path);
  } catch (error) {
    throw writeError(path, error);
  }
  if (options.makeFolder) await makeFolders(path, dirname(target));
  const there = await statOf(target);
  if (there?.isDirectory()) throw await folderError(path);
  if (there && !there.isFile()) return await writeInto(path, target, content, options);
  await refuseInput(path, target);
  if (there) await access(target, constants.W_OK).catch((error) => Promise.reject(writeError(path, error)));
  const temporary = join(dirname(target), temporaryName());
  const forget = keepTrackOf(temporary);
  try {
    const file = await opened(path, temporary, "wx");
    try {
      await writeParts(path, file, content, options.gzip ?? false);
      // A disk may only now say that it is full; and a name must not come to the disk before what it stands for.
      await file.sync().catch((error) => Promise.reject(writeError(path, error)));
    } finally {
      await file.close();
    }
    try {
      if (there) await chmod(temporary, there.mode & 0o7777);
      await rename(temporary, target);
    } catch (error) {
      throw writeError(path, error);
    }
    await rememberOutput(target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  } finally {
    forget();
  }
}

/** The file that a path leads to, links followed, also where nothing is there yet. */
async function targetOf(path: string): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < 40; links++) {
    try {
      return await realpath(at);
    } catch (error) {
      if ((error as { code?: string }).code !== "ENOENT") throw error;
    }
    const found = await lstat(at).catch(() => undefined);
    if (!found?.isSymbolicLink()) return at;
    at = resolve(dirname(at), await readlink(at));
  }
  return at;
}

async function statOf(path: string) {
  return await stat(path).catch(() => undefined);
}

async function makeFolders(path: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeError(path, error);
  }
}

async function opened(path: string, file: string, flags: string): Promise<FileHandle> {
  try {
    return await open(file, flags);
  } catch (error) {
    throw writeError(path, error);
  }
}

/** Devices and pipes have nothing that could be replaced. */
async function writeInto(path: string, target: string, content: FileContent, options: WriteFileOptions): Promise<void> {
  const file = await opened(path, target, "w");
  try {
    await writeParts(path, file, content, options.gzip ?? false);
  } finally {
    await file.close();
  }
}

/** Short parts are put together to about so many characters before they are written. */
const PART = 1 << 18;

async function writeParts(path: string, file: FileHandle, content: FileContent, gzip: boolean): Promise<void> {
  const write = async (bytes: Uint8Array) => {
    try {
      for (let done = 0; done < bytes.length;) {
        done += (await file.write(bytes, done, bytes.length - done)).bytesWritten;
      }
    } catch (error) {
      throw writeError(path, error);
    }
  };
  if (!gzip) {
    for await (const bytes of bytesOf(content)) await write(bytes);
    return;
  }
  await pipeline(Readable.from(bytesOf(content), { objectMode: true }), createGzip(), async (packed) => {
    for await (const bytes of packed) await write(bytes as Uint8Array);
  });
}

async function* bytesOf(content: FileContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  let text = "";
  for await (const part of typeof content === "string" ? [content] : content) {
    if (typeof part === "string") {
      text += part;
      if (text.length < PART) continue;
    }
    if (text !== "") yield Buffer.from(text, "utf8");
    text = "";
    if (typeof part !== "string") yield part;
  }
  if (text !== "") yield Buffer.from(text, "utf8");
}
