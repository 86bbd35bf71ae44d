/** What kinds of task could be called, as a table to choose from. */
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { requireSegmentation } from "./require_segmentation.ts";
import type { TaskSegmentation } from "./segmentation.ts";

/** A row of `suggestedNames`. */
export interface SuggestedNameRow {
  /** Name that the task has now. */
  readonly task: string;
  readonly suggestion: string;
  /** What speaks for it. */
  readonly because: string;
}

/**
 * Up to three names for each kind of task, the best first, with what was recorded that speaks for each. Columns: `task`
 * (its name now), `suggestion`, `because`. `renameTasks` gives a task the name that you choose.
 *
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, suggestedNames } from "tracebook";
 * suggestedNames(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 */
export function suggestedNames(segmentation: TaskSegmentation): TypedTable<SuggestedNameRow> {
  requireSegmentation(segmentation);
  const rows = segmentation.tasks.flatMap(({ name, suggestions = [] }): SuggestedNameRow[] =>
    suggestions.map((one) => ({ task: name, suggestion: one.name, because: one.because }))
  );
  return tableOfRows(rows, ["task", "suggestion", "because"]);
}
