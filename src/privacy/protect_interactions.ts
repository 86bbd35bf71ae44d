/** Privacy on reading: what a reader found, before anything is made of it. */
import { goOn } from "../base/stop.ts";
import type { Column, Table, TextColumn } from "../base/column.ts";
import { takeRows } from "../base/column.ts";
import { bytesOf } from "../io/bytes/byte_column.ts";
import type { InteractionMapping, InteractionRole } from "../io/interactions/canonical_columns.ts";
import { shapeOf } from "../io/csv/cell_shape.ts";
import type { ReadingReport } from "../io/report/reading_report.ts";
import { isTime } from "../io/time/timestamps.ts";
import { isCardNumber } from "./detectors/card_numbers.ts";
import { learn } from "./personal_values.ts";
import type { PrivacyEntry, PrivacyOptions, PrivacyRecord } from "./privacy_options.ts";
import { projectSecret, type Pseudonyms, pseudonyms } from "./pseudonyms.ts";
import { makeRedactor, type Redactor } from "./redactor.ts";
import { holdsData, passwordRows, rowsToDrop } from "./which_rows.ts";

/** A table of interactions as a format's reader left it. */
export interface Unprotected {
  readonly name: string;
  readonly table: Table;
  readonly report: ReadingReport;
  readonly lineOf?: (row: number) => number;
}

export type Protected<T extends Unprotected> = T & { readonly privacy: PrivacyRecord };

/**
 * The same table without what must not be kept: rows of private windows and of shut-out applications and addresses,
 * what was typed into password fields, and everything that `PrivacyOptions` masks, in all columns of text, also where
 * it is percent-encoded or written in HTML. Dictionaries hold nothing of what was left out; the examples in the report
 * so far are masked, too.
 *
 * Cost: once for each distinct value, not for each row.
 *
 * @throws InputError if the file of the project's secret cannot be read.
 */
export function protectInteractions<T extends Unprotected>(
  source: T,
  mapping: InteractionMapping,
  options: PrivacyOptions | false = {},
): Protected<T> {
  const { table, report, name } = source;
  if (options === false) return { ...source, privacy: switchedOff(table.rows) };
  const { out, counts } = rowsToDrop(table, mapping, options);
  const entries: PrivacyEntry[] = counts.map(({ rule, rows }) => ({
    rule,
    action: "dropped",
    column: null,
    rows,
    example: null,
  }));
  const rowsDropped = counts.reduce((sum, { rows }) => sum + rows, 0);
  const rows = rowsDropped === 0 ? undefined : rowsLeft(out, rowsDropped);
  const kept = rows
    ? { rows: rows.length, columns: table.columns.map((column) => onlyUsed(takeRows(column, rows))) }
    : table;

  const secret = options.passwords === false ? new Uint8Array(kept.rows) : passwordRows(kept, mapping);
  const times = new Set([mapping.timestamp, mapping.end, mapping.duration].filter((one) => one !== undefined));
  const knowledge = learn(kept, mapping, secret, times, options);
  const redactor = makeRedactor(options, knowledge);
  // What was typed into a field for names may be a button's label, too.
  const { nameCells: _, birthDateCells: _dates, addressCells: _addresses, ...elsewhere } = knowledge;
  const contextRedactor = makeRedactor(options, elsewhere);
  const users = kept.columns.find((column) => column.name === mapping.user);
  const marks = pseudonyms(projectSecret(options.secretFile), users?.kind === "text" ? users.dictionary.length : 0);

  const work: Work = { mapping, options, redactor, contextRedactor, marks, secret, entries };
  // Without its names, which are its own: the user column is protected by pseudonyms.
  const plain = makeRedactor(options);
  const columns = kept.columns.flatMap((column) => {
    if (column.kind === "number") return protectNumbers(column, work);
    if (column.kind !== "text") return column;
    if (times.has(column.name)) return protectTimes(column, work);
    if (column.name === mapping.user) return protectUsers(column, plain, work);
    return protectText(column, work);
  });
  report.rewrite((example) => contextRedactor.redact(example)?.text ?? example);
  const privacy: PrivacyRecord = { on: true, keyed: marks.keyed, rowsRead: table.rows, rowsDropped, entries };
  reportTo(report, name, privacy);
  const { lineOf } = source;
  return {
    ...source,
    table: { rows: kept.rows, columns },
    ...(lineOf && rows ? { lineOf: (row: number) => lineOf(rows[row]!) } : {}),
    privacy,
  };
}

interface Work {
  readonly mapping: InteractionMapping;
  readonly options: PrivacyOptions;
  readonly redactor: Redactor;
  /** For columns that say where something was done. */
  readonly contextRedactor: Redactor;
  readonly marks: Pseudonyms;
  /** 1 for each row about a password field. */
  readonly secret: Uint8Array;
  readonly entries: PrivacyEntry[];
}

function switchedOff(rows: number): PrivacyRecord {
  return { on: false, keyed: false, rowsRead: rows, rowsDropped: 0, entries: [] };
}

