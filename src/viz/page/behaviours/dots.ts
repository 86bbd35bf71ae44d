/** A dotted chart in the page: what the dot under the pointer stands for. */
import { formatCount } from "../../../base/format.ts";
import type { PhonePicture } from "../../kit/chart_frame.ts";
import { type Cell, type DotsData, type GridData, spanInWords, unpackCells } from "../../events/grid_data.ts";
import { type Card, show as showPicture } from "./picture.ts";

export function show(stage: HTMLElement, data: DotsData & PhonePicture): void {
  const grids = [data.wide, data.narrow].map((grid) => ({ grid, cells: unpackCells(grid.cells) }));
  showPicture(stage, data, (svg, isPhone, x, y) => {
    const { grid, cells } = grids[isPhone ? 1 : 0]!;
    const cell = cellAt(grid, cells, x, y);
    ringOf(svg, grid, cell);
    return cell === undefined ? undefined : cardOf(data, grid, cell, cells.get(cell)!);
  });
}

/** The cell that holds a point, or the nearest whose dot reaches so far. */
function cellAt({ box, columns, rows, reach }: GridData, cells: Map<number, Cell>, px: number, py: number) {
  const [left, top, width, height] = box;
  const across = width / columns, down = height / rows;
  const x = (px - left) / across, y = (py - top) / down;
  let best: number | undefined, least = Infinity;
  for (let row = Math.floor(y - reach / down); row <= y + reach / down; row++) {
    for (let column = Math.floor(x - reach / across); column <= x + reach / across; column++) {
      if (row < 0 || row >= rows || column < 0 || column >= columns) continue;
      const cell = row * columns + column;
      if (!cells.has(cell)) continue;
      const away = ((column + 0.5 - x) * across) ** 2 + ((row + 0.5 - y) * down) ** 2;
      if (away < least) [best, least] = [cell, away];
    }
  }
  return best;
}

function cardOf({ cases, ids, names }: DotsData, { columns, rows, scale }: GridData, cell: number, dot: Cell): Card {
  const row = Math.floor(cell / columns), column = cell % columns;
  const first = Math.ceil(row * cases / rows) + 1, last = Math.ceil((row + 1) * cases / rows);
  const what = { time: "time", age: "after", position: "position", week: "time" }[scale.unit];
  return {
    title: names[dot.colour]!,
    lines: [
      ["events", `${formatCount(dot.count)}${dot.count > 1 ? ", most of them of this colour" : ""}`],
      [what, spanInWords(scale, column / columns, (column + 1) / columns)],
      first >= last
        ? ["case", ids?.[first - 1] ?? `${formatCount(first)} from the top`]
        : ["cases from the top", `${formatCount(first)} to ${formatCount(last)}`],
    ],
  };
}

/** A ring around what the card tells of. */
function ringOf(svg: SVGSVGElement, { box, columns, rows, reach }: GridData, cell: number | undefined): void {
  let ring = svg.querySelector(".tbc-ring");
  if (cell === undefined) return ring?.remove();
  if (!ring) {
    ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ring.setAttribute("class", "tbc-ring");
    svg.append(ring);
  }
  const across = box[2] / columns, down = box[3] / rows;
  const wide = reach > 0 ? 2 * reach : across + 2, tall = reach > 0 ? 2 * reach : down + 2;
  const at = {
    x: box[0] + (cell % columns + 0.5) * across - wide / 2,
    y: box[1] + (Math.floor(cell / columns) + 0.5) * down - tall / 2,
    width: wide,
    height: tall,
    rx: reach,
    fill: "none",
    stroke: "currentColor",
    "pointer-events": "none",
  };
  for (const [name, value] of Object.entries(at)) ring.setAttribute(name, String(value));
}
