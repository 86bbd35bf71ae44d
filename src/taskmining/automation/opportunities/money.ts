/** What an automation saves and costs, in the user's currency, or in hours where no rate is given. */
import { OptionError } from "../../../base/errors.ts";
import { mapRange, type Range } from "./ranges.ts";

export interface CostOptions {
  /** What an hour of the work costs. @default none: savings and costs are then told in hours */
  readonly hourlyRate?: number;
  /** What a day of development costs. @default eight hours at `hourlyRate` */
  readonly dayRate?: number;
  /** What an automation costs to build beside its days of development, such as licences. @default 0 */
  readonly buildCost?: number;
  /** What an automation costs a year to run. @default 0 */
  readonly runCostPerYear?: number;
  /** Years over which savings are set against the cost. @default 3 */
  readonly years?: number;
}

/** All costs, as they are used. */
export interface Costs extends Required<CostOptions> {
  /** Whether money is spoken of; otherwise all figures are hours. */
  readonly unit: "money" | "hours";
}

const HOURS_A_DAY = 8;

/** @throws OptionError if one is negative, or a cost is given without an hourly rate. */
export function costsOf(options: CostOptions): Costs {
  for (const name of ["hourlyRate", "dayRate", "buildCost", "runCostPerYear"] as const) {
    const value = options[name];
    if (value !== undefined && !(value >= 0 && Number.isFinite(value))) {
      throw new OptionError(`Expected ${name} to be 0 or more but found ${value}`);
    }
    if (value !== undefined && options.hourlyRate === undefined) {
      throw new OptionError(
        `Expected hourlyRate beside ${name}, because hours saved cannot be set against money without it. Give hourlyRate.`,
      );
    }
  }
  const { hourlyRate = 1, buildCost = 0, runCostPerYear = 0, years = 3 } = options;
  if (!(years > 0 && Number.isFinite(years))) {
    throw new OptionError(`Expected years to be a number above 0 but found ${years}`);
  }
  const { dayRate = HOURS_A_DAY * hourlyRate } = options;
  const unit = options.hourlyRate === undefined ? "hours" : "money";
  return { hourlyRate, dayRate, buildCost, runCostPerYear, years, unit };
}

/** What an automation of so many days saves. */
export interface Savings {
  /** Hours × hourly rate − run cost, a year. */
  readonly savingsPerYear: Range;
  /** Days × day rate + build cost, once. */
  readonly buildCost: number;
  /** 12 × build cost / savings; Infinity where nothing is saved. Low where savings are high. */
  readonly paybackMonths: Range;
  /** Savings over the years less the build cost. */
  readonly value: Range;
}

export function savingsOf(hours: Range, days: number, costs: Costs): Savings {
  const savingsPerYear = mapRange(hours, (own) => own * costs.hourlyRate - costs.runCostPerYear);
  const buildCost = days * costs.dayRate + costs.buildCost;
  const months = (saved: number) => saved > 0 ? 12 * buildCost / saved : Number.isNaN(saved) ? NaN : Infinity;
  return {
    savingsPerYear,
    buildCost,
    paybackMonths: {
      low: months(savingsPerYear.high),
      base: months(savingsPerYear.base),
      high: months(savingsPerYear.low),
    },
    value: mapRange(savingsPerYear, (own) => own * costs.years - buildCost),
  };
}
