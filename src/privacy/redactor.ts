/** Masking in one text: every detector over every reading of it, and marks in place of what they find. */
import { findBirthDates, mayHoldBirthDate } from "./detectors/birth_dates.ts";
import { findIbans } from "./detectors/bank_accounts.ts";
import { findCardNumbers } from "./detectors/card_numbers.ts";
import { findEmails } from "./detectors/emails.ts";
import { type Detector, matches, type Span } from "./detectors/finding_spans.ts";
import { findNationalIds } from "./detectors/national_ids.ts";
import { findPhoneNumbers } from "./detectors/phone_numbers.ts";
import { findPostalAddresses, mayHoldAddress } from "./detectors/postal_addresses.ts";
import { type PlainView, plainViews } from "./detectors/plain_view.ts";
import type { PrivacyOptions } from "./privacy_options.ts";
import { findSecrets, mayHoldSecret } from "./detectors/secrets_in_text.ts";
import { findTokens, mayHoldToken } from "./detectors/tokens.ts";
import { noSigns, readSigns, type Signs } from "./detectors/text_traits.ts";

/** What the log itself tells about what is personal in it. */
export interface Knowledge {
  /** Digits of what stood in fields for telephone numbers. */
  readonly phones?: ReadonlySet<string>;
  /** What stood in password fields. */
  readonly passwords?: readonly string[];
  readonly findNames?: Detector;
  /** Whole cells, by `nameCell`, that stood in fields for names. */
  readonly nameCells?: ReadonlySet<string>;
  /** Whole cells, by `nameCell`, that stood in fields for dates of birth and for addresses. */
  readonly birthDateCells?: ReadonlySet<string>;
  readonly addressCells?: ReadonlySet<string>;
}

/** A cell as it is compared with what was typed into fields for names. */
export function nameCell(text: string): string {
  return text.trim().toLowerCase();
}

export interface Redaction {
  readonly text: string;
  /** Kinds of what was masked, each once. */
  readonly kinds: readonly string[];
}

export interface Redactor {
  /** The text with marks, or undefined where there is nothing to mask. `tag` tells things of a kind apart. */
  redact(text: string, tag?: (kind: string, key: string) => string): Redaction | undefined;
}

interface Search {
  readonly kind: string;
  /** Cheap and certain: where it says no, `find` finds nothing. */
  readonly may: (signs: Signs, text: string) => boolean;
  readonly find: (text: string, signs: Signs) => Span[];
}

/** @throws SyntaxError if a pattern of the reader's own is no regular expression. */
export function makeRedactor(options: PrivacyOptions = {}, knowledge: Knowledge = {}): Redactor {
  const searches = searchesOf(options, knowledge);
  return { redact: (text, tag) => redactText(text, searches, tag) };
}

/** In the order in which they have their way where they overlap. */
function searchesOf(options: PrivacyOptions, knowledge: Knowledge): Search[] {
  const { phones, passwords = [], findNames, nameCells, birthDateCells, addressCells } = knowledge;
  const always = () => true;
  const searches: (Search | false)[] = [
    ...(options.redact ?? []).map(({ name, pattern }): Search => {
      const global = typeof pattern === "string"
        ? new RegExp(pattern, "gu")
        : new RegExp(pattern.source, [...new Set(pattern.flags.replace("y", "") + "g")].join(""));
      const find: Detector = (text) => matches(global, text, ([match]) => match === "" ? undefined : match);
      return { kind: name, may: always, find };
    }),
    options.passwords !== false && passwords.length > 0 && {
      kind: "password",
      may: always,
      find: literals(passwords),
    },
    options.passwords !== false && { kind: "token", may: mayHoldToken, find: findTokens },
    options.passwords !== false &&
    { kind: "password", may: mayHoldSecret, find: findSecrets },
    options.emails !== false && { kind: "email", may: ({ at }) => at, find: findEmails },
    options.ibans !== false &&
    { kind: "iban", may: ({ digits }, text) => digits >= 8 && IBAN.test(text), find: findIbans },
    options.cards !== false && { kind: "card", may: ({ run }) => run >= 13, find: findCardNumbers },
    options.nationalIds !== false &&
    { kind: "id", may: ({ digits, word }) => digits >= 6 || word >= 16, find: findNationalIds },
    ...wholeCells("birthdate", birthDateCells),
    ...wholeCells("address", addressCells),
    options.birthDates !== false && { kind: "birthdate", may: mayHoldBirthDate, find: findBirthDates },
    options.addresses !== false && {
      kind: "address",
      may: mayHoldAddress,
      find: findPostalAddresses,
    },
    options.phones !== false && {
      kind: "phone",
      may: ({ run }) => run >= 6,
      find: (text, signs) => findPhoneNumbers(text, phones, signs),
    },
    findNames !== undefined && { kind: "name", may: always, find: findNames },
    ...wholeCells("name", nameCells),
  ];
  return searches.filter((search) => search !== false);
}

