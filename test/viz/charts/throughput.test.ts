import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { binPosition, countInBins, durationBins, type DurationScale } from "../../../src/viz/kit/duration_bins.ts";
import { viewThroughput } from "../../../src/viz/charts/throughput.ts";
import { tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";

/** Cases of two events whose durations (seconds) are given. */
function timedLog(seconds: readonly number[], regionOf: (c: number) => string = () => "north") {
  return logFromRows(
    seconds.flatMap((duration, c) =>
      [0, duration].map((at, i) => ({
        case: `c${c}`.padStart(6, "0"),
        activity: i === 0 ? "begin" : "end",
        time: new Date(Date.UTC(2026, 0, 1) + c * 60_000 + at * 1000),
        region: regionOf(c),
      }))
    ),
    { name: "orders.csv" },
  );
}

/** Quantiles of an exponential distribution: a long tail without chance. */
const tailed = (n: number, mean: number) => Array.from({ length: n }, (_, i) => -Math.log(1 - (i + 0.5) / n) * mean);

gallery(
  "throughput: linear with overflow",
  () => viewThroughput(timedLog([...tailed(400, 4 * 86400), 90 * 86400, 200 * 86400])),
);
gallery(
  "throughput: bins that grow",
  () => viewThroughput(timedLog([...tailed(200, 300), ...tailed(200, 20 * 86400)])),
);
gallery(
  "throughput: small multiples",
  () =>
    viewThroughput(
      timedLog(tailed(300, 3 * 86400), (c) => ["north", "south", "a region with a very long name"][c % 3]!),
      {
        by: "region",
      },
    ),
);
gallery("throughput: all cases end as they begin", () => viewThroughput(timedLog([0, 0, 0])));

test("every duration falls into the bin whose edges enclose it", () => {
  const { below, next } = random(5);
  for (let round = 0; round < 200; round++) {
    const values = Float64Array.from({ length: 1 + below(80) }, () => next() < 0.1 ? 0 : 10 ** (next() * below(9)));
    const sorted = values.slice().sort();
    for (const scale of ["auto", "linear", "growing"] satisfies DurationScale[]) {
      const bins = durationBins(sorted, 2 + below(40), scale);
      const { edges, overflow } = bins;
      const brute = edges.slice(1).map((edge, i) => values.filter((v) => v >= edges[i]! && v < edge).length);
      if (overflow) brute.push(values.filter((v) => v >= edges.at(-1)!).length);
      expect([...countInBins(values, bins)]).toEqual(brute);
      expect(brute.reduce((sum, n) => sum + n, 0)).toBe(values.length);
      expect(edges.every((edge, i) => i === 0 ? edge === 0 : edge > edges[i - 1]!)).toBe(true);
    }
  }
});

test("positions grow with durations and hit the edges", () => {
  const bins = durationBins(Float64Array.from(tailed(500, 3600)), 20, "growing");
  bins.edges.slice(0, -1).forEach((edge, i) => expect(binPosition(edge, bins)).toBe(i));
  const positions = tailed(500, 3600).map((seconds) => binPosition(seconds, bins));
  expect(positions.every((at, i) => i === 0 || at >= positions[i - 1]!)).toBe(true);
});

test("bins have round widths, about as many as asked for", () => {
  const bins = durationBins(Float64Array.from({ length: 100 }, (_, i) => i * 3600), 24, "linear");
  expect(bins.edges[1]).toBe(6 * 3600);
  expect(bins.edges.length).toBe(18);
});

test("the figures are those of the durations", () => {
  const figure = viewThroughput(timedLog([60, 120, 180, 240, 3600]));
  expect(figure.parts.table.rows).toEqual([["all", 5, 840, 180, 2256, 60, 3600]]);
  expect(figure.parts.alt).toContain("5 cases, median 3 min, 90 % within 37 min 36 s, longest 1 h");
});

test("groups beyond the first are counted, not dropped in silence", () => {
  const figure = viewThroughput(timedLog(tailed(40, 60), (c) => `region ${c % 10}`), { by: "region", top: 3 });
  expect(figure.parts.caption).toContain("7 smaller groups not drawn");
  expect(figure.parts.table.rows.length).toBe(10);
});

test("a column that is not there, and options out of range, are errors that say what to do", () => {
  const log = timedLog([1, 2]);
  expect(() => viewThroughput(log, { by: "regoin" })).toThrow(InputError);
  expect(() => viewThroughput(log, { bins: 1 })).toThrow(
    /Expected bins to be a whole number from 2 to 100 but found 1/,
  );
  expect(() => viewThroughput(log, { scale: "log" as "auto" })).toThrow(
    /"auto" or "linear" or "growing" but found "log"/,
  );
});

test("no cases: a figure that says so", () => {
  expect(viewThroughput(logFromRows([])).toString()).toContain("0 cases");
  expect(viewThroughput(tinyLog("a")).toString()).toContain("1 case");
});

test("two logs of different sizes and the same times give the same bars over one another, on one axis", () => {
  const times = [600, 4000, 4000, 9000, 9000, 9000, 20_000, 50_000];
  const repeated = (n: number) => Array.from({ length: n }, () => times).flat();
  const figure = viewThroughput({ before: timedLog(repeated(300)), after: timedLog(repeated(5)) });
  const svg = figure.toSVG();
  const heights = [...svg.matchAll(/<rect [^>]*\bheight="([\d.]+)"[^>]*>\s*<title>(\w+)\n/g)]
    .map(([, height, log]) => ({ log: log!, height: Number(height) }));
  const of = (name: string) => heights.filter(({ log }) => log === name).map(({ height }) => height);
  expect(of("before").length).toBeGreaterThan(3);
  expect(of("after")).toEqual(of("before"));
  expect(svg).toContain("2,400 cases, median 2 h 30 min");
  expect(svg).toContain("40 cases, median 2 h 30 min");
  // The axis is drawn once, under both.
  expect(svg.match(/>0 s</g)).toHaveLength(1);
  expect(figure.parts.table.rows.map((row) => row.slice(0, 2))).toEqual([["before", 2400], ["after", 40]]);
  expect(figure.toString()).toContain("before: orders.csv: 2,400 cases");
});

test("a common scale: a group whose cases all take the same time stands higher than one whose times differ", () => {
  const log = timedLog(
    Array.from({ length: 40 }, (_, i) => i < 20 ? 3600 : 3600 * (1 + i % 10)),
    (c) => c < 20 ? "same" : "mixed",
  );
  const svg = viewThroughput(log, { by: "region" }).toSVG();
  const highest = (group: string) =>
    Math.max(
      ...[...svg.matchAll(/<rect [^>]*\bheight="([\d.]+)"[^>]*>\s*<title>(\w+)\n/g)].filter(([, , name]) =>
        name === group
      )
        .map(([, height]) => Number(height)),
    );
  expect(highest("same") / highest("mixed")).toBeCloseTo(10, 0);
});

test("several logs and the option by are refused together", () => {
  const log = timedLog([60, 120]);
  expect(() => viewThroughput({ a: log, b: log }, { by: "region" })).toThrow(/several logs or the option by/);
});
