/** A card for each figure of a batch: bars over the runs, the first, last, lowest and highest value, and the trend. */
import { formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { LEAST_FOR_TREND, type Trend } from "../../base/statistics/trend.ts";
import type { NamedFigure } from "../../log/report_figures.ts";
import { escapeHtml } from "../../base/html_text.ts";
import type { BatchFigures, FigureSeries } from "./figure_series.ts";

/** Nothing for a single run, which has its report. */
export function figureCards(batch: BatchFigures): string {
  const { runs, inTime, series } = batch;
  const shown = series.filter(({ values }) => values.some((value) => value !== null && value !== 0));
  if (runs.length < 2 || shown.length === 0) return "";
  const about = inTime
    ? `In the order of time. A trend is named where chance alone would seldom give one (Mann–Kendall test, p below ` +
      `0.05), from ${LEAST_FOR_TREND} reports on; each figure is tested by itself. The last period may lack what had not ended.`
    : "The reports are not of periods that follow one another, so that no trend is asked for.";
  return `<section class="text"><h2>From report to report</h2>
<p>${about}</p></section>
<section class="cards" aria-label="Figures from report to report">
${shown.map((one) => card(one, batch)).join("\n")}
</section>`;
}

/** A value in the words of its unit. */
export function figureWords(value: number | null | undefined, unit: NamedFigure["unit"]): string {
  if (value === null || value === undefined) return "–";
  if (unit === "seconds") return formatDuration(value);
  return unit === "share" ? formatShare(value) : formatCount(value, Number.isInteger(value) ? 0 : 1);
}

export function periodWords(period: readonly [number, number] | null): string {
  if (period === null) return "";
  const [from, to] = period.map((moment) => formatDate(moment).slice(0, 10));
  return from === to ? from! : `${from} to ${to}`;
}

function card({ name, unit, values, trend }: FigureSeries, { runs, inTime }: BatchFigures): string {
  const names = runs.map((run) => run.name);
  const known = values.flatMap((value, i) => value === null ? [] : [{ value, name: names[i]! }]);
  const first = known[0]!, last = known.at(-1)!;
  const [low, high] = known.reduce(
    ([low, high], one) => [one.value < low.value ? one : low, one.value > high.value ? one : high],
    [first, first],
  );
  const words = (value: number) => escapeHtml(figureWords(value, unit));
  const ends = known.length < 2
    ? ""
    : `<p>${escapeHtml(first.name)} <b>${words(first.value)}</b>, ${escapeHtml(last.name)} <b>${words(last.value)}</b>${
      known.length < 3 ? "" : `; lowest ${words(low.value)}, highest ${words(high.value)}`
    }</p>`;
  const said = inTime ? `\n<p class="trend">${escapeHtml(trendWords(trend, unit, known.length))}</p>` : "";
  return `<figure class="card"><figcaption>${escapeHtml(name)}</figcaption>
${bars(values, names, unit, name)}
${ends}${said}</figure>`;
}

function trendWords(trend: Trend | undefined, unit: NamedFigure["unit"], known: number): string {
  if (!trend) return `Too few values for a trend: ${known} of at least ${LEAST_FOR_TREND}.`;
  const { slope, low, high, p } = trend;
  if (p >= 0.05 || slope === 0) return "→ No trend beyond what chance would do.";
  const step = (value: number) => {
    const sign = value < 0 ? "−" : "+";
    if (unit === "share") return `${sign}${(100 * Math.abs(value)).toFixed(1)} points`;
    const size = Math.abs(value);
    return sign + (unit === "seconds" ? formatDuration(size) : formatCount(size, size < 10 ? 1 : 0));
  };
  const range = Number.isNaN(low) ? "" : ` (95 %: ${step(low)} to ${step(high)})`;
  return `${slope > 0 ? "↗ Rises" : "↘ Falls"}: ${step(slope)} from one report to the next${range}.`;
}

const WIDTH = 280, HEIGHT = 56;

/** From 0; a run without the figure has no bar. */
function bars(
  values: readonly (number | null)[],
  names: readonly string[],
  unit: NamedFigure["unit"],
  name: string,
): string {
  const most = values.reduce<number>((a, value) => Math.max(a, value ?? 0), 0);
  const step = WIDTH / values.length, width = Math.max(1, Math.min(24, step * 0.7));
  const marks = values.flatMap((value, i) => {
    if (value === null) return [];
    const height = most === 0 ? 0 : Math.max(1, Math.max(0, value) / most * HEIGHT);
    const x = i * step + (step - width) / 2;
    const title = `${names[i]}: ${figureWords(value, unit)}`;
    return [
      `<rect x="${x.toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}" width="${width.toFixed(1)}" height="${
        height.toFixed(1)
      }"><title>${escapeHtml(title)}</title></rect>`,
    ];
  });
  const label = `${name} of ${values.length} reports, as bars from 0`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT + 1}" role="img" aria-label="${escapeHtml(label)}">` +
    `${marks.join("")}<line x1="0" x2="${WIDTH}" y1="${HEIGHT + 0.5}" y2="${HEIGHT + 0.5}"></line></svg>`;
}
