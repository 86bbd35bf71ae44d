/** The `deno.json`s and the `package.json` that hold for the notebooks of a folder, as Deno looks for them. */
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../../base/errors.ts";

export type Imports = Record<string, string>;

/** What a `deno.json` says about modules; everything that lies in a file has its full address. */
export interface DenoConfig {
  readonly path: string;
  readonly imports: Imports;
  readonly scopes: Record<string, Imports>;
  readonly compilerOptions: Record<string, unknown>;
  readonly unstable: readonly string[];
  /** The lock file, if it has one. */
  readonly lock: string | undefined;
  readonly isWorkspace: boolean;
}

/** The nearest `deno.json` from the folder upwards, and after it the one whose workspace it may be a part of. */
export async function configsOf(folder: string): Promise<DenoConfig[]> {
  const found: DenoConfig[] = [];
  for (const path of await upwards(folder, ["deno.json", "deno.jsonc"])) {
    const config = await readConfig(path);
    if (found.length === 0 || config.isWorkspace) found.push(config);
    if (found.length === 2) break;
  }
  return found;
}

/** Packages that the nearest `package.json` names, as imports. */
export async function packageImports(folder: string): Promise<{ path: string; imports: Imports } | undefined> {
  const [path] = await upwards(folder, ["package.json"]);
  if (path === undefined) return undefined;
  const { dependencies = {}, devDependencies = {} } = await readJson(path) as Record<string, Imports>;
  const imports: Imports = {};
  for (const [name, version] of Object.entries({ ...devDependencies, ...dependencies })) {
    // What lies in a folder or comes from git has no address that could stand here.
    if (/^[\^~<>=\dv*x]/.test(version)) imports[name] = `npm:${name}@${version}`;
    else if (/^(?:npm|jsr):/.test(version)) imports[name] = version;
  }
  return { path, imports };
}

export async function readConfig(path: string): Promise<DenoConfig> {
  const config = await readJson(path);
  const map = typeof config.importMap === "string" && !/^https?:/.test(config.importMap)
    ? { path: resolve(dirname(path), config.importMap), ...await readJson(resolve(dirname(path), config.importMap)) }
    : { path, ...config };
  const base = pathToFileURL(map.path).href;
  const { imports, scopes } = map as { imports?: Imports; scopes?: Record<string, Imports> };
  const { lock } = config as { lock?: boolean | string | { path?: string } };
  const lockName = typeof lock === "string" ? lock : typeof lock === "object" ? lock.path ?? "deno.lock" : "deno.lock";
  return {
    path,
    imports: absolute(imports ?? {}, base),
    scopes: Object.fromEntries(
      Object.entries(scopes ?? {}).map(([scope, inner]) => [new URL(scope, base).href, absolute(inner, base)]),
    ),
    compilerOptions: absoluteTypes((config.compilerOptions ?? {}) as Record<string, unknown>, base),
    unstable: Array.isArray(config.unstable) ? config.unstable : [],
    lock: lock === false ? undefined : resolve(dirname(path), lockName),
    isWorkspace: config.workspace !== undefined,
  };
}

function absolute(imports: Imports, base: string): Imports {
  return Object.fromEntries(Object.entries(imports).map(([name, to]) => [inFull(name, base), inFull(to, base)]));
}

/** Names of packages and addresses stay as they are. */
function inFull(specifier: string, base: string): string {
  return /^\.{0,2}\//.test(specifier) ? new URL(specifier, base).href : specifier;
}

function absoluteTypes(options: Record<string, unknown>, base: string): Record<string, unknown> {
  if (!Array.isArray(options.types)) return options;
  return { ...options, types: options.types.map((type) => inFull(String(type), base)) };
}

async function upwards(folder: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let at = folder;; at = dirname(at)) {
    for (const name of names) {
      const path = join(at, name);
      if (!await Deno.stat(path).then((info) => info.isFile, () => false)) continue;
      found.push(path);
      break;
    }
    if (dirname(at) === at) return found;
  }
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    throw new InputError(`${path}: the file cannot be read (${(error as Error).message}).`, { cause: error });
  }
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // Comments and trailing commas are allowed in it, and rare: the parser that takes them is large.
    const { default: typescript } = await import("typescript");
    const { config, error } = typescript.parseConfigFileTextToJson(path, text);
    if (error === undefined) return objectOf(config);
    const { line, character } = typescript.getLineAndCharacterOfPosition(error.file!, error.start!);
    const what = typescript.flattenDiagnosticMessageText(error.messageText, " ");
    throw new InputError(`${path}, line ${line + 1}, column ${character + 1}: expected JSON but: ${what}`);
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {};
}
