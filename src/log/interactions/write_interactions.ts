/** Writes an interaction log to a file, for other tools and for reading it again. */
import { type Column, columnNamed, type Table, takeRows, type TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import type { ReadingReport } from "../../io/report/reading_report.ts";
import { writeCsv } from "../../io/csv/write_csv.ts";
import { writeOcel } from "../../io/write_ocel.ts";
import { writeXes } from "../../io/xes/write_xes.ts";
import type { InteractionLog } from "./interaction_log.ts";
import type { Mapping } from "../../io/raw_log.ts";
import { interactionObjects } from "./interaction_objects.ts";
import { asText } from "../../base/text_codes.ts";
import { requireInteractionLog } from "../require_log.ts";

export interface WriteInteractionsOptions {
  /**
   * XES: column whose values are the traces, such as a segment or a case; interactions without one are in no trace.
   * @default sessions
   */
  readonly trace?: string;
  /**
   * CSV: what becomes of text that a spreadsheet might run as a formula. `mark` puts an apostrophe before it, which
   * `readInteractions` takes away again; `keep` writes it as it is. @default "mark"
   */
  readonly formulas?: "mark" | "keep";
}

/**
 * Writes interactions by the extension of the path: CSV (`.csv`, `.csv.gz`), XES (`.xes`, `.xes.gz`) or OCEL 2.0 as
 * JSON (`.jsonocel`, `.json`).
 *
 * CSV and XES hold the canonical columns and behind them the columns of the file, so that `readInteractions` reads the
 * CSV as the same log. In XES the activity (`concept:name`) is the log's `action`, the resource the user, and a trace
 * is a session; where interactions are intervals, `time:timestamp` is their beginning and `tsEnd` their end. In OCEL the
 * event type is the recorder's event type, and users, applications, windows, documents and elements are the objects;
 * an element's attribute `value` is what was entered, from that time on.
 *
 * What a log holds is written as it is: mask and leave out while reading.
 *
 * @returns what XES could not hold as it was; undefined of the other formats, which hold everything.
 * @throws InputError for any other extension, for a column `trace` that the log does not have, and if the file cannot
 * be written; what was there before is then as it was.
 * @example
 * ```ts
 * import { readInteractions, writeInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * await writeInteractions(log, await Deno.makeTempFile({ suffix: ".xes" }));
 * await writeInteractions(log, await Deno.makeTempFile({ suffix: ".jsonocel" }));
 * ```
 */
export async function writeInteractions(
  log: InteractionLog,
  path: string,
  options: WriteInteractionsOptions = {},
): Promise<ReadingReport | undefined> {
  requireInteractionLog(log);
  if (/\.xes(\.gz)?$/i.test(path)) return await writeXesOf(log, path, options.trace);
  if (/\.csv(\.gz)?$/i.test(path)) {
    await writeCsv(tableOf(log), path, options);
    return undefined;
  }
  if (/\.(jsonocel|json)$/i.test(path)) {
    if (!log.hasTimes) {
      throw new InputError(
        `${path}: OCEL expects a time of each event, but ${log.name} has an order only. Write CSV or XES.`,
      );
    }
    await writeOcel(interactionObjects(log), path);
    return undefined;
  }
  throw new InputError(
    `${path}: expected a name that ends with .csv, .csv.gz, .xes, .xes.gz, .jsonocel or .json.`,
  );
}

/** The canonical columns of the log's interactions, and those columns of the file that have other names. */
function tableOf({ source, rows, interactions, hasTimes }: InteractionLog): Table {
  const { interactions: file } = source;
  // Numbers of rows are no times: a file that has them would be read with times.
  const canonical = {
    ...source.canonical,
    columns: source.canonical.columns.filter(({ name }) => hasTimes || name !== "ts"),
  };
  const others = file.columns.filter(({ name }) => !columnNamed(canonical, name));
  return {
    rows: interactions,
    columns: [...canonical.columns, ...others].map((column) => takeRows(column, rows)),
  };
}

const TRACE = "trace", ACTIVITY = "concept:name";

async function writeXesOf(log: InteractionLog, path: string, trace: string | undefined): Promise<ReadingReport> {
  const given = trace === undefined ? sessionNames(log) : log.attribute(trace);
  if (!given) {
    throw new InputError(
      `${path}: expected a column "${trace}" for the traces but found ${
        log.attributes.map((name) => `"${name}"`).join(", ")
      }.`,
    );
  }
  const own: Column[] = [
    { ...asText(given), name: TRACE },
    { kind: "text", name: ACTIVITY, codes: log.action, dictionary: log.actions },
  ];
  const { columns } = tableOf(log);
  const others = columns.filter(({ name }) => name !== TRACE && name !== ACTIVITY);
  const hasUsers = log.users.length > 0;
  return await writeXes(path, {
    events: { rows: log.interactions, columns: [...own, ...others] },
    // What has no times has no column for them either.
    mapping: {
      case: TRACE,
      activity: ACTIVITY,
      ...(log.hasTimes && { timestamp: "ts" }),
      ...(hasUsers && { resource: "user" }),
    } as Mapping,
  });
}

/** "Ada, session 1", counted for each user. */
function sessionNames(log: InteractionLog): TextColumn {
  const { sessions, user, users } = log;
  const codes = new Int32Array(log.interactions);
  const dictionary: string[] = [];
  let ofUser = 0;
  for (let s = 0; s + 1 < sessions.length; s++) {
    const from = sessions[s]!;
    ofUser = s > 0 && user[from] === user[from - 1] ? ofUser + 1 : 1;
    codes.fill(s, from, sessions[s + 1]!);
    const name = users[user[from]!];
    dictionary.push(name === undefined ? `session ${ofUser}` : `${name}, session ${ofUser}`);
  }
  return { kind: "text", name: TRACE, codes, dictionary };
}
