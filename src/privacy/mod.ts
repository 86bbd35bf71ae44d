/**
 * What is personal in recordings, and what becomes of it.
 *
 * @module
 */

// Privacy
export type { PrivacyOptions } from "./privacy_options.ts";
export { suppressSmallGroups } from "./suppress.ts";
