/**
 * Where the user stands.
 *
 * `deno task` starts a command in the folder of the `deno.json`, and leaves the folder that it was called from in
 * INIT_CWD. What is typed counts from there.
 */
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The folder that relative paths of a command line count from. */
export function userFolder(): string {
  const from = Deno.env.get("INIT_CWD");
  // Another folder than the task's was chosen by whoever started this; the variable is then left from before.
  return from !== undefined && isSame(Deno.cwd(), root) && isFolder(from) ? resolve(from) : Deno.cwd();
}

/**
 * Goes to the folder where the user stands, for the rest of this process: what is read, written and named counts from
 * there. Called once, before a command reads its arguments.
 */
export function standWhereTheUserStands(): void {
  Deno.chdir(userFolder());
  // What this process starts is started from here.
  Deno.env.delete("INIT_CWD");
}

function isSame(a: string, b: string): boolean {
  try {
    return Deno.realPathSync(a) === Deno.realPathSync(b);
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}
