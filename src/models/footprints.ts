/**
 * Footprints: for any two activities, which may directly follow the other.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 6.2 (relations >, →, ∥ and #) and
 * section 8.4 (comparing footprints).
 */
import { InputError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest_names.ts";
import { parsedObject, shown } from "./from_json.ts";
import { inspectSymbol } from "../base/inspect.ts";
import { moreLines } from "../base/lists.ts";

/**
 * `→` the second may directly follow the first and not the other way round, `←` the reverse, `∥` either may follow the
 * other, `#` neither. An activity that may follow itself is `∥` to itself.
 */
export type FootprintRelation = "→" | "←" | "∥" | "#";

export interface FootprintsParts {
  /** Distinct names. */
  readonly activities: readonly string[];
  /** Pairs of which the second may directly follow the first, by name. */
  readonly follows: Iterable<readonly [string, string]>;
  readonly starts: Iterable<string>;
  readonly ends: Iterable<string>;
}

/** The footprint matrix of a log or a model. Immutable. */
export class Footprints {
  /** In order of code units. */
  readonly activities: readonly string[];
  /** Activities that begin, and that end, a case; in order of code units. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly #follows: Uint8Array;
  readonly #index: ReadonlyMap<string, number>;

  /** @throws InputError if a pair, a start or an end names an activity that is not among those. */
  constructor({ activities, follows, starts, ends }: FootprintsParts) {
    this.activities = [...new Set(activities)].sort();
    this.#index = new Map(this.activities.map((name, i) => [name, i]));
    this.#follows = new Uint8Array(this.activities.length ** 2);
    for (const [from, to] of follows) this.#follows[this.#at(from, to)] = 1;
    this.starts = this.#known(starts);
    this.ends = this.#known(ends);
  }

  /** @throws InputError for a name that is not among the activities; see `has`. */
  mayFollow(from: string, to: string): boolean {
    return this.#follows[this.#at(from, to)] === 1;
  }

  /** @throws InputError for a name that is not among the activities; see `has`. */
  relation(first: string, second: string): FootprintRelation {
    const forth = this.mayFollow(first, second), back = this.mayFollow(second, first);
    return forth ? back ? "∥" : "→" : back ? "←" : "#";
  }

  has(activity: string): boolean {
    return this.#index.has(activity);
  }

  /** All pairs of which the second may directly follow the first, in order of names. */
  follows(): [string, string][] {
    return this.activities.flatMap((from) =>
      this.activities.flatMap((to): [string, string][] => this.mayFollow(from, to) ? [[from, to]] : [])
    );
  }

  /** The matrix, with numbers for names; of at most 40 activities. */
  toString(): string {
    const shownNames = this.activities.slice(0, 40);
    const width = String(shownNames.length).length;
    const cell = (text: string | number) => String(text).padStart(width);
    const name = Math.max(0, ...shownNames.map((one) => one.length));
    return [
      `Footprints of ${this.activities.length} activities; starts: ${this.starts.join(", ")}; ends: ${
        this.ends.join(", ")
      }`,
      `${" ".repeat(width + 1 + name)}  ${shownNames.map((_, i) => cell(i + 1)).join(" ")}`,
      ...shownNames.map((row, i) =>
        `${cell(i + 1)} ${row.padEnd(name)}  ${shownNames.map((column) => cell(this.relation(row, column))).join(" ")}`
      ),
      ...moreLines(this.activities.length - shownNames.length),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  /** Read again by `footprintsFromJson`. */
  toJSON(): {
    readonly kind: "footprints";
    readonly activities: readonly string[];
    readonly follows: readonly (readonly [string, string])[];
    readonly starts: readonly string[];
    readonly ends: readonly string[];
  } {
    const { activities, starts, ends } = this;
    return { kind: "footprints", activities, follows: this.follows(), starts, ends };
  }

  #at(from: string, to: string): number {
    return this.#code(from) * this.activities.length + this.#code(to);
  }

  #code(name: string): number {
    const code = this.#index.get(name);
    if (code !== undefined) return code;
    const near = nearestNames(String(name), this.activities).map((one) => `"${one}"`);
    throw new InputError(
      `Expected an activity of the footprints but found ${shown(name)}.` +
        (near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""),
    );
  }

  #known(names: Iterable<string>): string[] {
    return [...new Set(names)].sort((a, b) => this.#code(a) - this.#code(b));
  }
}

/**
 * Footprints from what `JSON.stringify` made of them.
 *
 * @param json a text or what `JSON.parse` makes of it.
 * @throws InputError if it is none.
 */
export function footprintsFromJson(json: unknown): Footprints {
  const { activities, follows, starts = [], ends = [] } = parsedObject("footprints", json);
  for (const [name, names] of Object.entries({ activities, starts, ends })) {
    if (Array.isArray(names) && names.every((one) => typeof one === "string")) continue;
    throw new InputError(`Expected ${name} of footprints to be an array of names but found ${shown(names)}.`);
  }
  const pair = (one: unknown) => Array.isArray(one) && one.length === 2 && one.every((n) => typeof n === "string");
  if (!Array.isArray(follows) || !follows.every(pair)) {
    throw new InputError(`Expected "follows" of footprints to be pairs of names but found ${shown(follows)}.`);
  }
  return new Footprints({
    activities: activities as string[],
    follows: follows as [string, string][],
    starts: starts as string[],
    ends: ends as string[],
  });
}
