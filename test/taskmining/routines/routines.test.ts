import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { routineScores, scoreRoutines } from "../../support/tasks/score_routines.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { discoverRoutines } from "../../../src/taskmining/routines/routines.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

/** Instances written as words: "a b c" is one whose interactions are on elements a, b and c, a second apart. */
function instancesOf(...instances: string[]) {
  let at = 0;
  const rows = instances.flatMap((text, k): InteractionRow[] =>
    text.split(" ").map((element) => {
      const [name, task] = element.split("/");
      return {
        at: at++,
        user: k % 2 ? "Bo" : "Ada",
        action: "click",
        element: name!,
        segment: `s${k}`,
        task: task ?? "T",
      };
    })
  );
  return taskInstances(interactionsOf(rows), { instance: "segment", task: "task" });
}

const spelled = (actions: readonly string[]) => actions.map((action) => action.replace(/^click /, "")).join(" ");

test("a routine is found although other steps stand inside its occurrences", () => {
  const found = discoverRoutines(instancesOf("a b c d", "a b x c d", "a b c d", "y a b c d"));
  expect(found.routines.map(({ actions, ...own }) => ({ actions: spelled(actions), ...own }))).toMatchObject([
    {
      actions: "a b c d",
      task: "T",
      instances: 4,
      support: 1,
      coverage: 16 / 18,
      cohesion: 4,
      people: 2,
      medianSeconds: 3,
    },
  ]);
  expect(found.coverage).toBeCloseTo(16 / 18, 12);
  expect(found.routines[0]!.occurrences.map(({ events }) => events.length)).toEqual([4, 4, 4, 4]);
});

test("what stands before and after an occurrence is mined again", () => {
  const found = discoverRoutines(instancesOf("a b c d e k l m", "k l m a b c d e", "a b c d e k l m", "k l m"), {
    minSupport: 0.75,
  });
  expect(found.routines.map(({ actions, instances }) => `${spelled(actions)} ${instances}`).sort())
    .toEqual(["a b c d e 3", "k l m 4"]);
});

test("a routine that an instance goes through twice has two occurrences there", () => {
  const [routine] = discoverRoutines(instancesOf("a b c x a b c", "a b c", "y a b c")).routines;
  expect([spelled(routine!.actions), routine!.instances, routine!.occurrences.length]).toEqual(["a b c", 3, 4]);
});

test("kinds of task have routines of their own, with support in their own instances", () => {
  const work = instancesOf("a/A b/A c/A", "a/A b/A c/A", "a/B b/B d/B", "a/B b/B d/B", "a/B b/B d/B");
  expect(discoverRoutines(work).routines.map(({ task, actions, support }) => [task, spelled(actions), support]))
    .toEqual([["B", "a b d", 1], ["A", "a b c", 1]]);
});

test("ranks take different patterns first", () => {
  const work = instancesOf("a b c d", "a b c d", "a b c x", "a b c y", "a b c z");
  const first = (rank: "cohesion" | "coverage" | "support" | "length") =>
    discoverRoutines(work, { rank }).routines.map(({ actions, instances }) => `${spelled(actions)} ${instances}`);
  expect(first("support")).toEqual(["a b c 5"]);
  expect(first("coverage")).toEqual(["a b c 5"]);
  expect(first("length")).toEqual(["a b c 3", "a b c d 2"]);
  expect(first("cohesion")).toEqual(["a b c 3", "a b c d 2"]);
});

test("no interaction is in two routines, each says its actions in order, and shares add up", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { below } = random(seed);
    const work = instancesOf(...Array.from(
      { length: 12 },
      () => Array.from({ length: 1 + below(12) }, () => "abcde"[below(5)]!).join(" "),
    ));
    for (const rank of ["cohesion", "coverage"] as const) {
      const { routines, coverage, log } = discoverRoutines(work, { rank, minLength: 2 });
      const used = new Set<number>();
      for (const { actions, occurrences, instances } of routines) {
        expect(new Set(occurrences.map(({ instance }) => instance)).size).toBe(instances);
        expect(instances).toBeGreaterThanOrEqual(2);
        for (const { events, instance } of occurrences) {
          expect([...events].map((event) => log.actions[log.action[event]!])).toEqual(actions);
          for (const event of events) {
            expect(work.events.subarray(work.offsets[instance]!, work.offsets[instance + 1]!)).toContain(event);
            expect(used.has(event)).toBe(false);
            used.add(event);
          }
        }
      }
      expect(coverage).toBeCloseTo(used.size / log.interactions, 12);
    }
  }
});

