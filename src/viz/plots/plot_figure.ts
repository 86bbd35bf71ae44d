/** A plot that a cell made, as a figure: on paper, in the inks of the page, with its tips. */
import { moreText } from "../../base/lists.ts";
import { formatCount } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { type Figure, figure, type FigureParts } from "../figure/figure.ts";
import { elementText } from "../kit/document.ts";
import { chartFont, chartStyle, padding } from "../kit/frame.ts";
import { escapeText } from "../kit/markup.ts";
import { rounded } from "../kit/svg.ts";
import { drawLegend } from "./plot_legends.ts";
import { mostTips } from "./plot_tips.ts";

/** What `Plot.plot` returns: an `<svg>`, or a `<figure>` around it where there is a title, a caption or a legend. */
export function isPlot(value: unknown): value is Element {
  if (typeof value !== "object" || value === null || !("nodeType" in value) || value.nodeType !== 1) return false;
  return "scale" in value && typeof value.scale === "function" && pictureOf(value as unknown as Element) !== undefined;
}

/** The plot as a figure of ours; the plot itself stays as it is. */
export function plotFigure(plot: Element): Figure {
  const picture = pictureOf(plot)!;
  const text = (name: string) => plot === picture ? "" : childOf(plot, name)?.textContent?.trim() ?? "";
  const [title, subtitle, caption] = [text("h2"), text("h3"), text("figcaption")];
  const table = tipTable(picture);
  const tooMany = picture.getAttribute("data-tips") === null
    ? ""
    : `No tips: a plot with more than ${formatCount(mostTips)} marks would be too large for a notebook.`;
  const alt = picture.getAttribute("aria-label") ?? ([title, subtitle].filter(Boolean).join(": ") || altOf(picture));
  return figure({
    kind: "plot",
    behaviour: "plot",
    title,
    caption: [subtitle, caption, tooMany].filter((words) => words !== "").map(sentence).join(" "),
    svg: drawn(plot, picture),
    alt,
    table,
    text: [alt === title ? "" : alt, tableText(table)].filter((words) => words !== "").join("\n"),
  });
}

function pictureOf(plot: Element): Element | undefined {
  return plot.localName === "svg" ? plot : [...plot.children].findLast(({ localName }) => localName === "svg");
}

function childOf(plot: Element, name: string): Element | undefined {
  return [...plot.children].find(({ localName }) => localName === name);
}

/** Legends above the picture, on one paper. */
function drawn(plot: Element, picture: Element): string {
  const width = sizeOf(picture, "width", 640);
  let height = 0;
  let content = "";
  const legends = plot === picture ? [] : [...plot.children].slice(0, [...plot.children].indexOf(picture));
  for (const legend of legends.filter(({ localName }) => localName === "svg" || localName === "div")) {
    const { svg, height: own } = drawLegend(legend, width, written);
    content += `<g transform="translate(0,${height})">${svg}</g>`;
    height += own + 8;
  }
  const style = picture.getAttribute("style") ?? "";
  const attributes = ["fill", "font-family", "font-size", "font-variant", "text-anchor", "style"]
    .map((name) => [name, picture.getAttribute(name)] as const)
    .flatMap(([name, value]) => value === null ? [] : [` ${name}="${escapeText(readable(name, value))}"`]).join("");
  const marks = [...picture.children].filter(({ localName }) => localName !== "style")
    .map((child) => elementText(child, written)).join("");
  content += `<g class="tbp" transform="translate(0,${height})"${attributes}>${marks}</g>`;
  height += sizeOf(picture, "height", 400);
  const background = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/.exec(style)?.[1];
  const paper = background === undefined ? "" : ` style="fill:${escapeText(background.trim())}"`;
  const w = Math.ceil(width + 2 * padding), h = Math.ceil(height + 2 * padding);
  return withOwnIds(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${w} ${h}" ` +
      `width="${w}" height="${h}" class="tbc-chart" font-family="${chartFont}" font-size="11">` +
      `<style>${chartStyle}.tbc-chart{--plot-background:var(--back,#fff)}.tbp text,.tbp tspan{white-space:pre}</style>` +
      `<rect class="tbc-paper" width="${w}" height="${h}" rx="8"${paper}/>` +
      `<g transform="translate(${padding},${padding})">${content}</g></svg>`,
  );
}

function sentence(words: string): string {
  return /[.!?…:]$/.test(words) ? words : `${words}.`;
}

/** Plot's own size of text is smaller than that of all other figures. */
function readable(name: string, value: string): string {
  return name === "font-size" && value === "10" ? "11" : value;
}

function sizeOf(picture: Element, name: "width" | "height", otherwise: number): number {
  const box = picture.getAttribute("viewBox")?.trim().split(/[\s,]+/).map(Number);
  const size = box?.[name === "width" ? 2 : 3] ?? Number.parseFloat(picture.getAttribute(name) ?? "");
  return size > 0 && Number.isFinite(size) ? size : otherwise;
}

/** Places of marks to two decimals: a third of the size, and nothing that can be seen. */
function written(name: string, value: string): string {
  if (!PLACES.has(name)) return value;
  return value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => rounded(Number(number)));
}

const PLACES = new Set("d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform".split(" "));

/** Plot counts its clips over all plots of a process; in a page, those of two kernels would meet. */
function withOwnIds(svg: string): string {
  const ids = new Map<string, string>();
  for (const [id] of svg.matchAll(/\bplot-clip-\d+/g)) if (!ids.has(id)) ids.set(id, `-clip-${ids.size + 1}`);
  if (ids.size === 0) return svg;
  const plain = svg.replace(/\bplot-clip-\d+/g, (id) => ids.get(id)!);
  let hash = 0x811c9dc5;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
  return svg.replace(/\bplot-clip-\d+/g, (id) => `tbp${(hash >>> 0).toString(36)}${ids.get(id)}`);
}

/** What the tips say, a row each. */
function tipTable(picture: Element): FigureParts["table"] {
  const tips = new Set([...picture.querySelectorAll("title")].map(({ textContent }) => textContent ?? ""));
  const rows = [...tips].filter((tip) => tip.includes("\t")).map((tip) =>
    new Map(
      tip.split("\n").map((line): [string, string] => {
        const [label = "", value = ""] = line.split("\t");
        return [label, value];
      }),
    )
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? null)) };
}

function tableText({ columns, rows }: FigureParts["table"]): string {
  if (rows.length === 0) return "";
  const lines = [columns, ...rows.slice(0, 30).map((row) => row.map((value) => String(value ?? "")))];
  return textTable(lines) + (rows.length > 30 ? `\n${moreText(rows.length - 30)}` : "");
}

/** The kinds of marks, as Plot labels them for those who cannot see them. */
function altOf(picture: Element): string {
  const labels = [...picture.children].map((group) => group.getAttribute("aria-label") ?? "")
    .filter((label) => label !== "" && label !== "tip" && !label.includes("axis") && !label.includes("grid"));
  const axes = [...picture.querySelectorAll("[aria-label$='axis label'] text")]
    .map(({ textContent }) => (textContent ?? "").replace(/[←→↑↓]/g, "").trim()).filter((label) => label !== "");
  return `A plot${labels.length > 0 ? ` of ${[...new Set(labels)].join(", ")}` : ""}` +
    `${axes.length > 0 ? `: ${[...new Set(axes)].join(", ")}` : ""}`;
}
