/** Steps that an instance repeats at once, such as the lines of an order, brought together to one pass. */

export interface Repeat {
  /** Positions in the sequence of the first and last step of the first pass. */
  readonly first: number;
  readonly last: number;
  /** Passes, at least 2. */
  readonly times: number;
}

export interface Collapsed {
  /** Positions in the sequence that are left, ascending: those of first passes, and all that is not repeated. */
  readonly kept: readonly number[];
  readonly repeats: readonly Repeat[];
}

/** Longer blocks are not looked for. */
const LONGEST = 16;

/**
 * Takes later passes of blocks that follow upon themselves out of a sequence, the shortest blocks first, so that repeats
 * inside repeats are found too.
 */
export function collapseRepeats(actions: ArrayLike<number>): Collapsed {
  let kept = Array.from({ length: actions.length }, (_, i) => i);
  let repeats: Repeat[] = [];
  for (let length = 1; length <= LONGEST && 2 * length <= kept.length; length++) {
    const next: number[] = [];
    for (let i = 0; i < kept.length;) {
      const times = passesAt(actions, kept, i, length);
      next.push(...kept.slice(i, i + (times > 1 ? length : 1)));
      if (times > 1) repeats.push({ first: kept[i]!, last: kept[i + length - 1]!, times });
      i += times > 1 ? length * times : 1;
    }
    kept = next;
  }
  const left = new Set(kept);
  repeats = repeats.filter(({ first, last }) => left.has(first) && left.has(last));
  return { kept, repeats };
}

function passesAt(actions: ArrayLike<number>, kept: readonly number[], from: number, length: number): number {
  let times = 1;
  for (let at = from + length; at + length <= kept.length; at += length, times++) {
    for (let j = 0; j < length; j++) if (actions[kept[at + j]!] !== actions[kept[from + j]!]) return times;
  }
  return times;
}
