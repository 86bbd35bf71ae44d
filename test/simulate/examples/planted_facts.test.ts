/** The readers and measures, given the committed logs, find what the simulators state: two computations, one result. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import type { HandleTime, PlantedFacts, WaitingTime } from "../../../src/simulate/examples/planted_facts.ts";
import { handleTimes } from "../../../src/taskmining/measures/handle_times.ts";

const data = (name: string) => fileURLToPath(new URL(`../../../data/${name}`, import.meta.url));
const facts: PlantedFacts = JSON.parse(await readFile(data("truth.json"), "utf8"));

test("the interaction log's columns are inferred, and its handle times are the stated ones", async () => {
  const log = await readInteractions(data("order-desk.csv"));
  expect(log.source.mapping).toEqual({
    timestamp: "timestamp",
    user: "user",
    team: "team",
    app: "application",
    window: "window",
    url: "url",
    element: "element",
    row: "row",
    action: "action",
    value: "value",
    segment: "segment",
    task: "task",
  });
  expect(log.interactions).toBe(facts.orderDesk.interactions);
  const found = handleTimes(log, { instance: "segment", by: ["team", "task"], k: 1 }).objects() as Record<
    string,
    number
  >[];
  expect(found.length).toBe(facts.orderDesk.handle.length);
  facts.orderDesk.handle.forEach((fact: HandleTime, i) => {
    expect(found[i]).toMatchObject({ team: fact.team, task: fact.task, instances: fact.instances });
    expect(found[i]!.meanHandleSeconds).toBeCloseTo(fact.meanHandleSeconds, 3);
    expect(found[i]!.medianHandleSeconds).toBe(fact.medianHandleSeconds);
    expect(found[i]!.meanActiveSeconds).toBeCloseTo(fact.meanActiveSeconds, 3);
  });
});

test("the event log's columns are inferred, nothing is odd in it, and its longest waits are the stated ones", async () => {
  const log = await readLog(data("order-to-cash.csv"));
  expect(log.source.mapping).toEqual({
    case: "case",
    activity: "activity",
    timestamp: "timestamp",
    start: "start",
    resource: "resource",
  });
  expect([log.cases, log.events]).toEqual([facts.orderToCash.cases, facts.orderToCash.events]);
  const { activities, edges } = directlyFollows(log);
  const longest = [...edges].sort((a, b) => b.totalSeconds - a.totalSeconds);
  facts.orderToCash.waits.forEach((fact: WaitingTime, i) => {
    const edge = longest[i]!;
    expect([activities[edge.from], activities[edge.to], edge.count]).toEqual([fact.from, fact.to, fact.count]);
    expect(edge.meanSeconds).toBeCloseTo(fact.meanSeconds, 3);
  });
});
