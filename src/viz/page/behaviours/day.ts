/** A day in the page: zoom along its time, and what was there at the moment pointed at. */
import type { DayViewData } from "../../tasks/day/day.ts";
import { drawDay } from "../../tasks/day/day_picture.ts";
import { clockAt, dayAtWidth, dayPlaces, dayWidth, hand, rowHeight } from "../../tasks/day/day_places.ts";
import { padding } from "../../kit/frame.ts";
import { button, controlsStyle, html } from "../controls.ts";
import { barAt, type DayBar, laneBars, laneTop, nextBar } from "../day_bars.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { drawAtWidth } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { type Tooltip, tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-day{${controlsStyle}` +
  `svg.tbc-chart{display:block;margin:0 auto;max-width:100%;height:auto;cursor:grab;touch-action:pan-y}` +
  `svg.tbc-chart:focus{outline:none}svg.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tb-bar button{min-width:30px}.tb-bar span{color:var(--quiet);font-variant-numeric:tabular-nums}` +
  `.tb-here{fill:none;stroke:var(--ink);stroke-width:1.5px;pointer-events:none}}` + tooltipStyle;

export function show(stage: HTMLElement, picture: DayViewData): void {
  const view = new DayView(stage, picture);
  drawInTheme(stage, () => {});
  drawAtWidth(stage, (width) => view.resize(width));
}

/** The stretch of the day that is looked at, and the bar that is pointed at. */
class DayView {
  #picture: DayViewData;
  readonly #bars: readonly DayBar[];
  #width: number;
  readonly #given: DayViewData;
  /** What a person who cannot see the picture is told. */
  readonly #alt: string;
  readonly #told = html("span");
  readonly #held = html("div");
  readonly #frame = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  readonly #tip: Tooltip;
  #svg: SVGSVGElement | undefined;
  /** Seconds of the day between which it is drawn. */
  #from = 0;
  #to: number;
  /** Index of the bar pointed at; -1 before the first. */
  #at = -1;

