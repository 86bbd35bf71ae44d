/**
 * Checking a log against Declare rules.
 *
 * Burattini, Maggi, Sperduti, "Conformance checking based on multi-perspective declarative process models", Expert
 * Systems with Applications 65, 2016: activations, fulfilments and violations.
 */
import { formatCount } from "../../base/format.ts";
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { constraintText, type DeclareConstraint, type DeclareModel } from "../../models/declare.ts";
import { inspectSymbol } from "../../base/inspect.ts";
import { type ColumnsOf, type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { missingInLog, missingWords, occurringActivities } from "../declarative_options.ts";
import { type CaseNames, type CaseRows, caseRows } from "../conformance/case_rows.ts";
import { judgeRule, type RuleOutcome } from "./declare_rules.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { requireKind } from "../../models/given_model.ts";

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
  requireEventLog(log, "sequences");
  requireKind(
    "Declare model",
    model,
    "For models with a flow there are alignTraces(log, model) and replayTokens(log, model).",
  );
  const rows = caseRows(log);
  const { traces } = rows;
  const names = occurringActivities(traces).map((a) => traces.activities[a]!);
  if (model.constraints.length === 0) throw new InputError("Expected a Declare model with rules but found it empty.");
  const missing = missingInLog("Declare model", model.activities, names);
  return new DeclareCheck(model, rows, judgeOf(traces, model), missingWords("Declare model", missing, names));
}

/** Judges one variant after the other: hands `found` each rule that the variant activates. */
type Judge = (variant: number, found: (rule: number, outcome: Readonly<RuleOutcome>) => void) => void;

function judgeOf({ activities, sequences }: TraceCounts, { constraints }: DeclareModel): Judge {
  const code = new Map(activities.map((name, a) => [name, a]));
  // Activities that the log lacks, and those that a template does not have, stand nowhere.
  const nowhere = activities.length;
  const rules = constraints.map(({ template, first, second }) => ({
    template,
    first: code.get(first) ?? nowhere,
    second: (second === undefined ? undefined : code.get(second)) ?? nowhere,
  }));
  const positions: number[][] = Array.from({ length: activities.length + 1 }, () => []);
  const outcome: RuleOutcome = { activations: 0, violations: 0, at: [] };
  return (variant, found) => {
    const sequence = sequences[variant]!;
    for (let i = 0; i < sequence.length; i++) positions[sequence[i]!]!.length = 0;
    for (let i = 0; i < sequence.length; i++) positions[sequence[i]!]!.push(i);
    for (let rule = 0; rule < rules.length; rule++) {
      const { template, first, second } = rules[rule]!;
      judgeRule(template, positions[first]!, positions[second]!, sequence.length, outcome);
      if (outcome.activations > 0) found(rule, outcome);
    }
    for (let i = 0; i < sequence.length; i++) positions[sequence[i]!]!.length = 0;
  };
}

/** How a table of rules names each. */
export interface RuleNames {
  /** The rule in words. */
  readonly constraint: string;
  readonly template: DeclareConstraint["template"];
  readonly first: string;
  readonly second: string | null;
}

/** A row of `DeclareCheck.perCase`. */
export interface DeclareCaseRow extends CaseNames {
  readonly activated: number;
  readonly broken: number;
  readonly activations: number;
  readonly fulfilments: number;
  readonly violations: number;
  readonly fitness: number;
}

/** A row of `DeclareCheck.perConstraint`. */
export interface DeclareRuleRow extends RuleNames {
  readonly activatedCases: number;
  readonly brokenCases: number;
  readonly activations: number;
  readonly fulfilments: number;
  readonly violations: number;
}

/** A row of `DeclareCheck.activations` and `violations`. */
export interface DeclareActivationRow extends CaseNames, RuleNames {
  readonly activations: number;
  readonly fulfilments: number;
  readonly violations: number;
  readonly positions: readonly number[];
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
  readonly #judge: Judge;
  readonly #byVariant: VariantFigures;
  readonly #byRule: RuleFigures;
  #tables = new Map<string, TypedTable<object>>();

