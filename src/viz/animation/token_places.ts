/** Where the tokens of cases are at a moment. The kernel draws one moment with it, the page all of them. */
import type { Layout } from "../map/layout.ts";
import type { TokenData } from "./token_data.ts";

export interface Tokens {
  /** The dots as the data of one path, for lines with round caps; and how many cases are under way. */
  at(tick: number): { path: string; underWay: number };
  /** Cases under way in the middle of each of so many equal parts of the time. */
  load(parts: number): Int32Array;
}

/** Tokens keep to a lane of their own beside the line, so that they do not hide each other; in pixels. */
const LANES = 9;

export function placeTokens({ ways, cases, ticks }: TokenData, layout: Layout): Tokens {
  const curves = new Map(layout.edges.map(({ id, points }) => [id, curveOf(points)]));
  const size = cases.reduce((sum, row) => sum + row.length - 2, 0) / 2;
  const arrow = new Int32Array(size), leaves = new Float64Array(size), arrives = new Float64Array(size);
  const goesOn = new Float64Array(size), first = new Int32Array(cases.length + 1);
  let s = 0;
  cases.forEach((row, c) => {
    const way = ways[row[0]!]!;
    let now = row[1]!;
    for (let i = 0; i < way.length; i++, s++) {
      arrow[s] = way[i]!;
      leaves[s] = now;
      arrives[s] = now += row[2 + 2 * i]!;
      goesOn[s] = now += row[3 + 2 * i]!;
    }
    first[c + 1] = s;
  });
  const begins = (c: number) => leaves[first[c]!]!, ends = (c: number) => goesOn[first[c + 1]! - 1]!;
  return {
    at(tick) {
      let path = "", underWay = 0;
      for (let c = 0; c < cases.length; c++) {
        if (begins(c) > tick || ends(c) <= tick) continue;
        underWay++;
        let low = first[c]!, high = first[c + 1]! - 1;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (goesOn[middle]! <= tick) low = middle + 1;
          else high = middle;
        }
        const curve = curves.get(arrow[low]!);
        if (!curve) continue;
        const share = tick >= arrives[low]! ? 1 : (tick - leaves[low]!) / (arrives[low]! - leaves[low]!);
        path += dotAt(curve, share, c);
      }
      return { path, underWay };
    },
    load(parts) {
      const counts = new Int32Array(parts);
      for (let c = 0; c < cases.length; c++) {
        const part = (tick: number) => Math.ceil(tick / ticks * parts - 0.5);
        for (let p = Math.max(0, part(begins(c))); p < parts && p < part(ends(c)); p++) counts[p]!++;
      }
      return counts;
    },
  };
}

interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Length up to each point. */
  readonly along: Float64Array;
}

/** Points along a route of Bézier curves and its straight tip. */
function curveOf(points: readonly number[]): Curve {
  const x = [points[0]!], y = [points[1]!];
  for (let i = 0; i + 9 < points.length; i += 6) {
    const at = (k: number) => points[i + k]!;
    const parts = Math.max(2, Math.ceil(Math.hypot(at(6) - at(0), at(7) - at(1)) / 8));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts, u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      x.push(a * at(0) + b * at(2) + c * at(4) + d * at(6));
      y.push(a * at(1) + b * at(3) + c * at(5) + d * at(7));
    }
  }
  x.push(points.at(-2)!);
  y.push(points.at(-1)!);
  const along = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++) along[i] = along[i - 1]! + Math.hypot(x[i]! - x[i - 1]!, y[i]! - y[i - 1]!);
  return { x: Float64Array.from(x), y: Float64Array.from(y), along };
}

/** One that waits before its activity stands at the arrow's tip, with others in a small crowd. */
function dotAt({ x, y, along }: Curve, share: number, c: number): string {
  const last = along.length - 1, waits = share >= 1;
  const lane = (c * 0.6180339887498949 % 1 - 0.5) * LANES;
  const length = along[last]! * share - (waits ? (c * 0.7548776662466927 % 1) * LANES : 0);
  let low = 1, high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (along[middle]! < length) low = middle + 1;
    else high = middle;
  }
  const piece = along[low]! - along[low - 1]! || 1, part = (length - along[low - 1]!) / piece;
  const acrossX = -(y[low]! - y[low - 1]!) / piece, acrossY = (x[low]! - x[low - 1]!) / piece;
  const px = x[low - 1]! + (x[low]! - x[low - 1]!) * part + acrossX * lane;
  const py = y[low - 1]! + (y[low]! - y[low - 1]!) * part + acrossY * lane;
  return `M${Math.round(px * 10) / 10} ${Math.round(py * 10) / 10}h0`;
}
