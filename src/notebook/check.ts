/**
 * Parses and type-checks the code cells of a notebook, before anything runs.
 *
 * All cells become one module, so that later cells see the names and types of earlier ones. What the kernel tolerates
 * is tolerated here: a name declared again in a later cell opens a new scope there, unused names are no error.
 */
import { dirname, resolve } from "node:path";
import { moduleOf } from "./check/cell_module.ts";
import type { CellProblem } from "./check/cell_problem.ts";
import { checkModule } from "./check/deno_check.ts";
import { findSyntaxErrors } from "./kernel/code/syntax.ts";
import { withUnquotedAnswers } from "./kernel/code/unquoted_answer.ts";
import { type Notebook, tagsOf } from "./notebook.ts";
import { hasPlainTypes, parametersOf } from "./parameters/parameters.ts";

export { type CellProblem, describeProblem } from "./check/cell_problem.ts";

/**
 * Finds syntax errors, unresolved imports and type errors in the code cells of a notebook.
 *
 * Modules are found as the kernel finds them (`project/notebook_project.ts`). Cells tagged `raises-exception` may have
 * errors, and so may those tagged `skip-execution`, which never run.
 *
 * @param path of the notebook: relative imports start from its folder.
 */
export async function checkNotebook(given: Notebook, path: string): Promise<CellProblem[]> {
  const notebook = {
    ...given,
    cells: given.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, source: withUnquotedAnswers(cell.source) } : cell
    ),
  };
  // Values that were judged already are left out: so the module is the same, and known to Deno, for all of them.
  const judged = hasPlainTypes(parametersOf(notebook)) ? ["injected-parameters"] : [];
  const codeCells = notebook.cells.flatMap((cell, index) => {
    const skipped = tagsOf(cell).some((tag) => ["raises-exception", "skip-execution", ...judged].includes(tag));
    return cell.cell_type === "code" && cell.source.trim() !== "" && !skipped ? [index] : [];
  });
  const syntax = await findSyntaxErrors(codeCells.map((index) => notebook.cells[index]!.source));
  const broken = codeCells.flatMap((cell, i): CellProblem[] => {
    const error = syntax[i];
    return error ? [{ cell, kind: "SyntaxError", ...error }] : [];
  });
  if (broken.length > 0 || codeCells.length === 0) return broken;

  const folder = dirname(resolve(path));
  const first = await checkModule(await moduleOf(notebook, codeCells, folder, new Set()), notebook, path);
  const { names, cells } = redeclared(first);
  const found = cells.size === 0
    ? first
    : await checkModule(await moduleOf(notebook, codeCells, folder, cells), notebook, path);
  // What is left are names imported twice: the kernel takes those, too.
  const tolerated = (kind: string, message: string) => DUPLICATE.has(kind) && names.has(nameIn(message));
  return found.filter(({ kind, message }) => !UNUSED.has(kind) && !tolerated(kind, message));
}

/** Unused names: in a notebook the last cell may well use nothing, and the reader plays on. */
const UNUSED = new Set(["TS6133", "TS6192", "TS6196", "TS6198", "TS6199", "TS6205", "TS7028"]);
const DUPLICATE = new Set(["TS2300", "TS2393", "TS2395", "TS2440", "TS2451", "TS2567"]);

/** Names that two cells declare, and the cells that declare them again. */
function redeclared(problems: readonly CellProblem[]): { names: Set<string>; cells: Set<number> } {
  const firstCell = new Map<string, number>();
  const names = new Set<string>();
  const cells = new Set<number>();
  for (const { kind, message, cell } of [...problems].sort((a, b) => a.cell - b.cell)) {
    if (!DUPLICATE.has(kind)) continue;
    const name = nameIn(message);
    const first = firstCell.get(name) ?? cell;
    firstCell.set(name, first);
    if (cell === first) continue;
    names.add(name);
    cells.add(cell);
  }
  return { names, cells };
}

function nameIn(message: string): string {
  return /'([^']+)'/.exec(message)?.[1] ?? "";
}
