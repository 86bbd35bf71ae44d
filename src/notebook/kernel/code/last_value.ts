/**
 * Shows a cell's last value whatever it is.
 *
 * The kernel hands results on as JSON, in which 10n, NaN, -0 and Infinity have no form: they came back as undefined. So
 * the prelude puts them into an object for the way, and takes them out before they are shown.
 */
import type { SourceFile } from "typescript";
import { KERNEL } from "../prelude/prelude.ts";
import type { Parser } from "./parser.ts";

/** What goes around the last expression of a cell; nothing where it does not end in one. */
export function lastValueEdits(ts: Parser, file: SourceFile): { at: number; text: string }[] {
  const last = file.statements.findLast((statement) => !ts.isEmptyStatement(statement));
  if (!last || !ts.isExpressionStatement(last)) return [];
  const { expression } = last;
  return [{ at: expression.getStart(file), text: `${KERNEL}.value((` }, { at: expression.end, text: "))" }];
}
