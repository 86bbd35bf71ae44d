import { expect, test } from "vitest";
import type { BatchEntry } from "../../../src/notebook/batch/batch_entry.ts";
import { batchIndex } from "../../../src/notebook/batch/batch_index.ts";
import { batchFigures } from "../../../src/notebook/batch/figure_series.ts";
import { runFigures } from "../../../src/notebook/run_figures.ts";
import { book, markdown } from "../books.ts";

const DAY = 86_400_000;
const notebook = book(markdown("# Months of a <process>"));

function entry(
  name: string,
  cases: number,
  seconds: number | null,
  period: readonly [number, number] | null,
): BatchEntry {
  return {
    name,
    status: "ok",
    exitCode: 0,
    kept: false,
    seconds: 1,
    parameters: {},
    report: `${name}.html`,
    notebook: `${name}.ipynb`,
    error: null,
    figures: {
      figures: [{ name: "Findings in the data", unit: "count", value: 0 }, {
        name: "Cases",
        unit: "count",
        value: cases,
      }, {
        name: "Median throughput time",
        unit: "seconds",
        value: seconds,
      }],
      period,
      warnings: [],
    },
  };
}
const month = (m: number): [number, number] => [Date.UTC(2026, m, 2), Date.UTC(2026, m, 27)];
const textOf = (html: string) =>
  html.replace(/<style>[^]*?<\/style>/g, "").replace(/<[^>]+>/g, "\n").replace(/\n+/g, "\n");

test("months that follow one another have figures with units, and a trend where it is clear", () => {
  const months = [900, 1100, 1200, 1500, 1600, 1700].map((cases, m) =>
    entry(`m${m + 1}`, cases, [5, 2, 6, 3, 4, 5][m]! * 3600, month(m))
  );
  // Given in another order: the page has that of time.
  const html = batchIndex("nb.ipynb", notebook, [months[3]!, ...months.slice(0, 3), ...months.slice(4)], 6);
  const text = textOf(html);
  expect(text).toMatch(/m1\n *ok\n *2026-01-02\n *to *\n2026-01-27\n900\n5 h\n0\n/);
  expect(text.indexOf("m1\nok")).toBeLessThan(text.indexOf("m4\nok"));
  expect(text).toMatch(/Cases[^]*m1 \n900\n, m6 \n1,700\n; lowest 900, highest 1,700/);
  // Theil–Sen by hand: the median of 15 slopes is 162.5 (from 1,100 to 1,500 in two steps it is 200).
  expect(text).toMatch(/↗ Rises: \+1\d\d from one report to the next\./);
  expect(text).toMatch(/Median throughput time[^]*→ No trend beyond what chance would do\./);
  expect(html.match(/<rect /g)).toHaveLength(12);
  expect(html).toContain("<title>m1: 5 h</title>");
});

test("four months are too few, and the page says so", () => {
  const text = textOf(batchIndex("nb.ipynb", notebook, [1, 2, 3, 4].map((m) => entry(`m${m}`, m, m, month(m))), 4));
  expect(text).toContain("Too few values for a trend: 4 of at least 5.");
  expect(text).not.toMatch(/Rises|Falls/);
});

test("of regions, or reports without a time, no trend is asked for", () => {
  const regions = [1, 2, 3, 4, 5, 6].map((n) => entry(`r${n}`, n, n, [n * DAY, 90 * DAY + n * DAY]));
  expect(batchFigures(regions).inTime).toBe(false);
  const untimed = [1, 2, 3, 4, 5, 6].map((n) => entry(`r${n}`, n, n, null));
  for (const entries of [regions, untimed]) {
    const text = textOf(batchIndex("nb.ipynb", notebook, entries, 6));
    expect(text).toContain("no trend is asked for");
    expect(text).not.toMatch(/Rises|Falls|Too few/);
  }
});

test("a report without a figure has a dash and no bar, one that failed has its error below", () => {
  const failed: BatchEntry = {
    ...entry("bad", 0, 0, null),
    status: "input wrong",
    figures: null,
    error: "x.csv: <no>",
  };
  const html = batchIndex("nb.ipynb", notebook, [entry("a", 10, null, null), failed, entry("b", 20, 60, null)], 3);
  expect(textOf(html)).toMatch(/a\nok\n10\n–\n0\n/);
  expect(html).toContain("x.csv: &lt;no&gt;");
  expect(html.match(/<rect /g)).toHaveLength(3);
  expect(textOf(html)).toContain("2 of 3 reports, 1 failed");
});

test("what reading found counts as a figure; a column that may be missing is a warning", () => {
  const findings = [
    { rule: "missing time", count: 3, example: "x" },
    { rule: "optional column missing", count: 1, example: 'x.csv: column "team" is missing.' },
  ] as const;
  const reading = { name: "x.csv", kind: "events", mapping: {}, findings } as const;
  expect(runFigures([reading], undefined)).toEqual({
    figures: [{ name: "Findings in the data", unit: "count", value: 3 }],
    period: null,
    warnings: ['x.csv: column "team" is missing.'],
  });
  expect(runFigures([], undefined).figures).toEqual([]);
});
