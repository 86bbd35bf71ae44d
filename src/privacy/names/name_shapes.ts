/** How names are written: capitals, particles, initials, hyphens. */
import { COMMON, NO_FAMILY_NAME, PLACE_OR_FIRM } from "./name_words.ts";
import { NAME_KIND, nameKinds } from "./known_names.ts";
import type { Word } from "./words_of_text.ts";

export type Style = "title" | "upper" | "lower";

/** How a word is written: as a name, in capitals, or in small letters; undefined otherwise. */
export function styleOf(text: string, { from, to }: Word): Style | undefined {
  const written = text.slice(from, to);
  if (/^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(written)) return "title";
  if (/^[\p{Lu}\p{M}'’]{2,}$/u.test(written)) return "upper";
  return /^[\p{Ll}\p{M}]{3,}$/u.test(written) ? "lower" : undefined;
}

/** Whether a word is written as a name, with a capital, and is no word of labels. */
export function mayBeFamily(text: string, word: Word): boolean {
  if (COMMON.has(word.word) || NO_FAMILY_NAME.has(word.word)) return false;
  const written = text.slice(word.from, word.to);
  return /^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(written) || /^[\p{Lu}\p{M}'’]{3,}$/u.test(written);
}

/** Whether it is a family name that is no word of every day. */
export function isFamilyName({ word }: Word): boolean {
  return (nameKinds(word) & NAME_KIND.family) !== 0;
}

export const PARTICLE =
  /^(?:van|von|vom|de|der|den|du|des|del|della|delle|di|da|das|do|dos|la|las|le|los|zu|zum|zur|ten|ter|te|het|t|af|av|al|el|ben|bin|bint|ibn|ould|abu|san|st|y|e)$/;

/** "van der", "von den": alone they are words. */
export const ARTICLE = /^(?:der|den|des|das|y|e)$/;

/** What parts of one name have between them that are separate words. */
export const SPACE = /^[ _\u00a0]$/;

export function between(text: string, words: readonly Word[], k: number): string {
  return text.slice(words[k - 1]!.to, words[k]!.from);
}

/** Whether it is a single capital with a full stop: "A.", as in "A. Müller". */
export function isInitial(text: string, { from, to }: Word): boolean {
  return to - from === 1 && /^\p{Lu}$/u.test(text[from]!) && text[to] === ".";
}

const PART_OF_NAME = NAME_KIND.family | NAME_KIND.given | NAME_KIND.commonGiven;

/**
 * Index of the last word of a family name that goes on behind the word at `last`: "Köhler-Brandt", "Hernández Ruiz",
 * "Pereira da Silva".
 */
export function restOfFamily(text: string, words: readonly Word[], last: number): number {
  for (let parts = 0; parts < 3 && last + 1 < words.length; parts++) {
    const next = words[last + 1]!;
    const gap = between(text, words, last + 1);
    if (gap === "-" && mayBeFamily(text, next)) last++;
    else if (gap === " " && (nameKinds(next.word) & PART_OF_NAME) !== 0 && mayBeFamily(text, next)) last++;
    else {
      const beyond = afterParticles(text, words, last + 1);
      if (gap !== " " || beyond === undefined || beyond === last + 1 || !mayBeFamily(text, words[beyond]!)) return last;
      if (nameKinds(words[beyond]!.word) === 0) return last;
      last = beyond;
    }
  }
  return last;
}

/** Index of the first word from k on that is no particle, if nothing but spaces, hyphens and apostrophes stands between. */
export function afterParticles(text: string, words: readonly Word[], k: number): number | undefined {
  let at = k;
  while (at < words.length && at - k < 3 && PARTICLE.test(words[at]!.word)) {
    if (
      ARTICLE.test(words[at]!.word) &&
      !(at > 0 && /^(?:van|von|vom|zu|op|in|aus|auf|ter|de)$/.test(words[at - 1]!.word))
    ) {
      return undefined;
    }
    if (at + 1 >= words.length || !/^[ \u00a0'’-]$/.test(between(text, words, at + 1))) return undefined;
    at++;
  }
  return at < words.length ? at : undefined;
}

/** Index of the last word of "O'Sullivan", "McAllister" and "d'Angelo" that begin at k; k itself for other words. */
export function joinedName(text: string, words: readonly Word[], k: number): number {
  const next = words[k + 1];
  const joins = next && /^(?:o|mc|mac|d|l|fitz|de|van|di|la|le)$/.test(words[k]!.word) &&
    /^['’]?$/.test(text.slice(words[k]!.to, next.from)) && /^\p{Lu}/u.test(text.slice(next.from, next.to));
  return joins ? k + 1 : k;
}

/** "Simon Property Group", "Martin Luther King Avenue", "Maria-Hilf-Krankenhaus". */
export function namesAPlace(text: string, words: readonly Word[], until: number): boolean {
  for (let k = until + 1; k < words.length && k <= until + 2; k++) {
    if (!/^[ .-]{0,2}$/.test(between(text, words, k))) return false;
    if (PLACE_OR_FIRM.has(words[k]!.word)) return true;
    if (words[k]!.word === "b" && words[k + 1]?.word === "v") return true;
  }
  return false;
}

/** "rue Victor Hugo", "Via Giuseppe Verdi", "Hotel Maria Theresia". */
export function followsAPlace(text: string, words: readonly Word[], first: number): boolean {
  return first > 0 && /^(?: |\. )$/.test(between(text, words, first)) && BEFORE_PLACE.has(words[first - 1]!.word);
}

const BEFORE_PLACE = new Set(
  ("rue via viale piazza corso calle avenida plaza paseo carrer avenue av ave boulevard bd place quai allee rua praca ulica ul aleja " +
    "san santa santo saint st sankt sao sainte fort port lake mount hotel villa restaurant cafe klinik schule gymnasium lycee college " +
    "universitat universite university institut institute stadion stadium aeroport airport stiftung foundation museum kirche church")
    .split(" "),
);
