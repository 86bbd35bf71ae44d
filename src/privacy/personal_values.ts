/** What a log tells itself about what is personal in it: read before anything is masked. */
import type { Table, TextColumn } from "../base/column.ts";
import type { InteractionMapping } from "../io/interactions/canonical_columns.ts";
import { asksForBirthDate, DATE_FORMS } from "./detectors/birth_dates.ts";
import { findEmails } from "./detectors/emails.ts";
import { asksForName, mayBeName } from "./names/name_fields.ts";
import { holdsGivenName, mayBePerson, nameOfAddress, namesMentioned } from "./names/name_mentions.ts";
import { nameFinder, type PersonName } from "./names/person_names.ts";
import { asksForPhone, dialled } from "./detectors/phone_numbers.ts";
import { asksForAddress, isAddress } from "./detectors/postal_addresses.ts";
import { plainViews } from "./detectors/plain_view.ts";
import type { PrivacyOptions } from "./privacy_options.ts";
import { type Knowledge, nameCell } from "./redactor.ts";
import { asksForPassword } from "./detectors/secret_words.ts";
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
  return {
    phones: options.phones === false ? new Set() : phonesIn(table, texts, mapping),
    passwords: options.passwords === false ? [] : passwordsIn(texts, mapping, secret),
    ...(options.birthDates === false
      ? {}
      : { birthDateCells: cellsIn(table, texts, mapping, asksForBirthDate, holdsDate) }),
    ...(options.addresses === false ? {} : { addressCells: cellsIn(table, texts, mapping, asksForAddress, isAddress) }),
    ...namesIn(table, texts, mapping, options),
  };
}

function phonesIn(table: Table, texts: readonly TextColumn[], mapping: InteractionMapping): Set<string> {
  const phones = new Set<string>();
  for (const cell of askedFor(table, texts, mapping, asksForPhone)) {
    const digits = dialled(cell);
    if (digits !== undefined) phones.add(digits);
  }
  return phones;
}

/** Whole cells of fields and columns that ask for something, which can be it. */
function cellsIn(
  table: Table,
  texts: readonly TextColumn[],
  mapping: InteractionMapping,
  asks: (label: string) => boolean,
  canBe: (cell: string) => boolean,
): Set<string> {
  const cells = new Set<string>();
  for (const cell of askedFor(table, texts, mapping, asks)) {
    const plain = plainViews(cell.trim())[0]!.text;
    if (plain.length <= 100 && canBe(plain)) cells.add(nameCell(plain));
  }
  return cells;
}

/** Whether a cell is a date and nothing else. */
function holdsDate(cell: string): boolean {
  return WHOLE_DATE.test(cell);
}

const WHOLE_DATE = new RegExp(`^(?:${DATE_FORMS})$`, "iu");

/** Cells of data in rows about a field that asks for something, and those of columns that are called so; once each. */
function* askedFor(
  table: Table,
  texts: readonly TextColumn[],
  mapping: InteractionMapping,
  asks: (label: string) => boolean,
): Iterable<string> {
  const inField = new Uint8Array(table.rows);
  for (const role of ["element", "elementId", "elementLabel"] as const) {
    const column = roleColumn(table, mapping, role);
    if (!column) continue;
    const asking = Uint8Array.from(column.dictionary, (value) => value.length <= 60 && asks(value) ? 1 : 0);
    if (!asking.includes(1)) continue;
    column.codes.forEach((code, row) => {
      if (code >= 0 && asking[code] === 1) inField[row] = 1;
    });
  }
  const any = inField.includes(1);
  for (const column of texts) {
    const whole = asks(column.name) && !Object.values(mapping).includes(column.name);
    if (!whole && !(any && holdsData(column.name, mapping))) continue;
    for (const code of codesOf(column, whole ? undefined : inField)) yield column.dictionary[code]!;
  }
}

/** What was typed into password fields, if it is long enough to be known again and no word of the form itself. */
function passwordsIn(texts: readonly TextColumn[], mapping: InteractionMapping, secret: Uint8Array): string[] {
  if (!secret.includes(1)) return [];
  const passwords = new Set<string>();
  for (const column of texts) {
    if (!holdsData(column.name, mapping) || /html|text$/i.test(column.name)) continue;
    for (const code of codesOf(column, secret)) {
      for (const { text } of plainViews(column.dictionary[code]!.trim())) {
        if (text.length < 4 || text.length > 200 || /^(.)\1*$/.test(text)) continue;
        if (!/\d/.test(text) && asksForPassword(text)) continue;
        if (text.length < 8 && /^(?:\d{1,5}|\p{Ll}+|\p{Lu}?\p{Ll}{1,5}|true|false)$/u.test(text)) continue;
        passwords.add(text);
      }
    }
  }
  // A password recorded key by key is its own beginnings: the longest says it all.
  const sorted = [...passwords].sort();
  return sorted.filter((text, i) => !(sorted[i + 1]?.startsWith(text) ?? false) || text.length >= 8).slice(0, 2000);
}

