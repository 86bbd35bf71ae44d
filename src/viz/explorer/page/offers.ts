/** What a click on an activity, an arrow, a person or a value offers to select. */
import type { SelectionStep, StepCondition } from "../../../mining/explore/selection_step.ts";
import type { AttributeAnswer, AttributeRow } from "../engine/attribute_answer.ts";

export interface Offer {
  readonly words: string;
  readonly step: SelectionStep;
}

export function offersOfActivity(name: string): Offer[] {
  return [
    offer("Cases with it", { kind: "with", activities: [name] }),
    offer("Cases without it", { kind: "with", activities: [name] }, true),
    offer("Cases that begin with it", { kind: "starts", activities: [name] }),
    offer("Cases that end with it", { kind: "ends", activities: [name] }),
  ];
}

/** Undefined stands for the start and the end of a case. */
export function offersOfPath(from: string | undefined, to: string | undefined): Offer[] {
  if (from === undefined) {
    if (to === undefined) return [];
    const begins: StepCondition = { kind: "starts", activities: [to] };
    return [offer("Cases that begin so", begins), offer("Cases that do not", begins, true)];
  }
  if (to === undefined) {
    const ends: StepCondition = { kind: "ends", activities: [from] };
    return [offer("Cases that end so", ends), offer("Cases that do not", ends, true)];
  }
  return [
    offer("Cases that go so directly", { kind: "follows", from, to, directly: true }),
    offer("Cases that never do", { kind: "follows", from, to, directly: true }, true),
    offer("Cases that go so at any time later", { kind: "follows", from, to, directly: false }),
    offer("Cases that never do, not even later", { kind: "follows", from, to, directly: false }, true),
  ];
}

export function offersOfPerson(name: string): Offer[] {
  const condition: StepCondition = { kind: "resources", names: [name] };
  return [offer("Cases with their work", condition), offer("Cases without it", condition, true)];
}

export function offersOfValue({ name, of }: Pick<AttributeAnswer, "name" | "of">, { wanted }: AttributeRow): Offer[] {
  const condition: StepCondition = { kind: "attribute", of, name, ...wanted };
  return of === "case"
    ? [offer("Cases with this value", condition), offer("All other cases", condition, true)]
    : [offer("Cases with an event of this value", condition), offer("Cases without such an event", condition, true)];
}

function offer(words: string, condition: StepCondition, turned = false): Offer {
  return { words, step: { condition, ...(turned ? { turned } : {}) } };
}
