/**
 * Logs of events and of interactions: read, filtered, written.
 *
 * @module
 */

// Event logs
export { logFromRows } from "./from_rows.ts";
export type { FromRowsOptions } from "./from_rows.ts";
export { EventLog } from "./events/event_log.ts";
export { readLog } from "./events/read_log.ts";
export type { ReadLogOptions } from "./events/read_log.ts";
export { readAnyLog } from "./read_any_log.ts";
export { writeLog } from "./events/write_log.ts";

// Figures of a report
export { reportFigures } from "./report_figures.ts";
export type { ReportFigure, ReportFiguresOptions } from "./report_figures.ts";

// Filters of event logs
export { filterActivities } from "./events/filter/activities.ts";
export { filterCaseAttribute } from "./events/filter/case_attribute.ts";
export { filterCasesWith } from "./events/filter/cases_with.ts";
export { filterCases } from "./events/filter/cases.ts";
export { filterCaseSize } from "./events/filter/case_size.ts";
export { filterDirectlyFollows } from "./events/filter/directly_follows.ts";
export { filterEventAttribute } from "./events/filter/event_attribute.ts";
export { filterPath } from "./events/filter/path.ts";
export type { PathPattern, PathStep } from "./events/pattern/pattern_steps.ts";
export { filterFollows, filterStepTime } from "./events/filter/follows.ts";
export type { FollowsOptions, StepTimeBounds } from "./events/filter/follows.ts";
export { filterFourEyes } from "./events/filter/four_eyes.ts";
export type { FourEyesOptions } from "./events/filter/four_eyes.ts";
export { filterLastStep } from "./events/filter/last_step.ts";
export type { LastStepOptions } from "./events/filter/last_step.ts";
export { filterResources } from "./events/filter/resources.ts";
export { filterRework } from "./events/filter/rework.ts";
export type { ReworkFilterOptions } from "./events/filter/rework.ts";
export { filterPrefix, filterSegments, filterSuffix } from "./events/filter/segments.ts";
export type { CasePartOptions, CaseSegmentOptions } from "./events/filter/segments.ts";
export { filterEnd, filterStart } from "./events/filter/start_end.ts";
export { filterSql } from "./events/filter/sql.ts";
export { filterThroughput } from "./events/filter/throughput.ts";
export { filterTimeFrame } from "./events/filter/time_frame.ts";

// Working calendars
export { calendarsBy } from "./calendar/calendars_by.ts";
export type { Calendar, CalendarsBy, CalendarsByOptions } from "./calendar/calendars_by.ts";
export type { Closing } from "./calendar/closings.ts";
export type { WeeklySpan } from "./calendar/hours.ts";
export { readCalendar, readHolidays } from "./calendar/read_calendar.ts";
export { workingCalendar } from "./calendar/working_calendar.ts";
export type { CalendarOptions, WorkingCalendar } from "./calendar/working_calendar.ts";

// Interaction logs
export { interactionsFromRows } from "./from_rows.ts";
export type { InteractionsFromRowsOptions } from "./from_rows.ts";
export { InteractionLog } from "./interactions/interaction_log.ts";
export { interactionsFromTable, readInteractions } from "./interactions/read_interactions.ts";
export type { ReadInteractionsOptions } from "./interactions/read_interactions.ts";
export { APPLICATION_CLASSES } from "./interactions/application_classes.ts";
export type { ApplicationClasses } from "./interactions/application_classes.ts";
export { readActivityWatch } from "./interactions/read_activity_watch.ts";
export type { ReadActivityWatchOptions } from "./interactions/read_activity_watch.ts";
export { writeInteractions } from "./interactions/write_interactions.ts";
export { privacyReport } from "./interactions/privacy_report.ts";
export type { PrivacyReportRow } from "./interactions/privacy_report.ts";

// Filters of interaction logs
export { filterApplications, filterInteractions, filterUsers } from "./interactions/filter/interactions.ts";
export { filterInteractionsSql } from "./interactions/filter/interactions_sql.ts";
export { filterPeriod } from "./interactions/filter/period.ts";
