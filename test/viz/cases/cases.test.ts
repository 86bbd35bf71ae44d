import { expect, test } from "vitest";
import { logFromRows, readLog, throughputTimes, viewCases } from "../../../src/mod.ts";
import { type CaseEvents, unpackCase } from "../../../src/viz/cases/case_data.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import { gallery } from "../golden.ts";

const BEGIN = Date.UTC(2026, 0, 5, 8);

const small = () =>
  logFromRows([
    { case: "7", activity: "receive", time: new Date(BEGIN), resource: "Ada", region: "north" },
    {
      case: "7",
      activity: "answer",
      start: new Date(BEGIN + 60_000),
      time: new Date(BEGIN + 90_500),
      resource: "Ben",
      region: "north",
    },
    { case: "8", activity: "receive", time: new Date(BEGIN + 1000), resource: "Ada", region: "south" },
  ]);

test("a row has the case's events, begin, end, throughput, variant and attributes", () => {
  const { columns, rows, total } = viewCases(small()).parts.table;
  expect(columns).toEqual(["case", "events", "begin", "end", "throughput", "variant", "region"]);
  expect(rows[0]).toEqual(["7", 2, BEGIN, BEGIN + 90_500, 90.5, expect.any(Number), "north"]);
  expect(rows[1]!.slice(0, 5)).toEqual(["8", 1, BEGIN + 1000, BEGIN + 1000, 0]);
  expect(total).toBe(2);
});

test("what the page gets of a case are its events as they are in the log", async () => {
  for (const log of [small(), await readLog("data/order-to-cash.csv")]) {
    const data = viewCases(log).parts.data as CaseEvents;
    const wrong: string[] = [];
    for (let c = 0; c < data.cases.length; c++) {
      unpackCase(data, c).forEach(({ name, time, seconds, resource }, k) => {
        const i = log.offsets[c]! + k;
        const start = log.start?.[i] ?? NaN;
        const expected = Number.isNaN(start) ? NaN : (log.time[i]! - start) / 1000;
        const same = name === log.activities[log.activity[i]!] && Math.abs(time - log.time[i]!) < 1 &&
          Object.is(seconds, expected) && resource === log.resources?.[log.resource![i]!];
        if (!same) wrong.push(`${log.caseIds[c]} ${k}`);
      });
    }
    expect(wrong).toEqual([]);
  }
});

test("throughput is that of throughputTimes; of many cases as many are kept as an output holds, and the caption tells", async () => {
  const log = await readLog("data/order-to-cash.csv");
  const figure = viewCases(log);
  const { rows } = figure.parts.table;
  expect(rows.length).toBeGreaterThan(500);
  expect(figure.parts.caption).toContain(`The first ${rows.length.toLocaleString("en")} of 3,000 cases`);
  expect(new TextEncoder().encode(figure.toHTML().replace(/<script>[^]*?t\["cases@/, "")).length).toBeLessThan(
    outputBytes,
  );
  const [all] = throughputTimes(log).rows();
  const longest = Math.max(...viewCases(log, { attributes: [] }).parts.table.rows.map((row) => row[4] as number));
  expect(longest).toBeLessThanOrEqual((all as unknown as { max: number }).max + 1e-6);
});

test("attributes that the log does not have are named, with those that it has", () => {
  expect(() => viewCases(small(), { attributes: ["regoin"] })).toThrow(/\(.*region.*\) but found "regoin"/);
});

test("without its script a page of rows remains, and in static mode the picture", () => {
  const html = viewCases(small()).toHTML({ script: false });
  expect(html).not.toContain("<script");
  expect(html).toContain("<td");
});

gallery("cases: a page of them", async () => viewCases(await readLog("data/order-to-cash.csv"), { rows: 8 }));
