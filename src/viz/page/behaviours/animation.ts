/** Tokens of cases on the move: played, stopped, faster and slower, and moved by a bar of time. */
import type { AnimationData } from "../../animation/animation.ts";
import { drawTokens } from "../../animation/draw_tokens.ts";
import type { TokenData } from "../../animation/token_data.ts";
import { placeTokens, type Tokens } from "../../animation/token_places.ts";
import { formatCount, formatDate, formatDuration } from "../../../base/format.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme, light, motionReduced } from "../../kit/theme.ts";
import { drawMap, mapSize, nodeBoxes, smallest } from "../../map/draw.ts";
import { unpackLayout } from "../../map/pack_layout.ts";
import { button, controlsStyle, html, pick } from "../controls.ts";
import { emptyCanvas, widenLines } from "../map_canvas.ts";
import { mapStyle, pointAtMap } from "../map_pointing.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";
import { zoomable, zoomStyle } from "../zoom.ts";

/** Words are shown at 11 pixels or more. */
const legible = 11 / smallest;
const mostRims = 500;

export function show(stage: HTMLElement, { model, tokens: data, seconds, first }: AnimationData): void {
  const layout = unpackLayout(model.layouts[0]!);
  const tokens = placeTokens(data, layout);
  const { canvas, content } = emptyCanvas();
  const zoom = zoomable(canvas, legible);
  const time = html("input", { type: "range", min: "0", max: String(data.ticks), step: "any", "aria-label": "Time" });
  const told = html("output");
  const note = html("span");
  let at = first, speed = 1, frame = 0, last = 0;

  const play = button("Play", "▶", () => frame === 0 ? start() : stop());
  const speeds = pick(
    "Speed",
    [["0.25", "¼ ×"], ["0.5", "½ ×"], ["1", "1 ×"], ["2", "2 ×"], ["4", "4 ×"]],
    "1",
    (value) => speed = Number(value),
  );
  const bar = html(
    "div",
    { class: "tb-bar" },
    play,
    speeds,
    html("div", { class: "tb-span" }, load(tokens), time),
    told,
  );
  const adapt = () => {
    play.hidden = speeds.hidden = motionReduced();
    if (motionReduced()) stop();
    note.textContent = motionReduced()
      ? "Move the bar of time: your system asks for less motion."
      : "Play, or move the bar of time.";
  };
  stage.classList.add("tb-play");
  stage.append(
    html("style", {}, style),
    bar,
    zoom.frame,
    html("div", { class: "tb-foot" }, note, zoom.buttons),
  );
  const tip = tooltip(stage);
  const pointing = pointAtMap({ stage, canvas, content, zoom, tip, model, layout: () => layout });
  let dots: SVGPathElement[] = [];
  drawInTheme(stage, (theme) => {
    const { svg } = drawMap(model, layout, { show: "frequency", measure: "median", theme }, "page");
    content.replaceChildren(...markupElement(svg).children);
    widenLines(content);
    content.querySelector("[data-node]")?.setAttribute("tabindex", "0");
    const drawn = markupElement(drawTokens("", theme ?? light), true);
    content.querySelector(".tb-labels")!.before(drawn);
    dots = [...drawn.querySelectorAll("path")];
    pointing.drawn();
    tell();
  });
  const { width, height } = mapSize(layout);
  const { x, y } = nodeBoxes(model, layout).find(({ id }) => id === model.nodes.length)!;
  zoom.fit(width, height, [x, y]);
  time.addEventListener("input", () => {
    at = Number(time.value);
    tell();
  });
  matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", adapt);
  adapt();

  function start(): void {
    if (at >= data.ticks) at = 0;
    last = performance.now();
    frame = requestAnimationFrame(step);
    turn("Pause", "❚❚");
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    turn("Play", "▶");
  }

  function turn(name: string, sign: string): void {
    play.title = name;
    play.setAttribute("aria-label", name);
    play.textContent = sign;
  }

  function step(now: number): void {
    // A page that was hidden goes on from where it was.
    at = Math.min(data.ticks, at + Math.min(250, now - last) / 1000 / seconds * speed * data.ticks);
    last = now;
    tell();
    if (at >= data.ticks || !stage.isConnected) return stop();
    frame = requestAnimationFrame(step);
  }

  function tell(): void {
    const { path, underWay } = tokens.at(at);
    // In a crowd rims are not seen, and they take half of the time of drawing.
    dots[0]!.setAttribute("d", underWay > mostRims ? "" : path);
    dots[1]!.setAttribute("d", path);
    time.value = String(at);
    const words = `${momentOf(data, at)}, ${formatCount(underWay)} under way`;
    time.setAttribute("aria-valuetext", words);
    told.textContent = words;
  }
}

function momentOf({ since, tick }: TokenData, at: number): string {
  return since === null ? `${formatDuration(at * tick / 1000)} after the begin` : formatDate(since + at * tick);
}

/** How many cases are under way, as a small area above the bar. */
function load(tokens: Tokens): SVGSVGElement {
  const parts = 160, counts = tokens.load(parts), most = Math.max(1, ...counts);
  const points = Array.from(counts, (count, p) => `L${p + 0.5} ${(24 - count / most * 23).toFixed(1)}`).join("");
  return markupElement({
    tag: "svg",
    attributes: { viewBox: `0 0 ${parts} 24`, preserveAspectRatio: "none", class: "tb-load", "aria-hidden": "true" },
    children: [{ tag: "path", attributes: { d: `M0 24${points}L${parts} 24z` }, children: [] }],
  }) as SVGSVGElement;
}

const style = `.tb-play{${controlsStyle}${zoomStyle}` +
  `.tb-scroll>svg{margin:0 auto}.tb-bar{position:sticky;top:0;z-index:1;background:var(--back);gap:8px 12px}` +
  `.tb-bar button{width:38px;height:30px;padding:0}.tb-bar select{height:30px}` +
  `.tb-span{flex:1 1 220px;min-width:150px;display:flex;flex-direction:column}` +
  `.tb-span input{width:100%;margin:0;accent-color:var(--accent)}` +
  `.tb-load{display:block;height:22px;width:calc(100% - 16px);margin:0 8px -2px}.tb-load path{fill:var(--accent);fill-opacity:.28}` +
  `.tb-bar output{min-width:235px;font-variant-numeric:tabular-nums}[hidden]{display:none!important}` +
  `.tb-foot{display:flex;justify-content:space-between;align-items:center;gap:12px;padding:6px 10px 6px 14px;` +
  `border-top:1px solid var(--line);color:var(--quiet);font-size:12px}` +
  `${mapStyle}}${tooltipStyle}`;
