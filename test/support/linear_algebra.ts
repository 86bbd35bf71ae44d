/** What follows from equations. */

/**
 * By brute force over what is shown: two worlds that look the same but in which the hidden figure differs. Figures are
 * unknowns x; what is shown are equations. Fraction-free elimination over big integers, apart from the code's own.
 */
export function known(equations: readonly (readonly number[])[], target: readonly number[]): boolean {
  const rank = (rows: bigint[][]) => {
    let done = 0;
    for (let c = 0; c < target.length; c++) {
      const pivot = rows.findIndex((row, r) => r >= done && row[c] !== 0n);
      if (pivot < 0) continue;
      [rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!];
      for (let r = done + 1; r < rows.length; r++) {
        const a = rows[r]![c]!, b = rows[done]![c]!;
        if (a !== 0n) rows[r] = rows[r]!.map((value, k) => value * b - rows[done]![k]! * a);
      }
      done++;
    }
    return done;
  };
  const big = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(BigInt));
  return rank(big(equations)) === rank(big([...equations, target]));
}
