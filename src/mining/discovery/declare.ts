/**
 * Discovery of Declare rules.
 *
 * Maggi, Bose, van der Aalst, "Efficient discovery of understandable declarative process models from event logs",
 * CAiSE 2012 (confidence); Di Ciccio & Mecella, "On the discovery of declarative control flows for artful processes",
 * ACM TMIS 5(4), 2015 (statistics from positions of activities in one pass over the traces, here over the variants).
 */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  checkTemplate,
  DECLARE_TEMPLATES,
  type DeclareConstraint,
  DeclareModel,
  type DeclareTemplate,
} from "../../models/declare.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf, occurringActivities, shareOf } from "../declarative_options.ts";
import { countRules, type RuleCounts } from "./declare_counts.ts";

export interface DeclareOptions {
  /** Least share of the cases that activate a rule, 0 to 1. @default 0.8 */
  readonly minSupport?: number;
  /** Least share of the activating cases that keep the rule, 0 to 1. @default 0.8 */
  readonly minConfidence?: number;
  /** Templates to look for. @default all */
  readonly templates?: readonly DeclareTemplate[];
  /**
   * Activities that rules are about. The log is not narrowed to them: "next" still means the next event.
   * @default all that occur
   */
  readonly activities?: readonly string[];
}

/**
 * Discovers the Declare rules that most cases keep.
 *
 * A case *activates* a rule if the rule asks something of it: `response(a, b)` if a occurs, `precedence(a, b)` if b
 * does, `succession`, `coexistence` and the `not_…` rules if a or b does; rules about one activity are activated by
 * every case. It *fulfils* the rule if it activates it and no activation breaks it. Support is the share of all cases
 * that activate the rule, confidence the share of these that fulfil it: that of Maggi et al. 2012, whose support is
 * the product of both. PM4Py gives the two numbers of cases themselves, `activatedCases` as "support" and
 * `fulfilledCases` as "confidence". Di Ciccio & Mecella 2015 count events instead of cases: their support is the share
 * of activating events that are fulfilled, which `checkDeclare` counts (`fulfilments` / `activations`).
 *
 * Cost: one pass over the variants, for each of their events one step for each activity of the trace; then the number
 * of pairs of activities.
 *
 * @throws InputError if the log has no case, a share lies outside 0 to 1, a template or an activity is not known, or
 * there are too many activities for all their pairs.
 * @example
 * ```ts
 * import { discoverDeclare, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * discoverDeclare(log, { minConfidence: 0.95, templates: ["init", "response", "not_coexistence"] });
 * ```
 */
export function discoverDeclare(log: EventLog | TraceCounts, options: DeclareOptions = {}): DeclareModel {
  const minSupport = shareOf("minSupport", options.minSupport ?? 0.8);
  const minConfidence = shareOf("minConfidence", options.minConfidence ?? 0.8);
  options.templates?.forEach(checkTemplate);
  const templates = options.templates ?? DECLARE_TEMPLATES;
  const traces = casesOf(log);
  const chosen = chosenActivities(traces, options.activities);
  const counts = countRules(traces, chosen);
  const found: DeclareConstraint[] = [];
  const keep = (template: DeclareTemplate, activated: number, fulfilled: number, first: number, second?: number) => {
    if (activated === 0 || activated < counts.cases * minSupport || fulfilled < activated * minConfidence) return;
    found.push({
      template,
      first: traces.activities[chosen[first]!]!,
      ...(second === undefined ? {} : { second: traces.activities[chosen[second]!]! }),
      activatedCases: activated,
      fulfilledCases: fulfilled,
      support: activated / counts.cases,
      confidence: fulfilled / activated,
    });
  };
  for (const template of DECLARE_TEMPLATES) {
    if (!templates.includes(template)) continue;
    if (template in BINARY_TEMPLATES) eachPair(template as BinaryTemplate, counts, keep);
    else eachActivity(template, counts, keep);
  }
  return new DeclareModel(found, counts.cases);
}

type Keep = (template: DeclareTemplate, activated: number, fulfilled: number, first: number, second?: number) => void;

/** A dozen tables of all pairs of so many activities take about 400 MB. */
const MOST_ACTIVITIES = 2_000;

function chosenActivities(traces: TraceCounts, names: readonly string[] | undefined): number[] {
  const occurring = occurringActivities(traces);
  const chosen = names === undefined ? occurring : [...new Set(names)].map((name) => {
    const code = traces.activities.indexOf(name);
    if (code >= 0) return code;
    const near = nearestNames(name, traces.activities);
    throw new InputError(
      `Expected an activity of the log but found "${name}".` +
        (near.length > 0 ? ` Did you mean ${near.map((one) => `"${one}"`).join(", ")}?` : ""),
    );
  }).sort((a, b) => a - b);
  if (chosen.length <= MOST_ACTIVITIES) return chosen;
  throw new InputError(
    `Expected at most ${MOST_ACTIVITIES} activities for rules between any two but found ${chosen.length}.\n` +
      `Name those that matter: { activities: [${
        occurring.slice(0, 2).map((a) => JSON.stringify(traces.activities[a])).join(", ")
      }, …] }.`,
  );
}

function eachActivity(template: DeclareTemplate, counts: RuleCounts, keep: Keep): void {
  const { cases, present } = counts;
  const fulfilled = (a: number): number => {
    switch (template) {
      case "existence":
        return present[a]!;
      case "absence":
        return cases - present[a]!;
      case "exactly_one":
        return counts.once[a]!;
      case "init":
        return counts.first[a]!;
      default:
        return counts.last[a]!;
    }
  };
  for (let a = 0; a < present.length; a++) keep(template, cases, fulfilled(a), a);
}

function eachPair(template: BinaryTemplate, counts: RuleCounts, keep: Keep): void {
  const { present } = counts;
  const n = present.length;
  const { sides } = BINARY_TEMPLATES[template];
  const kept = keptTable(template, counts);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      const activated = sides.length === 2
        ? present[a]! + present[b]! - counts.together[a * n + b]!
        : present[sides[0]!.activator === 0 ? a : b]!;
      keep(template, activated, kept.broken ? activated - kept.pairs[a * n + b]! : kept.pairs[a * n + b]!, a, b);
    }
  }
}

/** For each pair the cases that fulfil the rule, or those that break it. */
function keptTable(template: BinaryTemplate, counts: RuleCounts): { pairs: Float64Array; broken: boolean } {
  switch (template) {
    case "responded_existence":
    case "coexistence":
      return { pairs: counts.together, broken: false };
    case "not_coexistence":
      return { pairs: counts.together, broken: true };
    case "not_succession":
      return { pairs: counts.everAfter, broken: true };
    case "not_chain_succession":
      return { pairs: counts.everNext, broken: true };
    default:
      return { pairs: counts[template], broken: false };
  }
}
