/** Whose rows are those without a user: recorders of clipboards and systems often do not know. */
import { maskedWords, wordsWithDigits } from "./record_words.ts";
import { combineText, textAt } from "./text_columns.ts";
import type { TextColumn } from "../../base/column.ts";

/** The canonical columns that tell, aligned with the rows of the file. */
export interface UserClues {
  readonly user: TextColumn;
  /** Milliseconds UTC, NaN where missing. */
  readonly time: Float64Array;
  readonly end?: Float64Array | undefined;
  readonly host?: TextColumn | undefined;
  readonly eventType?: TextColumn | undefined;
  readonly app?: TextColumn | undefined;
  readonly window?: TextColumn | undefined;
  readonly element?: TextColumn | undefined;
  readonly values: readonly (TextColumn | undefined)[];
}

export interface FilledUsers {
  readonly column: TextColumn;
  /** Rows that got a user, and the first of them. */
  readonly filled: number;
  readonly example: number;
  /** Of these, rows at a time at which several users were active. */
  readonly chosen: number;
  /** Rows that stay without one, because nobody was active. */
  readonly left: readonly number[];
}

/** Users with a row that near are active; where there are none, one is who has a row within half an hour. */
const ACTIVE_MS = 10 * 60_000, LATEST_MS = 30 * 60_000;
/** Rows of a user around the one in question in which its values are looked for. */
const AROUND = 8;
/**
 * Log odds: for values that a user's rows nearby have too, against who was busy with something else, and for the rows
 * beside it in a file that holds one user after the other.
 */
const SAME_VALUE = 4, BUSY = -4, NEXT_IN_FILE = 6;

/**
 * Gives rows without a user to the one who was active then, on that host where hosts are known. Where several were, to
 * whose work it fits: by values that the user copied, entered or saw right before or after, by what usually comes after
 * what, by who was busy with something else, by the rows beside it in a file of one user after the other; on a tie the nearest in time. Rows at a
 * time at which nobody was active go to the user nearest in time, within half an hour.
 */
export function fillUsers(clues: UserClues): FilledUsers {
  const { user, time } = clues;
  const missing = Array.from(user.codes.keys()).filter((row) => user.codes[row]! < 0 && !Number.isNaN(time[row]!));
  const known = new Set(user.codes.filter((code, row) => code >= 0 && !Number.isNaN(time[row]!)));
  if (missing.length === 0 || known.size === 0) return { column: user, filled: 0, example: -1, chosen: 0, left: [] };
  const codes = user.codes.slice();
  if (known.size === 1) {
    const [only] = known;
    for (const row of missing) codes[row] = only!;
    return { column: { ...user, codes }, filled: missing.length, example: missing[0]!, chosen: 0, left: [] };
  }
  const people = new People(clues, codes);
  let chosen = 0;
  const left: number[] = [];
  for (const row of missing.sort((a, b) => time[a]! - time[b]! || a - b)) {
    const candidates = people.activeAt(row);
    if (candidates.length === 0) {
      left.push(row);
      continue;
    }
    if (candidates.length > 1) chosen++;
    const best = candidates.length === 1 ? candidates[0]! : people.likeliest(row, candidates);
    codes[row] = best;
    people.assign(row, best);
  }
  left.sort((a, b) => a - b);
  const example = user.codes.findIndex((code, row) => code < 0 && codes[row]! >= 0);
  return { column: { ...user, codes }, filled: missing.length - left.length, example, chosen, left };
}

/** What each user did, in time. */
class People {
  readonly #clues: UserClues;
  readonly #codes: Int32Array;
  /** Rows of each user by time. */
  readonly #rows: ReadonlyMap<number, number[]>;
  /** Whether the file holds one user after the other. */
  readonly #inBlocks: boolean;
  readonly #acts: TextColumn;
  readonly #pairs = new Map<string, number>();
  readonly #after = new Map<number, number>();
  readonly #words = new Map<number, ReadonlySet<string>>();

