/** Words of a text with their places, as names are looked up by. */
import { folded } from "./name_words.ts";

export interface Word {
  /** Folded. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+/gu;
/** "invoiceMustermann" and "MustermannErika" hold two words. */
const PART = /\p{Lu}?[\p{Ll}\p{M}'’]+(?=\p{Lu}\p{Ll})|.+/gu;

/** Words, split where a capital begins another within them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    for (const part of match[0].matchAll(PART)) words.push(wordAt(part[0], match.index + part.index));
  }
  return words;
}

/** As `wordsOf`, but not split; undefined where that is the same. */
export function wholeWordsOf(text: string, words: readonly Word[]): Word[] | undefined {
  const whole: Word[] = [];
  for (const match of text.matchAll(WORD)) whole.push(wordAt(match[0], match.index));
  return whole.length === words.length ? undefined : whole;
}

function wordAt(written: string, from: number): Word {
  const name = written.replace(/['’][sS]?$/, "");
  return { word: folded(name), from, to: from + name.length };
}
