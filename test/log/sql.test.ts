import { afterAll, describe, expect, test, vi } from "vitest";
import type { Column } from "../../src/base/column.ts";
import { InputError } from "../../src/base/errors.ts";
import { EventLog } from "../../src/log/events/event_log.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { openLogDatabase } from "../../src/log/events/log_database.ts";
import { randomRows, traces } from "../support/logs.ts";

const MAPPING = { case: "case", activity: "activity", timestamp: "time" };

/** The same log over a database of that driver. */
function servedBy(driver: string, log: EventLog, more: Partial<EventLog["source"]> = {}): EventLog {
  const source = { ...log.source, ...more };
  return new EventLog(log, { ...source, database: openLogDatabase(source, { driver }) }, log.filters);
}

/** A log of some cases of another, put together by hand. */
function part(log: EventLog, cases: readonly number[]): EventLog {
  const events = cases.flatMap((c) =>
    Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => log.offsets[c]! + k)
  );
  const offsets = [0];
  for (const c of cases) offsets.push(offsets.at(-1)! + log.offsets[c + 1]! - log.offsets[c]!);
  return new EventLog(
    {
      offsets: Int32Array.from(offsets),
      caseIds: cases.map((c) => log.caseIds[c]!),
      activity: Int32Array.from(events, (i) => log.activity[i]!),
      activities: log.activities,
      time: Float64Array.from(events, (i) => log.time[i]!),
      rows: Int32Array.from(events, (i) => log.rows[i]!),
      ...(log.start ? { start: Float64Array.from(events, (i) => log.start![i]!) } : {}),
      ...(log.resource
        ? { resource: Int32Array.from(events, (i) => log.resource![i]!), resources: log.resources! }
        : {}),
    },
    log.source,
    [...log.filters, "some cases"],
  );
}

