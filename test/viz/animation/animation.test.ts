import { expect, test } from "vitest";
import { type EventLog, logFromRows, viewAnimation } from "../../../src/mod.ts";
import type { AnimationData } from "../../../src/viz/animation/animation.ts";
import { placeTokens } from "../../../src/viz/animation/token_places.ts";
import { unpackLayout } from "../../../src/viz/map/pack_layout.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";

const HOUR = 3_600_000, BEGIN = Date.UTC(2026, 0, 5);

/** Orders that are checked, sometimes again, and paid; an event takes half an hour. */
function orders(cases: number, seed = 3): EventLog {
  const { below } = random(seed);
  return logFromRows(
    Array.from({ length: cases }, (_, c) => {
      const activities = ["receive", "check", ...(below(3) === 0 ? ["check"] : []), ...(below(5) === 0 ? [] : ["pay"])];
      let at = BEGIN + below(40 * 24) * HOUR;
      return activities.map((activity) => {
        at += (1 + below(48)) * HOUR;
        return { case: `o${c}`, activity, start: new Date(at - HOUR / 2), time: new Date(at) };
      });
    }).flat(),
  );
}

function dataOf(log: EventLog, options = {}): AnimationData {
  return viewAnimation(log, options).parts.data as AnimationData;
}

function dots(path: string): [number, number][] {
  return [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)h0/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

test("at every moment as many cases are under way as the log says", () => {
  const log = orders(60);
  const { tokens, model } = dataOf(log, { activities: 1, paths: 1 });
  const placed = placeTokens(tokens, unpackLayout(model.layouts[0]!));
  const off: string[] = [];
  for (let hour = 12; hour < 40 * 24; hour += 37) {
    const now = BEGIN + hour * HOUR;
    let within = 0;
    for (let c = 0; c < log.cases; c++) {
      const first = log.offsets[c]!, last = log.offsets[c + 1]! - 1;
      if (log.start![first]! <= now && now < log.time[last]!) within++;
    }
    const { path, underWay } = placed.at((now - tokens.since!) / tokens.tick);
    // On the way from the start and to the end tokens are seen shortly before and after.
    const ends = tokens.ticks * tokens.tick * 0.009;
    let nearly = 0;
    for (let c = 0; c < log.cases; c++) {
      const first = log.start![log.offsets[c]!]!, last = log.time[log.offsets[c + 1]! - 1]!;
      if (first - ends <= now && now < last + ends) nearly++;
    }
    if (underWay < within || underWay > nearly || dots(path).length !== underWay) off.push(`${hour}: ${underWay}`);
  }
  expect(off).toEqual([]);
});

test("a token goes from where its arrow begins to its tip, and waits there while the activity lasts", () => {
  const log = logFromRows([
    { case: "1", activity: "a", start: new Date(BEGIN), time: new Date(BEGIN + HOUR) },
    { case: "1", activity: "b", start: new Date(BEGIN + 3 * HOUR), time: new Date(BEGIN + 7 * HOUR) },
  ]);
  const { tokens, model } = dataOf(log);
  const layout = unpackLayout(model.layouts[0]!);
  const { points } = layout.edges.find(({ id }) => model.edges[id]!.from < 2 && model.edges[id]!.to < 2)!;
  const along = (hours: number) => {
    const [[x, y]] = dots(
      placeTokens(tokens, layout).at((BEGIN + hours * HOUR - tokens.since!) / tokens.tick).path,
    ) as [
      [number, number],
    ];
    const [x0, y0] = points, [x1, y1] = points.slice(-2);
    return ((x - x0!) * (x1! - x0!) + (y - y0!) * (y1! - y0!)) / ((x1! - x0!) ** 2 + (y1! - y0!) ** 2);
  };
  expect(along(1.01)).toBeCloseTo(0, 1);
  expect(along(2)).toBeCloseTo(0.5, 1);
  expect(along(2.99)).toBeCloseTo(1, 1);
  // Near the tip, in the crowd of those that wait.
  expect(along(5)).toBeGreaterThan(0.6);
  expect(along(5)).toBe(along(6.5));
});

test("of too many cases a part is shown, taken evenly, and the caption says so; the same log gives the same", () => {
  const log = orders(300);
  const figure = viewAnimation(log, { cases: 50 });
  expect((figure.parts.data as AnimationData).tokens.cases.length).toBe(50);
  expect(figure.parts.caption).toContain("50 of the cases are shown");
  expect(viewAnimation(log, { cases: 50 }).toHTML()).toBe(figure.toHTML());
  const half = (rows: readonly (readonly number[])[], ticks: number) =>
    rows.filter((row) => row[1]! < ticks / 2).length;
  const all = dataOf(log).tokens, part = (figure.parts.data as AnimationData).tokens;
  expect(half(part.cases, part.ticks) / 50).toBeCloseTo(half(all.cases, all.ticks) / 300, 1);
});

test("by the clock of the case all begin at once", () => {
  const { tokens } = dataOf(orders(40), { clock: "case" });
  expect(tokens.since).toBeNull();
  expect(new Set(tokens.cases.map((row) => row[1]!))).toEqual(new Set([0]));
});

test("wrong options and logs without times are refused with what is expected", () => {
  const log = orders(3);
  expect(() => viewAnimation(log, { paths: 2 })).toThrow(/paths to be a share from 0 to 1 but found 2/);
  expect(() => viewAnimation(log, { clock: "wall" as "case" })).toThrow(/"calendar" or "case" but found "wall"/);
  expect(() => viewAnimation(log, { seconds: 1 })).toThrow(/5 to 3600 but found 1/);
  expect(() => viewAnimation(log, { cases: 0 })).toThrow(/cases to be a whole number from 1 to 5000/);
});

test("a log without cases has a map without tokens", () => {
  const figure = viewAnimation(logFromRows([]));
  expect((figure.parts.data as AnimationData).tokens.cases).toEqual([]);
});

gallery("animation: orders at their busiest moment", () => viewAnimation(orders(80)));
