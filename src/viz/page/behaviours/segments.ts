/** Segmented logs in the page: reasons of a row, the action of a cell and where else it occurs, other colours. */
import type { SegmentsViewData } from "../../tasks/segments.ts";
import { type ColourBy, drawSegments, type SegmentRow, type SegmentsPicture } from "../../tasks/segments_picture.ts";
import { formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { choice, controlsStyle, html } from "../controls.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { drawAtWidth } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { type Tooltip, tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-segments{${controlsStyle}` +
  `svg.tbc-chart{display:block;margin:0 auto;max-width:100%;height:auto}` +
  `svg.tbc-chart:focus{outline:none}svg.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tb-bar>span{color:var(--quiet)}.tbs-dim .tbs-cell:not(.tbs-on){opacity:.2}` +
  `.tbs-at .tbs-why{fill:var(--accent);fill-opacity:.14}.tbs-cell.tbs-here{stroke:var(--ink);stroke-width:1.5px}}` +
  tooltipStyle;

export function show(stage: HTMLElement, { picture, by }: SegmentsViewData): void {
  const alt = (stage.previousElementSibling as HTMLImageElement).alt;
  const held = html("div");
  const colours = choice(
    "Colour",
    [["application", "application"], ["action class", "kind of action"]],
    by,
    (value) => {
      colour = value as ColourBy;
      draw();
    },
  );
  stage.classList.add("tb-segments");
  stage.append(
    html("style", {}, style),
    html(
      "div",
      { class: "tb-bar" },
      colours,
      html("span", {}, "Point at a row (or tap it) for the reasons of its cut, at a cell for its action."),
    ),
    held,
  );
  const tip = tooltip(stage);
  let colour = by, width = 0;
  drawInTheme(stage, () => {});
  drawAtWidth(stage, (wide) => {
    width = wide;
    draw();
  });

  function draw(): void {
    const svg = markupElement(drawSegments(picture, colour, "page", width)) as SVGSVGElement;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${alt} Arrow keys go from row to row and from cell to cell.`);
    held.replaceChildren(svg);
    new DrawnSegments(svg, picture, tip);
  }
}

/** The rows of one drawing, and which row and cell of it are pointed at. */
class DrawnSegments {
  readonly #svg: SVGSVGElement;
  readonly #picture: SegmentsPicture;
  readonly #tip: Tooltip;
  readonly #rows: readonly SVGElement[];
  /** Indices; -1 for none, and for the row as a whole. */
  #row = -1;
  #cell = -1;

  constructor(svg: SVGSVGElement, picture: SegmentsPicture, tip: Tooltip) {
    this.#svg = svg;
    this.#picture = picture;
    this.#tip = tip;
    this.#rows = [...svg.querySelectorAll<SVGElement>("[data-row]")];
    pointAt(svg, (mark, x, y) => this.#move(mark, x, y), () => this.#leave());
    svg.addEventListener("keydown", (event) => this.#key(event));
  }

  #move(mark: Element, clientX: number, clientY: number): void {
    const named = mark.closest<SVGElement>("[data-group]");
    if (named) {
      this.#leave();
      return this.#tellTask(Number(named.dataset.group), clientX, clientY);
    }
    const found = mark.closest<SVGElement>("[data-row]");
    if (!found) return this.#leave();
    const broken = mark.getAttribute("data-break"), cell = mark.getAttribute("data-cell");
    this.#row = this.#rows.indexOf(found);
    this.#cell = cell === null ? -1 : Number(cell);
    this.#point(clientX, clientY, broken === null ? undefined : Number(broken));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") return this.#leave();
    const way = ({ ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] } as Record<
      string,
      [number, number]
    >)[event.key];
    if (!way || this.#rows.length === 0) return;
    event.preventDefault();
    const fresh = this.#row < 0;
    this.#row = fresh ? 0 : Math.max(0, Math.min(this.#rows.length - 1, this.#row + way[0]));
    this.#cell = fresh ? -1 : Math.max(-1, Math.min(this.#shown().row.cells.length - 1, this.#cell + way[1]));
    const whole = this.#cell < 0;
    const box = (whole ? this.#rows[this.#row]! : this.#cellMark()).getBoundingClientRect();
    this.#point(whole ? box.left + 200 : box.left, box.bottom);
  }

  /** The row pointed at, and the task that it is an instance of. */
  #shown(): { task: string; row: SegmentRow } {
    const [g, r] = this.#rows[this.#row]!.dataset.row!.split(" ").map(Number);
    const { task, rows } = this.#picture.groups[g!]!;
    return { task, row: rows[r!]! };
  }

  #cellMark(): Element {
    return this.#rows[this.#row]!.querySelector(`[data-cell="${this.#cell}"]`)!;
  }

  #point(x: number, y: number, broken?: number): void {
    this.#clear();
    this.#rows[this.#row]!.classList.add("tbs-at");
    if (broken !== undefined) this.#tellBreak(broken, x, y);
    else if (this.#cell < 0) this.#tellInstance(x, y);
    else this.#tellAction(x, y);
  }

  #tellTask(group: number, x: number, y: number): void {
    const { task, note, description } = this.#picture.groups[group]!;
    this.#tip.show(task, [note, ...description.split("; ").filter(Boolean)].map((words) => [words, ""]), x, y);
  }

  #tellBreak(broken: number, x: number, y: number): void {
    const words = this.#shown().row.breaks.find(([at]) => at === broken)?.[1] ?? "";
    this.#tip.show("Put aside here", [[words, ""]], x, y);
  }

  #tellInstance(x: number, y: number): void {
    const { task, row } = this.#shown();
    const reasons = row.reasons.map(([signal, words]) => [signal, words] as const);
    this.#tip.show(
      `Instance ${formatCount(row.number)}: ${task}`,
      [
        ["begins", row.startText],
        ["takes", row.durationText],
        ["actions", formatCount(row.cells.length + row.more)],
        ...(row.sure
          ? [["is right with", formatShare(row.sure[0])], ["begins there with", formatShare(row.sure[1])]] as const
          : []),
        ...(reasons.length > 0 ? [["begins there because", ""] as const] : []),
        ...reasons,
      ],
      x,
      y,
    );
  }

  /** Lights the action wherever it occurs. */
  #tellAction(x: number, y: number): void {
    const { row } = this.#shown();
    const [action, seconds, stray] = row.cells[this.#cell]!;
    const { name, app, kind } = this.#picture.actions[action]!;
    this.#svg.classList.add("tbs-dim");
    for (const each of this.#svg.querySelectorAll(`[data-action="${action}"]`)) each.classList.add("tbs-on");
    this.#cellMark().classList.add("tbs-here");
    this.#tip.show(
      name,
      [
        ["application", this.#picture.apps[app]!.name],
        ["kind of action", this.#picture.classes[kind]!.name],
        ["position", `${this.#cell + 1} of ${row.cells.length + row.more}`],
        ["after", formatDuration(seconds)],
        ...(stray ? [["stray: no step of the task", ""] as const] : []),
      ],
      x,
      y,
    );
  }

  #clear(): void {
    this.#svg.classList.remove("tbs-dim");
    for (const each of this.#svg.querySelectorAll(".tbs-on,.tbs-here,.tbs-at")) {
      each.classList.remove("tbs-on", "tbs-here", "tbs-at");
    }
  }

  #leave(): void {
    this.#clear();
    this.#row = this.#cell = -1;
    this.#tip.hide();
  }
}
