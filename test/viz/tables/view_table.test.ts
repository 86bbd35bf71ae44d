import { afterEach, expect, test } from "vitest";
import { parseHTML } from "linkedom";
import * as aq from "arquero";
import {
  activityStatistics,
  discoverInductive,
  logFromRows,
  throughputTimes,
  treeToNet,
  variants,
  viewTable,
} from "../../../src/mod.ts";
import { tableOfRows } from "../../../src/base/typed_table.ts";
import { bundleText } from "../../../src/viz/figure/bundle_once.ts";
import { displaySymbol, type MimeBundle } from "../../../src/viz/figure/display.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import type { Figure } from "../../../src/viz/figure/figure.ts";
import { expectWellFormed, gallery } from "../golden.ts";

const steps = [
  { step: "Check credit", cases: 2310, share: 0.77, low: 0.755, high: 0.785, medianSeconds: 93_600, since: day(3) },
  {
    step: "Ship <goods> & bill",
    cases: 1204,
    share: 0.4013,
    low: 0.384,
    high: 0.419,
    medianSeconds: 5400.5,
    since: day(9),
  },
  { step: "=SUM(A1)", cases: 9, share: 0.003, low: 0.001, high: 0.006, medianSeconds: null, since: null },
];

function day(n: number): Date {
  return new Date(Date.UTC(2026, 2, n));
}

function bodyOf(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

function dataOf(figure: Figure): { columns: unknown[][]; rows: unknown[][]; total: number; title: string } {
  const html = figure.toHTML();
  const call = /\]\("tb-[a-z0-9]+",(\{.*\})\);\}\)\(\)<\/script>/s.exec(html.replace(bundleText("table"), ""))!;
  return JSON.parse(call[1]!);
}

const texts = (root: Element, selector: string) => [...root.querySelectorAll(selector)].map((it) => it.textContent);

afterEach(() => Deno.env.delete("TRACEBOOK_RENDER"));

gallery("table: shares, counts, durations and days", () => viewTable(steps, { title: "Steps" }));
gallery("table: long texts, many columns and more rows than fit", () =>
  viewTable(
    Array.from({ length: 30 }, (_, i) => ({
      id: 1000 + i,
      path: Array.from({ length: 3 + i % 4 }, (_, k) => `step number ${k + 1}`).join(" → "),
      remark: i % 3 === 0 ? null : `said by person ${i}, in many words that go on and on`,
      ...Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`figure${k}`, i * 1000 / (k + 1)])),
    })),
    { rows: 8 },
  ));

test("the first rows stand in the page without a script, in words, with the exact figure behind", () => {
  const root = bodyOf(viewTable(steps, { title: "Steps", caption: "Of one month." }).toHTML({ script: false }))
    .querySelector("figure.tracebook-table")!;
  expect(root.querySelector("figcaption")!.textContent).toBe("StepsOf one month.");
  expect(texts(root, "th")).toEqual(["step", "cases", "share", "low", "high", "median", "since"]);
  expect([...root.querySelectorAll("th")].every((head) => head.getAttribute("scope") === "col")).toBe(true);
  expect(texts(root, "tbody tr:first-child td")).toEqual([
    "Check credit",
    "2,310",
    "77 %",
    "76 %",
    "79 %",
    "1 d 2 h",
    "2026-03-03",
  ]);
  expect([...root.querySelectorAll("tr:nth-child(2) td")].map((cell) => cell.getAttribute("title"))).toEqual(
    [null, null, "0.4013", "0.384", "0.419", "5400.5", null],
  );
  expect(texts(root, "tbody tr:nth-child(3) td").slice(5)).toEqual(["", ""]);
  expect(root.innerHTML).not.toMatch(/<script|<svg|<img/);
  // A bar of the share, none of its bounds.
  const bars = [...root.querySelectorAll("tbody tr:first-child td")].map((td) =>
    /width:(\d+)%/.exec(td.querySelector("div")?.getAttribute("style") ?? "")?.[1]
  );
  expect(bars).toEqual([undefined, "100", "77", undefined, undefined, undefined, undefined]);
});

test("the page is given every row with exact figures, and whatever names say stays text", () => {
  const hostile = "</script><script>alert(1)</script><!-- \u2028";
  const figure = viewTable([{ [hostile]: hostile, n: Infinity }, { [hostile]: "b", n: NaN }, {
    [hostile]: "c",
    n: 1 / 3,
  }], {
    title: hostile,
    units: { n: "number" },
  });
  const html = figure.toHTML();
  expect(html.match(/<\/script/gi)!.length).toBe(1);
  expect(html).not.toContain("<!--");
  const { columns, rows, title } = dataOf(figure);
  expect([columns[0]![0], title]).toEqual([hostile, hostile]);
  expect(rows).toEqual([[hostile, "Infinity"], ["b", "NaN"], ["c", 1 / 3]]);
  expectWellFormed(figure.toSVG());
  expectWellFormed(figure.toHTML({ script: false }));
});

