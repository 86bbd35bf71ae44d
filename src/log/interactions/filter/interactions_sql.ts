import { InputError } from "../../../base/errors.ts";
import type { InteractionLog } from "../interaction_log.ts";
import { selectInteractions } from "../select_interactions.ts";
import { requireInteractionLog } from "../../require_log.ts";

/**
 * Keeps the interactions that fulfil an SQL condition over the rows of `interactions`, as `log.sql` describes them.
 *
 * @throws InputError if DuckDB cannot evaluate the condition.
 * @example
 * ```ts
 * import { filterInteractionsSql, readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * const mornings = await filterInteractionsSql(log, "hour(ts) < 12 AND app <> 'Mail'");
 * ```
 */
export async function filterInteractionsSql(log: InteractionLog, condition: string): Promise<InteractionLog> {
  requireInteractionLog(log);
  if (typeof condition !== "string" || condition.trim() === "") {
    throw new InputError("Expected a condition such as app = 'Mail' but found nothing.");
  }
  // The line break ends a comment in the condition.
  const sql = `SELECT position FROM interactions WHERE (${condition}\n)`;
  const { columns: [positions] } = await log.source.database.query(log, sql);
  const keep = new Uint8Array(log.interactions);
  for (const position of positions as number[]) keep[position - 1] = 1;
  return selectInteractions(log, keep, `interaction fulfils ${condition.trim()}`);
}
