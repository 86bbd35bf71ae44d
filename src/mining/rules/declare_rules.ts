/**
 * One Declare rule on one trace: which events activate it, and which of these break it.
 *
 * Burattini, Maggi, Sperduti, "Conformance checking based on multi-perspective declarative process models", Expert
 * Systems with Applications 65, 2016, section 4 (without data and time).
 */
import { BINARY_TEMPLATES, type BinaryMeaning, type DeclareTemplate, type Relation } from "../../models/declare.ts";

/** Filled anew by each call of `judgeRule`: millions of rules and traces share one. */
export interface RuleOutcome {
  /** Events that activate the rule; of rules about one activity always 1, the case itself. */
  activations: number;
  /** Activations that are broken. */
  violations: number;
  /**
   * Ascending positions from 0 of the events that break it. Of rules about one activity: all events of `absence`, the
   * second and later of `exactly_one`, the first of the trace for `init`, its last for `last`; none where an event is
   * missing.
   */
  readonly at: number[];
}

/** @param first and @param second positions of the rule's activities; @param length of the trace. */
export function judgeRule(
  template: DeclareTemplate,
  first: readonly number[],
  second: readonly number[],
  length: number,
  outcome: RuleOutcome,
): void {
  outcome.activations = outcome.violations = outcome.at.length = 0;
  const meaning = MEANINGS.get(template);
  if (meaning === undefined) judgeOne(template, first, length, outcome);
  else judgePair(meaning, first, second, outcome);
}

const MEANINGS: ReadonlyMap<string, BinaryMeaning> = new Map(Object.entries(BINARY_TEMPLATES));

function judgeOne(template: DeclareTemplate, first: readonly number[], length: number, outcome: RuleOutcome): void {
  const { at } = outcome;
  let kept: boolean;
  switch (template) {
    case "existence":
      kept = first.length > 0;
      break;
    case "absence":
      kept = first.length === 0;
      at.push(...first);
      break;
    case "exactly_one":
      kept = first.length === 1;
      at.push(...first.slice(1));
      break;
    case "init":
      kept = first[0] === 0;
      if (!kept && length > 0) at.push(0);
      break;
    default:
      kept = length > 0 && first.at(-1) === length - 1;
      if (!kept && length > 0) at.push(length - 1);
  }
  outcome.activations = 1;
  outcome.violations = kept ? 0 : 1;
}

function judgePair(
  { sides, negative }: BinaryMeaning,
  first: readonly number[],
  second: readonly number[],
  outcome: RuleOutcome,
): void {
  for (const { activator, relation } of sides) {
    const own = activator === 0 ? first : second, other = activator === 0 ? second : first;
    outcome.activations += own.length;
    addBroken(relation, own, other, negative, outcome.at);
  }
  if (sides.length > 1 && outcome.at.length > 1) outcome.at.sort((a, b) => a - b);
  outcome.violations = outcome.at.length;
}

/** Both lists are walked once, side by side. */
function addBroken(
  relation: Relation,
  own: readonly number[],
  other: readonly number[],
  negative: boolean,
  at: number[],
): void {
  const lowest = other[0] ?? Infinity, highest = other.at(-1) ?? -Infinity;
  // The first of the others beyond the event in question.
  let beyond = 0;
  for (let k = 0; k < own.length; k++) {
    const position = own[k]!;
    while (beyond < other.length && other[beyond]! < position) beyond++;
    const nextOther = other[beyond] ?? Infinity, previousOther = other[beyond - 1] ?? -Infinity;
    let there: boolean;
    switch (relation) {
      case "anywhere":
        there = other.length > 0;
        break;
      case "after":
        there = highest > position;
        break;
      case "before":
        there = lowest < position;
        break;
      case "next":
        there = nextOther === position + 1;
        break;
      case "previous":
        there = previousOther === position - 1;
        break;
      case "alternate after":
        there = nextOther < (own[k + 1] ?? Infinity);
        break;
      case "alternate before":
        there = previousOther > (own[k - 1] ?? -Infinity);
        break;
    }
    if (there === negative) at.push(position);
  }
}
