/**
 * Tracebook: process mining and task mining in notebooks.
 *
 * `read*` brings a log in, `filter*` narrows it, nouns such as `variants` measure it, `view*` shows it.
 *
 * @module
 */

import { prewarmDatabase } from "./db/open.ts";
import { showWorkInNotebook } from "./notebook/progress.ts";

// Logs and how they come in and out
export { logFromRows } from "./log/from_rows.ts";
export type { FromRowsOptions } from "./log/from_rows.ts";
export { EventLog } from "./log/event_log.ts";
export { InteractionLog } from "./log/interaction_log.ts";
export { readLog } from "./log/read_log.ts";
export type { ReadLogOptions } from "./log/read_log.ts";
export { readAnyLog } from "./log/read_any_log.ts";
export { interactionsFromTable, readInteractions } from "./log/read_interactions.ts";
export type { ReadInteractionsOptions } from "./log/read_interactions.ts";
export { writeLog } from "./log/write_log.ts";
export { readCsv, readCsvTable } from "./io/csv.ts";
export { writeCsv } from "./io/write_csv.ts";
export { readXes } from "./io/xes.ts";
export { writeXes } from "./io/write_xes.ts";
export { readDuckDb, readParquet } from "./io/parquet.ts";
export type { Needs } from "./io/contract.ts";
export { InputError } from "./io/input_error.ts";
export { valueAt } from "./db/column.ts";
export type { Column, Table, Value } from "./db/column.ts";
export type { Mapping } from "./io/raw_log.ts";
export type { InteractionMapping } from "./io/interactions/raw_interactions.ts";
export type { Finding } from "./io/reading_report.ts";

// Filters
export { filterActivities } from "./log/filter/activities.ts";
export { filterCaseAttribute } from "./log/filter/case_attribute.ts";
export { filterCases } from "./log/filter/cases.ts";
export { filterCaseSize } from "./log/filter/case_size.ts";
export { filterDirectlyFollows } from "./log/filter/directly_follows.ts";
export { filterEnd, filterStart } from "./log/filter/start_end.ts";
export { filterSql } from "./log/filter/sql.ts";
export { filterThroughput } from "./log/filter/throughput.ts";
export { filterTimeFrame } from "./log/filter/time_frame.ts";
export { filterVariants } from "./mining/filter_variants.ts";

// Process mining
export { compareExports } from "./mining/compare_exports.ts";
export type { ExportChange, ExportComparison, ExportFigures } from "./mining/compare_exports.ts";
export { directlyFollows } from "./mining/directly_follows.ts";
export { activityStatistics, describeLog, endActivities, startActivities } from "./mining/statistics.ts";
export { caseDurations, caseSeconds, throughputTimes } from "./mining/throughput.ts";
export { traceVariants, variants } from "./mining/variants.ts";
export type { TraceCounts, TraceVariants } from "./models/trace_variants.ts";
export type { Dfg, DfgEdge } from "./models/dfg.ts";
export { mean, median, quantile, standardDeviation, summarise } from "./models/statistics.ts";

// Task mining
export { applications, applicationSwitches } from "./taskmining/applications.ts";
export { handleTimes, idleSensitivity } from "./taskmining/handle_times.ts";
export { taskInstances } from "./taskmining/task_instances.ts";
export { variability } from "./taskmining/variability.ts";

// Simulated logs with known truth
export { simulateOrderDesk } from "./simulate/order_desk.ts";
export { simulateOrderToCash } from "./simulate/order_to_cash.ts";

// Pictures
export { figure } from "./viz/figure.ts";
export type { Figure, FigureParts } from "./viz/figure.ts";
export { viewApplications } from "./viz/charts/applications.ts";
export { viewHandleTimes } from "./viz/charts/handle_times.ts";
export { viewSummary } from "./viz/charts/summary.ts";
export { viewThroughput } from "./viz/charts/throughput.ts";
export { viewVariants } from "./viz/charts/variants.ts";
export { viewProcessMap } from "./viz/map/process_map.ts";
export { viewExportChanges } from "./viz/export_changes.ts";
export { widget } from "./viz/widgets/widget.ts";
export type { Widget, WidgetOptions } from "./viz/widgets/widget.ts";
export { formatCount, formatDate, formatDuration, formatShare } from "./viz/format.ts";

// In a notebook, DuckDB's compilation goes on while the first cells run.
if (isNotebook()) {
  prewarmDatabase();
  showWorkInNotebook();
}

function isNotebook(): boolean {
  try {
    return typeof Deno !== "undefined" && Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
