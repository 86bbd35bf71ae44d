/**
 * Makes a cell ready to be sent. Above all, its waiting ends when it is stopped.
 *
 * The kernel can stop code that runs, but not code that waits. So each `await` at the top level of a cell
 * waits for its promise or for the stop, whichever comes first. What the cell waits for goes on by itself, as nothing in
 * JavaScript can end it; the cell is over and the variables are kept.
 */
import type { CallExpression, Node, SourceFile } from "typescript";
import { KERNEL } from "../prelude/prelude.ts";
import { type Declared, declaredIn, withLet } from "./declared.ts";
import { lastValueEdits } from "./last_value.ts";
import { typescript } from "./parser.ts";

/** Text that was put into a line of a cell. */
export interface Insertion {
  /** 1-based, in the cell as it was written. */
  readonly line: number;
  /** 1-based: the text stands before this column of the cell as it was written. */
  readonly column: number;
  readonly text: string;
}

export interface PreparedCode {
  readonly code: string;
  /** By line and column. */
  readonly insertions: readonly Insertion[];
  /** What the cell declares at its top, by name. */
  readonly declared: ReadonlyMap<string, Declared>;
}

export interface PrepareOptions {
  /** Whether the awaits of the cell end when it is stopped. */
  readonly stoppable: boolean;
  /** Names that earlier cells declared by `let`: there a `const` has to be a `let`, too. */
  readonly isLet: (name: string) => boolean;
}

/** Whether the cell may hold an `await`: a look without a parser. */
export function mayWait(source: string): boolean {
  return /\bawait\b/.test(source);
}

/**
 * The cell as it is sent: its last value is shown whatever it is, what it declares again can be declared again, and, if
 * it is `stoppable`, its top-level awaits are raced against the stop of cell `number`. No line moves.
 *
 * A cell that is no TypeScript is left as it is.
 */
export async function prepareCell(
  source: string,
  number: number,
  { stoppable, isLet }: PrepareOptions,
): Promise<PreparedCode> {
  const ts = await typescript();
  const file: SourceFile & { parseDiagnostics?: unknown[] } = ts.createSourceFile(
    "cell.ts",
    source,
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.TS,
  );
  if (file.parseDiagnostics?.length) return { code: source, insertions: [], declared: new Map() };
  const edits: { at: number; text: string }[] = [];
  const wrap = (node: Node, method: "race" | "each") => {
    edits.push({ at: node.getStart(file), text: `${KERNEL}.${method}(${number}, ` }, { at: node.end, text: ")" });
  };
  const visit = (node: Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return;
    if (ts.isAwaitExpression(node) && !isImport(node.expression)) wrap(node.expression, "race");
    if (ts.isForOfStatement(node) && node.awaitModifier) wrap(node.expression, "each");
    ts.forEachChild(node, visit);
  };
  // The module loader reads specifiers before anything runs, and finds them only where they were written.
  const isImport = (node: Node) =>
    ts.isCallExpression(node) && (node as CallExpression).expression.kind === ts.SyntaxKind.ImportKeyword;
  if (stoppable && /\bawait\b/.test(source)) visit(file);
  edits.push(...lastValueEdits(ts, file));
  const sent = withLet(ts, file, isLet);
  return { ...insert(sent, edits.map((edit, order) => ({ ...edit, order }))), declared: declaredIn(ts, file) };
}

function insert(source: string, edits: { at: number; text: string; order: number }[]): Omit<PreparedCode, "declared"> {
  // At one place, what closes comes before what opens, and inner before outer: as they were found, from the back.
  edits.sort((a, b) => a.at - b.at || (a.text === ")" ? 0 : 1) - (b.text === ")" ? 0 : 1) || a.order - b.order);
  const insertions: Insertion[] = [];
  let code = "";
  let done = 0;
  for (const { at, text } of edits) {
    code += source.slice(done, at) + text;
    done = at;
    const before = source.slice(0, at).split("\n");
    insertions.push({ line: before.length, column: before.at(-1)!.length + 1, text });
  }
  return { code: code + source.slice(done), insertions };
}
