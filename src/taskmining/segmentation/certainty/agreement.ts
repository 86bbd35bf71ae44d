/** How far other parses of a log agree with the instances that were found. */
import type { Parse } from "../model/parse.ts";

export interface Instances {
  readonly owner: Int32Array;
  /** Interactions of instance k are `events[offsets[k]]` up to `events[offsets[k + 1]]`. */
  readonly offsets: Int32Array;
  readonly events: Int32Array;
}

export interface Agreement {
  /** In how many of the other parses each instance has exactly these interactions, and begins there. */
  readonly same: Int32Array;
  readonly begins: Int32Array;
  /** Mean over the other parses of what it shares with the instance there that has its first interaction (Jaccard). */
  readonly overlap: Float64Array;
}

export function agreement({ offsets, events }: Instances, others: readonly Parse[]): Agreement {
  const count = offsets.length - 1;
  const same = new Int32Array(count), begins = new Int32Array(count);
  const overlap = new Float64Array(count);
  for (const { owner, kind } of others) {
    const size = new Int32Array(kind.length);
    const first = new Int32Array(kind.length).fill(-1);
    for (let i = 0; i < owner.length; i++) {
      const j = owner[i]!;
      if (j < 0) continue;
      size[j]!++;
      if (first[j]! < 0) first[j] = i;
    }
    for (let k = 0; k < count; k++) {
      const from = offsets[k]!, to = offsets[k + 1]!;
      const j = owner[events[from]!]!;
      if (j < 0) continue;
      if (first[j] === events[from]) begins[k]!++;
      let shared = 0;
      for (let e = from; e < to; e++) if (owner[events[e]!] === j) shared++;
      const all = to - from + size[j]! - shared;
      if (shared === all) same[k]!++;
      overlap[k]! += shared / all / others.length;
    }
  }
  return { same, begins, overlap };
}
