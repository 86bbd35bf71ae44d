/** Tails and quantiles of the distributions that tests and intervals rest on, by jstat. */
// @ts-types="./jstat.d.ts"
import jstat from "jstat";
import { OptionError } from "../errors.ts";

const { normal, chisquare, studentt } = jstat.jStat;

/** How sure an interval is to cover the true value, unless another confidence is given. */
export const CONFIDENCE = 0.95;

/**
 * The number of standard errors to each side of an estimate that make an interval of a confidence; 1.96 for 0.95.
 *
 * @throws OptionError unless the confidence lies between 0 and 1.
 */
export function standardErrors(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new OptionError(`Expected a confidence between 0 and 1, such as 0.95, but found ${confidence}.`);
  }
  return normal.inv((1 + confidence) / 2, 0, 1);
}

/** The probability that a standard normal value lies at least as far from 0, to either side. */
export function normalTails(z: number): number {
  return Math.min(1, 2 * normal.cdf(-Math.abs(z), 0, 1));
}

/**
 * The probability that a chi-square value is at least this large.
 *
 * Differences from 1 leave about 1e-15 of error, so that what is smaller says no more than that.
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(x)) return NaN;
  if (degreesOfFreedom === 1) return normalTails(Math.sqrt(Math.max(0, x)));
  return Math.min(1, Math.max(0, 1 - chisquare.cdf(Math.max(0, x), degreesOfFreedom)));
}

/** The value that a chi-square variable stays below with probability `p`. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return chisquare.inv(p, degreesOfFreedom);
}

/** The probability that a value of Student's t lies at least as far from 0, to either side. */
export function studentTails(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(t)) return NaN;
  return Math.min(1, 2 * studentt.cdf(-Math.abs(t), degreesOfFreedom));
}

/** As `standardErrors`, for an estimate whose error is itself estimated: by Student's t. */
export function studentErrors(confidence: number, degreesOfFreedom: number): number {
  standardErrors(confidence);
  return degreesOfFreedom > 0 ? studentt.inv((1 + confidence) / 2, degreesOfFreedom) : NaN;
}
