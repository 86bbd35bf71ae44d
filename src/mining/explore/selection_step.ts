/** A selection of cases as a list of steps: plain data, which an address can hold and code can be made of. */

/** A value of an attribute, as JSON holds it; `{ date }` is a point in time, in milliseconds UTC. */
export type StepValue = string | number | boolean | null | { readonly date: number };

/** Bounds, both included. */
export interface StepBounds {
  readonly min?: number;
  readonly max?: number;
  /** The bounds are points in time, in milliseconds UTC. */
  readonly dates?: boolean;
}

/** What one step asks of a case. */
export type StepCondition =
  /** One of the activities occurs. */
  | { readonly kind: "with"; readonly activities: readonly string[] }
  /** It goes from one activity to another, at once or at any time later. */
  | { readonly kind: "follows"; readonly from: string; readonly to: string; readonly directly: boolean }
  | { readonly kind: "starts"; readonly activities: readonly string[] }
  | { readonly kind: "ends"; readonly activities: readonly string[] }
  /** It follows one of the variants, each the names of its activities. */
  | { readonly kind: "variants"; readonly sequences: readonly (readonly string[])[] }
  /** `from` included, `to` not; milliseconds UTC. */
  | { readonly kind: "time"; readonly from?: number; readonly to?: number; readonly mode: TimeMode }
  | { readonly kind: "throughput"; readonly minSeconds?: number; readonly maxSeconds?: number }
  | { readonly kind: "resources"; readonly names: readonly string[] }
  | { readonly kind: "attribute"; readonly of: "case" | "event"; readonly name: string }
    & (
      | { readonly values: readonly StepValue[] }
      | { readonly bounds: StepBounds }
    );

export type TimeMode = "contained" | "intersecting" | "started" | "completed";

export interface SelectionStep {
  readonly condition: StepCondition;
  /** Keeps the cases that do not fulfil the condition. */
  readonly turned?: boolean;
  /** Stands in the list without effect. */
  readonly off?: boolean;
}
