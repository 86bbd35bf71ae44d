import { DOMParser } from "linkedom";
import markdownIt from "markdown-it";
import { expect, test } from "vitest";
import { parseBpmn } from "../../../../src/models/files/bpmn_xml.ts";
import {
  definitionBpmn,
  definitionHtml,
  definitionMarkdown,
  definitionModel,
  renameTasks,
  segmentTasks,
  type TaskDefinition,
  taskDefinition,
  type TaskDefinitionOptions,
} from "../../../../src/taskmining/mod.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";
import { type FormWork, formWork, valueOf } from "../../../support/form_work.ts";

function definitionOf(work: FormWork, options: TaskDefinitionOptions = {}): TaskDefinition {
  const segmentation = segmentTasks(formWork(work), { instance: "segment" });
  return taskDefinition(segmentation, segmentation.tasks[0]!.name, options);
}

/** Of 40 instances a quarter have three lines, and eight look at the total. */
const USUAL: FormWork = { instances: 40, lines: (k) => k % 4 === 0 ? 3 : 1, looks: (k) => k % 5 === 0 };

test("the main way has its steps, with what each of them is", () => {
  const { steps, loops, rules } = definitionOf(USUAL);
  expect(steps.map(({ element, application, verdict }) => [element, application, verdict])).toEqual([
    ["Open form", "ERP", "fixed"],
    ["Body", "Mail", "fixed"],
    ["Case", "ERP", "program"],
    ["Quantity", "ERP", "decision"],
    ["Note", "ERP", "constant"],
    ["Save", "ERP", "fixed"],
  ]);
  expect(loops).toEqual([{ from: 4, to: 4, share: 10 / 40, mostPasses: 3 }]);
  expect(rules).toMatchObject([{ step: 3, heldOutRight: 20, heldOutTotal: 20 }]);
  expect(rules[0]!.words).toContain('"CASE-"');
});

test("who departs from it is counted", () => {
  const { variants, exceptions, otherExceptions } = definitionOf(USUAL);
  expect(variants.map(({ instances, share, isMain }) => [instances, share, isMain])).toEqual([[32, .8, true], [
    8,
    .2,
    false,
  ]]);
  expect(exceptions).toMatchObject([{ leftOut: null, after: 5, instances: 8, share: .2 }]);
  expect(exceptions[0]!.instead).toHaveLength(1);
  expect(otherExceptions).toEqual({ departures: 0, instances: 0 });
});

test("the other way is the main one where that is asked for; one that is not there is an error", () => {
  const { steps, exceptions } = definitionOf(USUAL, { way: 2 });
  expect(steps.map(({ element }) => element)).toContain("Total");
  expect(exceptions).toMatchObject([{ leftOut: [6, 6], instead: [], instances: 32 }]);
  expect(() => definitionOf(USUAL, { way: 3 })).toThrow("number of a way from 1 to 2 but found 3");
});

test("no value stands in any document, only its shape", () => {
  const definition = definitionOf(USUAL);
  for (const text of [definitionMarkdown(definition), definitionHtml(definition), definitionBpmn(definition)]) {
    for (let k = 0; k < 40; k++) expect(text).not.toContain(valueOf(k));
  }
  expect(definition.steps[1]!.example).toBe("X9999");
  expect(definition.steps[2]!.example).toBe("XXXX-X9999");
});

test("times of few people are not shown, their counts are", () => {
  const enough = definitionOf(USUAL);
  expect(enough.times!.medianActiveSeconds).toBeGreaterThan(0);
  expect(enough.volume.people).toBe(6);
  // Twelve people were recorded, but only two of them do the task.
  const few = taskDefinition(fewDo(2), "rare");
  expect(few.times).toBeNull();
  expect(few.timesMissing).toContain("Fewer than 5 people do the task");
  expect([few.volume.instances, few.volume.people]).toEqual([20, null]);
  expect(few.variants.map(({ medianSeconds }) => medianSeconds)).toEqual([null]);
});

test("how often the rules of few people are right is not shown; the rules are", () => {
  const rows = Array.from({ length: 100 }, (_, k): InteractionRow[] => {
    const rare = k >= 40,
      about = { user: rare ? `few${k % 2}` : `user${k % 9}`, segment: `${k}`, app: rare ? "CRM" : "ERP" };
    return [
      { ...about, at: k * 300, action: "copy", element: "Number", clipboard: valueOf(k) },
      {
        ...about,
        at: k * 300 + 5,
        action: "edit",
        element: "Case",
        value: k % 20 === 3 ? "none" : `CASE-${valueOf(k)}`,
      },
    ];
  });
  const segmentation = segmentTasks(interactionsOf(rows.flat()), { instance: "segment" });
  const name = segmentation.tasks[segmentation.task[0]!]!.name;
  const few = taskDefinition(segmentation, name), all = taskDefinition(segmentation, name, { k: 2 });
  expect(few.rules).toMatchObject([{ heldOutRight: null, heldOutTotal: null, heldOutShare: null }]);
  expect(few.rules[0]!.words).toBe(all.rules[0]!.words);
  expect(all.rules[0]!.heldOutTotal).toBeGreaterThan(0);
  expect(all.questions.join()).toMatch(/Rule 1 is right for/);
  expect(few.questions.join()).not.toMatch(/Rule 1 is right for/);
  for (const text of [definitionMarkdown(few), definitionHtml(few)]) {
    expect(text).toContain("few people");
    expect(text).not.toMatch(/NaN|null/);
  }
});

