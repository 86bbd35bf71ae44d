/** What a run has to say of itself in a few figures: those that its notebook handed out, and what reading found. */
import type { HandedFigures, NamedFigure } from "../log/report_figures.ts";
import type { Reading } from "../log/readings.ts";

export interface RunFigures {
  /** In the order in which the notebook hands them out; last, how often reading the logs found something odd. */
  readonly figures: readonly NamedFigure[];
  /** First and last day that the report is about, in milliseconds. */
  readonly period: readonly [number, number] | null;
  /** What the report does without. */
  readonly warnings: readonly string[];
}

export const FINDINGS_FIGURE = "Findings in the data";

export function runFigures(readings: readonly Reading[], handed: HandedFigures | undefined): RunFigures {
  const findings = readings.flatMap((reading) => reading.findings);
  const odd = findings.filter(({ rule }) => rule !== OPTIONAL);
  const found: NamedFigure[] = readings.length === 0
    ? []
    : [{ name: FINDINGS_FIGURE, unit: "count", value: odd.reduce((sum, { count }) => sum + count, 0) }];
  return {
    figures: [...handed?.figures ?? [], ...found],
    period: handed?.period ?? null,
    warnings: [...new Set(findings.filter(({ rule }) => rule === OPTIONAL).map(({ example }) => example))],
  };
}

const OPTIONAL = "optional column missing";

/** As a report holds them; undefined where the text is none. */
export function parseRunFigures(text: string): RunFigures | undefined {
  try {
    const { figures, period, warnings } = JSON.parse(text) as RunFigures;
    return Array.isArray(figures) && Array.isArray(warnings)
      ? { figures, period: period ?? null, warnings }
      : undefined;
  } catch {
    return undefined;
  }
}
