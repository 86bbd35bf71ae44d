/** Whether what stands in one place of many titles is data: a name, a subject, a record. */
import { association } from "./association.ts";
import { isNameWord, isSureNameWord, PARTICLE } from "./look_of_names.ts";
import { hasMark } from "./marks.ts";
import { isScreenWord } from "./screen_words.ts";
import { isWord, wordsOf } from "./title_parts.ts";

/** What stood in a place, and when: one entry a visit. */
export interface Fillers {
  /** Number of the filler of each visit. */
  readonly filler: readonly number[];
  readonly fillers: readonly string[];
  /** Number of the visit among all. */
  readonly visit: readonly number[];
  /** What was shown before and after that entry, without words of its filler: a record is shown in many screens. */
  readonly before: (entry: number) => string;
  readonly after: (entry: number) => string;
}

/** With fewer values a place tells screens apart. */
const LEAST_VALUES = 8, LEAST_WITH_RECORD = 5;
/** So many words that are no names, and go on coming, are no screens: programs do not have as many that look alike. */
const MANY_VALUES = 20;
/** Good-Turing: the chance that the next episode shows a value that was never seen. Screens do not go on forever. */
const NEW = 0.25;
/** Visits so close to each other, by number, are one episode: a record is looked at again while it is worked on. */
const EPISODE = 12;
/** Values that tell so little about what is shown before and after are interchangeable. */
const ASSOCIATED = 0.3;
/** Where a record is always called the same, its name says no more than its number: it has to tell a lot to be a screen. */
const ASSOCIATED_NAME = 0.5;
/** Where a visit shows one value so often, that value is a screen of its own. */
const DOMINANT = 0.34;
/** Names of people and firms have words of screens in them at times. */
const SCREENS = 0.2;

export interface OpenSlotRules {
  /** The place is in one slot with the number of a record: "KB# Reset a locked account". */
  readonly record?: boolean;
  /** … and most of its values come with one such number only. */
  readonly named?: boolean;
  /** The title has the number of a record in another slot: "Jana Rossi - Customer # - CRM". */
  readonly beside?: boolean;
  /** It says what was searched for: "Search: Rossi - CRM". */
  readonly searched?: boolean;
  /** Words that are data in other places. */
  readonly data: ReadonlySet<string>;
}

/**
 * The fillers that are data; none where the place is context. Data has many values that are alike in form, of which new
 * ones keep coming, or which do not change what happens before and after, as screens of a program do. Both are weak
 * evidence where a log is short, and screens may come in any order. So values without the number of a record have to
 * look like names too.
 */
export function openFillers(found: Fillers, rules: OpenSlotRules): Set<number> {
  const marks = new Set(found.fillers.keys().filter((one) => hasMark(found.fillers[one]!)));
  const others = new Set(found.fillers.keys().filter((one) => !marks.has(one)));
  const open = openAmong(found, rules, others);
  return open.size > 0 ? open.union(marks) : open;
}

/** As `openFillers`, of some fillers; what privacy masked says nothing of how the others look. */
function openAmong(all: Fillers, rules: OpenSlotRules, judged: ReadonlySet<number>): Set<number> {
  const found = only(all, judged);
  const counts = new Map<number, number>();
  for (const one of found.filler) counts.set(one, (counts.get(one) ?? 0) + 1);
  const n = found.filler.length;
  const isOwnScreen = (times: number) => counts.size >= 3 && times >= 4 && times > n * DOMINANT;
  const kept = new Set([...counts].filter(([, times]) => !isOwnScreen(times)).map(([one]) => one));
  const texts = [...kept].map((one) => found.fillers[one]!);
  if (areOfData(texts, rules.data)) return kept;
  const none = new Set<number>();
  if (kept.size < (rules.record ? LEAST_WITH_RECORD : LEAST_VALUES)) return none;
  const at = found.filler.keys().filter((i) => kept.has(found.filler[i]!)).toArray();
  if (rules.record) {
    return associationBeside(found, at) < (rules.named ? ASSOCIATED_NAME : ASSOCIATED) ? kept : none;
  }
  if (rules.searched && texts.filter(isOfScreens).length <= SCREENS * texts.length) return kept;
  if (!alikeInForm(texts) || texts.filter(isOfScreens).length > SCREENS * texts.length) return none;
  const fresh = shareSeenOnce(at.map((i) => [found.filler[i]!, found.visit[i]!]));
  const likely = rules.beside || texts.every((text) => isName(text) || /^\p{N}+$/u.test(text));
  if (fresh >= NEW) return likely || kept.size >= MANY_VALUES ? kept : none;
  return likely && at.length >= 3 * kept.size && associationBeside(found, at) < ASSOCIATED ? kept : none;
}

