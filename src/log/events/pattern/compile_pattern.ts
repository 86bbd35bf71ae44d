/** Patterns made ready to be looked for in the cases of a log. */
import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../event_log.ts";
import { activityCode, ignoresMissing, type MatchOptions } from "../../filter/options.ts";
import { type Alphabet, alphabetOf, Automaton } from "./automaton.ts";
import { parsePattern } from "./parse_pattern.ts";
import {
  namesIn,
  nodeOfStep,
  type PathPattern,
  type PatternNode,
  type PatternTerm,
  termsText,
} from "./pattern_steps.ts";

/** The first and the last event of a path, both within it, as indices of the log's events. */
export interface PathSpan {
  readonly first: number;
  readonly last: number;
}

/** A pattern that can be looked for. Its methods take a case as its number in the log. */
export interface CompiledPattern {
  /** The pattern as text; reading it gives the same pattern. */
  readonly words: string;
  /** Whether it looks for a path at all, and not only for cases that lack one. */
  readonly isPath: boolean;
  /** Whether the case has the path. */
  matches(c: number): boolean;
  /**
   * Where the case has it: the path that is complete first, from where it may have begun at the earliest. Of several
   * patterns joined by `&` all that they span. Undefined where the case has it not, and where all are `never`.
   */
  spanOf(c: number): PathSpan | undefined;
  /** The event with which a path is complete that begins at event `from` of the case or later, -1 if there is none. */
  endFrom(c: number, from: number): number;
}

/**
 * Compiles a pattern for a log: a deterministic automaton that reads each event once.
 *
 * @throws InputError if the pattern cannot be understood, an activity is unknown, or no event is needed to match it.
 */
export function compilePattern(log: EventLog, pattern: PathPattern, options: MatchOptions = {}): CompiledPattern {
  // A log without cases has no activities, and then no name is mistyped.
  const terms = termsOf(log, pattern, log.cases === 0 ? { ...options, missing: "ignore" } : options);
  const alphabet = alphabetOf(log.activities, [...new Set(terms.flatMap(({ node }) => namesIn(node)))]);
  const words = termsText(terms);
  const found = terms.map(({ never, node }) => ({ never, search: new PathSearch(log, node, alphabet, words) }));
  return {
    words,
    isPath: terms.some(({ never }) => !never),
    matches: (c) => found.every(({ never, search }) => search.endFrom(c, log.offsets[c]!) >= 0 !== never),
    spanOf: (c) => {
      let first = Infinity, last = -1;
      for (const { never, search } of found) {
        const end = search.endFrom(c, log.offsets[c]!);
        if (end >= 0 === never) return undefined;
        if (never) continue;
        first = Math.min(first, search.beginOf(c));
        last = Math.max(last, end);
      }
      return last < 0 ? undefined : { first: Math.min(first, last), last };
    },
    endFrom: (c, from) => {
      let last = -1;
      for (const { never, search } of found) {
        const end = search.endFrom(c, from);
        if (end >= 0 === never) return -1;
        if (!never) last = Math.max(last, end);
      }
      return last;
    },
  };
}

/** For each case 1 where the pattern matches it. */
export function casesMatching(log: EventLog, pattern: CompiledPattern): Uint8Array {
  const found = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) found[c] = pattern.matches(c) ? 1 : 0;
  return found;
}

/** @throws InputError where it is no pattern, or names an activity that the log has not. */
function termsOf(log: EventLog, pattern: PathPattern, options: MatchOptions): PatternTerm[] {
  // A text that is an activity's name means it, whatever characters it holds.
  if (typeof pattern === "string" && log.activities.includes(pattern)) {
    return [{ never: false, node: { kind: "event", names: [pattern], not: false } }];
  }
  if (typeof pattern === "string") return parsePattern(pattern, log.activities, ignoresMissing(options));
  if (Array.isArray(pattern)) {
    const node = nodeOfStep(pattern);
    for (const name of namesIn(node)) activityCode(log, name, options);
    return [{ never: false, node }];
  }
  if (typeof pattern === "object" && pattern !== null) {
    if ("and" in pattern && Array.isArray(pattern.and) && pattern.and.length > 0) {
      return pattern.and.flatMap((part: PathPattern) => termsOf(log, part, options));
    }
    if ("never" in pattern) {
      const terms = termsOf(log, pattern.never, options);
      if (terms.length === 1) return [{ never: !terms[0]!.never, node: terms[0]!.node }];
      throw new InputError(`Expected one path that cases never take but found several: ${termsText(terms)}.`);
    }
  }
  throw new InputError(
    `Expected a pattern such as "Check → … → Approve" or ["Check", "…", "Approve"] but found ${
      JSON.stringify(pattern) ?? String(pattern)
    }.`,
  );
}

/** Looks for one path: forwards for where it is complete, backwards for where it began. */
class PathSearch {
  readonly #forwards: Automaton;
  #backwards: Automaton | undefined;
  /** The symbol position at which the last search ended: one before the first event is the begin of the case. */
  #endedAt = -1;

  constructor(readonly log: EventLog, readonly node: PatternNode, readonly alphabet: Alphabet, words: string) {
    this.#forwards = new Automaton(node, alphabet, { anywhere: true });
    if (this.#forwards.accepts[0] !== 1) return;
    throw new InputError(`Expected a pattern that needs an event but found ${words}, which every case has.`);
  }

  endFrom(c: number, from: number): number {
    const { offsets, activity } = this.log;
    const { ofActivity, begin, end } = this.alphabet;
    const automaton = this.#forwards;
    const { size } = automaton;
    const stop = offsets[c + 1]!;
    let state = 0;
    if (from <= offsets[c]!) {
      state = this.#step(automaton, state, begin);
      if (automaton.accepts[state]) return this.#ended(offsets[c]! - 1, c);
    }
    for (let i = Math.max(from, offsets[c]!); i < stop; i++) {
      const symbol = ofActivity[activity[i]!]!;
      const next = automaton.table[state * size + symbol]!;
      state = next >= 0 ? next : automaton.next(state, symbol);
      if (automaton.accepts[state]) return this.#ended(i, c);
    }
    state = this.#step(automaton, state, end);
    return automaton.accepts[state] ? this.#ended(stop, c) : -1;
  }

  /** Where the path may have begun that the last search found. */
  beginOf(c: number): number {
    const { offsets, activity } = this.log;
    const { ofActivity, begin, end } = this.alphabet;
    const automaton = this.#backwards ??= new Automaton(this.node, this.alphabet, { backwards: true });
    const low = offsets[c]!, high = offsets[c + 1]!;
    let state = 0, earliest = this.#endedAt;
    for (let i = this.#endedAt; i >= low - 1 && !automaton.isDead(state); i--) {
      const symbol = i < low ? begin : i >= high ? end : ofActivity[activity[i]!]!;
      state = this.#step(automaton, state, symbol);
      if (automaton.accepts[state]) earliest = i;
    }
    return Math.min(Math.max(earliest, low), high - 1);
  }

  #ended(at: number, c: number): number {
    this.#endedAt = at;
    return Math.min(Math.max(at, this.log.offsets[c]!), this.log.offsets[c + 1]! - 1);
  }

  #step(automaton: Automaton, state: number, symbol: number): number {
    const next = automaton.table[state * automaton.size + symbol]!;
    return next >= 0 ? next : automaton.next(state, symbol);
  }
}
