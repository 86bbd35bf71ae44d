/** What is known of a word as a name: lists of given and family names, and the forms of family names. */
import { REGIONS } from "./by_region/regions.ts";
import { GIVEN_NAMES } from "./given_names.ts";
import { COMMON, NO_FAMILY_NAME, ORDINARY } from "./name_words.ts";
import { isOrdinaryWord } from "./ordinary_words.ts";

/** Kinds of names, as bits: a word may be several. */
export const NAME_KIND = {
  /** A given name that many have and that is no word. */
  commonGiven: 1,
  /** A given name that fewer have. */
  given: 2,
  /** A given name that is a word or a place too. */
  givenWord: 4,
  family: 8,
  /** A family name that is a word or a place too. */
  familyWord: 16,
} as const;

export const ANY_GIVEN = NAME_KIND.commonGiven | NAME_KIND.given | NAME_KIND.givenWord;

/** The kinds of names that a folded word is; 0 for none, and for words of roles, software, business and labels. */
export function nameKinds(word: string): number {
  const kinds = (known ??= readLists()).get(word) ?? 0;
  if ((kinds & NAME_KIND.family) === 0 && hasFamilyForm(word)) return kinds | NAME_KIND.family;
  return kinds;
}

/** Words of the lists one of which every name holds that they tell: family names that are words tell none. */
export function* listedNames(): Iterable<string> {
  for (const [word, kinds] of known ??= readLists()) if ((kinds & ~NAME_KIND.familyWord) !== 0) yield word;
}

/** Read when the first text is looked through: not every program that imports this does. */
let known: Map<string, number> | undefined;

function readLists(): Map<string, number> {
  const kinds = new Map<string, number>();
  const add = (names: Iterable<string>, kind: number) => {
    for (const name of names) if (name !== "") kinds.set(name, (kinds.get(name) ?? 0) | kind);
  };
  const wordsOf = (list = "") => list.split(/\s+/);
  for (const region of REGIONS) {
    add(wordsOf(region.commonGiven), NAME_KIND.commonGiven);
    add(wordsOf(region.given), NAME_KIND.given);
    add(wordsOf(region.givenWords), NAME_KIND.givenWord);
    add(wordsOf(region.family), NAME_KIND.family);
    add(wordsOf(region.familyWords), NAME_KIND.familyWord);
  }
  for (const [name, own] of kinds) kinds.set(name, wordsAreLessSure(name, own));
  add(GIVEN_NAMES, NAME_KIND.commonGiven);
  for (const word of WORDS_FIRST) {
    kinds.set(word, (kinds.get(word) ?? 0) & ~NAME_KIND.commonGiven | NAME_KIND.givenWord);
  }
  for (const words of [COMMON, NO_FAMILY_NAME]) for (const word of words) kinds.delete(word);
  return kinds;
}

/** What is a word in one language is one in texts of any, though it is only a name in another. */
function wordsAreLessSure(name: string, kinds: number): number {
  const ordinary = ORDINARY.has(name) || isOrdinaryWord(name);
  const sureGiven = NAME_KIND.commonGiven | NAME_KIND.given;
  if ((kinds & NAME_KIND.givenWord) !== 0 || (ordinary && (kinds & sureGiven) !== 0)) {
    kinds = kinds & ~sureGiven | NAME_KIND.givenWord;
  }
  if ((kinds & NAME_KIND.familyWord) !== 0 || (ordinary && (kinds & NAME_KIND.family) !== 0)) {
    kinds = kinds & ~NAME_KIND.family | NAME_KIND.familyWord;
  }
  return kinds;
}

/** Common given names that labels hold more often as words: they need a family name that is none. */
const WORDS_FIRST = (
  "aurora candida clement graham heather jasper jean jenny marina roger roman romeo rosemary rowan said sienna tamer terry viola warren " +
  "alba alma anders asta bas catalina celestino consuelo dalia domingo estrella fleur gloria heide horst luna milan miranda nada " +
  "orlando pilar rosa rosario salvador santiago santos serena stella victoria"
).split(" ");

/** Endings that only family names have: Slavic, Greek, Romanian, Nordic, Turkish, Georgian, Armenian, Ukrainian, Indian. */
const FORM = new RegExp(
  "^[a-z]{3,}(?:" +
    "(?:ow|ew|in|yn|an)sk[ia]|kowsk[ia]|czyk|wicz|[oe]vi[ct]|ovich|evich|enko|chuk|[oe]v(?:a|ska|ski)|ovsky|evsky|inskyi|cki|cka|" +
    "auskas|auskiene|aviciu[st]|aviciene|aityte|opoul(?:os|ou)|[iy]adis|[^s]akis|adaki|oglou|[iy]dou|" +
    "escu|sson|sdottir|dottir|qvist|quist|strom|gaard|stra|huizen|" +
    "oglu|zade|shvili|[ia]dze|tskhelia|[srnktgdz]yan|" +
    "swamy|murthy|nathan|krishnan|subramanian|suriya|singhe|sekara|wardena|ratne|nayake|" +
    "etxea|etxebarria|berria|mbekova" +
    ")$",
);

function hasFamilyForm(word: string): boolean {
  return word.length >= 7 && FORM.test(word) && !COMMON.has(word) && !NO_FAMILY_NAME.has(word) &&
    !NOT_BY_FORM.has(word);
}

/** Words that end as family names do. */
const NOT_BY_FORM = new Set(
  "comparison orchestra mediastra extrastra downstrom chicken palestra minestra finestra maestra registra".split(" "),
);
