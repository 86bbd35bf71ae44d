/** A day in the page: zoom along its time, and what was there at the moment pointed at. */
import type { DayViewData } from "../../tasks/day.ts";
import { clockAt, dayPlaces, dayWidth, drawDay, hand, rowHeight } from "../../tasks/day_picture.ts";
import { padding } from "../../kit/frame.ts";
import { formatCount, formatDuration } from "../../../base/format.ts";
import { button, controlsStyle, html } from "../controls.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-day{${controlsStyle}` +
  `svg.tbc-chart{display:block;width:100%;height:auto;cursor:grab;touch-action:pan-y}` +
  `svg.tbc-chart:focus{outline:none}svg.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tb-bar button{min-width:30px}.tb-bar span{color:var(--quiet);font-variant-numeric:tabular-nums}` +
  `.tb-here{fill:none;stroke:var(--ink);stroke-width:1.5px;pointer-events:none}}` + tooltipStyle;

type Lane = "app" | "task";
interface Found {
  readonly row: number;
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

export function show(stage: HTMLElement, picture: DayViewData): void {
  const alt = (stage.previousElementSibling as HTMLImageElement).alt;
  const { left: begin } = picture, width = dayWidth(picture);
  let from = 0, to = picture.seconds;
  let svg: SVGSVGElement;
  const told = html("span");
  const held = html("div");
  stage.classList.add("tb-day");
  stage.append(
    html("style", {}, style),
    html(
      "div",
      { class: "tb-bar" },
      html(
        "div",
        {},
        button("Zoom in", "+", () => zoom(0.5)),
        " ",
        button("Zoom out", "−", () => zoom(2)),
        " ",
        button("Earlier", "‹", () => pan(-0.5)),
        " ",
        button("Later", "›", () => pan(0.5)),
        " ",
        button("The whole day", "⤢", () => look(0, picture.seconds)),
      ),
      told,
    ),
    held,
  );
  const tip = tooltip(stage);
  const here = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  here.setAttribute("class", "tb-here");
  const all = laneBars(picture);
  let at = -1;
  drawInTheme(stage, () => {});
  look(from, to);

  function look(first: number, last: number): void {
    const span = Math.min(picture.seconds, Math.max(Math.min(20, picture.seconds), last - first));
    from = Math.max(0, Math.min(picture.seconds - span, first));
    to = from + span;
    const focused = svg !== undefined && document.activeElement === svg;
    svg = markupElement(drawDay(picture, from, to)) as SVGSVGElement;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${alt} Arrow keys go from bar to bar, + and - zoom.`);
    listen(svg);
    held.replaceChildren(svg);
    if (focused) svg.focus();
    told.textContent = `${hand(clockAt(picture, from), span < 600 ? 1 : 60)} to ${
      hand(clockAt(picture, to), span < 600 ? 1 : 60)
    }${span === picture.seconds ? ". Ctrl with the wheel, a double click or + come nearer; drag to move." : ""}`;
    tip.hide();
  }

  function zoom(factor: number, around = (from + to) / 2): void {
    look(around - (around - from) * factor, around + (to - around) * factor);
  }

  function pan(share: number): void {
    look(from + share * (to - from), to + share * (to - from));
  }

  /** Seconds under the pointer, and where in the picture it is. */
  function place(event: MouseEvent): { seconds: number; x: number; y: number } {
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const x = (event.clientX - box.left) * scale - padding, y = (event.clientY - box.top) * scale - padding;
    return { seconds: from + (x - begin) / width * (to - from), x, y };
  }

  function listen(drawn: SVGSVGElement): void {
    let held: number | undefined, moved = false;
    drawn.addEventListener("pointerdown", (event) => {
      if (event.button === 0) [held, moved] = [event.clientX, false];
    });
    drawn.addEventListener("pointermove", (event) => {
      if (held !== undefined && (event.buttons & 1) === 1 && to - from < picture.seconds) {
        const by = event.clientX - held;
        if (!moved && Math.abs(by) < 4) return;
        moved = true;
        const share = by / drawn.getBoundingClientRect().width * (drawn.viewBox.baseVal.width / width);
        pan(-share);
        // The picture is a new one: the drag goes on there.
        svg.dispatchEvent(new PointerEvent("pointerdown", { clientX: event.clientX, button: 0 }));
        return;
      }
      const { seconds, x, y } = place(event);
      if (x < begin) {
        rest();
        const named = picture.rows[Math.floor((y - dayPlaces.top) / rowHeight(picture))];
        if (named) tip.show(named.label, [[named.note, ""]], event.clientX, event.clientY);
        return;
      }
      const found = under(picture, all, seconds, y, (to - from) / width);
      if (found === undefined) return rest();
      point(found, event.clientX, event.clientY);
    });
    drawn.addEventListener("pointerup", () => held = undefined);
    drawn.addEventListener("pointerleave", rest);
    drawn.addEventListener("blur", rest);
    drawn.addEventListener("dblclick", (event) => {
      event.preventDefault();
      zoom(0.5, place(event).seconds);
    });
    drawn.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(2 ** (event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004)), place(event).seconds);
    }, { passive: false });
    drawn.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return rest();
      if (event.key === "+" || event.key === "-") return zoom(event.key === "+" ? 0.5 : 2);
      const step = ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 } as Record<string, number>)[event.key];
      if (step === undefined || all.length === 0) return;
      event.preventDefault();
      const next = at < 0 ? all.findIndex((bar) => bar.to >= from) : neighbour(all, at, step);
      if (next < 0) return;
      const bar = all[next]!;
      if (bar.from > to || bar.to < from) look(bar.from - (to - from) / 2, bar.from + (to - from) / 2);
      const box = svg.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const x = padding + begin + (Math.max(from, bar.from) - from) / (to - from) * width;
      at = next;
      point(next, box.left + x * scale, box.top + (padding + laneTop(picture, bar) + 20) * scale);
    });
  }

  function point(index: number, x: number, y: number): void {
    at = index;
    const { title, lines, ...bar } = all[index]!;
    tip.show(title, lines, x, y);
    const scale = width / (to - from);
    const left = Math.max(0, (bar.from - from) * scale), right = Math.min(width, (bar.to - from) * scale);
    here.setAttribute("x", String(begin + left - 0.5));
    here.setAttribute("width", String(Math.max(2, right - left + 1)));
    here.setAttribute("y", String(laneTop(picture, bar)));
    here.setAttribute("height", String(dayPlaces[bar.lane]));
    svg.lastElementChild!.append(here);
  }

  function rest(): void {
    here.remove();
    tip.hide();
  }
}

function laneTop(picture: DayViewData, { row, lane }: Pick<Found, "row" | "lane">): number {
  return dayPlaces.top + row * rowHeight(picture) + (lane === "task" ? dayPlaces.app + dayPlaces.between : 0);
}

/** Every bar there is, row by row, lane by lane, in order of time. */
function laneBars(picture: DayViewData): Found[] {
  const clock = (seconds: number) => hand(clockAt(picture, seconds), 1);
  const span = (
    from: number,
    to: number,
  ): [string, string] => [`${clock(from)} to ${clock(to)}`, formatDuration(to - from)];
  return picture.rows.flatMap((row, r): Found[] => [
    ...[
      ...row.visits.map(([from, to, app, window, actions]): Found => ({
        row: r,
        lane: "app",
        from,
        to,
        title: picture.apps[app]!.name,
        lines: [
          ...(window >= 0 ? [["window", picture.windows[window]!] as const] : []),
          ["interactions", formatCount(actions)],
          span(from, to),
        ],
      })),
      ...row.idle.map(([from, to]): Found => ({
        row: r,
        lane: "app",
        from,
        to,
        title: "Idle",
        lines: [span(from, to)],
      })),
    ].sort((a, b) => a.from - b.from),
    ...row.pieces.map(([from, to, k]): Found => {
      const [number, task, first, last, activeSeconds, actions] = picture.instances[k]!;
      const parts = row.pieces.filter((piece) => piece[2] === k).length;
      return {
        row: r,
        lane: "task",
        from,
        to,
        title: picture.tasks[task]!.name,
        lines: [
          ["instance", formatCount(number)],
          ["interactions", formatCount(actions)],
          span(first, last),
          ["active", formatDuration(activeSeconds)],
          ...(parts > 1 ? [["in parts", `${parts}; this one ${formatDuration(to - from)}`] as const] : []),
        ],
      };
    }),
  ]);
}

/** The bar at a moment in the lane at `y`; one that is too narrow to hit counts as three pixels wide. */
function under(
  picture: DayViewData,
  bars: readonly Found[],
  seconds: number,
  y: number,
  pixel: number,
): number | undefined {
  let best: number | undefined, nearest = 2 * pixel;
  bars.forEach((bar, i) => {
    const top = laneTop(picture, bar);
    if (y < top || y > top + dayPlaces[bar.lane] + 2) return;
    const away = Math.max(bar.from - seconds, seconds - bar.to, 0);
    if (away < nearest) [best, nearest] = [i, away];
  });
  return best;
}

/** The next bar of the lane, or the nearest of the next lane. */
function neighbour(bars: readonly Found[], at: number, step: number): number {
  const { row, lane, from } = bars[at]!;
  const same = (bar: Found) => bar.row === row && bar.lane === lane;
  if (Math.abs(step) === 1) {
    const next = bars[at + step];
    return next && same(next) ? at + step : at;
  }
  const lanes = [...new Set(bars.map((bar) => `${bar.row} ${bar.lane}`))];
  const other = lanes[lanes.indexOf(`${row} ${lane}`) + Math.sign(step)];
  let best = at, least = Infinity;
  bars.forEach((bar, i) => {
    if (`${bar.row} ${bar.lane}` !== other || Math.abs(bar.from - from) >= least) return;
    [best, least] = [i, Math.abs(bar.from - from)];
  });
  return best;
}
