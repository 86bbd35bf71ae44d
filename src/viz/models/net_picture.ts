/** The picture of a Petri net, as it is or dressed in figures. */
import type { PetriNet } from "../../models/petri_net.ts";
import { type Layout, layOut, type LayoutNode } from "../map/layout.ts";
import { boldWidth, wrapText } from "../kit/wrap_text.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { curveOf, type GraphEdge, type GraphNode, type GraphPicture, inserted, skipped } from "./graph_picture.ts";
import { circle, type Label, labelOf, labelText, silentBox, taskBox } from "./shapes.ts";

type Facts = readonly (readonly [string, string])[];

export interface TransitionDress {
  readonly colour: string;
  readonly facts: Facts;
  /** Small lines under the name. */
  readonly notes?: readonly string[];
  /** Share of its steps that the log lacks: a bar at the foot of the box. */
  readonly skipped?: number;
  /** How long cases wait for it, and how much that is of the longest wait, 0 to 1. */
  readonly wait?: { readonly text: string; readonly strength: number };
  readonly faded?: boolean;
}

export interface PlaceDress {
  readonly facts: Facts;
  /** What was inserted there: a heading and small lines. */
  readonly inserted?: { readonly heading: string; readonly notes: readonly string[] };
  /** Something was inserted there that the picture has no room to tell. */
  readonly marked?: boolean;
  readonly faded?: boolean;
}

export interface ArcDress {
  /** Pixels. */
  readonly width?: number;
  readonly faded?: boolean;
}

/** What is drawn on a net; by index in it. */
export interface NetDress {
  transition(index: number): TransitionDress;
  place(index: number): PlaceDress;
  arc?(index: number): ArcDress;
}

const placeRadius = 13, barHeight = 6;

