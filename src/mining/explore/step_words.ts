/** A step in words, for its chip. */
import { formatDate, formatDuration, formatExactDate } from "../../base/format.ts";
import { anyOf } from "../../base/lists.ts";
import type { SelectionStep, StepBounds, StepValue } from "./selection_step.ts";

export function stepWords({ condition, turned }: SelectionStep): string {
  const not = turned ? "not " : "";
  switch (condition.kind) {
    case "with":
      return `${turned ? "without" : "with"} ${anyOf(condition.activities)}`;
    case "follows":
      return `${turned ? "never " : ""}${condition.from} ${condition.directly ? "→" : "→ … →"} ${condition.to}`;
    case "starts":
      return `${not ? "does not begin" : "begins"} with ${anyOf(condition.activities)}`;
    case "ends":
      return `${not ? "does not end" : "ends"} with ${anyOf(condition.activities)}`;
    case "variants": {
      const { sequences } = condition;
      return `${not}${
        sequences.length === 1 ? `the variant ${sequences[0]!.join(" → ")}` : `one of ${sequences.length} variants`
      }`;
    }
    case "time":
      return `${not}${TIME_WORDS[condition.mode]} ${rangeWords(condition.from, condition.to, dayOf, "before ")}`;
    case "throughput":
      return throughputWords(condition.minSeconds, condition.maxSeconds, turned === true);
    case "resources":
      return `${not}with work by ${anyOf(condition.names)}`;
    case "attribute": {
      const wanted = "values" in condition ? anyOf(condition.values.map(valueWords)) : boundsWords(condition.bounds);
      if (condition.of === "case") return `${condition.name} is ${not}${wanted}`;
      return `${turned ? "no event" : "an event"} with ${condition.name} ${wanted}`;
    }
  }
}

const TIME_WORDS = {
  contained: "within",
  intersecting: "partly within",
  started: "started",
  completed: "completed",
} as const;

function throughputWords(min: number | undefined, max: number | undefined, turned: boolean): string {
  if (min !== undefined && max !== undefined) {
    return `${turned ? "does not take" : "takes"} ${formatDuration(min)} to ${formatDuration(max)}`;
  }
  if (min !== undefined) {
    return turned ? `takes less than ${formatDuration(min)}` : `takes ${formatDuration(min)} or more`;
  }
  return turned ? `takes more than ${formatDuration(max)}` : `takes up to ${formatDuration(max)}`;
}

function valueWords(value: StepValue): string {
  if (value === null) return "missing";
  return typeof value === "object" ? formatExactDate(value.date) : String(value);
}

function boundsWords({ min, max, dates }: StepBounds): string {
  return rangeWords(min, max, dates ? formatExactDate : String, "up to ");
}

function dayOf(milliseconds: number): string {
  return milliseconds % 86_400_000 === 0 ? formatDate(milliseconds) : formatExactDate(milliseconds);
}

function rangeWords(
  min: number | undefined,
  max: number | undefined,
  words: (value: number) => string,
  below: string,
): string {
  if (min === undefined) return max === undefined ? "any" : `${below}${words(max)}`;
  return max === undefined ? `from ${words(min)}` : `${words(min)} to ${words(max)}`;
}