  constructor(clues: UserClues, codes: Int32Array) {
    this.#clues = clues;
    this.#codes = codes;
    const { time, eventType, app, window, element } = clues;
    this.#acts = combineText(
      [eventType, app, window, element],
      "act",
      codes.length,
      (type, program, title, name) =>
        [type, program, title && maskedWords(title), name && maskedWords(name)].join("\n"),
    );
    const known = Array.from(codes.keys()).filter((row) => codes[row]! >= 0 && !Number.isNaN(time[row]!));
    const names = clues.user.dictionary;
    const byUser = Map.groupBy(known, (row) => codes[row]!);
    this.#rows = new Map([...byUser].sort(([a], [b]) => names[a]! < names[b]! ? -1 : 1));
    const changes = known.filter((row, i) => i > 0 && codes[row] !== codes[known[i - 1]!]).length;
    this.#inBlocks = known.length >= 10 * byUser.size && changes <= 2 * byUser.size;
    for (const rows of this.#rows.values()) {
      rows.sort((a, b) => time[a]! - time[b]! || a - b);
      for (let i = 1; i < rows.length; i++) this.#count(this.#act(rows[i - 1]!), this.#act(rows[i]!));
    }
  }

  /** Users active at the time of a row: on its host, else anywhere, else the nearest one within half an hour. */
  activeAt(row: number): number[] {
    const { time, host } = this.#clues;
    const at = time[row]!, where = host ? host.codes[row]! : -1;
    const near: number[] = [], onHost: number[] = [];
    let nearest = -1, least = Infinity;
    for (const [user, rows] of this.#rows) {
      const i = this.#position(rows, row);
      const around = [rows[i - 1], rows[i]].filter((other) => other !== undefined);
      const distance = Math.min(...around.map((other) => Math.abs(time[other]! - at)));
      if (distance < least) [nearest, least] = [user, distance];
      if (distance > ACTIVE_MS) continue;
      near.push(user);
      if (where >= 0 && around.some((other) => host!.codes[other] === where)) onHost.push(user);
    }
    return onHost.length > 0 ? onHost : near.length > 0 ? near : least <= LATEST_MS ? [nearest] : [];
  }

  likeliest(row: number, candidates: readonly number[]): number {
    const { time } = this.#clues;
    const scored = candidates.map((user) => {
      const rows = this.#rows.get(user)!;
      const i = this.#position(rows, row);
      const distance = Math.min(
        ...[rows[i - 1], rows[i]].map((other) => other === undefined ? Infinity : Math.abs(time[other]! - time[row]!)),
      );
      return { user, distance, score: this.#fit(row, rows, i) + this.#besideInFile(row, user) };
    });
    return scored.sort((a, b) => b.score - a.score || a.distance - b.distance)[0]!.user;
  }

  assign(row: number, user: number): void {
    const rows = this.#rows.get(user)!;
    rows.splice(this.#position(rows, row), 0, row);
  }

  /** How much better a user's work becomes with the row in it. */
  #fit(row: number, rows: readonly number[], i: number): number {
    const { time, end } = this.#clues;
    const before = rows[i - 1], after = rows[i];
    const act = this.#act(row);
    let score = 0;
    if (before !== undefined) score += this.#logChance(this.#act(before), act);
    if (after !== undefined) score += this.#logChance(act, this.#act(after));
    if (before !== undefined && after !== undefined) score -= this.#logChance(this.#act(before), this.#act(after));
    if (before !== undefined && end && end[before]! > time[row]! + 1000) score += BUSY;
    const own = this.#wordsAt(row);
    if (own.size === 0) return score;
    const seen = rows.slice(Math.max(0, i - AROUND), i + AROUND)
      .filter((other) => Math.abs(time[other]! - time[row]!) <= ACTIVE_MS);
    return score + (seen.some((other) => !own.isDisjointFrom(this.#wordsAt(other))) ? SAME_VALUE : 0);
  }

  #besideInFile(row: number, user: number): number {
    if (!this.#inBlocks) return 0;
    return [row - 1, row + 1].filter((other) => this.#codes[other] === user).length * NEXT_IN_FILE;
  }

  #act(row: number): number {
    return this.#acts.codes[row]!;
  }

  #count(act: number, next: number): void {
    const key = `${act},${next}`;
    this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + 1);
    this.#after.set(act, (this.#after.get(act) ?? 0) + 1);
  }

  #logChance(act: number, next: number): number {
    const some = 0.5;
    return Math.log(
      ((this.#pairs.get(`${act},${next}`) ?? 0) + some / 10) / ((this.#after.get(act) ?? 0) + some),
    );
  }

  /** Values and numbers of records that a row has. */
  #wordsAt(row: number): ReadonlySet<string> {
    const known = this.#words.get(row);
    if (known) return known;
    const { values, window } = this.#clues;
    const texts = values.map((column) => column && textAt(column, row)).filter((text) => text !== undefined);
    const title = window && textAt(window, row);
    const words = new Set([
      ...texts.map((text) => text.trim().toLowerCase()).filter((text) => text.length >= 3),
      ...[...texts, ...(title === undefined ? [] : [title])].flatMap(wordsWithDigits),
    ]);
    this.#words.set(row, words);
    return words;
  }

  /** Where in a user's rows one belongs by time, then by its place in the file. */
  #position(rows: readonly number[], row: number): number {
    const { time } = this.#clues;
    let low = 0, high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1, other = rows[middle]!;
      if (time[other]! < time[row]! || (time[other] === time[row] && other < row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