function wholeCells(kind: string, cells: ReadonlySet<string> | undefined): Search[] {
  if (cells === undefined || cells.size === 0) return [];
  return [{ kind, may: (_, text) => text.length <= 100, find: (text) => wholeCell(text, cells) }];
}

function wholeCell(text: string, cells: ReadonlySet<string>): Span[] {
  const key = nameCell(text);
  return cells.has(key) ? [{ from: 0, to: text.length, key }] : [];
}

/** Texts themselves, in upper or lower case: the longer ones wherever they stand, the others alone. */
function literals(texts: readonly string[]): Detector {
  const quoted = [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((text) => {
    const plain = text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    return text.length >= 8 ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`;
  });
  const pattern = new RegExp(quoted.join("|"), "giu");
  return (text) => matches(pattern, text, ([match]) => match.toLowerCase());
}

/** What `findIbans` needs to find anything. */
const IBAN = /[a-z]{2}[ .+_-]?\d[ .+_-]?\d[ .+_-]{0,2}[a-z0-9]/i;

interface Found extends Span {
  readonly kind: string;
  readonly order: number;
}

function redactText(
  text: string,
  searches: readonly Search[],
  tag?: (kind: string, key: string) => string,
): Redaction | undefined {
  const signs = SIGNS;
  readSigns(text, signs);
  if (signs.digits >= 12 && TIME.test(text)) return undefined;
  const found: Found[] = [];
  let read = text;
  for (const view of signs.encoded || signs.plus ? plainViews(text) : [{ text } as PlainView]) {
    if (view.text !== read) readSigns(read = view.text, signs);
    for (let order = 0; order < searches.length; order++) {
      const { kind, may, find } = searches[order]!;
      if (!may(signs, view.text)) continue;
      for (const { from, to, key } of find(view.text, signs)) {
        if (to <= from) continue;
        found.push({ from: view.from?.[from] ?? from, to: view.to?.[to - 1] ?? to, key, kind, order });
      }
    }
  }
  if (found.length === 0) return undefined;
  const chosen = withoutOverlaps(found).filter(({ from, to }) => !MARK.test(text.slice(from, to)));
  if (chosen.length === 0) return undefined;
  let masked = "", end = 0;
  for (const { from, to, kind, key } of chosen) {
    const own = tag?.(kind, key);
    masked += `${text.slice(end, from)}[${kind}${own === undefined ? "" : ` ${own}`}]`;
    end = to;
  }
  return { text: masked + text.slice(end), kinds: [...new Set(chosen.map(({ kind }) => kind))] };
}

const SIGNS = noSigns();

/** A point in time, which is full of digits and says nothing of a person. */
const TIME = /^\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d)?\s*$/;
/** What was masked before. */
const MARK = /^\[?[\p{L}\p{N} ]+\]$/u;

/** The stronger kind first, then the longer; what overlaps with a stronger one becomes part of it. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const order = [...found].sort((a, b) =>
    a.order - b.order || (b.to - b.from) - (a.to - a.from) || a.from - b.from || b.key.length - a.key.length
  );
  const chosen: Found[] = [];
  for (const one of order) {
    const at = chosen.findIndex((other) => one.from < other.to && other.from < one.to);
    if (at < 0) {
      chosen.push(one);
      continue;
    }
    const other = chosen[at]!;
    if (one.from >= other.from && one.to <= other.to) continue;
    const from = Math.min(one.from, other.from), to = Math.max(one.to, other.to);
    const others = chosen.filter((each, k) => k !== at && (each.to <= from || each.from >= to));
    chosen.splice(0, chosen.length, ...others, { ...other, from, to });
  }
  return chosen.sort((a, b) => a.from - b.from);
}
