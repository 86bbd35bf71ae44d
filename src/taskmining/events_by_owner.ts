/** Interactions of each instance, from the instance of each interaction. */

export interface EventsByOwner {
  /** Interactions of instance k are `events[offsets[k]]` up to, not including, `events[offsets[k + 1]]`, in order. */
  readonly offsets: Int32Array;
  readonly events: Int32Array;
}

/** @param owner instance of each interaction; -1 for none. */
export function eventsByOwner(owner: Int32Array, count: number): EventsByOwner {
  const offsets = new Int32Array(count + 1);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) offsets[owner[i]! + 1]!++;
  for (let k = 0; k < count; k++) offsets[k + 1]! += offsets[k]!;
  const next = offsets.slice();
  const events = new Int32Array(offsets[count]!);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) events[next[owner[i]!]!++] = i;
  return { offsets, events };
}
