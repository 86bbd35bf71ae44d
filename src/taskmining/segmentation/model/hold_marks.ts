/** A parse in which what was marked by hand is so, whatever was settled after parsing. */
import { type Parse, renumbered } from "./parse.ts";

/**
 * The parse with an instance that begins at each of `begins`, and none at any of `within`: there the instance goes on
 * that the last owned interaction of the same stream has.
 *
 * @param streams Where streams begin; the last number is that of all interactions.
 */
export function holdMarks(
  streams: Int32Array,
  parse: Parse,
  begins: readonly number[],
  within: readonly number[],
): Parse {
  if (begins.length + within.length === 0) return parse;
  const owner = parse.owner.slice(), stray = parse.stray.slice(), kind = [...parse.kind];
  const isBegin = new Uint8Array(owner.length), goesOn = new Uint8Array(owner.length);
  for (const i of begins) isBegin[i] = 1;
  for (const i of within) goesOn[i] = 1;
  for (let s = 0; s + 1 < streams.length; s++) {
    /** What has become of the instances that were met, and of the last interaction's. */
    const now = new Map<number, number>();
    let last = -1;
    for (let i = streams[s]!; i < streams[s + 1]!; i++) {
      const k = owner[i]!;
      if (isBegin[i]) {
        if (k < 0 || now.has(k)) {
          const begun = kind.push(k < 0 ? 0 : kind[k]!) - 1;
          if (k >= 0) now.set(k, begun);
          owner[i] = begun;
        } else now.set(k, k);
        stray[i] = 0;
      } else if (k >= 0) {
        if (!now.has(k)) now.set(k, goesOn[i] && last >= 0 ? last : k);
        owner[i] = now.get(k)!;
      }
      // The first steps of an instance may be given to none: what is not held by any begins none.
      if (goesOn[i] && k >= 0 && last < 0) owner[i] = -1, now.delete(k);
      if (owner[i]! >= 0) last = owner[i]!;
    }
  }
  return renumbered({ ...parse, owner, stray, kind: Int32Array.from(kind) });
}
