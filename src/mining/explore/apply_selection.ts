/** A selection applied: each step calls the filter of the library that a notebook would call. */
import type { Value } from "../../base/column.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { filterCaseAttribute } from "../../log/events/filter/case_attribute.ts";
import { filterCasesWith } from "../../log/events/filter/cases_with.ts";
import { filterDirectlyFollows } from "../../log/events/filter/directly_follows.ts";
import { filterEventAttribute } from "../../log/events/filter/event_attribute.ts";
import { filterFollows } from "../../log/events/filter/follows.ts";
import { filterResources } from "../../log/events/filter/resources.ts";
import { filterEnd, filterStart } from "../../log/events/filter/start_end.ts";
import { filterThroughput } from "../../log/events/filter/throughput.ts";
import { filterTimeFrame } from "../../log/events/filter/time_frame.ts";
import type { ValueBounds } from "../../log/events/filter/value_matcher.ts";
import type { MatchOptions } from "../../log/filter/options.ts";
import { filterVariants } from "../filter_variants.ts";
import type { SelectionStep, StepBounds, StepCondition, StepValue } from "./selection_step.ts";

/**
 * The cases that pass all steps, in their order; steps that are off have no effect.
 *
 * What a step names and the cases before it do not have matches nothing: earlier steps may have left it out.
 *
 * @throws InputError if the log has no times and a step asks for them, or no attribute of a name.
 */
export function applySelection(log: EventLog, steps: readonly SelectionStep[]): EventLog {
  return steps.reduce((selected, step) => step.off ? selected : applyStep(selected, step), log);
}

/** The cases that one step keeps, whether it is off or not. */
export function applyStep(log: EventLog, { condition, turned = false }: SelectionStep): EventLog {
  const options: MatchOptions = { drop: turned, missing: "ignore" };
  switch (condition.kind) {
    case "with":
      return filterCasesWith(log, condition.activities, options);
    case "follows": {
      const { from, to, directly } = condition;
      return directly ? filterDirectlyFollows(log, [from, to], options) : filterFollows(log, [from, to], options);
    }
    case "starts":
      return filterStart(log, condition.activities, options);
    case "ends":
      return filterEnd(log, condition.activities, options);
    case "variants":
      return filterVariants(log, { sequences: condition.sequences, ...options });
    case "time": {
      const { from, to, mode } = condition;
      return filterTimeFrame(log, { ...defined({ from, to }), mode, drop: turned });
    }
    case "throughput": {
      const { minSeconds, maxSeconds } = condition;
      return filterThroughput(log, { ...defined({ minSeconds, maxSeconds }), drop: turned });
    }
    case "resources":
      return filterResources(log, condition.names, options);
    case "attribute": {
      const filter = condition.of === "case" ? filterCaseAttribute : filterEventAttribute;
      return filter(log, condition.name, wantedOf(condition), options);
    }
  }
}

/** What the filters of attributes are given: values, or bounds. */
export function wantedOf(
  condition: Extract<StepCondition, { kind: "attribute" }>,
): readonly Value[] | ValueBounds {
  return "values" in condition ? condition.values.map(valueOf) : boundsOf(condition.bounds);
}

function valueOf(value: StepValue): Value {
  return typeof value === "object" && value !== null ? new Date(value.date) : value;
}

function boundsOf({ min, max, dates }: StepBounds): ValueBounds {
  const bound = (value: number | undefined) => value === undefined || !dates ? value : new Date(value);
  return defined({ min: bound(min), max: bound(max) });
}

/** Without what is undefined. */
export function defined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
