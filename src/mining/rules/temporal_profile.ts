/**
 * Checking a log against a temporal profile.
 *
 * Stertz, Mangler, Rinderle-Ma, "Temporal conformance checking at runtime based on time-infused process models", 2020
 * (arXiv:2008.07262): a pair of events deviates if its time lies further from the mean than ζ standard deviations.
 */
import { formatCount } from "../../base/format.ts";
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { TemporalPair, TemporalProfile } from "../../models/temporal_profile.ts";
import { emptyLogWords, missingInLog } from "../declarative_options.ts";
import { beginTimes, eachCase } from "../event_spans.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { requireKind } from "../../models/given_model.ts";

export interface TemporalCheckOptions {
  /** Standard deviations that a time may lie from the mean. @default 3 */
  readonly zeta?: number;
}

/**
 * Checks the time of each pair of events against what the profile says of their activities.
 *
 * Pairs and times are those of `discoverTemporalProfile`; pairs that the profile does not know are counted, not judged.
 *
 * Cost: quadratic in the events of a case.
 *
 * @throws InputError if the log has no case, `zeta` is not above 0, or log and profile have no activity in common.
 * @example
 * ```ts
 * import { checkTemporalProfile, discoverTemporalProfile, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const check = checkTemporalProfile(log, discoverTemporalProfile(log), { zeta: 4 });
 * check.deviations.orderby("zscore").print();
 * ```
 */
export function checkTemporalProfile(
  log: EventLog,
  profile: TemporalProfile,
  options: TemporalCheckOptions = {},
): TemporalCheck {
  requireEventLog(log);
  requireKind(
    "temporal profile",
    profile,
    "For models with a flow there are alignTraces(log, model) and replayTokens(log, model).",
  );
  requireTimes(log, "a temporal profile");
  const { zeta = 3 } = options;
  if (!(zeta > 0)) throw new InputError(`Expected zeta to be a number above 0 but found ${zeta}.`);
  if (log.cases === 0) throw new InputError(emptyLogWords(log));
  missingInLog("temporal profile", profile.activities, log.activities);
  const { activities, activity, offsets, time } = log;
  const known = activities.map((from) => activities.map((to) => profile.pair(from, to)));
  const begin = beginTimes(log);
  const found: TemporalDeviation[] = [];
  const pairs = new Float64Array(log.cases), unknown = new Float64Array(log.cases);
  const deviating = new Float64Array(log.cases);
  eachCase(log, begin, (c, { begun, ended }, length) => {
    let done = 0;
    for (let k = 0; k < length; k++) {
      const event = begun[k]!, began = begin[event]!;
      while (done < length && ended[done] !== event && time[ended[done]!]! <= began) done++;
      for (let before = 0; before < done; before++) {
        const earlier = ended[before]!;
        const pair = known[activity[earlier]!]![activity[event]!];
        pairs[c]!++;
        if (pair === undefined) {
          unknown[c]!++;
          continue;
        }
        const seconds = (began - time[earlier]!) / 1000;
        const apart = seconds - pair.meanSeconds;
        if (Math.abs(apart) <= zeta * pair.sdSeconds + roundingOf(pair)) continue;
        deviating[c]!++;
        found.push({
          row: c,
          pair,
          fromPosition: earlier - offsets[c]! + 1,
          toPosition: event - offsets[c]! + 1,
          seconds,
          zscore: apart / pair.sdSeconds,
        });
      }
    }
  });
  return new TemporalCheck(log, profile, zeta, found, { pairs, unknown, deviating });
}

/** What a mean may lie beside equal times for no reason but rounding; the deviation of equal times is 0. */
function roundingOf({ meanSeconds }: TemporalPair): number {
  return 1e-9 * Math.max(1, Math.abs(meanSeconds));
}

interface TemporalDeviation {
  /** Index of the case. */
  readonly row: number;
  readonly pair: TemporalPair;
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly seconds: number;
  readonly zscore: number;
}

/** Of each case. */
interface TemporalCounts {
  readonly pairs: Float64Array;
  readonly unknown: Float64Array;
  readonly deviating: Float64Array;
}

