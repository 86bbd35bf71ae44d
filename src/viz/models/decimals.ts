/** How measures from 0 to 1 are written. */

/** Three places, never rounded up to 1; – where unknown. */
export function decimals(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value < 1 && value >= 0.9995 ? ">0.999" : value.toFixed(3);
}
