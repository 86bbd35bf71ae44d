/** Names of persons in text: given by the reader, or told by the log itself. Linear in the text, however many names. */
import type { Span } from "../detectors/finding_spans.ts";
import { listedNames } from "./known_names.ts";
import { COMMON, ORDINARY } from "./name_words.ts";
import { TITLES } from "./titled_names.ts";
import { findStrangers, KOREAN } from "./unknown_names.ts";
import { wholeWordsOf, type Word, wordsOf } from "./words_of_text.ts";

export interface NameFinder {
  readonly size: number;
  find(text: string): Span[];
}

export interface PersonName {
  readonly name: string;
  /** Which of its words are a mention alone, too. */
  readonly parts: "all" | "family" | "none";
}

export interface NameFinderOptions {
  /** Words of every day count alone, too, for the reader has said so. @default false */
  readonly sure?: boolean;
  /** Finds names that nobody has given, too, by lists of names. @default false */
  readonly strangers?: boolean;
}

/** First word → the words that have to follow it, what it stands for, and whether it needs a capital. */
type Sequences = Map<string, { words: readonly string[]; key: string; capital: boolean }[]>;

/**
 * Finds names whatever their case, accents and separators: `Erika Mustermann`, `MUSTERMANN, Erika`,
 * `erika.mustermann`, `emustermann`. Single words that are short count only where they are written as names are, with
 * a capital.
 */
export function nameFinder(names: Iterable<PersonName>, options: NameFinderOptions = {}): NameFinder {
  const { sure = false, strangers = false } = options;
  const sequences: Sequences = new Map();
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
  const alone = (word: string) => sure || !(COMMON.has(word) || ORDINARY.has(word));
  for (const { name, parts } of names) {
    const key = wordsIn(name).toSorted().join(" ");
    // "Mustermann, Erika" has its family's name first.
    const inverted = /^[^,]+, ?[^,]+$/.test(name);
    for (const spelled of spellingsOf(name).map(wordsIn)) {
      if (spelled.length === 0) continue;
      const [first, last] = [spelled[0]!, spelled.at(-1)!];
      if (spelled.length === 1) {
        if (first.length >= 2 && alone(first)) add(spelled, key, first.length <= 3);
        continue;
      }
      add(spelled, key);
      add([last, ...spelled.slice(0, -1)], key);
      if (spelled.length > 2) add([first, last], key);
      for (const joined of [first + last, first[0]! + last, last + first, last + first[0]!]) {
        if (joined.length >= 6 && alone(joined)) add([joined], key);
      }
      if (parts === "all") {
        for (const word of spelled) if (word.length >= 3 && alone(word)) add([word], key, word.length <= 3);
      } else if (parts === "family") {
        const family = inverted ? first : last;
        if (family.length >= 4 && alone(family)) add([family], key, family.length <= 5);
      }
    }
  }
  const firsts = [
    ...(strangers ? [listedFirsts ??= firstsOfLists()] : []),
    ...(sequences.size > 0 ? [new Firsts(sequences.keys())] : []),
  ];
  return {
    size,
    find(text) {
      if (!mayHold(text, firsts)) return [];
      const words = wordsOf(text), whole = wholeWordsOf(text, words);
      const spans = findNames(text, words, sequences);
      if (whole) spans.push(...findNames(text, whole, sequences));
      if (strangers) spans.push(...findStrangers(text, words));
      return spans;
    },
  };
}

/** Names and titles that a name of the lists can begin with; the same for all logs. */
let listedFirsts: Firsts | undefined;

function firstsOfLists(): Firsts {
  return new Firsts([...listedNames(), ...TITLES, ...KOREAN]);
}

/** Hashes of words; most that are not among them are told by a table of bits. */
class Firsts {
  readonly #hashes: ReadonlySet<number>;
  readonly #bits = new Uint8Array(1 << 18);

  constructor(words: Iterable<string>) {
    const hashes = new Set<number>();
    for (const word of words) hashes.add(hashOf(word));
    this.#hashes = hashes;
    for (const hash of hashes) this.#bits[(hash ^ hash >>> 14) & 0x3ffff] = 1;
  }

  has(hash: number): boolean {
    return this.#bits[(hash ^ hash >>> 14) & 0x3ffff] === 1 && this.#hashes.has(hash);
  }
}

const HASH_SEED = 7;

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash, 31) + word.charCodeAt(i) | 0;
  return hash;
}

/**
 * Quickly and on the safe side: whether a word of an ASCII text, or the part of one from a capital on, has such a hash,
 * or the text holds an initial.
 */
function mayHold(text: string, firsts: readonly Firsts[]): boolean {
  if (firsts.length === 0) return false;
  const first = firsts[0]!, second = firsts[1];
  const has = (hash: number) => first.has(hash) || (second !== undefined && second.has(hash));
  let whole = HASH_SEED, part = HASH_SEED, wasLower = false, kind = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (code >= 0x80) return true;
    const lower = code >= 97 && code <= 122, upper = code >= 65 && code <= 90, digit = code >= 48 && code <= 57;
    const next = lower || upper ? 1 : digit ? 2 : 0;
    if (code === 39 && kind === 1) return true;
    if (code === 46 && isCapital(text, i - 1) && !isLetter(text, i - 2)) return true;
    if (next !== kind) {
      if (kind !== 0 && (has(whole) || has(part))) return true;
      whole = part = HASH_SEED;
    } else if (upper && kind === 1) {
      // A new part may begin here, after a small letter or before one.
      const nextLower = i + 1 < text.length && text.charCodeAt(i + 1) >= 97 && text.charCodeAt(i + 1) <= 122;
      if (wasLower || nextLower) {
        if (has(part)) return true;
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

function isCapital(text: string, i: number): boolean {
  return i >= 0 && text.charCodeAt(i) >= 65 && text.charCodeAt(i) <= 90;
}

function isLetter(text: string, i: number): boolean {
  const code = i < 0 ? 0 : text.charCodeAt(i) | 32;
  return code >= 97 && code <= 122;
}

function findNames(text: string, words: readonly Word[], sequences: Sequences): Span[] {
  const spans: Span[] = [];
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
