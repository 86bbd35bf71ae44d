/** How an estimate is written with its interval. */
import { formatShare } from "./format.ts";
import type { Estimate } from "./statistics/proportions.ts";

/**
 * A share with its interval: `34 % (31 to 37 %)`, with as many decimals as tell the ends apart: `1.7 % (1.3 to 2.2 %)`.
 *
 * @example
 * ```ts
 * import { formatShareInterval, shareInterval } from "tracebook";
 * formatShareInterval(shareInterval(340, 1000)); // "34 % (31 to 37 %)"
 * ```
 */
export function formatShareInterval({ value, low, high }: Estimate): string {
  if (Number.isNaN(value)) return "–";
  const places = [0, 1, 2, 3].find((n) => (high - low) * 100 >= 2 * 10 ** -n) ?? 3;
  const percent = (share: number) => (share * 100).toFixed(places);
  const written = Number(percent(value)) === 0 && value > 0 ? formatShare(value) : `${percent(value)} %`;
  return `${written} (${percent(low)} to ${percent(high)} %)`;
}