  constructor(stage: HTMLElement, picture: DayViewData) {
    this.#picture = this.#given = picture;
    this.#bars = laneBars(picture);
    this.#width = dayWidth(picture);
    this.#alt = (stage.previousElementSibling as HTMLImageElement).alt;
    this.#to = picture.seconds;
    this.#frame.setAttribute("class", "tb-here");
    stage.classList.add("tb-day");
    stage.append(html("style", {}, style), this.#bar(), this.#held);
    this.#tip = tooltip(stage);
  }

  #bar(): HTMLElement {
    const buttons = [
      button("Zoom in", "+", () => this.#zoom(0.5)),
      button("Zoom out", "−", () => this.#zoom(2)),
      button("Earlier", "‹", () => this.#pan(-0.5)),
      button("Later", "›", () => this.#pan(0.5)),
      button("The whole day", "⤢", () => this.look(0, this.#picture.seconds)),
    ];
    return html(
      "div",
      { class: "tb-bar" },
      html("div", {}, ...buttons.flatMap((one, i) => i === 0 ? [one] : [" ", one])),
      this.#told,
    );
  }

  /** Draws the same stretch of the day in another width. */
  resize(width: number): void {
    this.#picture = dayAtWidth(this.#given, width);
    this.#width = dayWidth(this.#picture);
    this.look(this.#from, this.#to);
  }

  /** Draws the day between two moments, as near to them as it can be drawn. */
  look(first: number, last: number): void {
    const { seconds } = this.#picture;
    const span = Math.min(seconds, Math.max(Math.min(20, seconds), last - first));
    this.#from = Math.max(0, Math.min(seconds - span, first));
    this.#to = this.#from + span;
    const focused = this.#svg !== undefined && document.activeElement === this.#svg;
    const svg = markupElement(drawDay(this.#picture, this.#from, this.#to)) as SVGSVGElement;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${this.#alt} Arrow keys go from bar to bar, + and - zoom.`);
    this.#svg = svg;
    this.#listenToPointer(svg);
    this.#listenToZoom(svg);
    svg.addEventListener("keydown", (event) => this.#key(event));
    this.#held.replaceChildren(svg);
    if (focused) svg.focus();
    const clock = (moment: number) => hand(clockAt(this.#picture, moment), span < 600 ? 1 : 60);
    this.#told.textContent = `${clock(this.#from)} to ${clock(this.#to)}${
      span === seconds
        ? this.#picture.left === 0
          ? ". + comes nearer; drag to move."
          : ". Ctrl with the wheel, a double click or + come nearer; drag to move."
        : ""
    }`;
    this.#tip.hide();
  }

  #zoom(factor: number, around = (this.#from + this.#to) / 2): void {
    this.look(around - (around - this.#from) * factor, around + (this.#to - around) * factor);
  }

  #pan(share: number): void {
    const by = share * (this.#to - this.#from);
    this.look(this.#from + by, this.#to + by);
  }

  /** Seconds under the pointer, and where in the picture it is. */
  #place(event: Pick<MouseEvent, "clientX" | "clientY">): { seconds: number; x: number; y: number } {
    const box = this.#svg!.getBoundingClientRect();
    const scale = this.#svg!.viewBox.baseVal.width / box.width;
    const x = (event.clientX - box.left) * scale - padding, y = (event.clientY - box.top) * scale - padding;
    const seconds = this.#from + (x - this.#picture.left) / this.#width * (this.#to - this.#from);
    return { seconds, x, y };
  }

  /** A drag moves the day; without a button down the bar under the pointer is told of. */
  #listenToPointer(svg: SVGSVGElement): void {
    let held: number | undefined, moved = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0) [held, moved] = [event.clientX, false];
    });
    pointAt(svg, (_, x, y) => held === undefined && this.#tell(x, y), () => this.#rest());
    svg.addEventListener("pointermove", (event) => {
      const drags = held !== undefined && (event.buttons & 1) === 1 && this.#to - this.#from < this.#picture.seconds;
      if (!drags) return;
      const by = event.clientX - held!;
      if (!moved && Math.abs(by) < 4) return;
      moved = true;
      this.#pan(-by / svg.getBoundingClientRect().width * (svg.viewBox.baseVal.width / this.#width));
      // The picture is a new one: the drag goes on there.
      this.#svg!.dispatchEvent(new PointerEvent("pointerdown", { clientX: event.clientX, button: 0 }));
    });
    svg.addEventListener("pointerup", () => held = undefined);
    svg.addEventListener("pointercancel", () => held = undefined);
  }

  #listenToZoom(svg: SVGSVGElement): void {
    svg.addEventListener("dblclick", (event) => {
      event.preventDefault();
      this.#zoom(0.5, this.#place(event).seconds);
    });
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#zoom(2 ** (event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004)), this.#place(event).seconds);
    }, { passive: false });
  }

  /** Tells of what is under the pointer: a person, or a bar. */
  #tell(clientX: number, clientY: number): void {
    const picture = this.#picture;
    const { seconds, x, y } = this.#place({ clientX, clientY });
    if (x < picture.left) {
      this.#rest();
      const named = picture.rows[Math.floor((y - dayPlaces.top) / rowHeight(picture))];
      if (named) this.#tip.show(named.label, [[named.note, ""]], clientX, clientY);
      return;
    }
    const found = barAt(picture, this.#bars, seconds, y, (this.#to - this.#from) / this.#width);
    if (found === undefined) return this.#rest();
    this.#point(found, clientX, clientY);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") return this.#rest();
    if (event.key === "+" || event.key === "-") return this.#zoom(event.key === "+" ? 0.5 : 2);
    const step = ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 } as Record<string, number>)[event.key];
    if (step === undefined || this.#bars.length === 0) return;
    event.preventDefault();
    const next = this.#at < 0
      ? this.#bars.findIndex((bar) => bar.to >= this.#from)
      : nextBar(this.#bars, this.#at, step);
    if (next >= 0) this.#goTo(next);
  }

  /** Points at a bar, and moves the day so that it can be seen. */
  #goTo(index: number): void {
    const bar = this.#bars[index]!;
    if (bar.from > this.#to || bar.to < this.#from) {
      const half = (this.#to - this.#from) / 2;
      this.look(bar.from - half, bar.from + half);
    }
    const box = this.#svg!.getBoundingClientRect();
    const scale = box.width / this.#svg!.viewBox.baseVal.width;
    const along = (Math.max(this.#from, bar.from) - this.#from) / (this.#to - this.#from);
    const x = padding + this.#picture.left + along * this.#width;
    const y = padding + laneTop(this.#picture, bar) + 20;
    this.#point(index, box.left + x * scale, box.top + y * scale);
  }

  /** Frames a bar and shows what is known of it beside a point of the window. */
  #point(index: number, x: number, y: number): void {
    this.#at = index;
    const { title, lines, ...bar } = this.#bars[index]!;
    this.#tip.show(title, lines, x, y);
    const scale = this.#width / (this.#to - this.#from);
    const left = Math.max(0, (bar.from - this.#from) * scale);
    const right = Math.min(this.#width, (bar.to - this.#from) * scale);
    const place = {
      x: this.#picture.left + left - 0.5,
      width: Math.max(2, right - left + 1),
      y: laneTop(this.#picture, bar),
      height: dayPlaces[bar.lane],
    };
    for (const [name, value] of Object.entries(place)) this.#frame.setAttribute(name, String(value));
    this.#svg!.lastElementChild!.append(this.#frame);
  }

  #rest(): void {
    this.#frame.remove();
    this.#tip.hide();
  }
}
