/**
 * The ground floor: columns, errors, statistics, and how figures are written.
 *
 * @module
 */

// Errors
export { InputError, OptionError, TracebookError } from "./errors.ts";

export { refuseRenamed } from "./renamed_options.ts";

// Columns
export { valueAt } from "./column.ts";
export type { Column, Table, Value } from "./column.ts";

// Tables of results
export type { TypedTable } from "./typed_table.ts";

// Statistics
export { mean, median, quantile, standardDeviation, summarise } from "./statistics/summary.ts";

export { shareDifference, shareInterval, shareRatio } from "./statistics/proportions.ts";
export { countInterval } from "./statistics/count_interval.ts";
export type { Estimate } from "./statistics/proportions.ts";
export { independenceTest } from "./statistics/independence.ts";
export { adjustForManyLooks } from "./statistics/many_looks.ts";
export { compareRanks, medianDifference } from "./statistics/ranks.ts";
export type { RankComparison } from "./statistics/ranks.ts";
export { cumulativeIncidence, logRankTest, survivalCurve, survivalQuantile } from "./statistics/survival.ts";
export type { IncidenceStep, LogRank, SurvivalStep } from "./statistics/survival.ts";

// Figures in words
export { formatShareInterval } from "./estimates_in_words.ts";
export { formatCount, formatDate, formatDuration, formatShare } from "./format.ts";
