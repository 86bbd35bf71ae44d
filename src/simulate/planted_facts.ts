/** What was planted in the example logs, and how it came out: for tests, lessons and benchmarks to check against. */
import type { OrderDesk } from "./order_desk.ts";
import type { OrderToCash } from "./order_to_cash.ts";

export function plantedFacts(process: OrderToCash, desk: OrderDesk, options: { seed: number; cases: number }): object {
  return { ...options, events: process.events.length, interactions: desk.interactions.length };
}