/** The visits that show some of the fillers. */
function only(found: Fillers, judged: ReadonlySet<number>): Fillers {
  if (judged.size === found.fillers.length) return found;
  const at = found.filler.keys().filter((i) => judged.has(found.filler[i]!)).toArray();
  return {
    ...found,
    filler: at.map((i) => found.filler[i]!),
    visit: at.map((i) => found.visit[i]!),
    before: (entry) => found.before(at[entry]!),
    after: (entry) => found.after(at[entry]!),
  };
}

/** Share of the episodes whose value has no other. */
function shareSeenOnce(visits: readonly (readonly [filler: number, visit: number])[]): number {
  const episodes = new Map<number, number>(), last = new Map<number, number>();
  let all = 0;
  for (const [filler, visit] of visits.toSorted((a, b) => a[1] - b[1])) {
    const before = last.get(filler);
    last.set(filler, visit);
    if (before !== undefined && visit - before <= EPISODE) continue;
    episodes.set(filler, (episodes.get(filler) ?? 0) + 1);
    all++;
  }
  return episodes.values().filter((times) => times === 1).toArray().length / all;
}

/** How much fillers tell about what is shown before or after, whichever is more; 0 where nobody can say. */
function associationBeside(found: Fillers, at: readonly number[]): number {
  const filler = at.map((i) => found.filler[i]!);
  const sides = [found.before, found.after].map((side) => association(filler, commonOnly(at.map(side))));
  return Math.max(...sides.map((value) => value ?? 0));
}

/** Four values or more, all of words that are data elsewhere or names of people. */
function areOfData(texts: readonly string[], data: ReadonlySet<string>): boolean {
  const words = texts.flatMap((text) => wordsOf(text).filter(isWord));
  if (texts.length < 4 || words.length === 0) return false;
  if (words.filter((word) => data.has(word)).length >= 0.9 * words.length) return true;
  if (!words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word))) return false;
  return words.filter((word) => isNameWord(word, data)).length >= 0.9 * words.length &&
    words.filter(isSureNameWord).length >= 0.5 * words.length;
}

/** Most have one number of words, and no word is in half of them. */
function alikeInForm(texts: readonly string[]): boolean {
  const lengths = new Map<number, number>(), within = new Map<string, number>();
  for (const text of texts) {
    const words = wordsOf(text).filter(isWord);
    lengths.set(words.length, (lengths.get(words.length) ?? 0) + 1);
    for (const word of new Set(words)) within.set(word, (within.get(word) ?? 0) + 1);
  }
  return Math.max(...lengths.values()) >= 0.7 * texts.length && Math.max(0, ...within.values()) < 0.5 * texts.length;
}

function isOfScreens(text: string): boolean {
  return wordsOf(text).some(isScreenWord);
}

/** Each word begins with a capital letter, as names of people and firms do; particles as "van" and "de" may not. */
function isName(text: string): boolean {
  const words = wordsOf(text).filter(isWord);
  return words.length >= 2 && words.length <= 5 && words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word));
}

/** Numbers of the values; those of less than one in twenty visits have the same. */
function commonOnly(values: readonly string[]): number[] {
  const counts = new Map<string, number>(), numbers = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, times] of counts) numbers.set(value, times * 20 >= values.length ? numbers.size : -1);
  return values.map((value) => numbers.get(value)!);
}
