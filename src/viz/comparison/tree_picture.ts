/** A small tree of questions, from left to right, with the share of the group at each answer. */
import { formatCount, formatShare } from "../../base/format.ts";
import { factorName } from "../../mining/factors/factor_rows.ts";
import type { FactorTree } from "../../mining/factors/tree/factor_tree.ts";
import { TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartWidth } from "../kit/frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { groupColours } from "./difference_colours.ts";

const LEAF = 54, BAR = 7, GAP = 34;

interface Placed {
  readonly node: FactorTree;
  readonly depth: number;
  readonly y: number;
  readonly yes?: Placed;
  readonly no?: Placed;
}

export function drawTree(tree: FactorTree): { marks: Markup[]; height: number } {
  let leaves = 0;
  const place = (node: FactorTree, depth: number): Placed => {
    if (!node.split) return { node, depth, y: (leaves++ + 0.5) * LEAF };
    const yes = place(node.yes!, depth + 1), no = place(node.no!, depth + 1);
    return { node, depth, y: (yes.y + no.y) / 2, yes, no };
  };
  const root = place(tree, 0);
  const levels = 1 + depthOf(tree);
  const column = (chartWidth + GAP) / levels, width = column - GAP;
  return { marks: drawNode(root, column, width), height: leaves * LEAF };
}

function depthOf(node: FactorTree): number {
  return node.split ? 1 + Math.max(depthOf(node.yes!), depthOf(node.no!)) : 0;
}

function drawNode({ node, depth, y, yes, no }: Placed, column: number, width: number): Markup[] {
  const x = depth * column;
  const lines = [yes, no].flatMap((next, i) => {
    if (!next) return [];
    const [from, to] = [x + width, next.depth * column];
    const half = (to - from) / 2;
    return [
      mark("path", {
        d: `M${r(from)} ${r(y)}C${r(from + half)} ${r(y)} ${r(from + half)} ${r(next.y)} ${r(to)} ${r(next.y)}`,
        class: "tbc-line",
        fill: "none",
        "stroke-width": 1.5,
      }),
      mark(
        "text",
        { x: to - 5, y: next.y + (i === 0 ? -6 : 15), class: "tbc-muted", "text-anchor": "end" },
        i === 0 ? "yes" : "no",
      ),
    ];
  });
  return [
    ...lines,
    drawBox(node, x, y, width, ""),
    ...(yes ? drawNode(yes, column, width) : []),
    ...(no ? drawNode(no, column, width) : []),
  ];
}

/** The same for a narrow place: an answer below the other, further in where it follows from another. */
export function treeList(tree: FactorTree, width: number): { marks: Markup[]; height: number } {
  const marks: Markup[] = [];
  let y = 24;
  const list = (node: FactorTree, depth: number, answer: string) => {
    const x = depth * 18;
    marks.push(drawBox(node, x, y, width - x, answer));
    y += node.split ? LEAF : LEAF - 16;
    if (node.yes) list(node.yes, depth + 1, "yes: ");
    if (node.no) list(node.no, depth + 1, "no: ");
  };
  list(tree, 0, "");
  return { marks, height: y - 20 };
}

/** The share as a bar, words above it, and the question that comes next below. */
function drawBox(node: FactorTree, x: number, y: number, width: number, answer: string): Markup {
  const question = node.split && `${factorName(node.split)}?`.replace(/\s+/g, " ");
  const facts = [
    question ?? "No further question",
    `Share\t${formatShare(node.share)}`,
    `Cases\t${formatCount(node.cases)}`,
    ...(node.split ? [`Known\t${node.split.known === "start" ? "at the start" : "on the way"}`] : []),
  ];
  return mark(
    "g",
    {},
    mark("title", {}, facts.join("\n")),
    mark("rect", { x, y: y - 20, width, height: 40, fill: "transparent" }),
    mark(
      "text",
      { x, y: y - 8, class: "tbc-ink tbc-num", "font-weight": 600 },
      `${answer}${formatShare(node.share)} of ${formatCount(node.cases)}`,
    ),
    mark("rect", { x, y: y - BAR / 2, width, height: BAR, rx: 3, class: "tbc-track" }),
    mark("rect", { x, y: y - BAR / 2, width: node.share * width, height: BAR, rx: 3, fill: groupColours.b }),
    ...(question === undefined
      ? []
      : [mark("text", { x, y: y + 18, class: "tbc-ink" }, clipText(question, TEXT, width))]),
  );
}

/** Numbers of paths are text, which `mark` does not shorten. */
function r(value: number): number {
  return Math.round(value * 10) / 10;
}
