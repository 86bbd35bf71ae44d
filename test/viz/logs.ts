/** Small logs for tests of views, written in the test. */
import type { Table } from "../../src/db/column.ts";
import { EventLog } from "../../src/log/event_log.ts";
import type { LogSource } from "../../src/log/event_log.ts";
import { arrangeCases } from "../../src/log/arrange.ts";
import { sortedCodes } from "../../src/log/text_codes.ts";

export interface TinyEvent {
  readonly case: string;
  readonly activity: string;
  /** Milliseconds UTC. */
  readonly time: number;
  readonly resource?: string;
  /** Further attributes, the same for all events of a case. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A log of these events, as a reader would make it. */
export function logOf(events: readonly TinyEvent[], name = "tiny.csv", source: Partial<LogSource> = {}): EventLog {
  const text = (column: string, values: readonly (string | undefined)[]) => {
    const dictionary = [...new Set(values.filter((value) => value !== undefined))];
    const code = new Map(dictionary.map((value, index) => [value, index]));
    return {
      kind: "text" as const,
      name: column,
      codes: Int32Array.from(values, (value) => value === undefined ? -1 : code.get(value)!),
      dictionary,
    };
  };
  const time = Float64Array.from(events, (event) => event.time);
  const caseColumn = text("case", events.map((event) => event.case));
  const activityColumn = text("activity", events.map((event) => event.activity));
  const resourceColumn = text("resource", events.map((event) => event.resource));
  const keys = [...new Set(events.flatMap((event) => Object.keys(event.attributes ?? {})))];
  const table: Table = {
    rows: events.length,
    columns: [
      caseColumn,
      activityColumn,
      { kind: "time", name: "time", values: time },
      resourceColumn,
      ...keys.map((key) => text(key, events.map((event) => event.attributes?.[key]))),
    ],
  };
  const { offsets, caseIds, order } = arrangeCases(caseColumn.codes, time, caseColumn.dictionary);
  const activity = sortedCodes(activityColumn.codes, activityColumn.dictionary);
  const resource = sortedCodes(resourceColumn.codes, resourceColumn.dictionary);
  return new EventLog({
    offsets,
    caseIds,
    activity: order.map((row) => activity.codes[row]!),
    activities: activity.names,
    time: Float64Array.from(order, (row) => time[row]!),
    ...(resource.names.length > 0
      ? { resource: order.map((row) => resource.codes[row]!), resources: resource.names }
      : {}),
    rows: order,
  }, {
    name,
    events: table,
    mapping: { case: "case", activity: "activity", timestamp: "time" },
    findings: [],
    database: { driver: "wasm" } as LogSource["database"],
    ...source,
  });
}

/**
 * A case for each line of activities separated by blanks; `n ×` in front repeats it. Events of a case are an hour apart,
 * cases begin a day apart.
 */
export function tinyLog(...lines: readonly string[]): EventLog {
  const traces = lines.flatMap((line) => {
    const [, times, rest] = /^(?:(\d+) × )?(.*)$/.exec(line)!;
    return Array.from({ length: Number(times ?? 1) }, () => rest!.split(" "));
  });
  return logOf(traces.flatMap((activities, c) =>
    activities.map((activity, i) => ({
      case: `c${String(c + 1).padStart(3, "0")}`,
      activity,
      time: Date.UTC(2026, 0, 5, 9) + c * 86_400_000 + i * 3_600_000,
    }))
  ));
}
