/** How strongly each factor goes along with an outcome, and which factors are one and the same told twice. */
import { independenceTest } from "../../base/statistics/independence.ts";
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { ratioOfShares } from "../../base/statistics/share_ratio.ts";
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
  /** How many more cases with the outcome it has than if its share were that of all cases. */
  readonly excess: number;
  /** `share` as a multiple of the share of all cases, with its interval. */
  readonly lift: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** Corrected for looking at all factors (Benjamini-Hochberg). */
  readonly pAdjusted: number;
  /**
   * The factor higher up that has nearly the same cases, or nearly all others, or of whose cases this one has a part in
   * which the share is about the same; else null.
   */
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
  readonly sure: boolean;
}

export function rankFactors(
  candidates: readonly Candidate[],
  outcome: Bits,
  cases: number,
  confidence: number,
): RankedFactor[] {
  const judged = judge(candidates, outcome, countBits(outcome), cases, confidence).sort(byLift);
  const sure = judged.filter((one) => one.sure), unsure = judged.filter((one) => !one.sure);
  const groups = grouped(sure, cases);
  const leaders = groups.map(([leader]) => leader!).sort(byLift);
  const followers = groups.flatMap(([leader, ...others]) =>
    others.map((one) => ({ ...one, row: { ...one.row, sameAs: factorName(leader!.row) } }))
  ).sort(byLift);
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
    const ratio = ratioOfShares(withIt, without, confidence);
    // The share of all cases is the mean of both shares, weighted by cases: the lift follows from the ratio alone.
    const weight = cases / total;
    const liftOf = (r: number) => r === Infinity ? 1 / weight : r / (weight * r + 1 - weight);
    return {
      candidate,
      sure: adjusted[i]! <= 1 - confidence,
      row: {
        column,
        value,
        kind,
        known,
        cases,
        share: hits / cases,
        otherShare: without.count / without.total,
        excess: hits - cases * marked / total,
        lift: hits / cases / (marked / total),
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

/** What goes along with more of the outcome first, then what goes along with less; by the end of the interval near 1. */
function byLift(a: Judged, b: Judged): number {
  return Number(b.sure) - Number(a.sure) ||
    (a.sure
      ? Number(b.row.lift >= 1) - Number(a.row.lift >= 1) ||
        (a.row.lift >= 1 ? b.row.low - a.row.low : a.row.high - b.row.high)
      : a.row.p - b.row.p) ||
    byName(a, b);
}

function byName(a: Judged, b: Judged): number {
  return SIMPLEST.indexOf(a.row.kind) - SIMPLEST.indexOf(b.row.kind) ||
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

/** A simpler factor speaks for a group if it explains at least nearly as many cases. */
const NEARLY_AS_MUCH = 0.8;

/**
 * Groups of factors that say the same, each with the one first that speaks for it. Those that explain most come first, so
 * that a part of a factor joins it and not the other way round.
 */
function grouped(sure: readonly Judged[], total: number): Judged[][] {
  const ordered = sure.toSorted((a, b) => Math.abs(b.row.excess) - Math.abs(a.row.excess) || byLift(a, b));
  const groups: { alike: Judged[]; parts: Judged[] }[] = [];
  for (const one of ordered) {
    const { candidate } = one;
    const like = groups.find(({ alike: [first] }) => areAlike(first!.candidate, candidate, total));
    if (like) like.alike.push(one);
    else {
      const whole = groups.find(({ alike }) => alike.some((other) => isPartOf(one, other)));
      if (whole) whole.parts.push(one);
      else groups.push({ alike: [one], parts: [] });
    }
  }
  return groups.map(({ alike, parts }) => {
    // Of a factor and its contrary, the one that goes along with more speaks.
    const most = Math.max(...alike.map(({ row }) => row.excess));
    const able = alike.filter(({ row }) =>
      most > 0 ? row.excess >= NEARLY_AS_MUCH * most : row.excess <= NEARLY_AS_MUCH * alike[0]!.row.excess
    );
    const speaker = able.reduce((best, one) => rankOf(one) < rankOf(best) ? one : best);
    return [speaker, ...alike.filter((one) => one !== speaker), ...parts];
  });
}

function rankOf({ row }: Judged): number {
  return (row.known === "start" ? 0 : SIMPLEST.length) + SIMPLEST.indexOf(row.kind);
}

/** So much of a part lies in the whole. */
const WITHIN = 0.98;
/** A part says nothing of its own unless its odds are surely this many times those of the whole. */
const ODDS_APART = 1.5;

function isPartOf(part: Judged, whole: Judged): boolean {
  const up = whole.row.excess > 0;
  if (up !== part.row.excess > 0 || part.row.cases >= whole.row.cases) return false;
  const { low, high } = shareInterval(part.row.share * part.row.cases, part.row.cases);
  const odds = (share: number) => share / (1 - share);
  const apart = up ? odds(low) > ODDS_APART * odds(whole.row.share) : odds(high) < odds(whole.row.share) / ODDS_APART;
  return !apart && countBoth(part.candidate.bits, whole.candidate.bits) >= WITHIN * part.row.cases;
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
