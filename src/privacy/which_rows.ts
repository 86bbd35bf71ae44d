/** Which rows are not to be read at all, and which ones tell what was typed into a password field. */
import { columnNamed, type Table, type TextColumn } from "../base/column.ts";
import { asText } from "../base/text_codes.ts";
import type { InteractionMapping, InteractionRole } from "../io/interactions/canonical_columns.ts";
import { isPrivateMode, isPrivateWindow, saysPrivate, tellsMode, tellsPrivateWindows } from "./private_windows.ts";
import type { AllowDeny, Patterns, PrivacyOptions } from "./privacy_options.ts";
import { asksForPassword } from "./detectors/secret_words.ts";

export interface DroppedRows {
  /** 1 for each row that is left out. */
  readonly out: Uint8Array;
  readonly counts: readonly { readonly rule: string; readonly rows: number }[];
}

/** Rows of private windows, and those that the lists of applications and addresses shut out; each counts once. */
export function rowsToDrop(table: Table, mapping: InteractionMapping, options: PrivacyOptions): DroppedRows {
  const out = new Uint8Array(table.rows);
  const counts = new Map<string, number>();
  const drop = (rule: string, column: TextColumn | undefined, shut: (value: string | undefined) => boolean) => {
    if (!column) return;
    const codes = Uint8Array.from(column.dictionary, (value) => shut(value) ? 1 : 0);
    const missing = shut(undefined) ? 1 : 0;
    let rows = 0;
    for (let row = 0; row < out.length; row++) {
      const code = column.codes[row]!;
      if (out[row] === 1 || (code < 0 ? missing : codes[code]!) === 0) continue;
      out[row] = 1;
      rows++;
    }
    if (rows > 0) counts.set(rule, (counts.get(rule) ?? 0) + rows);
  };
  if (options.incognito !== "keep") {
    for (const column of table.columns) {
      const says = tellsPrivateWindows(column.name) ? saysPrivate : tellsMode(column.name) ? isPrivateMode : undefined;
      if (says) drop("private window", asText(column), (value) => value !== undefined && says(value));
    }
    for (const role of ["window", "container", "app"] as const) {
      drop(
        "private window",
        roleColumn(table, mapping, role),
        (value) => value !== undefined && isPrivateWindow(value),
      );
    }
  }
  const app = roleColumn(table, mapping, "app");
  if (options.apps) drop("application not allowed", app ?? nothing(table), shutOut(options.apps, spellingsOfApp, true));
  const url = roleColumn(table, mapping, "url");
  if (options.urls) drop("address not allowed", url, shutOut(options.urls, spellingsOfUrl, false));
  return { out, counts: [...counts].map(([rule, rows]) => ({ rule, rows })) };
}

function nothing(table: Table): TextColumn {
  return { kind: "text", name: "", codes: new Int32Array(table.rows).fill(-1), dictionary: [] };
}

function shutOut({ allow, deny }: AllowDeny, spellings: (value: string) => string[], needsValue: boolean) {
  const fits = (patterns: Patterns) => {
    const tests = patterns.map(patternTest);
    return (value: string) => spellings(value).some((spelled) => tests.some((test) => test(spelled)));
  };
  const allowed = allow && fits(allow), denied = deny && fits(deny);
  return (value: string | undefined) => {
    if (value === undefined) return needsValue && allowed !== undefined;
    return (allowed !== undefined && !allowed(value)) || (denied?.(value) ?? false);
  };
}

function patternTest(pattern: string | RegExp): (value: string) => boolean {
  if (typeof pattern !== "string") {
    return (value) => new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "")).test(value);
  }
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, "\\$&"));
  const glob = new RegExp(`^${parts.join(".*")}$`, "isu");
  return (value) => glob.test(value);
}

function spellingsOfApp(app: string): string[] {
  return [app, app.replace(/\.exe$/i, "")];
}

/** The address, without its scheme, its host, and the domains that the host is part of. */
function spellingsOfUrl(url: string): string[] {
  const address = url.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/^[^/?#@]*@/, "");
  const host = address.replace(/[/?#:].*$/s, "").toLowerCase();
  const labels = host.split(".");
  return [url, address, address.replace(/\/$/, ""), ...labels.map((_, i) => labels.slice(i).join("."))];
}

/** 1 for each row that is about a field whose type, name, id or label says that a password goes there. */
export function passwordRows(table: Table, mapping: InteractionMapping): Uint8Array {
  const rows = new Uint8Array(table.rows);
  const mark = (column: TextColumn | undefined, secret: (value: string) => boolean) => {
    if (!column) return;
    const codes = Uint8Array.from(column.dictionary, (value) => secret(value) ? 1 : 0);
    if (!codes.includes(1)) return;
    for (let row = 0; row < rows.length; row++) {
      if (column.codes[row]! >= 0 && codes[column.codes[row]!]! === 1) rows[row] = 1;
    }
  };
  const short = (value: string) => value.length <= 80 && asksForPassword(value);
  for (const role of ["element", "elementId", "elementLabel", "elementType"] as const) {
    mark(roleColumn(table, mapping, role), short);
  }
  mark(roleColumn(table, mapping, "app"), (value) => PASSWORD_MANAGERS.test(value));
  for (const column of table.columns) {
    if (column.kind !== "text" || Object.values(mapping).includes(column.name)) continue;
    if (FIELD_COLUMN.test(column.name)) mark(column, short);
    if (/html|markup/i.test(column.name)) mark(column, (value) => /type\s*=\s*["']?password/i.test(value));
  }
  return rows;
}

const PASSWORD_MANAGERS =
  /^(?:KeePass(?:XC|X)?|1Password|Bitwarden|LastPass|Dashlane|NordPass|Enpass|Keeper|RoboForm)\b/i;
/** Columns that say which field it was, beside those that have a role. */
const FIELD_COLUMN = /type|name|\bid\b|_id$|label|title|placeholder|xpath|path|selector|field|control/i;

/** Whether a column holds what was typed, copied or shown, rather than where. */
export function holdsData(column: string, mapping: InteractionMapping): boolean {
  const role = (Object.keys(mapping) as InteractionRole[]).find((one) => mapping[one] === column);
  if (role === "value" || role === "oldValue" || role === "clipboard") return true;
  return role === undefined && DATA_COLUMN.test(column);
}

const DATA_COLUMN =
  /value|content|text|html|input|key|char|clip|typed|data|string|option|wert|inhalt|valeur|valor|waarde/i;

export function roleColumn(table: Table, mapping: InteractionMapping, role: InteractionRole): TextColumn | undefined {
  const name = mapping[role];
  const column = name === undefined ? undefined : columnNamed(table, name);
  return column && asText(column);
}
