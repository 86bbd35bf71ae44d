/** Where a package's files are: in `node_modules` where there is one, else in Deno's own store. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/**
 * Path of a file of a package named in the import map.
 *
 * @throws Error if the package is not installed.
 */
export function packagePath(specifier: string): string {
  try {
    return require.resolve(specifier);
  } catch {
    return fileURLToPath(import.meta.resolve(specifier));
  }
}

/** Loads a CommonJS package at once, when it is needed and not before. */
export function requirePackage(specifier: string): unknown {
  return require(packagePath(specifier));
}
