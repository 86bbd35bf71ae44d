/** The options that name the columns of roles. */
import type { Mapping } from "../io/raw_log.ts";

export const ROLE_OPTIONS = {
  case: "case",
  activity: "activity",
  timestamp: "timestamp",
  start: "start",
  end: "end",
  clock: "clock",
  startClock: "start-clock",
  resource: "resource",
  lifecycle: "lifecycle-column",
  instance: "activity-instance",
  order: "order",
} as const satisfies Record<keyof Mapping, string>;
