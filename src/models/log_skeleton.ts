/**
 * Log skeletons: how often activities occur, and which relations hold between them in whole traces.
 *
 * Verbeek & de Carvalho, "Log skeletons: a classification approach to process discovery", 2018 (arXiv:1806.08247);
 * without its artificial start and end activities.
 */
import { InputError } from "../base/errors.ts";
import { parsedObject, shown } from "./from_json.ts";
import { inspectSymbol } from "../base/inspect.ts";
import { moreLines } from "../base/lists.ts";

/**
 * Of two activities a and b:
 * - `equivalence`: they occur equally often in a case.
 * - `alwaysAfter`: after each a comes a b, some time.
 * - `alwaysBefore`: before each a came a b, some time.
 * - `neverTogether`: no case has both.
 * - `directlyFollows`: right after each a comes b.
 */
export type SkeletonRelation =
  | "equivalence"
  | "alwaysAfter"
  | "alwaysBefore"
  | "neverTogether"
  | "directlyFollows";

export const SKELETON_RELATIONS: readonly SkeletonRelation[] = [
  "equivalence",
  "alwaysAfter",
  "alwaysBefore",
  "neverTogether",
  "directlyFollows",
];

export type ActivityPair = readonly [string, string];

export interface LogSkeletonParts extends Readonly<Record<SkeletonRelation, readonly ActivityPair[]>> {
  /** How often each activity may occur in a case: allowed numbers, ascending. */
  readonly frequencies: Readonly<Record<string, readonly number[]>>;
}

/** Relations as pairs in order of names. Immutable. */
export class LogSkeleton implements LogSkeletonParts {
  /** Activities of the log, in order of code units. */
  readonly activities: readonly string[];
  readonly equivalence: readonly ActivityPair[];
  readonly alwaysAfter: readonly ActivityPair[];
  readonly alwaysBefore: readonly ActivityPair[];
  readonly neverTogether: readonly ActivityPair[];
  readonly directlyFollows: readonly ActivityPair[];
  readonly frequencies: Readonly<Record<string, readonly number[]>>;

  /** @throws InputError if a relation names an activity without frequencies. */
  constructor(parts: LogSkeletonParts) {
    this.activities = Object.keys(parts.frequencies).sort();
    this.frequencies = byName(
      this.activities.map((name) => [name, [...parts.frequencies[name]!].sort((a, b) => a - b)]),
    );
    this.equivalence = sorted(parts.equivalence);
    this.alwaysAfter = sorted(parts.alwaysAfter);
    this.alwaysBefore = sorted(parts.alwaysBefore);
    this.neverTogether = sorted(parts.neverTogether);
    this.directlyFollows = sorted(parts.directlyFollows);
    const known = new Set(this.activities);
    for (const relation of SKELETON_RELATIONS) {
      for (const name of this[relation].flat()) {
        if (known.has(name)) continue;
        throw new InputError(
          `Expected the frequencies of a log skeleton to tell how often "${name}" occurs, which its ${relation} ` +
            `names, but found nothing.`,
        );
      }
    }
  }

  toString(): string {
    const lines = SKELETON_RELATIONS.map((relation) => {
      const pairs = this[relation];
      const some = pairs.slice(0, 5).map(([a, b]) => `${a} ${SIGNS[relation]} ${b}`).join(", ");
      return `  ${relation}: ${pairs.length}` +
        (pairs.length > 0 ? ` (${some}${pairs.length > 5 ? ", …" : ""})` : "");
    });
    const times = this.activities.slice(0, 60).map((name) => `  ${name}: ${this.frequencies[name]!.join(", ")}`);
    return [
      `Log skeleton of ${this.activities.length} activities`,
      ...lines,
      "Occurrences in a case",
      ...times,
      ...moreLines(this.activities.length - 60, "  "),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  /** Read again by `logSkeletonFromJson`. */
  toJSON(): LogSkeletonParts & { readonly kind: "log skeleton" } {
    const { equivalence, alwaysAfter, alwaysBefore, neverTogether, directlyFollows, frequencies } = this;
    return {
      kind: "log skeleton",
      equivalence,
      alwaysAfter,
      alwaysBefore,
      neverTogether,
      directlyFollows,
      frequencies,
    };
  }
}

/**
 * A log skeleton from what `JSON.stringify` made of it; relations left out are empty.
 *
 * @param json a text or what `JSON.parse` makes of it.
 * @throws InputError if it is none.
 * @example
 * ```ts
 * import { discoverLogSkeleton, logSkeletonFromJson, readLog } from "tracebook";
 * const skeleton = discoverLogSkeleton(await readLog("data/order-to-cash.csv"));
 * logSkeletonFromJson(JSON.stringify(skeleton)).activities.length === skeleton.activities.length; // true
 * ```
 */
export function logSkeletonFromJson(json: unknown): LogSkeleton {
  const found = parsedObject("a log skeleton", json);
  const pairs = (relation: SkeletonRelation): ActivityPair[] => {
    const list = found[relation] ?? [];
    if (!Array.isArray(list)) throw unlike(relation, "an array of pairs of activities", list);
    return list.map((pair: unknown): ActivityPair => {
      if (Array.isArray(pair) && pair.length === 2 && pair.every((name) => typeof name === "string")) {
        return [pair[0]!, pair[1]!];
      }
      throw unlike(relation, "pairs of activities", pair);
    });
  };
  const { frequencies } = found;
  if (typeof frequencies !== "object" || frequencies === null || Array.isArray(frequencies)) {
    throw unlike("frequencies", "an object from activities to numbers of occurrences", frequencies);
  }
  return new LogSkeleton({
    equivalence: pairs("equivalence"),
    alwaysAfter: pairs("alwaysAfter"),
    alwaysBefore: pairs("alwaysBefore"),
    neverTogether: pairs("neverTogether"),
    directlyFollows: pairs("directlyFollows"),
    frequencies: byName(
      Object.entries(frequencies).map(([name, times]) => {
        if (Array.isArray(times) && times.every((n) => Number.isInteger(n) && n >= 0)) return [name, times as number[]];
        throw unlike(`frequencies of "${name}"`, "an array of whole numbers from 0", times);
      }),
    ),
  });
}

const SIGNS: Readonly<Record<SkeletonRelation, string>> = {
  equivalence: "≡",
  alwaysAfter: "→",
  alwaysBefore: "←",
  neverTogether: "⊥",
  directlyFollows: "▷",
};

/** Without a prototype: an activity may be called `__proto__` or `constructor`. */
function byName<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const named = Object.create(null) as Record<string, T>;
  for (const [name, value] of entries) named[name] = value;
  return named;
}

function sorted(pairs: readonly ActivityPair[]): ActivityPair[] {
  return pairs.map(([a, b]) => [a, b] as const)
    .sort(([a, b], [c, d]) => a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0);
}

function unlike(where: string, expected: string, found: unknown): InputError {
  return new InputError(`Expected ${where} of a log skeleton to be ${expected} but found ${shown(found)}.`);
}
