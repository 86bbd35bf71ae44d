/** The process definition document in its order, before it becomes Markdown or HTML. */
import { countOf, formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import type { DefinedData, DefinedStep, TaskDefinition } from "./definition.ts";
import { departureInWords, loopInWords, restInWords } from "./defined_ways.ts";
import { plainText } from "./plain_text.ts";

export type DocumentPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly lead?: true }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | DocumentTable
  /** Where a picture of the flow stands, if there is one. */
  | { readonly kind: "picture" };

export interface DocumentTable {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, by index. */
  readonly numbers: readonly number[];
}

export function documentOf(definition: TaskDefinition): { title: string; parts: readonly DocumentPart[] } {
  const { sentence, purpose, trigger, result, applications, questions, notes, log } = definition;
  return {
    title: `Process definition: ${plainText(definition.task)}`,
    parts: [
      { kind: "text", text: sentence, lead: true },
      heading("Purpose"),
      text(purpose),
      heading("Trigger and result"),
      text(`${trigger} ${result}`),
      heading("Applications"),
      applications.length === 0
        ? text("The recording names no applications.")
        : table(["Application", "Steps of the main way"], applications.map(({ name, steps }) => [name, `${steps}`]), [
          1,
        ]),
      heading("Main way"),
      { kind: "picture" },
      stepTable(definition.steps),
      ...(definition.loops.length > 0 ? [list(definition.loops.map(loopInWords))] : []),
      ...waysOf(definition),
      ...decisionsOf(definition),
      ...rulesOf(definition),
      heading("Data in"),
      dataTable(definition.dataIn, "How it is known", "The main way reads no values."),
      heading("Data out"),
      dataTable(definition.dataOut, "Where it comes from", "The main way enters no values."),
      ...timesOf(definition),
      heading("Open questions"),
      list(questions),
      heading("What this rests on"),
      list([`The recording ${plainText(log)}.`, ...notes]),
    ],
  };
}

const heading = (text: string): DocumentPart => ({ kind: "heading", text });
const text = (text: string): DocumentPart => ({ kind: "text", text });
const list = (items: readonly string[]): DocumentPart => ({ kind: "list", items });
const table = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): DocumentPart => ({ kind: "table", columns, rows, numbers });
const orText = (rows: readonly unknown[], then: () => DocumentPart, none: string) =>
  rows.length === 0 ? text(none) : then();

function stepTable(steps: readonly DefinedStep[]): DocumentPart {
  return table(
    ["#", "Step", "Application", "Screen", "Done by", "What is entered", "Example", "Instances"],
    steps.map((step) => [
      `${step.number}`,
      step.label,
      step.application ?? "–",
      step.place ?? "–",
      step.verdict === "decision" || step.verdict === "unknown" ? "person" : "can be automated",
      enteredInWords(step),
      step.example ?? "–",
      formatShare(step.share),
    ]),
    [0, 7],
  );
}

function enteredInWords({ verdict, rule }: DefinedStep): string {
  if (rule !== null) return verdict === "fixed" ? `row by rule ${rule}` : `rule ${rule}`;
  return { fixed: "–", constant: "always the same", program: "a rule", decision: "a decision", unknown: "not known" }[
    verdict
  ];
}

function waysOf(definition: TaskDefinition): DocumentPart[] {
  const { variants, exceptions } = definition, rest = restInWords(definition);
  return [
    heading("Variants"),
    table(
      ["Way", "Instances", "Share", "People", "Median time", "How it differs"],
      variants.map((one) => [
        `${one.number}`,
        formatCount(one.instances),
        formatShare(one.share),
        formatCount(one.people),
        one.medianSeconds === null ? "–" : formatDuration(one.medianSeconds),
        one.words,
      ]),
      [0, 1, 2, 3, 4],
    ),
    ...(rest.variants === undefined ? [] : [text(rest.variants)]),
    heading("Exceptions"),
    orText(exceptions, () =>
      table(
        ["What is different", "Instances", "Share", "People"],
        exceptions.map((one) => [
          departureInWords(one),
          formatCount(one.instances),
          formatShare(one.share),
          formatCount(one.people),
        ]),
        [1, 2, 3],
      ), "No instance departs from the main way."),
    ...(rest.exceptions === undefined ? [] : [text(rest.exceptions)]),
  ];
}

function decisionsOf({ steps }: TaskDefinition): DocumentPart[] {
  const decisions = steps.filter(({ verdict }) => verdict === "decision" || verdict === "unknown");
  return [
    heading("Decisions"),
    orText(
      decisions,
      () =>
        table(
          ["Step", "What a person decides", "Why it counts as one"],
          decisions.map((step) => [
            `${step.number}`,
            step.label,
            step.why ?? "–",
          ]),
          [0],
        ),
      "No step of the main way is a decision.",
    ),
  ];
}

function rulesOf({ rules }: TaskDefinition): DocumentPart[] {
  return [
    heading("Rules"),
    orText(rules, () =>
      table(
        ["Rule", "Step", "What is entered", "What it is", "Right of held back", "Share"],
        rules.map((one) => [
          `${one.number}`,
          one.step === null ? "other ways" : `${one.step}`,
          one.target,
          one.words,
          one.heldOutTotal === null
            ? "few people"
            : `${formatCount(one.heldOutRight!)} of ${formatCount(one.heldOutTotal)}`,
          one.heldOutShare === null ? "not shown" : formatShare(one.heldOutShare),
        ]),
        [0, 4, 5],
      ), "No value was found to follow from others."),
  ];
}

function dataTable(data: readonly DefinedData[], origin: string, none: string): DocumentPart {
  return orText(data, () =>
    table(
      ["Value", "Application", "Screen", "Steps", "Example", origin],
      data.map((one) => [
        one.name,
        one.application ?? "–",
        one.place ?? "–",
        one.steps.join(", "),
        one.example ?? "–",
        one.origin,
      ]),
    ), none);
}

function timesOf({ volume, times, timesMissing }: TaskDefinition): DocumentPart[] {
  const { instances, people, days, perDay, first, last } = volume;
  const rows = [
    ["Instances", formatCount(instances)],
    ["People", people === null ? "–" : formatCount(people)],
    ...(days === null ? [] : [
      ["Recorded", first === last ? `on ${first}` : `${first} to ${last}, ${countOf(days, "day")} with instances`],
      ["Instances on such a day", formatCount(perDay, 1)],
    ]),
    ...(times === null ? [] : [
      ["Active time, median", formatDuration(times.medianActiveSeconds)],
      ["Active time, 90th percentile", formatDuration(times.p90ActiveSeconds)],
      ["From first to last step, median", formatDuration(times.medianHandleSeconds)],
      [`Of that idle (nothing for over ${formatDuration(times.idleSeconds)})`, formatShare(times.idleShare)],
      ["Of that put aside for another task", formatShare(times.interruptedShare)],
      ["Active time of all instances", `${formatCount(times.totalActiveSeconds / 3600, 1)} h`],
    ]),
  ];
  return [
    heading("Volume and times"),
    table(["Figure", "Value"], rows, [1]),
    ...(timesMissing === null ? [] : [text(timesMissing)]),
  ];
}
