/**
 * Where the module of a check lies.
 *
 * Deno remembers what it found out about a program by the address of its first module: the files that a notebook
 * imports are checked again only if they changed. So all notebooks of a project are checked at one address, one after
 * another, and those that are checked at the same time at the next one, and the one after that.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";

export interface CheckPlace {
  readonly file: string;
  /** Others may check there from now on. */
  release(): void;
}

/**
 * A place that no other check is using, on this machine.
 *
 * @param config path of the project's `deno.json`. Without one, types are looked for from the notebook's folder, so that
 * the module has to lie there.
 */
export async function takePlace(folder: string, config: string | undefined): Promise<CheckPlace> {
  if (config === undefined) {
    return { file: join(folder, `.${crypto.randomUUID().slice(0, 8)}.check.ts`), release() {} };
  }
  const project = createHash("sha256").update(config).digest("hex").slice(0, 24);
  const places = join(cacheFolder(), "check", project);
  await Deno.mkdir(places, { recursive: true });
  for (let i = 0;; i++) {
    // The lock goes with the process that holds it.
    const lock = await Deno.open(join(places, `${i}.lock`), { create: true, write: true });
    if (await lock.tryLock(true)) return { file: join(places, `${i}.ts`), release: () => lock.close() };
    lock.close();
  }
}

function cacheFolder(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? Deno.cwd();
  const base = Deno.build.os === "windows"
    ? Deno.env.get("LOCALAPPDATA") ?? join(home, "AppData", "Local")
    : Deno.build.os === "darwin"
    ? join(home, "Library", "Caches")
    : Deno.env.get("XDG_CACHE_HOME") ?? join(home, ".cache");
  return join(base, "tracebook");
}
