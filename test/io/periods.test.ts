import { expect, test } from "vitest";
import { focusPieces, outside, type Period, type Piece, unionOf, within } from "../../src/io/interactions/periods.ts";
import { random } from "../support/random.ts";

/** Periods of whole seconds; the moments t + ½ tell the seconds apart. */
function randomPeriods(seed: number, count = 8): Period[] {
  const { below } = random(seed);
  return Array.from({ length: count }, () => {
    const from = below(30);
    return { from, to: from + below(8) };
  });
}

const covers = (at: number) => ({ from, to }: Period) => from <= at && at <= to;
const seconds = Array.from({ length: 45 }, (_, i) => i + 0.5);
const asPieces = (periods: readonly Period[]): Piece[] => periods.map((period, of) => ({ ...period, of }));

test("at each moment the period begun last has the focus, of those begun at once the shorter, of equal ones the first", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const periods = randomPeriods(seed);
    const pieces = focusPieces(periods);
    for (const at of seconds) {
      const open = periods.map((period, i) => ({ ...period, i })).filter(covers(at));
      open.sort((a, b) => b.from - a.from || a.to - b.to || a.i - b.i);
      expect(pieces.filter(covers(at)).map(({ of }) => of)).toEqual(open.slice(0, 1).map(({ i }) => i));
    }
    const moments = periods.map((period, of) => ({ ...period, of })).filter(({ from, to }) => from === to);
    for (const moment of moments) expect(pieces).toContainEqual(moment);
    expect(pieces.map(({ from }) => from)).toEqual(pieces.map(({ from }) => from).sort((a, b) => a - b));
  }
});

test("within and outside part a piece in two", () => {
  const wrong: unknown[] = [];
  for (let seed = 1; seed <= 200; seed++) {
    const pieces = asPieces(randomPeriods(seed));
    const union = unionOf(randomPeriods(seed + 1000, 4));
    const inside = within(pieces, union), rest = outside(pieces, union);
    for (const at of seconds) {
      const has = (list: readonly Piece[], of: number) => list.some((piece) => piece.of === of && covers(at)(piece));
      const isIn = union.some(covers(at));
      for (const piece of pieces) {
        if (has(inside, piece.of) !== (covers(at)(piece) && isIn)) wrong.push({ seed, at, inside: piece });
        if (has(rest, piece.of) !== (covers(at)(piece) && !isIn)) wrong.push({ seed, at, outside: piece });
      }
    }
    const moments = (list: readonly Piece[]) => list.filter(({ from, to }) => from === to);
    for (const moment of moments(pieces)) {
      expect(moments(inside).some(({ of }) => of === moment.of)).toBe(union.some(covers(moment.from)));
    }
  }
  expect(wrong).toEqual([]);
});

test("a union is disjoint and covers the same", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const periods = randomPeriods(seed);
    const union = unionOf(periods);
    for (const at of seconds) expect(union.some(covers(at))).toBe(periods.some(covers(at)));
    for (let i = 1; i < union.length; i++) expect(union[i]!.from).toBeGreaterThan(union[i - 1]!.to);
  }
});
