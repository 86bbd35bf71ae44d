/** Options that every command which reads a log has. */
import { InputError } from "../base/errors.ts";
import type { ReadLogOptions } from "../log/events/read_log.ts";
import type { Arguments, Options } from "./command.ts";

export const logOptions = {
  json: { type: "boolean", help: "print one JSON document" },
  case: { type: "string", value: "COLUMN", help: "column of the case id" },
  activity: { type: "string", value: "COLUMN", help: "column of the activity" },
  timestamp: { type: "string", value: "COLUMN", help: "column of the time of completion" },
  start: { type: "string", value: "COLUMN", help: "column of the start time" },
  resource: { type: "string", value: "COLUMN", help: "column of who did it" },
  lifecycle: {
    type: "string",
    value: "pair|all|complete",
    help: "standard start and complete events: pair them into intervals (default), keep all, keep complete ones only",
  },
  "time-zone": {
    type: "string",
    value: "ZONE",
    help: "zone of timestamps that name none, e.g. Europe/Berlin (default UTC)",
  },
  "date-order": { type: "string", value: "dmy|mdy|ymd", help: "order of day and month where the column cannot tell" },
  delimiter: { type: "string", value: "CHAR", help: "what separates the cells of a CSV" },
  encoding: { type: "string", value: "NAME", help: "encoding of a CSV, e.g. utf-8, windows-1252" },
} as const satisfies Options;

export function readLogOptions(args: Arguments): ReadLogOptions {
  const mapping: Record<string, string> = {};
  for (const role of ["case", "activity", "timestamp", "start", "resource"] as const) {
    const column = args.text(role);
    if (column !== undefined) mapping[role] = column;
  }
  return {
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...given("lifecycle", oneOf("lifecycle", args.text("lifecycle"), ["pair", "all", "complete"])),
    ...given("timeZone", args.text("time-zone")),
    ...given("dateOrder", oneOf("date-order", args.text("date-order"), ["dmy", "mdy", "ymd"])),
    ...given("delimiter", args.text("delimiter")?.replace("\\t", "\t")),
    ...given("encoding", args.text("encoding")),
    shortRun: true,
  };
}

/** A property that is left out where there is no value. */
export function given<K extends string, const V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}

/** One of the values allowed. @throws InputError for any other. */
export function oneOf<const T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  throw new InputError(`--${name}: expected ${allowed.join(", ")} but found "${value}".`);
}
