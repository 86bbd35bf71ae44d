/**
 * Process mining: measures, discovery, conformance.
 *
 * @module
 */

// Filters
export { filterVariants } from "./filter_variants.ts";
export { filterState } from "./filter_state.ts";
export type { StateFilterOptions } from "./filter_state.ts";

// Measures
export { compareExports } from "./comparison/compare_exports.ts";
export type { ExportChange, ExportComparison, ExportFigures } from "./comparison/compare_exports.ts";
export { compareGroups } from "./comparison/compare_groups.ts";
export type { CompareGroupsOptions } from "./comparison/compare_groups.ts";
export { compareLogs } from "./comparison/compare_logs.ts";
export type { CompareLogsOptions, ComparisonOptions, LogComparison } from "./comparison/compare_logs.ts";
export type { CaseMarks } from "./comparison/case_marks.ts";
export type { ComparedActivityRow, ComparedEndRow } from "./comparison/activity_rows.ts";
export type { ComparedEdgeRow } from "./comparison/edge_rows.ts";
export type { ComparedFigure, ComparedFigureRow } from "./comparison/figure_rows.ts";
export type { ComparedTime, ComparedTimeRow } from "./comparison/time_rows.ts";
export type { ComparedVariantRow } from "./comparison/variant_rows.ts";
export type { ShareComparison } from "./comparison/share_rows.ts";
export { directlyFollows } from "./directly_follows.ts";
export type { DirectlyFollowsOptions } from "./directly_follows.ts";
export { factorsOf } from "./factors/factors_of.ts";
export type { Factors, FactorsOptions } from "./factors/factors_of.ts";
export type { FactorRow } from "./factors/factor_rows.ts";
export type { FactorKind, FactorKnown } from "./factors/candidate.ts";
export type { FactorTree } from "./factors/tree/factor_tree.ts";
export type { HeldOut } from "./factors/tree/held_out.ts";
export { activityStatistics, describeLog, endActivities, startActivities } from "./statistics.ts";
export type { ActivityRow, CaseEdgeRow } from "./statistics.ts";
export { caseArrivals } from "./performance/arrivals.ts";
export type { CaseArrivals } from "./performance/arrivals.ts";
export { bottlenecks } from "./performance/bottlenecks.ts";
export type { BottleneckRow, Bottlenecks, WorkRow } from "./performance/bottleneck_rows.ts";
export type { BottleneckOptions } from "./performance/bottlenecks.ts";
export { discoverCalendars } from "./performance/calendar/discover_calendars.ts";
export type {
  CalendarCellRow,
  DiscoverCalendarsOptions,
  DiscoveredCalendars,
  FoundCalendarRow,
} from "./performance/calendar/discover_calendars.ts";
export type { OpenWaitRow } from "./performance/open_waits.ts";
export type { TimeBasis, WaitOptions } from "./performance/event_times.ts";
export { stepTimes } from "./performance/step_times.ts";
export type { StepTimes, StepTimesOptions, StepTimesRow } from "./performance/step_times.ts";
export { timeParts } from "./performance/time_parts.ts";
export type { TimePartKind, TimePartRow, TimeParts, TimePartsOptions } from "./performance/time_parts.ts";
export { caseDurations, caseSeconds, throughputTimes } from "./performance/throughput.ts";
export type { CaseTimeOptions, TimeMeasure, TimesOptions, TimesRow } from "./performance/throughput.ts";
export { traceVariants, variants } from "./variants.ts";
export type { VariantRow } from "./variants.ts";

// Passages
export { performanceSpectrum } from "./spectrum/performance_spectrum.ts";
export type { PerformanceSpectrum, SpectrumOptions, SpectrumRow } from "./spectrum/performance_spectrum.ts";
export type { Passages, PassageSteps } from "./spectrum/passages.ts";

// Outcomes
export { CASE_STATES, caseStates } from "./outcomes/case_states.ts";
export type { CaseState, CaseStateOptions, CaseStates, EndRow } from "./outcomes/case_states.ts";
export { stuckCases } from "./outcomes/stuck_cases.ts";
export type { StuckReport, StuckRow } from "./outcomes/stuck_cases.ts";
export { caseSurvival } from "./outcomes/case_survival.ts";
export type { CaseSurvival, CaseSurvivalOptions, SurvivalGroup } from "./outcomes/case_survival.ts";

// Change over time
export { discoverDrift } from "./change/drift.ts";
export type { DriftOptions, DriftReport } from "./change/drift.ts";
export type { Drift, DriftPerspective } from "./change/found_drift.ts";
export type { DriftRow } from "./change/drift_words.ts";
export type { ChangedFigure } from "./change/what_changed.ts";
export type { Relation } from "./change/flow_series.ts";
export { workInProgress } from "./change/work_in_progress.ts";
export type { Period, ProgressRow, WorkInProgress, WorkInProgressOptions } from "./change/work_in_progress.ts";
export { seasonality } from "./change/seasonality.ts";
export type { Seasonality, SeasonalityOf, SeasonalityOptions, SeasonalityRow } from "./change/seasonality.ts";

// Findings
export { findings } from "./findings/findings.ts";
export type { FindingRow, Findings, FindingsOptions } from "./findings/findings.ts";
export type { FindingQuestion, KeyFinding, KeyFindingBar } from "./findings/finding.ts";

