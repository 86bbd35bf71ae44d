/** Runs of words in titles, each with a number that says what stands around it: most titles share few of them. */
import { isWord, type TitleParts, wordsOf } from "./title_parts.ts";

export interface WordRun {
  /** The slot. */
  readonly at: number;
  readonly words: readonly string[];
  /** The first and the last of its words. */
  readonly first: number;
  readonly last: number;
  /** Number of words proper. */
  readonly length: number;
  /** Equal where all else in the title is; rarely so where not. */
  readonly hash: number;
}

const LONGEST_RUN = 3, LONGEST_SLOT = 9;

/** Runs without `#` of one to three words, of slots with more words than these. */
export function runsOf(parts: TitleParts): WordRun[] {
  const runs: WordRun[] = [];
  for (const [at, slot] of parts.slots.entries()) {
    const words = wordsOf(slot);
    const proper = words.keys().filter((i) => isWord(words[i]!)).toArray();
    if (proper.length < 2 || proper.length > LONGEST_SLOT) continue;
    let around = at + 17;
    for (const [i, other] of parts.slots.entries()) if (i !== at) around = hashed(other, around * 31 + i);
    const [before, after] = hashesAround(words);
    for (const [from, first] of proper.entries()) {
      for (
        let length = 1;
        length <= LONGEST_RUN && from + length <= proper.length && length < proper.length;
        length++
      ) {
        const last = proper[from + length - 1]!;
        if (words.slice(first, last + 1).includes("#")) continue;
        const sides = (before[first]! * 31 + after[last + 1]!) >>> 0;
        runs.push({
          at,
          words,
          first,
          last,
          length,
          hash: sides * 2 ** 21 + (hashed(String(length), around) >>> 12) * 2,
        });
      }
    }
  }
  return runs;
}

/** Of the words before each and from each on. */
function hashesAround(words: readonly string[]): [Uint32Array, Uint32Array] {
  const before = new Uint32Array(words.length + 1), after = new Uint32Array(words.length + 1);
  words.forEach((word, i) => before[i + 1] = hashed(word, before[i]! + 7));
  for (let i = words.length - 1; i >= 0; i--) after[i] = hashed(words[i]!, after[i + 1]! + 11);
  return [before, after];
}

/** FNV-1a of code units. */
function hashed(text: string, seed: number): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
