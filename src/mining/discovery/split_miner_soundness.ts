/** Whether a small net is safe and sound, by going through its states. */

/** Steps take tokens from places and give tokens to places, one each. */
export interface SmallNet {
  readonly places: number;
  readonly steps: readonly { readonly take: readonly number[]; readonly give: readonly number[] }[];
  readonly initial: number;
  readonly final: number;
}

/** False also where there are more than `budget` states. */
export function isSoundNet({ steps, initial, final }: SmallNet, budget: number): boolean {
  const number = new Map([[String(initial), 0]]);
  const states = [[initial]];
  const before: number[][] = [[]];
  const taken = new Uint8Array(steps.length);
  let done = -1;
  for (let s = 0; s < states.length; s++) {
    const state = new Set(states[s]!);
    if (state.has(final)) {
      if (state.size > 1) return false;
      done = s;
    }
    for (const [t, { take, give }] of steps.entries()) {
      if (!take.every((place) => state.has(place))) continue;
      taken[t] = 1;
      const next = new Set(state);
      for (const place of take) next.delete(place);
      for (const place of give) {
        if (next.has(place)) return false;
        next.add(place);
      }
      const sorted = [...next].sort((a, b) => a - b), key = sorted.join();
      let to = number.get(key);
      if (to === undefined) {
        if (states.length >= budget) return false;
        number.set(key, to = states.push(sorted) - 1);
        before.push([]);
      }
      before[to]!.push(s);
    }
  }
  if (done < 0 || taken.includes(0)) return false;
  const finishes = new Uint8Array(states.length);
  const open = [done];
  while (open.length > 0) {
    const s = open.pop()!;
    if (finishes[s]) continue;
    finishes[s] = 1;
    open.push(...before[s]!);
  }
  return !finishes.includes(0);
}
