/**
 * Copies of the notebooks to work in.
 *
 * A notebook changes as soon as it is run and saved. In the clone's own files that would stop the next `git pull`, so
 * people work in copies, in a folder that git ignores and from which relative paths lead to the same files.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { readNotebook, writeAtomically } from "../notebook/notebook.ts";

export interface WorkCopies {
  readonly folder: string;
  /** Notebooks that have a newer version, and whose copies hold changes of the user's: they are left alone. */
  readonly outdated: readonly string[];
}

/**
 * Copies the notebooks below `from` that have no copy in `to`, and those anew whose cells nobody has changed since.
 *
 * Outputs are no change: running a copied notebook does not keep it from being renewed.
 */
export async function copyToWork(from: string, to: string): Promise<WorkCopies> {
  const record = join(to, RECORD);
  const made = await readRecord(record);
  const outdated: string[] = [];
  for (const name of await notebooksIn(from)) {
    const original = await hashOf(join(from, name));
    if (original === undefined) continue;
    const copy = join(to, name);
    const before = await Deno.stat(copy).then(() => true, () => false);
    if (before && made[name] === original) continue;
    if (before && (made[name] === undefined || await hashOf(copy) !== made[name])) {
      if (await hashOf(copy) !== original) outdated.push(name);
      continue;
    }
    const text = await Deno.readTextFile(join(from, name));
    // It was read just now, to see whether it is the user's: as an input nothing may be written over it.
    if (before) await Deno.remove(copy);
    await writeAtomically(copy, text);
    made[name] = original;
  }
  await writeAtomically(record, JSON.stringify(made, null, 2) + "\n");
  return { folder: to, outdated };
}

/** By notebook, what the cells of its original were when it was copied. */
const RECORD = ".copied.json";

async function readRecord(path: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch {
    // None yet, or damaged: then every copy that is there is taken for the user's own.
    return {};
  }
}

async function notebooksIn(folder: string, below = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(folder, below))) {
    if (name.startsWith(".")) continue;
    if (isDirectory) found.push(...await notebooksIn(folder, join(below, name)));
    else if (name.endsWith(".ipynb")) found.push(join(below, name));
  }
  return found.sort();
}

/** Of the cells without their outputs; undefined where the file is no notebook. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    const { cells } = await readNotebook(path);
    const text = JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, source]));
    return createHash("sha256").update(text).digest("hex");
  } catch {
    return undefined;
  }
}
