/** Times that are text mean the same in every format, with the same options. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { literal } from "../../src/base/sql_text.ts";
import { type NativeDatabase, openNative } from "../../src/db/native.ts";
import { readLog, type ReadLogOptions } from "../../src/log/events/read_log.ts";
import { interactionsFromRows, logFromRows } from "../../src/log/from_rows.ts";
import { messageOf } from "../io/csv/csv_cases.ts";

let folder: string, database: NativeDatabase, files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-"));
  database = await openNative();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

type Outcome = { readonly times: string[]; readonly starts: string[]; readonly rules: string[] } | string;

const HEADER = "case_id,activity,timestamp,start_time";

/** One case; each row is a time, or a start and a time. */
const WRITERS: Record<string, (rows: readonly string[][]) => Promise<string>> = {
  csv: (rows) => written(".csv", csvOf(rows)),
  xes: (rows) => {
    const events = rows.map(([time, start], i) =>
      `<event><string key="concept:name" value="${"abcdefgh"[i]}"/><string key="time:timestamp" value="${time}"/>` +
      `${start ? `<string key="start_time" value="${start}"/>` : ""}</event>`
    );
    return written(".xes", `<log><trace><string key="concept:name" value="1"/>${events.join("\n")}</trace></log>`);
  },
  parquet: async (rows) => {
    const csv = await written(".csv", csvOf(rows)), path = join(folder, `${files++}.parquet`);
    await database.query(
      `COPY (SELECT * FROM read_csv(${literal(csv)}, all_varchar = true)) TO ${literal(path)} (FORMAT parquet)`,
    );
    return path;
  },
  duckdb: async (rows) => {
    const csv = await written(".csv", csvOf(rows)), path = join(folder, `${files++}.duckdb`);
    await database.query(`ATTACH ${literal(path)} AS made`);
    await database.query(`CREATE TABLE made.log AS SELECT * FROM read_csv(${literal(csv)}, all_varchar = true)`);
    await database.query("DETACH made");
    return path;
  },
};

function csvOf(rows: readonly string[][]): string {
  const quoted = rows.map(([time, start = ""], i) => `1,${"abcdefgh"[i]},"${time}","${start}"`);
  return [HEADER, ...quoted].join("\n") + "\n";
}

async function written(extension: string, text: string): Promise<string> {
  const path = join(folder, `${files++}${extension}`);
  await writeFile(path, text);
  return path;
}

async function outcomeOf(path: string, options: ReadLogOptions, withStart: boolean): Promise<Outcome> {
  const mapping = withStart ? { mapping: { start: "start_time" } } : {};
  try {
    const log = await readLog(path, { ...options, ...mapping });
    return {
      times: [...log.time].map((ms) => new Date(ms).toISOString()),
      starts: withStart ? [...log.start!].map((ms) => new Date(ms).toISOString()) : [],
      rules: log.source.findings.map(({ rule }) => rule).filter((rule) => /time|date/.test(rule)).sort(),
    };
  } catch (error) {
    const { message } = error as Error;
    return message.slice(message.indexOf(": ")).replace(/ \(as in line \d+\)| \(as in row \d+\)/, "");
  }
}

const KINDS: [name: string, rows: string[][], options: ReadLogOptions, expected: Outcome | RegExp][] = [
  ["year first with slashes", [["2019/11/03 01:11:19.000"], ["2019/11/03 08:11"]], {}, {
    times: ["2019-11-03T01:11:19.000Z", "2019-11-03T08:11:00.000Z"],
    starts: [],
    rules: ["time zone assumed"],
  }],
  ["day first", [["03/04/2025 10:00"], ["31/04/2025"], ["30/04/2025 10:00"]], {}, {
    times: ["2025-04-03T10:00:00.000Z", "2025-04-30T10:00:00.000Z"],
    starts: [],
    rules: ["date order", "missing time", "time zone assumed", "unreadable time"],
  }],
  ["day or month first", [["03/04/2025 10:00"], ["04/04/2025 11:00"]], {}, /order of day and month.*--date-order dmy/],
  ["day or month first, given", [["03/04/2025 10:00"], ["04/05/2025 11:00"]], { dateOrder: "mdy" }, {
    times: ["2025-03-04T10:00:00.000Z", "2025-04-05T11:00:00.000Z"],
    starts: [],
    rules: ["date order", "time zone assumed"],
  }],
  ["ISO without a zone", [["2025-07-01 10:00:00"], ["2025-07-01T11:00:00+02:00"]], { timeZone: "America/New_York" }, {
    times: ["2025-07-01T09:00:00.000Z", "2025-07-01T14:00:00.000Z"],
    starts: [],
    rules: ["time zone assumed"],
  }],
  ["epoch seconds with a decimal comma", [["1719820800,25"], ["1719828000,75"]], {}, {
    times: ["2024-07-01T08:00:00.250Z", "2024-07-01T10:00:00.750Z"],
    starts: [],
    rules: [],
  }],
  ["spreadsheet days with a decimal comma", [["45292,375"], ["45293"], ["45293,5"]], {}, {
    times: ["2024-01-01T09:00:00.000Z", "2024-01-02T00:00:00.000Z", "2024-01-02T12:00:00.000Z"],
    starts: [],
    rules: ["time zone assumed"],
  }],
  ["an hour that occurs twice", [["2024-10-27 02:50"], ["2024-10-27 02:10"], ["2024-10-27 03:05"]], {
    timeZone: "Europe/Berlin",
  }, {
    times: ["2024-10-27T00:50:00.000Z", "2024-10-27T01:10:00.000Z", "2024-10-27T02:05:00.000Z"],
    starts: [],
    rules: ["time occurs twice", "time zone assumed"],
  }],
  ["an hour that never occurs", [["2024-03-31 02:30"], ["2024-03-31 03:15"]], { timeZone: "Europe/Berlin" }, {
    times: ["2024-03-31T00:30:00.000Z", "2024-03-31T01:15:00.000Z"],
    starts: [],
    rules: ["time never occurs", "time zone assumed"],
  }],
  ["a start", [["01.02.2024 10:00", "01.02.2024 09:00"], ["13.02.2024 10:00", "12.02.2024 09:00"]], {}, {
    times: ["2024-02-01T10:00:00.000Z", "2024-02-13T10:00:00.000Z"],
    starts: ["2024-02-01T09:00:00.000Z", "2024-02-12T09:00:00.000Z"],
    rules: ["date order", "time zone assumed"],
  }],
  ["minutes and seconds only", [["38:12.4"], ["45:10.0"]], {}, /minutes and seconds only: Excel dropped the date/],
  ["minutes and seconds, with a comma", [["38:12,4"], ["45:10,0"]], {}, /Excel dropped the date \(format mm:ss.0\)/],
  ["a column too narrow", [["########"], ["########"]], {}, /Widen the column/],
  ["nothing like a time", [["soon"], ["later"]], {}, /nothing in the column is a time.*--timestamp COLUMN/],
];