test("what was masked on reading has its kind for an example", () => {
  const rows = Array.from({ length: 20 }, (_, k): InteractionRow[] => {
    const about = { user: `user${k % 6}`, segment: `${k}`, app: "ERP", action: "edit" };
    return [
      { ...about, at: k * 300, element: "Mail", value: `[email ${k + 1}]` },
      { ...about, at: k * 300 + 5, element: "Greeting", value: `Dear [name ${k % 4}],` },
      { ...about, at: k * 300 + 9, element: "Code", value: `AB${k + 10}` },
    ];
  });
  const segmentation = segmentTasks(interactionsOf(rows.flat()), { instance: "segment" });
  const { steps } = taskDefinition(segmentation, segmentation.tasks[0]!.name);
  expect(steps.map(({ example }) => example)).toEqual(["[email]", "Xxxx [name],", "XX99"]);
});

/** Two kinds of task, the second by so few of twelve people. */
function fewDo(people: number) {
  const rows = Array.from({ length: 60 }, (_, k): InteractionRow[] => {
    const rare = k >= 40, user = rare ? `user${k % people}` : `user${k % 12}`;
    const steps = rare ? ["Open list", "Sort list", "Print list"] : ["Open form", "Fill form", "Save form"];
    return steps.map((element, s) => ({
      at: k * 300 + s * 10,
      user,
      app: "ERP",
      element,
      action: "click",
      segment: `${k}`,
    }));
  });
  const found = segmentTasks(interactionsOf(rows.flat()), { instance: "segment" });
  return renameTasks(found, { [found.tasks[1]!.name]: "rare" });
}

test("a task that is not there is an error that names those that are", () => {
  const segmentation = segmentTasks(formWork({ instances: 10 }), { instance: "segment" });
  const [task] = segmentation.tasks;
  expect(() => taskDefinition(segmentation, "Nothing")).toThrow(
    `expected a kind of task but found "Nothing". The kinds are "${task!.name}"`,
  );
});

test("of a single instance there are steps and a question", () => {
  const definition = definitionOf({ instances: 1 });
  expect(definition.steps).toHaveLength(6);
  expect(definition.rules).toEqual([]);
  expect(definition.questions.join("\n")).toContain("Only one instance was recorded");
  expect(definitionMarkdown(definition)).toContain("Only one instance was recorded");
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "a | b `c` *d* _e_ [f](https://g.example) ![h](i) $x$ ~~j~~",
  `long ${"x".repeat(10_000)}`,
  "\u202egnol\u202c & \u2067right\u2069",
  "# one\n- two\n1. three",
  "\"]]>' --> <!-- {{",
];

test.each(HOSTILE)("names stay text in every format: %j", (hostile) => {
  const definition = definitionOf({
    instances: 12,
    names: { app: hostile, screen: hostile, field: hostile, note: hostile },
  });
  const label = definition.steps[2]!.label;
  expect(label.length).toBeLessThanOrEqual(320);
  expect(label).not.toMatch(/[\n\u202a-\u202e\u2066-\u2069]/u);

  const html = new DOMParser().parseFromString(definitionHtml(definition), "text/html");
  expect([...html.querySelectorAll("script, img, a, iframe")]).toEqual([]);
  expect([...html.querySelectorAll("td bdi")].map((it) => it.textContent)).toContain(label);

  const rendered = new DOMParser().parseFromString(
    `<body>${markdownIt({ html: true }).render(definitionMarkdown(definition))}</body>`,
    "text/html",
  );
  expect([...rendered.querySelectorAll("script, img, a, em, strong, code, s")]).toEqual([]);
  expect([...rendered.querySelectorAll("td")].map((it) => it.textContent)).toContain(label);

  const names = parseBpmn(definitionBpmn(definition)).nodes.map(({ name }) => name);
  expect(names).toContain(label);
});

test("the BPMN has a gateway for each alternative and loop, and kinds of tasks by who does them", () => {
  const definition = definitionOf(USUAL);
  const model = definitionModel(definition);
  const kinds = model.nodes.filter(({ kind }) => kind === "task").map(({ task, name }) => [task, name]);
  expect(kinds.filter(([task]) => task === "user")).toEqual([["user", definition.steps[3]!.label]]);
  expect(kinds.filter(([task]) => task === "script")).toEqual([["script", definition.steps[2]!.label]]);
  const text = definitionBpmn(definition);
  expect(text.match(/<bpmn:userTask /g)).toHaveLength(1);
  expect(text.match(/<bpmn:scriptTask /g)).toHaveLength(1);
  const read = parseBpmn(text);
  expect(read.layout!.nodes.size).toBe(model.nodes.length);
  // Each node but the start is reached, each but the end goes on.
  for (const { id, kind } of read.nodes) {
    expect(read.flows.some(({ target }) => target === id)).toBe(kind !== "startEvent");
    expect(read.flows.some(({ source }) => source === id)).toBe(kind !== "endEvent");
  }
  // The loop leads from after step 4 to before it, the total from after step 5 back to there.
  const loop = read.flows.find(({ name }) => name.startsWith("again"))!;
  expect([loop.source, loop.target]).toEqual(["split4", "join3"]);
});
