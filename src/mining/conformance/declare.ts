/**
 * Checking a log against Declare rules.
 *
 * Burattini, Maggi, Sperduti, "Conformance checking based on multi-perspective declarative process models", Expert
 * Systems with Applications 65, 2016: activations, fulfilments and violations.
 */
import { type ColumnTable, table } from "arquero";
import { InputError } from "../../io/input_error.ts";
import type { EventLog } from "../../log/event_log.ts";
import { constraintText, type DeclareConstraint, type DeclareModel } from "../../models/declare.ts";
import { inspectSymbol } from "../../models/inspect.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { missingInLog, missingWords, occurringActivities } from "../declarative_options.ts";
import { type CaseRows, caseRows } from "./case_rows.ts";
import { type RuleOutcome, ruleOutcome } from "./declare_rules.ts";

/**
 * Checks each case against each rule of a model.
 *
 * An activity of the model that the log lacks is a note; its rules count.
 *
 * @throws InputError if the log has no case, the model no rule, or both have no activity in common.
 * @example
 * ```ts
 * import { checkDeclare, discoverDeclare, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const check = checkDeclare(log, discoverDeclare(log));
 * check.violations.print(); // joins with attributes by its column "case"
 * ```
 */
export function checkDeclare(log: EventLog | TraceCounts, model: DeclareModel): DeclareCheck {
  const rows = caseRows(log);
  const { traces } = rows;
  const names = occurringActivities(traces).map((a) => traces.activities[a]!);
  if (model.constraints.length === 0) throw new InputError("Expected a Declare model with rules but found it empty.");
  const missing = missingInLog("Declare model", model.activities, names);
  return new DeclareCheck(model, rows, checkVariants(traces, model), missingWords("Declare model", missing, names));
}

/** One rule that a trace activates. */
interface Activation extends RuleOutcome {
  /** Index of the rule in the model. */
  readonly rule: number;
}

function checkVariants({ activities, sequences }: TraceCounts, { constraints }: DeclareModel): Activation[][] {
  const code = new Map(activities.map((name, a) => [name, a]));
  const none: readonly number[] = [];
  const rules = constraints.map(({ template, first, second }) => ({
    template,
    first: code.get(first),
    second: second === undefined ? undefined : code.get(second),
  }));
  const positions: number[][] = activities.map(() => []);
  return sequences.map((sequence) => {
    for (let i = 0; i < sequence.length; i++) positions[sequence[i]!]!.push(i);
    const found: Activation[] = [];
    rules.forEach(({ template, first, second }, rule) => {
      const outcome = ruleOutcome(
        template,
        first === undefined ? none : positions[first]!,
        second === undefined ? none : positions[second]!,
        sequence.length,
      );
      if (outcome.activations > 0) found.push({ rule, ...outcome });
    });
    for (let i = 0; i < sequence.length; i++) positions[sequence[i]!] = [];
    return found;
  });
}

/** How a log keeps the rules of a Declare model. Tables are made when they are first asked for. */
export class DeclareCheck {
  /** 1 − broken rules / rules, mean over the cases. */
  readonly logFitness: number;
  /** Share of the cases that break no rule. */
  readonly fittingShare: number;
  /** Share of the activations of all rules, over all cases, that are fulfilled; NaN where nothing is activated. */
  readonly fulfilmentShare: number;
  /** Cases checked. */
  readonly cases: number;
  readonly #rows: CaseRows;
  readonly #variants: readonly (readonly Activation[])[];
  readonly #broken: Float64Array;
  #tables = new Map<string, ColumnTable>();

