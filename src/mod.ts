/**
 * Tracebook: process mining and task mining in notebooks.
 *
 * `read*` brings a log in, `filter*` narrows it, nouns such as `variants` measure it, `view*` shows it. Each room of the
 * house says at its own door what it gives.
 *
 * @module
 */
import "./notebook/mod.ts";

export * from "./log/mod.ts";
export * from "./io/mod.ts";
export * from "./privacy/mod.ts";
export * from "./mining/mod.ts";
export * from "./models/mod.ts";
export * from "./taskmining/mod.ts";
export * from "./simulate/mod.ts";
export * from "./hybrid/mod.ts";
export * from "./viz/mod.ts";
export * from "./base/mod.ts";
