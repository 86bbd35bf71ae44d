/** The steps of a task for Robot Framework with the Browser library. */
import { programRuntime, programToTypeScript } from "../../programs/to_typescript.ts";
import { plainText } from "../../definition/plain_text.ts";
import type { ElementPlan, Ends, ScreenPlan, SkeletonPlan, SourcePlan, StepPlan, ValuePlan } from "../plan.ts";
import { comment, isStub } from "../playwright/task_text.ts";
import { cell, namePattern } from "./robot_cells.ts";
import { KEYWORDS } from "./robot_keywords.ts";

export function robotText(plan: SkeletonPlan): string {
  const { steps, sites } = plan;
  const elements = steps.filter(({ element, site }) => element !== null && site !== null).map(({ number, element }) =>
    row(`@{ELEMENT ${number}}`, ...selectorsOf(element!).map(cell))
  );
  return [
    "*** Settings ***",
    row("Documentation", cell(`${plainText(plan.task)}: the main way, as recorded in ${plainText(plan.log)}.`)),
    row("...", "Made by Tracebook. README.md says how to run it."),
    row("Library", "Browser", "timeout=${TIMEOUT}s"),
    row("Library", "Collections"),
    row("Library", "Process"),
    row("Suite Setup", "Open The Browser"),
    "",
    "*** Variables ***",
    row("${INPUTS}", "${CURDIR}/inputs.csv"),
    "# At steps outside of the browser: stop, ask or skip.",
    row("${DESKTOP}", "stop"),
    row("${FROM}", "2"),
    row("${TIMEOUT}", "10"),
    row("${HEADLESS}", "False"),
    "# Path of a Chromium; empty for the one of the Browser library.",
    row("${BROWSER PATH}", "${EMPTY}"),
    row("${BROWSER ARGUMENTS}", "${EMPTY}"),
    "# Where each case begins.",
    ...sites.map(({ name, address }, k) => `${row(`\${SITE ${k + 1}}`, cell(address))}    # ${comment(name)}`),
    "# How elements are found: by role and name, then by label, then by id where no label was recorded.",
    ...elements,
    "",
    "*** Test Cases ***",
    cell(plainText(plan.task, 80)),
    row("", "${cases}=", "Read Cases"),
    row("", "FOR", "${case}", "IN", "@{cases}"),
    row("", "    Perform", "${case}"),
    row("", "END"),
    "",
    "*** Keywords ***",
    "Perform",
    row("", "[Arguments]", "${case}"),
    row("", "Begin Case", "${case}"),
    ...bodyOf(plan).map((line) => `    ${line}`),
    row("", "End Case"),
    "",
    KEYWORDS,
    ...steps.filter(isStub).map(stub),
  ].join("\n");
}

const row = (...cells: string[]) => cells.join("    ");

function bodyOf(plan: SkeletonPlan): string[] {
  const lines: string[] = [];
  let inLoop = false;
  for (const step of plan.steps) {
    const begins = plan.loops.find(({ from, columns }) => from === step.number && columns.length > 0);
    if (begins) {
      inLoop = true;
      lines.push(row("${passes}=", "Passes", ...begins.columns.map(cell)), row("FOR", "${pass}", "IN", "@{passes}"));
    }
    lines.push(...stepLines(step, inLoop, plan).map((line) => (inLoop ? "    " : "") + line));
    if (inLoop && plan.loops.some(({ to, columns }) => to === step.number && columns.length > 0)) {
      inLoop = false;
      lines.push("END");
    }
  }
  return lines;
}

function stepLines(step: StepPlan, inLoop: boolean, plan: SkeletonPlan): string[] {
  const { number, label, act, site, given } = step;
  const head = `# ${number}. ${comment(label)}`;
  if (given !== null && act === "desktop") return [`${head}: its value stands in the column ${comment(given)}.`];
  if (act === "nothing") return [`${head}: nothing to do.`];
  const lines = [head, row("Begin Step", String(number), cell(label))];
  if (act === "desktop") return [...lines, row("Desktop Step", cell(stubKeyword(step)))];
  const page = plan.sites.findIndex(({ name }) => name === site) + 1;
  lines.push(row("On Site", cell(site!), `\${SITE ${page}}`));
  if (step.before) lines.push(screenLine(step.before));
  const pass = inLoop ? "${pass}" : "0";
  switch (act) {
    case "open":
      lines.push(row("Go To", `\${SITE ${page}}`));
      break;
    case "press":
      lines.push(row("Keyboard Key", "press", cell(step.keys!)));
      break;
    case "click":
      lines.push(
        row("${found}=", "Find", cell(step.element!.names[0]!), pass, `@{ELEMENT ${number}}`),
        row("Click", "${found}"),
      );
      break;
    case "read":
      lines.push(
        row("${found}=", "Find", cell(step.element!.names[0]!), pass, `@{ELEMENT ${number}}`),
        row("${value}=", "Text Of", "${found}"),
        row("Remember", String(number), "${value}"),
      );
      break;
    case "fill":
      lines.push(
        row("${found}=", "Find", cell(step.element!.names[0]!), pass, `@{ELEMENT ${number}}`),
        ...valueLines(step.value!, inLoop, plan),
        row("Enter", "${found}", "${value}"),
        row("Remember", String(number), "${value}"),
      );
      break;
  }
  if (step.after) lines.push(screenLine(step.after));
  return lines;
}

