// @slow: reads and writes whole logs
import { readFile, rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { valueAt } from "../../../src/base/column.ts";
import type { OcelEvent, OcelObject, OcelType } from "../../../src/io/write_ocel.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readAnyLog } from "../../../src/log/read_any_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { writeInteractions } from "../../../src/log/interactions/write_interactions.ts";
import { cleanInteractions } from "../../../src/taskmining/cleaning/clean_interactions.ts";
import { interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-interactions-" });
});
afterAll(() => rm(folder, { recursive: true }));

/** All that a log says, in its order. */
function said(log: InteractionLog) {
  const columns = log.source.canonical.columns.map(({ name }) => name).sort();
  return {
    time: [...log.time],
    end: log.end && [...log.end],
    sessions: [...log.sessions],
    actions: Array.from(log.action, (code) => log.actions[code]),
    users: Array.from(log.user, (code) => log.users[code]),
    apps: Array.from(log.app, (code) => log.apps[code]),
    columns: columns.map((name) => {
      const column = log.attribute(name)!;
      return [name, ...Array.from({ length: log.interactions }, (_, i) => valueAt(column, i))];
    }),
  };
}

const logs: [string, () => Promise<InteractionLog>][] = [
  ["random intervals", () => Promise.resolve(interactionsOf(randomInteractions({ seed: 4, intervals: true })))],
  [
    "windows only",
    () => Promise.resolve(interactionsOf([{ at: 0, app: "ERP", window: 'A, "b"\n' }, { at: 9, app: "Mail" }])),
  ],
  ["the order desk", () => readInteractions("data/order-desk.csv")],
];

test.each(logs)("CSV reads back as the same log: %s", async (name, make) => {
  const log = await make();
  for (const suffix of [".csv", ".csv.gz"]) {
    const path = `${folder}/${name}${suffix}`;
    await writeInteractions(log, path);
    expect(said(await readInteractions(path))).toEqual(said(log));
    expect((await readAnyLog(path)).constructor.name).toBe("InteractionLog");
  }
});

test.skipIf(lacksSharedLogs)("a cleaned recording reads back as it was cleaned", async () => {
  const log = cleanInteractions(await readInteractions(sharedLog("interaction/student-record-raw.csv")));
  await writeInteractions(log, `${folder}/clean.csv`);
  expect(said(await readInteractions(`${folder}/clean.csv`))).toEqual(said(log));
});

test.each(logs)("XES is an event log of sessions: %s", async (name, make) => {
  const log = await make();
  const path = `${folder}/${name}.xes.gz`;
  const report = await writeInteractions(log, path);
  expect(report!.findings.filter(({ rule }) => rule !== "column renamed")).toEqual([]);
  const events = await readLog(path);
  expect([events.cases, events.events]).toEqual([log.sessions.length - 1, log.interactions]);
  const traces = Array.from(
    { length: events.cases },
    (_, c) =>
      Array.from(events.activity.subarray(events.offsets[c]!, events.offsets[c + 1]!), (a) => events.activities[a]),
  );
  const sessions = Array.from(
    { length: log.sessions.length - 1 },
    (_, s) => Array.from(log.action.subarray(log.sessions[s]!, log.sessions[s + 1]!), (code) => log.actions[code]),
  );
  const byWords = (a: unknown, b: unknown) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
  expect(traces.sort(byWords)).toEqual(sessions.sort(byWords));
  expect([...events.time].sort()).toEqual([...log.time].sort());
  const user = asText(log.attribute("user")!);
  const named = events.resource ? Array.from(events.resource, (code) => events.resources![code]).sort() : [];
  expect(named.filter(Boolean)).toEqual(
    [...user.codes].filter((code) => code >= 0).map((code) => log.users[code]).sort(),
  );
});

