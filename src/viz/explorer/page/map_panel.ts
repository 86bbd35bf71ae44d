/** The process map of the selection, with its sliders; a click on an activity or an arrow asks what to select. */
import { countOf, formatShare } from "../../../base/format.ts";
import { drawMap, mapSize, nodeBoxes, smallest } from "../../map/draw.ts";
import type { Layout } from "../../map/layout.ts";
import { type MapModel, numbersInWords } from "../../map/model.ts";
import { unpackLayout } from "../../map/pack_layout.ts";
import type { SteadyMap } from "../../map/steady_map.ts";
import { markupElement } from "../../kit/markup.ts";
import { light, motionReduced, type Theme } from "../../kit/theme.ts";
import { choice, html, slider } from "../../page/controls.ts";
import { emptyCanvas, slide, widenLines } from "../../page/map_canvas.ts";
import { tellOfPart } from "../../page/map_telling.ts";
import { pointable } from "../../page/pointing.ts";
import type { Tooltip } from "../../page/tooltip.ts";
import { zoomable } from "../../page/zoom.ts";
import type { ComparisonAnswer } from "../engine/comparison_answer.ts";
import { mapDifferences } from "./map_differences.ts";
import type { MapFigure } from "../state/explorer_state.ts";
import { type Card, card } from "./card.ts";

export interface MapActions {
  figure(figure: MapFigure): void;
  /** Sliders, 0 to 1. */
  activities(share: number): void;
  paths(share: number): void;
  clickActivity(name: string, x: number, y: number): void;
  /** Whether something else has the reader's attention: no card is shown then. */
  busy(): boolean;
  clickPath(from: string | undefined, to: string | undefined, x: number, y: number): void;
}

export interface MapPanel extends Card {
  /** @param compared Rows of a comparison, which the map shows in the place of counts. */
  show(map: SteadyMap, figure: MapFigure, compared?: ComparisonAnswer["rows"]): void;
  dress(theme: Theme): void;
}

const FIGURES = [["frequency", "Frequency"], ["cases", "Cases"], ["median", "Median time"], [
  "mean",
  "Mean time",
]] as const;
const legible = 11 / smallest;
const stops = 20;

