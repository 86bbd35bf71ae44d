/**
 * Pictures.
 *
 * @module
 */
import "./models/show_models.ts";
import "./tables/show_tables.ts";
import "./charts/show_logs.ts";

// Figures
export { figure } from "./figure/figure.ts";
export type { Behaviour, Figure, FigureParts } from "./figure/figure.ts";
export { viewTable } from "./tables/view_table.ts";
export type { TableViewOptions } from "./tables/view_table.ts";
export type { TableUnit } from "./tables/units.ts";

// Charts
export { viewApplications } from "./charts/applications.ts";
export { viewHandleTimes } from "./charts/handle_times.ts";
export { viewSummary } from "./charts/summary.ts";
export { viewBottlenecks } from "./charts/bottlenecks.ts";
export { viewWaterfall } from "./charts/waterfall.ts";
export { viewThroughput } from "./charts/throughput.ts";
export { viewVariants } from "./charts/variants.ts";
export { viewCases } from "./cases/cases.ts";
export type { CasesViewOptions } from "./cases/cases.ts";
export { viewAnimation } from "./animation/animation.ts";
export type { AnimationOptions } from "./animation/animation.ts";
export { viewExplorer } from "./explorer/explorer.ts";
export type { Explorer } from "./explorer/explorer.ts";
export { viewProcessMap } from "./map/process_map.ts";

// Answers
export { viewAnswer } from "./answer.ts";
export type { Answer } from "./answer.ts";
export { viewFindings } from "./findings/findings.ts";
export { viewDrift } from "./change/drift.ts";
export type { DriftViewOptions } from "./change/drift.ts";
export { viewSeasonality } from "./change/seasonality.ts";
export { viewWorkInProgress } from "./change/work_in_progress.ts";
export { viewFunnel } from "./paths/funnel.ts";
export { viewRework } from "./paths/rework.ts";
export type { ReworkViewOptions } from "./paths/rework.ts";
export { viewServiceLevel } from "./paths/service_level.ts";
export { viewSurvival } from "./outcomes/survival.ts";
export type { SurvivalViewOptions } from "./outcomes/survival.ts";

// Comparison
export { viewComparison } from "./comparison/comparison.ts";
export type { ComparisonViewOptions } from "./comparison/comparison.ts";
export { viewDifferenceMap } from "./comparison/difference_map.ts";
export type { DifferenceMapOptions } from "./comparison/difference_map.ts";
export { viewFactors } from "./comparison/factors.ts";
export type { FactorsViewOptions } from "./comparison/factors.ts";

// Events
export { viewDots } from "./events/dotted_chart.ts";
export type { DotsOptions } from "./events/dotted_chart.ts";
export { viewPerformanceSpectrum } from "./events/performance_spectrum.ts";
export type { SpectrumViewOptions } from "./events/performance_spectrum.ts";

// Models
export { viewModel } from "./models/model.ts";
export { viewProcessTree } from "./models/process_tree.ts";
export { viewPetriNet } from "./models/petri_net.ts";
export { viewBpmn } from "./models/bpmn.ts";
export { viewHeuristicsNet } from "./models/heuristics_net.ts";
export { viewDeclare } from "./models/declare.ts";
export { viewFootprints } from "./models/footprints.ts";
export { viewDeviations } from "./models/deviations.ts";
export { viewAlignments } from "./models/alignments.ts";
export { viewModelComparison } from "./models/model_comparison.ts";

// Tasks
export { viewDay } from "./tasks/day/day.ts";
export type { DayViewOptions } from "./tasks/day/day.ts";
export { viewSegments } from "./tasks/segments.ts";
export type { SegmentsViewOptions } from "./tasks/segments.ts";
export { viewTaskVariants } from "./tasks/task_variants.ts";
export type { TaskVariantsViewOptions } from "./tasks/task_variants.ts";
export { viewApplicationSwitches } from "./tasks/application_switches.ts";
export type { ApplicationSwitchesViewOptions } from "./tasks/application_switches.ts";
export { viewTransfers } from "./tasks/transfers.ts";
export type { TransfersViewOptions } from "./tasks/transfers.ts";

// Automation
export { viewOpportunities } from "./automation/opportunities.ts";
export type { OpportunitiesViewOptions } from "./automation/opportunities.ts";
export { viewOpportunity } from "./automation/opportunity.ts";
export { viewProgram } from "./automation/program.ts";

// Answers and changes
export { checkAnswer, sealed, sealOf } from "./check_answer.ts";
export { viewExportChanges } from "./export_changes.ts";

// Widgets
export { control } from "./widgets/control.ts";
export type { ChoiceControl, SliderControl, TextControl } from "./widgets/control_kinds.ts";
export { widget } from "./widgets/widget.ts";
export type { Widget, WidgetOptions } from "./widgets/widget.ts";

// The hybrid
export { viewCaseTimeline } from "./hybrid/case_timeline.ts";
export type { CaseTimelineViewOptions } from "./hybrid/case_timeline.ts";
export { viewJoinedMap } from "./hybrid/joined_map.ts";
export type { JoinedMapOptions } from "./hybrid/joined_map.ts";
export { viewLinks } from "./hybrid/links.ts";
export type { LinksViewOptions } from "./hybrid/links.ts";
export { viewTasksBehind } from "./hybrid/tasks_behind.ts";
export type { TasksBehindViewOptions } from "./hybrid/tasks_behind.ts";
export { viewLinkQuality } from "./hybrid/link_quality.ts";
export type { LinkTruth } from "./hybrid/link_quality.ts";
export { viewUnseenTime } from "./hybrid/unseen_time.ts";
export type { UnseenViewOptions } from "./hybrid/unseen_time.ts";