/**
 * Names that the reader gives, and those that the log tells: of users, in addresses, after words like "Signed in as", in
 * fields and columns that ask for names of persons; beside them those of strangers, by common given names.
 */
function namesIn(
  table: Table,
  texts: readonly TextColumn[],
  mapping: InteractionMapping,
  options: PrivacyOptions,
): Pick<Knowledge, "findNames" | "nameCells"> {
  const given = nameFinder((options.names ?? []).map((name) => ({ name, parts: "all" })), { sure: true });
  if (options.knownNames === false) return given.size > 0 ? { findNames: given.find } : {};
  const names: PersonName[] = [];
  for (const user of roleColumn(table, mapping, "user")?.dictionary ?? []) {
    const name = user.includes("@") ? nameOfAddress(user) ?? user.split("@")[0]! : user.replace(/^.*[\\/]/, "");
    if (mayBePerson(name)) names.push({ name, parts: "all" });
  }
  const typed = namesTyped(table, texts, mapping);
  names.push(...typed.names);
  names.push(...mentionsIn(texts, mapping, options));
  const own = nameFinder(names, { strangers: true });
  const findNames = given.size === 0 ? own.find : (text: string) => [...given.find(text), ...own.find(text)];
  return { findNames, nameCells: typed.cells };
}

/** What was typed into fields for names, or stands in columns of names. */
function namesTyped(table: Table, texts: readonly TextColumn[], mapping: InteractionMapping) {
  const cells = new Set<string>(), names: PersonName[] = [];
  const inField = new Uint8Array(table.rows);
  for (const role of ["element", "elementId", "elementLabel"] as const) {
    const column = roleColumn(table, mapping, role);
    const asks = column && Uint8Array.from(column.dictionary, (label) => PLACES[asksForName(label) ?? "none"]);
    if (!asks?.some((place) => place > 0)) continue;
    column!.codes.forEach((code, row) => {
      if (code >= 0 && asks[code]! > inField[row]!) inField[row] = asks[code]!;
    });
  }
  const places = new Set(inField.filter((place) => place > 0));
  const roles = new Set(Object.values(mapping));
  for (const column of texts) {
    const asked = roles.has(column.name) ? undefined : asksForName(column.name, false);
    if (asked !== undefined) noteTyped(column, codesOf(column), PLACES[asked], cells, names);
    else if (holdsData(column.name, mapping)) {
      for (const place of places) noteTyped(column, codesOf(column, inField, place), place, cells, names);
    }
  }
  return { cells, names };
}

function noteTyped(
  { dictionary }: TextColumn,
  codes: readonly number[],
  place: number,
  cells: Set<string>,
  names: PersonName[],
): void {
  for (const code of codes) {
    const name = plainViews(dictionary[code]!.trim())[0]!.text.trim();
    if (!mayBeName(name)) continue;
    cells.add(nameCell(name));
    const several = /[\s,·]/.test(name);
    if (several) names.push({ name, parts: holdsGivenName(name) ? "family" : "none" });
    else if (place === PLACES["family name"] && name.length >= 4) names.push({ name, parts: "none" });
  }
}

const PLACES = { none: 0, name: 1, "family name": 2 };

/** What follows words that announce a name, and what the names of addresses tell. */
function mentionsIn(texts: readonly TextColumn[], mapping: InteractionMapping, options: PrivacyOptions): PersonName[] {
  const found = new Map<string, PersonName>();
  for (const column of texts) {
    if (column.name === mapping.user) continue;
    for (const text of column.dictionary) {
      for (const name of namesMentioned(text)) found.set(name, { name, parts: "family" });
      if (options.emails === false || (!text.includes("@") && !text.includes("%40") && !text.includes("&#"))) continue;
      for (const view of plainViews(text)) {
        for (const { key } of findEmails(view.text)) {
          const name = nameOfAddress(key);
          if (name === undefined || found.has(name)) continue;
          found.set(name, { name, parts: holdsGivenName(name) ? "family" : "none" });
        }
      }
    }
  }
  return [...found.values()];
}

/** Codes that occur, once each; only those of the rows marked so. */
function codesOf({ codes, dictionary }: TextColumn, rows?: Uint8Array, mark = 1): number[] {
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0 && (rows === undefined || rows[row] === mark)) used[codes[row]!] = 1;
  }
  const found: number[] = [];
  used.forEach((is, code) => is === 1 && found.push(code));
  return found;
}
