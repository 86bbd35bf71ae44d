/** How a p-value is written. */

/** `p < 0.001`, `p = 0.034`, `p = 0.31`: two digits where it decides, one thousandth at least. */
export function formatP(p: number): string {
  if (Number.isNaN(p)) return "p unknown";
  if (p < 0.001) return "p < 0.001";
  return `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`;
}
