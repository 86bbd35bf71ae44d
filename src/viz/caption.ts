/** Words that captions share. */
import type { EventLog } from "../log/event_log.ts";
import { formatCount } from "./format.ts";

/** The log, its size, and what it was filtered by: `orders.csv: 1,434 cases, 8,577 events. Filtered by: …` */
export function logCaption(log: Pick<EventLog, "name" | "cases" | "events" | "filters">): string {
  const size = `${log.name}: ${countOf(log.cases, "case")}, ${countOf(log.events, "event")}`;
  return log.filters.length === 0 ? `${size}, no filter.` : `${size}. Filtered by: ${log.filters.join("; ")}.`;
}

/** `1 case`, `1,434 cases`. */
export function countOf(n: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(n)} ${n === 1 ? noun : plural}`;
}
