/**
 * Tracebook: process mining and task mining in notebooks.
 *
 * `read*` brings a log in, `filter*` narrows it, nouns such as `variants` measure it, `view*` shows it.
 *
 * @module
 */

import { prewarmDatabase } from "./db/open.ts";
import { showWorkInNotebook } from "./notebook/progress.ts";
import "./viz/models/show_models.ts";
import "./viz/figure/show_tables.ts";

// Logs and how they come in and out
export { logFromRows } from "./log/from_rows.ts";
export type { FromRowsOptions } from "./log/from_rows.ts";
export { interactionsFromRows } from "./log/from_rows.ts";
export type { InteractionsFromRowsOptions } from "./log/from_rows.ts";
export { filterApplications, filterInteractions, filterUsers } from "./log/interactions/filter/interactions.ts";
export { filterInteractionsSql } from "./log/interactions/filter/interactions_sql.ts";
export { filterPeriod } from "./log/interactions/filter/period.ts";
export { EventLog } from "./log/events/event_log.ts";
export { InteractionLog } from "./log/interactions/interaction_log.ts";
export { readLog } from "./log/events/read_log.ts";
export type { ReadLogOptions } from "./log/events/read_log.ts";
export { readAnyLog } from "./log/read_any_log.ts";
export { interactionsFromTable, readInteractions } from "./log/interactions/read_interactions.ts";
export type { ReadInteractionsOptions } from "./log/interactions/read_interactions.ts";
export { writeLog } from "./log/events/write_log.ts";
export { readCsv, readCsvTable } from "./io/csv/csv.ts";
export { writeCsv } from "./io/csv/write_csv.ts";
export { readXes } from "./io/xes/xes.ts";
export { writeXes } from "./io/xes/write_xes.ts";
export { readDuckDb, readParquet } from "./io/parquet.ts";
export type { Needs } from "./io/mapping/contract.ts";
export { InputError, OptionError, TracebookError } from "./base/errors.ts";
export { valueAt } from "./base/column.ts";
export type { Column, Table, Value } from "./base/column.ts";
export type { Mapping } from "./io/raw_log.ts";
export type { InteractionMapping } from "./io/interactions/raw_interactions.ts";
export type { Finding } from "./io/report/reading_report.ts";

// Filters
export { filterActivities } from "./log/events/filter/activities.ts";
export { filterCaseAttribute } from "./log/events/filter/case_attribute.ts";
export { filterCases } from "./log/events/filter/cases.ts";
export { filterCaseSize } from "./log/events/filter/case_size.ts";
export { filterDirectlyFollows } from "./log/events/filter/directly_follows.ts";
export { filterEnd, filterStart } from "./log/events/filter/start_end.ts";
export { filterSql } from "./log/events/filter/sql.ts";
export { filterThroughput } from "./log/events/filter/throughput.ts";
export { filterTimeFrame } from "./log/events/filter/time_frame.ts";
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
export { mean, median, quantile, standardDeviation, summarise } from "./base/statistics.ts";

// Models
export { Bpmn } from "./models/bpmn.ts";
export type { BpmnFlow, BpmnKind, BpmnLayout, BpmnNode } from "./models/bpmn.ts";
export { PetriNet } from "./models/petri_net.ts";
export type { Arc, Marking, PetriNetParts, Place, Transition } from "./models/petri_net.ts";
export { ProcessTree } from "./models/process_tree.ts";
export type { TreeOperator } from "./models/process_tree.ts";
export { parseProcessTree } from "./models/parse_tree.ts";
export { treesEqual } from "./models/tree_equality.ts";
export { treeToNet } from "./models/convert/tree_to_net.ts";
export { treeToBpmn } from "./models/convert/tree_to_bpmn.ts";
export { bpmnToNet } from "./models/convert/bpmn_to_net.ts";
export { netToBpmn } from "./models/convert/net_to_bpmn.ts";
export { reduceTree } from "./models/reduce_tree.ts";
export { reduceSilent } from "./models/nets/reduce_silent.ts";
export { checkWorkflowNet } from "./models/check/workflow_net.ts";
export type { WorkflowNetCheck, WorkflowNetProblem } from "./models/check/workflow_net.ts";
export { checkFreeChoice } from "./models/check/free_choice.ts";
export type { FreeChoiceCheck, FreeChoiceConflict } from "./models/check/free_choice.ts";
export { checkSoundness } from "./models/check/soundness.ts";
export type { SoundnessCheck, SoundnessOptions, SoundnessProblem } from "./models/check/soundness.ts";
export { layOutBpmn } from "./models/layout/bpmn_layout.ts";
export { readModel, writeModel } from "./models/files/model_files.ts";
export type { ReadModelFileOptions } from "./models/files/model_files.ts";
export { modelAs } from "./models/convert/model_as.ts";
export type { Model, ModelKind } from "./models/convert/model_as.ts";
export { playOut } from "./simulate/engine/play_out.ts";
export type { PlayOutOptions } from "./simulate/engine/play_out.ts";

