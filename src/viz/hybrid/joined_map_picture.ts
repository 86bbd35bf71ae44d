/** Steps as boxes that hold their tasks, laid out by Graphviz. */
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { TaskBehindRow } from "../../hybrid/mod.ts";
import { clipText } from "../kit/fit_text.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { light } from "../kit/theme.ts";
import { layOut } from "../map/layout.ts";
import { curveOf, graphSvg } from "../models/graph_picture.ts";

export interface MapStep {
  readonly name: string;
  readonly events: number;
  readonly tasks: readonly TaskBehindRow[];
  /** Only the recording knows it. */
  readonly offSystem: boolean;
  /** How early in its cases it stands, 0 to 1. */
  readonly place: number;
}

export interface MapEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly unseenSeconds: number | undefined;
}

const TEXT = 12, LINE = 17, PAD = 10, OPEN = 268, MOST_TASKS = 3;

const style = [
  [".tbj-closed", "fill", light.plain, "plain"],
  [".tbj-task", "fill", light.accent, "accent"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") + ".tbj-task{fill-opacity:.14}.tbj-edge{stroke:#8894a4;stroke-width:1.2px}";

export function drawJoinedMap(steps: readonly MapStep[], edges: readonly MapEdge[]): string {
  const boxes = steps.map(boxOf);
  const layout = layOut(
    boxes.map(({ width, height }, id) => ({ id, width, height })),
    edges.map((edge, id) => {
      const backwards = steps[edge.from]!.place > steps[edge.to]!.place;
      return {
        id,
        from: edge.from,
        to: edge.to,
        backwards,
        weight: Math.max(1, Math.round(Math.log2(edge.count + 1))),
      };
    }),
    { graph: "rankdir=TB,nodesep=0.35,ranksep=0.62,splines=true,nslimit=4,nslimit1=4,mclimit=1", pinned: false },
  );
  const at = new Map<number, [number, number]>();
  for (let i = 0; i < layout.nodes.length; i += 3) {
    at.set(layout.nodes[i]!, [layout.nodes[i + 1]!, layout.nodes[i + 2]!]);
  }
  const most = Math.max(1, ...edges.map(({ count }) => count));
  return graphSvg({
    width: layout.width,
    height: layout.height,
    nodes: steps.map((step, i) => ({
      x: at.get(i)![0],
      y: at.get(i)![1],
      name: step.name,
      facts: factsOf(step),
      marks: [...(i === 0 ? [markup("style", {}, style)] : []), ...boxes[i]!.marks],
    })),
    edges: layout.edges.map((route) => {
      const edge = edges[route.id]!, curve = curveOf(route);
      const middle = middleOf(route.points);
      return {
        ...{ from: edge.from, to: edge.to, ...curve },
        width: 1 + 3 * edge.count / most,
        ...(edge.unseenSeconds === undefined || edge.unseenSeconds < 60
          ? {}
          : { label: { x: middle[0], y: middle[1] + 4, text: `${formatDuration(edge.unseenSeconds)} unseen` } }),
      };
    }),
  });
}

/** A point of the line, half way along its pieces. */
function middleOf(points: readonly number[]): [number, number] {
  const pieces = Math.max(1, Math.floor((points.length - 4) / 6)), at = Math.floor(pieces / 2) * 6;
  const p = (i: number) => [points[at + 2 * i] ?? points[0]!, points[at + 2 * i + 1] ?? points[1]!] as const;
  if (pieces % 2 === 0) return [p(0)[0], p(0)[1]];
  const [a, b, c, d] = [p(0), p(1), p(2), p(3)];
  return [(a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8];
}

function boxOf(step: MapStep): { width: number; height: number; marks: Markup[] } {
  const events = formatCount(step.events), open = step.tasks.length > 0;
  const width = open
    ? OPEN
    : Math.max(96, Math.min(OPEN, textWidth(step.name, TEXT) * 1.08 + textWidth(events, TEXT) + 34));
  const shown = step.tasks.slice(0, MOST_TASKS), more = step.tasks.length - shown.length;
  const head = 30, each = 2 * LINE + 12;
  const height = head + (open ? shown.length * each + 4 + (more > 0 ? LINE : 0) : 0);
  const left = -width / 2, top = -height / 2;
  const text = (x: number, y: number, words: string, kind: string, anchor: "start" | "end", bold = false) =>
    mark("text", {
      ...{ x: left + x, y: top + y, class: `${kind} tbc-num`, "text-anchor": anchor },
      style: `font-size:${TEXT}px;font-weight:${bold ? 600 : 400}`,
    }, words);
  const marks: Markup[] = [
    mark("rect", {
      ...{ x: left, y: top, width, height, rx: 7, class: "tbj-closed tbm-outline" },
      style: "stroke-opacity:.45",
      "stroke-dasharray": step.offSystem ? "5 3" : undefined,
    }),
    text(
      PAD,
      20,
      clipText(step.name, TEXT * 1.06, width - textWidth(events, TEXT) - 3 * PAD),
      "tbc-ink",
      "start",
      true,
    ),
    text(width - PAD, 20, events, "tbc-muted", "end"),
  ];
  shown.forEach((row, i) => {
    const y = head + i * each;
    const time = row.medianSeconds === null ? "" : formatDuration(row.medianSeconds);
    const detail = `${formatCount(row.instances)}×, ${row.ways === 1 ? "1 way" : `${formatCount(row.ways)} ways`}; ${
      appsInWords(row, 3)
    }`;
    marks.push(
      mark("rect", { x: left + 5, y: top + y, width: width - 10, height: each - 4, rx: 4, class: "tbj-task" }),
      text(PAD + 3, y + 16, clipText(row.task, TEXT, width - textWidth(time, TEXT) - 4 * PAD), "tbc-ink", "start"),
      text(width - PAD - 3, y + 16, time, "tbc-ink", "end"),
      text(PAD + 3, y + 16 + LINE, clipText(detail, TEXT, width - 2 * PAD - 8), "tbc-muted", "start"),
    );
  });
  if (more > 0) marks.push(text(PAD + 3, height - 8, `… ${more} more`, "tbc-muted", "start"));
  return { width, height, marks };
}

function factsOf({ events, tasks, offSystem }: MapStep): (readonly [string, string])[] {
  return [
    [offSystem ? "tasks without an event" : "events", formatCount(events)],
    ...tasks.flatMap((row) => [
      [row.task, `${formatCount(row.instances)} tasks, ${formatDuration(row.medianSeconds)} in the median`] as const,
      ["in", appsInWords(row, 6)] as const,
    ]),
  ];
}

/** `ERP 49 %, Mail 24 %`. */
export function appsInWords({ applications }: TaskBehindRow, most: number): string {
  return applications.slice(0, most).filter(({ share }) => share >= 0.01)
    .map(({ app, share }) => `${app} ${formatShare(share)}`).join(", ");
}