describe.each(["wasm", "native"] as const)("log.sql with the %s driver", (driver) => {
  const rows = randomRows({ seed: 11, cases: 60, intervals: true });
  const mapping = { ...MAPPING, resource: "resource", start: "start" };
  const log = servedBy(driver, logFromRows(rows, { mapping }));
  afterAll(() => log.source.database.close());

  test("`events` are the log's events, in order of case and position", async () => {
    expect(log.driver).toBe(driver);
    const events = await log.sql("SELECT * FROM events");
    expect(events.columnNames()).toEqual(
      ["case_id", "activity", "timestamp", "start_timestamp", "resource", "position", "amount"],
    );
    const found = (await log.sql("SELECT case_id, activity, timestamp, start_timestamp, position FROM events"))
      .objects();
    const key = (row: Record<string, unknown>) => `${row["case_id"]} ${String(row["position"]).padStart(3, "0")}`;
    const sort = (all: Record<string, unknown>[]) => all.sort((a, b) => key(a) < key(b) ? -1 : 1);
    const expected = traces(log).flatMap(({ id, events }) =>
      events.map((event, i) => ({
        case_id: id,
        activity: event.activity,
        timestamp: new Date(event.time),
        start_timestamp: event.start === undefined ? null : new Date(event.start),
        position: i + 1,
      }))
    );
    expect(sort(found as Record<string, unknown>[])).toEqual(sort(expected));
  }, 60_000);

  test("attributes are those of each event's own row", async () => {
    const amount = log.attribute("amount") as Column & { values: Float64Array };
    const result = await log.sql("SELECT activity, amount FROM events ORDER BY case_id, position");
    const expected = log.caseIds.map((id, c) => ({ id, c })).sort((a, b) => a.id < b.id ? -1 : 1).flatMap(({ c }) =>
      Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => amount.values[log.offsets[c]! + k]!)
    );
    expect(result.array("amount")).toEqual(expected);
  });

  test("`cases` have their size, begin, end and duration", async () => {
    const found = await log.sql("SELECT * FROM cases ORDER BY case_id");
    const expected = traces(log).sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, events }) => {
      const started = Math.min(...events.map((event) => Math.min(event.time, event.start ?? Infinity)));
      const ended = Math.max(...events.map((event) => event.time));
      return {
        case_id: id,
        events: events.length,
        started: new Date(started),
        ended: new Date(ended),
        duration_seconds: (ended - started) / 1000,
      };
    });
    expect(found.objects()).toEqual(expected);
  });

  test("a filtered log shows its own events and cases, and the whole source", async () => {
    const some = part(log, [3, 7, 8]);
    expect((await some.sql("SELECT DISTINCT case_id FROM events ORDER BY ALL")).array("case_id")).toEqual(
      [3, 7, 8].map((c) => log.caseIds[c]!).sort(),
    );
    expect((await some.sql("SELECT count(*) AS n FROM cases")).object()).toEqual({ n: 3 });
    expect((await some.sql("SELECT count(*) AS n FROM source")).object()).toEqual({ n: log.source.events.rows });
    expect((await log.sql("SELECT count(*) AS n FROM cases")).object()).toEqual({ n: log.cases });
  });

  test("queries on several logs at once do not mix", async () => {
    const logs = Array.from(
      { length: 12 },
      (_, k) => part(log, Array.from({ length: k + 1 }, (_, c) => (c * 5 + k) % log.cases)),
    );
    const answers = await Promise.all(
      logs.flatMap((one) => [
        one.sql("SELECT count(*) AS n FROM cases"),
        one.sql("SELECT count(*) AS n FROM events"),
        one.sql("SELECT count(*) AS n FROM source"),
      ]),
    );
    expect(answers.map((answer) => (answer.object() as { n: number }).n)).toEqual(
      logs.flatMap((one) => [one.cases, one.events, log.source.events.rows]),
    );
  });

  test("a failing query leaves the next ones unharmed", async () => {
    const failing = log.sql("SELECT nothing FROM nowhere");
    const next = log.sql("SELECT count(*) AS n FROM events");
    await expect(failing).rejects.toThrow(InputError);
    expect((await next).object()).toEqual({ n: log.events });
  });

  test("a query that drops a view harms itself only", async () => {
    await log.sql("DROP VIEW events; DROP VIEW cases");
    expect((await log.sql("SELECT count(*) AS n FROM events")).object()).toEqual({ n: log.events });
  });

  test("tables that a query makes are there for the next", async () => {
    await log.sql("CREATE TEMP TABLE mine AS SELECT activity, count(*) AS n FROM events GROUP BY activity");
    expect((await log.sql("SELECT sum(n)::BIGINT AS n FROM mine")).object()).toEqual({ n: log.events });
  });

  test("values in a template stay values", async () => {
    const name = log.activities[0]!;
    const expected = Array.from(log.activity).filter((code) => code === 0).length;
    expect((await log.sql`SELECT count(*) AS n FROM events WHERE activity = ${name}`).object()).toEqual({
      n: expected,
    });
    const evil = "x'; DROP VIEW events; --";
    const echoed = await log.sql`SELECT ${evil} AS a, ${1 - 2.5} AS b, 1 -${-1} AS c, ${true} AS d, ${null} AS e,
      ${new Date("2026-01-05T09:00:00.250Z")} AS f, ${[1, 2]} AS g, ${NaN} AS h, ${2n ** 60n} AS i, ${["a'b"]} AS j`;
    expect(echoed.object()).toEqual({
      a: evil,
      b: -1.5,
      c: 2,
      d: true,
      e: null,
      f: new Date("2026-01-05T09:00:00.250Z"),
      g: [1, 2],
      h: NaN,
      i: 2n ** 60n,
      j: ["a'b"],
    });
    await expect(log.sql`SELECT ${{}}`).rejects.toThrow("found an object");
  });

  test("an empty query is an error", async () => {
    await expect(log.sql("  ")).rejects.toThrow(InputError);
    await expect(log.sql("SELECT ?", 1)).rejects.toThrow(InputError);
  });

  test("attributes of a case are in `cases` if they are constant within each, under distinct names", async () => {
    const attributes = servedBy(
      driver,
      logFromRows([
        { case: "1", activity: "a", time: new Date(0), Region: "north", "case:size": 3, Events: 7, mixed: "x" },
        { case: "1", activity: "b", time: new Date(1), Region: null, "case:size": 3, Events: 7, mixed: "y" },
        { case: "2", activity: "a", time: new Date(2), Region: "south", "case:size": null, Events: 8, mixed: "x" },
        { case: "2", activity: "A", time: new Date(3), Region: "south", "case:size": 4, Events: 8, mixed: "x" },
      ]),
    );
    expect((await attributes.sql("SELECT * EXCLUDE (started, ended) FROM cases ORDER BY case_id")).objects()).toEqual([
      { case_id: "1", events: 2, duration_seconds: 0.001, Region: "north", "case:size": 3, Events_1: 7 },
      { case_id: "2", events: 2, duration_seconds: 0.001, Region: "south", "case:size": 4, Events_1: 8 },
    ]);
    expect((await part(attributes, [0]).sql("SELECT * FROM cases")).columnNames()).not.toContain("mixed");
    expect((await attributes.sql("SELECT * FROM source")).columnNames()).toEqual(
      ["case", "activity", "time", "Region", "case:size", "Events", "mixed"],
    );
    await attributes.source.database.close();
  });

  test("attributes of traces are joined to events and cases", async () => {
    const plain = logFromRows([
      { case: "1", activity: "a", time: new Date(0) },
      { case: "2", activity: "a", time: new Date(2) },
      { case: "1", activity: "b", time: new Date(1) },
    ]);
    const table = {
      rows: 2,
      columns: [
        { kind: "text", name: "case:team", codes: Int32Array.of(0, 1), dictionary: ["blue", "red"] },
        { kind: "number", name: "case:limit", integer: true, values: Float64Array.of(NaN, 5) },
      ] as Column[],
    };
    const xes = servedBy(driver, plain, { traces: { table, of: Int32Array.of(0, 1, 0) } });
    expect((await xes.sql(`SELECT case_id, activity, "case:team", "case:limit" FROM events ORDER BY ALL`)).objects())
      .toEqual([
        { case_id: "1", activity: "a", "case:team": "blue", "case:limit": null },
        { case_id: "1", activity: "b", "case:team": "blue", "case:limit": null },
        { case_id: "2", activity: "a", "case:team": "red", "case:limit": 5 },
      ]);
    expect((await xes.sql(`SELECT case_id, "case:team" FROM cases ORDER BY ALL`)).array("case:team")).toEqual(
      ["blue", "red"],
    );
    expect((await xes.sql("SELECT * FROM source")).numRows()).toBe(3);
    await xes.source.database.close();
  });

  test("a log of no cases has empty tables", async () => {
    const none = part(log, []);
    expect((await none.sql("SELECT * FROM events")).numRows()).toBe(0);
    expect((await none.sql("SELECT * FROM cases")).columnNames()).toEqual(
      (await log.sql("SELECT * FROM cases")).columnNames(),
    );
  });
});

