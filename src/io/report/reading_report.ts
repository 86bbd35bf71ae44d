/** The reading report: counts whatever reading a file left out, repaired or assumed. */

export type Rule =
  | "missing case"
  | "missing activity"
  | "missing time"
  | "no times"
  | "unreadable time"
  | "impossible time"
  | "exact duplicate"
  | "case with one event"
  | "event out of order"
  | "row left out"
  | "time zone assumed"
  | "date order"
  | "time occurs twice"
  | "time never occurs"
  | "digits lost"
  | "number format"
  | "number rounded"
  | "encoding"
  | "column renamed"
  | "line above header"
  | "uneven row"
  | "quote repaired"
  | "similar case ids"
  | "similar activities"
  | "formula cell"
  | "formula mark"
  | "clock joined"
  | "same time"
  | "order of events"
  | "ends before it starts"
  | "no end"
  | "starts paired"
  | "wide table"
  | "start without complete"
  | "complete without start"
  | "attribute repeated"
  | "user inferred"
  | "no user"
  | "screen locked"
  | "truth column"
  | "time away"
  | "window not active"
  | "interval cut"
  | "intervals overlap"
  | "presence contradicted"
  | "long interval"
  | "incognito left out"
  | "recorder noise"
  | "bucket left out"
  | "mixed types"
  | "element left out"
  | "list spread"
  | "case merged"
  | "case without events"
  | "privacy: row left out"
  | "privacy: cell protected"
  | "privacy: recording masked"
  | "privacy: read without masking"
  | "optional column missing"
  | "note";

/** One kind of thing found, how often, and the first example in words (with file, line and column where there is one). */
export interface Finding {
  readonly rule: Rule;
  readonly count: number;
  readonly example: string;
}

/** Collects findings: the count of every one, the words of the first. */
export class ReadingReport {
  readonly #found = new Map<Rule, { count: number; example: string }>();

  /** Counts `count` things found; the example is taken from the first call of a rule. */
  add(rule: Rule, example: string | (() => string), count = 1): void {
    if (count === 0) return;
    const known = this.#found.get(rule);
    if (known) known.count += count;
    else this.#found.set(rule, { count, example: typeof example === "string" ? example : example() });
  }

  /** Rewrites the examples that have been collected so far. */
  rewrite(change: (example: string) => string): void {
    for (const found of this.#found.values()) found.example = change(found.example);
  }

  get findings(): Finding[] {
    return [...this.#found].map(([rule, { count, example }]) => ({ rule, count, example }));
  }

  count(rule: Rule): number {
    return this.#found.get(rule)?.count ?? 0;
  }
}
