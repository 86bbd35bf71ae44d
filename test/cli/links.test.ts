// @slow: whole logs
/** `tb link` and `tb unseen` against the truth beside the example logs. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tbHere } from "../support/tb_here.ts";

const folder = mkdtempSync(join(tmpdir(), "tracebook-links-"));
afterAll(() => rmSync(folder, { recursive: true }));
const LOGS = ["data/order-to-cash.csv", "data/order-desk.csv", "--instance", "segment"];

const rowsOf = (text: string) => text.trim().split("\n").slice(1).map((line) => line.split(","));

test("tb link finds the orders of the truth, and writes them", async () => {
  const csv = join(folder, "links.csv");
  const { code, out } = await tbHere("link", ...LOGS, "--out", csv, "--json");
  expect(code).toBe(0);
  const found = JSON.parse(out);
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(["links", "instances", "linked", "expectedPrecision", "cases"]),
  );
  const truth = rowsOf(readFileSync("data/order-desk-truth.csv", "utf8"));
  // Instances stand by user, and then by their beginning, as in `tb segment`.
  const ordered = truth.toSorted((a, b) =>
    a[3]! < b[3]! ? -1 : a[3]! > b[3]! ? 1 : Date.parse(a[6]!) - Date.parse(b[6]!)
  );
  const right = found.links.filter((link: { instance: number; case: string }) =>
    ordered[link.instance - 1]![2] === link.case
  );
  expect(found.instances).toBe(truth.length);
  expect(right.length / found.links.length).toBeGreaterThanOrEqual(0.98);
  expect(right.length / truth.length).toBeGreaterThanOrEqual(0.98);
  const text = readFileSync(csv, "utf8");
  expect(text.split("\n")[0]).toMatch(/^instance,task,case,event,probability,why/);
  expect(rowsOf(text).length).toBe(truth.length);
});

test("tb unseen gives steps with elapsed, worked and unseen time", async () => {
  const { code, out } = await tbHere("unseen", ...LOGS, "--json");
  expect(code).toBe(0);
  const { steps } = JSON.parse(out);
  const step = steps.find(({ from, to }: { from: string; to: string }) =>
    from === "Receive order" && to === "Enter order"
  );
  expect(step.cases).toBeGreaterThan(300);
  expect(step.workedSeconds).toBeGreaterThan(0);
  expect(step.unseenShare).toBeGreaterThanOrEqual(
    1 - (step.workedSeconds + step.systemSeconds) / step.elapsedSeconds - 1e-9,
  );
  expect(step.unseenShare).toBeLessThanOrEqual(1 - step.workedSeconds / step.elapsedSeconds + 1e-9);
});

test("both commands need both logs", async () => {
  const { code, err } = await tbHere("link", "data/order-to-cash.csv");
  expect(code).toBe(2);
  expect(err).toContain("expected an event log and an interaction log");
});