test("more rows than an output holds: as many as fit, and the caption says how many of how many and where the rest is", () => {
  const many = aq.table({
    n: Array.from({ length: 150_000 }, (_, i) => i),
    name: Array.from({ length: 150_000 }, (_, i) => `<row> ${i}`),
  });
  const figure = viewTable(many, { caption: "All of it." });
  const html = figure.toHTML();
  expect(new TextEncoder().encode(html).length - bundleText("table").length).toBeLessThan(outputBytes);
  const { rows, total } = dataOf(figure);
  expect(total).toBe(150_000);
  const told = /^All of it\. The first ([\d,]+) of 150,000 rows are in this page; .*writeCsv\(/.exec(
    figure.parts.caption,
  )!;
  expect(Number(told[1]!.replaceAll(",", ""))).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(1000);
  expect(String(figure)).toContain("149,970 more rows");
});

test("cells of a megabyte, and hundreds of columns, stay within an output", () => {
  const heavy = viewTable([{ a: "x".repeat(1_000_000), b: 1 }, { a: "y", b: 2 }]);
  const wide = viewTable([Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`column ${i}`, `value ${i}`]))]);
  for (const figure of [heavy, wide]) {
    expect(figure.toHTML().length - bundleText("table").length).toBeLessThan(outputBytes);
  }
  expect(wide.parts.caption).toContain("The first 60 of 500 columns");
});

test("units and bars are taken as given", () => {
  const figure = viewTable([{ wait: 120, done: 0.5, n: 3 }, { wait: 60, done: 0.25, n: 6 }], {
    units: { wait: "duration", done: "share" },
    bars: ["n"],
  });
  expect(String(figure)).toContain("2 min  50 %  3");
  expect(dataOf(figure).columns).toEqual([["wait", "wait", "duration", null], ["done", "done", "share", null], [
    "n",
    "n",
    "count",
    6,
  ]]);
  expect(dataOf(viewTable([{ share: 0.5 }], { bars: false })).columns).toEqual([["share", "share", "share", null]]);
});

test("what is wrong is told with what is right", () => {
  expect(() => viewTable(steps, { units: { wait: "duration" } })).toThrow(
    /units to name columns .*step, cases.*"wait"/,
  );
  expect(() => viewTable(steps, { units: { cases: "hours" as "count" } })).toThrow(
    /"cases" to be one of duration, .*"hours"/,
  );
  expect(() => viewTable(steps, { bars: ["wait"] })).toThrow(/bars to name columns .*"wait"/);
  expect(() => viewTable(steps, { rows: 0 })).toThrow(/rows to be a whole number/);
  expect(() => viewTable(Promise.resolve() as never)).toThrow(/found a promise. Write await/);
  expect(() => viewTable([1, 2] as never)).toThrow(/a list of other values/);
  expect(() => viewTable({ table: 1 } as never)).toThrow(/Arquero table or a list of objects but found/);
});

test("a table without rows, or without columns, says so", () => {
  for (const empty of [viewTable([]), viewTable(tableOfRows([], ["a", "b"]))]) {
    expectWellFormed(empty.toSVG());
    expect(dataOf(empty).rows).toEqual([]);
  }
});

test("results and tables that users make show themselves, columns by the names that code needs", () => {
  const log = logFromRows([
    { case: "1", activity: "a", time: "2025-01-01T00:00:00Z", region: "N" },
    { case: "1", activity: "b", time: "2025-01-02T02:00:00Z", region: "N" },
    { case: "2", activity: "a", time: "2025-01-02T02:00:00Z", region: "S" },
  ]);
  const shown = (table: unknown) => (table as Record<typeof displaySymbol, () => MimeBundle>)[displaySymbol]();
  const html = String(shown(variants(log))["text/html"]);
  expect(html).toContain("medianSeconds");
  expect(html).toMatch(/title="93600">1 d 2 h/);
  const made = shown(aq.table({ when: [new Date(0)], big: [9007199254740993n], list: [["a", "b"]], ok: [true] }));
  expect(made["text/plain"]).toMatch(/1970-01-01 +9,007,199,254,740,993 +a, b +true/);
  expect(dataOf(viewTable([{ big: 9007199254740993n }, { big: 5n }])).rows).toEqual([["9007199254740993"], [5]]);
  Deno.env.set("TRACEBOOK_RENDER", "static");
  const still = shown(activityStatistics(log));
  expect(Object.keys(still)).toEqual(["text/html", "image/svg+xml", "text/plain"]);
  expect(still["text/html"]).not.toContain("<script");
});

test("times whose names do not say that they are seconds are durations, filtered and sorted as well", () => {
  const log = logFromRows([
    { case: "1", activity: "a", time: "2025-01-01T00:00:00Z" },
    { case: "1", activity: "b", time: "2025-01-02T02:00:00Z" },
  ]);
  const times = throughputTimes(log);
  expect(String(viewTable(times))).toContain("1 d 2 h");
  expect(String(viewTable(times.filter((row: { cases: number }) => row.cases > 0).orderby("median")))).toContain(
    "1 d 2 h",
  );
  expect(() => viewTable(treeToNet(discoverInductive(log)) as never)).toThrow(/give one of its tables/);
});