function rowsLeft(out: Uint8Array, dropped: number): Int32Array {
  const rows = new Int32Array(out.length - dropped);
  for (let row = 0, n = 0; row < out.length; row++) if (out[row] === 0) rows[n++] = row;
  return rows;
}

/** A dictionary outlives the rows that it was made for: what only rows left out say must not stay in it. */
function onlyUsed(column: Column): Column {
  return column.kind === "text" ? mapped(column, (value) => value) : column;
}

/**
 * Every value that occurs through `change`, once; equal results share a code, `undefined` is a missing value. The column
 * itself where all its values occur and none changes.
 */
function mapped(column: TextColumn, change: (value: string, code: number) => string | undefined): TextColumn {
  const values = column.dictionary, size = values.length;
  const used = new Uint8Array(size);
  // In the order of their rows: numbers given in the order of names would tell these.
  const order = new Int32Array(size);
  let occur = 0;
  for (const code of column.codes) {
    if (code < 0 || used[code] === 1) continue;
    used[code] = 1;
    order[occur++] = code;
  }
  const next = new Int32Array(size).fill(-1);
  const dictionary: string[] = [];
  /** Codes of results, and of values that look like one. */
  const known = new Map<string, number>();
  let changed = occur < size;
  for (const [i, code] of order.subarray(0, occur).entries()) {
    if (i % 1024 === 0) goOn();
    const value = values[code]!, result = change(value, code);
    if (result === value && !value.includes("[")) {
      next[code] = dictionary.push(value) - 1;
      continue;
    }
    changed ||= result !== value;
    if (result === undefined) continue;
    let made = known.get(result);
    if (made === undefined) known.set(result, made = dictionary.push(result) - 1);
    next[code] = made;
  }
  if (!changed) return column;
  const codes = column.codes.map((code) => code < 0 ? -1 : next[code]!);
  return { kind: "text", name: column.name, codes, dictionary };
}

function protectText(column: TextColumn, work: Work): TextColumn[] {
  const { mapping, options, marks, secret, entries } = work;
  const { name } = column;
  const isData = holdsData(name, mapping);
  const role = (Object.keys(mapping) as InteractionRole[]).find((one) => mapping[one] === name);
  const isContext = role !== undefined && !isData && !INSTANCES.has(role);
  const redactor = isContext ? work.contextRedactor : work.redactor;
  const tagged = options.tags === "all" || ((options.tags ?? "data") === "data" && !isContext);
  const open = isData && secret.includes(1) ? withoutSecrets(column, secret, entries) : column;
  if (isData && options.values === "drop") {
    const rows = open.codes.reduce((n, code) => n + (code >= 0 ? 1 : 0), 0);
    if (rows > 0) entries.push({ rule: "value", action: "dropped", column: name, rows, example: null });
    return [{ kind: "text", name, codes: new Int32Array(open.codes.length).fill(-1), dictionary: [] }];
  }
  const count = counting(open, entries);
  if (isData && options.values === "hash") {
    return [count.mapped("hashed", (value) => {
      const text = `[value ${marks.tag("value", value.trim())}]`;
      return { text, kinds: ["value"] };
    })];
  }
  return [count.mapped("masked", (value) => redactor.redact(value, tagged ? marks.tag : undefined))];
}

/** They tell instances apart: what is masked in them has to stay distinct. */
const INSTANCES: ReadonlySet<InteractionRole> = new Set(["case", "segment", "task", "team", "row"]);

/** Maps a column and counts the rows of each kind of thing that was found. */
function counting(column: TextColumn, entries: PrivacyEntry[]) {
  const kindsOf = new Map<number, readonly string[]>();
  const examples = new Map<string, string>();
  return {
    mapped(
      action: PrivacyEntry["action"],
      change: (value: string) => { text: string; kinds: readonly string[] } | undefined,
    ) {
      const result = mapped(column, (value, code) => {
        const made = change(value);
        if (!made) return value;
        kindsOf.set(code, made.kinds);
        for (const kind of made.kinds) if (!examples.has(kind)) examples.set(kind, clipped(made.text, kind));
        return made.text;
      });
      if (kindsOf.size === 0) return result;
      const rows = new Map<string, number>();
      for (const code of column.codes) {
        for (const kind of kindsOf.get(code) ?? []) rows.set(kind, (rows.get(kind) ?? 0) + 1);
      }
      for (const [rule, n] of rows) {
        entries.push({ rule, action, column: column.name, rows: n, example: examples.get(rule)! });
      }
      return result;
    },
  };
}

