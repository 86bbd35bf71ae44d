/** Interactions of ActivityWatch, asked of its server while it runs. */
import { InputError } from "../../base/errors.ts";
import { fetchActivityWatch } from "../../io/interactions/activity_watch_server.ts";
import { activityWatchTable } from "../../io/interactions/activity_watch.ts";
import { ReadingReport } from "../../io/report/reading_report.ts";
import { parseTimestamps, type TimestampOptions } from "../../io/time/timestamps.ts";
import type { InteractionLogOptions } from "./build_interaction_log.ts";
import type { InteractionLog } from "./interaction_log.ts";
import { interactionsOfTable, type InteractionTableOptions } from "./read_interactions.ts";

export interface ReadActivityWatchOptions
  extends TimestampOptions, InteractionLogOptions, Pick<InteractionTableOptions, "privacy"> {
  /** Address of the server. @default "http://localhost:5600" */
  readonly url?: string;
  /** Beginning of the time asked for: a `Date`, or ISO 8601 in `timeZone`. @default all that there is */
  readonly from?: string | Date;
  /** End of the time asked for. @default all that there is */
  readonly to?: string | Date;
  /** How long to wait for each answer. @default 60 */
  readonly timeoutSeconds?: number;
  /** For titles and errors. @default "ActivityWatch" */
  readonly name?: string;
}

/**
 * Reads what ActivityWatch has recorded on this computer, from its local server. Nothing is written, nothing leaves
 * the computer.
 *
 * An interaction is an interval in which a window, a page or a file had the focus. Windows count while the user is not
 * away; pages and files while the window of their browser or editor has the focus; where windows overlap, the one
 * opened last has it. Incognito pages and windows are left out. Each machine counts as one user, for ActivityWatch
 * knows none. `log.source.findings` counts what was left out or cut, with examples.
 *
 * @example
 * ```ts no-run
 * import { applications, readActivityWatch } from "tracebook";
 * applications(await readActivityWatch({ from: "2026-01-05", to: "2026-01-10", timeZone: "Europe/Berlin" }));
 * ```
 * @throws InputError if the server does not answer, or nothing was recorded in that time.
 */
export async function readActivityWatch(options: ReadActivityWatchOptions = {}): Promise<InteractionLog> {
  const { url = "http://localhost:5600", name = "ActivityWatch", timeoutSeconds = 60 } = options;
  const report = new ReadingReport();
  const from = timeOf("from", options.from, options);
  const to = timeOf("to", options.to, options);
  if (from !== undefined && to !== undefined && !(from < to)) {
    throw new InputError(`Expected from to be before to but found ${iso(from)} and ${iso(to)}.`);
  }
  const query = {
    url,
    timeoutSeconds,
    ...(from !== undefined && { start: iso(from) }),
    ...(to !== undefined && { end: iso(to) }),
  };
  const json = await fetchActivityWatch(query, report);
  const table = activityWatchTable(json, name, options, report, { from: from ?? -Infinity, to: to ?? Infinity });
  return interactionsOfTable({ name, table, report }, options);
}

/** Milliseconds UTC. */
function timeOf(role: string, given: string | Date | undefined, options: TimestampOptions): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string") return given.getTime();
  const column = { kind: "text", name: role, codes: new Int32Array(1), dictionary: [given] } as const;
  const [time] = parseTimestamps(column, options, { name: "readActivityWatch" }, new ReadingReport()).values;
  return time;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
