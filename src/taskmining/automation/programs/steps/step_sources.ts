/** Values that were seen before a step, as columns over the instances: what its own value may follow from. */
import type { InstanceSteps } from "../../../instances/steps.ts";
import type { AlignedStep, AlignedSteps } from "./aligned_steps.ts";
import { type Field, FIELDS, type StepValues } from "./step_values.ts";

export interface Source {
  /** For a person: `Copy Body (Mail)`, `title of …`. */
  readonly name: string;
  readonly values: readonly (string | undefined)[];
}

/** A source has to be there in this share of the instances that have the step. */
const LEAST_SHARE = 0.3;

/**
 * Sources of a step, those of copies first, then other values, then titles and addresses, then what was copied last. Of
 * sources that are equal throughout the first stays; constant ones are left out.
 */
export function sourcesOf(
  work: InstanceSteps,
  aligned: AlignedSteps,
  step: AlignedStep,
  values: StepValues,
  nameOf: (step: AlignedStep) => string,
): Source[] {
  const instances = [...aligned.instances.keys()];
  const found: (Source & { readonly rank: number })[] = [];
  const known = new Set<string>();
  const add = (name: string, rank: number, column: (string | undefined)[]) => {
    const given = column.filter((value, k) => value !== undefined && step.events[k]! >= 0);
    if (given.length < LEAST_SHARE * step.count || new Set(given).size < 2) return;
    const key = column.map((value) => value ?? "\u0001").join("\u0002");
    if (known.has(key)) return;
    known.add(key);
    found.push({ name, rank, values: column });
  };
  const before = (other: AlignedStep, k: number) =>
    other.places[k]! >= 0 && step.places[k]! >= 0 && other.places[k]! < step.places[k]!;
  const field = (other: AlignedStep, name: Field) =>
    instances.map((k) => before(other, k) ? values.of(name, other.events[k]!) : undefined);
  const others = aligned.steps.filter((other) => other !== step);
  for (const other of others) {
    const event = other.events.find((one) => one >= 0)!;
    add(nameOf(other), values.isCopy(event) ? 0 : 1, field(other, "value"));
  }
  add(
    `what stood in ${nameOf(step)} before`,
    1,
    instances.map((k) => k < 0 || step.events[k]! < 0 ? undefined : values.of("old value", step.events[k]!)),
  );
  for (const name of FIELDS.slice(1)) {
    for (const other of others) add(`${name} at ${nameOf(other)}`, 2, field(other, name));
  }
  add(
    "what was copied last",
    3,
    instances.map((k) => lastCopied(work, aligned.instances[k]!, step.places[k]!, values)),
  );
  return found.sort((a, b) => a.rank - b.rank);
}

function lastCopied({ offsets, events }: InstanceSteps, instance: number, place: number, values: StepValues) {
  for (let e = offsets[instance]! + place - 1; e >= offsets[instance]!; e--) {
    const event = events[e]!;
    if (values.isCopy(event)) return values.of("clipboard", event) ?? values.of("value", event);
  }
  return undefined;
}
