/** Rules of service levels: what they are made of, and in words. */
import { formatExactDuration } from "../../base/format.ts";
import { wordList } from "../../base/lists.ts";

/** A moment of a case: its begin, its end, or the first event of one of some activities. */
export type RulePoint = "start" | "end" | { readonly activities: readonly string[] };

/** `to` has to come within a time after `from`. */
export interface TimeRule {
  readonly kind: "time";
  readonly from: RulePoint;
  readonly to: RulePoint;
  readonly amount: number;
  readonly unit: RuleUnit;
  /** Only working time counts, of a calendar. */
  readonly working: boolean;
}

/** An activity may come so often at most: in the case, or after an event. */
export interface CountRule {
  readonly kind: "count";
  readonly activities: readonly string[];
  readonly after?: RulePoint;
  readonly most: number;
}

export type ServiceRule = TimeRule | CountRule;
export type RuleUnit = "second" | "minute" | "hour" | "day" | "week";

export const UNIT_SECONDS: Readonly<Record<RuleUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** `from Register to Approve within 5 working days`, `Call at most 3 times after Register`. */
export function ruleText(rule: ServiceRule): string {
  if (rule.kind === "count") {
    const after = rule.after === undefined ? "" : ` after ${pointText(rule.after)}`;
    return `${namesText(rule.activities)}${after} at most ${rule.most} ${rule.most === 1 ? "time" : "times"}`;
  }
  const { from, to, amount, unit, working } = rule;
  return `from ${pointText(from)} to ${pointText(to)} within ${amount} ${working ? "working " : ""}${unit}${
    amount === 1 ? "" : "s"
  }`;
}

/** The limit for captions: `5 working days`, `2 h`. */
export function limitText(rule: ServiceRule): string {
  if (rule.kind === "count") return `${rule.most} times`;
  if (!rule.working) return formatExactDuration(rule.amount * UNIT_SECONDS[rule.unit]);
  return `${rule.amount} working ${rule.unit}${rule.amount === 1 ? "" : "s"}`;
}

export function pointText(point: RulePoint): string {
  return typeof point === "string" ? point : namesText(point.activities);
}

function namesText(names: readonly string[]): string {
  return wordList(names.map((name) => AMBIGUOUS.test(name) ? `"${name}"` : name), "or");
}

/** Names that would be read as something else without quotes. */
const AMBIGUOUS = /["|]|^(start|end|case)$|\s(to|within|after|of|at most|or)\s|^from\s/i;