function valueLines(value: ValuePlan, inLoop: boolean, plan: SkeletonPlan): string[] {
  const pass = (column: string) => isLooped(column, plan) ? (inLoop ? "${pass}" : "1") : "0";
  switch (value.from) {
    case "constant":
      return [row("${value}=", "Set Variable", cell(value.text))];
    case "column":
      return [row("${value}=", "Column", cell(value.column), pass(value.column))];
    case "person":
      return [row("${value}=", "Decide", cell(value.column), pass(value.column), cell(value.why))];
    case "rule": {
      const inputs = value.sources.map((source, k) => inputLine(source, `\${input ${k + 1}}=`, pass));
      const names = value.sources.map((_, k) => `\${input ${k + 1}}`);
      return [...inputs, row("${value}=", "Rule", String(value.rule), ...names)];
    }
  }
}

function inputLine(source: SourcePlan, variable: string, pass: (column: string) => string): string {
  switch (source.from) {
    case "column":
      return row(variable, "Column", cell(source.column), pass(source.column));
    case "step":
      return row(variable, "Seen", String(source.step));
    case "title":
    case "address":
      return row(variable, source.from === "title" ? "Title At" : "Address At", String(source.step));
    case "field":
      return row(variable, "Text Of", "${found}");
    case "case before":
      return row(variable, "Case Before", String(source.step));
  }
}

function isLooped(column: string, plan: SkeletonPlan): boolean {
  return plan.columns.find(({ name }) => name === column)?.loop !== null;
}

function screenLine({ name, title, address }: ScreenPlan): string {
  const ends = (given: Ends | null) =>
    given ? [cell(given.start), given.whole ? "${NONE}" : cell(given.end)] : ["${NONE}", "${NONE}"];
  return row(
    "Screen Should Be",
    cell(name),
    ...ends(title),
    ...ends(address),
    cell(`role=heading[name=${namePattern(name)}]`),
  );
}

function selectorsOf({ roles, names, ids, labelled }: ElementPlan): string[] {
  const patterns = names.map(namePattern);
  const byId = labelled ? [] : ids.map((id) => `css=[id=${quoted(id)}], [name=${quoted(id)}]`);
  return [
    ...patterns.flatMap((name) => roles.map((role) => `role=${role}[name=${name}]`)),
    ...patterns.map((name) => `internal:label=${name}`),
    ...byId,
  ];
}

/** A string of CSS. */
function quoted(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9 _-]/gu, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;
}

function stubKeyword(step: StepPlan): string {
  return `Step ${step.number} ${step.label.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 60)}`.trim();
}

function stub(step: StepPlan): string {
  const message =
    `Not written yet: ${step.label}. ${step.why ?? ""} Write this keyword, or run with --variable DESKTOP:ask ` +
    "(a person does it) or DESKTOP:skip (nobody does).";
  return [stubKeyword(step), row("", "Fail", cell(message)), ""].join("\n");
}

/** The rules for Node: `node rules.mjs NUMBER INPUTS`, where INPUTS is a JSON list; ends with 3 where a rule gives nothing. */
export function rulesModule({ rules }: SkeletonPlan): string {
  const functions = rules.map(({ number, program }) =>
    programToTypeScript(program, { name: `rule${number}`, withRuntime: false })
      .replace(/^export function (\w+)\([^{]*\{/, "function $1(inputs) {")
  );
  return [
    "/** Rules found in the recording, for Robot Framework. */",
    programRuntime(rules.map(({ program }) => program)),
    "",
    ...functions,
    `const rules = { ${rules.map(({ number }) => `${number}: rule${number}`).join(", ")} };`,
    "const [number, inputs] = process.argv.slice(2);",
    "const value = rules[number](JSON.parse(inputs).map((one) => one ?? undefined));",
    "if (value === undefined) process.exitCode = 3;",
    "else process.stdout.write(value);",
    "",
  ].join("\n");
}
