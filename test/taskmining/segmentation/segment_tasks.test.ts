// @slow: segments whole logs
import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { type Corpus, oneAfterTheOther, withNoise } from "../../support/tasks/corpus.ts";
import { scoreCorpus } from "../../support/tasks/score_corpus.ts";
import { randomTasks } from "../../support/tasks/random_tasks.ts";
import { handleTimes } from "../../../src/taskmining/measures/handle_times.ts";
import { isCompletion, isOverhead } from "../../../src/taskmining/segmentation/completion_words.ts";
import { segmentTable, withSegments } from "../../../src/taskmining/segmentation/segment_table.ts";
import { type SegmentOptions, segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { type InteractionRow, interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";

/** Rounds of steps such as "open name save", some seconds apart. */
function rounds(words: readonly string[], extra: Partial<InteractionRow> = {}): InteractionRow[] {
  return words.flatMap((round) => round.split(" ")).map((element, i) => ({
    at: i * 3,
    app: "ERP",
    action: "click",
    element,
    ...extra,
  }));
}

const corpusOf = (name: string, words: readonly string[]): Corpus => ({
  name,
  rows: words.flatMap((round, instance) =>
    round.split(" ").map((element, e) => ({
      cells: {
        timeStamp: new Date(Date.UTC(2026, 0, 5) + (instance * 20 + e) * 3000).toISOString(),
        user: "Ada",
        application: "ERP",
        action: "click",
        element,
      },
      instance,
      task: name,
    }))
  ),
});

// Ways of a task follow each other at random: an order of theirs that recurs would be a longer task.
const { pick } = random(5);
const orders = Array.from({ length: 40 }, () => pick(["open name note save", "open name city street save"]));
const letters = Array.from({ length: 40 }, () => pick(["inbox read reply send", "inbox read save archive"]));

test("every interaction has at most one owner, instances are one user's, and the arrays agree", () => {
  for (const seed of [1, 2, 3]) {
    const log = interactionsOf(randomInteractions({ seed, rows: 120 }));
    const { owner, offsets, events, count, task, tasks, reasons, stray } = segmentTasks(log);
    expect(owner).toHaveLength(log.interactions);
    expect(stray).toHaveLength(log.interactions);
    expect([task.length, reasons.length, offsets.length]).toEqual([count, count, count + 1]);
    for (let k = 0; k < count; k++) {
      const own = events.subarray(offsets[k]!, offsets[k + 1]!);
      expect(own.length).toBeGreaterThan(0);
      expect([...own].every((i) => owner[i] === k && log.user[i] === log.user[own[0]!])).toBe(true);
      expect(reasons[k]!.length).toBeGreaterThan(0);
      expect(tasks[task[k]!]).toBeDefined();
    }
    expect(tasks.reduce((sum, { instances }) => sum + instances, 0)).toBe(count);
    expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length);
  }
});

test("the same log gives the same segmentation; columns that name the truth change nothing", () => {
  const rows = rounds(orders);
  const first = segmentTasks(interactionsOf(rows));
  const told = segmentTasks(interactionsOf(rows.map((row, i) => ({ ...row, segment: String(i % 7), task: "x" }))));
  expect(segmentTasks(interactionsOf(rows)).owner).toEqual(first.owner);
  expect(told.owner).toEqual(first.owner);
});

test("rounds of one task are told apart exactly", () => {
  expect(scoreCorpus(corpusOf("orders", orders))).toMatchObject({ nled: 0, exact: 1 });
});

test("two tasks one after the other, and one interrupted by the other", () => {
  const both = [corpusOf("orders", orders), corpusOf("letters", letters)];
  expect(scoreCorpus(oneAfterTheOther(both, 1))).toMatchObject({ nled: 0, exact: 1, ari: 1 });
  const interruptedTasks = randomTasks({ seed: 1, tasks: 2, instances: 160, interrupted: 0.25 });
  expect(scoreCorpus(interruptedTasks).pairF1).toBeGreaterThan(0.97);
});

test("made-up tasks that share applications, windows and steps", () => {
  const score = scoreCorpus(randomTasks({ seed: 1, tasks: 2, instances: 160 }));
  expect(score.exact).toBeGreaterThan(0.95);
  expect(score.ari).toBeGreaterThan(0.95);
});

test("one interaction in ten in trouble: four of five instances are still exact", () => {
  const longer = orders.concat(orders).map((words) => `start check ${words} print close`);
  expect(scoreCorpus(withNoise(corpusOf("orders", longer), 0.1, 1)).exact).toBeGreaterThanOrEqual(0.8);
});

test("an odd log gets a clear answer", () => {
  const one = segmentTasks(interactionsOf([{ at: 0, action: "click", element: "Save" }]));
  expect(one.count).toBe(1);
  expect(one.notes.join(" ")).toMatch(/1 interaction: too few/);
  const equal = segmentTasks(interactionsOf(rounds(orders).map((row) => ({ ...row, at: 0 }))));
  expect(equal.count).toBe(40);
  expect(equal.notes.join(" ")).toMatch(/same time/);
  const bare = segmentTasks(
    interactionsOf(rounds(orders).map(({ at, element }) => ({ at, action: "click", element }))),
  );
  expect(bare.count).toBe(40);
  expect(bare.notes.join(" ")).toMatch(/no users.*no applications/s);
  const overlapping = rounds(orders).map((row) => ({ ...row, until: row.at + 10 }));
  expect(segmentTasks(interactionsOf(overlapping)).count).toBe(40);
});

test("a column tells the instances only where it is asked for", () => {
  const rows = rounds(orders).map((row, i) => ({ ...row, ticket: i < 5 ? undefined : String(i % 4) }));
  const { count, owner, notes } = segmentTasks(interactionsOf(rows), { instance: "ticket" });
  expect(count).toBe(4);
  expect([...owner.subarray(0, 6)]).toEqual([-1, -1, -1, -1, -1, 0]);
  expect(notes[0]).toMatch(/values of "ticket"/);
  expect(() => segmentTasks(interactionsOf(rows), { instance: "tiket" })).toThrow(/Did you mean "ticket"/);
});

test("instances are named the same way in segmentTasks and taskInstances", () => {
  const rows = rounds(orders).map((row, i) => ({ ...row, ticket: String(i % 4) }));
  const log = interactionsOf(rows);
  const behaviour = { instance: "behaviour" };
  expect(segmentTasks(log, behaviour).owner).toEqual(segmentTasks(log).owner);
  expect(taskInstances(log, behaviour).events).toEqual(taskInstances(log).events);
  expect(taskInstances(log, behaviour).instanceColumn).toBeUndefined();
  const ticket = { instance: "ticket" };
  expect(segmentTasks(log, ticket).events).toEqual(taskInstances(log, ticket).events);
});

test("the old name of the option tells the new one", () => {
  const log = interactionsOf(rounds(orders).map((row) => ({ ...row, ticket: "1" })));
  for (const by of ["ticket", { column: "ticket" }]) {
    const old = { by } as SegmentOptions;
    expect(() => segmentTasks(log, old)).toThrow(OptionError);
    expect(() => segmentTasks(log, old)).toThrow(
      /segmentTasks: `by` is called `instance` now.*segmentTasks\(log, \{ instance: "ticket" \}\)/,
    );
  }
});

test("options out of range are refused", () => {
  const log = interactionsOf(rounds(orders));
  expect(() => segmentTasks(log, { maxTasks: 0 })).toThrow(OptionError);
  expect(() => segmentTasks(log, { learnFrom: 1 })).toThrow(OptionError);
  expect(segmentTasks(log, { maxTasks: 1 }).tasks).toHaveLength(1);
});

test("segments are columns that handle times read", () => {
  const log = interactionsOf([...rounds(orders), ...rounds(letters).map((row) => ({ ...row, at: row.at + 5000 }))]);
  const segmentation = segmentTasks(log);
  const segmented = withSegments(segmentation);
  const instances = taskInstances(segmented, { instance: "segment" });
  expect(instances.count).toBe(segmentation.count);
  expect(instances.events).toEqual(segmentation.events);
  const byTask = handleTimes(segmented, { instance: "segment", by: "task" });
  expect([...byTask.array("instances")].sort()).toEqual(segmentation.tasks.map((task) => task.instances).sort());
  const table = segmentTable(segmentation);
  expect(table.numRows()).toBe(log.interactions);
  expect(table.columnNames()).toEqual(["time", "user", "app", "action", "segment", "task", "stray", "certainty"]);
  expect(log.attribute("segment")).toBeUndefined();
});

test("words that complete and words that open, in several languages", () => {
  for (const name of ["clickButton Submit @ Web", "click Speichern @ SAP", "Enviar", "送信する @ Web", "clickOK"]) {
    expect(isCompletion(name), name).toBe(true);
  }
  expect(isCompletion("type Name @ Save dialog")).toBe(false);
  expect(isCompletion("clickLink Another @ Chrome / form/thankyou")).toBe(true);
  expect(isOverhead("openFile @ Excel")).toBe(true);
  expect(isOverhead("Sign in @ Web")).toBe(true);
});
