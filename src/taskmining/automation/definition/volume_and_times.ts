/** How often a task is done and how long it takes, idle time apart. */
import { formatDate } from "../../../base/format.ts";
import { NO_TIMES_NOTE } from "../../no_times.ts";
import { handleTimes } from "../../measures/handle_times.ts";
import type { ShownPeople } from "../../people.ts";
import type { DefinedTimes, DefinedVolume } from "./definition.ts";
import type { DescribedTask } from "./described_task.ts";

export interface TimeOptions extends ShownPeople {
  /** A longer gap between two interactions is idle time. @default 180 */
  readonly idleSeconds?: number;
}

export interface VolumeAndTimes {
  readonly volume: DefinedVolume;
  readonly times: DefinedTimes | null;
  readonly timesMissing: string | null;
}

/** Times are those of `handleTimes` by task, suppressed as it suppresses them. */
export function volumeAndTimes(described: DescribedTask, options: TimeOptions): VolumeAndTimes {
  const { segmentation, task, work, instances } = described, { log, events, offsets } = work;
  const table = handleTimes(segmentation, { ...options, by: "task" });
  const row = table.rows().find(({ group }) => group === task.name);
  const begins = [...instances].map((k) => log.time[events[offsets[k]!]!]!).filter((time) => !Number.isNaN(time));
  const days = new Set(begins.map((time) => formatDate(time, "day")));
  const dated = log.hasTimes && begins.length > 0;
  const sorted = [...days].sort();
  const volume: DefinedVolume = {
    instances: instances.length,
    people: row && !row.suppressed && log.users.length > 0 ? row.people : null,
    days: dated ? days.size : null,
    perDay: dated ? instances.length / days.size : null,
    first: dated ? sorted[0]! : null,
    last: dated ? sorted.at(-1)! : null,
  };
  if (!log.hasTimes) return { volume, times: null, timesMissing: NO_TIMES_NOTE };
  if (!row || row.suppressed) {
    const missing =
      `Fewer than ${table.about.leastPeople} people do the task, or its times would tell those of so few: ` +
      "they are not shown.";
    return { volume, times: null, timesMissing: missing };
  }
  return {
    volume,
    times: {
      medianActiveSeconds: row.medianActiveSeconds,
      p90ActiveSeconds: row.p90ActiveSeconds,
      medianHandleSeconds: row.medianHandleSeconds,
      idleShare: row.idleShare,
      interruptedShare: row.interruptedShare,
      totalActiveSeconds: row.totalActiveSeconds,
      idleSeconds: table.about.idleSeconds,
    },
    timesMissing: null,
  };
}
