// @slow: reads every planted value in every form
import { afterEach, beforeEach, expect, test } from "vitest";
import process from "node:process";
import { chooseDriver } from "../../../src/db/open.ts";
import type { PrivacyOptions } from "../../../src/privacy/privacy_options.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readActivityWatch } from "../../../src/log/interactions/read_activity_watch.ts";
import { interactionsFromTable, readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { csvText } from "../../../src/io/csv/csv_text.ts";
import { everythingOf, type Output } from "../../support/everything_of.ts";
import {
  activityWatchBuckets,
  csvOf,
  genericHeader,
  genericRows,
  plantedLogs,
  survivors,
} from "../../support/planted.ts";

const SETTINGS = ["TRACEBOOK_SECRET", "TRACEBOOK_DUCKDB"] as const;
let before: (string | undefined)[];
beforeEach(() => {
  before = SETTINGS.map((name) => process.env[name]);
  delete process.env.TRACEBOOK_SECRET;
  // The native build starts in no time; the first log is read with the portable one.
  process.env.TRACEBOOK_DUCKDB = chooseDriver({ driver: "auto", shortRun: true });
});
afterEach(() => {
  SETTINGS.forEach((name, i) => {
    if (before[i] === undefined) delete process.env[name];
    else process.env[name] = before[i];
  });
});

/** A part of the forms, each spelling in some, where all have been searched for in another test. */
const someRows = genericRows(4);

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is left of the planted secrets in everything that the log gives away. */
async function leftIn(log: InteractionLog): Promise<string[]> {
  const outputs = await everythingOf(log);
  await log.source.database.close();
  expectSubstance(outputs);
  return survivors(outputs);
}

/** The search is worth something where there is something to search through. */
function expectSubstance(outputs: readonly Output[]): void {
  const empty = outputs.filter(([where, text]) => text.length < 2 && !where.startsWith("readings"));
  expect(empty.map(([where]) => where)).toEqual([]);
}

plantedLogs().forEach(({ name, text }, i) => {
  test(`${name}: nothing planted survives in anything that the log gives away`, async () => {
    if (i === 0) process.env.TRACEBOOK_DUCKDB = "wasm";
    expect(survivors([["the file", text]]).length).toBeGreaterThan(50);
    const log = await readInteractions(bytes(text), { name, privacy: { users: "pseudonyms" } });
    expect(await leftIn(log)).toEqual([]);
  }, 120_000);
});

test("nor with marks that tell things apart, nor with hashed or dropped values", async () => {
  const text = csvOf(genericHeader, someRows);
  const ways: PrivacyOptions[] = [{ tags: "all", values: "hash" }, { values: "drop", tags: "none" }];
  for (const way of ways) {
    const log = await readInteractions(bytes(text), { name: "a.csv", privacy: { users: "pseudonyms", ...way } });
    expect(await leftIn(log)).toEqual([]);
  }
}, 180_000);

test("nor where the log is one that this program wrote, unmasked", async () => {
  const raw = await readInteractions(bytes(csvOf(genericHeader, genericRows())), { name: "a.csv", privacy: false });
  const { canonical, interactions } = raw.source;
  const others = interactions.columns.filter(({ name }) => !canonical.columns.some((column) => column.name === name));
  const text = csvText({ rows: interactions.rows, columns: [...canonical.columns, ...others] });
  await raw.source.database.close();
  expect(survivors([["the file", text]]).length).toBeGreaterThan(50);
  const log = await readInteractions(bytes(text), { name: "canonical.csv", privacy: { users: "pseudonyms" } });
  expect(log.attribute("sourceFormat")).toBeDefined();
  expect(await leftIn(log)).toEqual([]);
}, 120_000);

test("nor in what is asked of ActivityWatch's server", async () => {
  const buckets = activityWatchBuckets() as Record<string, { events: unknown[] }>;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const [, id] = /buckets\/([^/]+)\/events/.exec(new URL(request.url).pathname) ?? [];
    const answer = id === undefined
      ? Object.fromEntries(Object.entries(buckets).map(([name, { events: _, ...bucket }]) => [name, bucket]))
      : buckets[decodeURIComponent(id)]!.events;
    return new Response(JSON.stringify(answer));
  });
  try {
    const url = `http://127.0.0.1:${server.addr.port}`;
    expect(await leftIn(await readActivityWatch({ url, privacy: { users: "pseudonyms" } }))).toEqual([]);
  } finally {
    await server.shutdown();
  }
}, 120_000);

test("the search finds what is left: a log read as it is", async () => {
  const log = await readInteractions(bytes(csvOf(genericHeader, genericRows().slice(0, 60))), {
    name: "a.csv",
    privacy: false,
  });
  const outputs = await everythingOf(log);
  await log.source.database.close();
  const leaking = outputs.filter((output) => survivors([output]).length > 0).map(([where]) => where);
  for (
    const where of [
      ...["log", "attributes", "csv", "sql", "sql errors", "log as .csv", "log as .xes", "log as .jsonocel", "cleaned"],
      ...["segmented as .xes", "segmentation", "segment table", "handle times by user", "view day", "view segments"],
    ]
  ) {
    expect(leaking, where).toContain(where);
  }
});

test("a table in memory is read with privacy where that is asked for", async () => {
  const raw = await readInteractions(bytes(csvOf(genericHeader, someRows)), { name: "a.csv", privacy: false });
  const log = interactionsFromTable(raw.source.interactions, { privacy: { users: "pseudonyms" } });
  await raw.source.database.close();
  expect(await leftIn(log)).toEqual([]);
}, 120_000);