describe.each(Object.keys(WRITERS))("%s", (format) => {
  test.each(KINDS)("%s", async (_, rows, options, expected) => {
    const path = await WRITERS[format]!(rows);
    const outcome = await outcomeOf(path, options, rows.some((row) => row.length > 1));
    if (expected instanceof RegExp) expect(outcome).toMatch(expected);
    else expect(outcome).toEqual(expected);
  });
});

describe("typed times without a zone", () => {
  test("of Parquet are taken in the zone given, their order deciding doubtful hours", async () => {
    const path = join(folder, `${files++}.parquet`);
    const rows = ["01:50", "02:50", "02:10", "03:05"].map((clock, i) =>
      `('1', '${"abcd"[i]}', TIMESTAMP '2024-10-27 ${clock}:00')`
    );
    await database.query(
      `COPY (SELECT * FROM (VALUES ${rows.join(", ")}) t(case_id, activity, "timestamp")) TO ${literal(path)} ` +
        "(FORMAT parquet)",
    );
    const log = await readLog(path, { timeZone: "Europe/Berlin" });
    expect([...log.time].map((ms) => new Date(ms).toISOString().slice(11, 16)))
      .toEqual(["23:50", "00:50", "01:10", "02:05"]);
    expect(log.source.findings.find(({ rule }) => rule === "time occurs twice")?.count).toBe(2);
    expect(log.source.findings.some(({ rule }) => rule === "event out of order")).toBe(false);
  });

  test("of XES are taken in the zone given, those of traces too", async () => {
    const event = (name: string, clock: string) =>
      `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${clock}"/></event>`;
    const path = await written(
      ".xes",
      `<log><trace><string key="concept:name" value="1"/><date key="opened" value="2024-07-01T10:00:00"/>` +
        event("a", "2024-10-27T02:50:00") + event("b", "2024-10-27T02:10:00.000") +
        event("c", "2024-10-27T02:20:00.000Z") + "</trace></log>",
    );
    const log = await readLog(path, { timeZone: "Europe/Berlin" });
    expect([...log.time].map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual(["00:50", "01:10", "02:20"]);
    expect(await log.sql(`SELECT DISTINCT "case:opened"::VARCHAR AS t FROM events`).then((r) => JSON.stringify(r)))
      .toMatch(/2024-07-01 08:00/);
    expect(log.source.findings.find(({ rule }) => rule === "time zone assumed")).toEqual({
      rule: "time zone assumed",
      count: 3,
      example: expect.stringMatching(/"2024-07-01T10:00:00" has no zone; read as Europe\/Berlin$/),
    });
  });

  test("of XES: what is no ISO 8601 beside what is", async () => {
    const event = (type: string, text: string) =>
      `<event><string key="concept:name" value="a"/><${type} key="time:timestamp" value="${text}"/></event>`;
    const path = await written(
      ".xes",
      `<log><trace><string key="concept:name" value="1"/>${event("date", "2024-01-01T00:00:00Z")}` +
        `${event("string", "13.02.2024 10:00")}${event("date", "never")}</trace></log>`,
    );
    const log = await readLog(path);
    expect([...log.time]).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 1, 13, 10)]);
    const count = (rule: string) => log.source.findings.find((one) => one.rule === rule)?.count;
    expect([count("unreadable time"), count("row left out")]).toEqual([1, 1]);
  });
});

