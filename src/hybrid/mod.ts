/**
 * The hybrid: what people do and what systems record, in one.
 *
 * @module
 */

// Links
export { linkTasks } from "./links/link_tasks.ts";
export type { LinkOptions, LinkRule } from "./links/link_options.ts";
export type { LinkArrays, LinkedInstanceRow, LinkRow, TaskLinks } from "./links/task_links.ts";
export type { PersonKnown, SamePerson } from "./links/people.ts";
