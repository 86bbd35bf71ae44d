/** Logs that tell an order but no times: nothing is said about how long anything takes. */
import type { InteractionLog } from "../log/interactions/interaction_log.ts";

export const NO_TIMES_NOTE = "The log has no times, only an order: how long anything takes is not known.";

/** The note, if the log has no times. */
export function noTimesNotes(log: InteractionLog): string[] {
  return log.hasTimes ? [] : [NO_TIMES_NOTE];
}
