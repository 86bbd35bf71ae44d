/** The steps of a task as TypeScript for Playwright. */
import type { ElementPlan, ScreenPlan, SkeletonPlan, SourcePlan, StepPlan, ValuePlan } from "../plan.ts";
import { plainText } from "../../definition/plain_text.ts";

export function taskText(plan: SkeletonPlan): string {
  const body = writeBody(plan), stubs = plan.steps.filter(isStub);
  const uses = (name: string) => new RegExp(`\\b${name}\\(`).test(body);
  const helpers = ["field", "control"].filter(uses);
  const single = plan.columns.filter(({ loop }) => loop === null),
    looped = plan.columns.filter(({ loop }) => loop !== null);
  return [
    `/** ${comment(plan.task)}: the main way, as recorded in ${
      comment(plan.log)
    }. Made by Tracebook; yours to change. */`,
    `import { ${
      ["type Case", ...helpers, ...(/: Screen /.test(body) ? ["type Screen"] : [])].join(", ")
    } } from "./support.ts";`,
    ...(stubs.length > 0 ? ['import * as desktop from "./desktop.ts";'] : []),
    ...(plan.rules.length > 0 ? ['import * as rules from "./rules.ts";'] : []),
    "",
    "/** Columns that the input file needs. */",
    `export const columns: string[] = ${JSON.stringify(single.map(({ name }) => name))};`,
    "/** Columns of loops: once for each pass, with its number: `Article 1`, `Article 2`. */".replaceAll("`", '"'),
    `export const loopColumns: string[] = ${JSON.stringify(looped.map(({ name }) => name))};`,
    "",
    body,
  ].join("\n");
}

function writeBody(plan: SkeletonPlan): string {
  const screens = new Map<string, string>();
  const lines: string[] = [];
  let indent = "  ", pass = false;
  for (const step of plan.steps) {
    const begins = plan.loops.find(({ from, columns }) => from === step.number && columns.length > 0);
    if (begins) {
      lines.push(`${indent}for (const pass of task.passes(${begins.columns.map(literal).join(", ")})) {`);
      indent = "    ";
      pass = true;
    }
    lines.push(...stepLines(step, pass, plan, screens).map((line) => indent + line));
    if (plan.loops.some(({ to, columns }) => to === step.number && columns.length > 0) && pass) {
      indent = "  ";
      pass = false;
      lines.push("  }");
    }
  }
  return [
    ...screens.values(),
    ...(screens.size > 0 ? [""] : []),
    "export async function perform(task: Case): Promise<void> {",
    ...lines,
    "}",
    "",
  ].join("\n");
}

export function isStub(step: StepPlan): boolean {
  return step.act === "desktop" && step.given === null;
}

/** Name of a stub's function. */
export function stubName(step: StepPlan): string {
  const words = step.label.replace(/[^A-Za-z0-9]+/g, " ").trim().split(" ").slice(0, 6).join("_").toLowerCase();
  return `step_${step.number}${words === "" ? "" : `_${words}`}`;
}

function stepLines(step: StepPlan, pass: boolean, plan: SkeletonPlan, screens: Map<string, string>): string[] {
  const { number, label, act, site, given } = step;
  const head = `// ${number}. ${comment(label)}`;
  if (given !== null && act === "desktop") return [`${head}: its value stands in the column ${literal(given)}.`];
  if (act === "nothing") return [`${head}: nothing to do.`];
  if (act === "desktop") return [head, `await task.desktop(${number}, ${literal(label)}, desktop.${stubName(step)});`];
  const parts = [
    `step: ${number}`,
    `label: ${literal(label)}`,
    `site: ${literal(site!)}`,
    ...(step.before ? [`before: ${screenName(step.before, screens)}`] : []),
    ...(step.after ? [`after: ${screenName(step.after, screens)}`] : []),
    ...(step.element ? [`element: ${elementText(step.element, act)}`] : []),
    ...(step.keys === null ? [] : [`keys: ${literal(step.keys)}`]),
    ...(step.value ? [`value: ${valueText(step.value, pass, plan)}`] : []),
    ...(pass ? ["pass"] : []),
  ];
  const line = `await task.${act}({ ${parts.join(", ")} });`;
  return line.length <= 110 ? [head, line] : [head, `await task.${act}({`, ...parts.map((part) => `  ${part},`), "});"];
}

function screenName({ name, title, address }: ScreenPlan, screens: Map<string, string>): string {
  const ends = (given: ScreenPlan["title"]) =>
    given!.whole
      ? `{ start: ${literal(given!.start)} }`
      : `{ start: ${literal(given!.start)}, end: ${literal(given!.end)} }`;
  const parts = [
    `name: ${literal(name)}`,
    ...(title ? [`title: ${ends(title)}`] : []),
    ...(address ? [`address: ${ends(address)}`] : []),
  ];
  const text = `: Screen = { ${parts.join(", ")} };`;
  for (const [known, line] of screens) if (line.endsWith(text)) return known;
  const constant = `screen${screens.size + 1}`;
  screens.set(constant, `const ${constant}${text}`);
  return constant;
}

function elementText({ roles, names, ids, labelled }: ElementPlan, act: string): string {
  const general = roles.length > 6;
  if (general && labelled) return `${act === "click" ? "control" : "field"}(${names.map(literal).join(", ")})`;
  const byId = labelled ? "" : `, ids: ${JSON.stringify(ids)}`;
  if (general) return `{ ...${act === "click" ? "control" : "field"}(${names.map(literal).join(", ")})${byId} }`;
  return `{ roles: ${JSON.stringify(roles)}, names: ${JSON.stringify(names)}${byId} }`;
}

function valueText(value: ValuePlan, pass: boolean, plan: SkeletonPlan): string {
  switch (value.from) {
    case "constant":
      return `() => ${literal(value.text)}`;
    case "column":
      return `() => ${columnText(value.column, pass, plan)}`;
    case "person": {
      const inLoop = pass && isLooped(value.column, plan);
      return `() => task.person(${literal(value.column)}, ${literal(value.why)}${inLoop ? ", pass" : ""})`;
    }
    case "rule": {
      const sources = value.sources.map((source) => sourceText(source, pass, plan));
      const waits = value.sources.some(({ from }) => from === "case before") ? "async " : "";
      return `${waits}() => task.rule(${value.rule}, rules.rule${value.rule}, [${sources.join(", ")}])`;
    }
  }
}

function sourceText(source: SourcePlan, pass: boolean, plan: SkeletonPlan): string {
  switch (source.from) {
    case "column":
      return columnText(source.column, pass, plan);
    case "step":
      return `task.seen(${source.step})`;
    case "title":
    case "address":
      return `task.${source.from}(${source.step})`;
    case "field":
      return "task.fieldBefore()";
    case "case before":
      return `await task.caseBefore(${source.step})`;
  }
}

function columnText(column: string, pass: boolean, plan: SkeletonPlan): string {
  return `task.column(${literal(column)}${pass && isLooped(column, plan) ? ", pass" : ""})`;
}

function isLooped(column: string, plan: SkeletonPlan): boolean {
  return plan.columns.find(({ name }) => name === column)?.loop !== null;
}

const literal = (text: string) =>
  JSON.stringify(text).replace(/[\u2028\u2029]/g, (one) => one === "\u2028" ? "\\u2028" : "\\u2029");

/** A text inside a comment, which it cannot end. */
export function comment(text: string): string {
  return plainText(text, 1000).replaceAll("*/", "* /");
}
