/** Names of persons in text: given by the reader, or told by the log itself. Linear in the text, however many names. */
import { matches, type Span } from "./finding_spans.ts";

/** Words of a text, without accents and in lower case, as keys to look names up by. */
export interface NameFinder {
  readonly size: number;
  find(text: string): Span[];
}

/** How sure it is that a word is a name wherever it stands. */
export interface PersonName {
  readonly name: string;
  /** Every word of it alone is a mention, too. */
  readonly parts: boolean;
}

/**
 * Finds names whatever their case, accents and separators: `Erika Mustermann`, `MUSTERMANN, Erika`,
 * `erika.mustermann`, `emustermann`. Single words that are short (three letters) count only where they are written as
 * names are, with a capital.
 *
 * @param except words that are no names in this log, such as those of its applications.
 */
export function nameFinder(names: Iterable<PersonName>, except: ReadonlySet<string> = new Set()): NameFinder {
  /** First word → the words that have to follow it, and what it stands for. */
  const sequences = new Map<string, { words: readonly string[]; key: string; capital: boolean }[]>();
  let size = 0;
  const add = (words: readonly string[], key: string, capital = false) => {
    const [first, ...others] = words;
    if (first === undefined) return;
    const known = sequences.get(first) ?? [];
    sequences.set(first, known);
    if (known.some((one) => one.words.join(" ") === others.join(" "))) return;
    known.push({ words: others, key, capital });
    known.sort((a, b) => b.words.length - a.words.length);
    size++;
  };
  for (const { name, parts } of names) {
    const key = wordsIn(name).toSorted().join(" ");
    for (const spelled of spellingsOf(name).map(wordsIn)) {
      if (spelled.length === 0) continue;
      const [first, last] = [spelled[0]!, spelled.at(-1)!];
      if (spelled.length === 1) {
        if (first.length >= 2 && !except.has(first)) add(spelled, key, first.length <= 3);
        continue;
      }
      add(spelled, key);
      add([last, ...spelled.slice(0, -1)], key);
      if (spelled.length > 2) add([first, last], key);
      for (const joined of [first + last, first[0]! + last, last + first, last + first[0]!]) {
        if (joined.length >= 6 && !except.has(joined) && !COMMON.has(joined)) add([joined], key);
      }
      if (!parts) continue;
      for (const word of spelled) {
        if (word.length >= 3 && !except.has(word) && !COMMON.has(word)) add([word], key, word.length <= 3);
      }
    }
  }
  const firsts = new Set([...sequences.keys()].map(hashOf));
  return { size, find: (text) => size === 0 || !mayHold(text, firsts) ? [] : findNames(text, sequences) };
}

const HASH_SEED = 7;

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash, 31) + word.charCodeAt(i) | 0;
  return hash;
}

/** Quickly and on the safe side: whether a word of an ASCII text, or the part of one from a capital on, has such a hash. */
function mayHold(text: string, firsts: ReadonlySet<number>): boolean {
  let whole = HASH_SEED, part = HASH_SEED, wasLower = false, kind = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (code >= 0x80) return true;
    const lower = code >= 97 && code <= 122, upper = code >= 65 && code <= 90, digit = code >= 48 && code <= 57;
    const next = lower || upper ? 1 : digit ? 2 : 0;
    if (code === 39 && kind === 1) return true;
    if (next !== kind) {
      if (kind !== 0 && (firsts.has(whole) || firsts.has(part))) return true;
      whole = part = HASH_SEED;
    } else if (upper && kind === 1) {
      // A new part may begin here, after a small letter or before one.
      const nextLower = i + 1 < text.length && text.charCodeAt(i + 1) >= 97 && text.charCodeAt(i + 1) <= 122;
      if (wasLower || nextLower) {
        if (firsts.has(part)) return true;
        part = HASH_SEED;
      }
    }
    kind = next;
    wasLower = lower;
    const small = upper ? code + 32 : code;
    whole = Math.imul(whole, 31) + small | 0;
    part = Math.imul(part, 31) + small | 0;
  }
  return false;
}

function findNames(
  text: string,
  sequences: ReadonlyMap<string, readonly { words: readonly string[]; key: string; capital: boolean }[]>,
): Span[] {
  const spans: Span[] = [];
  const words = wordsOf(text);
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    const candidates = sequences.get(first.word);
    if (!candidates) continue;
    const found = candidates.find(({ words: others, capital }) =>
      (!capital || /^\p{Lu}/u.test(text.slice(first.from, first.to))) &&
      others.every((word, k) => {
        const next = words[i + 1 + k];
        return next?.word === word && next.from - words[i + k]!.to <= 3;
      })
    );
    if (!found) continue;
    const last = words[i + found.words.length]!;
    spans.push({ from: first.from, to: last.to, key: found.key });
    i += found.words.length;
  }
  return spans;
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    // "invoiceMustermann" and "MustermannErika" hold two words.
    for (const part of match[0].matchAll(PART)) {
      const from = match.index + part.index;
      const written = part[0].replace(/['’][sS]?$/, "");
      words.push({ word: folded(written), from, to: from + written.length });
    }
  }
  return words;
}

