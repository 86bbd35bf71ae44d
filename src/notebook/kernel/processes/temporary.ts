/** A folder for the time of some work. */
import { guardPath } from "./guard.ts";

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "tracebook-" });
  const remove = guardPath(folder);
  try {
    return await work(folder);
  } finally {
    await remove();
  }
}
