/** Variants: the distinct sequences of activities in a log, and how many cases follow each. */
import { type TypedTable, typedTable } from "../base/typed_table.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { variantColumns, type VariantRow } from "./variant_columns.ts";

export { traceVariants, variantsOf } from "./trace_variants.ts";
export type { VariantRow } from "./variant_columns.ts";

/**
 * The variants of a log as a table, most frequent first; equal ones in the order of their activities' names.
 *
 * Columns: `variant` (1, 2, …), `activities` (string[]), `cases`, `share` (0 to 1), `cumulativeShare`, `length`,
 * `medianSeconds` and `meanSeconds` of throughput.
 *
 * @example
 * ```ts
 * import { readLog, variants } from "tracebook";
 * variants(await readLog("data/order-to-cash.csv")).slice(0, 5).print();
 * ```
 */
export function variants(log: EventLog): TypedTable<VariantRow> {
  return typedTable<VariantRow>(variantColumns(log));
}
