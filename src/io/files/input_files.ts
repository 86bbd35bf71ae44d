/** The files that this process has read: they are never written over. */
import { realpath, rename, rm, stat } from "node:fs/promises";
import { InputError } from "../../base/errors.ts";

/** Inputs by what tells a file from all others under any name; the value is where it was found. */
const inputs = new Map<string, string>();
/** Files that this process wrote itself, by path: what is in them is its own, and may be written anew. */
const outputs = new Map<string, string>();

/** Remembers a file as an input, unless this process wrote it. A file that is not there is none. */
export async function noteInput(path: string): Promise<void> {
  const found = await identityOf(path);
  if (found && outputs.get(found.target) !== found.identity) inputs.set(found.identity, found.target);
}

/**
 * @param path as it was given, for the message.
 * @throws InputError if `target` is a file that was read as an input, by this name or another: a link, a detour.
 */
export async function refuseInput(path: string, target: string): Promise<void> {
  const found = await identityOf(target);
  const input = found && inputs.get(found.identity);
  if (found === undefined || input === undefined) return;
  // A file system gives the number of a file that is gone to another one.
  if ((await identityOf(input))?.identity !== found.identity) {
    inputs.delete(found.identity);
    return;
  }
  const other = input === found.target ? "" : ` (it is the same file as ${input})`;
  throw new InputError(
    `${path}: expected a file of its own for what is written but found one that was read as an input${other}. ` +
      "Inputs are never overwritten: give another name.",
  );
}

/** Remembers that this process wrote the file. */
export async function rememberOutput(target: string): Promise<void> {
  const found = await identityOf(target);
  if (found) outputs.set(found.target, found.identity);
}

/** Takes an output of before away, if there is one. @throws InputError if the file was read as an input. */
export async function removeOutput(path: string): Promise<void> {
  await refuseInput(path, path);
  await rm(path, { force: true });
}

/** Gives an output another name, in the place of what has it. @throws InputError if either was read as an input. */
export async function renameOutput(from: string, to: string): Promise<void> {
  for (const path of [from, to]) await refuseInput(path, path);
  await rename(from, to);
  await rememberOutput(to);
}

async function identityOf(path: string): Promise<{ identity: string; target: string } | undefined> {
  try {
    const target = await realpath(path);
    const { dev, ino } = await stat(target, { bigint: true });
    return { identity: ino > 0n ? `${dev}:${ino}` : target, target };
  } catch {
    return undefined;
  }
}