test("a database that was closed opens again", async () => {
  const log = servedBy("native", logFromRows([{ case: "1", activity: "a", time: new Date(0) }]));
  const ask = async () => (await log.sql("SELECT activity FROM events")).array("activity");
  expect(await ask()).toEqual(["a"]);
  await log.source.database.close();
  expect(await ask()).toEqual(["a"]);
  await log.source.database.close();
});

describe("opening", () => {
  test("nothing is opened before the first query", () => {
    const database = openLogDatabase({ events: { rows: 0, columns: [] } }, { driver: "native" });
    expect(database.driver).toBe("native");
  });

  test("a large log is given to the native driver, however small its file was", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", "auto");
    const columns: Column[] = ["a", "b"].map((name) => ({
      kind: "number",
      name,
      integer: true,
      values: new Float64Array(0),
    }));
    expect(openLogDatabase({ events: { rows: 1000, columns } }, { bytes: 1000 }).driver).toBe("wasm");
    expect(openLogDatabase({ events: { rows: 5e6, columns } }, { bytes: 1000 }).driver).toBe("native");
    vi.unstubAllEnvs();
  });

  test("an unknown driver is an error where it is asked for", async () => {
    const log = servedBy("sqlite", logFromRows([{ case: "1", activity: "a", time: new Date(0) }]));
    expect(() => log.driver).toThrow(InputError);
    await expect(log.sql("SELECT 1")).rejects.toThrow('found "sqlite"');
  });
});
