/** What goes along with being slow, and whether it is more than chance. */
import { countOf, formatDuration, formatShare } from "../../base/format.ts";
import { quantile } from "../../base/statistics/summary.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { selectCases } from "../../log/events/select.ts";
import { factorName, type FactorRow } from "../factors/factor_rows.ts";
import { type Factors, factorsOf } from "../factors/factors_of.ts";
import { type CaseStates, FINISHED, RUNNING, STUCK } from "../outcomes/case_states.ts";
import { type KeyFinding, nothingFound, QUESTIONS } from "./finding.ts";

/** The slowest quarter is called slow. */
const SLOW = 0.75;
/** With fewer finished cases a quarter is too small to say anything about. */
const LEAST_FINISHED = 40;

export interface SlowCases {
  readonly finding: KeyFinding;
  readonly factors: Factors | null;
  /** Cases that take longer are slow; NaN where none was called so. */
  readonly limitSeconds: number;
}

/**
 * Slow are cases that take longer than three quarters of the finished ones. Looked at are those that began so long before
 * the log ends that this is known of them: a case that began later and is finished can only be quick. A running case that
 * is older is slow; stuck cases have a question of their own.
 */
export function slowFinding(log: EventLog, states: CaseStates | null, timeZone: string): SlowCases {
  const none = (sentence: string): SlowCases => ({
    finding: nothingFound("slow", sentence),
    factors: null,
    limitSeconds: NaN,
  });
  if (states === null) return none("The log has no times, so that no case is known to be slow.");
  const { begun, ended } = caseSpans(log);
  const { state, until } = states;
  const seconds = begun.map((from, c) => ((state[c] === RUNNING ? until : ended[c]!) - from) / 1000);
  const finished = seconds.filter((_, c) => state[c] === FINISHED);
  if (finished.length < LEAST_FINISHED) {
    const are = finished.length === 1 ? "is" : "are";
    return none(`${countOf(finished.length, "finished case")} ${are} too few to tell slow ones from others.`);
  }
  const limit = quantile(finished.sort(), SLOW);
  const known = Array.from(begun, (from, c) => state[c] !== STUCK && from + limit * 1000 <= until);
  const slow = Array.from(seconds, (own, c) => known[c]! && own > limit);
  const count = slow.filter(Boolean).length, looked = known.filter(Boolean).length;
  if (count === 0 || count === looked) return none("All cases take about the same time: none is slow.");
  const name = `cases of more than ${formatDuration(limit)}`;
  const told = selectCases(log, Uint8Array.from(known, Number), "cases that began long enough before the end");
  const factors = factorsOf(told, {
    outcome: slow.filter((_, c) => known[c]),
    // Those that are not have been left out above.
    finished: () => true,
    name,
    timeZone,
  });
  return { finding: inWords(factors, limit), factors, limitSeconds: limit };
}

function inWords(factors: Factors, limit: number): KeyFinding {
  const { confidence, share } = factors;
  const slow = `Slow are the ${formatShare(share)} of cases that take more than ${formatDuration(limit)}.`;
  const sure = factors.factors.rows().filter((row) =>
    row.pAdjusted <= 1 - confidence && row.lift > 1 && row.sameAs === null && !row.sameAsOutcome
  );
  // That slow cases have more events says little: what stands out is what they have in common.
  const telling = sure.filter(({ kind }) => kind !== "size");
  const top = mostCases(telling.length > 0 ? telling : sure);
  const judged = judgedWords(factors);
  if (!top) {
    return nothingFound("slow", `${slow} Nothing goes along with that more than chance would have it. ${judged}`);
  }
  const atStart = top.known === "start" ? undefined : mostCases(telling.filter(({ known }) => known === "start"));
  const start = atStart
    ? `; of what is known when a case starts, ${factorName(atStart)} (${formatShare(atStart.share)} against ${
      formatShare(atStart.otherShare)
    })`
    : "";
  return {
    about: "slow",
    question: QUESTIONS.slow,
    found: true,
    figure: formatShare(top.share),
    measures: `are slow with ${factorName(top)}`,
    sentence: `${slow} Most goes along with ${factorName(top)}: ${formatShare(top.share)} of these ${
      countOf(top.cases, "case")
    } are slow, ${formatShare(top.otherShare)} of the others${start}. ${judged}`,
    barsOf: "shares",
    bars: [
      { name: factorName(top), value: top.share, words: formatShare(top.share), main: true },
      { name: "all others", value: top.otherShare, words: formatShare(top.otherShare), main: false },
    ],
  };
}

/** The factor that accounts for most slow cases beyond its share. */
function mostCases(rows: readonly FactorRow[]): FactorRow | undefined {
  return rows.reduce<FactorRow | undefined>((best, row) => !best || row.excess > best.excess ? row : best, undefined);
}

function judgedWords({ heldOut }: Factors): string {
  const { auc, low, high, better } = heldOut;
  if (Number.isNaN(auc)) return "There are too few cases to judge that on others.";
  const area = `area under the curve ${auc.toFixed(2)}, ${low.toFixed(2)} to ${high.toFixed(2)}; chance is 0.50`;
  return better
    ? `A small tree tells slow cases that it has not seen from others (${area}).`
    : `On cases that it has not seen, a small tree is no better than chance (${area}).`;
}
