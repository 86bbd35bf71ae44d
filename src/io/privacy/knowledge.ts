/** What a log tells itself about what is personal in it: read before anything is masked. */
import type { Table, TextColumn } from "../../db/column.ts";
import type { InteractionMapping } from "../interactions/raw_interactions.ts";
import { findEmails } from "./emails.ts";
import { mayBePerson, nameFinder, nameOfAddress, namesMentioned, type PersonName } from "./person_names.ts";
import { asksForPhone, dialled } from "./phone_numbers.ts";
import { plainViews } from "./plain_view.ts";
import type { PrivacyOptions } from "./privacy_options.ts";
import type { Knowledge } from "./redactor.ts";
import { asksForPassword } from "./secrets_in_text.ts";
import { holdsData, roleColumn } from "./which_rows.ts";

/**
 * @param secret 1 for each row about a password field.
 * @param skipped columns that hold no text to look through, such as those of times.
 */
export function learn(
  table: Table,
  mapping: InteractionMapping,
  secret: Uint8Array,
  skipped: ReadonlySet<string>,
  options: PrivacyOptions,
): Knowledge {
  const texts = table.columns.filter((column): column is TextColumn =>
    column.kind === "text" && !skipped.has(column.name)
  );
  const findNames = namesIn(table, texts, mapping, options);
  return {
    phones: options.phones === false ? new Set() : phonesIn(table, texts, mapping),
    passwords: options.passwords === false ? [] : passwordsIn(texts, mapping, secret),
    ...(findNames && { findNames }),
  };
}

function phonesIn(table: Table, texts: readonly TextColumn[], mapping: InteractionMapping): Set<string> {
  const phones = new Set<string>();
  const inField = new Uint8Array(table.rows);
  for (const role of ["element", "elementId", "elementLabel"] as const) {
    const column = roleColumn(table, mapping, role);
    if (!column) continue;
    const asks = Uint8Array.from(column.dictionary, (value) => value.length <= 60 && asksForPhone(value) ? 1 : 0);
    if (!asks.includes(1)) continue;
    column.codes.forEach((code, row) => {
      if (code >= 0 && asks[code] === 1) inField[row] = 1;
    });
  }
  const any = inField.includes(1);
  for (const column of texts) {
    const whole = asksForPhone(column.name);
    if (!whole && !(any && holdsData(column.name, mapping))) continue;
    for (const code of codesOf(column, whole ? undefined : inField)) {
      const digits = dialled(column.dictionary[code]!);
      if (digits !== undefined) phones.add(digits);
    }
  }
  return phones;
}

/** What was typed into password fields, if it is long enough to be known again and no word of the form itself. */
function passwordsIn(texts: readonly TextColumn[], mapping: InteractionMapping, secret: Uint8Array): string[] {
  if (!secret.includes(1)) return [];
  const passwords = new Set<string>();
  for (const column of texts) {
    if (!holdsData(column.name, mapping) || /html|text$/i.test(column.name)) continue;
    for (const code of codesOf(column, secret)) {
      for (const { text } of plainViews(column.dictionary[code]!.trim())) {
        if (text.length < 4 || text.length > 200 || /^(.)\1*$/.test(text) || asksForPassword(text)) continue;
        if (text.length < 8 && /^(?:\d{1,5}|\p{Ll}+|\p{Lu}?\p{Ll}{1,5}|true|false)$/u.test(text)) continue;
        passwords.add(text);
      }
    }
  }
  // A password recorded key by key is its own beginnings: the longest says it all.
  const sorted = [...passwords].sort();
  return sorted.filter((text, i) => !(sorted[i + 1]?.startsWith(text) ?? false) || text.length >= 8).slice(0, 2000);
}

function namesIn(table: Table, texts: readonly TextColumn[], mapping: InteractionMapping, options: PrivacyOptions) {
  const given = nameFinder((options.names ?? []).map((name) => ({ name, parts: true })));
  if (options.knownNames === false) return given.size > 0 ? given.find : undefined;
  const except = new Set<string>();
  for (const role of ["app", "team", "task", "action"] as const) {
    for (const value of roleColumn(table, mapping, role)?.dictionary ?? []) {
      for (const word of value.toLowerCase().split(/[^\p{L}]+/u)) except.add(word);
    }
  }
  const names: PersonName[] = [];
  for (const user of roleColumn(table, mapping, "user")?.dictionary ?? []) {
    const name = user.includes("@") ? nameOfAddress(user) ?? user.split("@")[0]! : user.replace(/^.*[\\/]/, "");
    if (mayBePerson(name)) names.push({ name, parts: true });
  }
  const found = new Set<string>();
  for (const column of texts) {
    if (column.name === mapping.user) continue;
    for (const text of column.dictionary) {
      for (const name of namesMentioned(text)) found.add(name);
      if (options.emails === false || (!text.includes("@") && !text.includes("%40") && !text.includes("&#"))) continue;
      for (const view of plainViews(text)) {
        for (const { key } of findEmails(view.text)) {
          const name = nameOfAddress(key);
          if (name !== undefined) found.add(name);
        }
      }
    }
  }
  const own = nameFinder([...names, ...[...found].map((name) => ({ name, parts: false }))], except);
  if (given.size + own.size === 0) return undefined;
  return (text: string) => [...given.find(text), ...own.find(text)];
}

/** Codes that occur, once each; only those of the rows marked. */
function codesOf({ codes, dictionary }: TextColumn, rows?: Uint8Array): number[] {
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0 && (rows === undefined || rows[row] === 1)) used[codes[row]!] = 1;
  }
  const found: number[] = [];
  used.forEach((is, code) => is === 1 && found.push(code));
  return found;
}
