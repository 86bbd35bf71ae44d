/** Names behind a title of address: "Dr. Hoffmann", "Mrs King", "Sayın Yılmaz". */
import { ANY_GIVEN, nameKinds } from "./known_names.ts";
import {
  afterParticles,
  between,
  isInitial,
  joinedName,
  mayBeFamily,
  namesAPlace,
  restOfFamily,
  styleOf,
} from "./name_shapes.ts";
import { COMMON } from "./name_words.ts";
import { isOrdinaryWord } from "./ordinary_words.ts";
import type { Word } from "./words_of_text.ts";

/** Titles of persons that mean nothing else, in small letters without accents. */
const TITLE = new Set(
  ("mr mrs ms miss mx messrs dr prof professor herr herrn frau fraulein mme mlle mgr monsieur madame mademoiselle " +
    "senor senora senorita senhor senhora signor signora signorina dott dottssa avv dhr mevr mevrouw meneer mijnheer " +
    "fru froken herra rouva sayin gospodin gospodja gospoda pani panna pan domnul doamna kyrios kyria shri smt encik " +
    "bapak khun rabbi reverend").split(" "),
);
/** Titles only with a full stop, for without one they are words. */
const WITH_STOP = new Set("hr fr sr sra srta sig ing mag dipl rev hon capt lt sgt ph pd med m".split(" "));
/** Titles only before what is known for a name. */
const BEFORE_NAME = new Set(
  "bay bayan don dona ibu puan tuan datuk sri haji imam sheikh sir lady lord sister judge m".split(" "),
);

/** All of them. */
export const TITLES: readonly string[] = [...TITLE, ...WITH_STOP, ...BEFORE_NAME];

/**
 * First and last word of the name behind a title at i, further titles passed over; undefined where there is none.
 *
 * "Dr" without a full stop behind a capitalised word ends an address ("Elm Dr"): then only known names count.
 */
export function titledName(text: string, words: readonly Word[], i: number): readonly [number, number] | undefined {
  const title = titleAt(text, words, i);
  if (!title) return undefined;
  let first = i + 1, known = title === "before a name";
  const behindWord = i > 0 && between(text, words, i) === " " && styleOf(text, words[i - 1]!) === "title";
  if (words[i]!.word === "dr" && text[words[i]!.to] !== "." && behindWord && !titleAt(text, words, i - 1)) known = true;
  while (first < words.length && titleAt(text, words, first) && gapOf(text, words, first)) first++;
  if (first >= words.length || !gapOf(text, words, first)) return undefined;
  let at = first;
  while (at + 1 < words.length && isInitial(text, words[at]!) && /^\. ?-?$/.test(between(text, words, at + 1))) at++;
  const name = afterParticles(text, words, at);
  if (name === undefined) return undefined;
  let last = joinedName(text, words, name);
  if (!mayBeFamily(text, words[last]!) || COMMON.has(words[last]!.word)) return undefined;
  const kinds = nameKinds(words[name]!.word) | nameKinds(words[last]!.word);
  if (kinds === 0 && (known || isOrdinaryWord(words[last]!.word))) return undefined;
  // A given name has the family's behind it.
  const next = afterParticles(text, words, last + 1);
  if (next !== undefined && between(text, words, last + 1) === " ") {
    const beyond = words[joinedName(text, words, next)]!;
    const isNext = mayBeFamily(text, beyond) && (nameKinds(beyond.word) !== 0 || !isOrdinaryWord(beyond.word));
    if (isNext && ((kinds & ANY_GIVEN) !== 0 || nameKinds(words[next]!.word) !== 0)) {
      last = joinedName(text, words, next);
    }
  }
  last = restOfFamily(text, words, last);
  return namesAPlace(text, words, last) ? undefined : [first, last];
}

function titleAt(text: string, words: readonly Word[], i: number): "sure" | "before a name" | undefined {
  const { word, from, to } = words[i]!;
  if (!/^\p{Lu}/u.test(text.slice(from, to))) return undefined;
  if (TITLE.has(word) || (WITH_STOP.has(word) && text[to] === "." && to - from > 1)) return "sure";
  return BEFORE_NAME.has(word) && (to - from > 1 || text[to] === ".") ? "before a name" : undefined;
}

function gapOf(text: string, words: readonly Word[], k: number): boolean {
  return /^(?:\.? |\.|_|\u00a0)$/.test(between(text, words, k));
}
