/**
 * What ties neighbouring interactions together whatever they do: a value that recurs shortly after, such as the number of
 * an order that is typed, opened and copied, the text of a copy and its paste, or the row of a sheet. Instances work on
 * different things, so their boundaries are hardly ever spanned by such a value.
 */
import { valueAt } from "../../db/column.ts";
import type { InteractionLog } from "../../log/interaction_log.ts";

/** Occurrences of a value that are at most so many interactions apart are of one cluster. */
const WITHIN = 60;
/** Interactions that a cluster spans at most: what goes on longer is a constant of the task, or a habit. */
const SPAN = 300;
/** Other occurrences of a value that are expected by chance on the way from one to the next. */
const CHANCE = 0.2;

/** How many values span the boundary before each interaction: 0, 1, or 2 for more. */
export function valueLinks(log: InteractionLog, offsets: Int32Array): Uint8Array {
  const n = log.interactions, open = new Int32Array(n + 1);
  const tokens = tokensOf(log);
  for (let s = 0; s + 1 < offsets.length; s++) {
    const from = offsets[s]!, to = offsets[s + 1]!;
    const places = new Map<number, number[]>();
    for (let i = from; i < to; i++) {
      for (const of of tokens) {
        for (const token of of(i)) {
          const list = places.get(token);
          if (!list) places.set(token, [i]);
          else if (list.at(-1) !== i) list.push(i);
        }
      }
    }
    for (const list of places.values()) {
      for (const cluster of clustersOf(list)) {
        if (cluster.at(-1)! - cluster[0]! > SPAN) continue;
        const others = (list.length - cluster.length) / (to - from);
        for (let p = 1; p < cluster.length; p++) {
          if ((cluster[p]! - cluster[p - 1]!) * others > CHANCE) continue;
          open[cluster[p - 1]! + 1]!++;
          open[cluster[p]! + 1]!--;
        }
      }
    }
  }
  const links = new Uint8Array(n);
  for (let i = 0, spanning = 0; i < n; i++) {
    spanning += open[i]!;
    links[i] = Math.min(2, spanning);
  }
  return links;
}

function clustersOf(places: readonly number[]): number[][] {
  const clusters: number[][] = [];
  for (const i of places) {
    const latest = clusters.at(-1);
    if (latest && i - latest.at(-1)! <= WITHIN) latest.push(i);
    else clusters.push([i]);
  }
  return clusters;
}

const NONE: readonly number[] = [];

/** For each column that holds data, the codes of the values and words of an interaction. */
function tokensOf(log: InteractionLog): ((i: number) => readonly number[])[] {
  const codes = new Map<string, number>();
  const codeOf = (token: string) => {
    let code = codes.get(token);
    if (code === undefined) codes.set(token, code = codes.size);
    return code;
  };
  const of = (name: string, split: (value: string) => Iterable<string>) => {
    const column = log.attribute(name);
    if (!column) return () => NONE;
    const known = new Map<string, readonly number[]>();
    const tokensOfValue = (value: string) => {
      let found = known.get(value);
      if (!found) known.set(value, found = [...new Set(split(value))].map(codeOf));
      return found;
    };
    if (column.kind === "text") {
      const all = column.dictionary.map(tokensOfValue);
      return (i: number) => column.codes[i]! < 0 ? NONE : all[column.codes[i]!]!;
    }
    return (i: number) => {
      const value = valueAt(column, i);
      return value === undefined || value === null ? NONE : tokensOfValue(String(value));
    };
  };
  const { codes: place, dictionary: places } = log.window;
  const row = log.attribute("rowKey");
  const rows = new Map<string, readonly number[]>();
  return [
    of("valueNew", wordsOfValue),
    of("valueOld", wordsOfValue),
    of("clipboard", wordsOfValue),
    of("windowTitle", numbersOf),
    of("url", numbersOf),
    of("elementName", numbersOf),
    of("elementLabel", numbersOf),
    (i) => {
      const value = row && valueAt(row, i);
      if (value === undefined || value === null || value === "") return NONE;
      const key = `row ${value} of ${places[place[i]!] ?? ""}`;
      let found = rows.get(key);
      if (!found) rows.set(key, found = [codeOf(key)]);
      return found;
    },
  ];
}

/** Letters of a value that are looked at. */
const LONGEST = 400;

function* wordsOfValue(value: string): Generator<string> {
  const plain = value.slice(0, LONGEST).trim().toLowerCase();
  if (plain === "") return;
  yield plain;
  for (const [word] of plain.matchAll(/\p{L}{4,}|\d{2,}/gu)) yield word;
}

/** Titles and addresses are mostly words of the application: only numbers of records tell. */
function* numbersOf(value: string): Generator<string> {
  for (const [number] of value.slice(0, LONGEST).matchAll(/\d{3,}/g)) yield number;
}
