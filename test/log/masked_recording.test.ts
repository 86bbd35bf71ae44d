import { afterEach, beforeEach, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { readLog } from "../../src/log/events/read_log.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { readAnyLog } from "../../src/log/read_any_log.ts";
import { plantedLogs, survivors } from "../support/planted.ts";

let folder: string;
let before: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tracebook-recording-"));
  before = process.env.TRACEBOOK_SECRET;
  delete process.env.TRACEBOOK_SECRET;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (before !== undefined) process.env.TRACEBOOK_SECRET = before;
});

/** Which columns make cases and activities of each recorder's log: cases of masked texts, too. */
const ROLES: Record<string, { case: string; activity: string }> = {
  "generic.csv": { case: "segment", activity: "window" },
  "action-logger.csv": { case: "url", activity: "eventType" },
  "cpn.csv": { case: "caseID", activity: "Label" },
  "smart-rpa.csv": { case: "title", activity: "event_type" },
};

function saidBy(log: EventLog): [string, string][] {
  const columns = log.source.events.columns.map((column) => column.kind === "text" ? column.dictionary : []);
  return [
    ["cases", JSON.stringify(log.caseIds)],
    ["activities", JSON.stringify(log.activities)],
    ["columns", JSON.stringify(columns)],
    ["findings", JSON.stringify(log.source.findings)],
  ];
}

for (const { name, text } of plantedLogs(5).filter(({ name }) => name in ROLES)) {
  test(`${name}, read as an event log: nothing planted is in its cases, activities, columns and findings`, async () => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const options = { mapping: ROLES[name]!, shortRun: true };
    const masked = [
      await readLog(path, { ...options, privacy: { users: "pseudonyms" } }),
      await readAnyLog(path, { ...options, privacy: { users: "pseudonyms" } }) as EventLog,
    ];
    for (const log of masked) {
      expect(log.cases).toBeGreaterThan(0);
      expect(survivors(saidBy(log))).toEqual([]);
      expect(log.source.findings.map(({ rule }) => rule)).toContain("privacy: recording masked");
    }
    const open = await readLog(path, { ...options, privacy: false });
    expect(survivors(saidBy(open)).length).toBeGreaterThan(5);
    for (const log of [...masked, open]) await log.source.database.close();
  }, 60_000);
}

const DESK = [
  "timestamp,user,application,window,action,value,order,incognito",
  "2026-02-03T08:00:00Z,u1,ERP,Order for Sophie Zetterqvist,open,1,7,",
  "2026-02-03T08:00:01Z,u1,ERP,Order for Anders Lindqvist,open,+49 30 901820,8,",
  "2026-02-03T08:00:02Z,u1,Chrome,Clinic,open,3,8,true",
].join("\n");

test("a recording has the same texts whether it is read as one or as an event log", async () => {
  const path = join(folder, "desk.csv");
  writeFileSync(path, DESK);
  const recording = await readInteractions(path);
  const events = await readLog(path, { mapping: { case: "order", activity: "window" }, shortRun: true });
  expect([...events.activities].sort()).toEqual([...new Set(recording.window.dictionary)].sort());
  expect(events.events).toBe(2);
  expect(JSON.stringify(saidBy(events))).not.toMatch(/Clinic|901820|Zetterqvist/);
  for (const log of [recording, events]) await log.source.database.close();
});

test("masked case ids stay as many as they were", async () => {
  const path = join(folder, "desk.csv");
  writeFileSync(
    path,
    DESK.replace("order,incognito", "customer,incognito").replace(",7,", ",Sophie Becker,").replace(
      ",8,",
      ",Pierre Lefebvre,",
    ),
  );
  const log = await readLog(path, { mapping: { case: "customer", activity: "action" }, shortRun: true });
  expect([...log.caseIds].sort()).toEqual(["[name 1]", "[name 2]"]);
  await log.source.database.close();
});

test("an event log that is no recording is read as it is", async () => {
  const path = join(folder, "orders.csv");
  writeFileSync(path, "case,activity,timestamp,clerk\n1,Check for Sophie Becker,2026-02-03T08:00:00Z,Sophie Becker\n");
  const log = await readLog(path, { shortRun: true });
  expect(log.activities).toEqual(["Check for Sophie Becker"]);
  await log.source.database.close();
});
