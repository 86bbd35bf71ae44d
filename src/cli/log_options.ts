/** Options that every command which reads a log has. */
import { encodingLabel } from "../io/bytes/encoding.ts";
import { delimiterCharacter } from "../io/csv/csv_dialect.ts";
import { zoneRule } from "../io/time/time_zone.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { readLog, type ReadLogOptions } from "../log/events/read_log.ts";
import { type Arguments, choice, fieldsOf, type Options } from "./options.ts";
import { noteFindings } from "./output.ts";

export const logOptions = {
  json: { type: "boolean", help: "print one JSON document" },
  case: { type: "string", value: "COLUMN", help: "column of the case id" },
  activity: { type: "string", value: "COLUMN", help: "column of the activity" },
  timestamp: { type: "string", value: "COLUMN", help: "column of the time of completion" },
  start: { type: "string", value: "COLUMN", help: "column of the start time" },
  resource: { type: "string", value: "COLUMN", help: "column of who did it" },
  lifecycle: choice(["pair", "all", "complete"], {
    help: "standard start and complete events: pair them into intervals (default), keep all, keep complete ones only",
  }),
  "time-zone": {
    type: "string",
    value: "ZONE",
    help: "zone of timestamps that name none, e.g. Europe/Berlin (default UTC)",
    field: "timeZone",
    check: zoneRule,
  },
  "date-order": choice(["dmy", "mdy", "ymd"], {
    help: "order of day and month where the column cannot tell",
    field: "dateOrder",
  }),
  decimal: choice(["point", "comma"], {
    help: "decimal mark of numbers such as 1,234 where the file cannot tell",
  }),
  delimiter: { type: "string", value: "CHAR", help: "what separates the cells of a CSV", check: delimiterCharacter },
  encoding: {
    type: "string",
    value: "NAME",
    help: "encoding of a CSV, e.g. utf-8, windows-1252",
    check: encodingLabel,
  },
} as const satisfies Options;

/** Of the commands that write a CSV. */
export const keepFormulas = {
  type: "boolean",
  help: "CSV: write text that a spreadsheet might run as a formula as it is, without an apostrophe before it",
} as const;

/** Reads the log of a command, and says on stderr what reading it assumed, left out or changed. */
export async function readLogNoting(file: string, args: Arguments): Promise<EventLog> {
  const log = await readLog(file, readLogOptions(args));
  noteFindings(log.source.findings);
  return log;
}

export function readLogOptions(args: Arguments): ReadLogOptions {
  const mapping: Record<string, string> = {};
  for (const role of ["case", "activity", "timestamp", "start", "resource"] as const) {
    const column = args.text(role);
    if (column !== undefined) mapping[role] = column;
  }
  return {
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...fieldsOf({ lifecycle: logOptions.lifecycle }, args),
    ...readFileOptions(args),
    shortRun: true,
  };
}

/** How the text of a file is read, whatever log it holds. */
export function readFileOptions(args: Arguments) {
  const { "time-zone": timeZone, "date-order": dateOrder, decimal, delimiter, encoding } = logOptions;
  return fieldsOf({ "time-zone": timeZone, "date-order": dateOrder, decimal, delimiter, encoding }, args);
}

/** A property that is left out where there is no value. */
export function given<K extends string, const V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
