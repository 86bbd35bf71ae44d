/**
 * Where the modules of a notebook come from: the `deno.json` above it, and Tracebook with the packages it pins.
 *
 * Deno's kernel takes no configuration but the `deno.json` that it finds. So one is written for each project, outside of
 * it, with a lock file of its own: kernel, type check and language server start from there. In it are the imports of
 * the project itself, `tracebook`, and what Tracebook imports at the versions that it pins. What a cell imports is noted
 * in that lock file, and in none of the project's.
 */
import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../cache_folder.ts";
import { guardPath } from "../kernel/processes/guard.ts";
import { writeAtomically } from "../notebook.ts";
import { configsOf, type DenoConfig, type Imports, packageImports, readConfig } from "./deno_config.ts";
import { joinLocks } from "./locks.ts";

export interface NotebookProject {
  /** Holds nothing of the user's: `deno.json`, `deno.lock`, the modules of checks. */
  readonly folder: string;
  readonly config: string;
}

/** The package's own folder and configuration. */
const ROOT = new URL("../../../", import.meta.url);

/**
 * The project of the notebooks in a folder, ready for Deno to start from.
 *
 * @throws InputError if a `deno.json` above the folder cannot be read.
 */
export async function notebookProject(folder: string): Promise<NotebookProject> {
  const own = await readConfig(fileURLToPath(new URL("deno.json", ROOT)));
  const configs = await configsOf(resolve(folder));
  const packages = await packageImports(resolve(folder));
  const config = JSON.stringify(joinConfigs(own, configs, packages?.imports ?? {}), null, 2) + "\n";
  const locks = [...configs, own].map(({ lock }) => lock).filter((lock) => lock !== undefined);
  const lock = joinLocks(await Promise.all([...new Set(locks)].map((path) => Deno.readTextFile(path).catch(() => ""))));

  const sources = [...configs.map(({ path }) => path), packages?.path ?? "", own.path];
  const at = await projectFolder(hashOf(sources.join("\n")).slice(0, 24));
  const project = { folder: at, config: join(at, "deno.json") };
  const stamp = hashOf(config + lock);
  if (await Deno.readTextFile(join(at, "made-from")).catch(() => "") !== stamp) {
    await writeAtomically(join(at, "deno.lock"), lock);
    await writeAtomically(project.config, config);
    await linkRegistries(configs[0]?.path ?? packages?.path, at);
    await writeAtomically(join(at, "made-from"), stamp);
  }
  return project;
}

/** What is nearer to the notebook goes before what is farther; within Tracebook only its own imports count. */
function joinConfigs(own: DenoConfig, configs: readonly DenoConfig[], packages: Imports): Record<string, unknown> {
  const fromFarthest = configs.toReversed();
  const all = <T>(part: (config: DenoConfig) => Record<string, T>): Record<string, T> =>
    Object.assign({}, ...fromFarthest.map(part));
  const { lib } = own.compilerOptions;
  return {
    nodeModulesDir: "none",
    imports: { ...own.imports, ...packages, ...all((config) => config.imports) },
    scopes: { ...all((config) => config.scopes), [ROOT.href]: own.imports },
    compilerOptions: configs.length === 0 ? own.compilerOptions : { lib, ...all((config) => config.compilerOptions) },
    unstable: [...new Set(configs.flatMap(({ unstable }) => unstable))],
  };
}

/** In the user's cache, or for the time of this process where nothing can be kept. */
async function projectFolder(name: string): Promise<string> {
  const folder = join(cacheFolder(), "projects", name);
  try {
    await Deno.mkdir(folder, { recursive: true });
    const probe = await Deno.makeTempFile({ dir: folder });
    await Deno.remove(probe);
    return await Deno.realPath(folder);
  } catch {
    temporary ??= Deno.makeTempDir({ prefix: "tracebook-projects-" }).then((made) => (guardPath(made), made));
    const made = join(await temporary, name);
    await Deno.mkdir(made, { recursive: true });
    return made;
  }
}

let temporary: Promise<string> | undefined;

/** Deno reads which registry has a package from the `.npmrc` beside the configuration. */
async function linkRegistries(config: string | undefined, folder: string): Promise<void> {
  const link = join(folder, ".npmrc");
  await Deno.remove(link).catch(() => {});
  if (config === undefined) return;
  const target = join(dirname(config), ".npmrc");
  if (await Deno.stat(target).then((info) => info.isFile, () => false)) {
    // Not copied: it may hold passwords.
    await Deno.symlink(target, link).catch(() => {});
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
