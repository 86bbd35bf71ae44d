/** The cell that names a failure, on top of a notebook that was not run to its end. */
import { type Cell, type Notebook, tagsOf } from "../notebook.ts";
import { type RunFailure, type RunStatus, STATUS_WORDS } from "./run_result.ts";

export function failureBanner({ cell, name, line, ename, evalue }: RunFailure, status: RunStatus): Cell {
  const where = cell > 0 ? `cell ${cell}${line === undefined ? "" : `, line ${line}`}` : "the parameters";
  const text = `${ename}: ${evalue}`.split("\n").slice(0, 20).join("\n");
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const source = `**This run stopped at ${where}** (${withoutMarkup(name)}): ${STATUS_WORDS[status]}. ` +
    `What comes after it was not run.\n\n${fence}text\n${text}\n${fence}`;
  return { id: FAILURE_TAG, cell_type: "markdown", metadata: { tags: [FAILURE_TAG] }, source };
}

function withoutMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

/** A copy of the notebook without what an earlier run left behind. */
export function withoutOldRuns(notebook: Notebook): Notebook {
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes(FAILURE_TAG)).map((cell) =>
    cell.cell_type === "code" && !isSkipped(cell) ? { ...cell, execution_count: null, outputs: [] } : cell
  );
  return { ...notebook, cells };
}

/** As nbclient and papermill do: the cell does not run, and is kept as it is, with its outputs. */
export function isSkipped(cell: Cell): boolean {
  return tagsOf(cell).includes("skip-execution");
}

const FAILURE_TAG = "run-failure";
