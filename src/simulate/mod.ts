/**
 * Simulated logs whose truth is known.
 *
 * @module
 */

// Logs that a model could have written
export { playOut } from "./engine/play_out.ts";
export type { PlayOutOptions } from "./engine/play_out.ts";

// The invented company
export { simulateOrderDesk } from "./examples/order_desk.ts";
export { simulateOrderToCash } from "./examples/order_to_cash.ts";
