/** A hash that tells whether a report is up to date. */
import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { fileFacts, inputFiles } from "../input_files.ts";
import { importsOf } from "../kernel/code/imports.ts";
import { type Notebook, tagsOf } from "../notebook.ts";
import { injectParameters } from "../parameters/parameters.ts";
import { tracebookVersion } from "../report/version.ts";

/**
 * A hash over all that a report depends on: text, code and tags of the notebook, the parameters, the content of the
 * files that they name and of modules that the notebook imports from beside it, and the version of Tracebook.
 *
 * Two runs of the same key give the same report. Files that are read without being named by a parameter do not count.
 *
 * @throws InputError as `injectParameters` does.
 */
export async function runKey(
  notebook: Notebook,
  parameters: Readonly<Record<string, unknown>>,
  path: string,
): Promise<string> {
  const folder = dirname(resolve(path));
  const { cells } = injectParameters(notebook, parameters, path);
  const modules: string[] = [];
  for (const { cell_type, source } of cells) {
    if (cell_type !== "code") continue;
    for (const { specifier } of await importsOf(source)) {
      if (/^\.{0,2}\//.test(specifier)) modules.push(resolve(folder, specifier));
    }
  }
  const inputs = await inputFiles(notebook, parameters, path);
  const hashes = await Promise.all([...inputs, ...modules].map(async (file) => (await fileFacts(file))?.hash ?? null));
  const content = {
    version: tracebookVersion,
    // Reports hold figures for the index.
    figures: 1,
    cells: cells.map((cell) => [cell.cell_type, cell.source, tagsOf(cell)]),
    hashes,
  };
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
