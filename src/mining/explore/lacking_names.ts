/** Whether a step names what a log has not: the filter of the library would take that for a typing mistake. */
import { valueAt } from "../../base/column.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { plain } from "../../log/events/filter/value_matcher.ts";
import { wantedOf } from "./apply_selection.ts";
import type { StepCondition } from "./selection_step.ts";

export function lacksNames(log: EventLog, condition: StepCondition): boolean {
  switch (condition.kind) {
    case "with":
    case "starts":
    case "ends":
      return lacks(log.activities, condition.activities);
    case "follows":
      return lacks(log.activities, [condition.from, condition.to]);
    case "variants":
      return lacks(log.activities, condition.sequences.flat());
    case "resources":
      return lacks(log.resources ?? [], condition.names);
    case "attribute": {
      if (!("values" in condition)) return false;
      const { name, of } = condition;
      const column = of === "case" ? log.caseAttribute(name) : log.attribute(name);
      if (!column) return true;
      const wanted = new Set((wantedOf(condition) as readonly (string | number | boolean | Date | null)[]).map(plain));
      wanted.delete(null);
      const rows = of === "case" ? log.cases : log.events;
      for (let row = 0; row < rows && wanted.size > 0; row++) wanted.delete(plain(valueAt(column, row)));
      return wanted.size > 0;
    }
    default:
      return false;
  }
}

function lacks(known: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(known);
  return wanted.some((name) => !names.has(name));
}