export function mapPanel(tip: Tooltip, actions: MapActions): MapPanel {
  const panel = card("map", "Process map");
  const { canvas, content } = emptyCanvas();
  const zoom = zoomable(canvas, legible);
  const activities = slider("Activities", (at) => actions.activities(at / stops));
  const paths = slider("Paths", (at) => actions.paths(at / stops));
  const numbers = html("span");
  const note = html("p", { class: "tb-note", "aria-live": "polite" });
  const empty = html(
    "p",
    { class: "tbx-none", hidden: "" },
    "No case is selected. Switch off, turn round or remove a step.",
  );
  panel.body.append(
    html("div", { class: "tb-bar" }, activities.element, paths.element, numbers),
    empty,
    zoom.frame,
    html("div", { class: "tb-foot" }, note, zoom.buttons),
  );
  let theme: Theme = light;
  let model: MapModel | undefined, layout: Layout | undefined, figure: MapFigure = "frequency";
  let compared: ComparisonAnswer["rows"] | undefined;

  const draw = () => {
    if (!model || !layout) return;
    const focused = content.querySelector<SVGElement>("[data-node]:focus")?.dataset.node;
    const look = {
      ...lookOf(figure, theme),
      ...(compared ? { differences: mapDifferences(model, compared) } : {}),
    };
    const picture = markupElement(drawMap(model, layout, look, "page").svg);
    content.replaceChildren(...picture.childNodes);
    for (const name of ["font-family", "font-size"]) content.setAttribute(name, picture.getAttribute(name)!);
    widenLines(content);
    content.querySelectorAll<SVGElement>("[data-node]").forEach((node, i) => {
      node.setAttribute(
        "tabindex",
        (focused ?? "") === node.dataset.node || (focused === undefined && i === 0) ? "0" : "-1",
      );
      node.setAttribute("role", "button");
      if (focused === node.dataset.node) node.focus();
    });
    content.classList.remove("tb-focus");
  };
  const click = (target: SVGElement, x: number, y: number) => {
    tip.hide();
    const name = (id: number) => model!.nodes[id]?.name;
    const { node, edge } = target.dataset;
    if (edge !== undefined) {
      const { from, to } = model!.edges[Number(edge)]!;
      return actions.clickPath(name(from), name(to), x, y);
    }
    const clicked = name(Number(node));
    if (clicked !== undefined) actions.clickActivity(clicked, x, y);
  };
  let dragged = false;
  canvas.addEventListener("pointermove", () => dragged ||= zoom.dragging());
  canvas.addEventListener("click", (event) => {
    const target = (event.target as Element).closest<SVGElement>("[data-node],[data-edge]");
    if (target && !dragged) click(target, event.clientX, event.clientY);
    dragged = false;
  });
  canvas.addEventListener("keydown", (event) => {
    const target = (event.target as Element).closest<SVGElement>("[data-node]");
    if (!target || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    const { right, top } = target.getBoundingClientRect();
    click(target, right, top);
  });
  pointable(canvas, zoom, {
    selector: "[data-node],[data-edge]",
    nodes: () => content.querySelectorAll<SVGElement>("[data-node]"),
    point(target, x, y) {
      if (!model || !layout || actions.busy()) return;
      tellOfPart(target, { content, model, layout, tip }, x, y);
    },
    rest() {
      content.classList.remove("tb-focus");
      tip.hide();
    },
  });

  return {
    ...panel,
    dress(turned) {
      theme = turned;
      draw();
    },
    show(map, shown, rows) {
      compared = rows;
      const before = model && layout ? placesByName(model, layout) : undefined;
      const size = layout && mapSize(layout);
      figure = shown;
      model = map.model;
      layout = unpackLayout(model.layouts[0]!);
      const { events, positions: [position] } = model.levels[0]!;
      empty.hidden = model.nodes.length > 0;
      panel.tools.hidden = model.nodes.length === 0;
      zoom.frame.hidden = model.nodes.length === 0;
      draw();
      const { width, height } = mapSize(layout);
      if (!map.kept || width !== size?.width || height !== size.height) {
        const start = nodeBoxes(model, layout)[0];
        zoom.fit(width, height, [start?.x ?? 0, 0]);
      }
      if (before && !motionReduced()) slide(content, placesOf(model, layout, before), nodeBoxes(model, layout));
      activities.set(
        Math.round(map.activityShare * stops),
        stops,
        countOf(model.nodes.length, "activity", "activities"),
      );
      paths.set(Math.round(map.pathShare * stops), stops, countOf(model.edges.length, "path"));
      panel.note(compared ? "A against B: what differs" : "");
      numbers.hidden = compared !== undefined;
      numbers.replaceChildren(choice("Numbers", FIGURES, figure, (value) => actions.figure(value as MapFigure)));
      const { show, measure } = lookOf(figure, theme);
      note.textContent = `${formatShare(events)} of events and ${formatShare(position!.steps)} of steps shown. ` +
        `${
          compared ? differenceWords : numbersInWords(show, measure)
        } Click an activity or an arrow to select its cases.` +
        (zoom.cut() ? " The map is larger than its frame: scroll in it." : "");
    },
  };
}

const differenceWords = "Numbers are differences in percentage points: cases of A that have it, less those of B. " +
  "Blue: surely more often in A; orange: in B.";

function lookOf(figure: MapFigure, theme: Theme) {
  const timed = figure === "median" || figure === "mean";
  return {
    show: timed ? "duration" : figure,
    measure: figure === "mean" ? "mean" : "median",
    theme,
  } as const;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Activities are numbered anew in each picture: their names tell which is which. */
function placesByName(model: MapModel, layout: Layout): Map<string, Place> {
  return new Map(nodeBoxes(model, layout).map((box) => [keyOf(model, box.id), box]));
}

function placesOf(model: MapModel, layout: Layout, before: ReadonlyMap<string, Place>): Map<number, Place> {
  return new Map(
    nodeBoxes(model, layout).flatMap(({ id }) => {
      const place = before.get(keyOf(model, id));
      return place ? [[id, place] as const] : [];
    }),
  );
}

function keyOf(model: MapModel, id: number): string {
  const name = model.nodes[id]?.name;
  return name === undefined ? `end ${id - model.nodes.length}` : `:${name}`;
}
