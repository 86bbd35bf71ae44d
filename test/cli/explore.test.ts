/** `tb explore`: one file, its errors, and that it is the page of `viewExplorer`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readLog, viewExplorer } from "../../src/mod.ts";
import { tbDone, tbHere } from "../support/tb_here.ts";

const folder = mkdtempSync(join(tmpdir(), "tracebook-explore-"));
afterAll(() => rmSync(folder, { recursive: true }));
const log = join(folder, "calls.csv");
writeFileSync(log, "case,activity,timestamp\n1,ring,2026-01-05T08:00:00Z\n1,</script>,2026-01-05T09:00:00Z\n");

test("writes the page of the log, says where, and the same log gives the same bytes", async () => {
  const file = join(folder, "calls.html");
  const { out } = await tbDone("explore", log, "-o", file);
  expect(out.trim()).toBe(file);
  const page = readFileSync(file, "utf8");
  expect(page).toBe(viewExplorer(await readLog(log)).toPage());
  expect(page).toMatch(/^<!DOCTYPE html>[^]*<title>calls\.csv – explorer<\/title>/);
  // Nothing is loaded from elsewhere.
  expect(page).not.toMatch(/<(script|img|iframe)[^>]* src=|<link[^>]* href="(?!data:)/);
});

test("what is missing is said, and no file is left behind", async () => {
  const none = await tbHere("explore", log);
  expect([none.code, none.err.includes("-o FILE.html")]).toEqual([2, true]);
  const nowhere = await tbHere("explore", log, "-o", join(folder, "no such folder", "x.html"));
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain("no such folder");
  const noLog = await tbHere("explore", join(folder, "calls.cvs"), "-o", join(folder, "x.html"));
  expect([noLog.code, noLog.err.includes("calls.cvs")]).toEqual([2, true]);
  expect(readdirSync(folder).sort()).toEqual(["calls.csv", "calls.html"]);
});
