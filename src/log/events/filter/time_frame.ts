import { InputError } from "../../../base/errors.ts";
import { formatExactDate } from "../../../base/format.ts";
import { isoTime } from "../../../io/time/iso_time.ts";
import { caseSpans } from "../case_spans.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases, selectEvents } from "../select.ts";
import { requireEventLog, requireTimes } from "../../require_log.ts";

/** A Date, milliseconds UTC, or ISO 8601 text; without a zone it is UTC. */
export type Moment = Date | number | string;

export interface TimeFrame {
  /** First moment within. @default the beginning of time */
  readonly from?: Moment;
  /** First moment after. @default the end of time */
  readonly to?: Moment;
  /**
   * - `contained`: cases that began and ended within the frame.
   * - `intersecting`: cases of which some part lies within.
   * - `started`: cases that began within.
   * - `completed`: cases that ended within.
   * - `trim`: not cases, but the events whose time lies within.
   *
   * A case begins with its first start (where known) or event, and ends with its last event.
   * @default "contained"
   */
  readonly mode?: "contained" | "intersecting" | "started" | "completed" | "trim";
  /** Keep what lies outside the frame instead. @default false */
  readonly drop?: boolean;
}

/**
 * Keeps what lies within a time frame: `from` included, `to` not, so that frames laid end to end share no event. With
 * `drop`, keeps the rest.
 *
 * @throws InputError if a moment cannot be read, the frame is empty, or the mode is unknown.
 * @example
 * ```ts
 * import { filterTimeFrame, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const january = filterTimeFrame(log, { from: "2026-01-01", to: "2026-02-01", mode: "started" });
 * ```
 */
export function filterTimeFrame(log: EventLog, frame: TimeFrame): EventLog {
  requireEventLog(log);
  requireTimes(log, "a filter by time");
  const { mode = "contained", drop = false } = frame;
  const [from, to] = boundsOf(frame);
  const words = `${drop ? "not: " : ""}${WORDS[mode] ?? unknownMode(mode)} ${
    frameWords(frame.from === undefined, from, frame.to === undefined, to)
  }`;
  const inside = (moment: number) => moment >= from && moment < to;
  if (mode === "trim") {
    return selectEvents(log, Uint8Array.from(log.time, (time) => inside(time) !== drop ? 1 : 0), words);
  }
  const { begun, ended } = caseSpans(log);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const b = begun[c]!, e = ended[c]!;
    const fits = mode === "started"
      ? inside(b)
      : mode === "completed"
      ? inside(e)
      : mode === "contained"
      ? inside(b) && inside(e)
      : b < to && e >= from;
    keep[c] = fits !== drop ? 1 : 0;
  }
  return selectCases(log, keep, words);
}

const WORDS: Record<NonNullable<TimeFrame["mode"]>, string> = {
  contained: "case within the time",
  intersecting: "case partly within the time",
  started: "case started",
  completed: "case completed",
  trim: "event",
};

function unknownMode(mode: unknown): never {
  throw new InputError(`Expected mode to be ${Object.keys(WORDS).join(", ")} but found "${mode}".`);
}

export function frameWords(open: boolean, from: number, endless: boolean, to: number): string {
  if (open) return endless ? "at any time" : `before ${formatExactDate(to)}`;
  return endless ? `from ${formatExactDate(from)}` : `from ${formatExactDate(from)} to before ${formatExactDate(to)}`;
}

export function boundsOf(frame: Pick<TimeFrame, "from" | "to">): [number, number] {
  const from = frame.from === undefined ? -Infinity : millisecondsOf("from", frame.from);
  const to = frame.to === undefined ? Infinity : millisecondsOf("to", frame.to);
  if (from < to) return [from, to];
  throw new InputError(`Expected from to be before to but found ${formatExactDate(from)} and ${formatExactDate(to)}.`);
}

/** Milliseconds UTC of a moment; `name` is the option's, for the error. */
export function millisecondsOf(name: string, moment: Moment): number {
  const bytes = typeof moment === "string" ? new TextEncoder().encode(moment.trim()) : undefined;
  const milliseconds = bytes ? isoTime(bytes, 0, bytes.length) : Number(moment);
  if (Math.abs(milliseconds) <= 8.64e15) return milliseconds;
  throw new InputError(
    `Expected ${name} to be a Date or ISO 8601 text like 2026-01-31 or 2026-01-31T09:30:00Z but found "${moment}".`,
  );
}
