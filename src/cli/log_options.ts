/** Options that every command which reads a log has. */
import { encodingLabel } from "../io/bytes/encoding.ts";
import { delimiterCharacter } from "../io/csv/csv_dialect.ts";
import type { Mapping } from "../io/raw_log.ts";
import { zoneRule } from "../io/time/time_zone.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { readLog, type ReadLogOptions } from "../log/events/read_log.ts";
import { ROLE_OPTIONS } from "./role_options.ts";
import { type Arguments, choice, fieldsOf, type Options, whole } from "./options.ts";
import { noteFindings } from "./output.ts";

export const logOptions = {
  json: { type: "boolean", help: "print one JSON document" },
  case: { type: "string", value: "COLUMN", help: "column of the case id" },
  activity: { type: "string", value: "COLUMN", help: "column of the activity" },
  timestamp: { type: "string", value: "COLUMN", help: "column of the time of completion" },
  start: { type: "string", value: "COLUMN", help: "column of the start time" },
  end: { type: "string", value: "COLUMN", help: "column of the end time: the same as --timestamp beside --start" },
  clock: { type: "string", value: "COLUMN", help: "column of the time of day, where --timestamp holds days alone" },
  "start-clock": { type: "string", value: "COLUMN", help: "the same for --start", field: "startClock" },
  resource: { type: "string", value: "COLUMN", help: "column of who did it" },
  "lifecycle-column": {
    type: "string",
    value: "COLUMN",
    help: "column that says start, complete, suspend … of the activity",
    field: "lifecycleColumn",
  },
  "activity-instance": {
    type: "string",
    value: "COLUMN",
    help: "column that says which start and completion belong together",
    field: "activityInstance",
  },
  order: { type: "string", value: "COLUMN", help: "column that puts events with equal times in order" },
  lifecycle: choice(["pair", "all", "complete"], {
    help: "rows that are a start or a completion: pair them into intervals (default), keep all, keep completions only",
  }),
  "order-by": choice(["completion", "start"], {
    help: "order events that have a start by their completion (default) or by their start",
    field: "orderBy",
  }),
  "split-intervals": {
    type: "boolean",
    help: "make two events, start and complete, of each row with a start and an end",
    field: "splitIntervals",
  },
  wide: { type: "boolean", help: "the table has a row a case: each column of times is a milestone, and so an event" },
  milestone: {
    type: "string",
    multiple: true,
    value: "COLUMN",
    help: "the same, with this column as a milestone; once for each",
  },
  classifier: {
    type: "string",
    value: "NAME",
    help: "XES: the classifier of the file that tells the activity, instead of concept:name",
  },
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
  "header-line": whole({ help: "line of a CSV's header (default: found)", field: "headerLine" }),
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
  const { lifecycle, "order-by": orderBy, "split-intervals": split, classifier } = logOptions;
  const roleOptions: Record<keyof Mapping, keyof typeof logOptions> = ROLE_OPTIONS;
  const milestones = args.texts("milestone");
  const mapping: Partial<Record<keyof Mapping, string>> = {};
  for (const [role, option] of Object.entries(roleOptions) as [keyof Mapping, string][]) {
    const column = args.text(option);
    if (column !== undefined) mapping[role] = column;
  }
  return {
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...fieldsOf({ lifecycle, "order-by": orderBy, "split-intervals": split, classifier }, args),
    ...(milestones.length > 0 ? { wide: milestones } : args.flag("wide") ? { wide: true } : {}),
    ...readFileOptions(args),
    shortRun: true,
  };
}

const { "time-zone": timeZone, "date-order": dateOrder, decimal, delimiter, encoding, "header-line": headerLine } =
  logOptions;

/** How the text of a file is read, whatever log it holds. */
export const fileOptions = {
  "time-zone": timeZone,
  "date-order": dateOrder,
  decimal,
  delimiter,
  encoding,
  "header-line": headerLine,
} as const satisfies Options;

/** What was given of these options. */
export function readFileOptions(args: Arguments) {
  return fieldsOf(fileOptions, args);
}

/** A property that is left out where there is no value. */
export function given<K extends string, const V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
