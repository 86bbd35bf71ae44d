/** Pieces of texts: wholes, parts, tokens, slices, cleaned and re-joined. */
import type { Cleaning, Position, Program, TokenKind } from "../program.ts";
import { applied } from "../run_program.ts";
import * as runtime from "../runtime.ts";
import type { AtomPool } from "./atoms.ts";
import { commonPlaces, commonWords, delimitersIn, type Places, placesIn } from "./places.ts";

const TOKENS: readonly TokenKind[] = ["digits", "letters", "upper", "word", "nonspace", "number", "capitalised"];
const NTHS = [0, 1, 2, -1, -2];
/** Positions of one place that are tried; the rest are longer ways to say it. */
const MOST_POSITIONS = 6;

/** Offers everything that can be cut from the texts of an input. */
export function offerTexts(pool: AtomPool, source: Program, values: readonly (string | undefined)[]): void {
  const { examples } = pool;
  if (values.slice(0, examples).some((value) => value === undefined || value === "")) return;
  offerPieces(pool, source, values);
  for (const keep of ["ascii", "german"] as const) {
    const view: Program = { op: "clean", of: source, keep };
    const cleaned = values.map((value) => applied(view, value));
    if (cleaned.slice(0, examples).some((value, row) => value !== values[row])) offerPieces(pool, view, cleaned);
  }
  for (const view of viewsOf(source, values[0]!)) {
    const changed = values.map((value) => applied(view, value));
    if (changed[0] === values[0] || changed[0] === undefined) continue;
    pool.offer(view, changed);
    for (let at = 1; at <= 4; at++) {
      const start = { at: 0, from: "start" } as const, end = { at: 0, from: "end" } as const;
      offerApplied(pool, { op: "slice", of: view, from: start, to: { at, from: "start" } }, changed);
      offerApplied(pool, { op: "slice", of: view, from: { at, from: "end" }, to: end }, changed);
    }
  }
}

type OfOne = Extract<Program, { readonly of: Program }>;

/** Offers one more operation on values, after a look at the first example. */
function offerApplied(pool: AtomPool, program: OfOne, values: readonly (string | undefined)[]): void {
  for (let row = 0; row < pool.examples; row++) if (!pool.mayFit(applied(program, values[row]), row)) return;
  pool.offer(program, values.map((value) => applied(program, value)));
}

function viewsOf(of: Program, example: string): OfOne[] {
  const views: OfOne[] = [];
  const clean = (keep: Cleaning) => views.push({ op: "clean", of, keep });
  clean("trim");
  clean("single spaces");
  clean("no spaces");
  clean("digits");
  clean("letters");
  clean("letters and digits");
  for (const join of ["", ".", ". ", " ", "-"]) views.push({ op: "initials", of, join });
  for (const find of delimitersIn(example)) {
    if (find.length > 1 && !example.includes(find)) continue;
    for (const by of ["", " ", "-", "_", ".", "/", ",", ";", "+"]) {
      if (find !== by) views.push({ op: "replace", of, find, by });
    }
  }
  return views;
}

function offerPieces(pool: AtomPool, source: Program, values: readonly (string | undefined)[]): void {
  pool.offer(source, values);
  const parts = delimitersIn(values[0]!).flatMap((delimiter) =>
    NTHS.map((nth): OfOne => ({ op: "part", of: source, delimiter, nth }))
  );
  const tokens = TOKENS.flatMap((token) => NTHS.map((nth): OfOne => ({ op: "token", of: source, token, nth })));
  for (const piece of [...parts, ...tokens]) {
    offerApplied(pool, piece, values);
    offerEnds(pool, piece, values);
  }
  offerSlices(pool, source, values);
}

/** The first and the last characters of a piece, such as the initial of a name. */
function offerEnds(pool: AtomPool, piece: OfOne, values: readonly (string | undefined)[]): void {
  const first = applied(piece, values[0]);
  if (first === undefined || first.length < 2) return;
  for (const at of [1, 2, 3]) {
    const starts = pool.mayFit(first.slice(0, at), 0), ends = pool.mayFit(first.slice(-at), 0);
    if (!starts && !ends) return;
    const pieces = values.map((value) => applied(piece, value));
    const start = { at: 0, from: "start" } as const, end = { at: 0, from: "end" } as const;
    if (starts) offerApplied(pool, { op: "slice", of: piece, from: start, to: { at, from: "start" } }, pieces);
    if (ends) offerApplied(pool, { op: "slice", of: piece, from: { at, from: "end" }, to: end }, pieces);
  }
}

interface Cut {
  readonly from: { places: number[]; positions: Position[] };
  readonly to: { places: number[]; positions: Position[] };
}

/** Slices between common places, if no longer one fits as well. */
function offerSlices(pool: AtomPool, source: Program, values: readonly (string | undefined)[]): void {
  const { examples } = pool;
  const texts = values.slice(0, examples) as string[];
  if (texts.some((text) => text.length > 2000)) return;
  const words = commonWords(values.filter((value) => value !== undefined));
  const places = texts.map((text): Places => placesIn(text, words));
  const common = [...commonPlaces(places).values()];
  const first = texts[0]!;
  const reach = longestFits(pool, first);
  const cuts = new Map<string, Cut>();
  for (const from of common) {
    const start = from.places[0]!;
    for (const to of common) {
      const end = to.places[0]!;
      if (end <= start || end - start > reach(start)) continue;
      if (texts.every((text, k) => pool.mayFit(text.slice(from.places[k], to.places[k]).trim(), k))) {
        cuts.set(`${from.places.join()} ${to.places.join()}`, { from, to });
      }
    }
  }
  for (const { from, to } of cuts.values()) {
    // A longer one that only has a space more is no better.
    const before = from.places.map((place) => place - 1), after = to.places.map((place) => place + 1);
    if (first[before[0]!] !== " " && cuts.has(`${before.join()} ${to.places.join()}`)) continue;
    if (first[after[0]! - 1] !== " " && cuts.has(`${from.places.join()} ${after.join()}`)) continue;
    const isWhole = from.places.every((place) => place === 0) &&
      to.places.every((place, k) => place === texts[k]!.length);
    if (isWhole) continue;
    for (const a of from.positions.slice(0, MOST_POSITIONS)) {
      for (const b of to.positions.slice(0, MOST_POSITIONS)) {
        pool.offer({ op: "slice", of: source, from: a, to: b }, values.map((value) => runtime.slice(value, a, b)));
      }
    }
  }
}

/** How long a text may go on from a place of the first example so that it still stands in the output. */
function longestFits(pool: AtomPool, text: string): (from: number) => number {
  const known = new Map<number, number>();
  const fits = (piece: string) => piece.trim() === "" || pool.mayFit(piece.trim(), 0);
  return (from) => {
    let length = known.get(from);
    if (length === undefined) {
      length = 0;
      while (from + length < text.length && fits(text.slice(from, from + length + 1))) length++;
      known.set(from, length);
    }
    return length;
  };
}
