import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { openNative } from "../../src/db/native.ts";
import { literal } from "../../src/base/sql_text.ts";
import { filterInteractionsSql, filterSql, interactionsFromRows, logFromRows, readLog } from "../../src/log/mod.ts";
import { readInteractions } from "../../src/log/mod.ts";

let folder: string;
let secret: string;
const EVENTS = "case,activity,time\n1,a,2026-01-01 08:00\n1,b,2026-01-01 09:00\n";
const ACTS = "timestamp,user,application,action,element\n2026-01-01 08:00:00,Ada,Mail,click,Send\n" +
  "2026-01-01 08:01:00,Ada,Mail,click,Reply\n";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fence-"));
  secret = join(folder, "secret.csv");
  await writeFile(secret, "word\nxyzzy\n");
  await writeFile(join(folder, "events.csv"), EVENTS);
  await writeFile(join(folder, "acts.csv"), ACTS);
});
afterAll(() => rm(folder, { recursive: true }));

/** Each way of SQL to something outside of the database that is known of. */
const waysOut = (): string[] => {
  const out = join(folder, "out");
  return [
    `SELECT * FROM read_csv(${literal(secret)})`,
    `SELECT * FROM read_text(${literal(secret)})`,
    `SELECT * FROM read_blob(${literal(secret)})`,
    `SELECT * FROM read_parquet(${literal(join(folder, "x.parquet"))})`,
    `SELECT * FROM ${literal(secret)}`,
    `SELECT * FROM glob(${literal(join(folder, "*"))})`,
    `SELECT * FROM sniff_csv(${literal(secret)})`,
    `SELECT * FROM query(${literal(`SELECT * FROM read_text(${literal(secret)})`)})`,
    `COPY (SELECT 1) TO ${literal(out + ".csv")}`,
    `CREATE TABLE t (a VARCHAR); COPY t FROM ${literal(secret)}`,
    `EXPORT DATABASE ${literal(out)}`,
    `IMPORT DATABASE ${literal(folder)}`,
    `ATTACH ${literal(out + ".duckdb")} AS x`,
    "ATTACH ':memory:' AS y",
    "INSTALL httpfs",
    "/* first */ force install httpfs FROM community",
    "LOAD httpfs",
    `LOAD ${literal(out + ".duckdb_extension")}`,
    "UPDATE EXTENSIONS",
    `CALL enable_logging(storage='file', storage_path=${literal(out)})`,
    "SET enable_external_access = true",
    "RESET enable_external_access",
    "SET lock_configuration = false",
    `SET temp_directory = ${literal(out)}`,
    `PRAGMA profiling_output = ${literal(out)}`,
    `SET log_query_path = ${literal(out)}`,
    `SELECT 1; COPY (SELECT 1) TO ${literal(out + ".csv")}`,
  ];
};

describe.each(["wasm", "native"] as const)("with the %s driver", (driver) => {
  test("no query of a log reaches another file, and the log answers on", async () => {
    const log = await readLog(join(folder, "events.csv"), { driver });
    const acts = await readInteractions(join(folder, "acts.csv"), { driver });
    const before = (await readdir(folder)).sort();
    for (const one of [log, acts]) {
      const name = one === log ? "events" : "interactions";
      for (const sql of waysOut()) {
        const found = await one.sql(sql).then((table) => JSON.stringify(table.objects()), (error) => error);
        expect(found, sql).toBeInstanceOf(InputError);
        expect((found as Error).message, sql).not.toContain("xyzzy");
        const rows = (await one.sql(`SELECT count(*) AS n FROM ${name}`)).get("n", 0);
        expect(rows, `after ${sql}`).toBe(2);
      }
    }
    expect((await readdir(folder)).sort()).toEqual(before);
    expect(await readFile(secret, "utf8")).toBe("word\nxyzzy\n");
    await log.source.database.close();
    await acts.source.database.close();
  });

  test("a condition of a filter reaches no other file either", async () => {
    const condition = `EXISTS (SELECT * FROM read_text(${literal(secret)}))`;
    const log = await readLog(join(folder, "events.csv"), { driver });
    const acts = await readInteractions(join(folder, "acts.csv"), { driver });
    await expect(filterSql(log, condition)).rejects.toThrow(/allowFiles: true/);
    await expect(filterInteractionsSql(acts, condition)).rejects.toThrow(/allowFiles: true/);
  });

  test("the error names the file and the option that gives leave", async () => {
    const log = await readLog(join(folder, "events.csv"), { driver });
    const error = await log.sql(`SELECT * FROM read_csv(${literal(secret)})`).catch((error) => error);
    expect(error.message).toContain("secret.csv");
    expect(error.message).toContain("Give allowFiles: true where the log is opened");
    await expect(log.sql("SET threads = 1")).rejects.toThrow(/setting "threads".*locked/);
  });

  test("a log opened with leave reads, writes and attaches", async () => {
    const log = await readLog(join(folder, "events.csv"), { driver: "native", allowFiles: true });
    const words = await log.sql(`SELECT word FROM read_csv(${literal(secret)})`);
    expect(words.get("word", 0)).toBe("xyzzy");
    const out = join(folder, `leave-${driver}.csv`);
    await log.sql(`COPY (SELECT activity FROM events ORDER BY 1) TO ${literal(out)}`);
    expect(await readFile(out, "utf8")).toBe("activity\na\nb\n");
    await log.sql("ATTACH ':memory:' AS y; DETACH y");
    await rm(out);
  });
});

test("logs from rows are shut off as well, and opened on demand", async () => {
  const rows = [{ case: "1", activity: "a", time: new Date(0) }];
  const sql = `SELECT * FROM read_text(${literal(secret)})`;
  await expect(logFromRows(rows).sql(sql)).rejects.toThrow(/allowFiles/);
  const acts = [{ time: new Date(0), user: "Ada", app: "Mail", action: "click", element: "Send" }];
  await expect(interactionsFromRows(acts).sql(sql)).rejects.toThrow(/allowFiles/);
  const open = await logFromRows(rows, { allowFiles: true }).sql(sql);
  expect(open.get("content", 0)).toBe("word\nxyzzy\n");
});

test("a word such as install or attach within a text is no statement", async () => {
  const rows = [{ case: "1", activity: "install", time: new Date(0) }];
  const log = logFromRows(rows);
  const query =
    "SELECT count(*) AS n FROM events WHERE activity = 'install' -- ; attach 'x'\n AND activity <> '; install'";
  expect((await log.sql(query)).get("n", 0)).toBe(1);
});

test("a view in a DuckDB file reads other files only with leave; its tables are read without", async () => {
  const path = join(folder, "views.duckdb");
  const database = await openNative();
  await database.query(
    `ATTACH ${literal(path)} AS made; CREATE TABLE made.events AS SELECT '1' AS case_id, 'a' AS activity, ` +
      `TIMESTAMP '2026-01-01' AS timestamp; CREATE VIEW made.spy AS SELECT word AS case_id, word AS activity, ` +
      `TIMESTAMP '2026-01-01' AS timestamp FROM read_csv(${literal(secret)}); DETACH made`,
  );
  await database.close();
  expect((await readLog(path, { table: "events" })).events).toBe(1);
  await expect(readLog(path, { table: "spy" })).rejects.toThrow(/view that reads other files.*allowFiles: true/);
  expect((await readLog(path, { table: "spy", allowFiles: true })).activities).toEqual(["xyzzy"]);
});
