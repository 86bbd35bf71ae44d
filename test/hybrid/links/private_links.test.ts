// @slow: half a dozen logs are simulated and linked
/** Links of logs whose identifiers are masked, hashed or dropped: as good as equality survives, and the cost is said. */
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { linkTasks } from "../../../src/hybrid/mod.ts";
import { interactionsFromRows, logFromRows, readInteractions } from "../../../src/log/mod.ts";
import type { PrivacyOptions } from "../../../src/privacy/privacy_options.ts";
import { pseudonyms } from "../../../src/privacy/pseudonyms.ts";
import { segmentTasks } from "../../../src/taskmining/mod.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { scoreLinks } from "../../support/linked_logs.ts";

const orders = simulateOrderToCash({ seed: 31, cases: 400 });
const desk = simulateOrderDesk(orders, { seed: 31, from: "2025-01-13", days: 4 });
const folder = mkdtempSync(join(tmpdir(), "private-links-"));
const secretFile = join(folder, "secret.txt"), SECRET = "a secret of this test";
writeFileSync(secretFile, SECRET);
afterAll(() => rmSync(folder, { recursive: true }));

type Change = (text: string) => string | null;
const same: Change = (text) => text;

/** Without starts of events, so that times alone tell little. */
const eventLog = (id: Change, resource: Change = same) =>
  logFromRows(
    orders.events.map((event) => ({
      ...{ case: id(`${event.case}`), activity: event.activity, time: new Date(event.time * 1000) },
      resource: resource(event.resource),
    })),
  );

const rowsOf = (change: Change) =>
  desk.interactions.map((row) => ({
    ...{ timestamp: new Date(row.time * 1000).toISOString(), user: row.user, application: row.application },
    ...{ window: change(row.window), url: change(row.url), element: row.element, action: row.action },
    ...{ value: change(row.value), segment: row.segment === undefined ? null : `${row.segment}` },
  }));

const caseOf = new Map(desk.instances.map((one) => [`${one.segment}`, [`${one.case}`]]));

/** The log as a file that is read with privacy. */
async function readPrivately(privacy: PrivacyOptions) {
  const rows = rowsOf(same), names = Object.keys(rows[0]!) as (keyof typeof rows[0])[];
  const file = join(folder, "desk.csv");
  const cell = (text: string | null) => `"${(text ?? "").replaceAll('"', '""')}"`;
  writeFileSync(
    file,
    [names.join(","), ...rows.map((row) => names.map((name) => cell(row[name])).join(","))].join("\n"),
  );
  return segmentTasks(await readInteractions(file, { privacy }), { instance: "segment" });
}

function score(links: ReturnType<typeof linkTasks>, id: Change) {
  const { log, offsets, events, count } = links.segmentation, column = log.attribute("segment")!;
  if (column.kind !== "text") throw new Error("Expected text.");
  const truth = Array.from(
    { length: count },
    (_, k) => caseOf.get(column.dictionary[column.codes[events[offsets[k]!]!]!]!)!.map((c) => id(c)!),
  );
  return scoreLinks(links, truth);
}

test.each([
  ["sha256", 64],
  ["sha512", 128],
  ["md5", 32],
])("identifiers hashed alike in both logs, with %s, tell the case", (algorithm, length) => {
  const hash: Change = (text) => text === "" ? "" : createHmac(algorithm, "one salt").update(text).digest("hex");
  const segmentation = segmentTasks(interactionsFromRows(rowsOf(hash)), { instance: "segment" });
  // Other names of people, too: identifiers tell the case.
  const links = linkTasks(segmentation, eventLog(hash, hash)), { precision, recall } = score(links, hash);
  expect(hash("x")).toHaveLength(length);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  const { changed, comparable, lost } = links.privacy!;
  expect(comparable).toBeGreaterThan(0.5 * new Set([...caseOf.values()].flat()).size);
  expect(comparable + lost).toBe(changed);
  expect(links.notes.join("\n")).toMatch(
    /masked or hashed.* equal an identifier of the event log.* no longer be compared/,
  );
});

test("values hashed on reading, with the project's secret, equal ids hashed with it", async () => {
  const marks = pseudonyms(SECRET, 0), id: Change = (text) => `[value ${marks.tag("value", text)}]`;
  const segmentation = await readPrivately({ values: "hash", secretFile });
  const links = linkTasks(segmentation, eventLog(id)), { precision, recall } = score(links, id);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(links.privacy!.comparable).toBeGreaterThan(100);
  expect(links.notes.some((note) => note.startsWith("Identifiers of cases stand in"))).toBe(true);
});

test("values hashed with another salt are lost, and people and times tell the case", async () => {
  const segmentation = await readPrivately({ values: "hash", secretFile, users: "keep" });
  const other = pseudonyms("another secret", 0), id: Change = (text) => `[value ${other.tag("value", text)}]`;
  const links = linkTasks(segmentation, eventLog(id)), { precision, recall } = score(links, id);
  expect(precision).toBeGreaterThanOrEqual(0.85);
  expect(recall).toBeGreaterThanOrEqual(0.85);
  const { changed, comparable, lost } = links.privacy!;
  expect([comparable, lost]).toEqual([0, changed]);
});

test("masks that were numbered within each log are not compared", async () => {
  const numbers = pseudonyms(undefined, 0), id: Change = (text) => `[value ${numbers.tag("value", text)}]`;
  const segmentation = await readPrivately({ values: "hash", secretFile: "" });
  const links = linkTasks(segmentation, eventLog(id));
  expect(links.privacy!.comparable).toBe(0);
  expect(links.notes.join("\n")).toMatch(/numbered within the recording.*TRACEBOOK_SECRET/s);
  expect(links.links.rows().filter(({ why }) => why.startsWith("the case's identifier"))).toEqual([]);
});

test("dropped values are counted, and ids that are masked on one side alone are told", async () => {
  const dropped = linkTasks(await readPrivately({ values: "drop" }), eventLog(same));
  const filled = rowsOf(same).filter(({ value }) => value !== "").length;
  expect(dropped.privacy!.dropped).toBe(filled);
  expect(dropped.notes.join("\n")).toMatch(/cells of the recording were left out/);
  const plain = segmentTasks(interactionsFromRows(rowsOf(same)), { instance: "segment" });
  const oneSide = linkTasks(plain, eventLog((text) => createHmac("sha256", "x").update(text).digest("hex")));
  expect(oneSide.privacy).toMatchObject({ changed: 0, changedIds: oneSide.log.cases });
  expect(oneSide.notes.join("\n")).toMatch(/Change both logs alike/);
  expect(linkTasks(plain, eventLog(same)).privacy).toBeUndefined();
});
