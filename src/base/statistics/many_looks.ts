/**
 * Correction for looking at many things at once.
 *
 * Benjamini & Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57, 1995.
 */

/**
 * p-values adjusted so that taking all up to a level as true makes at most that share of them false, on average.
 *
 * In the order given. NaN is a question that was not asked: it stays, and does not count.
 */
export function adjustForManyLooks(p: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(p.length).fill(NaN);
  const asked = Array.from(p, (_, i) => i).filter((i) => !Number.isNaN(p[i]!)).sort((i, j) => p[i]! - p[j]! || i - j);
  let least = 1;
  for (let rank = asked.length; rank > 0; rank--) {
    const i = asked[rank - 1]!;
    least = Math.min(least, p[i]! * asked.length / rank);
    adjusted[i] = least;
  }
  return adjusted;
}
