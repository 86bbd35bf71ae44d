/**
 * The states of chains. The first `kinds * actions` are those of an action in a chain (`kind * actions + action`); those
 * that were split off by what came before follow.
 */
export interface States {
  readonly kinds: number;
  readonly actions: number;
  /** Chain and action of each state. */
  readonly kindOf: number[];
  readonly actionOf: number[];
  /** States that were split off, by the arrival that leads to them. */
  readonly splits: Map<number, number>;
}

/** States that are not split yet. */
export function plainStates(kinds: number, actions: number): States {
  const kindOf: number[] = [], actionOf: number[] = [];
  for (let kind = 0; kind < kinds; kind++) {
    for (let action = 0; action < actions; action++) {
      kindOf.push(kind);
      actionOf.push(action);
    }
  }
  return { kinds, actions, kindOf, actionOf, splits: new Map() };
}

/** In the place of a state: the instance has not begun yet. */
export const BEFORE_BEGIN = -1;

/** A number for an arrival: an action after a state, or the first action of an instance of a kind. */
export function arrivalOf({ actions }: States, state: number, kind: number, action: number): number {
  return state === BEFORE_BEGIN ? -(kind * actions + action) - 1 : state * actions + action;
}

/** The state that an arrival leads to. */
export function stateAfter(states: States, state: number, kind: number, action: number): number {
  return states.splits.get(arrivalOf(states, state, kind, action)) ?? kind * states.actions + action;
}