const PART = /\p{Lu}?[\p{Ll}\p{M}'’]+(?=\p{Lu}\p{Ll})|.+/gu;

/** Lower case, without accents, apostrophes; ß as ss. */
function folded(word: string): string {
  let plain = true;
  for (let i = 0; plain && i < word.length; i++) plain = word.charCodeAt(i) < 0x80;
  const lower = word.toLowerCase().replace(/['’]/g, "");
  return plain ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("ø", "o");
}

function wordsIn(name: string): string[] {
  return wordsOf(name).map(({ word }) => word);
}

/** The name as it is, with umlauts as two letters, and with two letters as umlauts, whose dots do not count. */
function spellingsOf(name: string): string[] {
  const wide = name.normalize("NFC").replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize("NFD")[0]!}e`)
    .replace(/[øØ]/g, "oe").replace(/[åÅ]/g, "aa");
  const narrow = name.replace(/\p{L}{5,}/gu, (word) => word.replace(/(?<=.)([aou])e/gi, "$1"));
  return [...new Set([name, wide, narrow])];
}

/** Mentions that say themselves that a name follows: after "Signed in as", "Herr", "Mrs". */
export function namesMentioned(text: string): string[] {
  if (!MAY_MENTION.test(text)) return [];
  const names: string[] = [];
  matches(MENTION, text, (match) => {
    const name = match[1]!;
    if (wordsOf(name).some(({ word }) => !COMMON.has(word))) names.push(name);
    return undefined;
  });
  return names;
}

const MAY_MENTION = /\b(?:as|als|tant que|como|Herr|Frau|Mr|Mrs|Ms|Mme|Monsieur|Madame|Señora?|Mevr|Dhr|Dear)\b/;
const MENTION =
  /(?:(?:[Ss]igned|[Ll]ogged) (?:in|on) as|[Aa]ngemeldet als|[Cc]onnecté(?:e)? en tant que|[Cc]onectad[oa] como|[Ii]ngelogd als|[Aa]angemeld als|(?<![\p{L}])(?:Herrn?|Frau|Mr|Mrs|Ms|Mme|Monsieur|Madame|Señora?|Mevr|Mevrouw|Dhr))[.:]? +((?:(?:Dr|Prof)\. +)*\p{Lu}[\p{L}'’-]+(?:[ ,]+(?:\p{Lu}\.|van|von|de|der|den|du|la|\p{Lu}[\p{L}'’-]+)){0,3})/gu;

/** First and last name in the local part of an address, such as `erika.mustermann`; undefined where it tells none. */
export function nameOfAddress(address: string): string | undefined {
  const [local = ""] = address.split("@");
  const words = local.replace(/\+.*$/, "").split(/[._-]+/).map((word) => word.replace(/\d+$/, ""));
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{L}{2,}$/u.test(word))) return undefined;
  return words.some((word) => COMMON.has(word.toLowerCase())) ? undefined : words.join(" ");
}

/** Whether a user's name can be a person's: letters beyond a code and no word for a role. */
export function mayBePerson(user: string): boolean {
  const words = wordsOf(user).map(({ word }) => word).filter((word) => /\p{L}/u.test(word));
  return words.some((word) => word.length >= 3 && !COMMON.has(word));
}

/** Words of roles and of software that stand in user columns and addresses, and are no names. */
const COMMON = new Set(
  ("admin administrator administration agent alle anonym anonymous api app auto back bank batch benutzer bestellung " +
    "billing bot bureau business buyer clerk client company contact contracts crm customer daemon data default demo " +
    "desk dev dispatch email employee erp external extern facture finance front gast guest help helpdesk hotline hr " +
    "inbox info intern internal invoice it kontakt kunde kunden lager legal local login mail mailbox manager marketing " +
    "master member mitarbeiter newsletter noreply no not null nobody none north ops office online operator order orders " +
    "pc person post postmaster privacy process purchase purchasing rechnung reply robot root sachbearbeiter sales " +
    "sap service services shared shipping shop south east west staff student students super supplier support sys " +
    "system team tech technik temp test tester testuser the unknown unbekannt undefined user users vendor vertrieb " +
    "visitor warehouse web webmaster windows work worker workstation xx you your and der die das und von van den del " +
    "dos mit for mrs herr frau page home start new open save edit excel word chrome outlook may will " +
    "gmbh inc ltd llc corp group gruppe abteilung department").split(" "),
);
