/** What a notebook and its cells are called. */
import { type Cell, type Notebook, tagsOf } from "./notebook.ts";

/**
 * A short name of a cell for progress lines: its `name` in the metadata, "Parameters" by its tag, else the comment it
 * begins with, else the last heading above it, else its first line of code.
 */
export function cellName(notebook: Notebook, index: number): string {
  const cell = notebook.cells[index]!;
  if (typeof cell.metadata.name === "string" && cell.metadata.name !== "") return cell.metadata.name;
  if (tagsOf(cell).some((tag) => tag === "parameters" || tag === "injected-parameters")) return "Parameters";
  const own = cell.source.split("\n").map((line) => line.trim()).find((line) => line !== "") ?? "(empty)";
  const comment = /^(?:\/\/+|\/\*+)\s*(.*?)\s*(?:\*\/)?$/.exec(own)?.[1];
  if (comment) return shortened(comment);
  for (const above of notebook.cells.slice(0, index).reverse()) {
    const heading = headingsOf(above).at(-1);
    if (heading) return shortened(heading);
  }
  return shortened(own);
}

/** Text of the first heading. */
export function titleOf(notebook: Notebook): string | undefined {
  return notebook.cells.flatMap(headingsOf)[0];
}

function headingsOf(cell: Cell): string[] {
  if (cell.cell_type !== "markdown") return [];
  return [...cell.source.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, text]) => text!.replace(/[*_`]/g, ""));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= 60 ? text : letters.slice(0, 59).join("").trimEnd() + "…";
}
