/** Places in texts that can be told: the positions of Gulwani 2011, by runs of characters, delimiters and words. */
import { positionBits } from "../description_length.ts";
import type { Position, TokenKind } from "../program.ts";
import { occurrencesOf, tokensOf } from "../runtime.ts";

/** Positions of a text by a key that is the same for the same position in other texts. */
export type Places = ReadonlyMap<string, { readonly position: Position; readonly place: number }>;

const KINDS: readonly TokenKind[] = ["digits", "letters", "upper", "lower", "capitalised", "word", "nonspace"];
const NTHS = [0, 1, 2, 3, -1, -2, -3];
const MOST_COUNTED = 10;

/**
 * @param words texts that stand in most values of the column, such as `Order no.`
 */
export function placesIn(text: string, words: readonly string[]): Places {
  const places = new Map<string, { position: Position; place: number }>();
  const add = (key: string, position: Position, place: number) => places.set(key, { position, place });
  for (let at = 0; at <= Math.min(MOST_COUNTED, text.length); at++) {
    add(`s${at}`, { at, from: "start" }, at);
    add(`e${at}`, { at, from: "end" }, text.length - at);
  }
  for (const near of KINDS) {
    const runs = tokensOf(text, near);
    eachRun(runs, (nth, run) => {
      add(`${near}${nth}<`, { near, nth, edge: "before" }, run[0]);
      add(`${near}${nth}>`, { near, nth, edge: "after" }, run[1]);
    });
  }
  for (const part of new Set([...delimitersIn(text), ...words])) {
    eachRun(occurrencesOf(text, part), (nth, run) => {
      add(`"${part}${nth}<`, { text: part, nth, edge: "before" }, run[0]);
      add(`"${part}${nth}>`, { text: part, nth, edge: "after" }, run[1]);
    });
  }
  return places;
}

function eachRun(runs: readonly [number, number][], use: (nth: number, run: [number, number]) => void): void {
  for (const nth of NTHS) {
    const run = runs.at(nth);
    // `at` counts a negative number from the end; one beyond the beginning gives nothing.
    if (run && (nth < 0 ? -nth : nth + 1) <= runs.length) use(nth, run);
  }
}

/** Characters that part a text, and pairs of them such as `, ` and ` - `. */
export function delimitersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/[^\p{L}\p{N}\p{Co}]+/gu)) {
    if (run.length > 1 && run.length <= 3) found.add(run);
    for (const letter of run) found.add(letter);
    if (found.size > 14) break;
  }
  return [...found];
}

/** Words, and words with what follows them, that stand in most texts of a column. */
export function commonWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = new Set<string>();
    for (const [, word, after] of text.matchAll(/(\p{L}{2,})([^\p{L}\p{N}\p{Co}]*)/gu)) {
      own.add(word!);
      if (after !== "") own.add(word! + after!);
    }
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n >= 0.8 * texts.length && texts.length > 2).map(([word]) => word).slice(0, 16);
}

/** Positions that are at one place in each of the texts, the simplest first; by these places. */
export function commonPlaces(each: readonly Places[]): Map<string, { places: number[]; positions: Position[] }> {
  const found = new Map<string, { places: number[]; positions: Position[] }>();
  for (const [key, { position }] of each[0]!) {
    const places: number[] = [];
    for (const one of each) {
      const there = one.get(key);
      if (there === undefined) break;
      places.push(there.place);
    }
    if (places.length < each.length) continue;
    const tuple = places.join();
    const known = found.get(tuple);
    if (known) known.positions.push(position);
    else found.set(tuple, { places, positions: [position] });
  }
  for (const { positions } of found.values()) positions.sort((a, b) => positionBits(a) - positionBits(b));
  return found;
}
