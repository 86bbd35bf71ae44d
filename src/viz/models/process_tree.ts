/** A process tree as a picture. */
import { countOf } from "../../base/format.ts";
import type { ProcessTree, TreeOperator } from "../../models/process_tree.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { layOut } from "../map/layout.ts";
import type { Markup } from "../kit/markup.ts";
import { type GraphEdge, type GraphNode, graphSvg } from "./graph_picture.ts";
import { coloursOf } from "./model_colours.ts";
import type { ModelViewOptions } from "./model_options.ts";
import { positions } from "./net_picture.ts";
import { circle, labelOf, labelText, silentBox, taskBox } from "./shapes.ts";
import { requireKind } from "../../models/given_model.ts";

const radius = 16;

/**
 * Shows a process tree from top to bottom, children from left to right.
 *
 * → is a sequence, × a choice, ∧ in parallel, ∨ one or more of them, ↺ a loop: its first child is done, then as often
 * as wanted one of the others (on dashed lines) and the first again. Small filled boxes are silent steps.
 *
 * @example
 * ```ts
 * import { ProcessTree, viewProcessTree } from "tracebook";
 * const leaf = ProcessTree.leaf;
 * viewProcessTree(ProcessTree.node("sequence", [leaf("order"), ProcessTree.node("parallel", [leaf("pack"), leaf("bill")])]));
 * ```
 */
export function viewProcessTree(tree: ProcessTree, { log, title }: ModelViewOptions = {}): Figure {
  requireKind("process tree", tree, "viewModel(model) shows a model of any kind.");
  const all = nodesOf(tree);
  const activities = all.flatMap(({ tree }) => tree.activity ?? []);
  const colour = coloursOf(activities, log);
  const shapes = all.map(({ tree }) => shapeOf(tree, colour));
  const layout = layOut(
    shapes.map(({ width, height }, id) => ({ id, width, height })),
    all.flatMap(({ parent }, id) => parent < 0 ? [] : [{ id, from: parent, to: id, backwards: false, weight: 1 }]),
    { graph: "rankdir=TB,ordering=out,nodesep=0.17,ranksep=0.36,splines=false,nslimit=4,mclimit=1", pinned: false },
  );
  const at = positions(layout);
  const nodes = all.map(({ tree }, i): GraphNode => {
    const [x, y] = at.get(i)!;
    return { x, y, name: nameOf(tree), facts: factsOf(tree), marks: shapes[i]!.marks };
  });
  const edges = all.flatMap(({ parent, redo }, i): GraphEdge[] => {
    if (parent < 0) return [];
    const x1 = nodes[parent]!.x, y1 = nodes[parent]!.y + shapes[parent]!.height / 2;
    const x2 = nodes[i]!.x, y2 = nodes[i]!.y - shapes[i]!.height / 2, middle = (y1 + y2) / 2;
    return [{ from: parent, to: i, path: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`, dashed: redo }];
  });
  return figure({
    kind: "model",
    behaviour: "model",
    title: title ?? "Process tree",
    caption: `${sizeInWords(all)} ${legendOf(all)}`,
    svg: graphSvg({ width: layout.width, height: layout.height, nodes, edges }),
    alt: `Process tree with ${sizeInWords(all)} ${clipped(tree.toString(), 600)}`,
    table: {
      columns: ["node", "level", "what", "children", "parent"],
      rows: all.map(({ tree, level, parent }, i) => [
        i + 1,
        level,
        nameOf(tree),
        tree.children.length,
        parent < 0 ? null : parent + 1,
      ]),
    },
    text: tree.toString(),
    data: "Process tree",
  });
}

interface TreeNode {
  readonly tree: ProcessTree;
  /** Index; -1 of the root. */
  readonly parent: number;
  readonly level: number;
  /** A redo part of a loop. */
  readonly redo: boolean;
}

/** Nodes before their children, as a reader meets them. */
function nodesOf(root: ProcessTree): TreeNode[] {
  const found: TreeNode[] = [];
  const open: TreeNode[] = [{ tree: root, parent: -1, level: 0, redo: false }];
  while (open.length > 0) {
    const node = open.pop()!;
    const parent = found.push(node) - 1;
    const { operator, children } = node.tree;
    for (let i = children.length - 1; i >= 0; i--) {
      open.push({ tree: children[i]!, parent, level: node.level + 1, redo: operator === "loop" && i > 0 });
    }
  }
  return found;
}

function shapeOf(
  tree: ProcessTree,
  colour: (name: string) => string,
): { width: number; height: number; marks: Markup[] } {
  if (tree.operator !== undefined) {
    return { width: 2 * radius, height: 2 * radius, marks: [circle(radius), sign(tree.operator)] };
  }
  if (tree.activity === undefined) {
    return {
      width: 16,
      height: 16,
      marks: [silentBox(16, 16)],
    };
  }
  const label = labelOf(tree.activity, [], 96);
  return {
    width: label.width,
    height: label.height,
    marks: [taskBox(label.width, label.height, colour(tree.activity)), ...labelText(label)],
  };
}

const signs: Record<TreeOperator, string> = {
  sequence: "M-8 0H8M3 -5L8 0L3 5",
  choice: "M-6 -6L6 6M-6 6L6 -6",
  parallel: "M-6.5 6L0 -6.5L6.5 6",
  inclusive: "M-6.5 -6L0 6.5L6.5 -6",
  loop: "M6.5 -3.5A7.3 7.3 0 1 0 7.3 1.2M7.5 -8.5L6.7 -3.2L1.4 -4",
};

function sign(operator: TreeOperator): Markup {
  return mark("path", {
    d: signs[operator],
    class: "tbm-outline",
    fill: "none",
    style: "stroke-width:2.2px",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

const words: Record<TreeOperator, string> = {
  sequence: "→ one after the other",
  choice: "× one of them",
  parallel: "∧ all, in any order",
  inclusive: "∨ one or more of them",
  loop: "↺ the first, then redo parts (dashed) and the first again",
};

function nameOf(tree: ProcessTree): string {
  if (tree.operator !== undefined) return words[tree.operator];
  return tree.activity ?? "Silent step";
}

function factsOf(tree: ProcessTree): [string, string][] {
  if (tree.operator === undefined) return [];
  return [["Children", String(tree.children.length)], ["Notation", clipped(tree.toString(), 120)]];
}

function legendOf(all: readonly TreeNode[]): string {
  const used = (Object.keys(words) as TreeOperator[]).filter((one) => all.some(({ tree }) => tree.operator === one));
  const silent = all.some(({ tree }) => tree.isTau) ? ["■ a silent step, which leaves no event"] : [];
  const parts = [...used.map((one) => words[one]), ...silent];
  return parts.length === 0 ? "" : `${parts.join("; ")}.`;
}

function sizeInWords(all: readonly TreeNode[]): string {
  const activities = all.filter(({ tree }) => tree.activity !== undefined).length;
  const operators = all.filter(({ tree }) => tree.operator !== undefined).length;
  const silent = all.length - activities - operators;
  const levels = all.reduce((most, { level }) => Math.max(most, level + 1), 0);
  return `${countOf(activities, "activity", "activities")}, ${countOf(operators, "operator")}, ` +
    `${countOf(silent, "silent leaf", "silent leaves")} on ${countOf(levels, "level")}.`;
}

function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most - 1).join("") + "…";
}
