/** A figure as HTML that stands by itself: picture, caption, table, and one script that makes it interactive. */
import { bundleKey, bundleText } from "./bundle_once.ts";
import type { FigureParts, FigureTable } from "./figure_parts.ts";
import { figureWidth, frameStyle } from "../kit/figure_frame.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { barredColumns, columnsOf } from "../tables/columns.ts";
import { stillTable } from "../tables/still_table.ts";
import { type TableData, tableData, usualRows } from "../tables/table_data.ts";

export interface HtmlOptions {
  /** Include the script that makes the figure interactive. @default true */
  script?: boolean;
}

/** Past this an output would weigh the notebook down. In bytes, the code of its behaviour not counted. */
export const outputBytes = 300_000;

const tableRows = 200;
const fewTableRows = 20;

/** What "The numbers" of a picture may weigh in the page, beside their still form. */
const numbersBytes = 60_000;

export function figureHtml(parts: FigureParts, options: HtmlOptions = {}): string {
  if (isTable(parts.behaviour)) return tableHtml(parts, parts.behaviour, options);
  const { behaviour, data } = parts;
  const scripted = behaviour !== undefined && options.script !== false;
  const call = behaviour === undefined ? "" : json([figureId(parts), ...(data === undefined ? [] : [data])]);
  const code = scripted ? ([behaviour, "menu"] as const).reduce((sum, one) => sum + bundleText(one).length, 0) : 0;
  // Rows of the table go before the interactive picture does: what is large needs its zoom.
  const forms = [tableRows, fewTableRows].map((rows) => still(parts, rows, ""));
  const fits = (html: string, code: number) => bytes(html) + bytes(call) + code <= outputBytes;
  const fitting = forms.find((html) => fits(html, code)) ?? forms.find((html) => fits(html, 0));
  if (fitting !== undefined) {
    if (!scripted) return fitting;
    // All code counts here: for its numbers' sake no output grows past its size.
    const room = outputBytes - bytes(fitting) - bytes(call) - code - bundleText("table").length;
    const table = parts.table.rows.length === 0
      ? undefined
      : tableData(withBars(parts.table), parts.title, Math.min(numbersBytes, room));
    return withScript(
      fitting,
      (table === undefined ? "" : tableCall(figureId(parts), table)) + menuCall(figureId(parts)) +
        `${bundleText(behaviour)}t[${json(bundleKey(behaviour))}](...${call})`,
    );
  }
  const note = behaviour !== undefined ? " Too large to be interactive in a notebook: this is the still picture." : "";
  const withFullTable = still(parts, tableRows, note);
  return bytes(withFullTable) <= outputBytes ? withFullTable : still(parts, fewTableRows, note);
}

/** Behaviours of figures that are tables: their still form is a table too. */
export function isTable(behaviour: FigureParts["behaviour"]): behaviour is TableBehaviour {
  return behaviour === "table" || behaviour === "cases";
}

type TableBehaviour = "table" | "cases";

/** A figure that is a table. As many rows as an output may weigh come with it, and its caption says how many. */
function tableHtml(parts: FigureParts, behaviour: TableBehaviour, options: HtmlOptions): string {
  const { table, title } = parts;
  const pageRows = table.pageRows ?? usualRows;
  const html = [pageRows, Math.min(pageRows, fewTableRows), 5, 1]
    .map((rows) => stillTableFigure(parts, rows)).find((made) => bytes(made) <= outputBytes / 2) ??
    stillTableFigure(parts, 0);
  const beside = parts.data === undefined ? 0 : bytes(json(parts.data));
  const data = options.script === false ? undefined : tableData(table, title, outputBytes - bytes(html) - beside - 500);
  return data === undefined ? html : withScript(
    html,
    menuCall(figureId(parts)) +
      tableCall(figureId(parts), { ...data, ...(parts.data as object | undefined) }, behaviour),
  );
}

function withBars(table: FigureTable): FigureTable {
  return table.bars === undefined ? { ...table, bars: barredColumns(columnsOf(table)) } : table;
}

function tableCall(id: string, data: TableData, behaviour: TableBehaviour = "table"): string {
  return `${bundleText(behaviour)}t[${json(bundleKey(behaviour))}](${json(id)},${json(data)});`;
}

function menuCall(id: string): string {
  return `${bundleText("menu")}t[${json(bundleKey("menu"))}](${json(id)});`;
}

function withScript(html: string, statements: string): string {
  return html.replace(
    /<\/figure>$/,
    () => `<script>(()=>{const t=globalThis.__tracebook??={};${statements}})()</script></figure>`,
  );
}

function stillTableFigure(parts: FigureParts, rows: number): string {
  return markupText(
    figureElement(
      parts,
      "",
      markup("div", { class: "tb-frame", style: `${frameStyle};padding:6px 0` }, stillTable(parts.table, rows)),
    ),
  );
}

/** Without script. Its styles are inline and plain, so that they outlive the sanitiser of an untrusted notebook. */
function still(parts: FigureParts, rows: number, note: string): string {
  return markupText(figureElement(
    parts,
    note,
    markup(
      "div",
      { class: "tb-frame", style: frameStyle },
      markup("img", {
        src: `data:image/svg+xml;base64,${base64(parts.svg)}`,
        alt: parts.alt,
        style: "display:block;max-width:none;height:auto;margin:0 auto",
      }),
    ),
    ...(parts.table.columns.length === 0 ? [] : [markup(
      "details",
      { style: "margin:8px 0;overflow-x:auto" },
      markup("summary", {}, "The numbers"),
      stillTable(parts.table, rows),
    )]),
  ));
}

function figureElement(parts: FigureParts, note: string, ...content: Markup[]): Markup {
  return markup(
    "figure",
    {
      class: `tracebook tracebook-${parts.kind}`,
      id: figureId(parts),
      style: `margin:1em 0;max-width:min(100%,${figureWidth}px)`,
    },
    ...captionOf(parts, note),
    ...content,
  );
}

/** Nothing for a plot of a cell that has neither title nor caption. */
function captionOf({ title, caption }: FigureParts, note: string): Markup[] {
  const words = (caption + note).trim();
  if (title === "" && words === "") return [];
  const heading = title === "" ? [] : [markup("strong", {}, title), markup("br", {})];
  return [markup("figcaption", { style: "margin:0 0 8px;line-height:1.45" }, ...heading, words)];
}

/** By content, so that the same figure has the same id in every run; the script copes with one shown twice. */
function figureId(parts: FigureParts): string {
  return `tb-${hash([parts.kind, parts.title, parts.caption, parts.svg, JSON.stringify(parts.data) ?? ""].join("\n"))}`;
}

/** FNV-1a over two 32-bit halves; not for secrets. */
function hash(text: string): string {
  let a = 0x811c9dc5, b = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (i & 0xff), 0x01000193) ^ (b >>> 15);
  }
  return (a >>> 0).toString(36).padStart(7, "0") + (b >>> 0).toString(36).padStart(7, "0");
}

/** JSON that may stand in a script: no `<`, and no line ends that older JavaScript forbids in strings. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (found) => "\\u" + found.charCodeAt(0).toString(16).padStart(4, "0"),
  );
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function base64(text: string): string {
  const coded = new TextEncoder().encode(text) as Uint8Array & { toBase64?(): string };
  if (coded.toBase64) return coded.toBase64();
  let binary = "";
  for (let i = 0; i < coded.length; i += 32_768) binary += String.fromCharCode(...coded.subarray(i, i + 32_768));
  return btoa(binary);
}
