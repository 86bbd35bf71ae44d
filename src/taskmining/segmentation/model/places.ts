/** Where each action is. */

/** Interactions of each action, ascending. */
export function placesOf(action: Int32Array, actions: number): number[][] {
  const places: number[][] = Array.from({ length: actions }, () => []);
  for (let i = 0; i < action.length; i++) places[action[i]!]!.push(i);
  return places;
}
