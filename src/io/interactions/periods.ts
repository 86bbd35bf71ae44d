/** Periods of time: which has the focus, what they share, what is left of them. Ends are never before beginnings. */

/** Milliseconds UTC. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A part of a period of a list. */
export interface Piece extends Period {
  /** Index in the list. */
  readonly of: number;
}

/**
 * The parts in which each period has the focus: of those that cover a moment the one begun last has it, of those begun
 * at once the shorter, of equal ones the first; what it covered comes back when it ends. Periods without length stay.
 *
 * @returns parts by their beginnings; disjoint, but for those without length.
 */
export function focusPieces(periods: readonly Period[]): Piece[] {
  const order = periods.map((_, i) => i)
    .sort((a, b) => periods[a]!.from - periods[b]!.from || periods[b]!.to - periods[a]!.to || b - a);
  const pieces: Piece[] = [];
  const points: Piece[] = [];
  const open: number[] = [];
  let now = -Infinity;
  const advance = (until: number) => {
    while (open.length > 0 && now < until) {
      const of = open.at(-1)!;
      const to = Math.min(periods[of]!.to, until);
      if (to > now) {
        const last = pieces.at(-1);
        if (last?.of === of && last.to === now) pieces[pieces.length - 1] = { ...last, to };
        else pieces.push({ from: now, to, of });
        now = to;
      }
      if (periods[of]!.to <= now) open.pop();
    }
    now = until;
  };
  for (const i of order) {
    const { from, to } = periods[i]!;
    advance(from);
    if (to === from) points.push({ from, to, of: i });
    else open.push(i);
  }
  advance(Infinity);
  return [...pieces, ...points].sort((a, b) => a.from - b.from || a.to - b.to || a.of - b.of);
}

/** Disjoint periods, ascending, that cover what the given ones cover. */
export function unionOf(periods: readonly Period[]): Period[] {
  const union: { from: number; to: number }[] = [];
  for (const { from, to } of periods.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else union.push({ from, to });
  }
  return union;
}

/** What of each piece lies within the periods, which are disjoint and ascending. */
export function within<T extends Piece>(pieces: readonly T[], periods: readonly Period[]): T[] {
  return pieces.flatMap((piece) => {
    const inside: T[] = [];
    for (let p = firstEndingFrom(periods, piece.from); p < periods.length && periods[p]!.from <= piece.to; p++) {
      const from = Math.max(piece.from, periods[p]!.from), to = Math.min(piece.to, periods[p]!.to);
      if (to > from || piece.to === piece.from) inside.push({ ...piece, from, to });
      if (piece.to === piece.from) break;
    }
    return inside;
  });
}

/** What of each piece lies outside of the periods, which are disjoint and ascending. */
export function outside<T extends Piece>(pieces: readonly T[], periods: readonly Period[]): T[] {
  const gaps: Period[] = [];
  let last = -Infinity;
  for (const { from, to } of periods) {
    gaps.push({ from: last, to: from });
    last = to;
  }
  gaps.push({ from: last, to: Infinity });
  return within(pieces, gaps);
}

/** Index of the first period that does not end before a time. */
function firstEndingFrom(periods: readonly Period[], time: number): number {
  let low = 0, high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]!.to < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
