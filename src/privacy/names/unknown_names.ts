/** Names of people whom the log says nothing of: a given name that is common, beside what can be a family name. */
import type { Span } from "../detectors/finding_spans.ts";
import { GIVEN_NAMES } from "./given_names.ts";
import { COMMON, NO_FAMILY_NAME, PLACE_OR_FIRM } from "./name_words.ts";
import type { Word } from "./words_of_text.ts";

/**
 * Finds `Anna Müller`, `ANNA MÜLLER`, `Anna M. von der Müller`, `Müller, Anna` and `anna.mueller`. A given name alone is
 * none, nor is one before a word of labels and titles, such as "Charlotte Airport".
 *
 * @param except words that are no family names in this log, such as those of its applications.
 */
export function findStrangers(text: string, words: readonly Word[], except: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!GIVEN_NAMES.has(words[i]!.word) || except.has(words[i]!.word)) continue;
    const last = familyAfter(text, words, i, except);
    const first = last === undefined ? familyBefore(text, words, i, except) : i;
    if (first === undefined) continue;
    const until = last ?? i;
    if (namesAPlace(text, words, until)) continue;
    const own = words.slice(first, until + 1).map(({ word }) => word);
    spans.push({ from: words[first]!.from, to: words[until]!.to, key: own.toSorted().join(" ") });
    i = until;
  }
  return spans;
}

const PARTICLE = /^(?:van|von|de|der|den|du|del|della|di|da|la|le|zu|ten|ter|al|el|bin|dos|y)$/;

/** Index of the family name that ends the name begun at i. */
function familyAfter(text: string, words: readonly Word[], i: number, except: ReadonlySet<string>): number | undefined {
  const style = styleOf(text, words[i]!);
  if (style === undefined) return undefined;
  for (let k = i + 1, middle = 0; k < words.length && k - i <= 5; k++) {
    const { word, from, to } = words[k]!;
    const between = text.slice(words[k - 1]!.to, from);
    if (style === "lower" ? !/^[._]$/.test(between) : !/^(?:[ _]|\. |-|['’])?$/.test(between)) return undefined;
    const written = text.slice(from, to);
    if (/^(?:o|mc|mac|d|l)$/.test(word) && /^['’]?$/.test(text.slice(to, words[k + 1]?.from ?? to + 9))) continue;
    if (style !== "lower" && between !== "") {
      if (PARTICLE.test(word) && between === " ") continue;
      const initial = /^\p{Lu}$/u.test(written) && text[to] === ".";
      if ((initial || GIVEN_NAMES.has(word)) && middle++ < 2 && nameFollows(text, words, k)) continue;
    }
    return isFamily(word, written, style, except) && !isExtension(text, words[k]!, style) ? k : undefined;
  }
  return undefined;
}

/** "Simon Property Group", "Martin Luther King Avenue", "Maria-Hilf-Krankenhaus". */
function namesAPlace(text: string, words: readonly Word[], until: number): boolean {
  for (let k = until + 1; k < words.length && k <= until + 2; k++) {
    if (!/^[ .-]{0,2}$/.test(text.slice(words[k - 1]!.to, words[k]!.from))) return false;
    if (PLACE_OR_FIRM.has(words[k]!.word)) return true;
    if (words[k]!.word === "b" && words[k + 1]?.word === "v") return true;
  }
  return false;
}

/** Whether another word of the same name can follow a second given name, which may itself be the family's. */
function nameFollows(text: string, words: readonly Word[], k: number): boolean {
  const next = words[k + 1];
  return next !== undefined && /^(?:[ _]|\. )$/.test(text.slice(words[k]!.to, next.from)) &&
    styleOf(text, next) !== undefined && styleOf(text, next) !== "lower" && !NO_FAMILY_NAME.has(next.word) &&
    !COMMON.has(next.word);
}

/** Index of the family name that stands before a comma and the given name at i. */
function familyBefore(
  text: string,
  words: readonly Word[],
  i: number,
  except: ReadonlySet<string>,
): number | undefined {
  const style = styleOf(text, words[i]!), before = words[i - 1];
  if (before === undefined || style === undefined || style === "lower") return undefined;
  if (!/^, ?$/.test(text.slice(before.to, words[i]!.from))) return undefined;
  const own = styleOf(text, before);
  if (own === undefined || own === "lower") return undefined;
  if (!isFamily(before.word, text.slice(before.from, before.to), own, except)) return undefined;
  const double = words[i - 2];
  if (double && text.slice(double.to, before.from) === "-" && styleOf(text, double) === own) return i - 2;
  return i - 1;
}

/** How a word is written: as a name, in capitals, or in small letters; undefined otherwise. */
function styleOf(text: string, { from, to }: Word): "title" | "upper" | "lower" | undefined {
  const written = text.slice(from, to);
  if (/^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(written)) return "title";
  if (/^[\p{Lu}\p{M}'’]{2,}$/u.test(written)) return "upper";
  return /^[\p{Ll}\p{M}]{3,}$/u.test(written) ? "lower" : undefined;
}

function isFamily(
  word: string,
  written: string,
  style: "title" | "upper" | "lower",
  except: ReadonlySet<string>,
): boolean {
  if (except.has(word) || COMMON.has(word) || NO_FAMILY_NAME.has(word)) return false;
  if (style === "lower") return /^[\p{Ll}\p{M}]{3,}$/u.test(written);
  return /^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(written) || /^[\p{Lu}\p{M}'’]{3,}$/u.test(written);
}

/** `anna.docx` is a file, `anna.example` a computer. */
function isExtension(text: string, { to, word }: Word, style: string): boolean {
  return style === "lower" && (EXTENSION.test(word) || text[to] === "(");
}

const EXTENSION =
  /^(?:docx?m?|xlsx?m?|pptx?|html?|json|java|xml|csv|txt|pdf|png|jpe?g|gif|svg|exe|dll|msg|eml|zip|sql|log|php|aspx?|jsp|com|org|net|edu|gov|info|biz|example|local|test|lan|name|value|id|md|yaml|yml|ini|cfg|mp[34]|avi|mov|wav)$/;
