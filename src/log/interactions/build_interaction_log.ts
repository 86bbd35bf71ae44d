/** Putting rows of interactions in order: by user, then time, in sessions, each with its normalised action. */
import { OptionError } from "../../base/errors.ts";
import { columnNamed, type Table, takeRows, type TextColumn, type TimeColumn } from "../../base/column.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import type { RawInteractions } from "./raw_interactions.ts";
import { sortDictionary } from "../../io/interactions/text_columns.ts";
import { ReadingReport } from "../../io/report/reading_report.ts";
import type { InteractionColumns, InteractionDatabase, InteractionSource } from "./interaction_contents.ts";
import { InteractionLog } from "./interaction_log.ts";
import { type ApplicationClasses, type ClassOfApplication, classOfApplication } from "./application_classes.ts";
import { normaliseActions } from "./normalise_actions.ts";

export interface InteractionLogOptions {
  /** A longer pause of a user begins a new session. @default 1800 */
  readonly sessionGapSeconds?: number;
  /**
   * Applications of one class, beside those known (`APPLICATION_CLASSES`): `{ browser: ["kiosk.exe"] }`. What is done in
   * one browser is the same action as in another.
   */
  readonly applicationClasses?: ApplicationClasses;
  /** DuckDB driver of the log's queries: wasm, native or auto. @default "auto": see `docs/decisions.md` */
  readonly driver?: string;
  /** The process ends soon after: prefer the driver that starts fastest. @default false */
  readonly shortRun?: boolean;
  /**
   * Lets `log.sql` and `filterInteractionsSql` read and write other files, attach databases and load extensions. For
   * queries that you wrote yourself: never for text that came from elsewhere. @default false
   */
  readonly allowFiles?: boolean;
  /** Size of the input in bytes, for the choice of a driver. */
  readonly bytes?: number;
}

/**
 * Makes the log of what a reader found. Rows without a time are left out; the reading report counts them, rows out of
 * order in time, rows that repeat another in all columns (they stay), and intervals that end before they begin (their
 * end is taken as unknown).
 *
 * @throws OptionError if `sessionGapSeconds` is not a number of seconds above 0.
 */
export function buildInteractionLog(
  raw: RawInteractions,
  options: InteractionLogOptions,
  database: InteractionDatabase,
): InteractionLog {
  const sessionGapSeconds = options.sessionGapSeconds ?? 1800;
  if (!(sessionGapSeconds > 0)) {
    throw new OptionError(`Expected sessionGapSeconds to be a number above 0 but found ${sessionGapSeconds}`);
  }
  const classOf = classOfApplication(options.applicationClasses);
  const rows = rowsInOrder(raw);
  const source: InteractionSource = {
    name: raw.name,
    interactions: raw.interactions,
    canonical: raw.canonical,
    mapping: raw.mapping,
    findings: [],
    database,
    classOf,
    ...(raw.privacy && { privacy: raw.privacy }),
  };
  const columns = arrange(raw, rows, sessionGapSeconds, classOf);
  countDuplicates(rows, columns.time, columns.user, raw);
  return new InteractionLog(columns, { ...source, findings: raw.report.findings });
}

/** What a revision changes of a log. */
export interface InteractionRevision {
  /** Rows of the source that stay, in any order. */
  readonly rows: Int32Array;
  /** The canonical columns of all rows of the source, as they are from now on. */
  readonly canonical: Table;
  /** What was done, in words. */
  readonly filter: string;
}

/** The log with other canonical columns and fewer rows: put in order again, its actions named anew. */
export function reviseInteractions(log: InteractionLog, { rows, canonical, filter }: InteractionRevision) {
  const { source } = log;
  const raw = { ...source, canonical, report: new ReadingReport() };
  const columns = arrange(raw, rowsInOrder(raw, rows), log.sessionGapSeconds, source.classOf);
  return new InteractionLog(columns, { ...source, canonical }, [...log.filters, filter]);
}

function arrange(
  raw: RawInteractions,
  rows: Int32Array,
  sessionGapSeconds: number,
  classOf: ClassOfApplication,
): InteractionColumns {
  const { canonical } = raw;
  const used = { rows: rows.length, columns: canonical.columns.map((column) => takeRows(column, rows)) };
  const time = timesNamed(used, "ts")!.values;
  const user = sortDictionary(textOr(used, "user"));
  const end = endsAfter(time, timesNamed(used, "tsEnd")?.values, rows, raw);
  const app = sortDictionary(textOr(used, "app"));
  const normalised = normaliseActions(used, classOf);
  const action = sortDictionary(normalised.action);
  const labelOf = new Map(normalised.action.dictionary.map((key, code) => [key, normalised.labels[code]!]));
  return {
    time,
    ...(end && { end }),
    user: user.codes,
    users: user.dictionary,
    app: app.codes,
    apps: app.dictionary,
    action: action.codes,
    actions: action.dictionary,
    actionLabels: action.dictionary.map((key) => labelOf.get(key)!),
    actionClass: classCodes(textOr(used, "actionClass")),
    sessions: sessionOffsets(time, end, user.codes, sessionGapSeconds * 1000),
    sessionGapSeconds,
    rows,
  };
}

