/** The steps of the main way as the document tells them, with the rules that hold for them. */
import { orNull as figure } from "../../people.ts";
import { actionWords } from "../../segmentation/action_words.ts";
import { usual } from "../programs/counts.ts";
import { type Masks, masksOf } from "../programs/masks.ts";
import { type StepValues, stepValues } from "../programs/steps/step_values.ts";
import type { FoundProgram } from "../programs/find_programs.ts";
import type { DefinedData, DefinedRule, DefinedStep } from "./definition.ts";
import type { DescribedTask } from "./described_task.ts";
import { maskedExample, plainText } from "./plain_text.ts";

/** Programs that are no constants, those of the main way first. */
function programsInOrder({ programs, told }: DescribedTask): FoundProgram[] {
  const all = programs.programs.filter(({ kind }) => kind !== "constant");
  const own = told.flatMap((step) => step?.found && all.includes(step.found) ? [step.found] : []);
  return [...own, ...all.filter((found) => !own.includes(found))];
}

export function rulesOf(described: DescribedTask): DefinedRule[] {
  return programsInOrder(described).map((found, r) => {
    const at = described.told.findIndex((step) => step?.found === found);
    return {
      number: r + 1,
      step: at < 0 ? null : at + 1,
      target: plainText(found.target),
      words: plainText(found.words, 1000),
      sources: found.sources.map((source) => plainText(source)),
      heldOutRight: figure(found.heldOutRight),
      heldOutTotal: figure(found.heldOutTotal),
      heldOutShare: figure(found.heldOutRight / found.heldOutTotal),
    };
  });
}

export function stepsInWords(described: DescribedTask): DefinedStep[] {
  const { main, told, work, instances } = described, { log } = work;
  const masks = masksOf(log), values = stepValues(log, masks);
  const rules = programsInOrder(described);
  return main.steps.map(({ action, events }, at) => {
    const words = actionWords(log, action), step = told[at];
    const rule = step?.found ? rules.indexOf(step.found) : -1;
    return {
      number: at + 1,
      label: plainText(log.actionLabels[action]!),
      application: orNull(words.app),
      place: orNull(words.place),
      element: orNull(words.element),
      share: events.length / instances.length,
      verdict: step?.verdict ?? "unknown",
      why: step ? step.why : "It is not among the steps that were looked at.",
      rule: rule < 0 ? null : rule + 1,
      example: exampleOf(described, at, values, masks),
    };
  });
}

const orNull = (text: string | undefined) => text === undefined ? null : plainText(text);

/** The most frequent shape of a step's values; those of scrolling and windows are nobody's. */
function exampleOf({ main }: DescribedTask, at: number, values: StepValues, masks: Masks): string | null {
  const shapes = main.steps[at]!.events.slice(0, 1000).map((event) => {
    const value = values.entered(event) ?? values.of("value", event);
    return value === undefined ? "" : maskedExample(masks.show(value));
  });
  return usual(shapes.filter((shape) => shape !== "")) ?? null;
}

/** What is read: values that are copied, those that rules need, and those that a person decides. */
export function dataInOf(described: DescribedTask, steps: readonly DefinedStep[]): DefinedData[] {
  const { main, work, told } = described, { log } = work;
  const needed = new Set(told.flatMap((step) => step?.found?.sources ?? []));
  return grouped(steps.flatMap((step, at) => {
    const { events } = main.steps[at]!, kind = log.actionClassAt(events[0]!);
    const isSource = told[at] !== undefined && needed.has(told[at].target) && kind !== "edit" && kind !== "paste";
    if (kind === "copy" || isSource) return [{ step, origin: "read on the screen" }];
    const decides = (step.verdict === "decision" || step.verdict === "unknown") &&
      (kind === "edit" || kind === "paste");
    return decides ? [{ step, origin: "known to the person" }] : [];
  }));
}

/** What is entered. */
export function dataOutOf(described: DescribedTask, steps: readonly DefinedStep[]): DefinedData[] {
  const { main, work, told } = described, { log } = work;
  return grouped(steps.flatMap((step, at) => {
    const kind = log.actionClassAt(main.steps[at]!.events[0]!);
    return kind === "edit" || kind === "paste" ? [{ step, origin: originOf(step, told[at]?.found ?? null) }] : [];
  }));
}

function originOf({ verdict, rule }: DefinedStep, found: FoundProgram | null): string {
  switch (verdict) {
    case "program":
      return rule === null ? "follows a rule" : `rule ${rule}`;
    case "constant":
      return found ? `always ${plainText(found.words)}` : "always the same";
    case "decision":
      return "decision of the person";
    case "fixed":
      return "always the same";
    case "unknown":
      return "not known";
  }
}

function grouped(found: readonly { readonly step: DefinedStep; readonly origin: string }[]): DefinedData[] {
  const groups = Map.groupBy(
    found,
    ({ step, origin }) => JSON.stringify([step.element ?? step.label, step.application, step.place, origin]),
  );
  return [...groups.values()].map((group) => {
    const { step, origin } = group[0]!;
    return {
      name: step.element ?? step.label,
      application: step.application,
      place: step.place,
      steps: group.map((one) => one.step.number),
      example: step.example,
      origin,
    };
  });
}
