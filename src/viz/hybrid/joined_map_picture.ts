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

const TEXT = 12, LINE = 17, PAD = 10, OPEN = 238, MOST_TASKS = 3;

const style = [
  [".tbj-closed", "fill", light.quiet, "quiet"],
  [".tbj-task", "fill", light.accent, "accent"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") + ".tbj-closed{fill-opacity:.08}.tbj-task{fill-opacity:.16}";

export function drawJoinedMap(steps: readonly MapStep[], edges: readonly MapEdge[]): string {
  const boxes = steps.map(boxOf), labels = edges.map(labelOf);
  // A label has a place of its own in the layout, so that no box covers it: its line comes in two pieces.
  const pieces = edges.flatMap((edge, e): Piece[] => {
    const place = steps.length + e;
    if (labels[e] === "") return [{ edge, from: edge.from, to: edge.to, head: true }];
    return [{ edge, from: edge.from, to: place, head: false }, { edge, from: place, to: edge.to, head: true }];
  });
  const layout = layOut(
    [
      ...boxes.map(({ width, height }, id) => ({ id, width, height })),
      ...labels.flatMap((label, e) =>
        label === "" ? [] : [{ id: steps.length + e, width: textWidth(label, 11) + 6, height: 14 }]
      ),
    ],
    pieces.map(({ edge, from, to }, id) => {
      const backwards = steps[edge.from]!.place > steps[edge.to]!.place;
      return { id, from, to, backwards, weight: Math.max(1, Math.round(Math.log2(edge.count + 1))) };
    }),
    { graph: "rankdir=TB,nodesep=0.25,ranksep=0.24,splines=true,nslimit=4,nslimit1=4,mclimit=1", pinned: false },
  );
  const at = new Map<number, readonly [number, number]>();
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
      const { edge, from, to, head } = pieces[route.id]!, curve = curveOf(route), e = edges.indexOf(edge);
      const place = at.get(steps.length + e);
      return {
        ...{ from: edge.from, to: edge.to, path: curve.path },
        head: head ? curve.head : undefined,
        width: 1 + 3 * edge.count / most,
        ...(place && (to >= steps.length || from === to)
          ? { label: { x: place[0], y: place[1] + 4, text: labels[e]! } }
          : {}),
      };
    }),
  });
}

interface Piece {
  readonly edge: MapEdge;
  readonly from: number;
  readonly to: number;
  readonly head: boolean;
}

/** Less than a minute is not worth a label. */
function labelOf({ unseenSeconds }: MapEdge): string {
  return unseenSeconds === undefined || unseenSeconds < 60 ? "" : `${formatDuration(unseenSeconds)} unseen`;
}

function boxOf(step: MapStep): { width: number; height: number; marks: Markup[] } {
  const events = formatCount(step.events), open = step.tasks.length > 0;
  const width = open
    ? OPEN
    : Math.max(96, Math.min(OPEN, textWidth(step.name, TEXT) * 1.08 + textWidth(events, TEXT) + 34));
  const shown = step.tasks.slice(0, MOST_TASKS), more = step.tasks.length - shown.length;
  const head = 30, each = 3 * LINE + 10;
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
    const ways = row.ways === 1 ? "1 way" : `${formatCount(row.ways)} ways`;
    marks.push(
      mark("rect", { x: left + 5, y: top + y, width: width - 10, height: each - 4, rx: 4, class: "tbj-task" }),
      text(PAD + 3, y + 16, clipText(row.task, TEXT, width - textWidth(time, TEXT) - 4 * PAD), "tbc-ink", "start"),
      text(width - PAD - 3, y + 16, time, "tbc-ink", "end"),
      text(PAD + 3, y + 16 + LINE, `${formatCount(row.instances)} tasks, ${ways}`, "tbc-muted", "start"),
      text(PAD + 3, y + 16 + 2 * LINE, clipText(appsInWords(row, 3), TEXT, width - 2 * PAD - 8), "tbc-muted", "start"),
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

/** `ERP 49 %, Mail 24 %`; only the names where so few people use an application that its share is not shown. */
export function appsInWords({ applications }: TaskBehindRow, most: number): string {
  return applications.filter(({ share }) => share === null || share >= 0.01).slice(0, most)
    .map(({ app, share }) => share === null ? app : `${app} ${formatShare(share)}`).join(", ");
}