test("XES by a column: each value is a trace", async () => {
  const log = interactionsOf([
    { at: 0, app: "ERP", segment: "1" },
    { at: 1, app: "Mail", segment: "2" },
    { at: 2, app: "ERP", segment: "1" },
  ]);
  await writeInteractions(log, `${folder}/segments.xes`, { trace: "segment" });
  const events = await readLog(`${folder}/segments.xes`);
  expect([events.cases, events.events]).toEqual([2, 3]);
  await expect(writeInteractions(log, `${folder}/a.xes`, { trace: "case" })).rejects.toThrow(/"case"/);
  await expect(writeInteractions(log, `${folder}/a.pdf`)).rejects.toThrow(/\.jsonocel/);
});

interface Ocel {
  objectTypes: OcelType[];
  eventTypes: OcelType[];
  objects: OcelObject[];
  events: OcelEvent[];
}

async function ocelOf(log: InteractionLog, name: string): Promise<Ocel> {
  await writeInteractions(log, `${folder}/${name}.jsonocel`);
  return JSON.parse(await readFile(`${folder}/${name}.jsonocel`, "utf8"));
}

/** Names of keys at every place of a document. */
function shape(value: unknown, path = ""): Set<string> {
  const found = new Set([`${path}:${Array.isArray(value) ? "list" : typeof value}`]);
  if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      for (const one of shape(inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`)) found.add(one);
    }
  }
  return found;
}

test.skipIf(lacksSharedLogs)("OCEL has the shape of the published example, and nothing beside it", async () => {
  const example = shape(JSON.parse(await readFile(sharedLog("objects/ocel20_example.jsonocel"), "utf8")));
  for (const name of ["student-record-truth.csv", "cpn5.csv", "activitywatch-sample.json"]) {
    const ocel = await ocelOf(await readInteractions(sharedLog(`interaction/${name}`)), name);
    expect([...shape(ocel)].filter((place) => !example.has(place))).toEqual([]);
  }
});

test("OCEL holds together: ids are unique, types and attributes declared, relationships lead to objects", async () => {
  for (const [name, make] of logs) {
    const log = await make();
    const { objectTypes, eventTypes, objects, events } = await ocelOf(log, name);
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(log.interactions);
    const declared = (types: OcelType[], one: OcelObject | OcelEvent) => {
      const names = types.find((type) => type.name === one.type)!.attributes.map((attribute) => attribute.name);
      return one.attributes.every((attribute) => names.includes(attribute.name));
    };
    expect(objects.every((one) => declared(objectTypes, one)) && events.every((one) => declared(eventTypes, one))).toBe(
      true,
    );
    expect(
      [...objects, ...events].flatMap(({ relationships }) => relationships).every(({ objectId }) => ids.has(objectId)),
    )
      .toBe(true);
    expect(objects.filter(({ type }) => type === "user").length).toBe(log.users.length);
    expect(objects.filter(({ type }) => type === "application").length).toBe(log.apps.length);
    expect(events.map(({ time }) => Date.parse(time))).toEqual([...log.time]);
  }
});

test("an element's value is what was entered, from then on; two fields of one name on two pages are two", async () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 8, 0, second)).toISOString();
  const row = { user: "Ada", app: "Web", action: "edit", element: "Name" };
  const { objects, events } = await ocelOf(
    interactionsOf([
      { ...row, at: 0, url: "https://a.example/x", value: "one" },
      { ...row, at: 1, url: "https://a.example/y", value: "two" },
      { ...row, at: 2, url: "https://a.example/x", value: "three" },
    ]),
    "values",
  );
  const elements = objects.filter(({ type }) => type === "element");
  expect(elements.map(({ attributes }) => attributes.filter(({ name }) => name === "value"))).toEqual([
    [{ name: "value", time: at(0), value: "one" }, { name: "value", time: at(2), value: "three" }],
    [{ name: "value", time: at(1), value: "two" }],
  ]);
  expect(elements[0]!.relationships).toEqual([{ objectId: "document:Web / a.example/x", qualifier: "within" }]);
  expect(events[1]!.relationships.map(({ objectId }) => objectId)).toEqual([
    "user:Ada",
    "application:Web",
    "document:Web / a.example/y",
    elements[1]!.id,
  ]);
});
