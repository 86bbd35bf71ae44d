/** The page over all reports of a batch. */
import { basename } from "node:path";
import type { BatchEntry } from "./batch_entry.ts";
import { titleOf } from "../cell_names.ts";
import type { Notebook } from "../notebook.ts";
import { escapeHtml } from "../report/escape.ts";
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
</style>
</head>
<body>
<div class="page">
<main>
<section class="text">
<h1>${escapeHtml(title)}</h1>
<p>${summary}.</p>
</section>
<section class="text runs"><div class="table"><table>
<thead><tr><th scope="col">Report</th><th scope="col">Status</th><th scope="col" class="number">Took</th><th scope="col">Error</th><th scope="col">Notebook</th></tr></thead>
<tbody>
${entries.map(rowHtml).join("\n")}
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

function rowHtml({ name, status, kept, seconds, report, notebook, error }: BatchEntry): string {
  const words = status === "ok" ? (kept ? "ok, kept from before" : "ok") : status;
  const link = (file: string | null, text: string) =>
    file === null ? escapeHtml(text) : `<a href="${escapeHtml(encodeURIComponent(file))}">${escapeHtml(text)}</a>`;
  return `<tr${status === "ok" ? "" : ` class="wrong"`}><td>${
    link(report, name)
  }</td><td class="status">${words}</td>` +
    `<td class="number">${seconds.toFixed(1)} s</td><td>${escapeHtml(error ?? "")}</td>` +
    `<td>${notebook === null ? "" : link(notebook, ".ipynb")}</td></tr>`;
}
