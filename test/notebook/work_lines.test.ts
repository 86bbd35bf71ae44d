import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { bar } from "../../src/cli/work_progress.ts";
import { readCsvTable } from "../../src/io/csv/csv.ts";
import { onWorkProgress, type WorkProgress } from "../../src/base/progress.ts";
import { startKernel } from "../../src/notebook/kernel/client/client.ts";
import { type WorkLine, workLines } from "../../src/notebook/work_lines.ts";

let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
});
afterAll(() => Deno.remove(folder, { recursive: true }));

function lines() {
  let moment = 0;
  const shown: WorkLine[] = [];
  const listen = workLines({ afterSeconds: 1, everySeconds: 0.5, now: () => moment, show: (line) => shown.push(line) });
  return {
    shown,
    at(seconds: number, what: string, bytes: number, ended = false) {
      moment = seconds * 1000;
      listen({ what, bytes, total: 200e6, ended });
    },
  };
}

test("short work shows nothing, long work a line now and then with share and rate, and one at its end", () => {
  const { at, shown } = lines();
  at(0, "reading a.csv", 0);
  at(0.9, "reading a.csv", 10e6);
  at(0.95, "reading a.csv", 10e6, true);
  expect(shown).toEqual([]);
  at(10, "reading b.csv", 0);
  for (let i = 1; i <= 20; i++) at(10 + i / 10, "reading b.csv", i * 10e6);
  at(12, "reading b.csv", 200e6, true);
  expect(shown.map(({ text }) => text)).toEqual([
    "reading b.csv: 50 % of 200 MB, 100 MB/s",
    "reading b.csv: 75 % of 200 MB, 100 MB/s",
    "reading b.csv: 100 % of 200 MB, 100 MB/s",
    "reading b.csv: 200 MB in 2.0 s, 100 MB/s",
  ]);
  expect(shown.map(({ ended }) => ended)).toEqual([false, false, false, true]);
});

test("work that was stopped tells no end: the same work begun again waits as at first, and takes no line's place", () => {
  const { at, shown } = lines();
  at(0, "reading a.csv", 0);
  at(2, "reading a.csv", 20e6);
  at(60, "reading a.csv", 0);
  at(60.5, "reading a.csv", 10e6);
  at(61.5, "reading a.csv", 30e6);
  at(62.5, "reading a.csv", 50e6);
  expect(shown.map(({ text, first }) => [text, first])).toEqual([
    ["reading a.csv: 10 % of 200 MB, 10 MB/s", true],
    ["reading a.csv: 15 % of 200 MB, 20 MB/s", true],
    ["reading a.csv: 25 % of 200 MB, 20 MB/s", false],
  ]);
});

test("a bar is full at the end and never wider", () => {
  expect(bar(0)).toBe(" ".repeat(20));
  expect(bar(0.5)).toBe("█".repeat(10) + " ".repeat(10));
  expect(bar(0.50625)).toBe("█".repeat(10) + "▏" + " ".repeat(9));
  expect(bar(2)).toBe("█".repeat(20));
});

test("reading tells its bytes up to all of them, also where nobody reads to the end", async () => {
  const path = join(folder, "log.csv");
  await Deno.writeTextFile(path, "a,b\n" + "1,2\n".repeat(3_000_000));
  const told: WorkProgress[] = [];
  const restore = onWorkProgress((progress) => told.push(progress));
  try {
    await readCsvTable(path);
  } finally {
    restore();
  }
  const total = 12_000_004;
  expect(told.length).toBeGreaterThan(3);
  expect(told.every(({ what, bytes }, i) => what === "reading log.csv" && bytes >= (told[i - 1]?.bytes ?? 0))).toBe(
    true,
  );
  expect(told.at(-1)).toEqual({ what: "reading log.csv", bytes: total, total, ended: true });
  expect(told.filter(({ ended }) => ended)).toHaveLength(1);
});

test("in a notebook one line changes; a runner gets lines that do not stay", async () => {
  const url = (path: string) => new URL(`../../src/${path}`, import.meta.url).href;
  const work = `const { reportWork } = await import("${url("base/progress.ts")}");
(await import("${url("notebook/progress.ts")}")).showWorkInNotebook();
for (let i = 0; i <= 8; i++) {
  reportWork({ what: "waiting", bytes: i, total: 8, ended: i === 8 });
  await new Promise((go) => setTimeout(go, i < 8 ? 200 : 0));
}`;
  for (const messages of [false, true]) {
    const kernel = await startKernel({ cwd: folder, ...(messages ? { env: { TRACEBOOK_PROGRESS: "messages" } } : {}) });
    try {
      const { status, outputs } = await kernel.execute(work);
      expect(status).toBe("ok");
      const texts = outputs.map((output) => "data" in output ? output.data["text/plain"] : undefined);
      if (messages) {
        expect(outputs.length).toBeGreaterThan(1);
        expect(new Set(texts)).toEqual(new Set([undefined]));
      } else expect(texts).toEqual([expect.stringMatching(/^waiting: 8 B in 1\.\d s/)]);
    } finally {
      await kernel.shutdown();
    }
  }
}, 30_000);
