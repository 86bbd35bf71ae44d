/** Checks that what was passed to a function is a log, and says what to write instead if it is not. */
import { InputError } from "../base/errors.ts";
import type { LogSource } from "./events/log_contents.ts";

/**
 * Throws unless the value is an event log.
 *
 * @param marks property of each other kind of value that the function takes, such as `edges` of a graph.
 * @throws InputError that says what was found, and what to write instead.
 */
export function requireEventLog(value: unknown, ...marks: readonly string[]): void {
  if (isEventLog(value) || has(value, ...marks)) return;
  throw new InputError(
    `Expected an event log but found ${
      isInteractionLog(value)
        ? "an interaction log: taskLog makes an event log of its tasks"
        : foundInstead(value, "readLog", "logFromRows")
    }.`,
  );
}

/** Throws unless the value is an interaction log; as `requireEventLog`. */
export function requireInteractionLog(value: unknown, ...marks: readonly string[]): void {
  if (isInteractionLog(value) || has(value, ...marks)) return;
  throw new InputError(
    `Expected an interaction log but found ${
      isEventLog(value)
        ? "an event log: readInteractions reads what people did, not what systems recorded"
        : foundInstead(value, "readInteractions", "interactionsFromRows")
    }.`,
  );
}

/**
 * Throws unless a reader got a path, or the bytes that it takes.
 *
 * @throws InputError that says which function takes what was found.
 */
export function requirePath(value: unknown, kind: "events" | "interactions", { bytes = false } = {}): void {
  if (typeof value === "string" || (bytes && value instanceof Uint8Array)) return;
  const fromRows = kind === "events" ? "logFromRows" : "interactionsFromRows";
  const found = value instanceof URL
    ? "a URL: only files are read, give the path as text"
    : value instanceof Uint8Array
    ? "bytes: write them to a file"
    : isEventLog(value) || isInteractionLog(value)
    ? "a log, which has been read already"
    : has(value, "numRows")
    ? `a table: ${fromRows}(table.objects()) makes a log of its rows`
    : Array.isArray(value)
    ? `a list: ${fromRows}(rows) makes a log of rows`
    : has(value, "then")
    ? "a promise: write await before it"
    : value === undefined || value === null
    ? `nothing (${value})`
    : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
  throw new InputError(`Expected the path of a file, as text, but found ${found}.`);
}

/** Throws unless the value is a list of rows; as `requireEventLog`. */
export function requireRows(value: unknown, kind: "events" | "interactions"): void {
  if (Array.isArray(value)) return;
  const [read, made] = kind === "events" ? ["readLog", "logFromRows"] : ["readInteractions", "interactionsFromRows"];
  const found = isEventLog(value) || isInteractionLog(value)
    ? "a log: it can be used as it is"
    : typeof value === "string"
    ? `a text: await ${read}(${JSON.stringify(value.slice(0, 60))}) reads the log of that file`
    : has(value, "numRows")
    ? `a table: write ${made}(table.objects())`
    : has(value, "then")
    ? "a promise: write await before it"
    : typeof value === "object" && value !== null && Symbol.iterator in value
    ? `what gives rows one after another: write ${made}([...rows])`
    : value === undefined || value === null
    ? `nothing (${value})`
    : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
  throw new InputError(`Expected a list of rows, such as [{ case: "1", … }], but found ${found}.`);
}

/**
 * Throws unless the events of a log have times.
 *
 * @param what needs them, in words.
 * @throws InputError that says so.
 */
export function requireTimes({ source }: { readonly source: LogSource }, what: string): void {
  if (!source.untimed) return;
  throw new InputError(
    `${source.name}: ${what} needs times, but no event of the log has one: it tells only in which order events happened.`,
  );
}

/** By what they have, not by their class: a notebook may have loaded an edited class anew. */
function isEventLog(value: unknown): boolean {
  return has(value, "caseIds") && has(value, "offsets");
}

function isInteractionLog(value: unknown): boolean {
  return has(value, "sessions") && has(value, "actions");
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === "object" && value !== null && names.some((name) => name in value);
}

/** What was found, and what to do. */
function foundInstead(value: unknown, read: string, fromRows: string): string {
  if (value === undefined || value === null) return `nothing (${value}): ${read}(path) gives one`;
  if (typeof value === "string") {
    return `a text: ${read}(${JSON.stringify(value.slice(0, 60))}) reads the log of that file`;
  }
  if (typeof value === "function") return "a function: call it, and pass on what it gives";
  if (typeof value !== "object") return `a ${typeof value}: ${read}(path) gives one`;
  if (has(value, "then")) return "a promise: write await before it";
  if (has(value, "numRows")) return `a table: ${fromRows}(table.objects()) makes a log of its rows`;
  if (isRawTable(value)) return `a raw table: ${read}(path) gives the log of the same file`;
  if (Array.isArray(value)) return `a list: ${fromRows}(rows) makes a log of rows`;
  const name = value.constructor?.name;
  const what = name && name !== "Object" ? `an object of class ${name}` : "another object";
  return `${what}: ${read}(path) gives a log`;
}

/** What `readCsvTable` and its like give, or the columns alone. */
function isRawTable(value: object): boolean {
  const { columns, events, table, interactions } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(columns) || [events, table, interactions].some((one) => has(one, "columns"));
}
