/** Waiting, service and sojourn times by activity, transition, resource or another column. */
import { formatWorkTime } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { codesOf } from "../../log/calendar/calendars_by.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { eventTimes, type TimeBasis, type WaitOptions } from "./event_times.ts";
import { type GroupedValues, groupedValues } from "./grouped_values.ts";

export interface StepTimesOptions extends WaitOptions {
  /** `activity`, `transition`, `resource`, or an attribute of events or cases. @default "activity" */
  per?: string;
}

/** A row of `stepTimes`: seconds; NaN where no event has a known one. */
export interface StepTimesRow {
  /** The activity, `A → B`, the resource or the value; null: events that have none. */
  readonly group: string | null;
  /** Of a transition: the activity that was waited for, and the one that waited. */
  readonly from: string | null;
  readonly to: string | null;
  readonly events: number;
  /** Events whose wait is known, the sum of their waits, and so on. */
  readonly waits: number;
  readonly meanWaitingSeconds: number;
  readonly medianWaitingSeconds: number;
  readonly p90WaitingSeconds: number;
  readonly totalWaitingSeconds: number;
  readonly services: number;
  readonly meanServiceSeconds: number;
  readonly medianServiceSeconds: number;
  readonly p90ServiceSeconds: number;
  readonly totalServiceSeconds: number;
  readonly sojourns: number;
  readonly meanSojournSeconds: number;
  readonly medianSojournSeconds: number;
  readonly p90SojournSeconds: number;
  readonly totalSojournSeconds: number;
}

export interface StepTimes {
  readonly table: TypedTable<StepTimesRow>;
  /** What is known of the times, and what was assumed. */
  readonly basis: TimeBasis;
  readonly sentence: string;
}

/**
 * Waiting, service and sojourn times of steps, in seconds; longest in sum first.
 *
 * An event waits from when it could begin until it begins (waiting), is worked on until it ends (service), and both
 * together are its sojourn. It could begin when the last event of its case ended that ended before it began, or when
 * the column `enabled` says; work that overlaps was not waited for. Where a log has completions only, sojourn is known,
 * and waiting and service are unknown unless `assume` says what they are. Of the first event of a case the wait is
 * unknown.
 *
 * @throws InputError if the log has no times, or not the column that `per`, `enabled` or the calendar names.
 * @example
 * ```ts
 * import { readLog, stepTimes, workingCalendar } from "tracebook";
 * const calendar = workingCalendar({ hours: "Mo-Fr 08:00-18:00" });
 * const times = stepTimes(await readLog("data/order-to-cash.csv"), { per: "transition", calendar });
 * times.table.rows()[0]?.medianSojournSeconds;
 * ```
 */
export function stepTimes(log: EventLog, options: StepTimesOptions = {}): StepTimes {
  requireEventLog(log);
  requireTimes(log, "how long steps take");
  const { per = "activity" } = options;
  const { from, waiting, service, sojourn, basis } = eventTimes(log, options);
  const groups = per === "transition" ? transitionGroups(log, from) : columnGroups(log, per);
  const n = groups.names.length;
  const events = new Int32Array(n);
  for (let i = 0; i < log.events; i++) if (groups.codes[i]! >= 0) events[groups.codes[i]!]!++;
  const [waits, services, sojourns] = [waiting, service, sojourn]
    .map((values) => groupedValues(groups.codes, n, values)) as [GroupedValues, GroupedValues, GroupedValues];
  const cost = (g: number) =>
    sojourns.total[g]! + (waits.count[g] === 0 && sojourns.count[g] === 0 ? services.total[g]! : 0);
  const order = Array.from({ length: n }, (_, g) => g).filter((g) => events[g]! > 0)
    .sort((a, b) => cost(b) - cost(a) || byCodeUnit(groups.names[a]!, groups.names[b]!));
  const pick = <T>(value: (g: number) => T) => order.map(value);
  const table = typedTable<StepTimesRow>({
    group: pick((g) => g === groups.none ? null : groups.names[g]!),
    from: pick((g) => groups.ends?.[g]?.[0] ?? null),
    to: pick((g) => groups.ends?.[g]?.[1] ?? null),
    events: pick((g) => events[g]!),
    waits: pick((g) => waits.count[g]!),
    meanWaitingSeconds: pick((g) => waits.mean[g]!),
    medianWaitingSeconds: pick((g) => waits.median[g]!),
    p90WaitingSeconds: pick((g) => waits.p90[g]!),
    totalWaitingSeconds: pick((g) => waits.count[g] ? waits.total[g]! : NaN),
    services: pick((g) => services.count[g]!),
    meanServiceSeconds: pick((g) => services.mean[g]!),
    medianServiceSeconds: pick((g) => services.median[g]!),
    p90ServiceSeconds: pick((g) => services.p90[g]!),
    totalServiceSeconds: pick((g) => services.count[g] ? services.total[g]! : NaN),
    sojourns: pick((g) => sojourns.count[g]!),
    meanSojournSeconds: pick((g) => sojourns.mean[g]!),
    medianSojournSeconds: pick((g) => sojourns.median[g]!),
    p90SojournSeconds: pick((g) => sojourns.p90[g]!),
    totalSojournSeconds: pick((g) => sojourns.count[g] ? sojourns.total[g]! : NaN),
  });
  const sentence = `${longest(table.rows(), per, basis.calendar !== null)} ${basis.sentence}`;
  return inWords({ table, basis, sentence, toString: () => `${sentence}\n${table}` });
}

