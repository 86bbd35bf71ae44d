/** The process definition document as one HTML file that needs nothing else. */
import { escapeHtml } from "../../../base/html_text.ts";
import type { TaskDefinition } from "./definition.ts";
import { documentOf, type DocumentPart, type DocumentTable } from "./document.ts";

export interface DefinitionHtmlOptions {
  /** Markup of a picture of the flow, trusted as it is, such as `viewBpmn(definitionModel(definition))` gives. */
  readonly picture?: string;
}

/**
 * The process definition as an HTML page: light and dark, for the screen and for paper, without scripts and without any
 * file beside it. Names stay text, whatever is in them.
 *
 * @example
 * ```ts
 * import { definitionHtml, readInteractions, segmentTasks, taskDefinition } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * definitionHtml(taskDefinition(segmentation, segmentation.tasks[0]!.name));
 * ```
 */
export function definitionHtml(definition: TaskDefinition, { picture }: DefinitionHtmlOptions = {}): string {
  const { title, parts } = documentOf(definition);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${name(title)}</h1>
${parts.map((part) => written(part, picture)).join("\n")}
</main>
</body>
</html>
`;
}

function written(part: DocumentPart, picture: string | undefined): string {
  switch (part.kind) {
    case "heading":
      return `<h2>${escapeHtml(part.text)}</h2>`;
    case "text":
      return `<p${part.lead ? ' class="lead"' : ""}>${name(part.text)}</p>`;
    case "list":
      return `<ul>\n${part.items.map((item) => `<li>${name(item)}</li>`).join("\n")}\n</ul>`;
    case "picture":
      return picture === undefined ? "" : `<figure class="flow">${picture}</figure>`;
    case "table":
      return tableOf(part);
  }
}

function tableOf({ columns, rows, numbers }: DocumentTable): string {
  const of = (k: number) => numbers.includes(k) ? ' class="number"' : "";
  const head = columns.map((column, k) => `<th scope="col"${of(k)}>${escapeHtml(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((one, k) => `<td${of(k)}>${name(one)}</td>`).join("")}</tr>`);
  return `<div class="table" tabindex="0" role="region" aria-label="Table"><table>\n<thead><tr>${head}</tr></thead>\n` +
    `<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>`;
}

/** Text of a recording; its direction is its own. */
function name(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1f2328; --soft: #5d666f; --line: #d9dcdf; --wash: #f4f4f0;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181b; --ink: #e4e4e0; --soft: #a1a8b0; --line: #363b41; --wash: #202327; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, serif;
}
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2 { line-height: 1.25; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 2.1rem; margin: .4em 0 .6em; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin: 2.2em 0 .6em; break-after: avoid; }
p, ul { max-width: 44rem; margin: 0 0 1em; overflow-wrap: anywhere; }
.lead { font-size: 1.2rem; }
li + li { margin-top: .25em; }
.table { overflow-x: auto; margin-bottom: 1em; }
table { border-collapse: collapse; font: .875rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
th, td { padding: .35em .8em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { border-bottom-width: 2px; color: var(--soft); font-weight: 600; }
th:first-child, td:first-child { padding-left: 0; }
td { max-width: 34rem; overflow-wrap: break-word; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.flow { margin: 1.5rem 0; overflow-x: auto; }
.flow svg, .flow img { display: block; max-width: none; }
:focus-visible { outline: 2px solid var(--soft); outline-offset: 2px; }
@media (max-width: 36rem) { body { font-size: 1rem; } h1 { font-size: 1.6rem; } .lead { font-size: 1.05rem; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .table, .flow { overflow: visible; }
  .flow svg { max-width: 100%; height: auto; }
  table { width: 100%; font-size: 8.5pt; }
  tr { break-inside: avoid; }
  @page { margin: 1.8cm; }
}
`;
