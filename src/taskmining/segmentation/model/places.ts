/** Where each action is, and counting in sorted numbers by halving. */

/** Interactions of each action, ascending. */
export function placesOf(action: Int32Array, actions: number): number[][] {
  const places: number[][] = Array.from({ length: actions }, () => []);
  for (let i = 0; i < action.length; i++) places[action[i]!]!.push(i);
  return places;
}

/** How many of ascending numbers are below `value`. */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  let from = 0, to = sorted.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (sorted[half]! < value) from = half + 1;
    else to = half;
  }
  return from;
}

/** How many of ascending numbers are at most `value`. */
export function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let from = 0, to = sorted.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (sorted[half]! <= value) from = half + 1;
    else to = half;
  }
  return from;
}
