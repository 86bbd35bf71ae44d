/**
 * How much one attribute tells about another: Cramér's V without its bias in small samples, after Bergsma, "A
 * bias-correction for Cramér's V and Tschuprow's T", Journal of the Korean Statistical Society 42 (2013).
 */

/** 0 where the two are independent, 1 where one tells the other; undefined where the sample is too small to say. */
export function association(rows: ArrayLike<number>, columns: ArrayLike<number>): number | undefined {
  const n = rows.length;
  const [byRow, byColumn, both] = [new Map<number, number>(), new Map<number, number>(), new Map<string, number>()];
  for (let i = 0; i < n; i++) {
    count(byRow, rows[i]!);
    count(byColumn, columns[i]!);
    count(both, `${rows[i]},${columns[i]}`);
  }
  const r = byRow.size, c = byColumn.size;
  if (n < 2) return undefined;
  if (c === 1 || r === 1) return 0;
  let squares = 0;
  for (const [key, observed] of both) {
    const [row, column] = key.split(",").map(Number);
    squares += observed * observed / (byRow.get(row!)! * byColumn.get(column!)!);
  }
  const phi = Math.max(0, squares - 1 - (r - 1) * (c - 1) / (n - 1));
  const least = Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1;
  return least < 0.3 ? undefined : Math.min(1, Math.sqrt(phi / least));
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
