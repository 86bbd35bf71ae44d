/** Figures with what they are at least and at most, and what follows from them. */
import type { Estimate } from "../../../base/statistics/proportions.ts";

/** A figure with the ends of its 95 % interval; NaN where one is not known. */
export interface Range {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export function rangeOf({ value, low, high }: Estimate): Range {
  return { low, base: value, high };
}

/** 1 less a share: its low end is where the share is high. */
export function without({ low, base, high }: Range): Range {
  return { low: 1 - high, base: 1 - base, high: 1 - low };
}

/**
 * The product of independent factors. On the scale of logarithms the distances to the low ends add up as squares, and so
 * do those to the high ends: Zou & Donner, "Construction of confidence limits about effect measures", Statistics in
 * Medicine 27, 2008, section 2. Products of all low ends would be far too low, because factors seldom are low together.
 *
 * A factor that may be 0 makes the low end 0. Where one is 0, the high end takes its high end, and others as they are.
 */
export function product(factors: readonly Range[]): Range {
  const base = factors.reduce((all, factor) => all * factor.base, 1);
  if (base === 0) {
    return { low: 0, base: 0, high: factors.reduce((all, one) => all * (one.base === 0 ? one.high : one.base), 1) };
  }
  const down = Math.hypot(...factors.map((one) => Math.log(one.base / Math.max(0, one.low))));
  const up = Math.hypot(...factors.map((one) => Math.log(one.high / one.base)));
  return { low: base * Math.exp(-down), base, high: base * Math.exp(up) };
}

/** Applies what grows with the figure to all three. */
export function mapRange({ low, base, high }: Range, of: (value: number) => number): Range {
  return { low: of(low), base: of(base), high: of(high) };
}
