/** The TypeScript that makes a selection, for a cell of a notebook. */
import { codeText } from "../../base/code_text.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { applyStep } from "./apply_selection.ts";
import { lacksNames } from "./lacking_names.ts";
import type { SelectionStep, StepBounds, StepCondition, StepValue } from "./selection_step.ts";

/** Names of functions of the library, and the lines that call them. */
export interface SelectionCode {
  readonly functions: readonly string[];
  /** From `let selected = log;` on. */
  readonly lines: readonly string[];
}

/**
 * The statements that select the same cases of `log`: they call the filters that `applySelection` calls. A step that names
 * what the cases before it do not have says `missing: "ignore"`, because the filter would throw.
 */
export function selectionCode(log: EventLog, steps: readonly SelectionStep[]): SelectionCode {
  const calls: StepCode[] = [];
  let before = log;
  for (const step of steps) {
    if (step.off) continue;
    calls.push(stepCode(before, step));
    before = applyStep(before, step);
  }
  return codeOf(calls);
}

/** One step as code: the function it calls, and the line. */
export interface StepCode {
  readonly name: string;
  readonly line: string;
}

/** The line of one step, which selects from the cases that those before it left. */
export function stepCode(before: EventLog, step: SelectionStep): StepCode {
  const { name, values } = callOf(step, lacksNames(before, step.condition));
  return { name, line: `selected = ${name}(selected, ${values.join(", ")});` };
}

export function codeOf(calls: readonly StepCode[]): SelectionCode {
  return {
    functions: [...new Set(calls.map(({ name }) => name))].sort(),
    lines: ["let selected = log;", ...calls.map(({ line }) => line)],
  };
}

/** A whole cell: imports, the selection, and a last line such as `viewProcessMap(selected);`. */
export function cellOf(
  { functions, lines }: SelectionCode,
  last: readonly string[] = [],
  others: readonly string[] = [],
) {
  const names = [...new Set([...functions, ...others])].sort();
  const imports = names.length === 0 ? [] : [`import { ${names.join(", ")} } from "tracebook";`, ""];
  return [...imports, ...lines, ...last].join("\n");
}

interface Call {
  readonly name: string;
  /** Beside the log, as code. */
  readonly values: readonly string[];
}

function callOf({ condition, turned }: SelectionStep, missing: boolean): Call {
  const options = objectCode({
    ...(turned ? { drop: "true" } : {}),
    ...(missing ? { missing: '"ignore"' } : {}),
  });
  const last = options === "{}" ? [] : [options];
  switch (condition.kind) {
    case "with":
      return { name: "filterCasesWith", values: [namesCode(condition.activities), ...last] };
    case "follows": {
      const pair = listCode([condition.from, condition.to].map(codeText));
      return { name: condition.directly ? "filterDirectlyFollows" : "filterFollows", values: [pair, ...last] };
    }
    case "starts":
      return { name: "filterStart", values: [namesCode(condition.activities), ...last] };
    case "ends":
      return { name: "filterEnd", values: [namesCode(condition.activities), ...last] };
    case "resources":
      return { name: "filterResources", values: [namesCode(condition.names), ...last] };
    case "attribute":
      return {
        name: condition.of === "case" ? "filterCaseAttribute" : "filterEventAttribute",
        values: [codeText(condition.name), wantedCode(condition), ...last],
      };
    default:
      return { name: NAMES[condition.kind], values: [fieldsCode(condition, turned === true, missing)] };
  }
}

const NAMES = { variants: "filterVariants", time: "filterTimeFrame", throughput: "filterThroughput" } as const;

/** Of the filters that take one object. */
function fieldsCode(
  condition: Extract<StepCondition, { kind: "variants" | "time" | "throughput" }>,
  turned: boolean,
  missing: boolean,
): string {
  const number = (value: number | undefined) => value === undefined ? undefined : numberCode(value);
  const fields = condition.kind === "variants"
    ? {
      sequences: listCode(condition.sequences.map((names) => listCode(names.map(codeText)))),
      missing: missing ? '"ignore"' : undefined,
    }
    : condition.kind === "time"
    ? { from: momentCode(condition.from), to: momentCode(condition.to), mode: codeText(condition.mode) }
    : { minSeconds: number(condition.minSeconds), maxSeconds: number(condition.maxSeconds) };
  return objectCode({ ...fields, drop: turned ? "true" : undefined });
}

function wantedCode(condition: Extract<StepCondition, { kind: "attribute" }>): string {
  if ("bounds" in condition) return boundsCode(condition.bounds);
  const values = condition.values.map(valueCode);
  return values.length === 1 ? values[0]! : listCode(values);
}

function boundsCode({ min, max, dates }: StepBounds): string {
  const bound = (value: number | undefined) =>
    value === undefined ? undefined : dates ? valueCode({ date: value }) : numberCode(value);
  return objectCode({ min: bound(min), max: bound(max) });
}

function valueCode(value: StepValue): string {
  if (typeof value === "string") return codeText(value);
  if (typeof value === "number") return numberCode(value);
  if (typeof value === "object" && value !== null) return `new Date(${momentCode(value.date)})`;
  return String(value);
}

function namesCode(names: readonly string[]): string {
  return names.length === 1 ? codeText(names[0]!) : listCode(names.map(codeText));
}

/** As ISO 8601 where that says it exactly, else as milliseconds. */
function momentCode(milliseconds: number | undefined): string | undefined {
  if (milliseconds === undefined) return undefined;
  const written = Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : "";
  const exact = /^\d{4}-/.test(written) && Date.parse(written) === milliseconds;
  return exact ? codeText(written) : numberCode(milliseconds);
}

function numberCode(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function listCode(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

function objectCode(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter(([, code]) => code !== undefined);
  return given.length === 0 ? "{}" : `{ ${given.map(([name, code]) => `${name}: ${code}`).join(", ")} }`;
}
