/** Segmented logs in the page: reasons of a row, the action of a cell and where else it occurs, other colours. */
import type { SegmentsViewData } from "../../tasks/segments.ts";
import { type ColourBy, drawSegments, type SegmentRow } from "../../tasks/segments_picture.ts";
import { formatCount, formatDuration } from "../../../base/format.ts";
import { choice, controlsStyle, html } from "../controls.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-segments{${controlsStyle}` +
  `svg.tbc-chart{display:block;max-width:100%;height:auto}` +
  `svg.tbc-chart:focus{outline:none}svg.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tb-bar>span{color:var(--quiet)}.tbs-dim .tbs-cell:not(.tbs-on){opacity:.2}` +
  `.tbs-at .tbs-why{fill:var(--accent);fill-opacity:.14}.tbs-cell.tbs-here{stroke:var(--ink);stroke-width:1.5px}}` +
  tooltipStyle;

export function show(stage: HTMLElement, { picture, by }: SegmentsViewData): void {
  const alt = (stage.previousElementSibling as HTMLImageElement).alt;
  const held = html("div");
  stage.classList.add("tb-segments");
  stage.append(
    html("style", {}, style),
    html(
      "div",
      { class: "tb-bar" },
      choice("Colour", [["application", "application"], ["action class", "kind of action"]], by, (value) => {
        draw(value as ColourBy);
      }),
      html("span", {}, "Point at a row for the reasons of its cut, at a cell for its action."),
    ),
    held,
  );
  const tip = tooltip(stage);
  drawInTheme(stage, () => {});
  draw(by);

  function draw(colour: ColourBy): void {
    const svg = markupElement(drawSegments(picture, colour, "page")) as SVGSVGElement;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${alt} Arrow keys go from row to row and from cell to cell.`);
    held.replaceChildren(svg);
    const rows = [...svg.querySelectorAll<SVGElement>("[data-row]")];
    let row = -1, cell = -1;

    svg.addEventListener("pointermove", (event) => {
      const target = event.target as Element;
      const found = target.closest<SVGElement>("[data-row]");
      const named = target.closest<SVGElement>("[data-group]");
      if (named) {
        leave();
        const { task, note, description } = picture.groups[Number(named.dataset.group)]!;
        return tip.show(
          task,
          [note, ...description.split("; ").filter(Boolean)].map((words) => [words, ""]),
          event.clientX,
          event.clientY,
        );
      }
      if (!found) return leave();
      const broken = target.getAttribute("data-break"), at = target.getAttribute("data-cell");
      row = rows.indexOf(found);
      cell = at === null ? -1 : Number(at);
      point(event.clientX, event.clientY, broken === null ? undefined : Number(broken));
    });
    svg.addEventListener("pointerleave", leave);
    svg.addEventListener("blur", leave);
    svg.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return leave();
      const way = ({ ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] } as Record<
        string,
        [number, number]
      >)[event.key];
      if (!way || rows.length === 0) return;
      event.preventDefault();
      const fresh = row < 0;
      row = fresh ? 0 : Math.max(0, Math.min(rows.length - 1, row + way[0]));
      cell = fresh ? -1 : Math.max(-1, Math.min(rowAt(row).cells.length - 1, cell + way[1]));
      const box = (cell < 0 ? rows[row]! : cellAt(row, cell)).getBoundingClientRect();
      point(cell < 0 ? box.left + 200 : box.left, box.bottom);
    });

    function rowAt(index: number): SegmentRow {
      const [g, r] = rows[index]!.dataset.row!.split(" ").map(Number);
      return picture.groups[g!]!.rows[r!]!;
    }

    function cellAt(index: number, at: number): Element {
      return rows[index]!.querySelector(`[data-cell="${at}"]`)!;
    }

    function point(x: number, y: number, broken?: number): void {
      clear();
      const shown = rowAt(row);
      rows[row]!.classList.add("tbs-at");
      if (broken !== undefined) {
        const words = shown.breaks.find(([at]) => at === broken)?.[1] ?? "";
        return tip.show("Put aside here", [[words, ""]], x, y);
      }
      if (cell < 0) {
        const [g] = rows[row]!.dataset.row!.split(" ").map(Number);
        const reasons = shown.reasons.map(([signal, words]): [string, string] => [signal, words]);
        return tip.show(
          `Instance ${formatCount(shown.number)}: ${picture.groups[g!]!.task}`,
          [
            ["begins", shown.startText],
            ["takes", shown.durationText],
            ["actions", formatCount(shown.cells.length + shown.more)],
            ...(reasons.length > 0 ? [["begins there because", ""] as [string, string]] : []),
            ...reasons,
          ],
          x,
          y,
        );
      }
      const [action, seconds, stray] = shown.cells[cell]!;
      const { name, app, kind } = picture.actions[action]!;
      svg.classList.add("tbs-dim");
      for (const each of svg.querySelectorAll(`[data-action="${action}"]`)) each.classList.add("tbs-on");
      cellAt(row, cell).classList.add("tbs-here");
      tip.show(
        name,
        [
          ["application", picture.apps[app]!.name],
          ["kind of action", picture.classes[kind]!.name],
          ["position", `${cell + 1} of ${shown.cells.length + shown.more}`],
          ["after", formatDuration(seconds)],
          ...(stray ? [["stray: no step of the task", ""] as [string, string]] : []),
        ],
        x,
        y,
      );
    }

    function clear(): void {
      svg.classList.remove("tbs-dim");
      for (const each of svg.querySelectorAll(".tbs-on,.tbs-here,.tbs-at")) {
        each.classList.remove("tbs-on", "tbs-here", "tbs-at");
      }
    }

    function leave(): void {
      clear();
      row = cell = -1;
      tip.hide();
    }
  }
}
