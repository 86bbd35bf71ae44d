import { expect, test } from "vitest";
import { variants } from "../../../src/mining/variants.ts";
import { discoverInductive } from "../../../src/mining/discovery/inductive/inductive.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { InputError } from "../../../src/base/errors.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { departures } from "../../../src/taskmining/measures/task_variants_departures.ts";
import { taskLog } from "../../../src/taskmining/measures/task_variants_log.ts";
import { taskVariants } from "../../../src/taskmining/measures/task_variants.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";

/** Instances written as words, a step a second; the last instance takes twice as long. */
function work(...instances: string[]) {
  let at = 0;
  const rows = instances.flatMap((text, k): InteractionRow[] =>
    text.split(" ").map((element) => {
      at += k === instances.length - 1 ? 2 : 1;
      return { at, user: k % 2 ? "Bo" : "Ada", action: "click", element, segment: `s${k}`, task: "Pay" };
    })
  );
  return taskInstances(interactionsOf(rows), { instance: "segment", task: "task" });
}

const codes = (text: string) => Int32Array.from(text, (letter) => letter.charCodeAt(0));
const told = (dominant: string, way: string) =>
  departures(codes(dominant), codes(way)).map(({ kind, action, after }) =>
    `${kind} ${String.fromCharCode(action)} ${after}`
  );

test("departures skip, insert, and change the order", () => {
  expect(told("abcd", "abcd")).toEqual([]);
  expect(told("abcd", "acd")).toEqual(["skip b 0"]);
  expect(told("abcd", "xabcdy")).toEqual(["insert x -1", "insert y 3"]);
  expect(told("abcd", "acbd")).toEqual(["other order b 2"]);
  expect(told("", "a")).toEqual(["insert a -1"]);
});

test("departures are as few as insertions and deletions can be", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { below } = random(seed);
    const word = () => Int32Array.from({ length: below(8) }, () => below(4));
    const a = word(), b = word();
    const subsequences = (items: Int32Array) =>
      new Set(Array.from({ length: 1 << items.length }, (_, mask) => items.filter((_, i) => mask & (1 << i)).join()));
    const shared = subsequences(a).intersection(subsequences(b));
    const longest = Math.max(...[...shared].map((text) => text === "" ? 0 : text.split(",").length));
    const edits = departures(a, b).reduce((sum, { kind }) => sum + (kind === "other order" ? 2 : 1), 0);
    expect(edits, `seed ${seed}`).toBe(a.length + b.length - 2 * longest);
  }
});

test("the dominant way is the variant of most instances; others depart from it", () => {
  const found = taskVariants(work("a b c", "a b c", "a c", "a b c", "a x b c"), undefined, { individuals: true });
  expect(found.task).toBe("Pay");
  expect(found.variants.map(({ labels, instances, share, people, medianSeconds }) => ({
    labels: labels.join(" "),
    instances,
    share,
    people,
    medianSeconds,
  }))).toEqual([
    { labels: "Click a Click b Click c", instances: 3, share: 0.6, people: 2, medianSeconds: 2 },
    { labels: "Click a Click c", instances: 1, share: 0.2, people: 1, medianSeconds: 1 },
    { labels: "Click a Click x Click b Click c", instances: 1, share: 0.2, people: 1, medianSeconds: 6 },
  ].sort((a, b) => b.instances - a.instances));
  expect(found.dominant).toBe(0);
  expect(found.exceptions.map(({ kind, label, afterLabel, instances, extraSeconds }) => ({
    kind,
    label,
    afterLabel,
    instances,
    extraSeconds,
  }))).toEqual([
    { kind: "insert", label: "Click x", afterLabel: "Click a", instances: 1, extraSeconds: 4 },
    { kind: "skip", label: "Click b", afterLabel: "Click a", instances: 1, extraSeconds: -1 },
  ]);
  expect(found.table.get("dominant", 0)).toBe(true);
  expect(found.exceptionTable.numRows()).toBe(2);
});

test("of equally frequent variants the one nearest to the others is the dominant way", () => {
  const found = taskVariants(work("c d e", "a b c d e", "a b c"));
  // Distances 2 + 2 from the longest, 2 + 3 from each of the others.
  expect(found.variants[found.dominant]!.labels.length).toBe(5);
  expect(found.dominant).toBe(1);
});

test("a kind that is not there is refused, with those that are", () => {
  expect(() => taskVariants(work("a b"), "Play")).toThrow(InputError);
  expect(() => taskVariants(work("a b"), "Play")).toThrow(/"Pay"/);
});

test("a task's instances are an event log whose variants are those of the task", async () => {
  const instances = taskInstances(await readInteractions("data/order-desk.csv"), {
    instance: "segment",
    task: "task",
  });
  for (const task of ["Confirm order", "Enter order"]) {
    const log = taskLog(instances, task);
    const ways = taskVariants(instances, task);
    expect([log.cases, log.events]).toEqual([
      ways.instances,
      ways.variants.reduce((sum, { actions, instances }) => sum + actions.length * instances, 0),
    ]);
    const counts = (variants(log).objects() as { cases: number }[]).map(({ cases }) => cases);
    expect(counts).toEqual(ways.variants.map(({ instances }) => instances));
    expect(log.resources!.length).toBeGreaterThan(4);
  }
  expect(taskLog(instances).cases).toBe(instances.count);
  expect(discoverInductive(taskLog(instances, "Confirm order"))).toBeDefined();
});
