/** How strongly each factor goes along with an outcome, and which factors are one and the same told twice. */
import { independenceTest } from "../../base/statistics/independence.ts";
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { shareRatio } from "../../base/statistics/proportions.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { type Bits, countBits, countBoth } from "./bits.ts";
import type { Candidate, FactorKind, FactorKnown } from "./candidate.ts";

/** A row of `factors`. */
export interface FactorRow {
  readonly column: string;
  readonly value: string;
  readonly kind: FactorKind;
  /**
   * `start`: what the log says from the first event of a case on. `way`: what shows only later. An export that writes
   * what became of a case into every row makes that look known at the start.
   */
  readonly known: FactorKnown;
  /** Cases that have the factor. */
  readonly cases: number;
  /** The share of these with the outcome, and the share of all other cases with it: 0 to 1. */
  readonly share: number;
  readonly otherShare: number;
  /** `share` as a multiple of the share of all cases, with its interval. */
  readonly lift: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** Corrected for looking at all factors (Benjamini-Hochberg). */
  readonly pAdjusted: number;
  /** The factor higher up that has nearly the same cases, or nearly all others; else null. */
  readonly sameAs: string | null;
  /** The cases with it, or those without, are nearly those with the outcome: it may be the outcome by another name. */
  readonly sameAsOutcome: boolean;
}

/** The rows, ranked; each with its candidate. */
export interface RankedFactor {
  readonly row: FactorRow;
  readonly candidate: Candidate;
}

/** Two sets of cases are nearly the same from this correlation on. */
const ALIKE = 0.9;
const SAME_AS_OUTCOME = 0.98;

interface Judged {
  readonly candidate: Candidate;
  readonly row: FactorRow;
  /** How many times as likely the outcome is with the factor as without, or without as with, at least. */
  readonly strength: number;
  readonly sure: boolean;
}

export function rankFactors(
  candidates: readonly Candidate[],
  outcome: Bits,
  cases: number,
  confidence: number,
): RankedFactor[] {
  const marked = countBits(outcome);
  const judged = judge(candidates, outcome, marked, cases, confidence).sort(byStrength);
  const sure = judged.filter((one) => one.sure), unsure = judged.filter((one) => !one.sure);
  const groups = grouped(sure, cases);
  const leaders = groups.map(([leader]) => leader!).sort(byStrength);
  const followers = groups.flatMap(([leader, ...others]) =>
    others.map((one) => ({ ...one, row: { ...one.row, sameAs: factorName(leader!.row) } }))
  );
  return [...leaders, ...followers, ...unsure].map(({ row, candidate }) => ({ row, candidate }));
}

export function factorName({ column, value }: Pick<FactorRow, "column" | "value">): string {
  return `${column} ${/^[≤>]/.test(value) ? "" : "= "}${value}`;
}

function judge(
  candidates: readonly Candidate[],
  outcome: Bits,
  marked: number,
  total: number,
  confidence: number,
): Judged[] {
  const both = candidates.map(({ bits }) => countBoth(bits, outcome));
  const p = candidates.map(({ cases }, i) => {
    const others = marked - both[i]!;
    return independenceTest(both[i]!, cases - both[i]!, others, total - cases - others);
  });
  const adjusted = adjustForManyLooks(p);
  return candidates.map((candidate, i): Judged => {
    const { cases, kind, known, column, value } = candidate;
    const hits = both[i]!;
    const withIt = { count: hits, total: cases }, without = { count: marked - hits, total: total - cases };
    const ratio = shareRatio(withIt, without, confidence);
    // The share of all cases is the mean of both shares, weighted by cases: the lift follows from the ratio alone.
    const weight = cases / total;
    const liftOf = (r: number) => r === Infinity ? 1 / weight : r / (weight * r + 1 - weight);
    return {
      candidate,
      sure: adjusted[i]! <= 1 - confidence,
      strength: ratio.value >= 1 ? ratio.low : 1 / ratio.high,
      row: {
        column,
        value,
        kind,
        known,
        cases,
        share: hits / cases,
        otherShare: without.count / without.total,
        lift: liftOf(ratio.value),
        low: liftOf(ratio.low),
        high: liftOf(ratio.high),
        p: p[i]!,
        pAdjusted: adjusted[i]!,
        sameAs: null,
        sameAsOutcome: isSame(hits, cases, marked) || isSame(marked - hits, total - cases, marked),
      },
    };
  });
}

/** By what two sets share of what either has. */
function isSame(both: number, cases: number, marked: number): boolean {
  return both >= SAME_AS_OUTCOME * (cases + marked - both);
}

/** What goes along with more of the outcome first; then with less; each by how strongly it does at least. */
function byStrength(a: Judged, b: Judged): number {
  return Number(b.sure) - Number(a.sure) ||
    (a.sure ? Number(b.row.lift >= 1) - Number(a.row.lift >= 1) || b.strength - a.strength : a.row.p - b.row.p) ||
    SIMPLEST.indexOf(a.row.kind) - SIMPLEST.indexOf(b.row.kind) ||
    byCodeUnit(a.row.column, b.row.column) || byCodeUnit(a.row.value, b.row.value);
}

const SIMPLEST: readonly FactorKind[] = [
  "attribute",
  "start",
  "event attribute",
  "activity",
  "repeated activity",
  "step",
  "size",
];

/** A simpler factor speaks for a group if it is at least nearly as strong, on the scale of logarithms. */
const NEARLY_AS_STRONG = 0.8;

/** Groups of nearly the same cases, each with the one first that speaks for it. */
function grouped(ranked: readonly Judged[], total: number): Judged[][] {
  const groups: Judged[][] = [];
  for (const one of ranked) {
    const group = groups.find(([first]) => areAlike(first!.candidate, one.candidate, total));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const [first] = group;
    const speaker = group
      .filter((one) => {
        const { row, strength } = one;
        return one === first ||
          row.lift >= 1 === first!.row.lift >= 1 && Math.log(strength) >= NEARLY_AS_STRONG * Math.log(first!.strength);
      })
      .reduce((best, one) => rankOf(one) < rankOf(best) ? one : best);
    return [speaker, ...group.filter((one) => one !== speaker)];
  });
}

function rankOf({ row }: Judged): number {
  return (row.known === "start" ? 0 : SIMPLEST.length) + SIMPLEST.indexOf(row.kind);
}

/** By the correlation of the two questions, of either sign. */
function areAlike(a: Candidate, b: Candidate, total: number): boolean {
  const spread = Math.sqrt(a.cases * (total - a.cases) * b.cases * (total - b.cases));
  // The correlation cannot be larger than the two numbers of cases allow.
  const most = total * Math.min(a.cases, b.cases) - a.cases * b.cases;
  const least = total * Math.max(0, a.cases + b.cases - total) - a.cases * b.cases;
  if (most < ALIKE * spread && -least < ALIKE * spread) return false;
  return Math.abs(total * countBoth(a.bits, b.bits) - a.cases * b.cases) >= ALIKE * spread;
}
