/** Logs for tests: tiny ones written out, and random ones from a seed. */
import type { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { random } from "./random.ts";

export interface EventRow {
  case: string;
  activity: string;
  time: Date;
  start?: Date;
  resource?: string;
  amount?: number;
}

const MINUTE = 60_000;
const BEGIN = Date.UTC(2026, 0, 5, 8);

/** One case a string, activities apart by spaces, an event a minute; `3× a b` stands for three such cases. */
export function tinyLog(...cases: string[]): EventLog {
  const rows: EventRow[] = [];
  let id = 0;
  for (const text of cases) {
    const [, times = "1", path = text] = /^(\d+)× (.*)$/.exec(text) ?? [];
    for (let n = 0; n < Number(times); n++) {
      const begin = BEGIN + id * 60 * MINUTE;
      id++;
      path.split(" ").forEach((activity, i) => {
        rows.push({ case: String(id).padStart(4, "0"), activity, time: new Date(begin + i * MINUTE) });
      });
    }
  }
  return logFromRows(rows, { name: "tiny log" });
}

export interface RandomLogOptions {
  seed: number;
  cases?: number;
  activities?: number;
  /** Events have a start before their time. */
  intervals?: boolean;
  /** Times fall on few values, so that many are equal. */
  ties?: boolean;
}

/** Rows of a random log, in random order. */
export function randomRows(options: RandomLogOptions): EventRow[] {
  const { seed, cases = 40, activities = 6, intervals = false, ties = false } = options;
  const { below, next, shuffled } = random(seed);
  const rows: EventRow[] = [];
  for (let c = 0; c < cases; c++) {
    const length = 1 + below(9);
    for (let i = 0; i < length; i++) {
      const time = BEGIN + (ties ? below(4) * MINUTE : Math.floor(next() * 1e10));
      rows.push({
        case: `case ${c}`,
        activity: `activity ${below(activities)}`,
        time: new Date(time),
        resource: `person ${below(3)}`,
        amount: below(1000),
        ...(intervals ? { start: new Date(time - below(90) * MINUTE) } : {}),
      });
    }
  }
  return shuffled(rows);
}

export function randomLog(options: RandomLogOptions): EventLog {
  return logFromRows(randomRows(options), {
    name: `random log ${options.seed}`,
    mapping: {
      case: "case",
      activity: "activity",
      timestamp: "time",
      resource: "resource",
      ...(options.intervals ? { start: "start" } : {}),
    },
  });
}

export interface TraceEvent {
  readonly activity: string;
  /** Milliseconds UTC. */
  readonly time: number;
  readonly start?: number;
}

/** The log spelled out, for counting by hand. */
export function traces(log: EventLog): { id: string; events: TraceEvent[] }[] {
  return log.caseIds.map((id, c) => ({
    id,
    events: Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
      const i = log.offsets[c]! + k;
      return {
        activity: log.activities[log.activity[i]!]!,
        time: log.time[i]!,
        ...(log.start && !Number.isNaN(log.start[i]!) ? { start: log.start[i]! } : {}),
      };
    }),
  }));
}
