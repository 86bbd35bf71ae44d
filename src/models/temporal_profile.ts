/**
 * Temporal profiles: how long after one activity another one begins, over all pairs that follow each other eventually.
 *
 * Stertz, Mangler, Rinderle-Ma, "Temporal conformance checking at runtime based on time-infused process models", 2020
 * (arXiv:2008.07262).
 */
import { InputError } from "../base/errors.ts";
import { parsedObject, shown } from "./from_json.ts";
import { inspectSymbol } from "../base/inspect.ts";

/** Seconds from the end of an event of `from` to the beginning of a later event of `to` in the same case. */
export interface TemporalPair {
  readonly from: string;
  readonly to: string;
  /** Pairs of events. */
  readonly count: number;
  readonly meanSeconds: number;
  /** Standard deviation of a sample (divided by count − 1); 0 of a single pair of events. */
  readonly sdSeconds: number;
}

/** Pairs in order of names. Immutable. */
export class TemporalProfile {
  readonly pairs: readonly TemporalPair[];
  readonly #byFrom = new Map<string, Map<string, TemporalPair>>();

  /** @throws InputError for a pair twice, or figures that cannot be. */
  constructor(pairs: readonly TemporalPair[]) {
    this.pairs = [...pairs].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
    for (const pair of this.pairs) {
      const { from, to, count, meanSeconds, sdSeconds } = pair;
      const known = this.#byFrom.get(from) ?? new Map<string, TemporalPair>();
      if (known.has(to)) {
        throw new InputError(`Expected each pair of a temporal profile once but found "${from}" → "${to}" twice.`);
      }
      if (!(Number.isFinite(meanSeconds) && Number.isFinite(sdSeconds) && sdSeconds >= 0 && count >= 0)) {
        throw new InputError(
          `Expected mean, standard deviation and count of "${from}" → "${to}" to be numbers, the last two at least 0, ` +
            `but found ${shown({ meanSeconds, sdSeconds, count })}.`,
        );
      }
      this.#byFrom.set(from, known.set(to, pair));
    }
  }

  /** Names of the activities, in order of code units. */
  get activities(): string[] {
    return [...new Set(this.pairs.flatMap(({ from, to }) => [from, to]))].sort();
  }

  /** `undefined` where `to` never began after an end of `from`. */
  pair(from: string, to: string): TemporalPair | undefined {
    return this.#byFrom.get(from)?.get(to);
  }

  toString(): string {
    const most = this.pairs.map((pair) => pair).sort((a, b) => b.count - a.count).slice(0, 20);
    return [
      `Temporal profile of ${this.pairs.length} pairs of activities${
        most.length < this.pairs.length ? "; most frequent:" : ""
      }`,
      ...most.map(({ from, to, count, meanSeconds, sdSeconds }) =>
        `  ${from} → ${to}: ${rounded(meanSeconds)} s ± ${rounded(sdSeconds)} s (${count})`
      ),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  /** Read again by `temporalProfileFromJson`. */
  toJSON(): { readonly kind: "temporal profile"; readonly pairs: readonly TemporalPair[] } {
    return { kind: "temporal profile", pairs: this.pairs };
  }
}

/**
 * A temporal profile from what `JSON.stringify` made of it, or one written by hand; `count` may be left out.
 *
 * @param json a text or what `JSON.parse` makes of it.
 * @throws InputError if it is none.
 * @example
 * ```ts
 * import { temporalProfileFromJson } from "tracebook";
 * temporalProfileFromJson('{"pairs": [{"from": "order", "to": "pay", "meanSeconds": 86400, "sdSeconds": 3600}]}');
 * ```
 */
export function temporalProfileFromJson(json: unknown): TemporalProfile {
  const { pairs } = parsedObject("a temporal profile", json);
  if (!Array.isArray(pairs)) {
    throw new InputError(`Expected "pairs" of a temporal profile to be an array but found ${shown(pairs)}.`);
  }
  return new TemporalProfile(pairs.map((found: unknown, i) => {
    const { from, to, count = 0, meanSeconds, sdSeconds } = (found ?? {}) as Partial<TemporalPair>;
    const named = typeof from === "string" && typeof to === "string";
    if (!named || typeof meanSeconds !== "number" || typeof sdSeconds !== "number" || typeof count !== "number") {
      throw new InputError(
        `Expected pair ${i + 1} of a temporal profile to have from, to, meanSeconds and sdSeconds but found ` +
          `${shown(found)}.`,
      );
    }
    return { from, to, count, meanSeconds, sdSeconds };
  }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rounded(seconds: number): string {
  return String(Number(seconds.toPrecision(4)));
}
