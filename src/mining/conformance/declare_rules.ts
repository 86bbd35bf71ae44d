/**
 * One Declare rule on one trace: which events activate it, and which of these break it.
 *
 * Burattini, Maggi, Sperduti, "Conformance checking based on multi-perspective declarative process models", Expert
 * Systems with Applications 65, 2016, section 4 (without data and time).
 */
import { BINARY_TEMPLATES, type BinaryTemplate, type DeclareTemplate, type RuleSide } from "../../models/declare.ts";

/** Where a trace's activities stand: ascending positions from 0 by activity. */
export type Positions = readonly (readonly number[])[];

export interface RuleOutcome {
  /** Events that activate the rule; of rules about one activity always 1, the case itself. */
  readonly activations: number;
  /** Activations that are broken. */
  readonly violations: number;
  /**
   * Ascending positions from 0 of the events that break it. Of rules about one activity: all events of `absence`, the
   * second and later of `exactly_one`, the first of the trace for `init`, its last for `last`; none where an event is
   * missing.
   */
  readonly at: readonly number[];
}

/** @param first and @param second positions of the rule's activities; @param length of the trace. */
export function ruleOutcome(
  template: DeclareTemplate,
  first: readonly number[],
  second: readonly number[],
  length: number,
): RuleOutcome {
  if (template in BINARY_TEMPLATES) return pairOutcome(template as BinaryTemplate, first, second);
  switch (template) {
    case "existence":
      return once(first.length > 0, []);
    case "absence":
      return once(first.length === 0, first);
    case "exactly_one":
      return once(first.length === 1, first.slice(1));
    case "init":
      return once(first[0] === 0, length > 0 ? [0] : []);
    default:
      return once(length > 0 && first.at(-1) === length - 1, length > 0 ? [length - 1] : []);
  }
}

function once(kept: boolean, at: readonly number[]): RuleOutcome {
  return kept ? { activations: 1, violations: 0, at: [] } : { activations: 1, violations: 1, at };
}

function pairOutcome(template: BinaryTemplate, first: readonly number[], second: readonly number[]): RuleOutcome {
  const { sides, negative } = BINARY_TEMPLATES[template];
  const at: number[] = [];
  let activations = 0;
  for (const side of sides) {
    const [own, other] = side.activator === 0 ? [first, second] : [second, first];
    activations += own.length;
    addBroken(side, own, other, negative, at);
  }
  if (sides.length > 1) at.sort((a, b) => a - b);
  return { activations, violations: at.length, at };
}

/** Both lists are walked once, side by side. */
function addBroken(
  { relation }: RuleSide,
  own: readonly number[],
  other: readonly number[],
  negative: boolean,
  at: number[],
): void {
  const lowest = other[0] ?? Infinity, highest = other.at(-1) ?? -Infinity;
  // The first of the others beyond the event in question.
  let beyond = 0;
  own.forEach((position, k) => {
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
  });
}
