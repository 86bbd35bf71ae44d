// @slow: reads whole public logs
/** The counts, edges and durations of real logs, asked in SQL: with both drivers, against another implementation. */
import { describe, expect, test } from "vitest";
import { readLog } from "../../src/log/events/read_log.ts";
import { reference, REFERENCE_FILES } from "../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";

describe.skipIf(lacksSharedLogs).each(["wasm", "native"] as const)("with the %s driver", (driver) => {
  for (const [name, files] of Object.entries(REFERENCE_FILES)) {
    // Parquet is read by the native driver only; `test/db/open.test.ts` holds what the other one answers.
    for (const file of files.filter((file) => driver === "native" || !file.endsWith(".parquet"))) {
      test(`${file} has the reference's figures`, async () => {
        const log = await readLog(sharedLog(`process/${file}`), { driver });
        expect(log.driver).toBe(driver);
        const counts = await reference<Record<string, number> & { activity_counts: object }>(name, "counts");
        expect((await log.sql("SELECT count(*) AS cases, sum(events) AS events FROM cases")).object()).toEqual(
          { cases: counts["cases"], events: counts["events"] },
        );
        const activities = await log.sql("SELECT activity, count(*) AS n FROM events GROUP BY activity");
        const found = activities.objects() as { activity: string; n: number }[];
        expect(Object.fromEntries(found.map(({ activity, n }) => [activity, n]))).toEqual(counts.activity_counts);

        const durations = await log.sql(`
          SELECT median(duration_seconds) AS median_s, avg(duration_seconds) AS mean_s, min(duration_seconds) AS min_s,
            max(duration_seconds) AS max_s, quantile_cont(duration_seconds, 0.95) AS p95_s_numpy_linear,
            stddev_pop(duration_seconds) AS stdev_pop_s
          FROM cases`);
        const measured = durations.object() as Record<string, number>;
        const expected = await reference<Record<string, number>>(name, "case_durations");
        for (const [measure, seconds] of Object.entries(measured)) {
          expect(Math.abs(seconds - expected[measure]!), measure).toBeLessThan(1e-9 * (1 + seconds));
        }

        const edges = await log.sql(`
          SELECT source, target, count(*) AS count FROM (
            SELECT activity AS source, lead(activity) OVER (PARTITION BY case_id ORDER BY position) AS target FROM events
          ) WHERE target IS NOT NULL GROUP BY ALL`);
        const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(sorted(edges.objects())).toEqual(sorted(await reference<object[]>(name, "dfg")));

        await log.source.database.close();
      }, 60_000);
    }
  }
});
