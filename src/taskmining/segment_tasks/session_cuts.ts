/** Beginnings of instances by the ways in which sessions begin and end: a person's first steps are those of a task. */
import type { Streams } from "./streams.ts";

/** Steps of a way. */
const LENGTHS = [2, 3, 4];
/** Different ways of a length, at most: those of the most sessions. */
const MOST_WAYS = 3;

/**
 * Sets of places where instances may begin: where the steps follow with which sessions begin, after the steps with which
 * they end, and both.
 */
export function sessionCuts({ action, actions, sessions, offsets }: Streams): Uint8Array[] {
  const n = action.length;
  if (n === 0 || sessions.length === 0) return [];
  const isFirst = new Uint8Array(n);
  for (let s = 0; s + 1 < offsets.length; s++) if (offsets[s]! < n) isFirst[offsets[s]!] = 1;
  return LENGTHS.flatMap((length) => {
    const keyAt = (from: number) => {
      let key = 0;
      for (let i = from; i < from + length; i++) key = key * actions + action[i]!;
      return key;
    };
    const heads = new Map<number, number>(), tails = new Map<number, number>();
    for (let s = 0; s < sessions.length; s++) {
      const from = sessions[s]!, to = sessions[s + 1] ?? n;
      if (to - from < length) continue;
      heads.set(keyAt(from), (heads.get(keyAt(from)) ?? 0) + 1);
      tails.set(keyAt(to - length), (tails.get(keyAt(to - length)) ?? 0) + 1);
    }
    const head = mostFrequent(heads), tail = mostFrequent(tails);
    const byHead = isFirst.slice(), byTail = isFirst.slice();
    for (let i = 0; i + length <= n; i++) {
      const key = keyAt(i);
      if (head.has(key)) byHead[i] = 1;
      if (tail.has(key) && i + length < n) byTail[i + length] = 1;
    }
    return [byHead, byTail, byHead.map((begins, i) => begins | byTail[i]!)];
  });
}

function mostFrequent(counts: ReadonlyMap<number, number>): Set<number> {
  return new Set([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WAYS).map(([key]) => key));
}
