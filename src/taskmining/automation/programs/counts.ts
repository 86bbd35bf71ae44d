/** How often texts stand in a list. */

/** How often each text stands there, in the order in which they come up; undefined ones are left out. */
export function countsOf(texts: Iterable<string | undefined>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** The text that stands most often, the first of several; undefined where none is known. */
export function usual(texts: Iterable<string | undefined>): string | undefined {
  const counts = countsOf(texts);
  let best: string | undefined;
  for (const [text, n] of counts) if (best === undefined || n > counts.get(best)!) best = text;
  return best;
}