/** Eighty characters around the mark. */
function clipped(text: string, kind: string): string {
  const at = Math.max(0, text.indexOf(`[${kind}`));
  const from = text.length <= 80 ? 0 : Math.max(0, at - 30), to = Math.min(text.length, from + 80);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

/** The column without the cells of rows about a password field. */
function withoutSecrets(column: TextColumn, secret: Uint8Array, entries: PrivacyEntry[]): TextColumn {
  const codes = column.codes.slice();
  let rows = 0;
  for (let row = 0; row < codes.length; row++) {
    if (secret[row] === 0 || codes[row]! < 0) continue;
    codes[row] = -1;
    rows++;
  }
  if (rows > 0) entries.push({ rule: "password", action: "dropped", column: column.name, rows, example: null });
  return { kind: "text", name: column.name, codes, dictionary: column.dictionary };
}

function protectUsers(column: TextColumn, plain: Redactor, work: Work): TextColumn[] {
  const { options, marks, entries } = work;
  const users = options.users ?? "auto";
  const name = column.name;
  const rows = column.codes.reduce((n, code) => n + (code >= 0 ? 1 : 0), 0);
  if (users === "drop") {
    if (rows > 0) entries.push({ rule: "user", action: "dropped", column: name, rows, example: null });
    return [{ kind: "text", name, codes: new Int32Array(column.codes.length).fill(-1), dictionary: [] }];
  }
  if (users === "keep") {
    if (rows > 0) entries.push({ rule: "user", action: "kept", column: name, rows, example: null });
    return [onlyUsed(column) as TextColumn];
  }
  const all = users === "pseudonyms" || marks.keyed;
  const protectedUsers = counting(column, entries).mapped("pseudonyms", (user) => {
    if (!all && !plain.redact(user)) return undefined;
    return { text: marks.user(user), kinds: ["user"] };
  });
  const masked = entries.find((entry) => entry.column === name && entry.rule === "user")?.rows ?? 0;
  if (rows > masked) entries.push({ rule: "user", action: "kept", column: name, rows: rows - masked, example: null });
  return [protectedUsers];
}

/** Times and durations stay as they are; what is none, such as cells of a shifted row, is kept as it looks only. */
function protectTimes(column: TextColumn, { entries }: Work): TextColumn[] {
  if (allTimes(column)) return [column];
  const numbers = column.dictionary.reduce((n, value) => n + (NUMBER.test(value) ? 1 : 0), 0);
  const inNumbers = numbers * 2 > column.dictionary.length;
  return [
    counting(column, entries).mapped("masked", (value) => {
      if (NUMBER.test(value) ? inNumbers && !isCardNumber(value.trim()) : isTime(value) || CLOCK.test(value)) {
        return undefined;
      }
      return { text: shapeOf(value), kinds: ["no time"] };
    }),
  ];
}

const NUMBER = /^\s*\d+(?:[.,]\d+)?(?:e[+-]?\d+)?\s*$/i;
/** A time of day, or how long something took. */
const CLOCK = /^\s*\d+:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?\s*$/i;

/** Whether all values are times by their characters, told from their bytes where no strings have been made of them. */
function allTimes(column: TextColumn): boolean {
  const source = bytesOf(column);
  if (!source) return column.dictionary.every((value) => /^[\d\s:.,/+\-TZ]{8,40}$/i.test(value) && value.includes(":"));
  const bytes = source.bytes(), ends = source.ends();
  for (let code = 0, i = 0; code < ends.length; code++) {
    let colon = false;
    for (; i < ends[code]!; i++) {
      const byte = bytes[i]!;
      if (byte === 0x3a) colon = true;
      // Digits, + , - . /, space, T, Z, t, z.
      else if (
        !((byte >= 0x2b && byte <= 0x39) || byte === 0x20 || byte === 0x54 || byte === 0x5a || byte === 0x74 ||
          byte === 0x7a)
      ) {
        return false;
      }
    }
    if (!colon) return false;
  }
  return true;
}

/** Numbers of cards become missing values; no other number can be told for something personal by itself. */
function protectNumbers(column: Column & { kind: "number" }, { options, entries }: Work): Column[] {
  if (options.cards === false || !column.integer) return [column];
  let rows = 0;
  const values = column.values.map((value) => {
    if (!(value >= 1e12 && value < 2 ** 53) || !isCardNumber(String(value))) return value;
    rows++;
    return NaN;
  });
  if (rows === 0) return [column];
  entries.push({ rule: "card", action: "dropped", column: column.name, rows, example: null });
  return [{ ...column, values }];
}

/** The report says how much was done; `privacyReport` says where. */
function reportTo(report: ReadingReport, name: string, { rowsDropped, entries }: PrivacyRecord): void {
  if (rowsDropped > 0) {
    const words = entries.filter(({ column }) => column === null).map(({ rule, rows }) => `${rows} × ${rule}`);
    report.add("privacy: row left out", `${name}: ${words.join(", ")}`, rowsDropped);
  }
  const masked = entries.filter(({ action, column }) => column !== null && action !== "kept");
  if (masked.length === 0) return;
  const rows = new Map<string, number>();
  for (const { rule, action, rows: n } of masked) {
    const key = `${rule} ${action}`;
    rows.set(key, (rows.get(key) ?? 0) + n);
  }
  const words = [...rows].map(([key, n]) => `${n} × ${key}`);
  report.add(
    "privacy: cell protected",
    `${name}: ${words.join(", ")}; privacyReport(log) says where`,
    [...rows.values()].reduce((a, b) => a + b, 0),
  );
}
