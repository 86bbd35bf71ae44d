import { expect, test } from "vitest";
import { columnNamed, type TextColumn, type TimeColumn } from "../../../src/base/column.ts";
import { readCsvEvents } from "../../support/csv_events.ts";
import { reportCases } from "../../../src/io/report/findings.ts";
import type { Finding, Rule } from "../../../src/io/report/reading_report.ts";
import { eventLogOf } from "../../../src/log/events/read_log.ts";
import { openExport } from "../../../src/log/open_export.ts";
import { bytesOf, randomOf } from "../csv/csv_cases.ts";

/** Findings of a CSV with the columns case, activity, time and any others. */
async function findingsOf(rows: readonly string[], header = "case,activity,time"): Promise<readonly Finding[]> {
  const raw = await readCsvEvents(bytesOf([header, ...rows].join("\n")), { name: "orders.csv" });
  const { codes, dictionary } = columnNamed(raw.events, "case") as TextColumn;
  const time = (columnNamed(raw.events, "time") as TimeColumn).values;
  reportCases({ caseCode: codes, caseNames: dictionary, time, rows: codes.map((_, row) => row), raw });
  return raw.report.findings;
}

async function readLogOf(text: string) {
  const opened = await openExport(bytesOf(text), { name: "orders.csv", as: "events" });
  return eventLogOf(opened, {});
}

async function findingOf(rule: Rule, rows: readonly string[], header?: string): Promise<Finding | undefined> {
  return (await findingsOf(rows, header)).find((finding) => finding.rule === rule);
}

test("rows that are equal in every column are exact duplicates", async () => {
  const rows = [
    "1,a,2025-01-01T10:00Z,5",
    "1,b,2025-01-01T11:00Z,6",
    "1,a,2025-01-01T10:00Z,5",
    "1,a,2025-01-01T10:00Z,7",
  ];
  const header = "case,activity,time,cost";
  expect(await findingOf("exact duplicate", rows, header)).toEqual({
    rule: "exact duplicate",
    count: 1,
    example: "orders.csv, line 4 equals line 2 in every column; both are kept",
  });
  expect(await findingOf("exact duplicate", [rows[0]!, rows[1]!, rows[3]!], header)).toBeUndefined();
});

test("duplicates are as many as counted one by one", async () => {
  const random = randomOf(5);
  for (let run = 0; run < 20; run++) {
    const rows = Array.from(
      { length: 200 },
      () =>
        [random(4), "ab"[random(2)], `2025-01-01T10:0${random(3)}Z`, ["", "1", "2.5"][random(3)], ["", "x"][random(2)]]
          .join(),
    );
    const found = await findingOf("exact duplicate", rows, "case,activity,time,cost,note");
    expect(found?.count ?? 0).toBe(rows.length - new Set(rows).size);
  }
});

test.each(["1970-01-01T00:00Z", "1900-01-01T00:00Z", "2100-01-01T00:00Z", "9999-12-31T00:00Z"])(
  "%s is an impossible time",
  async (time) => {
    expect(await findingOf("impossible time", ["1,a,2025-01-01T10:00Z", `1,b,${time}`])).toEqual({
      rule: "impossible time",
      count: 1,
      example: `orders.csv, line 3: ${new Date(time).toISOString()} is before 1971 or after 2099; the event is kept`,
    });
  },
);

test("an event before an earlier row of its case is out of order; equal times and other cases are not", async () => {
  const rows = ["1,a,2025-01-02T10:00Z", "2,a,2025-01-01T10:00Z", "1,b,2025-01-02T10:00Z", "1,c,2025-01-01T09:00Z"];
  expect(await findingOf("event out of order", rows)).toEqual({
    rule: "event out of order",
    count: 1,
    example: "orders.csv, line 5: 2025-01-01T09:00:00.000Z follows 2025-01-02T10:00:00.000Z of the same case " +
      '"1"; events are sorted by time',
  });
});

test("cases with one event are counted", async () => {
  const rows = ["1,a,2025-01-02T10:00Z", "2,a,2025-01-02T10:00Z", "1,b,2025-01-02T11:00Z", "NA,a,2025-01-02T10:00Z"];
  expect(await findingOf("case with one event", rows)).toEqual({
    rule: "case with one event",
    count: 2,
    example: 'orders.csv, line 3: case "2" has one event',
  });
});

test("case ids that differ only in case or spaces are named", async () => {
  const rows = ["a 1,x,2025-01-02T10:00Z", '"A  1 ",x,2025-01-02T10:00Z', "a2,x,2025-01-02T10:00Z"];
  expect(await findingOf("similar case ids", rows)).toEqual({
    rule: "similar case ids",
    count: 1,
    example: 'orders.csv: "a 1" and "A  1 " differ only in case or spaces; they are kept as two cases',
  });
});

test("a log with nothing odd has no findings", async () => {
  expect(await findingsOf(["1,a,2025-01-01T10:00Z", "1,b,2025-01-01T11:00Z"])).toEqual([]);
});

test("activities that differ only in case, spaces or how a letter is composed are named, and told apart", async () => {
  const found = async (...activities: string[]) => {
    const rows = activities.map((activity, i) => `${i},${activity},2025-01-02T10:00Z`);
    const log = await readLogOf(["case,activity,time", ...rows].join("\n"));
    expect(log.activities.length).toBe(new Set(activities).size);
    return log.source.findings.find(({ rule }) => rule === "similar activities");
  };
  expect(await found("Pay", "pay ", "PAY", "Repay", "Pay")).toEqual({
    rule: "similar activities",
    count: 2,
    example:
      'orders.csv: "PAY" and "Pay" differ only in case, spaces or how a letter is composed; they are kept as two ' +
      "activities",
  });
  // What looks the same is written so that it can be seen.
  expect((await found("Pr\u00fcfen", "Pru\u0308fen"))!.example).toContain('"Pru\\u0308fen" and "Pr\\u00fcfen"');
  expect((await found("a b", "a\u00a0b"))!.example).toContain('"a b" and "a\\u00a0b"');
  expect((await found("send", "se\u200bnd"))!.count).toBe(1);
  expect(await found("Pay", "Repay", "Pay 2")).toBeUndefined();
});
