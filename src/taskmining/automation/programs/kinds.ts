/** What kind of rule a program is, for tables. */
import { partsOf, type Program } from "./program.ts";

export type ProgramKind =
  | "identity"
  | "constant"
  | "text"
  | "number"
  | "date"
  | "phone or code"
  | "arithmetic"
  | "lookup"
  | "condition"
  | "sequence";

export function kindOf(program: Program): ProgramKind {
  if (program.op === "input") return "identity";
  if (program.op === "constant") return "constant";
  if (program.op === "choose") return "condition";
  const ops = new Set<string>();
  const visit = (one: Program): void => {
    ops.add(one.op);
    partsOf(one).forEach(visit);
  };
  visit(program);
  for (const op of ["lookup", "arithmetic", "date", "number"] as const) if (ops.has(op)) return op;
  return ops.has("pattern") ? "phone or code" : "text";
}
