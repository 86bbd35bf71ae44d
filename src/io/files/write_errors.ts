/** What a file system refuses, told as what was expected, what was found, and what to do. */
import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../../base/errors.ts";

/** The error of a file that could not be written; errors that no file system gave stay as they are. */
export function writeError(path: string, cause: unknown): Error {
  const code = (cause as { code?: unknown }).code;
  if (cause instanceof InputError || typeof code !== "string") return cause as Error;
  const words = WORDS[code]?.(path) ??
    `expected a file that can be written but found: ${(cause as Error).message}.`;
  return new InputError(`${path}: ${words}`, { cause });
}

/** A full disk, met anywhere: as a sentence; undefined for all other errors. */
export function fullDiskError(cause: unknown): InputError | undefined {
  const { code, message = "" } = (cause ?? {}) as { code?: unknown; message?: string };
  if (code !== "ENOSPC" && code !== "EDQUOT" && !/No space left on device|os error 28\b/.test(message)) {
    return undefined;
  }
  return new InputError("Expected room on the disk but found it full. Make room, also for temporary files.", { cause });
}

/** The error for a folder in the place of a file. */
export async function folderError(path: string): Promise<InputError> {
  const names = await readdir(path).catch(() => []);
  return new InputError(
    `${path}: expected a file that can be written but found the name of a folder` +
      `${names.length === 0 ? "" : ` of ${names.length} ${names.length === 1 ? "entry" : "entries"}`}. ` +
      "Name a file in it.",
  );
}

const full = () =>
  "expected a file that can be written but found the disk full. Make room, or write to another disk. " +
  "A file that was there before is as it was.";
const readOnly = (path: string) =>
  `expected a file that can be written but found no leave to write it: it, or its folder "${dirname(path)}", is ` +
  "read-only. Change the permissions, or write to another folder.";

const WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: () => "expected a file that can be written but found it larger than this disk allows. Write to another disk.",
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOENT: (path) =>
    `expected a file that can be written but found no folder "${dirname(path)}". Make it, or mend the path.`,
  ENOTDIR: (path) =>
    `expected a file that can be written but found a file in place of the folder "${dirname(path)}". Mend the path.`,
  EISDIR: () => "expected a file that can be written but found a folder. Name a file in it.",
  ENAMETOOLONG: () => "expected a file that can be written but found a name too long for the disk. Shorten it.",
  ELOOP: () => "expected a file that can be written but found links that lead in a circle. Write to another name.",
};
