import ts from "typescript";
import { expect, test } from "vitest";
import config from "../../../../deno.json" with { type: "json" };
import {
  segmentTasks,
  type SkeletonFile,
  taskSkeleton,
  type TaskSkeletonOptions,
} from "../../../../src/taskmining/mod.ts";
import { type FormWork, formWork } from "../../../support/form_work.ts";

const BROWSER = { browser: { ERP: "https://erp.example/new" } };

function skeletonOf(work: FormWork, options: TaskSkeletonOptions = BROWSER) {
  const segmentation = segmentTasks(formWork(work), { instance: "segment" });
  return taskSkeleton(segmentation, segmentation.tasks[0]!.name, options);
}

const textOf = (files: readonly SkeletonFile[], name: string) => files.find((file) => file.name === name)!.text;

test("what follows by a rule is computed, what a person decides is a column, what is constant is code", () => {
  const { plan, files } = skeletonOf({ instances: 40, lines: (k) => k % 4 === 0 ? 3 : 1 });
  expect(plan.steps.map(({ act }) => act)).toEqual(["click", "desktop", "fill", "fill", "fill", "click"]);
  expect(plan.steps[2]!.value).toEqual({ from: "rule", rule: 1, sources: [{ from: "column", column: "Body" }] });
  expect(plan.steps[3]!.value).toMatchObject({ from: "person", column: "Quantity" });
  expect(plan.steps[4]!.value).toEqual({ from: "constant", text: "by mail" });
  expect(plan.columns.map(({ name, asks, loop }) => [name, asks, loop])).toEqual([["Body", false, null], [
    "Quantity",
    true,
    0,
  ]]);
  expect(textOf(files, "inputs.csv")).toBe("Body,Quantity 1,Quantity 2,Quantity 3\n");
  expect(JSON.parse(textOf(files, "settings.json")).addresses).toEqual(BROWSER.browser);
});

test("the rules that are written give what the recording has", async () => {
  const { files } = skeletonOf({ instances: 40 });
  const { outputText } = ts.transpileModule(textOf(files, "rules.ts"), {
    compilerOptions: { module: ts.ModuleKind.ESNext },
  });
  const { rule1 } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  expect(rule1(["K4711"])).toBe("CASE-K4711");
});

test("without an address the application is no browser: its steps are stubs", () => {
  const { plan } = skeletonOf({ instances: 12 }, {});
  expect(new Set(plan.steps.map(({ act }) => act))).toEqual(new Set(["desktop", "nothing"]));
  expect(plan.sites).toEqual([]);
});

test("wrong applications and addresses are errors that say which there are", () => {
  expect(() => skeletonOf({ instances: 12 }, { browser: { ERB: "https://erp.example/" } })).toThrow(
    /found "ERB"\. Did you mean "ERP"\?/,
  );
  expect(() => skeletonOf({ instances: 12 }, { browser: { ERP: "erp.example" } })).toThrow(
    'begin with http:// or https:// but found "erp.example"',
  );
});

test("of a single instance all that is entered is asked for", () => {
  const { plan } = skeletonOf({ instances: 1 });
  const fills = plan.steps.filter(({ act }) => act === "fill");
  expect(fills.map(({ value }) => value!.from)).toEqual(["person", "person", "person"]);
});

const HOSTILE = [
  '"; throw new Error("in"); //',
  "*/ throw 1 /* ${process.exit(1)} `x`",
  "a\\\nb\u2028c",
  `long ${"x".repeat(10_000)}`,
  "\u202egnol ${CURDIR}  @{x} %{HOME}  | >> css=x",
];

test.each(HOSTILE)("names stay text in the code: %j", (hostile) => {
  const { files } = skeletonOf(
    { instances: 12, names: { app: "ERP", screen: hostile, field: hostile, note: hostile } },
  );
  for (const { name, text } of files.filter(({ name }) => name.endsWith(".ts"))) {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: name });
    expect(diagnostics!.map(({ messageText }) => messageText)).toEqual([]);
  }
  // The literal in the code is the name itself.
  const source = ts.createSourceFile("task.ts", textOf(files, "task.ts"), ts.ScriptTarget.Latest);
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) literals.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const normal = (text: string) => text.replace(/\s+/g, " ").trim();
  expect(literals.map(normal)).toContain(normal(hostile));
  const robot = textOf(files, "task.robot").replace(/^ *#.*$/gm, "");
  const wrong = [/[\u2028\u202e]/, /(?<!\\)\$\{process/, /(?<!\\)@\{x\}/, /^throw|^c$/m];
  expect(wrong.filter((form) => form.test(robot))).toEqual([]);
});

test("it is written for the Playwright that it was tried with", () => {
  const { files } = skeletonOf({ instances: 12 });
  const version = config.imports["playwright-core"].replace(/.*@/, "");
  expect(JSON.parse(textOf(files, "package.json")).dependencies).toEqual({ "playwright-core": version });
  expect(JSON.parse(textOf(files, "deno.json")).imports).toEqual({
    "playwright-core": config.imports["playwright-core"],
  });
  expect(JSON.parse(textOf(files, "package.json")).devDependencies.typescript).toBe(
    config.imports.typescript.replace(/.*@/, ""),
  );
});
