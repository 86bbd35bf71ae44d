/** What sets a group of cases apart from the others: attributes, people, paths, weekdays; and a small tree of them. */
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { CONFIDENCE, standardErrors } from "../../base/statistics/distributions.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { selectCases } from "../../log/events/select.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type CaseMarks, marksOf } from "../comparison/case_marks.ts";
import { addAttributes } from "./attribute_factors.ts";
import { bitsOf } from "./bits.ts";
import type { Candidates, Search } from "./candidate.ts";
import { type FactorRow, rankFactors } from "./factor_rows.ts";
import { factorSentence, factorsText } from "./factor_words.ts";
import { addFlow } from "./flow_factors.ts";
import { addStart } from "./start_factors.ts";
import { type FactorTree, factorTree } from "./tree/factor_tree.ts";
import type { HeldOut } from "./tree/held_out.ts";

export interface FactorsOptions {
  /**
   * The cases to be told apart from the others: a log filtered from this one, a Set of case ids, true or false for each
   * case, or a function of a case's index. On the command line it is a condition in SQL.
   */
  readonly outcome: CaseMarks;
  /** What these cases are called. @default what the filtered log was filtered by, or "the outcome" */
  readonly name?: string;
  /**
   * Which cases are finished, given like `outcome`: only these are looked at.
   * `caseStates` finds them: `(c) => states.state[c] === 0`. @default all cases
   */
  readonly finished?: CaseMarks;
  /** Only factors that are known when a case starts: what a forecast could use. @default false */
  readonly knownAtStart?: boolean;
  /** As many cases must have a factor, and as many must not. @default 10 */
  readonly leastCases?: number;
  /** Of weekdays and hours: "UTC", "Europe/Berlin", "+01:00". @default "UTC" */
  readonly timeZone?: string;
  /** Of the intervals; what is left to 1 is the share of false findings that is allowed. @default 0.95 */
  readonly confidence?: number;
  /** Of the parts that the tree is judged on. @default 1 */
  readonly seed?: number;
}

export interface Factors {
  /** The answer in two or three sentences. */
  readonly sentence: string;
  /** What the cases told apart are called. */
  readonly name: string;
  /** Cases looked at, and those with the outcome. */
  readonly cases: number;
  readonly marked: number;
  /** The share with the outcome, 0 to 1. */
  readonly share: number;
  /**
   * Ranked: first what surely goes along with more of the outcome, by how strongly it does at least; then what goes
   * along with less; then those that say nearly the same as one of these (`sameAs`); then what may be chance.
   */
  readonly factors: TypedTable<FactorRow>;
  /** At most three questions deep, over all factors but those that may be the outcome by another name. */
  readonly tree: FactorTree;
  /** How well such a tree does on cases that it has not seen. */
  readonly heldOut: HeldOut;
  /** What was left out, and what to beware of. */
  readonly notes: readonly string[];
  readonly confidence: number;
  toString(): string;
}

const DEPTH = 3, LEAST_IN_LEAF = 20;

/**
 * Finds what sets a group of cases apart: slow ones, stuck ones, those with a deviation.
 *
 * Looked at are case attributes (numbers in four parts of about as many cases), attributes and people at events,
 * activities, those that came back, steps from one activity to the next, the number of events, and of the start its
 * weekday, hour (four together), activity and how many cases were open. For each: the share with the outcome, as a
 * multiple of the share of all cases (lift), its interval from that of the ratio of the two shares (Donner & Zou 2012), and p by
 * the test of independence, corrected for all looks together (Benjamini & Hochberg 1995). A factor goes along with the
 * outcome; whether it is its cause the log cannot tell.
 *
 * The tree (CART, Breiman et al. 1984) asks at most three questions, with 20 cases or one in a hundred in a leaf, and is
 * judged by cross-validation on cases that it has not seen. It learns from 10,000 cases drawn from larger logs.
 *
 * @throws InputError if `outcome` marks no case or all cases, or does not fit the log.
 * @example
 * ```ts
 * import { factorsOf, filterThroughput, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const slow = factorsOf(log, { outcome: filterThroughput(log, { minSeconds: 20 * 86400 }), name: "slow orders" });
 * slow.factors.rows()[0]; // { column: …, value: …, lift: …, low: …, high: …, pAdjusted: … }
 * ```
 */
