/** An executed notebook as one HTML file that needs nothing else: it opens from disk, without a network. */
import { formatCount } from "../base/format.ts";
import { basename } from "node:path";
import type { Reading } from "../log/readings.ts";
import { collectBundles } from "../viz/figure/bundle_once.ts";
import { fileFacts } from "./input_files.ts";
import { type Cell, type Notebook, tagsOf } from "./notebook.ts";
import { type Parameter, parametersOf } from "./parameters/parameters.ts";
import { parseRunFigures, type RunFigures } from "./run_figures.ts";
import { escapeHtml, unescapeHtml } from "../base/html_text.ts";
import { type Heading, markdownRenderer } from "./report/markdown.ts";
import { outputHtml } from "./report/outputs.ts";
import { pageScript, pageStyle } from "./report/style.ts";
import { tracebookVersion } from "./report/version.ts";

/** What the foot of the report says about the run, so that it can be repeated. */
export interface RunFacts {
  /** Path of the notebook; pictures beside it are taken in. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Files that the run read. */
  readonly inputs: readonly string[];
  /** Which logs the cells read, and what reading them found. */
  readonly readings?: readonly Reading[];
  /** Held by the report for the index of a batch. */
  readonly figures?: RunFigures;
  readonly seconds: number;
  /** Hash of all that the report depends on: a report with the key that a run would have is up to date. */
  readonly key?: string;
  /** What the report is about: its title begins with it. */
  readonly subject?: string;
  /** Of whoever asked for the report, to know it again. */
  readonly maker?: string;
}

/**
 * The report of a run.
 *
 * Text of the notebook and of its outputs is escaped; `text/html` outputs are what the notebook's own code made, and
 * stand as they are. The page's content security policy forbids to load anything. The same notebook and outputs give
 * the same bytes but for the line that says how long the run took.
 */
export async function notebookReport(notebook: Notebook, facts: RunFacts): Promise<string> {
  const markdown = markdownRenderer(facts.path);
  const parts: string[] = [];
  for (const cell of titled(notebook.cells, facts.subject)) {
    if (tagsOf(cell).includes("remove-cell")) continue;
    if (cell.cell_type === "markdown") {
      const failed = tagsOf(cell).includes("run-failure");
      const html = await markdown.render(cell.source, cell.attachments);
      parts.push(`<section class="text${failed ? " failed" : ""}">\n${html}</section>`);
    } else if (cell.cell_type === "code" && cell.source.trim() !== "") {
      parts.push(codeHtml(cell));
      for (const output of cell.outputs ?? []) {
        parts.push(await outputHtml(output, markdown));
      }
    }
  }
  const [titleHeading] = markdown.headings;
  const title = titleHeading?.text ?? basename(facts.path, ".ipynb");
  // The table of contents stands below the text that the title is part of.
  let top = parts.findIndex((html) => titleHeading && html.includes(` id="${titleHeading.id}"`));
  while (parts[top + 1]?.startsWith('<section class="text">') && !/<h[1-6]/.test(parts[top + 1]!)) top++;
  const { bundles, outputs } = collectBundles(parts);
  outputs.splice(top + 1, 0, contents(markdown.headings));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="Tracebook ${tracebookVersion}">
<meta name="${MAKER_NAME}" content="${escapeHtml(facts.maker ?? "")}">
${facts.figures ? `<meta name="${FIGURES_NAME}" content="${escapeHtml(JSON.stringify(facts.figures))}">\n` : ""}${
    facts.key === undefined ? "" : `<meta name="${KEY_NAME}" content="${escapeHtml(facts.key)}">\n`
  }<title>${escapeHtml(title)}</title>
<style>
${pageStyle}
</style>
</head>
<body>
<header class="bar"><a class="skip" href="#report">Skip to the report</a><button type="button" id="code-switch" aria-pressed="false" hidden>Show code</button></header>
<div class="page">
<main id="report">
${bundles.map((code) => `<script>${code}</script>\n`).join("")}${outputs.filter((html) => html !== "").join("\n")}
</main>
</div>
${await foot(facts, parametersOf(notebook))}
<script>
${pageScript}
</script>
</body>
</html>
`;
}

const KEY_NAME = "tracebook-run", MAKER_NAME = "tracebook-report", FIGURES_NAME = "tracebook-figures";

/** Who made a report; empty where it does not say so, undefined where it is no report. */
export function readReportMaker(html: string): string | undefined {
  const head = html.slice(0, HEAD);
  if (!head.includes('<meta name="generator" content="Tracebook ')) return undefined;
  return new RegExp(`<meta name="${MAKER_NAME}" content="([^"]*)">`).exec(head)?.[1] ?? "";
}

/** Characters in which the facts about a report stand. */
const HEAD = 40_000;

