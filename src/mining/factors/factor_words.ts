/** What sets a group apart, in words and as text. */
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { moreLines } from "../../base/lists.ts";
import { textTable } from "../../base/text_table.ts";
import { factorName, type FactorRow } from "./factor_rows.ts";
import type { FactorTree } from "./tree/factor_tree.ts";
import type { HeldOut } from "./tree/held_out.ts";

/** What the words are made from. */
interface Told {
  readonly name: string;
  readonly cases: number;
  readonly marked: number;
  readonly share: number;
  readonly tree: FactorTree;
  readonly heldOut: HeldOut;
  readonly notes: readonly string[];
  readonly confidence: number;
}

export function factorSentence(told: Told, rows: readonly FactorRow[]): string {
  const { name, marked, cases, share, confidence } = told;
  const base = `${formatShare(share)} of the cases are in the group (${name}; ${formatCount(marked)} of ${
    formatCount(cases)
  }).`;
  const sure = rows.filter(({ pAdjusted, sameAs }) => pAdjusted <= 1 - confidence && sameAs === null);
  const first = sure.find(({ sameAsOutcome }) => !sameAsOutcome) ?? sure[0];
  if (!first) {
    return `${base} Of ${
      countOf(rows.length, "factor")
    } looked at, none goes along with it more than chance would have it. ${treeWords(told)}`;
  }
  const same = first.sameAsOutcome ? " These are nearly the same cases: it may be the group by another name." : "";
  return `${base} What goes along with it most is ${factorName(first)}: of these ${countOf(first.cases, "case")} ${
    formatShare(first.share)
  } are in it, ${times(first.lift)} times the share of all cases (${times(first.low)} to ${times(first.high)}, ${
    formatShare(confidence)
  } interval), of the others ${formatShare(first.otherShare)}.${same}${mostCases(sure, first)} ${treeWords(told)}`;
}

/** A strong factor of few cases matters less than one that accounts for many. */
function mostCases(sure: readonly FactorRow[], first: FactorRow): string {
  const largest = sure.filter(({ sameAsOutcome }) => !sameAsOutcome)
    .reduce((best, row) => row.excess > best.excess ? row : best, first);
  if (largest === first) return "";
  return ` Most cases are those with ${factorName(largest)}: ${formatShare(largest.share)} of ${
    countOf(largest.cases, "case")
  }, ${times(largest.lift)} times (${times(largest.low)} to ${times(largest.high)}).`;
}

export function treeWords({ heldOut, confidence }: Pick<Told, "heldOut" | "confidence">): string {
  const { auc, low, high, better } = heldOut;
  if (Number.isNaN(auc)) return "There are too few cases to judge a tree.";
  const words = `on cases it had not seen: area under the curve ${auc.toFixed(2)} (${low.toFixed(2)} to ${
    high.toFixed(2)
  }, ${formatShare(confidence)} interval; chance is 0.50)`;
  return better
    ? `A tree of at most three questions told them apart ${words}.`
    : `A tree of at most three questions was no better than the baseline ${words}.`;
}

const FEW = 10;

export function factorsText(told: Told & { readonly sentence: string }, rows: readonly FactorRow[]): string {
  const shown = rows.filter(({ sameAs }) => sameAs === null).slice(0, FEW);
  const table = textTable(
    [
      ["factor", "known", "cases", "share", "others", "lift", "low", "high", "p adjusted"],
      ...shown.map((row) => [
        factorName(row),
        row.known,
        formatCount(row.cases),
        formatShare(row.share),
        formatShare(row.otherShare),
        times(row.lift),
        times(row.low),
        times(row.high),
        pWords(row.pAdjusted),
      ]),
    ],
    { left: [0, 1], rule: true },
  );
  const tree = told.heldOut.better ? ["", "Tree", ...treeLines(told.tree, "", told.name)] : [];
  return [told.sentence, "", table, ...moreLines(rows.length - shown.length, ""), ...tree, "", ...told.notes].join(
    "\n",
  );
}

/** The tree as indented lines. */
export function treeLines(node: FactorTree, indent: string, name: string): string[] {
  const facts = ({ share, cases }: FactorTree) => `${formatShare(share)} of ${countOf(cases, "case")}`;
  if (!node.split) return [];
  const question = factorName(node.split);
  return [
    `${indent}${question}: ${facts(node.yes!)}`,
    ...treeLines(node.yes!, `${indent}  `, name),
    `${indent}not ${question}: ${facts(node.no!)}`,
    ...treeLines(node.no!, `${indent}  `, name),
  ];
}

export function times(value: number): string {
  if (!Number.isFinite(value)) return formatCount(value);
  return value >= 99.5 ? formatCount(value) : value >= 9.95 ? value.toFixed(0) : value.toFixed(value < 0.1 ? 2 : 1);
}

export function pWords(p: number): string {
  if (Number.isNaN(p)) return "–";
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}
