// @slow: segments small logs
import { expect, test } from "vitest";
import { cleanInteractions } from "../../../../src/taskmining/cleaning/clean_interactions.ts";
import { segmentTasks } from "../../../../src/taskmining/segmentation/segment_tasks.ts";
import type { SegmentHints } from "../../../../src/taskmining/segmentation/hints/hints.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";

const steps = (words: string, app = "ERP"): InteractionRow[] =>
  words.split(" ").map((element, i) => ({ at: i * 3, user: "Ada", app, action: "click", element }));
/** A round of four steps that could begin at any of them. */
const ROUND = interactionsOf(steps("a b c d ".repeat(12).trim()));
const firsts = ({ offsets, events, count }: ReturnType<typeof segmentTasks>) =>
  Array.from({ length: count }, (_, k) => events[offsets[k]!]!);
const segmented = (hints: SegmentHints, log = ROUND) => segmentTasks(log, { hints });

test("one marked beginning tells where all rounds begin", () => {
  for (const at of [5, 6, 7]) {
    const found = firsts(segmented({ begins: [at] })).filter((i) => i > 3 && i < 44);
    expect(found).toEqual(Array.from({ length: 10 }, (_, r) => at % 4 + 4 * (r + 1)));
  }
});

test("marked places come out as they are marked, whatever they are like", () => {
  for (let seed = 0; seed < 5; seed++) {
    const begins = [2 + seed, 21 + seed], within = [8 + 2 * seed, 37 - seed].filter((i) => !begins.includes(i));
    const found = firsts(segmented({ begins, within }));
    for (const i of begins) expect(found).toContain(i);
    for (const i of within) expect(found).not.toContain(i);
  }
});

test("a sample has what is marked", () => {
  const long = interactionsOf(steps("a b c d ".repeat(200).trim()));
  const found = firsts(segmentTasks(long, { learnFrom: 100, hints: { begins: [614], within: [701] } }));
  expect(found).toContain(614);
  expect(found).not.toContain(701);
  expect(found.filter((i) => i % 4 === 2).length).toBeGreaterThan(190);
});

test("background belongs to no instance, by action, label, application and class", () => {
  const rows = steps("a b c d ".repeat(12).trim());
  rows.splice(30, 0, { ...rows[29]!, app: "slack.exe", element: "x" });
  rows.splice(14, 0, { ...rows[13]!, app: "slack.exe", element: "x" });
  const log = interactionsOf(rows.map((row, i) => ({ ...row, at: i * 3 })));
  const chat = [14, 31], name = log.actions[log.action[14]!]!, label = log.actionLabels[log.action[14]!]!;
  for (const background of [name, label, log.apps[log.app[14]!]!, "chat"]) {
    const { owner } = segmented({ background: [background] }, log);
    expect(chat.map((i) => owner[i])).toEqual([-1, -1]);
    expect(owner[13]).toBeGreaterThanOrEqual(0);
  }
});

test("background by a class that the reader was told", () => {
  const rows = [...steps("a b c d ".repeat(6).trim()), { at: 90, user: "Ada", app: "Pager", action: "click" }];
  const log = interactionsOf(rows, { applicationClasses: { chat: ["Pager"] } });
  expect(segmented({ background: ["chat"] }, log).owner[24]).toBe(-1);
  expect(() => segmented({ background: ["chat"] }, interactionsOf(rows))).toThrow(/found "chat"/);
});

test("instances that are told to be of one kind, or of different ones, are, and the others that are like them", () => {
  const log = interactionsOf(steps("a b c d q r s t ".repeat(8).trim()));
  const begins = [0, 4, 8, 12];
  const two = segmented({ begins }, log);
  expect(two.tasks.length).toBe(2);
  expect(segmented({ begins, same: [[0, 4]] }, log).tasks.length).toBe(1);
  // Two that do the same, and yet are told to be different.
  const odd = segmented({ begins, different: [[0, 8]] }, log);
  expect(odd.task[odd.owner[0]!]).not.toBe(odd.task[odd.owner[8]!]);
  const near = interactionsOf(steps("a b c d a b c e ".repeat(8).trim()));
  expect(segmented({ begins }, near).tasks.map(({ instances }) => instances)).toEqual([16]);
  expect(segmented({ begins, different: [[0, 4]] }, near).tasks.map(({ instances }) => instances)).toEqual([8, 8]);
});

test("a kind has the name that is given, and two names make two kinds", () => {
  const near = interactionsOf(steps("a b c d a b c e ".repeat(8).trim()));
  const { tasks, task, owner, notes } = segmented({ begins: [0, 4, 8], names: { Pay: 9, Order: 6 } }, near);
  expect(tasks[task[owner[9]!]!]!.name).toBe("Pay");
  expect(tasks[task[owner[6]!]!]!.name).toBe("Order");
  expect(notes).toContain("3 beginnings and 2 names of kinds were given by hand.");
});

test("no hints are as none", () => {
  const plain = segmentTasks(ROUND);
  for (const hints of [{}, { begins: [], background: [], names: {} }]) {
    const { owner, notes, tasks } = segmented(hints);
    expect([owner, notes, tasks]).toEqual([plain.owner, plain.notes, plain.tasks]);
  }
});

test("hints of a cleaned log are those of its interactions", () => {
  const log = cleanInteractions(ROUND);
  const found = firsts(segmented({ begins: [6] }, log));
  expect(found).toContain(6);
});

test("what cannot be is refused with what to do", () => {
  const wrong: [SegmentHints, RegExp][] = [
    [{ begins: [48] }, /begins: expected an interaction by its index in the log, from 0 to 47, but found 48/],
    [{ begins: [1.5] }, /found 1\.5/],
    [{ begins: [4], within: [4] }, /interaction 4 stands in hints\.begins and in hints\.within/],
    [{ within: [0] }, /interaction 0 is the first of its user/],
    [{ same: [[1, 5], [5, 9]], different: [[1, 9]] }, /interactions 1 and 9 are of one kind, but hints\.different/],
    [{ same: [[1, 5]], names: { Pay: 1, Order: 5 } }, /hints\.names calls them "Pay" and "Order"/],
    [{ background: ["ERQ"] }, /found "ERQ"\. Did you mean "ERP"/],
    [{ background: ["ERP"] }, /nothing is left/],
    [{ background: [ROUND.actions[ROUND.action[2]!]!], begins: [2] }, /is background by hints\.background/],
    [{ begin: [1] } as SegmentHints, /found "begin"\. Did you mean "begins"/],
  ];
  for (const [hints, message] of wrong) expect(() => segmented(hints)).toThrow(message);
  expect(() => segmentTasks(ROUND, { instance: "element", hints: { begins: [1] } })).toThrow(/column "element" tells/);
});
