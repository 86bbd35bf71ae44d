/** The process map in the page: sliders, switch of numbers, details, zoom. It draws with the kernel's own code. */
import { drawMap, edgeFacts, mapSize, nodeBoxes, nodeFacts, nodeName, smallest } from "../../map/draw.ts";
import type { Layout } from "../../map/layout.ts";
import { type MapMeasure, type MapModel, type MapShow, measures, numbersInWords } from "../../map/model.ts";
import { unpackLayout } from "../../map/pack_layout.ts";
import { formatCount, formatShare } from "../../../base/format.ts";
import { canvasStyle, emptyCanvas, lightAround, slide, widenLines } from "../map_canvas.ts";
import { choice, controlsStyle, html, pick, slider } from "../controls.ts";
import { markupElement } from "../../kit/markup.ts";
import { pointable } from "../pointing.ts";
import { drawInTheme, light, motionReduced, type Theme } from "../../kit/theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";
import { zoomable, zoomStyle } from "../zoom.ts";

/** Words are shown at 11 pixels or more. */
const legible = 11 / smallest;

export function show(stage: HTMLElement, model: MapModel): void {
  let [level, position] = model.at;
  let { show: shown, measure } = model;
  let theme: Theme = light;
  let layout: Layout = layoutAt(model, level, position);

  const activities = slider("Activities", (at) => moveTo(at, position, level));
  const paths = slider("Paths", (at) => moveTo(level, at));
  const measureList = pick("Duration", measures.map((name) => [name, name]), measure, (value) => {
    measure = value as MapMeasure;
    draw();
  });
  const numbers = choice("Numbers", numberChoices, shown, (value) => {
    shown = value as MapShow;
    draw();
  });
  const note = html("p", { class: "tb-note", "aria-live": "polite" });
  const { canvas, content } = emptyCanvas();
  const zoom = zoomable(canvas, legible, tallestOf(model));
  stage.classList.add("tb-map");
  stage.append(
    html("style", {}, style),
    html("div", { class: "tb-bar" }, activities.element, paths.element, numbers, measureList),
    zoom.frame,
    html("div", { class: "tb-foot" }, note, zoom.buttons),
  );
  leaveOutOfCaption(stage, model.shownInWords);
  const tip = tooltip(stage);
  drawInTheme(stage, (turned) => {
    theme = turned;
    draw();
  });
  fit();
  new ResizeObserver(say).observe(zoom.frame);
  pointable(canvas, zoom, {
    selector: "[data-node],[data-edge]",
    nodes: () => content.querySelectorAll<SVGElement>("[data-node]"),
    point(target, x, y) {
      lightAround(target, content, model, layout);
      const { node, edge } = target.dataset;
      if (node !== undefined) return tip.show(nodeName(model, Number(node)), nodeFacts(model, Number(node)), x, y);
      const found = model.edges[Number(edge)]!;
      tip.show(`${nodeName(model, found.from)} → ${nodeName(model, found.to)}`, edgeFacts(model, found), x, y);
    },
    rest() {
      content.classList.remove("tb-focus");
      tip.hide();
    },
  });

  /** Keeps how far along the paths slider stands when the number of its positions changes. */
  function moveTo(newLevel: number, newPosition: number, oldLevel = newLevel): void {
    const last = (at: number) => model.levels[at]!.positions.length - 1;
    level = newLevel;
    position = oldLevel === newLevel
      ? newPosition
      : Math.round(newPosition / Math.max(1, last(oldLevel)) * last(newLevel));
    const places = new Map(nodeBoxes(model, layout).map((box) => [box.id, box]));
    layout = layoutAt(model, level, position);
    draw();
    fit();
    say();
    if (!motionReduced()) slide(content, places, nodeBoxes(model, layout));
  }

  /** Readers begin at the start of the cases. */
  function fit(): void {
    const { width, height } = mapSize(layout);
    const { x, y } = nodeBoxes(model, layout).find(({ id }) => id === model.nodes.length)!;
    zoom.fit(width, height, [x, y]);
  }

  /** What is shown, in the room that the longest of the texts takes: a switch of numbers does not move the page. */
  function say(): void {
    const { events, positions } = model.levels[level]!;
    const { steps } = positions[position]!;
    const text = (kind: MapShow) =>
      [
        `${formatShare(events)} of events and ${formatShare(steps)} of steps shown.`,
        numbersInWords(kind, measure),
        `${
          zoom.cut() ? "Scroll or drag to see the rest. " : ""
        }Point at a line or an activity, or tap it, for all its numbers.`,
      ].join(" ");
    note.style.minHeight = "";
    const heights = numberChoices.map(([kind]) => {
      note.textContent = text(kind);
      return note.offsetHeight;
    });
    note.style.minHeight = `${Math.max(...heights)}px`;
    note.textContent = text(shown);
  }

  function draw(): void {
    const { svg } = drawMap(model, layout, { show: shown, measure, theme }, "page");
    content.replaceChildren(...markupElement(svg).children);
    widenLines(content);
    content.querySelector("[data-node]")?.setAttribute("tabindex", "0");
    measureList.style.visibility = shown === "duration" ? "" : "hidden";
    const { activities: n, positions } = model.levels[level]!;
    const { paths: m } = positions[position]!;
    activities.set(level, model.levels.length - 1, `${formatCount(n)} of ${formatCount(model.totalActivities)}`);
    paths.set(position, positions.length - 1, `${formatCount(m)} of ${formatCount(model.totalPaths)}`);
    say();
    tip.hide();
  }
}

const numberChoices = [["frequency", "Frequency"], ["cases", "Cases"], ["duration", "Duration"]] as const;

/** The bar and the note say what is shown now; the caption would go on saying what was shown at first. */
function leaveOutOfCaption(stage: HTMLElement, words: string): void {
  const caption = stage.closest("figure")?.querySelector("figcaption")?.lastChild;
  if (caption) caption.textContent = caption.textContent!.replace(words, "");
}

function tallestOf({ layouts }: MapModel): number {
  return layouts.reduce((most, row) => Math.max(most, mapSize(unpackLayout(row)).height), 0);
}

function layoutAt(model: MapModel, level: number, position: number): Layout {
  return unpackLayout(model.layouts[model.levels[level]!.positions[position]!.layout]!);
}

const style = `.tb-map{${controlsStyle}${zoomStyle}` +
  `.tb-scroll>svg{margin:0 auto}.tb-bar{position:sticky;top:0;z-index:1;background:var(--back)}` +
  `@media(max-width:480px){.tb-bar{gap:8px 10px}.tb-choice span{padding:3px 8px}}` +
  `.tb-foot{display:flex;justify-content:space-between;align-items:center;flex-wrap:wrap;border-top:1px solid var(--line)}` +
  `.tb-foot .tb-note{border:0;flex:1 1 280px}.tb-zoom{padding:6px 10px;margin-left:auto}` +
  canvasStyle +
  `@media(prefers-reduced-motion:no-preference){.tb-canvas [data-node],.tb-canvas [data-edge]{transition:opacity .15s}}}` +
  tooltipStyle;