describe("rows in memory", () => {
  const at = Date.UTC(2024, 0, 1, 8), later = at + 3_600_000;
  const rows = (property: string, times: readonly unknown[]) =>
    times.map((time, i) => ({ case: "1", activity: "ab"[i], [property]: time }));

  test.each<[string, readonly unknown[]]>([
    ["dates", [new Date(at), new Date(later)]],
    ["epoch milliseconds", [at, later]],
    ["epoch seconds", [at / 1000, later / 1000]],
    ["epoch nanoseconds", [BigInt(at) * 1_000_000n, BigInt(later) * 1_000_000n]],
    ["instants", [Temporal.Instant.fromEpochMilliseconds(at), Temporal.Instant.fromEpochMilliseconds(later)]],
    [
      "times with a zone",
      [at, later].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Asia/Tokyo")),
    ],
    ["times without a zone", [
      Temporal.PlainDateTime.from("2024-01-01T08:00"),
      Temporal.PlainDateTime.from("2024-01-01T09:00"),
    ]],
    ["ISO 8601", ["2024-01-01T08:00:00Z", "2024-01-01 10:00+01:00"]],
    ["German dates", ["01.01.2024 08:00", "01.01.2024 09:00"]],
  ])("%s", (_, times) => {
    expect([...logFromRows(rows("time", times)).time]).toEqual([at, later]);
    expect([...logFromRows(rows("timestamp", times)).time]).toEqual([at, later]);
    const clicks = times.map((time) => ({ time, user: "u", app: "Mail", action: "click" }));
    expect([...interactionsFromRows(clicks).time]).toEqual([at, later]);
  });

  test("start and resource are taken where they are named so, or given", () => {
    const given = [{ id: "1", step: "a", at: new Date(at), start: new Date(at - 1000), user: "Ada", resource: "Bo" }];
    const log = logFromRows(given, { mapping: { case: "id", activity: "step", timestamp: "at" } });
    expect([log.start, log.resources]).toEqual([undefined, undefined]);
    const inferred = logFromRows([{ case: "1", activity: "a", timestamp: at, start: at - 1000, resource: "Bo" }]);
    expect([[...inferred.start!], inferred.resources]).toEqual([[at - 1000], ["Bo"]]);
  });

  test("errors name properties and options", () => {
    const message = (make: () => unknown) => {
      try {
        make();
      } catch (error) {
        return (error as Error).message;
      }
      return "no error";
    };
    expect(message(() => logFromRows([{ case: "1", activity: "a", tme: "x" }])))
      .toBe(
        'rows: expected a property "time" for the timestamp but found "case", "activity", "tme". Did you mean "tme"? ' +
          'Give mapping: { timestamp: "PROPERTY", … }.',
      );
    expect(message(() => logFromRows(rows("time", ["01/02/2024", "03/02/2024"])))).toMatch(/Give dateOrder: "dmy" if/);
    expect(message(() => logFromRows(rows("time", ["soon", "late"])))).toMatch(
      /mapping: \{ timestamp: "PROPERTY", … \}/,
    );
    expect(message(() => logFromRows(rows("time", [new Date(NaN), null])))).toMatch(/none of the 2 rows can be one/);
    expect(message(() => logFromRows(rows("time", [true, false])))).toMatch(/expected times but found true/);
  });

  test("no rows are an empty log, as ever", () => expect(logFromRows([]).events).toBe(0));
});

test("a log that loses all its events is an error that says why", async () => {
  const path = await written(".csv", "case,activity,timestamp\n1,a,\n,b,2024-01-01\n3,,2024-01-01\n");
  expect(await messageOf(() => readLog(path))).toBe(
    `InputError: ${path.split("/").at(-1)}: expected events but none of the 3 rows can be one: 1 without case ` +
      '(column "case"), 1 without activity (column "activity"), 1 without timestamp (column "timestamp"). ' +
      "Name other columns in the mapping (--case, --activity, --timestamp).",
  );
});

test("interactions: the order of a user's rows tells which of two equal hours is meant", () => {
  const rows = ["02:50", "02:10", "02:20"].map((clock, i) => ({
    time: `2024-10-27 ${clock}`,
    user: i === 2 ? "v" : "u",
    app: "Mail",
    action: "click",
  }));
  const log = interactionsFromRows(rows, { timeZone: "Europe/Berlin" });
  expect([...log.time].map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual(["00:50", "01:10", "00:20"]);
  expect(log.source.findings.some(({ rule }) => rule === "event out of order")).toBe(false);
});

test("digits that a spreadsheet dropped from an epoch are told", async () => {
  const path = await written(".csv", "case;activity;timestamp\n1;a;1,71982E+12\n1;b;1,71983E+12\n");
  const log = await readLog(path);
  expect(log.source.findings.find(({ rule }) => rule === "digits lost")).toEqual({
    rule: "digits lost",
    count: 2,
    example: expect.stringMatching(/"1,71982E\+12" is in scientific notation.* only to 10,000 seconds/),
  });
});
