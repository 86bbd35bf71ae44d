/**
 * Ranks as scores from −1 to 1 with mean 0, which extreme values cannot upset (Wilcoxon, "Individual comparisons by
 * ranking methods", Biometrics 1, 1945). Equal values share the mean of their ranks.
 */
export function rankScores(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const scores = new Float64Array(n);
  for (let i = 0; i < n;) {
    let j = i;
    while (j < n && values[order[j]!] === values[order[i]!]) j++;
    const score = (i + j) / n - 1;
    for (; i < j; i++) scores[order[i]!] = score;
  }
  return scores;
}
