/**
 * States of a chain split by what came before, wherever that tells more of what follows (variable-length Markov chains:
 * Rissanen, IEEE Trans. Inf. Theory 1983; Bühlmann & Wyner, Annals of Statistics 1999).
 */
import { outcomeEvidence, totalEvidence } from "../evidence.ts";
import type { Streams } from "../streams.ts";

/**
 * Splits states until no split raises the evidence; `splits` maps an arrival (state × action; for the first action of
 * an instance minus its kind × action, minus 1) to its own state. Returns what the splits cost.
 */
export function splitStates(
  { action, actions: S }: Streams,
  kind: Int32Array,
  kinds: number,
  offsets: Int32Array,
  steps: Int32Array,
  splits: Map<number, number>,
  kindOf: number[],
  actionOf: number[],
): number {
  const width = S + 1;
  let cost = 0;
  const room = AHEAD * width;
  let counts = new Int32Array(64 * room);
  // After the first round only states that were split, or that follow one, can be worth another split.
  let open = new Uint8Array(kinds * S).fill(1);
  for (let round = 0; round < 10; round++) {
    // The arrivals of this round in the order they are met: their keys, states, and what follows them.
    const place = new Int32Array((kindOf.length + kinds) * S).fill(-1);
    const keys: number[] = [], bases: number[] = [], totals: number[] = [];
    counts.fill(0);
    for (let c = 0; c < kind.length; c++) {
      const k = kind[c]!, to = offsets[c + 1]!;
      let s = -1;
      for (let e = offsets[c]!; e < to; e++) {
        const t = action[steps[e]!]!, at = s < 0 ? (kindOf.length + k) * S + t : s * S + t;
        const own = splits.size === 0 ? undefined : splits.get(s < 0 ? -(k * S + t) - 1 : at);
        if (own !== undefined) {
          s = own;
          continue;
        }
        if (open[k * S + t] === 0) {
          s = k * S + t;
          continue;
        }
        let arrival = place[at]!;
        if (arrival < 0) {
          arrival = place[at] = keys.push(s < 0 ? -(k * S + t) - 1 : at) - 1;
          bases.push(k * S + t);
          totals.push(0);
          if (keys.length * room > counts.length) {
            const more = new Int32Array(counts.length * 2);
            more.set(counts);
            counts = more;
          }
        }
        for (let d = 0; d < AHEAD; d++) {
          const then = e + DISTANCES[d]!, u = then < to ? action[steps[then]!]! : S;
          counts[arrival * room + d * width + u]!++;
        }
        totals[arrival]!++;
        s = k * S + t;
      }
    }
    let changed = false;
    const reopened = new Uint8Array(kinds * S);
    for (const [base, arrivals] of Map.groupBy(keys.keys(), (arrival) => bases[arrival]!)) {
      if (arrivals.length < 2) continue;
      const price = Math.log(arrivals.length) + 2;
      const which = bestSplit(arrivals, totals, counts, width, price);
      if (which === undefined) continue;
      splits.set(keys[which]!, kindOf.length);
      kindOf.push(Math.floor(base / S));
      actionOf.push(base % S);
      cost -= price;
      changed = true;
      reopened[base] = 1;
      const from = which * room, kindAt = Math.floor(base / S) * S;
      for (let u = 0; u < S; u++) if (counts[from + u]! > 0) reopened[kindAt + u] = 1;
    }
    if (!changed) break;
    open = reopened;
  }
  return cost;
}

/**
 * How many steps ahead what came before may tell of: what is told of a later one is used by splitting the states
 * between, one a round.
 */
const DISTANCES = [1, 2, 4, 7];
const AHEAD = DISTANCES.length;

/** The arrival that is best told from the others, if that is worth its price. */
function bestSplit(
  arrivals: readonly number[],
  totals: readonly number[],
  counts: Int32Array,
  width: number,
  price: number,
): number | undefined {
  const room = AHEAD * width, all = new Int32Array(width), outcomes: number[] = [];
  const total = arrivals.reduce((sum, arrival) => sum + totals[arrival]!, 0);
  let best = 1e-9, which: number | undefined;
  if (!arrivals.some((arrival) => totals[arrival]! >= 4 && totals[arrival]! < total)) return undefined;
  for (let d = 0; d < AHEAD; d++) {
    all.fill(0);
    for (const arrival of arrivals) {
      const from = arrival * room + d * width;
      for (let u = 0; u < width; u++) all[u]! += counts[from + u]!;
    }
    outcomes.length = 0;
    let whole = totalEvidence(total, width);
    for (let u = 0; u < width; u++) {
      if (all[u] === 0) continue;
      outcomes.push(u);
      whole += outcomeEvidence(all[u]!);
    }
    if (outcomes.length < 2) continue;
    for (const arrival of arrivals) {
      const n = totals[arrival]!, from = arrival * room + d * width;
      if (n < 4 || n === total) continue;
      let gain = totalEvidence(n, width) + totalEvidence(total - n, width) - whole - price * (d + 1);
      for (const u of outcomes) {
        const c = counts[from + u]!;
        gain += outcomeEvidence(c) + outcomeEvidence(all[u]! - c);
      }
      if (gain <= best) continue;
      best = gain;
      which = arrival;
    }
  }
  return which;
}
