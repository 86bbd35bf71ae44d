/** Figures that a notebook hands out, so that a page over many of its reports can show them beside each other. */
import { OptionError } from "../base/errors.ts";
import { quantile } from "../base/statistics/summary.ts";

/** A count, a duration or a share; null where it is not known. */
export type ReportFigure =
  | number
  | { readonly seconds: number | null }
  | { readonly share: number | null }
  | null;

export interface ReportFiguresOptions {
  /**
   * What the report is about: an event log, whose period is that in which its cases began, or an interaction log. Where
   * the periods of the reports of a batch follow one another, its index says whether a figure rises or falls.
   */
  readonly of?: { readonly time: Float64Array; readonly offsets?: Int32Array };
}

/** A figure as it is handed out. */
export interface NamedFigure {
  readonly name: string;
  readonly unit: "count" | "seconds" | "share";
  readonly value: number | null;
}

/** All that was handed out in this process. */
export interface HandedFigures {
  readonly figures: readonly NamedFigure[];
  /** First and last day on which most of it happened, in milliseconds: a twentieth on either side is left out. */
  readonly period?: readonly [number, number];
}

/** Under this symbol they are found from outside, such as from a notebook's runner. */
export const HANDED_FIGURES = Symbol.for("tracebook.figures");

/**
 * Hands out figures of a report by their names: `tb run` over many files shows them for each report in its index, with
 * their trend where the reports are of periods that follow one another. Elsewhere it does nothing.
 *
 * Several calls add up; a name that comes again stands for the later figure.
 *
 * @throws OptionError if a figure is none.
 * @example
 * ```ts
 * import { readLog, reportFigures, throughputTimes } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const all = throughputTimes(log).rows()[0]!;
 * reportFigures({ "Cases": log.cases, "Median throughput time": { seconds: all.median } }, { of: log });
 * ```
 */
export function reportFigures(
  figures: Readonly<Record<string, ReportFigure>>,
  { of }: ReportFiguresOptions = {},
): void {
  const place = globalThis as { [HANDED_FIGURES]?: HandedFigures };
  const named = Object.entries(figures).map(([name, figure]) => namedFigure(name, figure));
  const known = (place[HANDED_FIGURES]?.figures ?? []).filter(({ name }) => !named.some((one) => one.name === name));
  const period = of === undefined ? place[HANDED_FIGURES]?.period : periodOf(of);
  place[HANDED_FIGURES] = { figures: [...known, ...named], ...(period ? { period } : {}) };
}

function namedFigure(name: string, figure: ReportFigure): NamedFigure {
  if (figure === null) return { name, unit: "count", value: null };
  const found = typeof figure === "number"
    ? { unit: "count" as const, value: figure }
    : typeof figure === "object" && "seconds" in figure
    ? { unit: "seconds" as const, value: figure.seconds }
    : typeof figure === "object" && "share" in figure
    ? { unit: "share" as const, value: figure.share }
    : undefined;
  if (found === undefined || (found.value !== null && typeof found.value !== "number")) {
    throw new OptionError(
      `Expected the figure "${name}" to be a number, { seconds: … }, { share: … } or null but found ${
        JSON.stringify(figure) ?? typeof figure
      }.`,
    );
  }
  return { name, unit: found.unit, value: found.value !== null && Number.isFinite(found.value) ? found.value : null };
}

function periodOf({ time, offsets }: NonNullable<ReportFiguresOptions["of"]>): [number, number] | undefined {
  const moments = offsets
    ? Float64Array.from({ length: offsets.length - 1 }, (_, c) => time[offsets[c]!]!)
    : Float64Array.from(time);
  const known = moments.filter((moment) => Number.isFinite(moment)).sort();
  return known.length === 0 ? undefined : [quantile(known, 0.05), quantile(known, 0.95)];
}
