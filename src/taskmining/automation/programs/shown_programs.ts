/** Programs as they may be shown: how often few people are right, and what they enter, would tell of them. */
import { countOf, formatCount } from "../../../base/format.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { leastShown, type ShownPeople } from "../../people.ts";
import type { FoundProgram, TaskStep } from "./found_program.ts";

export interface ShownSteps {
  readonly steps: readonly TaskStep[];
  readonly notes: readonly string[];
}

/** Steps with what their programs may show: of those that few people do, no figures and no values of instances. */
export function shownPrograms(log: InteractionLog, steps: readonly TaskStep[], options: ShownPeople): ShownSteps {
  const least = leastShown(log, options);
  const shown = steps.map((step): TaskStep => {
    const { found } = step;
    return found && found.people < least ? { ...step, found: withoutFigures(found) } : step;
  });
  const programs = shown.flatMap(({ found }) => found ?? []);
  const hidden = programs.filter(({ suppressed }) => suppressed).length;
  const notes = hidden === 0 ? [] : [
    `${formatCount(hidden)} of ${
      countOf(programs.length, "program")
    } without figures and examples: fewer than ${least} ` +
    "people do the step.",
  ];
  return { steps: shown, notes };
}

function withoutFigures(found: FoundProgram): FoundProgram {
  const figures = { support: NaN, heldOutRight: NaN, heldOutTotal: NaN, chance: NaN };
  return { ...found, ...figures, suppressed: true, examples: [], counterExamples: [], counterInstances: [] };
}

/** How often a program is right, in a sentence; figures are NaN where they are not shown. */
export function heldOutWords(
  { heldOutRight, heldOutTotal }: Pick<FoundProgram, "heldOutRight" | "heldOutTotal">,
): string {
  return Number.isNaN(heldOutTotal)
    ? "How often it is right is not shown: too few people do the step."
    : `Right for ${heldOutRight} of ${heldOutTotal} held-back values.`;
}
