/** One map of two groups: where their cases go different ways. */
import { formatCount, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { textWidth } from "../../base/text_width.ts";
import type { LogComparison } from "../../mining/comparison/compare_logs.ts";
import { points } from "../../mining/comparison/comparison_words.ts";
import type { ShareComparison } from "../../mining/comparison/share_rows.ts";
import { frequentParts } from "../../mining/simplify_dfg.ts";
import { pWords } from "../../mining/factors/factor_words.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { clipText } from "../kit/fit_text.ts";
import type { Markup } from "../kit/markup.ts";
import { wholeNumber } from "../kit/options.ts";
import { mark } from "../kit/svg.ts";
import { neutral } from "../kit/palette.ts";
import { flowOrder } from "../map/flow_order.ts";
import { placeLabels } from "../map/label_places.ts";
import { layOut } from "../map/layout.ts";
import { curveOf, type GraphEdge, type GraphNode, graphSvg } from "../models/graph_picture.ts";
import { circle, type Label, labelOf, labelText, taskBox } from "../models/shapes.ts";
import { differenceColour, groupColours } from "./difference_colours.ts";
import { pooledGraph, type PooledStep } from "./pooled_graph.ts";

export interface DifferenceMapOptions {
  /** Most activities drawn, the most frequent. @default 24 */
  readonly activities?: number;
  /** @default the names of the two groups */
  readonly title?: string;
}

const END = 26;
/** Of a share of cases: what is smaller has no number on its line. */
const LEAST_TOLD = 0.005;

/**
 * Shows both groups on one map: a line for each step, coloured by the group in which more cases take it, as wide as it is
 * frequent in both together. What may be chance is grey and pale. Numbers are differences in points of a hundred cases.
 *
 * Drawn are the most frequent activities, the steps that hold them together, and the steps that surely differ.
 *
 * @throws InputError if `activities` is out of its range.
 * @example
 * ```ts
 * import { compareGroups, readLog, viewDifferenceMap } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewDifferenceMap(compareGroups(log, { by: "region", groups: ["North", "South"] }));
 * ```
 */
export function viewDifferenceMap(comparison: LogComparison, options: DifferenceMapOptions = {}): Figure {
  const most = wholeNumber("activities", options.activities ?? 24, 1, 60);
  const { names: [a, b], confidence } = comparison;
  const { graph, steps, activities } = pooledGraph(comparison);
  const isSure = ({ pAdjusted }: { readonly pAdjusted: number }) => pAdjusted <= 1 - confidence;
  const part = frequentParts(graph)(most);
  const kept = new Set(part.activities);
  const few = Math.max(part.leastEdges, 2 * part.activities.length + 6);
  const drawn = part.edges.filter((edge, rank) => rank < few || (isSure(steps[edge]!) && rank < 3 * few))
    .map((edge) => steps[edge]!);
  const n = graph.activities.length;
  const labels = new Map(
    part.activities.map((code) => [code, labelOf(activities[code]!.activity, [notes(activities[code]!)])]),
  );
  const layout = layOutMap(n, part.activities, labels, drawn, graph.totalCases);
  const colour = (row: ShareComparison) => isSure(row) ? differenceColour(row.difference) : neutral;
  const at = new Map<number, [number, number]>();
  for (let i = 0; i < layout.nodes.length; i += 3) {
    at.set(layout.nodes[i]!, [layout.nodes[i + 1]!, layout.nodes[i + 2]!]);
  }
  const ids = [n, ...part.activities, n + 1];
  const place = new Map(ids.map((id, i) => [id, i]));
  const nodes = ids.map((id): GraphNode => {
    const [x, y] = at.get(id)!;
    const around = drawn.filter(({ from, to }) => from === id || to === id).filter(isSure)
      .map((step): [string, string] => [stepName(step, activities, n), `${points(step.difference)} points`]);
    const row = activities[id];
    if (!row) {
      const marks = [circle(END / 2 - 1, `tbm-paper tbm-outline${id === n ? "" : " tbm-thick"}`)];
      return { x, y, name: id === n ? "Start" : "End", facts: around.slice(0, 8), marks };
    }
    const label = labels.get(id)!;
    return {
      x,
      y,
      name: row.activity,
      facts: [...shareFacts(row, a, b), ...around.slice(0, 8)],
      marks: [taskBox(label.width, label.height, colour(row)), ...labelText(label)],
    };
  });
  const routes = layout.edges.map((route) => ({ route, step: drawn[route.id]! }));
  const texts = routes.map(({ step }) =>
    isSure(step) && Math.abs(step.difference) >= LEAST_TOLD ? points(step.difference) : ""
  );
  const places = placeLabels(
    layout,
    texts.map((text): [number, number] => text === "" ? [0, 0] : [textWidth(text, 11) + 6, 15]),
    ids.map((id) => ({
      x: at.get(id)![0],
      y: at.get(id)![1],
      width: labels.get(id)?.width ?? END,
      height: labels.get(id)?.height ?? END,
    })),
    routes.map((_, i) => i).sort((i, j) =>
      Math.abs(routes[j]!.step.difference) - Math.abs(routes[i]!.step.difference) || i - j
    ),
  );
  const edges = routes.map(({ route, step }, i): GraphEdge => ({
    from: place.get(step.from)!,
    to: place.get(step.to)!,
    ...curveOf(route),
    width: step.from === n || step.to === n + 1 ? 1.8 : 1 + 7 * Math.sqrt((step.a + step.b) / 2),
    colour: colour(step),
    dashed: step.from === n || step.to === n + 1,
    faded: !isSure(step),
    label: places[i] && { x: places[i]![0], y: places[i]![1] + 4, text: texts[i]! },
  }));
  const sure = steps.filter(isSure).length;
  return figure({
    kind: "model",
    behaviour: "model",
    title: options.title ?? `Where ${a} and ${b} differ`,
    caption: `Blue: more cases of ${a} take this step, orange: more of ${b}. Numbers are differences in points of a ` +
      `hundred cases (${a} less ${b}), in boxes the shares of cases (${a} · ${b}); wider lines are more frequent; grey may be chance. ${
        formatCount(sure)
      } of ${formatCount(steps.length)} steps surely differ; ${
        drawn.length === steps.length ? "all are drawn" : `${formatCount(drawn.length)} are drawn`
      }${
        kept.size < n ? `, between the ${formatCount(kept.size)} most frequent of ${formatCount(n)} activities` : ""
      }. ${comparison.notes[0] ?? ""}`,
    svg: graphSvg({ width: layout.width, height: layout.height, nodes, edges, legend: legend(a, b) }),
    alt: comparison.sentence,
    table: {
      columns: ["from", "to", "a", "b", "difference", "low", "high", "p adjusted"],
      rows: rowsOf(steps, activities, n),
    },
    text: `${comparison.sentence}\n${
      textTable([
        ["from", "to", a, b, "difference"],
        ...steps.filter(isSure).slice(0, 15).map((step) => [
          nameOf(step.from, activities, n),
          nameOf(step.to, activities, n),
          formatShare(step.a),
          formatShare(step.b),
          points(step.difference),
        ]),
      ], { left: [0, 1] })
    }`,
    data: "Difference map",
  });
}

type Named = readonly { readonly activity: string }[];

function layOutMap(
  n: number,
  activities: readonly number[],
  labels: ReadonlyMap<number, Label>,
  steps: readonly PooledStep[],
  cases: number,
) {
  const order = flowOrder(n + 2, steps.map(({ from, to, casesA, casesB }) => ({ from, to, count: casesA + casesB })));
  return layOut(
    [n, ...activities, n + 1].sort((a, b) => order[a]! - order[b]!).map((id) => ({
      id,
      width: labels.get(id)?.width ?? END,
      height: labels.get(id)?.height ?? END,
      shape: labels.has(id) ? "box" : "circle",
    })),
    steps.map(({ from, to, casesA, casesB }, id) => ({
      id,
      from,
      to,
      backwards: order[from]! > order[to]!,
      weight: 1 + Math.round(60 * Math.min(1, (casesA + casesB) / Math.max(1, cases))),
    })).sort((a, b) => b.weight - a.weight || a.id - b.id),
  );
}

function notes({ a, b }: ShareComparison): string {
  return `${formatShare(a)} · ${formatShare(b)}`;
}

function nameOf(id: number, activities: Named, n: number): string {
  return activities[id]?.activity ?? (id === n ? "(start)" : "(end)");
}

function stepName({ from, to }: PooledStep, activities: Named, n: number): string {
  return `${nameOf(from, activities, n)} → ${nameOf(to, activities, n)}`;
}

function shareFacts(row: ShareComparison, a: string, b: string): [string, string][] {
  return [
    [a, `${formatShare(row.a)} of the cases`],
    [b, `${formatShare(row.b)} of the cases`],
    ["Difference", `${points(row.difference)} points (${points(row.low)} to ${points(row.high)})`],
    ["p, adjusted", pWords(row.pAdjusted)],
  ];
}

function rowsOf(steps: readonly PooledStep[], activities: Named, n: number) {
  const number = (value: number) => Number.isNaN(value) ? null : value;
  return steps.map((step) => [
    nameOf(step.from, activities, n),
    nameOf(step.to, activities, n),
    ...[step.a, step.b, step.difference, step.low, step.high, step.pAdjusted].map(number),
  ]);
}

function legend(a: string, b: string): { width: number; height: number; marks: Markup[] } {
  const first = `more in ${clipText(a, 11, 220)}`, second = `more in ${clipText(b, 11, 220)}`, third = "may be chance";
  let x = 0;
  const marks: Markup[] = [];
  for (const [words, colour] of [[first, groupColours.a], [second, groupColours.b], [third, neutral]] as const) {
    marks.push(
      mark("rect", { x, y: 5, width: 22, height: 5, rx: 2, fill: colour }),
      mark("text", { x: x + 28, y: 12, class: "tbc-ink" }, words),
    );
    x += 28 + textWidth(words, 11) * 1.08 + 24;
  }
  return { width: x, height: 18, marks };
}
