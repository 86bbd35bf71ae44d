// @slow: runs commands on the example log
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changingLog } from "../support/changing_log.ts";
import { tbHere } from "../support/tb_here.ts";

const EXAMPLE = "data/order-to-cash.csv";

test("tb stuck: the planted credit holds that nobody resolved", async () => {
  const { code, json } = await tbHere("stuck", EXAMPLE, "--json");
  expect(code).toBe(0);
  const found = json() as Record<string, unknown> & {
    finished: number;
    running: number;
    stuck: number;
    steps: { activity: string; cases: number; medianAgeSeconds: number }[];
    survival: { seconds: number; open: number }[];
  };
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(["finished", "running", "stuck", "criterion", "steps", "survival"]),
  );
  expect(found.finished + found.running + found.stuck).toBe(3000);
  expect(found.steps.map(({ activity }) => activity)).toEqual(["Resolve credit hold"]);
  const open = found.survival.map((step) => step.open);
  expect(open).toEqual([...open].sort((a, b) => b - a));
  // What is left open at the end are the cases that are stuck.
  expect(open.at(-1)).toBeCloseTo(50 / 3000, 2);
});

test("tb stuck --by: groups and the log-rank test in words", async () => {
  const { out } = await tbHere("stuck", EXAMPLE, "--by", "region");
  expect(out).toContain("are stuck (50 of 3,000)");
  expect(out).toContain("Log-rank test");
});

test("tb stuck --by names the groups that are too small for a curve", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "stuck-")), "log.csv");
  const lines = Array.from(
    { length: 13 },
    (_, c) =>
      ["a", "b"].map((activity, i) =>
        `${c},${activity},2026-01-0${i + 1}T0${c % 10}:00:00Z,${c === 4 ? "tiny" : "large"}`
      ),
  );
  writeFileSync(path, ["case,activity,timestamp,team", ...lines.flat()].join("\n"));
  expect((await tbHere("stuck", path, "--by", "team")).out).toContain("say too little: tiny (1)");
  const { leftOut } = (await tbHere("stuck", path, "--by", "team", "--json")).json() as { leftOut: unknown };
  expect(leftOut).toEqual([{ group: "tiny", cases: 1 }]);
});

test("tb stuck --ends takes activities of the log only", async () => {
  const { code, err } = await tbHere("stuck", EXAMPLE, "--ends", "Recieve payment");
  expect(code).toBe(2);
  expect(err).toContain('Did you mean "Receive payment"?');
});

test("tb drift: the planted change, its time, its perspective, and what changed", async () => {
  const log = changingLog({ seed: 2, cases: 400, change: { from: 200, check: 0.05 } });
  const lines = Array.from(
    log.caseIds,
    (id, c) =>
      Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
        const i = log.offsets[c]! + k;
        return `${id},${log.activities[log.activity[i]!]},${new Date(log.time[i]!).toISOString()}`;
      }),
  ).flat();
  const path = join(mkdtempSync(join(tmpdir(), "drift-")), "log.csv");
  writeFileSync(path, ["case,activity,timestamp", ...lines].join("\n"));
  const { code, json } = await tbHere("drift", path, "--perspective", "flow", "--json");
  expect(code).toBe(0);
  const { changes } = json() as {
    changes: { case: number; time: string; perspective: string; p: number; what: { relation: unknown }[] }[];
  };
  expect(changes).toHaveLength(1);
  expect(Math.abs(changes[0]!.case - 200)).toBeLessThan(20);
  expect(changes[0]).toMatchObject({ perspective: "flow", p: 0.005 });
  expect(changes[0]!.time).toMatch(/^2026-01-\d\dT/);
  expect(changes[0]!.what.map(({ relation }) => relation)).toContainEqual({ from: "register", to: "decide" });
  const text = await tbHere("drift", path);
  expect(text.out).toContain("the order of activities changed");
});

test("tb drift on the example finds nothing, as nothing was planted, and says what was looked at", async () => {
  const { out } = await tbHere("drift", EXAMPLE);
  expect(out).toContain("No change was found in the order of activities, the times between activities, the arrivals");
});
