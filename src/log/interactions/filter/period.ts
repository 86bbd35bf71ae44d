import type { InteractionLog } from "../interaction_log.ts";
import { selectInteractions } from "../select_interactions.ts";
import { boundsOf, frameWords, type Moment } from "../../events/filter/time_frame.ts";
import { InputError } from "../../../base/errors.ts";
import { requireInteractionLog } from "../../require_log.ts";

export interface Period {
  /** First moment within. @default the beginning of time */
  readonly from?: Moment;
  /** First moment after. @default the end of time */
  readonly to?: Moment;
}

/**
 * Keeps the interactions that happened, or began, in a period: `from` included, `to` not, so that periods laid end to
 * end share none. An interval that reaches beyond the period stays whole.
 *
 * @throws InputError if a moment cannot be read, or the period is empty.
 * @example
 * ```ts
 * import { filterPeriod, readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * filterPeriod(log, { from: "2026-01-05", to: "2026-01-06" });
 * ```
 */
export function filterPeriod(log: InteractionLog, period: Period): InteractionLog {
  requireInteractionLog(log);
  if (!log.hasTimes) {
    throw new InputError(`${log.name}: expected times to keep a period of, but the log has an order only.`);
  }
  const [from, to] = boundsOf(period);
  const keep = Uint8Array.from(log.time, (time) => time >= from && time < to ? 1 : 0);
  const words = frameWords(period.from === undefined, from, period.to === undefined, to);
  return selectInteractions(log, keep, `interaction ${words}`);
}