// Discovery
export { discoverInductive } from "./mining/discovery/inductive/inductive.ts";
export type { InductiveOptions } from "./mining/discovery/inductive/inductive.ts";
export { discoverInductiveFromDfg } from "./mining/discovery/inductive/inductive_dfg.ts";
export { discoverAlpha } from "./mining/discovery/alpha/alpha.ts";
export { discoverAlphaPlus } from "./mining/discovery/alpha/alpha_plus.ts";
export { discoverHeuristics } from "./mining/discovery/heuristics.ts";
export type { HeuristicsOptions } from "./mining/discovery/heuristics.ts";
export { HeuristicsNet, heuristicsToNet } from "./models/heuristics_net.ts";
export { discoverSplit } from "./mining/discovery/split_miner/split_miner.ts";
export type { SplitMinerOptions } from "./mining/discovery/split_miner/split_miner.ts";
export { filterDfg } from "./mining/discovery/filter_dfg.ts";
export type { FilterDfgOptions } from "./mining/discovery/filter_dfg.ts";
export { discoverDeclare } from "./mining/discovery/declare.ts";
export type { DeclareOptions } from "./mining/discovery/declare.ts";
export { DeclareModel } from "./models/declare.ts";
export type { DeclareConstraint, DeclareTemplate } from "./models/declare.ts";
export { discoverLogSkeleton } from "./mining/discovery/log_skeleton.ts";
export type { LogSkeletonOptions } from "./mining/discovery/log_skeleton.ts";
export { LogSkeleton } from "./models/log_skeleton.ts";
export { discoverTemporalProfile } from "./mining/discovery/temporal_profile.ts";
export { TemporalProfile } from "./models/temporal_profile.ts";
export { discoverFootprints } from "./mining/discovery/footprints.ts";
export { footprintsOf } from "./models/footprints_of_model.ts";
export { Footprints } from "./models/footprints.ts";
export { discoverPrefixTree, PrefixTree } from "./mining/discovery/prefix_tree.ts";
export { discoverTransitionSystem } from "./mining/discovery/transition_system.ts";
export type { TransitionSystemOptions } from "./mining/discovery/transition_system.ts";
export { TransitionSystem } from "./models/transition_system.ts";

// Conformance
export { replayTokens } from "./mining/replay/replay.ts";
export type { ReplayOptions, TokenReplay, VariantReplay } from "./mining/replay/replay.ts";
export { replayActivities, replayCases, replayPlaces, replayTransitions } from "./mining/replay/replay_tables.ts";
export { alignTraces, alignTracesSync } from "./mining/alignments/align_traces.ts";
export type { AlignOptions } from "./mining/alignments/align_traces.ts";
export { movesOf } from "./mining/alignments/alignment.ts";
export type { Alignments, Move, MoveKind, VariantAlignment } from "./mining/alignments/alignment.ts";
export { alignmentActivities, alignmentCases, alignmentDeviations } from "./mining/alignments/align_tables.ts";
export { precisionByAlignments, precisionByReplay } from "./mining/quality/precision.ts";
export { escapingEdges } from "./mining/quality/precision_edges.ts";
export { generalisation } from "./mining/quality/generalisation.ts";
export { simplicity } from "./mining/quality/simplicity.ts";
export { compareModels, evaluateModel } from "./mining/quality/evaluate.ts";
export type { EvaluateOptions, Evaluation } from "./mining/quality/evaluate.ts";
export { checkDeclare } from "./mining/rules/declare.ts";
export { checkLogSkeleton } from "./mining/rules/log_skeleton.ts";
export { checkTemporalProfile } from "./mining/rules/temporal_profile.ts";
export { checkFootprints, compareFootprints } from "./mining/rules/footprints.ts";

