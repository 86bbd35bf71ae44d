/** Beginnings marked by hand, as evidence: of the marked places, and of all that are like them. */
import { HINTS, SIGNALS } from "./priors.ts";
import type { Streams } from "./streams.ts";

/**
 * The streams with outsets that have taken in where instances begin and where none does. A marked place weighs more than
 * all else that tells of it; places with the same actions around them weigh as the marks at such places say.
 */
export function withMarks(streams: Streams, begins: readonly number[], within: readonly number[]): Streams {
  if (begins.length + within.length === 0) return streams;
  const { action, actions: S } = streams, isFirst = new Uint8Array(action.length);
  for (const from of streams.offsets.subarray(0, -1)) isFirst[from] = 1;
  const likeness: readonly Likeness[] = [
    { keyAt: (i) => action[i - 1]! * S + action[i]!, pseudo: HINTS.likePair },
    { keyAt: (i) => action[i]!, pseudo: HINTS.likeOne },
    { keyAt: (i) => action[i - 1]!, pseudo: HINTS.likeOne },
  ];
  // The first interaction of a user begins an instance whatever it is like: it tells of no other place.
  const told = likeness.map((like) => natsOf(like, begins.filter((i) => !isFirst[i]), within));
  const outset = streams.outset.map((points, i) =>
    isFirst[i] ? points : points + told.reduce((sum, natsAt) => sum + natsAt(i), 0) / SIGNALS.outset
  );
  for (const i of begins) outset[i]! += HINTS.marked / SIGNALS.outset;
  for (const i of within) outset[i]! -= HINTS.marked / SIGNALS.outset;
  const cuts = told.map((natsAt) => Uint8Array.from(action, (_, i) => isFirst[i] || natsAt(i) > 0 ? 1 : 0));
  for (const own of cuts) {
    for (const i of begins) own[i] = 1;
    for (const i of within) own[i] = 0;
  }
  return { ...streams, outset, marks: { places: Int32Array.from([...begins, ...within]).sort(), cuts } };
}

/** In what a place is like another: they have the same key. */
interface Likeness {
  readonly keyAt: (i: number) => number;
  readonly pseudo: number;
}

/** Logarithm of how much likelier a beginning is than none at a place, by the marks at places that are like it. */
function natsOf({ keyAt, pseudo }: Likeness, begins: readonly number[], within: readonly number[]) {
  const counts = new Map<number, { begins: number; within: number }>();
  const add = (i: number, which: "begins" | "within") => {
    const count = counts.get(keyAt(i)) ?? { begins: 0, within: 0 };
    count[which]++;
    counts.set(keyAt(i), count);
  };
  for (const i of begins) add(i, "begins");
  for (const i of within) add(i, "within");
  return (i: number): number => {
    const count = counts.get(keyAt(i));
    return count ? Math.log((count.begins + pseudo) / (count.within + pseudo)) : 0;
  };
}