export function factorsOf(all: EventLog, options: FactorsOptions): Factors {
  requireEventLog(all);
  if (options?.outcome === undefined) {
    throw new InputError("Expected outcome, the cases to be told apart, but found none.");
  }
  const { confidence = CONFIDENCE, seed = 1, leastCases = 10, timeZone = "UTC", knownAtStart = false } = options;
  standardErrors(confidence);
  if (!(Number.isInteger(leastCases) && leastCases >= 1)) {
    throw new OptionError(`Expected leastCases to be a whole number from 1 but found ${leastCases}.`);
  }
  const name = options.name ?? nameOf(options.outcome);
  const { log, marks, notes } = finishedOnly(all, options);
  const marked = marks.reduce((sum, mark) => sum + mark, 0);
  if (marked === 0 || marked === log.cases) {
    throw new InputError(
      `Expected the outcome to mark some cases of ${log.name} and not others, but it marks ${
        marked === 0 ? "none" : "each"
      } of ${countOf(log.cases, "case")}.`,
    );
  }
  const found = search({ log, leastCases, timeZone });
  const isWanted = ({ known }: { known: string }) => !knownAtStart || known === "start";
  const outcome = bitsOf(marks);
  const ranked = rankFactors(found.factors.filter(isWanted), outcome, log.cases, confidence);
  // The other values of such a column would give it away, too.
  const tellsIt = new Set(ranked.filter(({ row }) => row.sameAsOutcome).map(({ row }) => row.column));
  const isFair = ({ column }: { column: string }) => !tellsIt.has(column) || MANY_THINGS.has(column);
  const told = ranked.filter(({ row }) => !row.sameAsOutcome && isFair(row)).map(({ candidate }) => candidate);
  const limits = { depth: DEPTH, leastRows: LEAST_IN_LEAF, seed, confidence };
  const { tree, heldOut, learned } = factorTree(
    inOrder(told, found.factors),
    found.numbers.filter((one) => isWanted(one) && isFair(one)),
    outcome,
    log.cases,
    limits,
  );
  if (learned < log.cases) notes.push(`The tree learned from ${countOf(learned, "case")} drawn at random.`);
  if (heldOut.auc > 0.99) {
    notes.push("The tree is nearly always right: some column may hold the outcome itself, or follow from it.");
  }
  notes.push(...found.left.map(({ column, why }) => `Not looked at: ${column} (${why}).`));
  const rows = ranked.map(({ row }) => row);
  const result = {
    name,
    cases: log.cases,
    marked,
    share: marked / log.cases,
    factors: tableOfRows<FactorRow>(rows, COLUMNS),
    tree,
    heldOut,
    notes,
    confidence,
  };
  const sentence = factorSentence(result, rows);
  return inWords({ sentence, ...result, toString: () => factorsText({ ...result, sentence }, rows) });
}

const COLUMNS: readonly (keyof FactorRow)[] = [
  "column",
  "value",
  "kind",
  "known",
  "cases",
  "share",
  "otherShare",
  "excess",
  "lift",
  "low",
  "high",
  "p",
  "pAdjusted",
  "sameAs",
  "sameAsOutcome",
];

/** What is no one question: that one activity is the outcome says nothing of the others. */
const MANY_THINGS: ReadonlySet<string> = new Set(["activity", "step", "repeated activity"]);

function search(settings: Search): Candidates {
  const found: Candidates = { factors: [], numbers: [], left: [] };
  addAttributes(settings, found);
  addStart(settings, found);
  addFlow(settings, found);
  return found;
}

/** In the order in which they were found, which knows nothing of the outcome. */
function inOrder<T>(some: readonly T[], all: readonly T[]): T[] {
  const wanted = new Set(some);
  return all.filter((one) => wanted.has(one));
}

function nameOf(outcome: CaseMarks): string {
  return typeof outcome === "object" && "filters" in outcome ? outcome.filters.at(-1) ?? "the outcome" : "the outcome";
}

function finishedOnly(all: EventLog, { outcome, finished }: FactorsOptions) {
  const marks = marksOf(all, outcome, "outcome");
  if (finished === undefined) {
    return {
      log: all,
      marks,
      notes: ["Which cases are finished was not given: cases that still run count by what they show so far."],
    };
  }
  const keep = marksOf(all, finished, "finished");
  const log = selectCases(all, keep, "finished cases");
  const left = all.cases - log.cases;
  const notes = left === 0 ? [] : [`${countOf(left, "case")} that still ${left === 1 ? "runs" : "run"} not looked at.`];
  return { log, marks: marks.filter((_, c) => keep[c]), notes };
}
