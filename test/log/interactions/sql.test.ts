import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { interactionsFromRows, logFromRows } from "../../../src/log/from_rows.ts";
import { filterApplications } from "../../../src/log/interactions/filter/interactions.ts";

const rows = Array.from({ length: 40 }, (_, i) => ({
  time: new Date(Date.UTC(2026, 0, 5, 9, 0, i)),
  user: i % 3 === 0 ? "Ada" : "Ben",
  app: ["Mail", "Excel"][i % 2]!,
  action: "click",
  element: `button ${i % 5}`,
  note: i,
}));
const inApp = (app: string) => rows.filter((row) => row.app === app).length;

describe.each(["wasm", "native"] as const)("interactions in SQL with the %s driver", (driver) => {
  const log = interactionsFromRows(rows, { driver });
  const count = async (of = log) => (await of.sql("SELECT count(*) AS n FROM interactions")).get("n", 0);
  afterAll(() => log.source.database.close());

  test("the view stands again after it was dropped, replaced or hidden", async () => {
    expect(log.driver).toBe(driver);
    expect(await count()).toBe(40);
    for (
      const change of [
        "DROP VIEW interactions",
        "CREATE OR REPLACE TEMP VIEW interactions AS SELECT 1 AS x",
        "BEGIN; DROP VIEW interactions; COMMIT",
        "BEGIN; CREATE OR REPLACE TEMP VIEW interactions AS SELECT 1 AS x; ROLLBACK",
      ]
    ) {
      await log.sql(change);
      expect(await count(), change).toBe(40);
    }
  }, 60_000);

  test("each query sees its own log, whichever was asked about before", async () => {
    const logs = [log, filterApplications(log, "Mail"), filterApplications(log, "Excel"), log];
    const answers = await Promise.all([...logs, ...logs].map((one) => count(one)));
    expect(answers).toEqual([40, inApp("Mail"), inApp("Excel"), 40, 40, inApp("Mail"), inApp("Excel"), 40]);
    const tables = await log.sql("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'tracebook_%'");
    expect(tables.numRows()).toBe(1);
  });

  test("rows come in the order of the log", async () => {
    const found = await log.sql("SELECT user, note FROM interactions");
    const expected = ["Ada", "Ben"].flatMap((user) => rows.filter((row) => row.user === user).map(({ note }) => note));
    expect(found.array("note")).toEqual(expected);
  });

  test("a failing query leaves the next ones unharmed", async () => {
    const failing = log.sql("DROP VIEW nothing_of_that_name");
    await expect(failing).rejects.toThrow(InputError);
    expect(await count()).toBe(40);
  });
});

test("both logs refuse a query that is none in the same words", async () => {
  const logs = [
    interactionsFromRows(rows),
    logFromRows([{ case: "1", activity: "a", time: new Date(0) }]),
  ];
  for (const query of ["", "  \n", undefined as unknown as string]) {
    const told = await Promise.all(logs.map((log) =>
      log.sql(query).then(() => "no error", (error: Error) => {
        expect(error).toBeInstanceOf(InputError);
        return error.message.replace(/SELECT .* ALL/, "…");
      })
    ));
    expect(told).toEqual(Array(2).fill("Expected a query such as … but found nothing."));
  }
});
