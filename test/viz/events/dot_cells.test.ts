import { expect, test } from "vitest";
import { cellPaths, countCells, levelOf, levelsOf } from "../../../src/viz/events/dot_cells.ts";
import { packCells, unpackCells } from "../../../src/viz/events/grid_data.ts";
import { random } from "../../support/random.ts";

function randomPlaces(seed: number) {
  const { below, next, shuffled } = random(seed);
  const cases = 1 + below(30), colours = 1 + below(5);
  const lengths = Array.from({ length: cases }, () => 1 + below(9));
  const offsets = Int32Array.from([0, ...lengths.map((_, c) => lengths.slice(0, c + 1).reduce((a, b) => a + b, 0))]);
  const events = offsets[cases]!;
  return {
    offsets,
    shares: Float64Array.from({ length: events }, () => [0, 1, next()][below(3)]!),
    place: Uint32Array.from(shuffled(Array.from({ length: cases }, (_, c) => c))),
    colour: Uint8Array.from({ length: events }, () => below(colours)),
    colours,
  };
}

test("each event is counted in the cell where it lies, which has the colour of most", () => {
  for (let seed = 1; seed <= 120; seed++) {
    const places = randomPlaces(seed), { below } = random(seed + 1000);
    const cases = places.place.length, columns = 1 + below(12), rows = 1 + below(cases);
    const cells = countCells(places, columns, rows);
    const brute = Array.from({ length: columns * rows }, () => new Array<number>(places.colours).fill(0));
    for (let c = 0; c < cases; c++) {
      for (let i = places.offsets[c]!; i < places.offsets[c + 1]!; i++) {
        // The row whose span of places holds that of the case; the column whose span of shares holds that of the event.
        let row = 0;
        while ((row + 1) * cases <= places.place[c]! * rows) row++;
        let column = 0;
        while (column < columns - 1 && (column + 1) / columns <= places.shares[i]!) column++;
        brute[row * columns + column]![places.colour[i]!]!++;
      }
    }
    const sums = brute.map((own) => own.reduce((a, b) => a + b, 0));
    expect([...cells.counts]).toEqual(sums);
    expect([...cells.colour]).toEqual(brute.map((own) => own.indexOf(Math.max(...own))));
    expect([cells.filled, cells.most]).toEqual([sums.filter((n) => n > 0).length, Math.max(...sums)]);
  }
});

/** The cells that a path of horizontal strokes covers. */
function covered(d: string, columns: number): number[] {
  let x = 0, y = 0;
  const found: number[] = [];
  for (const [, letter, one, two] of d.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (letter === "h") {
      for (let k = 0; k < Number(one); k++) found.push(Math.floor(y) * columns + x++);
    } else {
      x = Number(one) + (letter === "m" ? x : 0);
      y = Number(two) + (letter === "m" ? y : 0);
    }
  }
  return found;
}

test("paths cover exactly the cells of their kind, and what the page is given says what is in them", () => {
  for (let seed = 1; seed <= 120; seed++) {
    const { below } = random(seed);
    const cells = countCells(randomPlaces(seed), 1 + below(12), 1 + below(4));
    const kind = (cell: number) => cells.colour[cell]! * 3 + levelOf(cells.counts[cell]!, cells.most);
    const paths = cellPaths(cells, kind);
    const filled = Array.from(cells.counts, (_, cell) => cell).filter((cell) => cells.counts[cell]! > 0);
    const drawn = [...paths].flatMap(([k, d]) => covered(d, cells.columns).map((cell) => [cell, k]));
    expect(drawn.sort((a, b) => a[0]! - b[0]!)).toEqual(filled.map((cell) => [cell, kind(cell)]));
    const told = unpackCells(packCells(cells.counts, cells.colour));
    expect([...told]).toEqual(filled.map((cell) => [cell, { count: cells.counts[cell], colour: cells.colour[cell] }]));
  }
});

test("large counts and gaps are told exactly", () => {
  const counts = new Uint32Array(5000);
  [counts[31], counts[32], counts[4999]] = [32, 1_048_577, 4_000_000_000];
  expect([...unpackCells(packCells(counts, new Uint8Array(5000).fill(21)))]).toEqual([
    [31, { count: 32, colour: 21 }],
    [32, { count: 1_048_577, colour: 21 }],
    [4999, { count: 4_000_000_000, colour: 21 }],
  ]);
});

test("steps of strength grow with the count, from the first to the last", () => {
  for (const most of [1, 2, 3, 4, 27, 1000, 5_000_000]) {
    const levels = Array.from({ length: Math.min(most, 2000) }, (_, i) => levelOf(i + 1, most));
    expect(levels.every((level, i) => i === 0 ? level === 0 : level >= levels[i - 1]!)).toBe(true);
    expect(levelOf(most, most)).toBe(levelsOf(most) - 1);
  }
});
