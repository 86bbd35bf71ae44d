/**
 * Where the module of a check lies.
 *
 * Deno remembers what it found out about a program by the address of its first module: the files that a notebook
 * imports are checked again only if they changed. So all notebooks of a project are checked at one address, one after
 * another, and those that are checked at the same time at the next one, and the one after that.
 */
import { join } from "node:path";

export interface CheckPlace {
  readonly file: string;
  /** Others may check there from now on. */
  release(): void;
}

/** A place in the folder of the project (`notebook_project.ts`) that no other check is using, on this machine. */
export async function takePlace(project: string): Promise<CheckPlace> {
  for (let i = 0;; i++) {
    // The lock goes with the process that holds it.
    const lock = await Deno.open(join(project, `check-${i}.lock`), { create: true, write: true });
    if (await lock.tryLock(true)) return { file: join(project, `check-${i}.ts`), release: () => lock.close() };
    lock.close();
  }
}