test("one instance has no routine, and the notes say why", () => {
  const found = discoverRoutines(instancesOf("a b c"));
  expect(found.routines).toEqual([]);
  expect(found.table.numRows()).toBe(0);
  expect(found.notes.join()).toContain("one instance alone");
});

test("options out of range are refused", () => {
  expect(() => discoverRoutines(instancesOf("a"), { minSupport: 2 })).toThrow(OptionError);
  expect(() => discoverRoutines(instancesOf("a"), { minLength: 0 })).toThrow(OptionError);
});

test("the order desk's tasks: confirming is done in the two ways that were simulated", async () => {
  const work = taskInstances(await readInteractions("data/order-desk.csv"), {
    instance: "segment",
    task: "task",
  });
  const confirm = discoverRoutines(work).routines.filter(({ task }) => task === "Confirm order");
  const whole = [
    "click Order @ ERP / Worklist",
    "open Header @ ERP / Order #",
    "click Items @ ERP / Order #",
    "click Confirm @ ERP / Order #",
    "click Send @ Mail / New message",
  ];
  expect(confirm.map(({ actions }) => actions)).toEqual([
    whole,
    whole.toSpliced(3, 0, "click Delivery date @ ERP / Order #"),
  ]);
  expect(confirm.reduce((sum, { instances }) => sum + instances, 0)).toBe(314);
});

test("a routine is scored against the true one most alike", () => {
  const truth = [["a @ X", "b @ X"], ["c @ X"]];
  expect(scoreRoutines([{ actions: ["a @ X"], coverage: 0.25 }, { actions: ["c @ X"], coverage: 0.75 }], truth))
    .toEqual({ jc: 0.75, weightedJc: 0.875 });
});

test.skipIf(lacksSharedLogs)("routines are as alike and cover as much as those of the published tool", async () => {
  const logs = ["cpn1", "cpn4", "cpn5", "cpn6", "student-record-truth"];
  for (
    const { log, jc, coverage, published } of await routineScores(sharedLog("interaction/"), {
      logs,
      instances: "true",
    })
  ) {
    expect(jc, log).toBeGreaterThanOrEqual(published!.jc);
    expect(coverage, log).toBeGreaterThanOrEqual(published!.coverage);
  }
});

test.skipIf(lacksSharedLogs)(
  "routines of found instances are those of the true ones where these are found exactly",
  async () => {
    const scores = await routineScores(sharedLog("interaction/"), { logs: ["cpn1", "cpn6", "student-record-truth"] });
    const found = scores.filter(({ instances, exact }) => instances === "found" && exact === 1);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      const { routines, jc, weightedJc, coverage } = scores.find(({ log, instances }) =>
        log === one.log && instances === "true"
      )!;
      expect(one, one.log).toMatchObject({ routines, jc, weightedJc, coverage });
    }
  },
);

test("what a recorder adds is no step of a routine, and the instances stay", () => {
  const rows = Array.from(
    { length: 12 },
    (_, k) =>
      ["click Name", "edit Name", "click Sum", "edit Sum", "click Save"].map((words, i): InteractionRow => {
        const [action, element] = words.split(" ");
        return { at: k * 100 + i + 0.5, user: "Ada", app: "ERP", action: action!, element: element!, segment: `${k}` };
      }),
  ).flat();
  const work = taskInstances(interactionsOf(rows), { instance: "segment" });
  const [clean, raw] = [discoverRoutines(work), discoverRoutines(work, { clean: false })];
  const elements = ({ actions }: { actions: readonly string[] }) => actions.map((one) => one.split(" ")[1]).join();
  expect(clean.routines.map((routine) => [elements(routine), routine.instances])).toEqual([["Name,Sum,Save", 12]]);
  expect(raw.routines.map(elements)).toEqual(["Name,Name,Sum,Sum,Save"]);
  expect([clean.coverage, raw.coverage]).toEqual([1, 1]);
  expect(clean.notes.join()).toContain("24 of 60 interactions, which others imply, are left out (focusClicks 24).");
  for (const { events } of clean.routines[0]!.occurrences) {
    expect(Array.from(events, (i) => clean.log.actions[clean.log.action[i]!])).toEqual(clean.routines[0]!.actions);
  }
});