/** Rows with a time, by user (unknown ones last) and then time; ties keep file order. */
function rowsInOrder(raw: RawInteractions, chosen?: Int32Array): Int32Array {
  const times = timesNamed(raw.canonical, "ts")!.values;
  const user = sortDictionary(textOr(raw.canonical, "user"));
  const users = user.dictionary.length + 1;
  const place = (row: number) => user.codes[row]! < 0 ? users - 1 : user.codes[row]!;

  const offsets = new Int32Array(users + 1);
  const given = chosen?.toSorted() ?? new Int32Array(times.length).map((_, row) => row);
  for (const row of given) {
    if (!Number.isNaN(times[row]!)) {
      offsets[place(row) + 1]!++;
      continue;
    }
    const where = () => `${placeOf(raw, row)}, column "${raw.mapping.timestamp}": no time`;
    raw.report.add("missing time", where);
    raw.report.add("row left out", () => `${where()}, so the row is left out`);
  }
  for (let u = 0; u < users; u++) offsets[u + 1]! += offsets[u]!;
  const rows = new Int32Array(offsets[users]!);
  const next = offsets.slice();
  for (const row of given) if (!Number.isNaN(times[row]!)) rows[next[place(row)]!++] = row;

  for (let u = 0; u < users; u++) {
    const own = rows.subarray(offsets[u]!, offsets[u + 1]!);
    let early = 0, example = -1;
    for (let i = 1; i < own.length; i++) {
      if (times[own[i]!]! >= times[own[i - 1]!]!) continue;
      if (early++ === 0) example = own[i]!;
    }
    if (early === 0) continue;
    own.sort((a, b) => times[a]! - times[b]! || a - b);
    raw.report.add("event out of order", () => `${placeOf(raw, example)} is earlier than the row before it`, early);
  }
  return rows;
}

/** Ends of intervals; those before the beginning become unknown. */
function endsAfter(time: Float64Array, ends: Float64Array | undefined, rows: Int32Array, raw: RawInteractions) {
  if (!ends) return undefined;
  for (let i = 0; i < ends.length; i++) {
    if (!(ends[i]! < time[i]!)) continue;
    const [from, to] = [time[i]!, ends[i]!].map((ms) => new Date(ms).toISOString());
    raw.report.add("impossible time", () => `${placeOf(raw, rows[i]!)}: from ${from} to ${to}; the end is left out`);
    ends[i] = NaN;
  }
  return ends;
}

/** Rows that equal an earlier one in every column of the file. They are in the log all the same. */
function countDuplicates(rows: Int32Array, time: Float64Array, user: Int32Array, raw: RawInteractions): void {
  const { columns } = raw.interactions;
  for (let from = 0, to = 1; from < rows.length; from = to++) {
    while (to < rows.length && time[to] === time[from] && user[to] === user[from]) to++;
    if (to - from === 1) continue;
    const seen = new Map<string, number>();
    for (const row of rows.subarray(from, to)) {
      const key = columns.map((column) => column.kind === "text" ? column.codes[row] : column.values[row]).join();
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row);
      else {raw.report.add("exact duplicate", () =>
          `${placeOf(raw, row)} repeats ${placeOf(raw, first)}; both are kept`);}
    }
  }
}

/** Where each session begins; a pause of more than `gap` milliseconds parts them. The last entry is the end. */
export function sessionOffsets(
  time: Float64Array,
  end: Float64Array | undefined,
  user: Int32Array,
  gap: number,
): Int32Array {
  const offsets = [0];
  let over = -Infinity;
  for (let i = 0; i < time.length; i++) {
    if (i > 0 && (user[i] !== user[i - 1] || time[i]! - over > gap)) {
      offsets.push(i);
      over = -Infinity;
    }
    const until = end && !Number.isNaN(end[i]!) ? end[i]! : time[i]!;
    if (until > over) over = until;
  }
  if (time.length > 0) offsets.push(time.length);
  return Int32Array.from(offsets);
}

function classCodes(classes: TextColumn): Uint8Array {
  const codeOf = new Map<string, number>(ACTION_CLASSES.map((name, code) => [name, code]));
  const other = codeOf.get("other")!;
  const codes = classes.dictionary.map((name) => codeOf.get(name) ?? other);
  return Uint8Array.from(classes.codes, (code) => code < 0 ? other : codes[code]!);
}

function timesNamed(table: Table, name: string): TimeColumn | undefined {
  const column = columnNamed(table, name);
  return column?.kind === "time" ? column : undefined;
}

/** The text column of that name, or one without a known value. */
function textOr(table: Table, name: string): TextColumn {
  const column = columnNamed(table, name);
  if (column?.kind === "text") return column;
  return { kind: "text", name, codes: new Int32Array(table.rows).fill(-1), dictionary: [] };
}

function placeOf(raw: RawInteractions, row: number): string {
  return raw.lineOf ? `${raw.name}, line ${raw.lineOf(row)}` : `${raw.name}, row ${row + 1}`;
}
