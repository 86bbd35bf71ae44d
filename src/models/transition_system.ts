/** Transition systems: states of a process and the activities that lead from one to the next. */
import { inspectSymbol } from "../base/inspect.ts";
import { moreLines } from "../base/lists.ts";

/**
 * How the events before or after a moment make its state: their order counts (`sequence`), how often each activity
 * occurs (`multiset`), or only which activities occur (`set`).
 */
export type StateView = "sequence" | "multiset" | "set";

export interface SystemState {
  /** Activities that make the state: in the order of events of a `sequence`, else of names. */
  readonly activities: readonly string[];
  /** Such as `⟨a, b⟩`, `[a, b²]` or `{a, b}`. */
  readonly name: string;
  /** How often cases are in this state. */
  readonly visits: number;
  /** Cases that begin, and that end, in it. */
  readonly starts: number;
  readonly ends: number;
}

export interface SystemTransition {
  /** Indices into `states`. */
  readonly from: number;
  readonly to: number;
  readonly activity: string;
  /** Events. */
  readonly count: number;
}

/** A transition system with frequencies. Immutable. */
export class TransitionSystem {
  constructor(
    readonly view: StateView,
    /** In the order in which the variants, most frequent first, meet them. */
    readonly states: readonly SystemState[],
    /** By `from`, then activity, then `to`. */
    readonly transitions: readonly SystemTransition[],
  ) {}

  /** States in which cases begin, and in which they end: indices into `states`. */
  get initial(): number[] {
    return this.states.flatMap(({ starts }, i) => starts > 0 ? [i] : []);
  }

  get final(): number[] {
    return this.states.flatMap(({ ends }, i) => ends > 0 ? [i] : []);
  }

  toString(): string {
    const name = (i: number) => this.states[i]!.name;
    const most = [...this.transitions].sort((a, b) => b.count - a.count).slice(0, 20);
    return [
      `Transition system: ${this.states.length} states (${this.view}; ${this.initial.length} initial, ` +
      `${this.final.length} final), ${this.transitions.length} transitions`,
      ...most.map(({ from, activity, to, count }) => `  ${name(from)} —${activity}→ ${name(to)}: ${count}`),
      ...moreLines(this.transitions.length - most.length, "  "),
    ].join("\n");
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}

/** A state as its view writes it; activities as `SystemState` has them. */
export function stateName(view: StateView, activities: readonly string[]): string {
  switch (view) {
    case "sequence":
      return `⟨${activities.join(", ")}⟩`;
    case "set":
      return `{${activities.join(", ")}}`;
    case "multiset": {
      const times = new Map<string, number>();
      for (const activity of activities) times.set(activity, (times.get(activity) ?? 0) + 1);
      return `[${[...times].map(([activity, n]) => n === 1 ? activity : activity + raised(n)).join(", ")}]`;
    }
  }
}

function raised(n: number): string {
  return [...String(n)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
