/** From when to when a log tells. */

/** The earliest and the latest time of a log's events, in milliseconds UTC; Infinity and −Infinity where it has none. */
export function eventSpan({ time }: { readonly time: Float64Array }): [first: number, last: number] {
  let first = Infinity, last = -Infinity;
  for (const at of time) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return [first, last];
}