/** Nodes with tokens stand first for the layout, so that the flow begins there. */
export function netPicture(net: PetriNet, dress: NetDress, direction: "right" | "down" = "right"): GraphPicture {
  const across = direction === "right";
  const shapes = [
    ...net.places.map((_, p) => placeShape(net, p, dress.place(p))),
    ...net.transitions.map((_, t) => transitionShape(net, t, dress.transition(t), across)),
  ];
  const number = new Map([...net.places, ...net.transitions].map(({ id }, i) => [id, i]));
  const arcs = net.arcs.map((arc, id) => ({ ...arc, id, from: number.get(arc.source)!, to: number.get(arc.target)! }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.id - b.id);
  const first = new Set(net.places.flatMap(({ id }, p) => net.initial.has(id) ? [p] : []));
  const order = [...first, ...shapes.map((_, i) => i).filter((i) => !first.has(i))];
  const layout = layOut(
    order.map((id) => ({ id, ...shapes[id]!.room })),
    arcs.map(({ id, from, to }) => ({ id, from, to, backwards: false, weight: 1 })),
    {
      graph: `rankdir=${across ? "LR" : "TB"},nodesep=0.2,ranksep=0.34,splines=true,nslimit=4,mclimit=1`,
      pinned: false,
    },
  );
  const at = positions(layout);
  const routes = new Map(layout.edges.map((route) => [route.id, route]));
  return {
    width: layout.width,
    height: layout.height,
    nodes: shapes.map(({ node }, i) => ({ ...node, x: at.get(i)![0], y: at.get(i)![1] })),
    edges: arcs.map(({ id, from, to, weight }): GraphEdge => {
      const route = routes.get(id)!;
      const { points } = route;
      const half = 2 * Math.floor(points.length / 4);
      return {
        from,
        to,
        ...curveOf(route),
        ...dress.arc?.(id),
        label: weight > 1
          ? { x: points[half]! + (across ? 0 : 14), y: points[half + 1]! + (across ? -6 : 4), text: `×${weight}` }
          : undefined,
      };
    }),
  };
}

/** Middles of a layout's nodes, by their ids. */
export function positions({ nodes }: Layout): Map<number, readonly [number, number]> {
  return new Map(
    Array.from({ length: nodes.length / 3 }, (_, i) => [nodes[3 * i]!, [nodes[3 * i + 1]!, nodes[3 * i + 2]!]]),
  );
}

/** A node before it has a place, and the room it takes. */
interface Shape {
  readonly room: Omit<LayoutNode, "id">;
  readonly node: Omit<GraphNode, "x" | "y">;
}

function transitionShape(net: PetriNet, t: number, dress: TransitionDress, across: boolean): Shape {
  const { id, label } = net.transitions[t]!;
  const { colour, facts, notes = [], faded } = dress;
  if (label === undefined) {
    const [width, height] = across ? [14, 34] : [34, 14];
    return {
      room: { width, height },
      node: { name: `Silent step ${id}`, facts, faded, marks: [silentBox(width, height)] },
    };
  }
  const { wait } = dress;
  const text = labelOf(label, wait ? [...notes, wait.text] : notes);
  const height = text.height + (dress.skipped === undefined ? 0 : barHeight + 2);
  const middle = (text.height - height) / 2;
  return {
    room: { width: text.width, height },
    node: {
      name: label,
      facts,
      faded,
      marks: [
        taskBox(text.width, height, colour),
        ...(wait ? [waitBox(text, middle, wait)] : []),
        ...labelText(text, middle),
        ...(dress.skipped === undefined ? [] : skippedBar(text.width, height, dress.skipped)),
      ],
    },
  };
}

/** Behind the last line of a label. */
function waitBox(label: Label, middle: number, { text, strength }: { text: string; strength: number }): Markup {
  const width = textWidth(text, 11) + 12;
  const bottom = middle + (label.lines.length * 15 + label.notes.length * 13) / 2;
  return mark("rect", {
    x: -width / 2,
    y: bottom - 13,
    width,
    height: 14,
    rx: 7,
    class: "tbm-wait",
    "fill-opacity": 0.08 + 0.5 * strength,
  });
}

/** Done steps in the charts' accent, skipped ones hatched at the right end. */
export function skippedBar(width: number, height: number, share: number): Markup[] {
  const room = width - 16, y = height / 2 - barHeight - 3, lost = share > 0 ? Math.max(2, share * room) : 0;
  const from = -room / 2 + room - lost;
  const stripes = Array.from(
    { length: Math.floor(lost / 4) },
    (_, i) => `M${from + 4 * i + 1} ${y + barHeight}l3 ${-barHeight}`,
  );
  return [
    mark("rect", { x: -room / 2, y, width: room - lost, height: barHeight, class: "tbc-bar" }),
    ...(lost === 0 ? [] : [mark("rect", { x: from, y, width: lost, height: barHeight, fill: skipped })]),
    ...(stripes.length === 0
      ? []
      : [mark("path", { d: stripes.join(""), stroke: "#ffffff", "stroke-opacity": 0.75, "stroke-width": 1.1 })]),
  ];
}

function placeShape(net: PetriNet, p: number, dress: PlaceDress): Shape {
  const { id, name } = net.places[p]!;
  const { facts, faded } = dress;
  const tokens = net.initial.get(id) ?? 0, wanted = net.final.get(id) ?? 0;
  const called = name === "" ? id : name;
  const title = `Place ${called}${tokens > 0 ? ", initial marking" : ""}${wanted > 0 ? ", final marking" : ""}`;
  if (!dress.inserted) {
    const size = 2 * placeRadius;
    return {
      room: { width: size, height: size, shape: "circle" },
      node: { name: title, facts, faded, marks: [...placeMarks(wanted, dress.marked), ...tokenMarks(tokens)] },
    };
  }
  const text = insertedLabel(dress.inserted, tokens > 0 ? 12 : 0);
  const { width, height } = text;
  const box = { x: -width / 2, y: -height / 2, width, height, rx: 18 };
  return {
    room: { width, height },
    node: {
      name: title,
      facts,
      faded,
      marks: [
        mark("rect", { ...box, class: "tbm-paper" }),
        mark("rect", {
          ...box,
          class: "tbm-box",
          fill: inserted,
          stroke: inserted,
          "stroke-dasharray": "5 3",
        }),
        ...(wanted > 0
          ? [mark("rect", {
            x: box.x + 4,
            y: box.y + 4,
            width: width - 8,
            height: height - 8,
            rx: 14,
            fill: "none",
            class: "tbm-outline",
          })]
          : []),
        ...(tokens > 0 ? [mark("circle", { cx: box.x + 12, r: 4.5, class: "tbm-silent" })] : []),
        ...labelText(text),
      ],
    },
  };
}

function insertedLabel({ heading, notes }: { heading: string; notes: readonly string[] }, extra: number): Label {
  const lines = [heading];
  const small = notes.flatMap((note) => wrapText(note, 11, 150, 2));
  const width = Math.max(boldWidth(heading, 12), ...small.map((note) => textWidth(note, 11)));
  return {
    lines,
    notes: small,
    width: Math.ceil(width) + 36 + 2 * extra,
    height: Math.max(36, 15 + small.length * 13 + 12),
  };
}

function placeMarks(wanted: number, marked = false): Markup[] {
  const outer = marked
    ? [
      circle(placeRadius, "tbm-paper"),
      mark("circle", {
        r: placeRadius,
        class: "tbm-box",
        fill: inserted,
        stroke: inserted,
        "stroke-dasharray": "5 3",
      }),
    ]
    : [circle(placeRadius)];
  if (wanted === 0) return outer;
  return [
    ...outer,
    circle(placeRadius - 3.5),
    ...(wanted > 1 ? [mark("text", { y: 27, class: "tbc-muted tbm-note" }, `ends ×${wanted}`)] : []),
  ];
}

/** Up to four tokens as dots, more as a number. */
function tokenMarks(tokens: number): Markup[] {
  if (tokens === 0) return [];
  if (tokens > 4) return [mark("text", { y: 4.2 }, String(tokens))];
  const spread = tokens === 1 ? 0 : 5;
  return Array.from({ length: tokens }, (_, i) => {
    const angle = 2 * Math.PI * i / tokens;
    return mark("circle", {
      cx: -spread * Math.cos(angle),
      cy: spread * Math.sin(angle),
      r: tokens === 1 ? 5 : 3.2,
      class: "tbm-silent",
    });
  });
}
