/** Cells of a dotted chart as marks: round dots, or filled rectangles. */
import type { Markup } from "../kit/markup.ts";
import { mark, rounded } from "../kit/svg.ts";
import { cellPaths, type DotCells, levelOf } from "./dot_cells.ts";

export interface ShownCells {
  readonly cells: DotCells;
  /** Steps of strength that tell few events from many, 1 to 3. */
  readonly levels: number;
  /** Colours by their index. */
  readonly inks: readonly string[];
  /** Round dots of one size instead of filled cells. */
  readonly round: boolean;
}

export interface DrawnCells {
  readonly marks: readonly Markup[];
  /** Opacity of each step of strength. */
  readonly strengths: readonly number[];
}

/** By how many steps there are. */
const FILLED = [[1], [0.9], [0.65, 1], [0.58, 0.79, 1]];
/** Round dots are small and stand alone. */
const ROUND = [[1], [1], [0.8, 1], [0.75, 0.88, 1]];

/** A path for each colour and strength, in a plot of so many pixels. */
export function drawCells({ cells, levels, inks, round }: ShownCells, width: number, height: number): DrawnCells {
  const strengths = (round ? ROUND : FILLED)[levels]!;
  const kindOf = (cell: number) => cells.colour[cell]! * levels + levelOf(cells.counts[cell]!, cells.most, levels);
  const paths = round ? roundPaths(cells, kindOf, width, height) : cellPaths(cells, kindOf);
  const shape = round
    ? { "stroke-width": Math.max(4.5, Math.min(9, height / cells.rows * 0.64)), "stroke-linecap": "round" }
    : { transform: `scale(${fourDecimals(width / cells.columns)},${fourDecimals(height / cells.rows)})` };
  const marks = [...paths].sort(([a], [b]) => a - b).map(([kind, d]) =>
    mark("path", {
      d,
      ...shape,
      stroke: inks[Math.floor(kind / levels)],
      "stroke-opacity": strengths[kind % levels],
      fill: "none",
    })
  );
  return { marks, strengths };
}

function roundPaths(
  { columns, rows, counts }: DotCells,
  kindOf: (cell: number) => number,
  width: number,
  height: number,
): Map<number, string> {
  const paths = new Map<number, string>();
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    const x = (cell % columns + 0.5) / columns * width, y = (Math.floor(cell / columns) + 0.5) / rows * height;
    const kind = kindOf(cell);
    paths.set(kind, `${paths.get(kind) ?? ""}M${rounded(x)} ${rounded(y)}h0`);
  }
  return paths;
}

/** Over some hundred cells two decimals would be off by pixels. */
function fourDecimals(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
