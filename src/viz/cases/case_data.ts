/** What a table of cases brings to the page beside its rows: the events of each case. JSON. */
import type { EventLog } from "../../log/events/event_log.ts";
import { activityColours, neutral } from "../kit/palette.ts";

export interface CaseEvents {
  readonly activities: readonly (readonly [name: string, colour: string])[];
  readonly resources: readonly string[];
  /** Milliseconds UTC at which the first of these cases begins; null where no event has a time. */
  readonly since: number | null;
  /**
   * Of each case its events in order, so many numbers each as `width` says: activity; seconds since the event before,
   * the first since `since`; where the log has starts, seconds that the event took, -1 where no start is known; where it has
   * resources, the resource, -1 where none is known.
   */
  readonly cases: readonly (readonly number[])[];
  readonly hasStarts: boolean;
}

/** One event as a reader sees it. */
export interface CaseEvent {
  readonly name: string;
  readonly colour: string;
  /** Milliseconds UTC; NaN where it has none. */
  readonly time: number;
  /** NaN where no start is known. */
  readonly seconds: number;
  readonly resource: string | undefined;
}

/** Names and colours, for all cases; the events of each are added by `packCase`. */
export function eventsHead(log: EventLog, since: number): Omit<CaseEvents, "cases"> {
  const colours = activityColours(log);
  return {
    activities: log.activities.map((name) => [name, colours.get(name) ?? neutral] as const),
    resources: log.resources ?? [],
    since: Number.isFinite(since) ? since : null,
    hasStarts: log.start !== undefined,
  };
}

export function packCase(log: EventLog, c: number, since: number): number[] {
  const packed: number[] = [];
  let before = Number.isFinite(since) ? since : 0;
  for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
    const time = log.time[i]!;
    packed.push(log.activity[i]!, Number.isFinite(time) ? rounded((time - before) / 1000) : 0);
    if (Number.isFinite(time)) before = time;
    if (log.start) {
      const seconds = (time - log.start[i]!) / 1000;
      packed.push(Number.isFinite(seconds) ? rounded(seconds) : -1);
    }
    if (log.resource) packed.push(log.resource[i]!);
  }
  return packed;
}

export function unpackCase({ activities, resources, since, cases, hasStarts }: CaseEvents, c: number): CaseEvent[] {
  const row = cases[c]!, width = 2 + (hasStarts ? 1 : 0) + (resources.length > 0 ? 1 : 0);
  const events: CaseEvent[] = [];
  let time = since ?? NaN;
  for (let i = 0; i < row.length; i += width) {
    const [name, colour] = activities[row[i]!]!;
    time += row[i + 1]! * 1000;
    const taken = hasStarts ? row[i + 2]! : -1;
    const resource = resources.length > 0 ? resources[row[i + width - 1]!] : undefined;
    events.push({ name, colour, time, seconds: taken < 0 ? NaN : taken, resource });
  }
  return events;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