/** The title speaks of the subject: "Process report: where do cases wait?" is "orders: where do cases wait?". */
function titled(cells: readonly Cell[], subject: string | undefined): readonly Cell[] {
  const first = cells.findIndex(({ cell_type, source }) => cell_type === "markdown" && /^# /m.test(source));
  if (subject === undefined || first < 0) return cells;
  const name = subject.replace(/[\\`*_[\]<>#]/g, "\\$&");
  const source = cells[first]!.source.replace(
    /^# (?:[^:\n]{1,40}: )?(.*)$/m,
    (_, question: string) => `# ${name}: ${question}`,
  );
  return cells.map((cell, i) => i === first ? { ...cell, source } : cell);
}

/** What a report says of the run that made it, if it was one with a key. */
export function readReportKey(
  html: string,
): { readonly key: string; readonly seconds: number; readonly figures?: RunFigures } | undefined {
  const key = new RegExp(`<meta name="${KEY_NAME}" content="([^"]*)">`).exec(html.slice(0, HEAD))?.[1];
  const seconds = /<dd id="duration">([\d.]+) s/.exec(html.slice(-4000))?.[1];
  if (key === undefined || seconds === undefined) return undefined;
  const text = new RegExp(`<meta name="${FIGURES_NAME}" content="([^"]*)">`).exec(html.slice(0, HEAD))?.[1];
  const figures = text === undefined ? undefined : parseRunFigures(unescapeHtml(text));
  return { key, seconds: Number(seconds), ...(figures ? { figures } : {}) };
}

/** Nothing is loaded: styles and scripts stand in the page, pictures in `data:` addresses. */
const POLICY = "default-src 'none'; img-src data: blob:; media-src data:; font-src data:; " +
  "style-src 'unsafe-inline'; script-src 'unsafe-inline'; worker-src blob:; form-action 'none'; base-uri 'none'";

function codeHtml(cell: Cell): string {
  const tags = tagsOf(cell);
  if (tags.includes("remove-input") || tags.includes("hide-input")) return "";
  const label = tags.includes("injected-parameters") || tags.includes("parameters") ? "Parameters" : "Code";
  // Folded by the author: whoever shows all code does not want to read the check of an exercise by mistake.
  const folded = (cell.metadata.jupyter as { source_hidden?: unknown } | undefined)?.source_hidden === true;
  const count = cell.execution_count ? ` <span class="count">${cell.execution_count}</span>` : "";
  return `<details class="code${folded ? " folded" : ""}"><summary>${label}${
    folded ? ", folded" : ""
  }${count}</summary><pre><code>${escapeHtml(cell.source)}</code></pre></details>`;
}

/** The table of contents, where there is enough to list. */
function contents(headings: readonly Heading[]): string {
  const listed = headings.slice(1).filter(({ level }) => level <= 3);
  if (listed.length < 2) return "";
  const rows = listed.map(({ level, text, id }) =>
    `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`
  );
  return `<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol>\n${rows.join("\n")}\n</ol></nav>`;
}

async function foot(facts: RunFacts, parameters: readonly Parameter[]): Promise<string> {
  const rows: [string, string][] = [["Notebook", await describeFile(facts.path)]];
  for (const input of facts.inputs) rows.push(["Input", await describeFile(input)]);
  for (const reading of facts.readings ?? []) rows.push(["Read", describeReading(reading)]);
  const given = Object.entries(facts.parameters).map(([name, value]) => [name, JSON.stringify(value), ""]);
  const defaults = parameters.filter(({ name }) => !(name in facts.parameters))
    .map(({ name, default: value = "" }) => [name, value, " (default)"]);
  const values = [...given, ...defaults].map(([name, value, note]) =>
    `<code>${escapeHtml(`${name} = ${value}`)}</code>${note}`
  );
  rows.push(["Parameters", values.length > 0 ? values.join("<br>") : "none"]);
  rows.push([
    "Made with",
    `Tracebook ${tracebookVersion}, Deno ${Deno.version.deno}, TypeScript ${Deno.version.typescript}`,
  ]);
  const list = rows.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join("\n");
  return `<footer><h2>How this report was made</h2><dl>
${list}
<dt>Took</dt><dd id="duration">${facts.seconds.toFixed(1)} s (the one line that differs when the run is repeated)</dd>
</dl></footer>`;
}

/** Which column was taken for what, and what was odd. */
function describeReading({ name, kind, mapping, findings }: Reading): string {
  const columns = Object.entries(mapping).map(([role, column]) => `${role}: ${escapeHtml(JSON.stringify(column))}`);
  const found = findings.map(({ rule, count, example }) =>
    `<li>${formatCount(count)} × ${escapeHtml(rule)}: ${escapeHtml(example)}</li>`
  );
  const list = found.length > 0 ? `<ul>${found.join("")}</ul>` : "<br>Nothing amiss was found.";
  return `${escapeHtml(name)} as ${kind}, ${columns.join(", ")}${list}`;
}

/** Name, size and hash of a file; a folder or a missing file by its name alone. */
async function describeFile(path: string): Promise<string> {
  const name = escapeHtml(basename(path));
  const facts = await fileFacts(path);
  if (!facts) return name;
  return `${name}, ${formatCount(facts.bytes)} bytes, <span class="hash">SHA-256 ${facts.hash}</span>`;
}
