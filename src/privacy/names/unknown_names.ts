/** Names of people whom the log says nothing of, told by lists of names and by how names are written. */
import type { Span } from "../detectors/finding_spans.ts";
import { ANY_GIVEN, NAME_KIND, nameKinds } from "./known_names.ts";
import {
  afterParticles,
  ARTICLE,
  between,
  followsAPlace,
  isFamilyName,
  isInitial,
  joinedName,
  mayBeFamily,
  namesAPlace,
  PARTICLE,
  restOfFamily,
  SPACE,
  type Style,
  styleOf,
} from "./name_shapes.ts";
import { COMMON, NO_FAMILY_NAME, PLACE_OR_FIRM } from "./name_words.ts";
import { CALLED_AS_PEOPLE, isOrdinaryWord } from "./ordinary_words.ts";
import { titledName } from "./titled_names.ts";
import type { Word } from "./words_of_text.ts";

/** First and last word of a name. */
type Found = readonly [number, number];

/**
 * Finds `Anna Müller`, `ANNA MÜLLER`, `Anna M. von der Müller`, `Müller, Anna`, `Müller Anna`, `A. Müller`,
 * `anna.mueller` and `Dr. Müller`.
 *
 * How sure the given name has to be depends on the family name, and the other way round: beside a common given name any
 * word may be a family's; a rare one needs a family name that is known, one that is a word too (`Rose`) a family name
 * that is none. A given name alone is no name, nor is one before a word of labels and titles ("Charlotte Airport").
 */
export function findStrangers(text: string, words: readonly Word[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const found = nameAt(text, words, i);
    if (!found) continue;
    const [first, last] = found;
    i = last;
    if (namesAPlace(text, words, last) || followsAPlace(text, words, first)) continue;
    const own = words.slice(first, last + 1).map(({ word }) => word);
    if (own.some((word, k) => CALLED_AS_PEOPLE.has(`${words[first + k - 1]?.word} ${word}`))) continue;
    spans.push({ from: words[first]!.from, to: words[last]!.to, key: own.toSorted().join(" ") });
  }
  return spans;
}

function nameAt(text: string, words: readonly Word[], i: number): Found | undefined {
  const titled = titledName(text, words, i);
  if (titled) return titled;
  const kinds = nameKinds(words[i]!.word);
  return ((kinds & ANY_GIVEN) === 0 ? undefined : givenThenFamily(text, words, i)) ??
    familyCommaGiven(text, words, i) ??
    initialThenFamily(text, words, i) ??
    koreanName(text, words, i) ??
    ((kinds & NAME_KIND.family) === 0 ? undefined : familyThenGiven(text, words, i));
}

/** Whether a family name is enough beside a given name of these kinds. */
function fits(given: number, text: string, family: Word): boolean {
  if (!mayBeFamily(text, family)) return false;
  const kinds = nameKinds(family.word);
  if ((given & NAME_KIND.commonGiven) !== 0) {
    return kinds !== 0 || !(isOrdinaryWord(family.word) || PLACE_OR_FIRM.has(family.word));
  }
  if ((kinds & NAME_KIND.family) !== 0) return true;
  return (given & NAME_KIND.given) !== 0 && (kinds & (NAME_KIND.familyWord | NAME_KIND.commonGiven)) !== 0;
}

