/**
 * Footprints of a log.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 6.2.
 */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { Dfg } from "../../models/dfg.ts";
import { Footprints } from "../../models/footprints.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf, occurringActivities } from "../declarative_options.ts";
import { requireEventLog } from "../../log/require_log.ts";

/**
 * Discovers which activities directly follow which, and which begin and end cases.
 *
 * @throws InputError if there is no case.
 * @example
 * ```ts
 * import { discoverFootprints, readLog } from "tracebook";
 * const footprints = discoverFootprints(await readLog("data/order-to-cash.csv"));
 * footprints.starts;
 * footprints; // the matrix
 * ```
 */
export function discoverFootprints(log: EventLog | TraceCounts | Dfg): Footprints {
  requireEventLog(log, "sequences", "edges");
  if ("edges" in log) return footprintsOfDfg(log);
  const traces = casesOf(log);
  const { activities, sequences } = traces;
  const n = activities.length;
  const pairs = new Set<number>(), starts = new Set<number>(), ends = new Set<number>();
  for (const sequence of sequences) {
    if (sequence.length === 0) continue;
    starts.add(sequence[0]!);
    ends.add(sequence.at(-1)!);
    for (let i = 1; i < sequence.length; i++) pairs.add(sequence[i - 1]! * n + sequence[i]!);
  }
  const name = (a: number) => activities[a]!;
  return new Footprints({
    activities: occurringActivities(traces).map(name),
    follows: [...pairs].map((pair) => [name(Math.floor(pair / n)), name(pair % n)] as const),
    starts: [...starts].map(name),
    ends: [...ends].map(name),
  });
}

function footprintsOfDfg({ activities, events, starts, ends, edges }: Dfg): Footprints {
  const name = (a: number) => activities[a]!;
  const those = (counts: Float64Array) => activities.filter((_, a) => counts[a]! > 0);
  if (activities.length === 0) {
    throw new InputError("Expected a directly-follows graph with activities but found none.");
  }
  return new Footprints({
    activities: those(events),
    follows: edges.map(({ from, to }) => [name(from), name(to)] as const),
    starts: those(starts),
    ends: those(ends),
  });
}