  constructor(
    readonly model: DeclareModel,
    rows: CaseRows,
    judge: Judge,
    /** What a reader must know: activities of the model that the log lacks. */
    readonly notes: readonly string[],
  ) {
    this.#rows = rows;
    this.#judge = judge;
    const { counts } = rows.traces;
    const variants = () => new Float64Array(counts.length), rules = () => new Float64Array(model.constraints.length);
    this.#byVariant = { activated: variants(), broken: variants(), activations: variants(), violations: variants() };
    this.#byRule = { activatedCases: rules(), brokenCases: rules(), activations: rules(), violations: rules() };
    let cases = 0, broken = 0, fitting = 0, activations = 0, violations = 0;
    for (let v = 0; v < counts.length; v++) {
      const count = counts[v]!;
      judge(v, (rule, outcome) => {
        const breaks = outcome.violations > 0 ? 1 : 0;
        this.#byVariant.activated[v]!++;
        this.#byVariant.broken[v]! += breaks;
        this.#byVariant.activations[v]! += outcome.activations;
        this.#byVariant.violations[v]! += outcome.violations;
        this.#byRule.activatedCases[rule]! += count;
        this.#byRule.brokenCases[rule]! += breaks * count;
        this.#byRule.activations[rule]! += outcome.activations * count;
        this.#byRule.violations[rule]! += outcome.violations * count;
      });
      cases += count;
      broken += this.#byVariant.broken[v]! * count;
      if (this.#byVariant.broken[v] === 0) fitting += count;
      activations += this.#byVariant.activations[v]! * count;
      violations += this.#byVariant.violations[v]! * count;
    }
    this.cases = cases;
    this.logFitness = 1 - broken / (cases * model.constraints.length);
    this.fittingShare = fitting / cases;
    this.fulfilmentShare = 1 - violations / activations;
  }

  /**
   * One row for each case: `case` (of variants: `variant`, `cases`), `activated` (rules), `broken` (rules),
   * `activations`, `fulfilments`, `violations` (events, over all rules), `fitness` (1 − broken / rules of the model).
   */
  get perCase(): TypedTable<DeclareCaseRow> {
    return this.#table<DeclareCaseRow>("cases", () => {
      const { variant, columns } = this.#rows;
      const { activated, broken, activations, violations } = this.#byVariant;
      const each = (value: (v: number) => number) => Array.from(variant, value);
      return typedTable<DeclareCaseRow>({
        ...columns(Array.from(variant, (_, row) => row)),
        activated: each((v) => activated[v]!),
        broken: each((v) => broken[v]!),
        activations: each((v) => activations[v]!),
        fulfilments: each((v) => activations[v]! - violations[v]!),
        violations: each((v) => violations[v]!),
        fitness: each((v) => 1 - broken[v]! / this.model.constraints.length),
      });
    });
  }

  /**
   * One row for each rule of the model, in its order: `constraint`, `template`, `first`, `second`, `activatedCases`,
   * `brokenCases`, `activations`, `fulfilments`, `violations` (events, over all cases).
   */
  get perConstraint(): TypedTable<DeclareRuleRow> {
    return this.#table<DeclareRuleRow>("constraints", () => {
      const { activatedCases, brokenCases, activations, violations } = this.#byRule;
      return typedTable<DeclareRuleRow>({
        ...constraintColumns(this.model.constraints),
        activatedCases: Array.from(activatedCases),
        brokenCases: Array.from(brokenCases),
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
  get activations(): TypedTable<DeclareActivationRow> {
    return this.#table<DeclareActivationRow>("activations", () => this.#perCaseAndRule(() => true));
  }

  /** The rows of `activations` in which the rule is broken. */
  get violations(): TypedTable<DeclareActivationRow> {
    return this.#table<DeclareActivationRow>(
      "violations",
      () => this.#perCaseAndRule(({ violations }) => violations > 0),
    );
  }

  toString(): string {
    const most = this.perConstraint.rows()
      .filter(({ brokenCases }) => brokenCases > 0)
      .sort((a, b) => b.brokenCases - a.brokenCases)
      .slice(0, 10);
    return [
      `Declare: ${formatCount(this.cases)} cases against ${
        formatCount(this.model.constraints.length)
      } constraints: fitness ` +
      `${this.logFitness.toFixed(4)}, ${(this.fittingShare * 100).toFixed(1)} % of the cases break none`,
      ...most.map(({ constraint, brokenCases, activatedCases }) =>
        `  ${constraint}: broken in ${formatCount(brokenCases)} of ${formatCount(activatedCases)} cases`
      ),
      ...this.notes,
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  #table<Row extends object>(name: string, make: () => TypedTable<Row>): TypedTable<Row> {
    const known = this.#tables.get(name) as TypedTable<Row> | undefined ?? make();
    this.#tables.set(name, known);
    return known;
  }

  #perCaseAndRule(wanted: (outcome: Readonly<RuleOutcome>) => boolean): TypedTable<DeclareActivationRow> {
    const { variant, columns, traces } = this.#rows;
    const chosen = traces.sequences.map((_, v) => {
      const found: RuleRow[] = [];
      this.#judge(v, (rule, outcome) => {
        if (!wanted(outcome)) return;
        const { activations, violations, at } = outcome;
        found.push({ rule, activations, violations, positions: at.map((i) => i + 1) });
      });
      return found;
    });
    const rows: number[] = [];
    const found: RuleRow[] = [];
    for (let row = 0; row < variant.length; row++) {
      for (const one of chosen[variant[row]!]!) {
        rows.push(row);
        found.push(one);
      }
    }
    return typedTable<DeclareActivationRow>({
      ...columns(rows),
      ...constraintColumns(found.map(({ rule }) => this.model.constraints[rule]!)),
      activations: found.map(({ activations }) => activations),
      fulfilments: found.map(({ activations, violations }) => activations - violations),
      violations: found.map(({ violations }) => violations),
      positions: found.map(({ positions }) => positions),
    });
  }
}

interface RuleRow {
  readonly rule: number;
  readonly activations: number;
  readonly violations: number;
  readonly positions: readonly number[];
}

/** Of each variant: rules, and events over all rules. */
interface VariantFigures {
  readonly activated: Float64Array;
  readonly broken: Float64Array;
  readonly activations: Float64Array;
  readonly violations: Float64Array;
}

/** Of each rule: cases, and events over all cases. */
interface RuleFigures {
  readonly activatedCases: Float64Array;
  readonly brokenCases: Float64Array;
  readonly activations: Float64Array;
  readonly violations: Float64Array;
}

function constraintColumns(constraints: readonly DeclareConstraint[]): ColumnsOf<RuleNames> {
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
