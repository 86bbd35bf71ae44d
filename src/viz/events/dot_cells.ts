/** Events counted in cells of a few pixels, so that a dotted chart of any log has a bounded size. */

export interface EventPlaces {
  /** Events of case c are `offsets[c]` up to, not including, `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  /** Of each event, from 0 at the left to 1 at the right. */
  readonly shares: Float64Array;
  /** Of each case, its place from the top. */
  readonly place: Uint32Array;
  /** Of each event. */
  readonly colour: Uint8Array;
  readonly colours: number;
}

/** Row after row from the top, column after column from the left. */
export interface DotCells {
  readonly columns: number;
  readonly rows: number;
  /** Events in each cell. */
  readonly counts: Uint32Array;
  /** The colour of most events of each cell; of equal ones the first. */
  readonly colour: Uint8Array;
  /** Cells that hold an event. */
  readonly filled: number;
  /** Most events in one of them. */
  readonly most: number;
}

/** Cost: one pass over the events, one over the cells. */
export function countCells(places: EventPlaces, columns: number, rows: number): DotCells {
  const { offsets, shares, place, colour, colours } = places;
  const cases = place.length;
  const byColour = new Uint32Array(columns * rows * colours);
  for (let c = 0; c < cases; c++) {
    const row = Math.floor(place[c]! * rows / cases) * columns;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const column = Math.min(columns - 1, Math.floor(shares[i]! * columns));
      byColour[(row + column) * colours + colour[i]!]!++;
    }
  }
  const counts = new Uint32Array(columns * rows), most = new Uint8Array(columns * rows);
  let filled = 0, highest = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    let sum = 0, best = 0;
    for (let k = 0; k < colours; k++) {
      const own = byColour[cell * colours + k]!;
      sum += own;
      if (own > byColour[cell * colours + best]!) best = k;
    }
    counts[cell] = sum;
    most[cell] = best;
    if (sum > 0) filled++;
    if (sum > highest) highest = sum;
  }
  return { columns, rows, counts, colour: most, filled, most: highest };
}

/** How many steps of strength tell cells of few events from those of many. */
export function levelsOf(most: number): number {
  return Math.min(3, most);
}

/** The step of a count: each spans the same ratio of counts. */
export function levelOf(count: number, most: number, levels = levelsOf(most)): number {
  return levels < 2 ? 0 : Math.min(levels - 1, Math.floor(Math.log(count) / Math.log(most) * levels + 1e-9));
}

/**
 * Paths of the cells of each kind, as long as runs of neighbours allow. One unit is one cell; a stroke one unit wide
 * fills them.
 *
 * @param kindOf the kind of a cell that is not empty.
 */
export function cellPaths(cells: DotCells, kindOf: (cell: number) => number): Map<number, string> {
  const { columns, rows, counts } = cells;
  const pens = new Map<number, { parts: string[]; x: number; y: number }>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns;) {
      const cell = row * columns + column;
      if (counts[cell] === 0) {
        column++;
        continue;
      }
      const kind = kindOf(cell), from = column;
      while (column < columns && counts[row * columns + column]! > 0 && kindOf(row * columns + column) === kind) {
        column++;
      }
      const pen = pens.get(kind);
      if (pen) {
        pen.parts.push(`m${from - pen.x} ${row - pen.y}h${column - from}`);
        [pen.x, pen.y] = [column, row];
      } else pens.set(kind, { parts: [`M${from} ${row}.5h${column - from}`], x: column, y: row });
    }
  }
  return new Map([...pens].map(([kind, { parts }]) => [kind, parts.join("")]));
}
