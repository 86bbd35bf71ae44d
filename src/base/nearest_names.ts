/** Names that resemble a mistyped one, for the "Did you mean …?" of errors. */

/**
 * The candidates that resemble the name, at most `limit`, nearest first; equally near ones keep their order. Upper and
 * lower case are the same.
 */
export function nearestNames(name: string, candidates: readonly string[], limit = 3): string[] {
  const wanted = simplified(name);
  const reach = Math.max(2, Math.floor(wanted.length / 2));
  return candidates
    .map((candidate, index) => ({ candidate, index, distance: distanceTo(wanted, simplified(candidate)) }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * Whether one name may well be the other, mistyped: few letters differ, or one is most of the other. For names among
 * many hundreds, of which a stranger always resembles some.
 */
export function isMistyped(name: string, candidate: string): boolean {
  const [a, b] = [simplified(name), simplified(candidate)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && 2 * short.length >= long.length && long.includes(short)) return true;
  return levenshtein(a, b) <= Math.floor(short.length / 3);
}

/** ` Did you mean "A" or "B"?`, to stand behind a sentence; nothing where no name is near. */
export function didYouMean(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${near.map((one) => `"${one}"`).join(" or ")}?` : "";
}

/** Edit distance; but 1 where one name contains the other, however long it is. */
function distanceTo(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0;
  const [short, long] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  if (short.length >= 3 && long.includes(short)) return 1;
  return levenshtein(wanted, candidate);
}

function simplified(name: string): string {
  return name.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\s_\-.]/g, "");
}

function levenshtein(a: string, b: string): number {
  if (a.length > 200 || b.length > 200) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
