/** What is idle in a picture, in words for its caption. */
import { formatDuration } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { hasIdle } from "../../taskmining/instances/idle_periods.ts";

/** "A gap of more than 3 min is idle", and what else is, without a full stop; of a log without times that it tells none. */
export function gapsAreIdle(log: InteractionLog, idleSeconds: number, is = "is"): string {
  if (!log.hasTimes) return "Without times nothing tells what is idle";
  const gap = `A gap of more than ${formatDuration(idleSeconds)}`;
  return hasIdle(log) ? `${gap}, a locked screen or recorded absence ${is} idle` : `${gap} ${is} idle`;
}
