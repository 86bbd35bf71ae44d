/** The figures that the runs of a batch handed out, beside each other and in the order of time. */
import { LEAST_FOR_TREND, type Trend, trendOf } from "../../base/statistics/trend.ts";
import type { NamedFigure } from "../../log/report_figures.ts";
import { FINDINGS_FIGURE } from "../run_figures.ts";
import type { BatchEntry } from "./batch_entry.ts";

export interface FigureSeries {
  readonly name: string;
  readonly unit: NamedFigure["unit"];
  /** Of each run that went well, in the order of `runs`; null where it has none. */
  readonly values: readonly (number | null)[];
  /** Undefined where there is none to ask for: too few values, or runs that are not of periods one after another. */
  readonly trend: Trend | undefined;
}

export interface BatchFigures {
  /** Runs that went well, by the time that they are about if all say so, else as given. */
  readonly runs: readonly BatchEntry[];
  /** The runs are of periods that follow one another, so that a trend can be asked for. */
  readonly inTime: boolean;
  readonly series: readonly FigureSeries[];
}

export function batchFigures(entries: readonly BatchEntry[]): BatchFigures {
  const told = entries.filter(({ figures }) => figures !== null && figures.figures.length > 0);
  const dated = told.length > 0 && told.every(({ figures }) => figures!.period !== null);
  const runs = dated ? [...told].sort((a, b) => middle(a) - middle(b)) : told;
  const inTime = dated && runs.every((run, i) => i === 0 || follows(run, runs[i - 1]!));
  const names = new Map(runs.flatMap(({ figures }) => figures!.figures.map(({ name, unit }) => [name, unit])));
  const series = [...names].map(([name, unit]): FigureSeries => {
    const values = runs.map(({ figures }) => figures!.figures.find((figure) => figure.name === name)?.value ?? null);
    const known = values.filter((value) => value !== null);
    const trend = inTime && known.length >= LEAST_FOR_TREND ? trendOf(known) : undefined;
    return { name, unit, values, trend };
  });
  // What reading found stands last: it is about the files.
  const findings = series.filter(isOfFiles);
  return { runs, inTime, series: [...series.filter((one) => !isOfFiles(one)), ...findings] };
}

function isOfFiles({ name }: FigureSeries): boolean {
  return name === FINDINGS_FIGURE;
}

function middle({ figures }: BatchEntry): number {
  const [from, to] = figures!.period!;
  return (from + to) / 2;
}

/** Cases of one month may end in the next: periods may overlap by half. */
function follows(later: BatchEntry, earlier: BatchEntry): boolean {
  const [from] = later.figures!.period!, [, to] = earlier.figures!.period!;
  return middle(later) >= to || from >= middle(earlier);
}