/** A row of `TemporalCheck.perCase`. */
export interface TemporalCaseRow {
  readonly case: string;
  readonly pairs: number;
  readonly unknownPairs: number;
  readonly deviations: number;
  readonly fitness: number;
}

/** A row of `TemporalCheck.deviations`. */
export interface TemporalDeviationRow {
  readonly case: string;
  readonly from: string;
  readonly to: string;
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly seconds: number;
  readonly meanSeconds: number;
  readonly sdSeconds: number;
  readonly zscore: number;
}

/** How a log keeps the times of a temporal profile. */
export class TemporalCheck {
  /** Pairs of events that the profile knows, and those of them that deviate. */
  readonly pairs: number;
  readonly deviatingPairs: number;
  /** Pairs of events that the profile does not know. */
  readonly unknownPairs: number;
  /** 1 − deviating pairs / known pairs, over all cases; NaN where there is none. */
  readonly logFitness: number;
  /** Share of the cases without a deviation. */
  readonly fittingShare: number;
  readonly cases: number;
  readonly #log: EventLog;
  readonly #found: readonly TemporalDeviation[];
  readonly #counts: TemporalCounts;

  constructor(
    log: EventLog,
    readonly profile: TemporalProfile,
    readonly zeta: number,
    found: readonly TemporalDeviation[],
    counts: TemporalCounts,
  ) {
    this.#log = log;
    this.#found = found;
    this.#counts = counts;
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    this.cases = log.cases;
    this.unknownPairs = sum(counts.unknown);
    this.pairs = sum(counts.pairs) - this.unknownPairs;
    this.deviatingPairs = found.length;
    this.logFitness = 1 - this.deviatingPairs / this.pairs;
    this.fittingShare = counts.deviating.filter((pairs) => pairs === 0).length / log.cases;
  }

  /**
   * One row for each case: `case`, `pairs` (of events, known to the profile), `unknownPairs`, `deviations`, `fitness`
   * (1 − deviations / pairs; 1 where there is no pair).
   */
  get perCase(): TypedTable<TemporalCaseRow> {
    const { pairs, unknown, deviating } = this.#counts;
    const known = pairs.map((all, c) => all - unknown[c]!);
    return typedTable<TemporalCaseRow>({
      case: [...this.#log.caseIds],
      pairs: Array.from(known),
      unknownPairs: Array.from(unknown),
      deviations: Array.from(deviating),
      fitness: Array.from(known, (all, c) => all === 0 ? 1 : 1 - deviating[c]! / all),
    });
  }

  /**
   * One row for each pair of events that deviates, case by case: `case`, `from`, `to` (activities), `fromPosition`,
   * `toPosition` (from 1), `seconds`, `meanSeconds`, `sdSeconds`, `zscore` (standard deviations from the mean, negative
   * where it went faster; infinite where the profile knows no other time).
   */
  get deviations(): TypedTable<TemporalDeviationRow> {
    const found = this.#found;
    return typedTable<TemporalDeviationRow>({
      case: found.map(({ row }) => this.#log.caseIds[row]!),
      from: found.map(({ pair }) => pair.from),
      to: found.map(({ pair }) => pair.to),
      fromPosition: found.map(({ fromPosition }) => fromPosition),
      toPosition: found.map(({ toPosition }) => toPosition),
      seconds: found.map(({ seconds }) => seconds),
      meanSeconds: found.map(({ pair }) => pair.meanSeconds),
      sdSeconds: found.map(({ pair }) => pair.sdSeconds),
      zscore: found.map(({ zscore }) => zscore),
    });
  }

  toString(): string {
    const cases = Math.round(this.cases * (1 - this.fittingShare));
    return `Temporal profile, ζ = ${this.zeta}: ${formatCount(this.deviatingPairs)} of ${
      formatCount(this.pairs)
    } pairs of events deviate, in ` +
      `${formatCount(cases)} of ${formatCount(this.cases)} cases` +
      (this.unknownPairs > 0 ? `; ${formatCount(this.unknownPairs)} more are not known to the profile` : "");
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}