// Paths, rework and service levels
export { comparePaths } from "./paths/compare_paths.ts";
export type { ComparePathsOptions, PathComparison, PathFigures } from "./paths/compare_paths.ts";
export type { AroundRow } from "./paths/around_path.ts";
export { funnel } from "./paths/funnel.ts";
export type { FunnelOptions, Milestone } from "./paths/funnel.ts";
export type { Funnel, FunnelDropRow, FunnelRow } from "./paths/funnel_result.ts";
export type { StatesOption } from "./outcomes/states_option.ts";
export { activityRework } from "./rework/activity_rework.ts";
export type { ActivityRework, ActivityReworkRow } from "./rework/activity_rework.ts";
export { loops } from "./rework/loops.ts";
export type { LoopRow, Loops } from "./rework/loops.ts";
export { pingPong } from "./rework/ping_pong.ts";
export type { PingPong, PingPongOptions, PingPongRow } from "./rework/ping_pong.ts";
export { skippedSteps } from "./rework/skipped_steps.ts";
export type { SkippedStepRow, SkippedSteps, SkippedStepsOptions } from "./rework/skipped_steps.ts";
export { serviceLevel } from "./service_levels/service_level.ts";
export type { ServiceLevelOptions } from "./service_levels/service_level.ts";
export type {
  ServiceCounts,
  ServiceGroupRow,
  ServiceLevel,
  ServicePeriodRow,
} from "./service_levels/service_figures.ts";
export { parseServiceRule } from "./service_levels/parse_rule.ts";
export type { CountRule, RulePoint, RuleUnit, ServiceRule, TimeRule } from "./service_levels/service_rule.ts";
export type { ServiceCalendar } from "./service_levels/judge_cases.ts";

// Discovery
export { discoverInductive } from "./discovery/inductive/inductive.ts";
export type { InductiveOptions } from "./discovery/inductive/inductive.ts";
export { discoverInductiveFromDfg } from "./discovery/inductive/inductive_dfg.ts";
export { discoverAlpha } from "./discovery/alpha/alpha.ts";
export { discoverAlphaPlus } from "./discovery/alpha/alpha_plus.ts";
export { discoverHeuristics } from "./discovery/heuristics.ts";
export type { HeuristicsOptions } from "./discovery/heuristics.ts";
export { discoverSplit } from "./discovery/split_miner/split_miner.ts";
export type { SplitMinerOptions } from "./discovery/split_miner/split_miner.ts";
export { filterDfg } from "./discovery/filter_dfg.ts";
export type { FilterDfgOptions } from "./discovery/filter_dfg.ts";
export { discoverDeclare } from "./discovery/declare.ts";
export type { DeclareOptions } from "./discovery/declare.ts";
export { discoverLogSkeleton } from "./discovery/log_skeleton.ts";
export type { LogSkeletonOptions } from "./discovery/log_skeleton.ts";
export { discoverTemporalProfile } from "./discovery/temporal_profile.ts";
export { discoverFootprints } from "./discovery/footprints.ts";
export { discoverPrefixTree, PrefixTree } from "./discovery/prefix_tree.ts";
export { discoverTransitionSystem } from "./discovery/transition_system.ts";
export type { TransitionSystemOptions } from "./discovery/transition_system.ts";

// Conformance
export { replayTokens } from "./replay/replay.ts";
export type { ReplayOptions, TokenReplay, VariantReplay } from "./replay/replay.ts";
export { replayActivities, replayCases, replayPlaces, replayTransitions } from "./replay/replay_tables.ts";
export type {
  ReplayedActivityRow,
  ReplayedCaseRow,
  ReplayedPlaceRow,
  ReplayedTransitionRow,
} from "./replay/replay_tables.ts";
export { alignTraces, alignTracesSync } from "./alignments/align_traces.ts";
export type { AlignOptions } from "./alignments/align_traces.ts";
export { movesOf } from "./alignments/alignment.ts";
export type { Alignments, Move, MoveKind, VariantAlignment } from "./alignments/alignment.ts";
export { alignmentActivities, alignmentCases, alignmentDeviations } from "./alignments/align_tables.ts";
export type { AlignedActivityRow, AlignedCaseRow, DeviationRow } from "./alignments/align_tables.ts";
export { precisionByAlignments, precisionByReplay } from "./quality/precision.ts";
export { escapingEdges } from "./quality/precision_edges.ts";
export type { EscapingEdgeRow } from "./quality/precision_edges.ts";
export { generalisation } from "./quality/generalisation.ts";
export { simplicity } from "./quality/simplicity.ts";
export { compareModels, evaluateModel } from "./quality/evaluate.ts";
export type { EvaluateOptions, Evaluation, ModelRow } from "./quality/evaluate.ts";
export { checkDeclare } from "./rules/declare.ts";
export type { DeclareActivationRow, DeclareCaseRow, DeclareRuleRow } from "./rules/declare.ts";
export { checkLogSkeleton } from "./rules/log_skeleton.ts";
export type { SkeletonCaseRow, SkeletonDeviationRow } from "./rules/log_skeleton.ts";
export { checkTemporalProfile } from "./rules/temporal_profile.ts";
export type { TemporalCaseRow, TemporalDeviationRow } from "./rules/temporal_profile.ts";
export { checkFootprints, compareFootprints } from "./rules/footprints.ts";
export type {
  FootprintCaseRow,
  FootprintDifferenceRow,
  FootprintSource,
  ForbiddenStepRow,
} from "./rules/footprints.ts";
