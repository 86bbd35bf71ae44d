/** Type-checks a module of cells by `deno check`. */
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { excerptOf } from "../kernel/code/syntax.ts";
import { withNameHint } from "../kernel/code/name_hints.ts";
import { guardPath } from "../kernel/processes/guard.ts";
import { runDeno } from "../kernel/processes/run_deno.ts";
import type { Notebook } from "../notebook.ts";
import { notebookProject } from "../project/notebook_project.ts";
import type { CellModule } from "./cell_module.ts";
import type { CellProblem } from "./cell_problem.ts";
import { withoutInstallHint } from "../project/import_hints.ts";
import { takePlace } from "./check_place.ts";

/** @param path of the notebook that the cells are from. */
export async function checkModule(module: CellModule, notebook: Notebook, path: string): Promise<CellProblem[]> {
  const folder = dirname(resolve(path));
  const project = await notebookProject(folder);
  const place = await takePlace(project.folder);
  const remove = guardPath(place.file);
  try {
    await Deno.writeTextFile(place.file, module.code);
    const { success, stderr } = await runDeno(["check", "--config", project.config, place.file], folder);
    return success ? [] : await readDiagnostics(stderr, pathToFileURL(place.file).href, module, notebook);
  } finally {
    await remove();
    place.release();
  }
}

/** Reads what `deno check` writes: `TS2322 [ERROR]: message`, an excerpt, `at <file>:<line>:<column>`. */
async function readDiagnostics(
  text: string,
  file: string,
  module: CellModule,
  notebook: Notebook,
): Promise<CellProblem[]> {
  const problems: CellProblem[] = [];
  let diagnostics = 0;
  const located =
    /^(?:(TS\d+) \[ERROR\]|error): ((?:(?!^(?:TS\d+ \[|error:))[\s\S])*?)\n\s+at (file:\S+):(\d+):(\d+)$/gm;
  for (const [, code, message, at, line, column] of text.matchAll(located)) {
    diagnostics++;
    // What is wrong in other files shows when it is used; their own check is not ours to repeat.
    const origin = at === file ? module.origins[Number(line) - 1] : undefined;
    if (!origin) continue;
    const source = notebook.cells[origin.cell]!.source;
    const kind = code === undefined || code === "TS2307" ? "ImportError" : code;
    problems.push({
      cell: origin.cell,
      line: origin.line,
      column: Number(column),
      kind,
      message: await withNameHint(
        kind,
        withoutInstallHint(withSpecifier(withoutExcerpt(message!).replaceAll(`${file}:`, ""), source, origin.line)),
        source,
        origin.line,
      ),
      excerpt: excerptOf(source, origin.line, Number(column)),
    });
  }
  if (diagnostics === 0) throw new Error(`The cells could not be type-checked.\n${text.trim()}`);
  return problems;
}

/** Names a module as the cell does, and not by the file that it was found in. */
function withSpecifier(message: string, source: string, line: number): string {
  const rest = source.split("\n").slice(line - 1).join("\n");
  const specifier = /\bfrom\s*(["'])(.*?)\1/.exec(rest)?.[2];
  return specifier === undefined ? message : message.replace(/^'"file:[^"]*"'/, () => `'"${specifier}"'`)
    .replace(/^(Module )'"file:[^"]*"'/, (_, word) => `${word}'"${specifier}"'`);
}

/** Messages of types end in the source line and its underlining, which we show in our own way. */
function withoutExcerpt(message: string): string {
  const lines = message.split("\n");
  if (/^\s*[~^]+$/.test(lines.at(-1) ?? "")) lines.splice(-2);
  return lines.join("\n").trim();
}
