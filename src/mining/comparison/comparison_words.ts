/** A comparison in words and as text. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { moreLines } from "../../base/lists.ts";
import { textTable } from "../../base/text_table.ts";
import { pWords } from "../factors/factor_words.ts";
import type { ComparisonRows } from "./comparison_rows.ts";
import type { ComparedActivityRow } from "./activity_rows.ts";
import type { ComparedFigure, ComparedFigureRow } from "./figure_rows.ts";
import type { ShareComparison } from "./share_rows.ts";
import type { ComparedTimeRow } from "./time_rows.ts";

type Told = Omit<ComparisonRows, "rows"> & { readonly rows: Omit<ComparisonRows["rows"], "starts" | "ends"> };

export function comparisonSentence({ names, rows, confidence }: Told): string {
  const [a, b] = names;
  const isSure = ({ pAdjusted }: { readonly pAdjusted: number }) => pAdjusted <= 1 - confidence;
  const kinds: readonly (readonly [string, readonly { readonly p: number; readonly pAdjusted: number }[]])[] = [
    ["activities", rows.activities],
    ["steps", rows.edges],
    ["variants", rows.variants],
    ["times", rows.times],
  ];
  const cases = rows.figures.find(({ figure }) => figure === "cases")!;
  const groups = `${a} (${countOf(cases.a, "case")}) and ${b} (${countOf(cases.b, "case")})`;
  const found = kinds.filter(([, of]) => of.some(isSure));
  const throughput = throughputWords(rows.figures, names, confidence);
  if (found.length === 0) {
    const looks = kinds.map(([kind, of]) =>
      countOf(
        of.filter(({ p }) => !Number.isNaN(p)).length,
        kind === "activities" ? "activity" : kind.slice(0, -1),
        kind,
      )
    ).join(", ");
    return `Between ${groups} nothing differs more than chance would have it, of ${looks} looked at.${throughput}`;
  }
  const counts = found.map(([kind, of]) => `${of.filter(isSure).length} of ${of.length} ${kind}`).join(", ");
  return `${groups} differ in ${counts} more than chance would have it.${
    largest(rows.activities.find(isSure), names, confidence)
  }${throughput}${surestTime(rows.times.filter((row) => row.measure !== "throughput").find(isSure), names)}`;
}

function largest(row: ComparedActivityRow | undefined, [a, b]: readonly [string, string], confidence: number): string {
  if (!row) return "";
  return ` The activity that differs most is ${JSON.stringify(row.activity)}: in ${
    formatShare(row.a)
  } of the cases (${a}) and in ${formatShare(row.b)} (${b}), a difference of ${points(row.difference)} points (${
    points(row.low)
  } to ${points(row.high)}, ${formatShare(confidence)} interval).`;
}

function surestTime(row: ComparedTimeRow | undefined, [a, b]: readonly [string, string]): string {
  if (!row) return "";
  return ` Of the times within cases, ${timeName(row)} differs most surely: its median is ${
    formatDuration(row.a)
  } (${a}, ${countOf(row.casesA, "case")}) and ${formatDuration(row.b)} (${b}, ${countOf(row.casesB, "case")}).`;
}

function throughputWords(figures: readonly ComparedFigureRow[], [a, b]: readonly [string, string], confidence: number) {
  const row = figures.find(({ figure }) => figure === "throughputMedianSeconds");
  if (!row || Number.isNaN(row.a) || Number.isNaN(row.b)) return "";
  const medians = ` The median of throughput is ${formatDuration(row.a)} (${a}) and ${formatDuration(row.b)} (${b})`;
  if (Number.isNaN(row.low)) return `${medians}.`;
  const ends = `${formatDuration(row.low)} to ${formatDuration(row.high)}, ${formatShare(confidence)} interval`;
  const surely = row.low > 0 || row.high < 0;
  return `${medians}, a difference of ${formatDuration(row.difference)} (${ends}${
    surely ? "" : ", so that it may be none"
  }).`;
}

/** A difference of shares in points of a hundred. */
export function points(difference: number): string {
  if (Number.isNaN(difference)) return "–";
  const value = Math.abs(difference) * 100;
  const text = value < 9.95 ? value.toFixed(1) : value.toFixed(0);
  return `${difference < 0 && Number(text) !== 0 ? "−" : difference > 0 && Number(text) !== 0 ? "+" : ""}${text}`;
}

const FEW = 10;

export function comparisonText(told: Told & { readonly sentence: string }): string {
  const { names: [a, b], rows } = told;
  const shares = ({ a, b, difference, low, high, pAdjusted }: ShareComparison) => [
    formatShare(a),
    formatShare(b),
    points(difference),
    points(low),
    points(high),
    pWords(pAdjusted),
  ];
  const part = <R>(of: readonly R[], cells: (row: R) => string[], first: string) =>
    of.length === 0 ? [] : [
      "",
      textTable([[first, a, b, "difference", "low", "high", "p adjusted"], ...of.slice(0, FEW).map(cells)], {
        rule: true,
      }),
      ...moreLines(of.length - FEW, ""),
    ];
  return [
    told.sentence,
    ...part(rows.figures, figureCells, "figure"),
    ...part(rows.activities, (row) => [row.activity, ...shares(row)], "activity"),
    ...part(rows.edges, (row) => [`${row.from} → ${row.to}`, ...shares(row)], "step"),
    ...part(rows.variants, (row) => [row.activities.join(" → "), ...shares(row)], "variant"),
    ...part(rows.times, (row) => [
      timeName(row),
      ...[row.a, row.b, row.difference, row.low, row.high].map((seconds) => formatDuration(seconds)),
      pWords(row.pAdjusted),
    ], "time (median)"),
    "",
    ...told.notes,
  ].join("\n");
}

export function timeName({ measure, from, to }: Pick<ComparedTimeRow, "measure" | "from" | "to">): string {
  return measure === "step" ? `${from} → ${to}` : measure === "service" ? `${from} (service)` : `${measure} of a case`;
}

const FIGURE_WORDS: Record<ComparedFigure, string> = {
  cases: "cases",
  runningCases: "cases that still run",
  events: "events",
  variants: "variants",
  eventsPerCase: "events a case",
  throughputMedianSeconds: "throughput, median",
  throughputP90Seconds: "throughput, 90 % within",
};

function figureCells({ figure, a, b, difference, low, high, pAdjusted }: ComparedFigureRow): string[] {
  const write = figure.endsWith("Seconds") ? formatDuration : (value: number) => formatCount(value, 1);
  return [FIGURE_WORDS[figure], ...[a, b, difference, low, high].map(write), pWords(pAdjusted)];
}
