/**
 * Task mining: tasks found in recordings, their times, routines and friction.
 *
 * @module
 */

// Cleaning
export { cleanInteractions } from "./cleaning/clean_interactions.ts";
export type { CleaningOptions, CleaningReport, CleaningRule } from "./cleaning/clean_interactions.ts";

// Tasks
export { renameTasks } from "./segmentation/rename_tasks.ts";
export { filterTask } from "./instances/filter_task.ts";
export { filterSure } from "./instances/filter_sure.ts";
export type { SureOptions } from "./instances/filter_sure.ts";
export { scoreSegmentation } from "./segmentation/score_segmentation.ts";
export type { SegmentationScore, TruthColumns } from "./segmentation/score_segmentation.ts";
export { segmentTasks } from "./segmentation/segment_tasks.ts";
export type { SegmentOptions } from "./segmentation/segment_tasks.ts";
export type { SegmentHints } from "./segmentation/hints/hints.ts";
export { suggestedNames } from "./segmentation/suggested_names.ts";
export type { SuggestedNameRow } from "./segmentation/suggested_names.ts";
export { segmentTable, withSegments } from "./segmentation/segment_table.ts";
export type { SegmentedRow } from "./segmentation/segment_table.ts";
export type {
  CutReason,
  NameSuggestion,
  SegmentCertainty,
  TaskSegmentation,
  TaskType,
} from "./segmentation/segmentation.ts";
export { adjustedRandIndex, scoreSegments, weightedF1 } from "./segmentation/score_segments.ts";

// Routines and ways of working
export { discoverRoutines } from "./routines/routines.ts";
export type { Routine, RoutineOptions, RoutineRow, Routines, TaskWork } from "./routines/routines.ts";
export { closedPatterns } from "./routines/patterns.ts";
export type { TaskExceptionRow, TaskVariant, TaskVariantRow, TaskVariants } from "./measures/task_variants.ts";
export { taskVariants } from "./measures/task_variants.ts";
export { taskLog } from "./measures/task_variants_log.ts";

// Friction
export { transfers } from "./friction/transfers.ts";
export type { TransferRow } from "./friction/transfers.ts";
export { rework } from "./friction/rework.ts";
export type { ReworkRow } from "./friction/rework.ts";
export { ripeSteps } from "./friction/ripe_steps.ts";
export type { RipeStep, RipeSteps } from "./friction/ripe_steps.ts";

// Automation
export { findPrograms } from "./automation/programs/find_programs.ts";
export type {
  FindProgramsOptions,
  FoundProgram,
  FoundPrograms,
  ProgramRow,
  StepVerdict,
  TaskStep,
} from "./automation/programs/find_programs.ts";
export { programByExample } from "./automation/programs/by_example.ts";
export type {
  ByExampleOptions,
  CounterExample,
  RightExample,
  VerifiedProgram,
} from "./automation/programs/by_example.ts";
export { programSize } from "./automation/programs/program.ts";
export type { Program } from "./automation/programs/program.ts";
export { runProgram } from "./automation/programs/run_program.ts";
export { programInWords } from "./automation/programs/in_words.ts";
export { programToTypeScript } from "./automation/programs/to_typescript.ts";
export { automationOpportunities } from "./automation/opportunities/opportunities.ts";
export type {
  AutomationOpportunities,
  Opportunity,
  OpportunityOptions,
  OpportunityRow,
} from "./automation/opportunities/opportunities.ts";
export { opportunityEffect } from "./automation/opportunities/opportunity_effect.ts";
export type { LinkedInstance, OpportunityEffect, TouchedCases } from "./automation/opportunities/opportunity_effect.ts";
export type { EffortCounts, EffortRates } from "./automation/opportunities/effort.ts";
export type { CostOptions, Costs } from "./automation/opportunities/money.ts";
export type { StepWork } from "./automation/opportunities/task_facts.ts";
export type { Range } from "./automation/opportunities/ranges.ts";
export { taskDefinition } from "./automation/definition/task_definition.ts";
export type { TaskDefinitionOptions } from "./automation/definition/task_definition.ts";
export type {
  DefinedData,
  DefinedDeparture,
  DefinedLoop,
  DefinedRule,
  DefinedStep,
  DefinedTimes,
  DefinedVariant,
  DefinedVolume,
  TaskDefinition,
} from "./automation/definition/definition.ts";
export { definitionMarkdown } from "./automation/definition/in_markdown.ts";
export { definitionHtml } from "./automation/definition/in_html.ts";
export type { DefinitionHtmlOptions } from "./automation/definition/in_html.ts";
export { definitionBpmn, definitionModel } from "./automation/definition/in_bpmn.ts";
export type { DefinitionBpmnOptions } from "./automation/definition/in_bpmn.ts";
export { taskSkeleton } from "./automation/skeleton/task_skeleton.ts";
export type { SkeletonFile, TaskSkeleton, TaskSkeletonOptions } from "./automation/skeleton/task_skeleton.ts";
export type { SkeletonPlan } from "./automation/skeleton/plan.ts";

// Measures
export { sequenceVariability } from "./measures/sequence_variability.ts";
export type { SequenceVariabilityRow } from "./measures/sequence_variability.ts";
export { applications, applicationSwitches, switchMatrix } from "./friction/applications.ts";
export type { ApplicationRow, SwitchRow } from "./friction/applications.ts";
export { handleTimes, idleSensitivity } from "./measures/handle_times.ts";
export type { HandleTimeFigures, HandleTimeRow, IdleSensitivityRow } from "./measures/handle_times.ts";
export { taskInstances } from "./instances/task_instances.ts";
export { variability } from "./measures/variability.ts";
