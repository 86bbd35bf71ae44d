/** Opportunities as a table: every figure with its ends. */
import { TypedTable, typedTable } from "../../../base/typed_table.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Range } from "./ranges.ts";

/** Names of the columns of a range: `hoursPerYear`, `hoursPerYearLow`, `hoursPerYearHigh`. */
type Ends<Name extends string> = {
  readonly [Column in `${Name}` | `${Name}Low` | `${Name}High`]: number | null;
};

type Ranged =
  | "instancesPerYear"
  | "activeSeconds"
  | "automatableShare"
  | "adherence"
  | "exceptionShare"
  | "hoursPerYear"
  | "savingsPerYear"
  | "paybackMonths"
  | "value";

/** A row of `automationOpportunities(…).table`. Null where a figure is not known; payback is null where nothing is saved. */
export interface OpportunityRow extends Ends<Ranged> {
  readonly rank: number;
  readonly task: string | null;
  readonly routine: string | null;
  readonly people: number;
  readonly instances: number;
  readonly effortDays: number;
  /** Money, or hours where no hourly rate was given; as `savingsPerYear` and `value`. */
  readonly buildCost: number;
  readonly holdsRank: number;
  readonly firstThree: number;
}

const RANGED: readonly Ranged[] = [
  "instancesPerYear",
  "activeSeconds",
  "automatableShare",
  "adherence",
  "exceptionShare",
  "hoursPerYear",
  "savingsPerYear",
  "paybackMonths",
  "value",
];

export function opportunityTable(opportunities: readonly Opportunity[]): TypedTable<OpportunityRow> {
  const of = <K extends keyof Opportunity>(name: K) => opportunities.map((one) => one[name]);
  const ends = (name: Ranged, end: keyof Range) => opportunities.map((one) => finite(one[name][end]));
  const ranged = Object.fromEntries(RANGED.flatMap((name) => [
    [name, ends(name, "base")],
    [`${name}Low`, ends(name, "low")],
    [`${name}High`, ends(name, "high")],
  ])) as { readonly [Name in keyof Ends<Ranged>]: (number | null)[] };
  const table = typedTable<OpportunityRow>({
    rank: of("rank"),
    task: of("task"),
    routine: of("routine"),
    people: of("people"),
    instances: opportunities.map(({ evidence }) => evidence.instances),
    ...ranged,
    effortDays: of("effortDays"),
    buildCost: of("buildCost"),
    holdsRank: of("holdsRank"),
    firstThree: of("firstThree"),
  });
  const shares = ["automatableShare", "adherence", "exceptionShare"].flatMap((name) => [
    name,
    `${name}Low`,
    `${name}High`,
  ]);
  return TypedTable.withUnits(
    table,
    Object.fromEntries([...shares, "holdsRank", "firstThree"].map((name) => [name, "share" as const])),
  );
}

function finite(figure: number): number | null {
  return Number.isFinite(figure) ? figure : null;
}
