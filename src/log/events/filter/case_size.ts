import { formatRange } from "../../../base/format.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { checkBounds } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";

export interface CaseSizeBounds {
  /** Least number of events. */
  readonly min?: number;
  /** Greatest number of events. */
  readonly max?: number;
}

/**
 * Keeps the cases with that many events, bounds included.
 *
 * @throws InputError if no bound is given, or they are no numbers in order.
 */
export function filterCaseSize(log: EventLog, { min, max }: CaseSizeBounds): EventLog {
  requireEventLog(log);
  checkBounds(["min", "max"], min, max);
  const { offsets } = log;
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const size = offsets[c + 1]! - offsets[c]!;
    keep[c] = size >= (min ?? 0) && size <= (max ?? Infinity) ? 1 : 0;
  }
  return selectCases(log, keep, `events in the case ${formatRange(min, max)}`);
}
