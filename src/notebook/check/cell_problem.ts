/** What is wrong in a cell, found before it runs. */

export interface CellProblem {
  /** Index into the notebook's cells, 0-based. */
  readonly cell: number;
  /** Within the cell, 1-based. */
  readonly line: number;
  readonly column: number;
  /** `SyntaxError`, `ImportError` or the number of TypeScript's diagnostic, `TS2322`. */
  readonly kind: string;
  readonly message: string;
  /** The line with a caret below it. */
  readonly excerpt: string;
}

/** `cell 3, line 2, column 5: TS2322 …`, the line and the caret; a cell without a name is called by its place, from 1. */
export function describeProblem(problem: CellProblem, name = `cell ${problem.cell + 1}`): string {
  const { line, column, kind, message, excerpt } = problem;
  return `${name}, line ${line}, column ${column}: ${kind} ${message}\n${excerpt.replace(/^/gm, "    ")}`;
}
