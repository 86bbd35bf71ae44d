/** Whether words look like names of people, as far as lists of names and of words can tell. */
import { NAME_KIND, nameKinds } from "../../../privacy/names/known_names.ts";
import { COMMON, folded, NO_FAMILY_NAME } from "../../../privacy/names/name_words.ts";
import { isOrdinaryWord } from "../../../privacy/names/ordinary_words.ts";
import { isScreenWord } from "./screen_words.ts";

const SURE = NAME_KIND.commonGiven | NAME_KIND.given | NAME_KIND.family;

/** Stand within names in small letters. */
export const PARTICLE = /^(?:van|von|vom|zu|der|den|de|la|le|da|di|du|del|bin|al|ten|ter|y|e|und|and|et)$/u;

/** A word that lists of names hold, or that is data elsewhere; "Wolf" and "Price" may be words as well. */
export function isNameWord(word: string, data: ReadonlySet<string>): boolean {
  return (data.has(word) || nameKinds(folded(word)) !== 0) && !isScreenWord(word);
}

/** A word that is a name and hardly anything else. */
export function isSureNameWord(word: string): boolean {
  return (nameKinds(folded(word)) & SURE) !== 0;
}

/**
 * "sure" of words of which one is a name and hardly anything else, or all may be names, or are data elsewhere; "maybe"
 * of capitalised words that are none of everyday, of software or of business; undefined of others.
 */
export function lookOfName(words: readonly string[], data: ReadonlySet<string>): "sure" | "maybe" | undefined {
  const proper = words.filter((word) => !PARTICLE.test(word));
  if (proper.length === 0 || words.length > 5 || !proper.every((word) => /^\p{Lu}|^\p{Lo}/u.test(word))) {
    return undefined;
  }
  const sure = proper.some(isSureNameWord);
  const isOther = (word: string) =>
    isScreenWord(word)
      ? !(sure && nameKinds(folded(word)) !== 0)
      : !isNameWord(word, data) && isOfEveryday(folded(word));
  if (proper.some(isOther)) return undefined;
  if (sure || proper.every((word) => data.has(word))) return "sure";
  if (proper.length === 1) return undefined;
  return proper.every((word) => isNameWord(word, data)) ? "sure" : "maybe";
}

function isOfEveryday(word: string): boolean {
  return isOrdinaryWord(word) || COMMON.has(word) || NO_FAMILY_NAME.has(word);
}
