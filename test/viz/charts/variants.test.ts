import { expect, test } from "vitest";
import { traceVariants } from "../../../src/mining/variants.ts";
import type { VariantsViewData } from "../../../src/viz/charts/variants.ts";
import { viewVariants } from "../../../src/viz/charts/variants.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { gallery } from "../golden.ts";

gallery("variants: three, with a loop", () => viewVariants(tinyLog("40× a b c d", "12× a b b b c d", "3× a c")));

gallery("variants: long names, and a trace too long for a line", () => {
  const names: Record<string, string> = {
    r: "Confirmation of receipt",
    c: "T02 Check confirmation of receipt",
    d: "T04 Determine confirmation of receipt",
    p: "T05 Print and send confirmation of receipt",
    s: "T06 Determine necessity of stop advice",
  };
  const rows = ["7× r c d p s", "2× r s c d p", "1× r"].flatMap((text) => {
    const [times, path] = text.split("× ") as [string, string];
    return Array.from({ length: Number(times) }, () => path.split(" "));
  }).concat([Array.from({ length: 40 }, (_, i) => "cdps"[i % 4]!)]).flatMap((trace, c) =>
    trace.map((step, i) => ({
      case: `${c}`.padStart(2, "0"),
      activity: names[step]!,
      time: new Date(Date.UTC(2026, 0, 1 + c) + i * 60_000),
    }))
  );
  return viewVariants(logFromRows(rows, { name: "permits.csv" }), { top: 4 });
});

test("rows say what the variants are: cases, shares and steps add up to the log's", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const log = randomLog({ seed, cases: 60, activities: 3 });
    const { sequences, counts } = traceVariants(log);
    const { picture } = viewVariants(log, { top: 200 }).parts.data as VariantsViewData;
    expect(picture.variants).toBe(sequences.length);
    expect(picture.rows.length).toBe(sequences.length);
    picture.rows.forEach((row, v) => {
      const steps = row.steps.flatMap(([activity, times]) => Array(times).fill(picture.activities[activity]!.name));
      expect(steps).toEqual(Array.from(sequences[v]!, (a) => log.activities[a]));
      expect(row.share).toBe(counts[v]! / log.cases);
      row.steps.forEach(([activity], i) => expect(activity).not.toBe(row.steps[i - 1]?.[0]));
    });
    expect(picture.rows.at(-1)!.coveredText).toBe("100 %");
  }
});

test("the still picture shows no more than asked for, the page gets more", () => {
  const log = randomLog({ seed: 4, cases: 300, activities: 6 });
  const figure = viewVariants(log, { top: 5 });
  expect(figure.toSVG().match(/data-variant/g)!.length).toBe(5);
  expect((figure.parts.data as VariantsViewData).picture.rows.length).toBe(100);
  expect(figure.toHTML().length).toBeLessThan(300_000);
});

test("very long traces stay within what an output may weigh", () => {
  const traces = Array.from(
    { length: 30 },
    (_, c) => Array.from({ length: 900 }, (_, i) => "abcdefg"[(i * (c + 1)) % 7]),
  );
  const figure = viewVariants(tinyLog(...traces.map((trace) => trace.join(" "))), { top: 30 });
  expect(figure.toSVG()).toMatch(/… \d+ more/);
  expect(figure.toHTML().length).toBeLessThan(300_000);
});

test("a log without cases has a figure that says so", () => {
  const figure = viewVariants(logFromRows([]));
  expect(figure.toString()).toContain("0 cases");
  expect(figure.parts.alt).toBe("No cases, so no variants.");
});

test("an option out of range is an error that names it", () => {
  for (const top of [0, -1, 1.5, NaN]) {
    expect(() => viewVariants(tinyLog("a"), { top })).toThrow(
      /Expected top to be a whole number from 1 to 200 but found/,
    );
  }
});
