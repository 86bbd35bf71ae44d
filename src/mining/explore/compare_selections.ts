/** Two selections of one log compared: which cases stand on each side, and the TypeScript that compares the same. */
import type { EventLog } from "../../log/events/event_log.ts";
import { filterCases } from "../../log/events/filter/cases.ts";
import { applySelection } from "./apply_selection.ts";
import { type SelectionCode, selectionCode } from "./selection_code.ts";
import type { SelectionStep } from "./selection_step.ts";

/** What the sides of a comparison are called. */
export const sideNames = ["A", "B"] as const;

/** Whether the pinned selection is compared with all other cases: nothing else is selected. */
export function againstRest(pinned: readonly SelectionStep[], steps: readonly SelectionStep[]): boolean {
  const on = (steps: readonly SelectionStep[]) => steps.filter(({ off }) => !off);
  return on(steps).length === 0 || JSON.stringify(on(steps)) === JSON.stringify(on(pinned));
}

/** A, the cases of the pinned selection; and B, those of another one, or all the rest. */
export function comparedSides(
  log: EventLog,
  pinned: readonly SelectionStep[],
  steps: readonly SelectionStep[],
): { readonly a: EventLog; readonly b: EventLog } {
  const a = applySelection(log, pinned);
  return { a, b: againstRest(pinned, steps) ? restOf(log, a) : applySelection(log, steps) };
}

function restOf(log: EventLog, a: EventLog): EventLog {
  const ids = new Set(a.caseIds);
  return filterCases(log, ({ id }) => !ids.has(id), "not in A");
}

/** The statements that compare the same cases with `compareLogs`, and show what differs. */
export function comparisonCode(
  log: EventLog,
  pinned: readonly SelectionStep[],
  steps: readonly SelectionStep[],
): SelectionCode {
  const first = selectionCode(log, pinned);
  const rest = againstRest(pinned, steps);
  const second = rest
    ? {
      functions: ["filterCases"],
      lines: ["const ids = new Set(a.caseIds);", 'const b = filterCases(log, ({ id }) => !ids.has(id), "not in A");'],
    }
    : withoutLet(selectionCode(log, steps));
  return {
    functions: [...new Set([...first.functions, ...second.functions, "compareLogs", "viewComparison"])].sort(),
    lines: [
      ...first.lines,
      "const a = selected;",
      "",
      ...second.lines,
      "",
      `const comparison = compareLogs(a, b, { names: ${JSON.stringify(sideNames).replace(",", ", ")} });`,
      "viewComparison(comparison);",
    ],
  };
}

/** The variable is declared already. */
function withoutLet({ functions, lines }: SelectionCode): SelectionCode {
  return { functions, lines: ["selected = log;", ...lines.slice(1), "const b = selected;"] };
}
