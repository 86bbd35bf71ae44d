/** The forms in which one identifier is written: with a prefix, leading zeros or separators, or with a slip of the finger. */
import { TAGGED_MARK } from "../../privacy/marks_in_text.ts";

/** Shorter identifiers stand in texts by chance. */
const SHORTEST = 4;
/** The longest hash is of 128 characters. */
export const LONGEST = 130;
/** Words of a text that are read. */
const MOST_WORDS = 60;

/** As it is compared exactly: without outer spaces, in lower case. */
export function exactForm(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * What is left of an identifier when spaces, separators, a prefix of letters before digits, and leading zeros are taken
 * off: `SO-0010234`, `10 234` and `10234` are one. Undefined where too little is left to tell anything.
 */
export function coreForm(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const joined = text.toUpperCase().replace(/[\s\-_./#:]+/gu, "");
  const core = /^\p{L}*\d+$/u.test(joined) ? joined.replace(/^\p{L}*0*/u, "") : joined;
  return core.length >= SHORTEST && /\d/.test(core) ? core : undefined;
}

/** Whether a text is long and odd enough that its occurrence elsewhere is no chance. */
export function isTelling(text: string): boolean {
  const length = text.trim().length;
  return /\d/.test(text) ? length >= SHORTEST : length >= 6;
}

/** Parts of a text that may be identifiers: itself, its words, parts of words, and neighbouring words joined. */
export function partsOf(text: string): { exact: Set<string>; joined: Set<string> } {
  const exact = new Set<string>(), joined = new Set<string>();
  const marks = text.match(TAGGED_MARK);
  for (const mark of marks ?? []) exact.add(exactForm(mark));
  const plain = marks ? text.replace(TAGGED_MARK, " ") : text;
  const whole = plain.trim();
  if (whole.length > 0 && whole.length <= LONGEST) exact.add(exactForm(whole));
  const words = plain.split(/[\s"'`()[\]{}<>,;=?&|*]+/u).filter((word) => word !== "").slice(0, MOST_WORDS);
  for (const word of words) {
    if (word.length > 3 * LONGEST) continue;
    addWord(exact, word);
    for (const part of word.split(/[/\\#:_]+/u)) addWord(exact, part);
  }
  for (const run of [2, 3]) {
    for (let i = 0; i + run <= words.length; i++) {
      const together = words.slice(i, i + run);
      if (together.some((word) => /\d/.test(word)) && together.join("").length <= 24) joined.add(together.join(" "));
    }
  }
  return { exact, joined };
}

function addWord(words: Set<string>, word: string): void {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (bare.length >= 2 && bare.length <= LONGEST) words.add(exactForm(bare));
  const withoutEnding = bare.replace(/\.[a-z][a-z\d]{1,4}$/i, "");
  if (withoutEnding !== bare && withoutEnding.length >= 2) words.add(exactForm(withoutEnding));
}

/**
 * All texts that one slip away: a character changed, dropped, added, or two neighbours swapped (Damerau, Communications
 * of the ACM 7(3), 1964). Characters are changed into their own kind.
 */
export function* slipsOf(core: string): Generator<string> {
  const characters = /^\d+$/.test(core) ? "0123456789" : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (let i = 0; i <= core.length; i++) {
    const before = core.slice(0, i);
    for (const one of characters) yield before + one + core.slice(i);
    if (i === core.length) break;
    yield before + core.slice(i + 1);
    for (const one of characters) if (one !== core[i]) yield before + one + core.slice(i + 1);
    if (i + 1 < core.length && core[i] !== core[i + 1]) yield before + core[i + 1] + core[i] + core.slice(i + 2);
  }
}

/** Whether one slip leads from one text to the other; not whether they are equal. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0, ends = 0;
  const shortest = Math.min(a.length, b.length);
  while (from < shortest && a[from] === b[from]) from++;
  while (ends < shortest - from && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
  const [restA, restB] = [a.slice(from, a.length - ends), b.slice(from, b.length - ends)];
  if (Math.max(restA.length, restB.length) === 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