function longest(rows: readonly StepTimesRow[], per: string, working: boolean): string {
  const row = rows.find(({ sojourns }) => sojourns > 0);
  if (!row) return "No wait is known: no case has two events.";
  const all = rows.reduce((sum, { totalSojournSeconds }) => sum + (totalSojournSeconds || 0), 0);
  if (all === 0) {
    return working
      ? "No step takes any working time: none of the calendar's hours lie in one."
      : "No step takes any time: all events of a case are at one time.";
  }
  const share = ` (${Math.round(100 * row.totalSojournSeconds / all)} % of all)`;
  const apart = row.waits === row.sojourns && row.services > 0
    ? `, of which ${formatWorkTime(row.medianWaitingSeconds, working)} waiting`
    : "";
  return `Most time goes into ${per} ${row.group ?? "(none)"}${share}: median ${
    formatWorkTime(row.medianSojournSeconds, working)
  }${apart}.`;
}

interface Groups {
  readonly codes: ArrayLike<number>;
  readonly names: readonly string[];
  /** The group of events without a value, if there is one. */
  readonly none?: number;
  /** Of transitions: their two activities. */
  readonly ends?: readonly (readonly [string, string])[];
}

function columnGroups(log: EventLog, per: string): Groups {
  if (per === "activity") return { codes: log.activity, names: log.activities };
  const { codes, names } = codesOf(log, per);
  const none = names.length;
  return { codes: Int32Array.from(codes, (code) => code < 0 ? none : code), names: [...names, ""], none };
}

/** Events without one before them belong to no transition. */
function transitionGroups({ activity, activities, events }: EventLog, from: Int32Array): Groups {
  const { codes, keys } = transitionCodes(activity, activities.length, from, events);
  const ends = keys.map((key) =>
    [activities[Math.floor(key / activities.length)]!, activities[key % activities.length]!] as const
  );
  return { codes, names: ends.map(([a, b]) => `${a} → ${b}`), ends };
}

/** The transition of each event, −1 for none; `keys` holds `from * n + to` of each, in the order they are met. */
export function transitionCodes(
  activity: Int32Array,
  n: number,
  from: Int32Array,
  events: number,
): { codes: Int32Array; keys: number[] } {
  const codes = new Int32Array(events).fill(-1), keys: number[] = [];
  const table = n * n <= 4_000_000 ? new Int32Array(n * n).fill(-1) : undefined;
  const map = new Map<number, number>();
  for (let i = 0; i < events; i++) {
    const cause = from[i]!;
    if (cause < 0) continue;
    const key = activity[cause]! * n + activity[i]!;
    let code = table ? table[key]! : map.get(key) ?? -1;
    if (code < 0) {
      code = keys.push(key) - 1;
      if (table) table[key] = code;
      else map.set(key, code);
    }
    codes[i] = code;
  }
  return { codes, keys };
}
