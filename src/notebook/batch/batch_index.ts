/** The page over all reports of a batch. */
import { basename } from "node:path";
import type { BatchEntry } from "./batch_entry.ts";
import { figureCards, figureWords, periodWords } from "./figure_cards.ts";
import { batchFigures } from "./figure_series.ts";
import { titleOf } from "../cell_names.ts";
import type { NamedFigure } from "../../log/report_figures.ts";
import type { Notebook } from "../notebook.ts";
import { escapeHtml } from "../../base/html_text.ts";
import { pageStyle } from "../report/style.ts";
import { tracebookVersion } from "../report/version.ts";

/** A table of the runs that have ended, in the order given, those that failed marked and counted on top. */
export function batchIndex(
  path: string,
  notebook: Notebook,
  entries: readonly BatchEntry[],
  total: number,
): string {
  const title = titleOf(notebook) ?? basename(path, ".ipynb");
  const failed = entries.filter(({ status }) => status !== "ok").length;
  const waiting = total - entries.length;
  const summary = [
    `${entries.length - failed} of ${total} reports`,
    failed > 0 ? `${failed} failed` : "",
    waiting > 0 ? `${waiting} not run yet` : "",
  ].filter((words) => words !== "").join(", ");
  const figures = batchFigures(entries);
  const columns: Columns = {
    figures: figures.series.map(({ name, unit }) => ({ name, unit })),
    periods: figures.runs.some((run) => run.figures!.period !== null),
  };
  // Reports by the time that they are about; what failed stands where it was given.
  const inOrder = [...figures.runs];
  const rows = entries.map((entry) => figures.runs.includes(entry) ? inOrder.shift()! : entry);
  const head = (name: string, type = "") => `<th scope="col"${type && ` class="${type}"`}>${escapeHtml(name)}</th>`;
  const heads = [
    head("Report"),
    head("Status"),
    ...(columns.periods ? [head("Period")] : []),
    ...columns.figures.map(({ name }) => head(name, "number")),
    head("Took", "number"),
    head("Notebook"),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Tracebook ${tracebookVersion}">
<title>${escapeHtml(title)}: ${summary}</title>
<style>
${pageStyle}
.runs { max-width: var(--wide); }
.runs table { width: 100%; }
.runs .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.runs .wrong td { background: var(--wrong-wash); }
.runs .wrong .status { color: var(--wrong); }
.runs td { overflow-wrap: anywhere; }
.runs th.number { white-space: normal; vertical-align: bottom; }
.runs th { vertical-align: bottom; }
.runs td:first-child { min-width: 6rem; }
.runs .status { min-width: 4rem; }
.runs .period { min-width: 6.5rem; }
.runs .told td { border-bottom: 0; padding-bottom: 0; }
.runs .more td { padding-top: .1em; color: var(--soft); }
.runs .more p { margin: 0; position: sticky; left: .8em; max-width: min(var(--text), calc(100vw - 5rem)); }
.runs .day { white-space: nowrap; }
main { padding-top: 1.5rem; }
.cards { max-width: var(--wide); display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1rem; margin-block: 1.5rem 2.5rem; }
.card { margin: 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: 6px; font: .8125rem/1.45 var(--sans); }
.card figcaption { font-weight: 600; margin-bottom: .6rem; }
.card svg { display: block; width: 100%; }
.card rect { fill: var(--link); }
.card line { stroke: var(--soft); }
.card p { margin: .5rem 0 0; }
.card .trend { color: var(--soft); }
</style>
</head>
<body>
<div class="page">
<main>
<section class="text">
<h1>${escapeHtml(title)}</h1>
<p>${summary}.</p>
</section>
${figureCards(figures)}
<section class="text runs"><div class="table"><table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${rows.map((entry) => rowHtml(entry, columns)).join("\n")}
</tbody>
</table></div></section>
</main>
</div>
<footer><dl>
<dt>Notebook</dt><dd>${escapeHtml(basename(path))}</dd>
<dt>Made with</dt><dd>Tracebook ${tracebookVersion}</dd>
</dl></footer>
</body>
</html>
`;
}

interface Columns {
  readonly figures: readonly Pick<NamedFigure, "name" | "unit">[];
  readonly periods: boolean;
}

function rowHtml(
  { name, status, kept, seconds, report, notebook, error, figures }: BatchEntry,
  columns: Columns,
): string {
  const how = status === "ok" ? (kept ? "ok, kept from before" : "ok") : status;
  const link = (file: string | null, text: string) =>
    file === null ? escapeHtml(text) : `<a href="${escapeHtml(encodeURIComponent(file))}">${escapeHtml(text)}</a>`;
  const cell = (text: string, type = "") => `<td${type && ` class="${type}"`}>${text}</td>`;
  const notes = [...(error === null ? [] : [error]), ...figures?.warnings ?? []];
  const value = (wanted: string) => figures?.figures.find((figure) => figure.name === wanted)?.value;
  const cells = [
    cell(link(report, name)),
    cell(how, "status"),
    ...(columns.periods
      ? [cell(periodWords(figures?.period ?? null).replace(/\S{8,}/g, '<span class="day">$&</span>'), "period")]
      : []),
    ...columns.figures.map(({ name, unit }) => cell(escapeHtml(figureWords(value(name), unit)), "number")),
    cell(`${seconds.toFixed(1)} s`, "number"),
    cell(notebook === null ? "" : link(notebook, ".ipynb")),
  ];
  const types = [status === "ok" ? "" : "wrong", notes.length > 0 ? "told" : ""].filter((type) => type !== "");
  const row = `<tr${types.length > 0 ? ` class="${types.join(" ")}"` : ""}>${cells.join("")}</tr>`;
  if (notes.length === 0) return row;
  // Below the row: a column for it would leave the figures no room.
  const words = notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("");
  return `${row}\n<tr class="more${status === "ok" ? "" : " wrong"}"><td colspan="${cells.length}">${words}</td></tr>`;
}
