/** What a token replay says of cases, activities, places and transitions, as tables. */
import { InputError } from "../../base/errors.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { traceVariants } from "../variants.ts";
import type { TokenReplay } from "./replay.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { requireKind } from "../../models/given_model.ts";

/** A row of `replayCases`. */
export interface ReplayedCaseRow {
  readonly case: string;
  readonly variant: number;
  readonly fits: boolean;
  readonly fitness: number;
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
  readonly deviations: number;
}

/** A row of `replayActivities`. */
export interface ReplayedActivityRow {
  readonly activity: string;
  readonly events: number;
  readonly deviating: number;
  readonly share: number;
  readonly cases: number;
  readonly inModel: boolean;
}

/** A row of `replayPlaces`. */
export interface ReplayedPlaceRow {
  readonly place: string;
  readonly name: string;
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
  readonly casesMissing: number;
  readonly casesRemaining: number;
}

/** A row of `replayTransitions`. */
export interface ReplayedTransitionRow {
  readonly transition: string;
  /** Null for silent ones. */
  readonly activity: string | null;
  readonly fired: number;
  readonly forced: number;
}

/**
 * A row a case, in the order of the log; `case` joins it with attributes.
 *
 * Columns: `case`, `variant` (1, 2, … as in `variants`), `fits`, `fitness` (0 to 1), `produced`, `consumed`, `missing`,
 * `remaining` (tokens), `deviations` (events that the model did not allow where they stand).
 *
 * @throws InputError if the log is not the one that was replayed.
 * @example
 * ```ts
 * import { discoverInductive, readLog, replayCases, replayTokens, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const replay = replayTokens(log, treeToNet(discoverInductive(log, { noise: 0.2 })));
 * replayCases(log, replay).orderby("fitness").slice(0, 5).print();
 * ```
 */
export function replayCases(log: EventLog, replay: TokenReplay): TypedTable<ReplayedCaseRow> {
  requireEventLog(log);
  requireKind("token replay", replay);
  const { variants, traces } = replay;
  const { caseVariant, counts } = traceVariants(log);
  if (counts.length !== traces.counts.length || counts.some((count, v) => count !== traces.counts[v])) {
    throw new InputError(
      `${log.name}: expected the log that was replayed, of ${traces.counts.length} variants, but found ` +
        `${log.cases} cases of ${counts.length} other ones.\nReplay this log, then ask for its cases.`,
    );
  }
  const of = <T>(figure: (variant: TokenReplay["variants"][number]) => T) =>
    Array.from(caseVariant, (v) => figure(variants[v]!));
  return typedTable<ReplayedCaseRow>({
    case: [...log.caseIds],
    variant: Array.from(caseVariant, (v) => v + 1),
    fits: of(({ fits }) => fits),
    fitness: of(({ fitness }) => fitness),
    produced: of(({ produced }) => produced),
    consumed: of(({ consumed }) => consumed),
    missing: of(({ missing }) => missing),
    remaining: of(({ remaining }) => remaining),
    deviations: of(({ deviations }) => deviations.length),
  });
}

/**
 * A row an activity of the log or of the model, in order of names.
 *
 * Columns: `activity`, `events` in the log, `deviating` (events that the model did not allow where they stand), `share`
 * (deviating / events, 0 where there are none), `cases` with such an event, `inModel`.
 */
export function replayActivities(replay: TokenReplay): TypedTable<ReplayedActivityRow> {
  requireKind("token replay", replay);
  const { net, traces, variants } = replay;
  const { activities, sequences, counts } = traces;
  const events = new Float64Array(activities.length), deviating = new Float64Array(activities.length);
  const cases = new Float64Array(activities.length);
  sequences.forEach((sequence, v) => {
    for (const activity of sequence) events[activity]! += counts[v]!;
    for (const event of variants[v]!.deviations) deviating[sequence[event]!]! += counts[v]!;
    const some = new Set(Array.from(variants[v]!.deviations, (event) => sequence[event]!));
    for (const activity of some) cases[activity]! += counts[v]!;
  });
  const code = new Map(activities.map((name, i) => [name, i]));
  const labels = new Set(net.transitions.flatMap(({ label }) => label === undefined ? [] : [label]));
  const names = [...labels.union(new Set(activities.filter((_, i) => events[i]! > 0)))].sort();
  const of = (figures: Float64Array) => names.map((name) => figures[code.get(name) ?? -1] ?? 0);
  return typedTable<ReplayedActivityRow>({
    activity: names,
    events: of(events),
    deviating: of(deviating),
    share: of(deviating.map((n, i) => n === 0 ? 0 : n / events[i]!)),
    cases: of(cases),
    inModel: names.map((name) => labels.has(name)),
  });
}

/**
 * A row a place, in the order of the net: where tokens were missing, or remained.
 *
 * Columns: `place` (its id), `name`, `produced`, `consumed`, `missing`, `remaining` (tokens over all cases),
 * `casesMissing`, `casesRemaining`.
 */
export function replayPlaces(replay: TokenReplay): TypedTable<ReplayedPlaceRow> {
  requireKind("token replay", replay);
  const { net, places } = replay;
  const of = <K extends keyof TokenReplay["places"][number]>(key: K) => places.map((place) => place[key]);
  return typedTable<ReplayedPlaceRow>({
    place: net.places.map(({ id }) => id),
    name: net.places.map(({ name }) => name),
    produced: of("produced"),
    consumed: of("consumed"),
    missing: of("missing"),
    remaining: of("remaining"),
    casesMissing: of("casesMissing"),
    casesRemaining: of("casesRemaining"),
  });
}

/**
 * A row a transition, in the order of the net.
 *
 * Columns: `transition` (its id), `activity` (null for silent ones), `fired` over all cases, `forced` (of these, how
 * often tokens were missing).
 */
export function replayTransitions(replay: TokenReplay): TypedTable<ReplayedTransitionRow> {
  requireKind("token replay", replay);
  const { net, transitions } = replay;
  return typedTable<ReplayedTransitionRow>({
    transition: net.transitions.map(({ id }) => id),
    activity: net.transitions.map(({ label }) => label ?? null),
    fired: transitions.map(({ fired }) => fired),
    forced: transitions.map(({ forced }) => forced),
  });
}
