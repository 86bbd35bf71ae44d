import { expect, test } from "vitest";
import { binTimes } from "../../../src/viz/charts/summary_picture.ts";
import { viewSummary } from "../../../src/viz/charts/summary.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { deskLog } from "./interactions.ts";

gallery("summary of an event log", () => viewSummary(randomLog({ seed: 2, cases: 120 })));
gallery("summary of an interaction log", async () => viewSummary(await deskLog({ seed: 3 })));

test("bins of time hold every event once, between round edges", () => {
  const { below, next } = random(6);
  for (let round = 0; round < 200; round++) {
    const span = 10 ** (1 + below(11));
    const times = Float64Array.from({ length: 1 + below(60) }, () => Date.UTC(2026, 0, 5) + Math.floor(next() * span));
    const { edges, counts } = binTimes(times)!;
    const brute = edges.slice(1).map((edge, i) => times.filter((time) => time >= edges[i]! && time < edge).length);
    expect([...counts]).toEqual(brute);
    expect(brute.reduce((sum, n) => sum + n, 0)).toBe(times.length);
    expect(counts.length).toBeLessThan(260);
  }
});

test("the numbers are the log's", () => {
  const text = viewSummary(tinyLog("4× a b c", "1× a c")).toString();
  expect(text).toMatch(/cases +5\nevents +14\nactivities +3\nvariants +2/);
  expect(text).toMatch(/first activity of cases\n +a +5 +100 %/);
});

test("a log without events has a figure", () => {
  expect(viewSummary(logFromRows([])).toString()).toContain("No events.");
});

test("how much one person alone did in an application is not told", async () => {
  const rows = [["timestamp", "user", "application", "action"]];
  const add = (user: number, app: string, times: number) => {
    for (let i = 0; i < times; i++) {
      rows.push([new Date(Date.UTC(2026, 0, 5, 8, 0, 7 * rows.length)).toISOString(), `u${user}`, app, "click"]);
    }
  };
  for (let user = 0; user < 6; user++) {
    add(user, "Mail", 40);
    add(user, "ERP", 30);
    add(user, "Sheet", 11);
  }
  add(0, "Private", 137);
  const { parts } = viewSummary(
    await readInteractions(new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n")), { name: "desk.csv" }),
  );
  const listed = parts.table.rows.map(([what, count]) => [what, count]);
  const drawn = parts.svg.replace(/<style>.*?<\/style>|<[^>]*>/gs, "\n");
  const told = [parts.caption, parts.alt, parts.text, drawn, JSON.stringify(parts.table)].join("\n");
  expect(told).not.toMatch(/Private|\b137\b/);
  // Nor what would be left of all others: another application is not told either.
  const shown = listed.filter(([what]) => String(what).startsWith("applications: "));
  expect(shown).toHaveLength(2);
  for (const [what, count] of shown) {
    expect(Number(count)).toBe(6 * { Mail: 40, ERP: 30, Sheet: 11 }[String(what).slice(14)]!);
  }
  expect(parts.text).toContain("2 applications without figures");
});

test("the example of a finding is not cut, and says nothing of options", () => {
  const { svg } = viewSummary(logFromRows(
    Array.from({ length: 4 }, (_, i) => ({
      case: "10051",
      activity: ["Create invoice and send it", "Pick the goods from the shelf"][i % 2]!,
      start: new Date(Date.UTC(2026, 0, 5, 8, 10 - i)),
      time: new Date(Date.UTC(2026, 0, 5, 9, i)),
    })),
    { name: "orders.csv" },
  )).parts;
  expect(svg).toContain("order of events");
  expect(svg).not.toMatch(/…|orderBy|--order-by/);
  expect(svg).toContain("after it");
});
