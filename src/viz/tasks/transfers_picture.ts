/** The picture of transfers: where values come from on the left, where they go to on the right. */
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { BOLD } from "../kit/wrap_text.ts";
import { mark, rounded } from "../kit/svg.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textWidth } from "../../base/text_width.ts";
import { layoutSankey } from "./sankey_layout.ts";

export interface TransferEnd {
  readonly app: string;
  /** Null where applications are shown as a whole. */
  readonly element: string | null;
  /** Whether it stands for several. */
  readonly together: boolean;
}

export interface TransferPicture {
  readonly left: readonly TransferEnd[];
  readonly right: readonly TransferEnd[];
  readonly flows: readonly PicturedTransfer[];
  readonly colours: ReadonlyMap<string, string>;
}

export interface PicturedTransfer {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly kind: string;
  /** Whether the value was typed again by hand. */
  readonly retyped: boolean;
}

const NODE = 10, TOP = 30, GROUP = 28, SMALL = TEXT;
/** Room for the names at either side; a phone has so much that the picture scrolls where flows need more. */
const SIDE = 240, PHONE_SIDE = 132, PHONE_FLOWS = 56;

const style = [
  [".tbf-hatch", "stroke", light.background, "back"],
  [".tbf-app", "stroke", light.quiet, "quiet"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbf-flow{fill-opacity:.5}.tbf-typed{fill-opacity:.28;stroke-width:1.4px;stroke-dasharray:5 3}" +
  ".tbf-hatch{fill:none;stroke-width:1.6px}.tbf-app{stroke-opacity:.6;fill:none}";

export function drawTransfers(picture: TransferPicture, wide: number = chartWidth): Markup {
  const { left, right, flows, colours } = picture;
  if (flows.length === 0) {
    return emptyChart("No transfers.");
  }
  const narrow = isNarrow(wide), side = narrow ? PHONE_SIDE : SIDE;
  const width = narrow ? Math.max(wide, 2 * side + PHONE_FLOWS) : wide;
  const groups = new Map<string, number>();
  const groupOf = ({ app }: TransferEnd) => {
    if (!groups.has(app)) groups.set(app, groups.size);
    return { group: groups.get(app)! };
  };
  const most = Math.max(left.length, right.length);
  const layout = layoutSankey(left.map(groupOf), right.map(groupOf), flows, {
    height: Math.max(230, Math.min(420, 26 * most)),
    least: narrow ? 17 : 14,
    nodeGap: narrow ? 13 : 5,
    groupGap: left[0]!.element === null ? 12 : GROUP,
  });
  const top = TOP + (left[0]!.element === null ? 0 : GROUP - 10);
  const x0 = side, x1 = width - side;
  // Broad ones below narrow ones.
  const sequence = flows.map((_, f) => f).sort((a, b) => flows[b]!.count - flows[a]!.count || a - b);
  const marks: Markup[] = [
    markup("style", {}, style),
    mark("text", { x: x0, y: 12, "text-anchor": "end", class: "tbc-muted", "font-size": SMALL }, "taken from"),
    mark("text", { x: x1, y: 12, class: "tbc-muted", "font-size": SMALL }, "put into"),
    ...sequence.map((f) => {
      const flow = flows[f]!, { fromTop, toTop, height } = layout.flows[f]!;
      return drawFlow(picture, flow, x0, x1, top + fromTop, top + toTop, Math.max(1.2, height));
    }),
    ...drawSide(left, layout.left, layout.order[0], flows, "from", { x: x0 - NODE, top, side }, colours),
    ...drawSide(right, layout.right, layout.order[1], flows, "to", { x: x1, top, side }, colours),
    ...drawKey(flows, narrow ? 0 : side, top + layout.height + 34, narrow),
  ];
  return chartFrame(width, top + layout.height + (narrow ? 66 : 46), marks);
}

function drawFlow(
  { left, right, colours }: TransferPicture,
  { from, to, count, kind, retyped }: PicturedTransfer,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  height: number,
): Markup {
  const colour = colours.get(left[from]!.app)!;
  const mid = rounded((x0 + x1) / 2);
  const d = `M${rounded(x0)},${rounded(y0)}C${mid},${rounded(y0)} ${mid},${rounded(y1)} ${rounded(x1)},${rounded(y1)}` +
    `V${rounded(y1 + height)}C${mid},${rounded(y1 + height)} ${mid},${rounded(y0 + height)} ${rounded(x0)},${
      rounded(y0 + height)
    }Z`;
  return mark(
    "g",
    {},
    mark("title", {}, `${nameOf(left[from]!)} → ${nameOf(right[to]!)}\n${kind}\t${countOf(count, "time")}`),
    mark("path", {
      d,
      fill: colour,
      class: retyped ? "tbf-typed" : "tbf-flow",
      ...(retyped ? { stroke: colour } : {}),
    }),
    ...(retyped && height >= 4 ? [mark("path", { d: strokes(x0, x1, y0, y1, height), class: "tbf-hatch" })] : []),
  );
}

/** Short strokes across a flow, so that it can be told without its colour. */
function strokes(x0: number, x1: number, y0: number, y1: number, height: number): string {
  let d = "";
  for (let x = x0 + 12; x < x1 - 12; x += 14) {
    const share = bend((x - x0) / (x1 - x0));
    const y = y0 + (y1 - y0) * share;
    d += `M${rounded(x - 2)},${rounded(y + height - 0.8)}L${rounded(x + 2)},${rounded(y + 0.8)}`;
  }
  return d;
}

/** How far down the curve is at a share of its width: control points lie in its middle. */
function bend(across: number): number {
  let low = 0, high = 1;
  for (let i = 0; i < 24; i++) {
    const t = (low + high) / 2;
    const x = 1.5 * t * (1 - t) + t ** 3;
    if (x < across) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return 3 * t ** 2 - 2 * t ** 3;
}

function drawSide(
  ends: readonly TransferEnd[],
  placed: readonly { readonly top: number; readonly height: number }[],
  order: readonly number[],
  flows: readonly PicturedTransfer[],
  end: "from" | "to",
  { x, top, side }: { readonly x: number; readonly top: number; readonly side: number },
  colours: ReadonlyMap<string, string>,
): Markup[] {
  const marks: Markup[] = [];
  const outwards = end === "from" ? -1 : 1;
  const words = end === "from" ? x - 6 : x + NODE + 6, anchor = end === "from" ? "end" : "start";
  order.forEach((i, place) => {
    const { app, element, together } = ends[i]!, { top: y, height } = placed[i]!;
    const own = flows.filter((flow) => flow[end] === i);
    const count = own.reduce((sum, flow) => sum + flow.count, 0);
    const typed = own.reduce((sum, flow) => sum + (flow.retyped ? flow.count : 0), 0);
    const room = side - NODE - 8 - textWidth(formatCount(count), SMALL) - 8;
    if (element !== null && (place === 0 || ends[order[place - 1]!]!.app !== app)) {
      marks.push(
        mark("text", {
          x: words,
          y: top + y - 8,
          "text-anchor": anchor,
          class: "tbc-ink",
          "font-weight": 600,
        }, clipText(app, TEXT, (side - NODE - 8) / BOLD)),
      );
    }
    const name = clipText(
      side === PHONE_SIDE && together && element !== null ? "(others)" : element ?? app,
      TEXT,
      room,
    );
    marks.push(mark(
      "g",
      {},
      mark(
        "title",
        {},
        `${nameOf(ends[i]!)}\n${end === "from" ? "taken from it" : "put into it"}\t${
          countOf(count, "time")
        }\ntyped again\t${formatCount(typed)}`,
      ),
      mark("rect", {
        x,
        y: top + y,
        width: NODE,
        height,
        rx: 1.5,
        fill: colours.get(app)!,
        class: "tbc-edge",
        ...(together ? { "fill-opacity": 0.45 } : {}),
      }),
      mark("text", { x: words, y: top + y + height / 2, dy: "0.35em", "text-anchor": anchor, class: "tbc-ink" }, name),
      mark("text", {
        x: words + outwards * (textWidth(name, TEXT) + 6),
        y: top + y + height / 2,
        dy: "0.35em",
        "text-anchor": anchor,
        class: "tbc-muted tbc-num",
        "font-size": SMALL,
      }, formatCount(count)),
    ));
  });
  return marks;
}

function nameOf({ app, element }: TransferEnd): string {
  return element === null ? app : `${app}: ${element}`;
}

function drawKey(flows: readonly PicturedTransfer[], left: number, top: number, narrow: boolean): Markup[] {
  const marks: Markup[] = [];
  let x = left, y = top;
  if (flows.some(({ retyped }) => !retyped)) {
    marks.push(
      mark("rect", { x, y: y - 6, width: 30, height: 12, fill: light.accent, class: "tbf-flow" }),
      mark("text", { x: x + 38, y, dy: "0.35em", class: "tbc-ink" }, "copied and pasted"),
    );
    if (narrow) y += 22;
    else x += 200;
  }
  if (flows.some(({ retyped }) => retyped)) {
    marks.push(
      mark("rect", {
        x,
        y: y - 6,
        width: 30,
        height: 12,
        fill: light.accent,
        stroke: light.accent,
        class: "tbf-typed",
      }),
      mark("path", { d: `M${x + 6},${y + 5}l4,-10m6,10l4,-10`, class: "tbf-hatch" }),
      mark("text", { x: x + 38, y, dy: "0.35em", class: "tbc-ink" }, "typed again by hand"),
    );
  }
  return marks;
}