/** "Anna Müller", "Anna M. von der Müller", "anna.mueller". */
function givenThenFamily(text: string, words: readonly Word[], i: number): Found | undefined {
  const style = styleOf(text, words[i]!);
  if (style === undefined) return undefined;
  let given = nameKinds(words[i]!.word);
  for (let k = i + 1, middle = 0; k < words.length && k - i <= 6; k++) {
    const { word, from, to } = words[k]!;
    const gap = between(text, words, k);
    if (style === "lower" ? !/^[._ ]$/.test(gap) : !/^(?:[ _\u00a0]|\. |-|['’])?$/.test(gap)) return undefined;
    if (style === "lower") return smallFamily(text, words, i, k, given);
    const joined = joinedName(text, words, k);
    if (joined > k) {
      if (mayBeFamily(text, words[joined]!)) return [i, restOfFamily(text, words, joined)];
      return undefined;
    }
    const written = text.slice(from, to);
    if (gap !== "") {
      if (PARTICLE.test(word) && SPACE.test(gap) && k + 1 < words.length) {
        if (ARTICLE.test(word) && !/^(?:van|von|vom|zu|op|in|aus|auf)$/.test(words[k - 1]!.word)) return undefined;
        continue;
      }
      const initial = /^\p{Lu}$/u.test(written) && (text[to] === "." || text[to] === " ");
      const kinds = nameKinds(word);
      if ((initial || (kinds & ANY_GIVEN) !== 0) && middle++ < 3 && nameFollows(text, words, k, initial)) {
        if (!initial && gap !== "") given |= kinds & ANY_GIVEN;
        continue;
      }
    }
    return fits(given, text, words[k]!) ? [i, restOfFamily(text, words, k)] : undefined;
  }
  return undefined;
}

/** "anna.mueller", and "anna mueller" where both are sure to be names. */
function smallFamily(text: string, words: readonly Word[], i: number, k: number, given: number): Found | undefined {
  const { word, from, to } = words[k]!;
  if (!/^[\p{Ll}\p{M}]{3,}$/u.test(text.slice(from, to)) || isExtension(text, words[k]!)) return undefined;
  if (COMMON.has(word) || NO_FAMILY_NAME.has(word)) return undefined;
  const sure = (given & NAME_KIND.commonGiven) !== 0;
  if (between(text, words, k) === " ") return sure && word.length >= 5 && isFamilyName(words[k]!) ? [i, k] : undefined;
  return sure || ((given & NAME_KIND.given) !== 0 && isFamilyName(words[k]!)) ? [i, k] : undefined;
}

/** Whether another word of the same name can follow a second given name, which may itself be the family's. */
function nameFollows(text: string, words: readonly Word[], k: number, initial: boolean): boolean {
  const next = words[k + 1];
  if (next === undefined || !/^(?:[ _\u00a0]|\. ?|-)$/.test(between(text, words, k + 1))) return false;
  const beyond = words[afterParticles(text, words, k + 1) ?? k + 1]!;
  const style: Style | undefined = styleOf(text, beyond);
  if (style === undefined || style === "lower" || NO_FAMILY_NAME.has(beyond.word) || COMMON.has(beyond.word)) {
    return false;
  }
  return initial || beyond !== next || between(text, words, k + 1) !== "-" || nameKinds(beyond.word) !== 0;
}

/** "Müller, Anna", "van der Meer, Lars", "Köhler-Brandt, Sabine", "Müller, A." */
function familyCommaGiven(text: string, words: readonly Word[], i: number): Found | undefined {
  let family = afterParticles(text, words, i);
  if (family === undefined) return undefined;
  family = joinedName(text, words, family);
  const style = styleOf(text, words[family]!);
  if (style !== "title" && style !== "upper") return undefined;
  for (let parts = 0; parts < 2 && words[family + 1] && /^[- ]$/.test(between(text, words, family + 1)); parts++) {
    if (!mayBeFamily(text, words[family + 1]!)) break;
    if (
      between(text, words, family + 1) === " " && !(isFamilyName(words[family]!) && isFamilyName(words[family + 1]!))
    ) break;
    family++;
  }
  const given = words[family + 1];
  if (!given || !/^, ?$/.test(between(text, words, family + 1))) return undefined;
  if (isInitial(text, given)) {
    return mayBeFamily(text, words[family]!) && isFamilyName(words[family]!) ? [i, family + 1] : undefined;
  }
  const kinds = nameKinds(given.word);
  if ((kinds & ANY_GIVEN) === 0 || styleOf(text, given) === "lower" || !fits(kinds, text, words[family]!)) {
    return undefined;
  }
  let last = family + 1;
  while (words[last + 1] && /^[ -]$/.test(between(text, words, last + 1)) && last - family < 3) {
    if ((nameKinds(words[last + 1]!.word) & ANY_GIVEN) === 0 || !mayBeFamily(text, words[last + 1]!)) break;
    last++;
  }
  return [i, last];
}

/** "A. Müller", "J. R. van Houten", "J.-P. Lefebvre": of a family name that is known. */
function initialThenFamily(text: string, words: readonly Word[], i: number): Found | undefined {
  if (!isInitial(text, words[i]!) || /[\p{L}\p{N}][.-]?$/u.test(text.slice(0, words[i]!.from))) return undefined;
  let at = i;
  while (at + 1 < words.length && isInitial(text, words[at]!) && /^\. ?-?$/.test(between(text, words, at + 1))) at++;
  const name = afterParticles(text, words, at);
  if (name === undefined || name === i) return undefined;
  const last = joinedName(text, words, name);
  const joined = last > name && mayBeFamily(text, words[last]!);
  if (!joined && !(mayBeFamily(text, words[last]!) && isFamilyName(words[last]!))) return undefined;
  return [i, restOfFamily(text, words, last)];
}

/** "Müller Anna", "Kovács János", "Nguyen Thi Lan": a family name that is known before a given name, or before two. */
function familyThenGiven(text: string, words: readonly Word[], i: number): Found | undefined {
  const style = styleOf(text, words[i]!);
  if ((style !== "title" && style !== "upper") || !mayBeFamily(text, words[i]!)) return undefined;
  let last = i, kinds = 0, count = 0;
  while (words[last + 1] && count < 3 && /^[ -]$/.test(between(text, words, last + 1))) {
    const next = words[last + 1]!, own = nameKinds(next.word);
    if ((own & ANY_GIVEN) === 0 || styleOf(text, next) !== style) break;
    kinds |= own;
    count++;
    last++;
  }
  const sure = (kinds & (NAME_KIND.commonGiven | NAME_KIND.given)) !== 0;
  return sure || count >= 2 ? [i, last] : undefined;
}

/** "Kim Min-seo": a family name of Korea before two syllables, of which the second is written small. */
function koreanName(text: string, words: readonly Word[], i: number): Found | undefined {
  if (!KOREAN.has(words[i]!.word) || styleOf(text, words[i]!) !== "title" || words[i + 2] === undefined) {
    return undefined;
  }
  if (between(text, words, i + 1) !== " " || between(text, words, i + 2) !== "-") return undefined;
  const [first, second] = [words[i + 1]!, words[i + 2]!].map(({ from, to }) => text.slice(from, to));
  return /^[A-Z][a-z]{1,5}$/.test(first!) && /^[a-z]{2,6}$/.test(second!) ? [i, i + 2] : undefined;
}

/** Family names of Korea in Latin letters. */
export const KOREAN: ReadonlySet<string> = new Set(
  ("kim lee park choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn an song yoo yu hong jeon ko go moon bae baek heo " +
    "nam noh roh ha joo ju").split(" "),
);

/** `anna.docx` is a file, `anna.example` a computer. */
function isExtension(text: string, { to, word }: Word): boolean {
  return EXTENSION.test(word) || text[to] === "(";
}

const EXTENSION =
  /^(?:docx?m?|xlsx?m?|pptx?|html?|json|java|xml|csv|txt|pdf|png|jpe?g|gif|svg|exe|dll|msg|eml|zip|sql|log|php|aspx?|jsp|com|org|net|edu|gov|info|biz|example|local|test|lan|name|value|id|md|yaml|yml|ini|cfg|mp[34]|avi|mov|wav)$/;
