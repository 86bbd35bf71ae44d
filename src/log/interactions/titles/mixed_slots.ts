/**
 * Places in titles where privacy masked some names and left others: "[name] - Customer # - CRM" and "Deniz Wolf -
 * Customer # - CRM" are one screen, for masks tell what stands there.
 */
import { lookOfName } from "./look_of_names.ts";
import { hasMark, kindOfMark, piecesOf, withoutMarks } from "./marks.ts";
import { isWord, partsOf } from "./title_parts.ts";

interface Title {
  readonly group: number;
  text: string;
  readonly visits: readonly number[];
}

interface Place<T> {
  readonly title: T;
  readonly filler: string;
  /** Of the mark where the filler is nothing else. */
  readonly kind: string | undefined;
  readonly changed: string;
}

const LONGEST = 5;
/** What only may be a name has no more of the visits to its place: a screen comes often. */
const RARE = 0.1;

/** Puts `#` for marks and for what else stands in their places and is data too; whether anything changed. */
export function openMixedSlots<T extends Title>(all: readonly T[], data: Set<string>): boolean {
  const places = placesOfMarks(all);
  const done = new Set<T>();
  const order = [...places].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [key, of] of order) {
    const left = of.filter(({ title }) => !done.has(title));
    const kinds = new Set(left.flatMap(({ kind }) => kind ?? []));
    if (kinds.size === 0) continue;
    const visits = left.reduce((sum, { title }) => sum + title.visits.length, 0);
    const others = left.filter(({ kind, filler, title }) =>
      kind === undefined && isData(filler, kinds, data, key.includes("#") && title.visits.length <= RARE * visits)
    );
    if (others.length === 0) continue;
    for (const { title, changed } of [...others, ...left.filter(({ kind }) => kind !== undefined)]) {
      title.text = changed;
      done.add(title);
    }
    for (const { filler } of others) for (const word of wordsIn(filler)) data.add(word);
  }
  return done.size > 0;
}

/** By what stands around: places that hold a mark in one title at least. */
function placesOfMarks<T extends Title>(all: readonly T[]): Map<string, Place<T>[]> {
  const found = new Map<string, Place<T>[]>();
  const lefts = new Set<string>(), rights = new Set<string>();
  const keep = (title: T, [from, to]: Run, kind: string | undefined) => {
    const { group, text } = title,
      left = text.slice(0, from),
      right = text.slice(to),
      key = `${group} ${left}*${right}`;
    const own = found.get(key);
    if (!own && kind === undefined) return;
    const place = { title, kind, filler: text.slice(from, to), changed: `${left}#${right}` };
    if (own) own.push(place);
    else found.set(key, [place]);
    if (kind === undefined) return;
    lefts.add(left);
    rights.add(right);
  };
  for (const title of all) {
    if (!hasMark(title.text)) continue;
    for (const slot of piecesOfSlots(title.text)) {
      for (const [from, to] of slot) {
        const kind = kindOfMark(title.text.slice(from, to));
        if (kind !== undefined) keep(title, [from, to], kind);
      }
    }
  }
  if (found.size === 0) return found;
  for (const title of all) {
    const { text } = title;
    for (const slot of piecesOfSlots(text)) {
      for (const [first, [from]] of slot.entries()) {
        if (!lefts.has(text.slice(0, from))) continue;
        for (const [, to] of slot.slice(first, first + LONGEST)) {
          if (rights.has(text.slice(to)) && kindOfMark(text.slice(from, to)) === undefined) {
            keep(title, [from, to], undefined);
          }
        }
      }
    }
  }
  return found;
}

type Run = readonly [from: number, to: number];

/** Where the words and marks of each slot begin and end. */
function piecesOfSlots(text: string): Run[][] {
  const { slots, separators } = partsOf(text);
  let at = 0;
  return slots.map((slot, s) => {
    const runs: Run[] = [];
    for (const piece of piecesOf(slot)) {
      if (isWord(piece) || piece === "#") runs.push([at, at + piece.length]);
      at += piece.length;
    }
    at += separators[s]?.length ?? 0;
    return runs;
  });
}

function isData(filler: string, kinds: ReadonlySet<string>, data: ReadonlySet<string>, mayBe: boolean): boolean {
  const words = wordsIn(filler);
  // "#" beside "[phone]", "[name] [name]"; "Dr. [name]" and "Bob [name]" beside "[name]".
  if (words.length === 0) return true;
  if (!kinds.has("name") || !/^[\p{L}\p{M}\s.,'’#-]+$/u.test(withoutMarks(filler))) return false;
  const initials = words.filter((word) => !/^\p{Lu}$/u.test(word));
  const look = lookOfName(initials, data);
  if (look !== undefined) return look === "sure" || mayBe;
  return hasMark(filler) &&
    initials.every((word) => /^(?:\p{Lu}\p{Ll}?|Mrs|Miss|Prof|Herr|Frau|Sr[ae]|Mme|Mlle)$/u.test(word));
}

function wordsIn(filler: string): string[] {
  return piecesOf(withoutMarks(filler)).filter(isWord);
}