// Task mining
export { readActivityWatch } from "./log/interactions/read_activity_watch.ts";
export type { ReadActivityWatchOptions } from "./log/interactions/read_activity_watch.ts";
export { writeInteractions } from "./log/interactions/write_interactions.ts";
export { privacyReport } from "./log/interactions/privacy_report.ts";
export { cleanInteractions } from "./taskmining/cleaning/clean_interactions.ts";
export type { CleaningOptions, CleaningReport, CleaningRule } from "./taskmining/cleaning/clean_interactions.ts";
export type { PrivacyOptions } from "./privacy/privacy_options.ts";
export { renameTasks } from "./taskmining/segmentation/rename_tasks.ts";
export { filterTask } from "./taskmining/instances/filter_task.ts";
export { scoreSegmentation } from "./taskmining/segmentation/score_segmentation.ts";
export type { SegmentationScore, TruthColumns } from "./taskmining/segmentation/score_segmentation.ts";
export { segmentTasks } from "./taskmining/segmentation/segment_tasks.ts";
export type { SegmentOptions } from "./taskmining/segmentation/segment_tasks.ts";
export { segmentTable, withSegments } from "./taskmining/segmentation/segment_table.ts";
export type { CutReason, TaskSegmentation, TaskType } from "./taskmining/segmentation/segmentation.ts";
export { adjustedRandIndex, scoreSegments, weightedF1 } from "./taskmining/segmentation/score_segments.ts";
export { discoverRoutines } from "./taskmining/routines/routines.ts";
export type { Routine, RoutineOptions, Routines, TaskWork } from "./taskmining/routines/routines.ts";
export { closedPatterns } from "./taskmining/routines/patterns.ts";
export type { TaskVariant, TaskVariants } from "./taskmining/measures/task_variants.ts";
export { taskVariants } from "./taskmining/measures/task_variants.ts";
export { taskLog } from "./taskmining/measures/task_variants_log.ts";
export { transfers } from "./taskmining/friction/transfers.ts";
export { rework } from "./taskmining/friction/rework.ts";
export { ripeSteps } from "./taskmining/friction/ripe_steps.ts";
export type { RipeStep, RipeSteps } from "./taskmining/friction/ripe_steps.ts";
export { sequenceVariability } from "./taskmining/measures/sequence_variability.ts";
export { suppressSmallGroups } from "./privacy/suppress.ts";
export { applications, applicationSwitches, switchMatrix } from "./taskmining/friction/applications.ts";
export { handleTimes, idleSensitivity } from "./taskmining/measures/handle_times.ts";
export { taskInstances } from "./taskmining/instances/task_instances.ts";
export { variability } from "./taskmining/measures/variability.ts";

// Simulated logs with known truth
export { simulateOrderDesk } from "./simulate/examples/order_desk.ts";
export { simulateOrderToCash } from "./simulate/examples/order_to_cash.ts";

// Pictures
export { figure } from "./viz/figure/figure.ts";
export type { Figure, FigureParts } from "./viz/figure/figure.ts";
export { viewApplications } from "./viz/charts/applications.ts";
export { viewHandleTimes } from "./viz/charts/handle_times.ts";
export { viewSummary } from "./viz/charts/summary.ts";
export { viewThroughput } from "./viz/charts/throughput.ts";
export { viewVariants } from "./viz/charts/variants.ts";
export { viewProcessMap } from "./viz/map/process_map.ts";
export { viewModel } from "./viz/models/model.ts";
export { viewProcessTree } from "./viz/models/process_tree.ts";
export { viewPetriNet } from "./viz/models/petri_net.ts";
export { viewBpmn } from "./viz/models/bpmn.ts";
export { viewHeuristicsNet } from "./viz/models/heuristics_net.ts";
export { viewDeclare } from "./viz/models/declare.ts";
export { viewFootprints } from "./viz/models/footprints.ts";
export { viewDeviations } from "./viz/models/deviations.ts";
export { viewAlignments } from "./viz/models/alignments.ts";
export { viewModelComparison } from "./viz/models/model_comparison.ts";
export { viewDay } from "./viz/tasks/day.ts";
export type { DayViewOptions } from "./viz/tasks/day.ts";
export { viewSegments } from "./viz/tasks/segments.ts";
export type { SegmentsViewOptions } from "./viz/tasks/segments.ts";
export { viewTaskVariants } from "./viz/tasks/task_variants.ts";
export type { TaskVariantsViewOptions } from "./viz/tasks/task_variants.ts";
export { viewApplicationSwitches } from "./viz/tasks/application_switches.ts";
export type { ApplicationSwitchesViewOptions } from "./viz/tasks/application_switches.ts";
export { viewTransfers } from "./viz/tasks/transfers.ts";
export type { TransfersViewOptions } from "./viz/tasks/transfers.ts";
export { checkAnswer } from "./viz/check_answer.ts";
export { viewExportChanges } from "./viz/export_changes.ts";
export { widget } from "./viz/widgets/widget.ts";
export type { Widget, WidgetOptions } from "./viz/widgets/widget.ts";
export { formatCount, formatDate, formatDuration, formatShare } from "./base/format.ts";

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