  constructor(
    readonly model: DeclareModel,
    rows: CaseRows,
    variants: readonly (readonly Activation[])[],
    /** What a reader must know: activities of the model that the log lacks. */
    readonly notes: readonly string[],
  ) {
    this.#rows = rows;
    this.#variants = variants;
    const { counts } = rows.traces;
    this.#broken = Float64Array.from(variants, (found) => found.filter(({ violations }) => violations > 0).length);
    let cases = 0, broken = 0, fitting = 0, activations = 0, violations = 0;
    variants.forEach((found, v) => {
      cases += counts[v]!;
      broken += this.#broken[v]! * counts[v]!;
      if (this.#broken[v] === 0) fitting += counts[v]!;
      for (const activation of found) {
        activations += activation.activations * counts[v]!;
        violations += activation.violations * counts[v]!;
      }
    });
    this.cases = cases;
    this.logFitness = 1 - broken / (cases * model.constraints.length);
    this.fittingShare = fitting / cases;
    this.fulfilmentShare = 1 - violations / activations;
  }

  /**
   * One row for each case: `case` (of variants: `variant`, `cases`), `activated` (rules), `broken` (rules),
   * `activations`, `fulfilments`, `violations` (events, over all rules), `fitness` (1 − broken / rules of the model).
   */
  get perCase(): ColumnTable {
    return this.#table("cases", () => {
      const { variant, columns } = this.#rows;
      const sums = this.#variants.map((found) => ({
        activations: found.reduce((sum, { activations }) => sum + activations, 0),
        violations: found.reduce((sum, { violations }) => sum + violations, 0),
      }));
      const each = <T>(value: (v: number) => T) => Array.from(variant, value);
      return table({
        ...columns(Array.from(variant, (_, row) => row)),
        activated: each((v) => this.#variants[v]!.length),
        broken: each((v) => this.#broken[v]!),
        activations: each((v) => sums[v]!.activations),
        fulfilments: each((v) => sums[v]!.activations - sums[v]!.violations),
        violations: each((v) => sums[v]!.violations),
        fitness: each((v) => 1 - this.#broken[v]! / this.model.constraints.length),
      });
    });
  }

  /**
   * One row for each rule of the model, in its order: `constraint`, `template`, `first`, `second`, `activatedCases`,
   * `brokenCases`, `activations`, `fulfilments`, `violations` (events, over all cases).
   */
  get perConstraint(): ColumnTable {
    return this.#table("constraints", () => {
      const { constraints } = this.model;
      const { counts } = this.#rows.traces;
      const zeros = () => new Float64Array(constraints.length);
      const activated = zeros(), broken = zeros(), activations = zeros(), violations = zeros();
      this.#variants.forEach((found, v) => {
        for (const { rule, ...outcome } of found) {
          activated[rule]! += counts[v]!;
          if (outcome.violations > 0) broken[rule]! += counts[v]!;
          activations[rule]! += outcome.activations * counts[v]!;
          violations[rule]! += outcome.violations * counts[v]!;
        }
      });
      return table({
        ...constraintColumns(constraints),
        activatedCases: Array.from(activated),
        brokenCases: Array.from(broken),
        activations: Array.from(activations),
        fulfilments: Array.from(activations, (n, rule) => n - violations[rule]!),
        violations: Array.from(violations),
      });
    });
  }

  /**
   * One row for each case and each rule that it activates: `case` (of variants: `variant`, `cases`), `constraint`,
   * `template`, `first`, `second`, `activations`, `fulfilments`, `violations`, `positions` (number[], from 1: events of
   * the case that break the rule).
   */
  get activations(): ColumnTable {
    return this.#table("activations", () => this.#perCaseAndRule(() => true));
  }

  /** The rows of `activations` in which the rule is broken. */
  get violations(): ColumnTable {
    return this.#table("violations", () => this.#perCaseAndRule(({ violations }) => violations > 0));
  }

  toString(): string {
    const most = (this.perConstraint.objects() as (DeclareConstraint & { constraint: string; brokenCases: number })[])
      .filter(({ brokenCases }) => brokenCases > 0)
      .sort((a, b) => b.brokenCases - a.brokenCases)
      .slice(0, 10);
    return [
      `Declare: ${this.cases} cases against ${this.model.constraints.length} constraints: fitness ` +
      `${this.logFitness.toFixed(4)}, ${(this.fittingShare * 100).toFixed(1)} % of the cases break none`,
      ...most.map(({ constraint, brokenCases, activatedCases }) =>
        `  ${constraint}: broken in ${brokenCases} of ${activatedCases} cases`
      ),
      ...this.notes,
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  #table(name: string, make: () => ColumnTable): ColumnTable {
    const known = this.#tables.get(name) ?? make();
    this.#tables.set(name, known);
    return known;
  }

  #perCaseAndRule(wanted: (activation: Activation) => boolean): ColumnTable {
    const { variant, columns } = this.#rows;
    const chosen = this.#variants.map((found) =>
      found.filter(wanted).map((one) => ({ ...one, positions: one.at.map((i) => i + 1) }))
    );
    const rows: number[] = [];
    const found: (Activation & { positions: number[] })[] = [];
    for (let row = 0; row < variant.length; row++) {
      for (const activation of chosen[variant[row]!]!) {
        rows.push(row);
        found.push(activation);
      }
    }
    return table({
      ...columns(rows),
      ...constraintColumns(found.map(({ rule }) => this.model.constraints[rule]!)),
      activations: found.map(({ activations }) => activations),
      fulfilments: found.map(({ activations, violations }) => activations - violations),
      violations: found.map(({ violations }) => violations),
      positions: found.map(({ positions }) => positions),
    });
  }
}

function constraintColumns(constraints: readonly DeclareConstraint[]): Record<string, unknown[]> {
  const texts = new Map<DeclareConstraint, string>();
  const text = (constraint: DeclareConstraint) => {
    const known = texts.get(constraint) ?? constraintText(constraint);
    texts.set(constraint, known);
    return known;
  };
  return {
    constraint: constraints.map(text),
    template: constraints.map(({ template }) => template),
    first: constraints.map(({ first }) => first),
    second: constraints.map(({ second }) => second ?? null),
  };
}
