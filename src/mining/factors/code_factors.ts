/** Factors from a code at each case, or at each event of a case. */
import { addBit, type Bits, noBits } from "./bits.ts";
import { type Candidate, isTold, type Search } from "./candidate.ts";

type About = Pick<Candidate, "kind" | "known" | "column">;

/** A factor for each code of which enough cases have it. Code -1 is no value. */
export function factorsOfCases(
  codes: ArrayLike<number>,
  names: readonly string[],
  about: About,
  search: Search,
): Candidate[] {
  const counts = new Int32Array(names.length);
  for (let c = 0; c < codes.length; c++) if (codes[c]! >= 0) counts[codes[c]!]!++;
  const sets = setsFor(counts, search);
  for (let c = 0; c < codes.length; c++) {
    const set = codes[c]! < 0 ? undefined : sets[codes[c]!];
    if (set) addBit(set, c);
  }
  return candidates(sets, counts, names, about);
}

/** A factor for each code that is at some event of enough cases. */
export function factorsOfEvents(
  codes: Int32Array,
  names: readonly string[],
  about: About,
  search: Search,
): Candidate[] {
  const { offsets, cases } = search.log;
  const counts = new Int32Array(names.length), last = new Int32Array(names.length).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!, end = offsets[c + 1]!; i < end; i++) {
      const code = codes[i]!;
      if (code < 0 || last[code] === c) continue;
      last[code] = c;
      counts[code]!++;
    }
  }
  const sets = setsFor(counts, search);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!, end = offsets[c + 1]!; i < end; i++) {
      const set = codes[i]! < 0 ? undefined : sets[codes[i]!];
      if (set) addBit(set, c);
    }
  }
  return candidates(sets, counts, names, about);
}

function setsFor(counts: Int32Array, search: Search): (Bits | undefined)[] {
  return Array.from(counts, (count) => isTold(count, search) ? noBits(search.log.cases) : undefined);
}

function candidates(
  sets: readonly (Bits | undefined)[],
  counts: Int32Array,
  names: readonly string[],
  about: About,
): Candidate[] {
  return sets.flatMap((bits, code) => bits ? [{ ...about, value: names[code]!, bits, cases: counts[code]! }] : []);
}
