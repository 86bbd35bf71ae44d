/**
 * The hybrid: what people do and what systems record, in one.
 *
 * @module
 */

// Links
export { linkTasks } from "./links/link_tasks.ts";
export type { LinkOptions, LinkRule } from "./links/link_options.ts";
export type { LinkArrays, LinkedInstanceRow, LinkRow, TaskLinks } from "./links/task_links.ts";
export type { PrivacyCost } from "./links/privacy_cost.ts";
export type { PersonKnown, SamePerson } from "./links/people.ts";

// Both logs in one
export { enrichLog } from "./joined/enrich_log.ts";
export type { EnrichOptions } from "./joined/enrich_log.ts";
export { unseenTime } from "./joined/unseen_time.ts";
export type { UnseenOptions, UnseenStepRow, UnseenTime, UnseenWorkRow } from "./joined/unseen_time.ts";
export { caseTimeline } from "./joined/case_timeline.ts";
export type { CaseTimeline, TimelineRow } from "./joined/case_timeline.ts";
export { tellingCase } from "./joined/telling_case.ts";
export { stepsBehind } from "./joined/steps_behind.ts";
export type { StepBehindRow } from "./joined/steps_behind.ts";
export { tasksBehind } from "./joined/tasks_behind.ts";
export type { TaskBehindRow, TasksBehind } from "./joined/tasks_behind.ts";
export type { WorkOptions } from "./joined/work_pieces.ts";
