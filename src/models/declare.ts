/**
 * Declare: a process as rules between activities, everything else allowed.
 *
 * Pesic, Schonenberg, van der Aalst, "DECLARE: Full support for loosely-structured processes", EDOC 2007; names and
 * meaning of the templates as in Di Ciccio & Mecella, "On the discovery of declarative control flows for artful
 * processes", ACM TMIS 5(4), 2015, table I; activations as in Burattini, Maggi, Sperduti, "Conformance checking based
 * on multi-perspective declarative process models", Expert Systems with Applications 65, 2016.
 */
import { formatCount } from "../base/format.ts";
import { InputError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest_names.ts";
import { parsedObject, shown } from "./from_json.ts";
import { inspectSymbol } from "../base/inspect.ts";
import { moreLines } from "../base/lists.ts";

export type UnaryTemplate = "existence" | "absence" | "exactly_one" | "init" | "last";

export type BinaryTemplate =
  | "responded_existence"
  | "coexistence"
  | "response"
  | "alternate_response"
  | "chain_response"
  | "precedence"
  | "alternate_precedence"
  | "chain_precedence"
  | "succession"
  | "alternate_succession"
  | "chain_succession"
  | "not_coexistence"
  | "not_succession"
  | "not_chain_succession";

export type DeclareTemplate = UnaryTemplate | BinaryTemplate;

/** Where the other activity must be, seen from an event that activates a rule. `alternate`: before the activator again. */
export type Relation = "anywhere" | "after" | "alternate after" | "next" | "before" | "alternate before" | "previous";

/** One side of a rule: each event of its activator asks for the other activity. */
export interface RuleSide {
  /** 0: events of `first` activate it, 1: those of `second`. */
  readonly activator: 0 | 1;
  readonly relation: Relation;
}

/** What a rule between two activities, `first` and `second`, asks for. */
export interface BinaryMeaning {
  readonly sides: readonly RuleSide[];
  /** The other activity must not be there. */
  readonly negative: boolean;
}

const RESPONDED: RuleSide = { activator: 0, relation: "anywhere" };
const RESPONDING: RuleSide = { activator: 1, relation: "anywhere" };
const RESPONSE: RuleSide = { activator: 0, relation: "after" };
const ALTERNATE_RESPONSE: RuleSide = { activator: 0, relation: "alternate after" };
const CHAIN_RESPONSE: RuleSide = { activator: 0, relation: "next" };
const PRECEDENCE: RuleSide = { activator: 1, relation: "before" };
const ALTERNATE_PRECEDENCE: RuleSide = { activator: 1, relation: "alternate before" };
const CHAIN_PRECEDENCE: RuleSide = { activator: 1, relation: "previous" };

/** Rules between two activities; with `first` and `second` in the order of the published templates. */
export const BINARY_TEMPLATES: Readonly<Record<BinaryTemplate, BinaryMeaning>> = {
  responded_existence: { sides: [RESPONDED], negative: false },
  coexistence: { sides: [RESPONDED, RESPONDING], negative: false },
  response: { sides: [RESPONSE], negative: false },
  alternate_response: { sides: [ALTERNATE_RESPONSE], negative: false },
  chain_response: { sides: [CHAIN_RESPONSE], negative: false },
  precedence: { sides: [PRECEDENCE], negative: false },
  alternate_precedence: { sides: [ALTERNATE_PRECEDENCE], negative: false },
  chain_precedence: { sides: [CHAIN_PRECEDENCE], negative: false },
  succession: { sides: [RESPONSE, PRECEDENCE], negative: false },
  alternate_succession: { sides: [ALTERNATE_RESPONSE, ALTERNATE_PRECEDENCE], negative: false },
  chain_succession: { sides: [CHAIN_RESPONSE, CHAIN_PRECEDENCE], negative: false },
  not_coexistence: { sides: [RESPONDED, RESPONDING], negative: true },
  not_succession: { sides: [RESPONSE, PRECEDENCE], negative: true },
  not_chain_succession: { sides: [CHAIN_RESPONSE, CHAIN_PRECEDENCE], negative: true },
};

/** All templates in the order in which models list them: about one activity first. */
export const DECLARE_TEMPLATES: readonly DeclareTemplate[] = [
  "existence",
  "absence",
  "exactly_one",
  "init",
  "last",
  ...(Object.keys(BINARY_TEMPLATES) as BinaryTemplate[]),
];

/** A rule, and how far the log it was discovered from keeps it. */
export interface DeclareConstraint {
  readonly template: DeclareTemplate;
  readonly first: string;
  /** Only of templates about two activities. */
  readonly second?: string;
  /** Cases that activate the rule; those about one activity are activated by every case. */
  readonly activatedCases: number;
  /** Cases that activate the rule and never break it. */
  readonly fulfilledCases: number;
  /** `activatedCases` / cases of the log. NaN where the model comes from no log. */
  readonly support: number;
  /** `fulfilledCases` / `activatedCases`. NaN where the model comes from no log, or no case activates the rule. */
  readonly confidence: number;
}

/** Rules of a process, in the order of `DECLARE_TEMPLATES`, then of names. Immutable. */
export class DeclareModel {
  readonly constraints: readonly DeclareConstraint[];

  /**
   * @param cases of the log it was discovered from, 0 where there is none.
   * @throws InputError for an unknown template, a rule with too few or too many activities, or a rule twice.
   */
  constructor(constraints: readonly DeclareConstraint[], readonly cases: number = 0) {
    this.constraints = [...constraints].sort(compareConstraints);
    this.constraints.forEach((constraint, i) => {
      checkConstraint(constraint);
      const before = this.constraints[i - 1];
      if (before && compareConstraints(before, constraint) === 0) {
        throw new InputError(`Expected each rule once but found ${constraintText(constraint)} twice.`);
      }
    });
  }

  /** Names of the activities that the rules speak of, in order of code units. */
  get activities(): string[] {
    return [
      ...new Set(this.constraints.flatMap(({ first, second }) => second === undefined ? [first] : [first, second])),
    ]
      .sort();
  }

  /** The rules of one template. */
  of(template: DeclareTemplate): DeclareConstraint[] {
    checkTemplate(template);
    return this.constraints.filter((constraint) => constraint.template === template);
  }

  toString(): string {
    const lines = this.constraints.slice(0, 60).map((constraint) =>
      `  ${constraintText(constraint)}` +
      (Number.isNaN(constraint.support)
        ? ""
        : `: support ${constraint.support.toFixed(3)}, confidence ${constraint.confidence.toFixed(3)}`)
    );
    return [
      `Declare model: ${formatCount(this.constraints.length)} constraints` +
      (this.cases > 0 ? ` from ${formatCount(this.cases)} cases` : ""),
      ...lines,
      ...moreLines(this.constraints.length - lines.length, "  "),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  /** Read again by `declareFromJson`. */
  toJSON(): { readonly kind: "declare"; readonly cases: number; readonly constraints: readonly DeclareConstraint[] } {
    return { kind: "declare", cases: this.cases, constraints: this.constraints };
  }
}

/** A rule as its papers write it: `chain response("register", "check")`. */
export function constraintText({ template, first, second }: Pick<DeclareConstraint, "template" | "first" | "second">) {
  const names = second === undefined ? [first] : [first, second];
  return `${template.replaceAll("_", " ")}(${names.map((name) => JSON.stringify(name)).join(", ")})`;
}

/**
 * A Declare model from what `JSON.stringify` made of it, or from rules written by hand.
 *
 * By hand `{"constraints": [{"template": "response", "first": "a", "second": "b"}]}` is enough.
 *
 * @param json a text or what `JSON.parse` makes of it.
 * @throws InputError if it is no such model.
 * @example
 * ```ts
 * import { declareFromJson, discoverDeclare, readLog } from "tracebook";
 * const model = discoverDeclare(await readLog("data/order-to-cash.csv"));
 * declareFromJson(JSON.stringify(model)).constraints.length === model.constraints.length; // true
 * ```
 */
export function declareFromJson(json: unknown): DeclareModel {
  const { cases = 0, constraints } = parsedObject("a Declare model", json);
  if (!Array.isArray(constraints)) {
    throw new InputError(`Expected "constraints" of a Declare model to be an array but found ${shown(constraints)}.`);
  }
  const count = (value: unknown) => typeof value === "number" && value >= 0 ? value : 0;
  const share = (value: unknown) => typeof value === "number" ? value : NaN;
  return new DeclareModel(
    constraints.map((found: unknown, i) => {
      if (typeof found !== "object" || found === null) {
        throw new InputError(`Expected constraint ${i + 1} to be an object but found ${shown(found)}.`);
      }
      const { template, first, second, activatedCases, fulfilledCases, support, confidence } = found as Partial<
        DeclareConstraint
      >;
      return {
        template: template!,
        first: first!,
        ...(second === undefined || second === null ? {} : { second }),
        activatedCases: count(activatedCases),
        fulfilledCases: count(fulfilledCases),
        support: share(support),
        confidence: share(confidence),
      };
    }),
    count(cases),
  );
}

/** @throws InputError if it is none. */
export function checkTemplate(template: string): asserts template is DeclareTemplate {
  if ((DECLARE_TEMPLATES as readonly string[]).includes(template)) return;
  const near = nearestNames(String(template), DECLARE_TEMPLATES);
  throw new InputError(
    `Expected a Declare template but found ${shown(template)}. ` +
      (near.length > 0 ? `Did you mean ${near.join(", ")}?` : `There are ${DECLARE_TEMPLATES.join(", ")}.`),
  );
}

function checkConstraint(constraint: DeclareConstraint): void {
  const { template, first, second } = constraint;
  checkTemplate(template);
  const binary = template in BINARY_TEMPLATES;
  const fits = typeof first === "string" && (binary ? typeof second === "string" : second === undefined);
  if (!fits) {
    throw new InputError(
      `Expected ${template} to name ${binary ? "two activities, first and second" : "one activity, first"}, ` +
        `but found ${shown(first)} and ${shown(second)}.`,
    );
  }
  if (first === second) {
    throw new InputError(`Expected ${template} to name two different activities but found ${shown(first)} twice.`);
  }
}

function compareConstraints(a: DeclareConstraint, b: DeclareConstraint): number {
  return DECLARE_TEMPLATES.indexOf(a.template) - DECLARE_TEMPLATES.indexOf(b.template) ||
    compareText(a.first, b.first) || compareText(a.second ?? "", b.second ?? "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
