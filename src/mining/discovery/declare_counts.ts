/** How many cases keep each rule between activities, from one pass over the variants. */
import type { TraceCounts } from "../../models/trace_variants.ts";

/** Cases by activity; of pairs at `first * n + second`, the diagonal empty. */
export interface RuleCounts {
  readonly cases: number;
  /** The activity occurs, occurs once, comes first, comes last. */
  readonly present: Float64Array;
  readonly once: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Both occur; the second some time after the first; right after it. */
  readonly together: Float64Array;
  readonly everAfter: Float64Array;
  readonly everNext: Float64Array;
  /** Activated and fulfilled. */
  readonly response: Float64Array;
  readonly alternate_response: Float64Array;
  readonly chain_response: Float64Array;
  readonly precedence: Float64Array;
  readonly alternate_precedence: Float64Array;
  readonly chain_precedence: Float64Array;
  readonly succession: Float64Array;
  readonly alternate_succession: Float64Array;
  readonly chain_succession: Float64Array;
}

/** @param chosen codes of the activities counted; the figures stand in this order. */
export function countRules({ activities, sequences, counts }: TraceCounts, chosen: readonly number[]): RuleCounts {
  const n = chosen.length;
  const index = new Int32Array(activities.length).fill(-1);
  chosen.forEach((code, a) => index[code] = a);
  const perActivity = () => new Float64Array(n), perPair = () => new Float64Array(n * n);
  const found = {
    present: perActivity(),
    once: perActivity(),
    first: perActivity(),
    last: perActivity(),
    together: perPair(),
    everAfter: perPair(),
    everNext: perPair(),
    response: perPair(),
    alternate_response: perPair(),
    chain_response: perPair(),
    precedence: perPair(),
    alternate_precedence: perPair(),
    chain_precedence: perPair(),
    succession: perPair(),
    alternate_succession: perPair(),
    chain_succession: perPair(),
  };
  const trace = new TraceFacts(n);
  let cases = 0;
  sequences.forEach((sequence, v) => {
    const count = counts[v]!;
    cases += count;
    trace.read(sequence, index, v);
    const { here, firstAt, lastAt, times, next, previous, brokenResponse, brokenPrecedence } = trace;
    for (const a of here) {
      found.present[a]! += count;
      if (times[a] === 1) found.once[a]! += count;
      if (firstAt[a] === 0) found.first[a]! += count;
      if (lastAt[a] === sequence.length - 1) found.last[a]! += count;
      for (const b of here) {
        if (a === b) continue;
        const at = a * n + b;
        found.together[at]! += count;
        if (firstAt[a]! < lastAt[b]!) found.everAfter[at]! += count;
        const response = lastAt[a]! < lastAt[b]!, precedence = firstAt[a]! < firstAt[b]!;
        // What asks for the other activity in between asks for it at the end, or the beginning, too.
        const alternateResponse = response && brokenResponse[at] !== v;
        const alternatePrecedence = precedence && brokenPrecedence[at] !== v;
        const chainResponse = next[a] === b, chainPrecedence = previous[b] === a;
        if (response) found.response[at]! += count;
        if (precedence) found.precedence[at]! += count;
        if (response && precedence) found.succession[at]! += count;
        if (alternateResponse) found.alternate_response[at]! += count;
        if (alternatePrecedence) found.alternate_precedence[at]! += count;
        if (alternateResponse && alternatePrecedence) found.alternate_succession[at]! += count;
        if (chainResponse) found.chain_response[at]! += count;
        if (chainPrecedence) found.chain_precedence[at]! += count;
        if (chainResponse && chainPrecedence) found.chain_succession[at]! += count;
      }
    }
    for (const at of trace.adjacent) found.everNext[at]! += count;
  });
  return { cases, ...found };
}

/** What one trace says of its activities; the arrays are used again for the next one. */
class TraceFacts {
  /** Activities of the trace. */
  here: number[] = [];
  /** Pairs in which one directly follows the other. */
  adjacent: number[] = [];
  readonly firstAt: Int32Array;
  readonly lastAt: Int32Array;
  readonly times: Int32Array;
  /** What follows, and precedes, all events of an activity; `NONE` if not always the same. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** The last trace in which `first` came twice without `second` in between; for precedence the other way round. */
  readonly brokenResponse: Int32Array;
  readonly brokenPrecedence: Int32Array;
  readonly #seenAdjacent: Int32Array;

  constructor(readonly n: number) {
    this.firstAt = new Int32Array(n);
    this.lastAt = new Int32Array(n).fill(-1);
    this.times = new Int32Array(n);
    this.next = new Int32Array(n);
    this.previous = new Int32Array(n);
    this.brokenResponse = new Int32Array(n * n).fill(-1);
    this.brokenPrecedence = new Int32Array(n * n).fill(-1);
    this.#seenAdjacent = new Int32Array(n * n).fill(-1);
  }

  read(sequence: Int32Array, index: Int32Array, number: number): void {
    const { n, firstAt, lastAt, times, next, previous, brokenResponse, brokenPrecedence } = this;
    for (const a of this.here) lastAt[a] = -1;
    this.here = [];
    this.adjacent = [];
    for (let i = 0; i < sequence.length; i++) {
      const a = index[sequence[i]!]!;
      if (a >= 0 && lastAt[a]! < 0) {
        this.here.push(a);
        firstAt[a] = lastAt[a] = i;
        times[a] = 0;
      }
    }
    for (const a of this.here) lastAt[a] = -1;
    for (let i = 0; i < sequence.length; i++) {
      const a = index[sequence[i]!]!;
      if (a < 0) continue;
      const before = i === 0 ? NONE : index[sequence[i - 1]!]!;
      const after = i === sequence.length - 1 ? NONE : index[sequence[i + 1]!]!;
      next[a] = times[a] === 0 || next[a] === after ? after : NONE;
      previous[a] = times[a] === 0 || previous[a] === before ? before : NONE;
      if (before >= 0 && before !== a && this.#seenAdjacent[before * n + a] !== number) {
        this.#seenAdjacent[before * n + a] = number;
        this.adjacent.push(before * n + a);
      }
      if (times[a]! > 0) {
        const since = lastAt[a]!;
        for (const b of this.here) {
          if (lastAt[b]! > since) continue;
          brokenResponse[a * n + b] = number;
          brokenPrecedence[b * n + a] = number;
        }
      }
      times[a]!++;
      lastAt[a] = i;
    }
  }
}

/** No activity, or none that is counted. */
const NONE = -1;
