/** Real logs, from every format they are there in: our figures equal those of another tool. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { readLog } from "../../src/log/events/read_log.ts";
import { writeLog } from "../../src/log/events/write_log.ts";
import { directlyFollows } from "../../src/mining/directly_follows.ts";
import { describeLog } from "../../src/mining/statistics.ts";
import { caseDurations } from "../../src/mining/performance/throughput.ts";
import { variants } from "../../src/mining/variants.ts";
import { summarise } from "../../src/base/statistics/summary.ts";
import { random } from "../support/random.ts";
import { reference, REFERENCE_FILES } from "../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../support/shared.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-reference-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(lacksSharedLogs).each(Object.entries(REFERENCE_FILES))("%s", (name, files) => {
  test.each(files)("read from %s has the reference's figures", async (file) => {
    await expectReference(name, await readLog(sharedLog(`process/${file}`)));
  });

  test.each(["csv", "csv.gz", "xes", "xes.gz"])("written as %s and read again has them too", async (extension) => {
    const path = join(folder, `${name}.${extension}`);
    await writeLog(await readLog(sharedLog(`process/${files[0]}`)), path);
    await expectReference(name, await readLog(path));
  });
});

test.skipIf(lacksSharedLogs)(
  "a file with its rows shuffled has the reference's figures where no times are equal",
  async () => {
    const [header, ...rows] = (await readFile(sharedLog("process/running-example.csv"), "utf8")).trimEnd().split("\n");
    for (const seed of [1, 2, 3]) {
      const path = join(folder, `shuffled-${seed}.csv`);
      await writeFile(path, [header, ...random(seed).shuffled(rows)].join("\n"));
      await expectReference("running-example", await readLog(path));
    }
  },
);

async function expectReference(name: string, log: EventLog): Promise<void> {
  const counts = await reference<{ cases: number; events: number; activities: number; first: string; last: string }>(
    name,
    "counts",
  );
  const { cases, events, activities, firstEvent, lastEvent } = describeLog(log);
  expect({ cases, events, activities }).toEqual({
    cases: counts.cases,
    events: counts.events,
    activities: counts.activities,
  });
  expect([firstEvent!.getTime(), lastEvent!.getTime()]).toEqual([Date.parse(counts.first), Date.parse(counts.last)]);

  const told = await reference<{ total: number; top50: { variant: string[]; count: number }[] }>(name, "variants");
  const found = variants(log);
  expect(found.numRows()).toBe(told.total);
  expect(
    (found.objects() as { activities: string[]; cases: number }[]).slice(0, told.top50.length)
      .map(({ activities, cases }) => ({ variant: activities, count: cases })),
  ).toEqual(told.top50);

  const graph = directlyFollows(log);
  const byName = (values: Float64Array) =>
    Object.fromEntries(graph.activities.map((activity, a) => [activity, values[a]!]).filter(([, n]) => n !== 0));
  expect({ start: byName(graph.starts), end: byName(graph.ends) }).toEqual(await reference(name, "start_end"));

  const expected = new Map(
    (await reference<{ edges: Record<string, number & string>[] }>(name, "performance_dfg")).edges
      .map((edge) => [`${edge.source} → ${edge.target}`, edge]),
  );
  const counted = new Map((await reference<{ source: string; target: string; count: number }[]>(name, "dfg"))
    .map(({ source, target, count }) => [`${source} → ${target}`, count]));
  expect(graph.edges.length).toBe(counted.size);
  for (const edge of graph.edges) {
    const key = `${graph.activities[edge.from]} → ${graph.activities[edge.to]}`;
    expect(edge.count, key).toBe(counted.get(key));
    const times = expected.get(key)!;
    expectClose(edge.meanSeconds, times.mean!, key);
    expectClose(edge.medianSeconds, times.median!, key);
    expectClose(edge.minSeconds, times.min!, key);
    expectClose(edge.maxSeconds, times.max!, key);
    expectClose(edge.totalSeconds, times.sum!, key);
  }

  const durations = await reference<Record<string, number>>(name, "case_durations");
  const { mean, median, min, max, sd } = summarise(caseDurations(log));
  expectClose(mean, durations.mean_s!, "mean duration");
  expectClose(median, durations.median_s!, "median duration");
  expectClose(min, durations.min_s!, "shortest");
  expectClose(max, durations.max_s!, "longest");
  expectClose(sd, durations.stdev_pop_s!, "deviation");
}

/** Relative to 1e-9: sums of many floats differ in their last digits by the order of adding. */
function expectClose(found: number, told: number, what: string): void {
  expect(Math.abs(found - told) / Math.max(1, Math.abs(told)), `${what}: ${found} against ${told}`).toBeLessThan(1e-9);
}
