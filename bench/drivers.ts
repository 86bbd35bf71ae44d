/** Where the native DuckDB pays: `deno run -A bench/drivers.ts [events…]`. Prints one row a driver and size. */
import type { Column } from "../src/base/column.ts";
import type { DriverName } from "../src/db/database.ts";
import { EventLog } from "../src/log/events/event_log.ts";
import { openLogDatabase } from "../src/log/events/log_database.ts";

const QUERIES = {
  count: "SELECT activity, count(*) AS n FROM events GROUP BY activity ORDER BY n DESC",
  attribute: "SELECT region, avg(amount) AS mean FROM events GROUP BY region",
  cases: "SELECT region, median(duration_seconds) AS m FROM cases GROUP BY region",
  follows:
    "SELECT a, b, count(*) AS n FROM (SELECT activity AS a, lead(activity) OVER (PARTITION BY case_id ORDER BY position) AS b FROM events) WHERE b IS NOT NULL GROUP BY ALL",
};

/** A log of that many events, ten a case, five attributes beside the mapped columns; about 90 bytes an event as CSV. */
function syntheticLog(events: number, driver: DriverName): EventLog {
  const cases = Math.ceil(events / 10);
  const text = (name: string, size: number, code: (i: number) => number): Column => ({
    kind: "text",
    name,
    dictionary: Array.from({ length: size }, (_, i) => `${name} ${i}`),
    codes: Int32Array.from({ length: events }, (_, i) => code(i)),
  });
  const caseColumn = text("case", cases, (i) => Math.floor(i / 10));
  const activity = text("activity", 20, (i) => (i * 7 + Math.floor(i / 10) % 3) % 20);
  const time = Float64Array.from({ length: events }, (_, i) => 1.7e12 + i * 60_000);
  const columns: Column[] = [
    caseColumn,
    activity,
    { kind: "time", name: "time", values: time },
    text("region", 12, (i) => Math.floor(i / 10) % 12),
    text("user", 300, (i) => (i * 31) % 300),
    text("document", Math.ceil(events / 4), (i) => i >> 2),
    { kind: "number", name: "amount", integer: false, values: time.map((_, i) => (i % 977) / 7) },
    { kind: "number", name: "items", integer: true, values: time.map((_, i) => i % 13) },
  ];
  const source = { events: { rows: events, columns } };
  return new EventLog({
    offsets: Int32Array.from({ length: cases + 1 }, (_, c) => Math.min(events, c * 10)),
    caseIds: caseColumn.kind === "text" ? caseColumn.dictionary : [],
    activity: activity.kind === "text" ? activity.codes : new Int32Array(),
    activities: activity.kind === "text" ? activity.dictionary : [],
    time,
    rows: Int32Array.from({ length: events }, (_, i) => i),
  }, {
    name: "synthetic",
    ...source,
    mapping: { case: "case", activity: "activity", timestamp: "time" },
    findings: [],
    database: openLogDatabase(source, { driver }),
  });
}

const sizes = Deno.args.length ? Deno.args.map(Number) : [10_000, 100_000, 500_000, 1_000_000];
console.log(["driver", "events", "open", "load", ...Object.keys(QUERIES), "sum"].join("\t"));
for (const events of sizes) {
  for (const driver of ["native", "wasm"] as const) {
    const seconds: number[] = [];
    const timed = async (work: () => Promise<unknown>) => {
      const begin = performance.now();
      await work();
      seconds.push((performance.now() - begin) / 1000);
    };
    const tiny = syntheticLog(10, driver);
    await timed(() => tiny.sql("SELECT 1"));
    await tiny.source.database.close();
    const log = syntheticLog(events, driver);
    await timed(() => log.sql("SELECT 1"));
    for (const query of Object.values(QUERIES)) await timed(() => log.sql(query));
    await log.source.database.close();
    const sum = seconds.reduce((a, b) => a + b, 0);
    console.log([driver, events, ...[...seconds, sum].map((s) => s.toFixed(2))].join("\t"));
  }
}
