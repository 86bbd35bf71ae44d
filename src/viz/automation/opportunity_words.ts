/** How opportunities are named, and their figures written, in pictures. */
import { countOf, formatCount } from "../../base/format.ts";
import type { Opportunity, Range } from "../../taskmining/mod.ts";

export function opportunityName({ task, routine }: Pick<Opportunity, "task" | "routine">): string {
  const name = task ?? "(no name)";
  return routine === null ? name : `${name}: ${routine}`;
}

export function hoursRange({ hoursPerYear }: Pick<Opportunity, "hoursPerYear">): string {
  return rangeInWords(hoursPerYear, (hours) => formatCount(hours, hours < 10 ? 1 : 0), " h");
}

/** `312 h (210 to 440 h)`; without the ends where they are not known. */
export function rangeInWords({ low, base, high }: Range, write: (value: number) => string, unit = ""): string {
  if (Number.isNaN(base)) return "not known";
  if (Number.isNaN(low) || Number.isNaN(high)) return `${write(base)}${unit}`;
  return write(low) === write(high)
    ? `${write(base)}${unit}`
    : `${write(base)}${unit} (${write(low)} to ${write(high)}${unit})`;
}

export function paybackInWords({ paybackMonths: { base } }: Pick<Opportunity, "paybackMonths">): string {
  if (Number.isNaN(base)) return "not known";
  if (base === Infinity || base > 1200) return "never";
  return base < 24 ? countOf(Number(base.toFixed(1)), "month") : `${formatCount(base / 12, 1)} years`;
}

/** The same in a sentence. */
export function paysBack(one: Pick<Opportunity, "paybackMonths">): string {
  const words = paybackInWords(one);
  return words === "never"
    ? "never pays back"
    : words === "not known"
    ? "pays back nobody knows when"
    : `pays back in ${words}`;
}
