import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EventLog, logFromRows } from "../../src/log/mod.ts";
import { Reader } from "./child.ts";
import { FORMAT_NAMES } from "./formats.ts";
import { tryInput } from "./reader.ts";
import { rowsLost } from "./rows.ts";
import { fuzz, inputOf } from "./run.ts";
import { makeSeeds } from "./seeds.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "fuzz-test-"))));
afterAll(() => rm(folder, { recursive: true }));

test(
  "300 damaged files of every format: no crash, no internal error, nothing that never ends, no row lost",
  async () => {
    const options = {
      inputs: 300,
      seed: 4,
      formats: FORMAT_NAMES,
      seconds: 10,
      faults: join(folder, "faults"),
      jobs: 2,
    };
    const { results, faults } = await fuzz(await makeSeeds(), options);
    expect(faults).toEqual([]);
    expect(FORMAT_NAMES.length).toBeGreaterThanOrEqual(15);
    for (const [format, { inputs, read, refused }] of results) {
      expect(inputs, format).toBeGreaterThanOrEqual(4);
      expect(read, format).toBeGreaterThan(0);
      expect(read + refused, format).toBe(inputs);
    }
  },
  240_000,
);

test("the same seed and number give the same bytes; others give others", async () => {
  const [one, other] = [await makeSeeds(), await makeSeeds()];
  for (const format of FORMAT_NAMES) {
    // DuckDB writes the time into its files.
    if (format === "duckdb" || format === "parquet") continue;
    const texts = new Set<string>();
    for (let number = 10; number < 30; number++) {
      const bytes = inputOf(one[format], 7, format, number);
      expect(bytes, `${format} ${number}`).toEqual(inputOf(other[format], 7, format, number));
      texts.add(bytes.join());
    }
    expect(texts.size, format).toBeGreaterThan(10);
  }
});

test("a reader that does not end is stopped, and the next input is read by another", async () => {
  const pipe = join(folder, "pipe.csv"), fine = join(folder, "fine.csv");
  await promisify(execFile)("mkfifo", [pipe]);
  await writeFile(fine, "case,activity,time\n1,a,2026-01-01\n");
  const reader = new Reader();
  try {
    expect(await reader.read("csv", pipe, 2)).toMatchObject({ kind: "fault", why: "no end after 2 s" });
    expect(await reader.read("csv", fine, 20)).toMatchObject({ kind: "read" });
    expect(await reader.read("xes", join(folder, "missing.xes"), 20)).toMatchObject({ kind: "refused" });
  } finally {
    await reader.end();
  }
}, 60_000);

test("a row that is lost in silence is a fault; one that is told is none", async () => {
  const path = join(folder, "rows.csv");
  await writeFile(path, "case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n,c,2026-01-03\n");
  expect((await tryInput("csv", path)).kind).toBe("read");
  const log = logFromRows([{ case: "1", activity: "a", time: new Date(0) }]);
  expect(log).toBeInstanceOf(EventLog);
  expect(await rowsLost("csv", path, log)).toBe("3 rows in, 1 out and 0 told");
});
