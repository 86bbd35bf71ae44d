import { expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { rework } from "../../../src/taskmining/friction/rework.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";

/** "type Street" and the like, in one instance. */
function counts(...texts: string[]) {
  const rows = texts.map((text, at): InteractionRow => {
    const [, action, element, row, value] = /^(\w+) ([^#=]*)(?:#(\w+))?(?:=(.*))?$/.exec(text)!;
    return { at, user: "Ada", app: "ERP", action: action!, element: element!, row, value, segment: "1" };
  });
  const [found] = rework(taskInstances(interactionsOf(rows), { instance: "segment" })).objects() as Record<
    string,
    number
  >[];
  return [found!.reEdits, found!.iterations, found!.undos, found!.reSubmits, found!.reworked];
}

test("an element edited again after another is rework; typing on in the same one is not", () => {
  expect(counts("type Street", "type City", "type Street", "click Save")).toEqual([1, 0, 0, 0, 1]);
  expect(counts("type Street", "type Street", "type City")).toEqual([0, 0, 0, 0, 0]);
});

test("filling in the next row is no rework, whether the log tells rows or not", () => {
  expect(counts("type Article", "type Quantity", "type Article", "type Quantity", "type Article", "type Quantity"))
    .toEqual([0, 4, 0, 0, 0]);
  expect(counts("type Article#1", "type Quantity#1", "type Article#2", "type Quantity#2")).toEqual([0, 0, 0, 0, 0]);
  expect(counts("type Article#1", "type Quantity#1", "type Article#1")).toEqual([1, 0, 0, 0, 1]);
});

test("undo and delete keys, and forms sent again", () => {
  expect(counts("type Street", "delete Street", "key Ctrl+Z", "type Street")).toEqual([0, 0, 2, 0, 1]);
  expect(counts("click Submit order", "type City", "click Submit order")).toEqual([0, 0, 0, 1, 1]);
  expect(counts("click Next", "click Next")).toEqual([0, 0, 0, 0, 0]);
});

test("the order desk: mistyped values are deleted where they are retyped", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const rows = rework(taskInstances(log, { instance: "segment", task: "task" }), { by: "team", individuals: true })
    .objects() as Record<
      string,
      number | string
    >[];
  const [types, teams, segments] = ["eventType", "team", "segment"].map((name) => asText(log.attribute(name)!));
  const deletions = new Map<string, number>();
  for (let i = 0; i < log.interactions; i++) {
    if (textAt(types!, i) !== "delete" || textAt(segments!, i) === undefined) continue;
    deletions.set(textAt(teams!, i)!, (deletions.get(textAt(teams!, i)!) ?? 0) + 1);
  }
  expect([...deletions.keys()].sort()).toEqual(["Desk North", "Desk South"]);
  for (const [team, n] of deletions) {
    expect(rows.filter((row) => row.team === team).reduce((sum, row) => sum + Number(row.undos), 0)).toBe(n);
  }
  const shown = rework(taskInstances(log, { instance: "segment", task: "task" }), { by: "team" });
  const small = (shown.objects() as Record<string, unknown>[]).filter(({ suppressed }) => suppressed);
  expect(small.map(({ task, team, undos, people }) => [task, team, undos, people]))
    .toContainEqual(["Correct address", "Desk South", null, null]);
  expect(shown.about.notes.at(-1)).toContain("fewer than 5 people");
  const enter = Object.fromEntries(rows.filter(({ task }) => task === "Enter order").map((row) => [row.team, row]));
  expect(Number(enter["Desk South"]!.reworkShare)).toBeGreaterThan(4 * Number(enter["Desk North"]!.reworkShare));
});
