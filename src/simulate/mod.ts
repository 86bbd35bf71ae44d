/**
 * Simulated logs whose truth is known.
 *
 * @module
 */

// Logs that a model could have written
export { playOut } from "./engine/play_out.ts";
export type { PlayOutOptions } from "./engine/play_out.ts";

// The invented companies
export { simulateClaimsOffice } from "./examples/claims_office.ts";
export { simulateOrderDesk } from "./examples/order_desk.ts";
export type { DeskDials } from "./examples/desk_dials.ts";
export { simulateOrderToCash } from "./examples/order_to_cash.ts";
