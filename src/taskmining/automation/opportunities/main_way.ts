/** Which instances follow the main way of their task, and which of those meet an exception. */
import { countBelow } from "../../../base/sorted.ts";
import type { TaskFacts } from "./task_facts.ts";

/** Steps that at least so many of the instances have make the main way. */
const USUAL = 0.5;

/**
 * Steps of the main way, by their places in `facts.steps`: first those that come before most others, where both are done.
 * Mean places would mix two ways of different length into an order that nobody takes.
 */
export function mainWay({ steps, instances, places }: TaskFacts): number[] {
  const way = steps.flatMap(({ withStep }, s) => withStep >= USUAL * instances.length ? [s] : []);
  const width = steps.length, before = new Float64Array(way.length);
  for (let a = 0; a < way.length; a++) {
    for (let b = a + 1; b < way.length; b++) {
      let first = 0;
      for (let k = 0; k < instances.length; k++) {
        const one = places[k * width + way[a]!]!, other = places[k * width + way[b]!]!;
        if (one >= 0 && other >= 0) first += one < other ? 1 : -1;
      }
      before[first >= 0 ? a : b]!++;
    }
  }
  return way.map((s, i) => ({ s, before: before[i]! })).sort((a, b) => b.before - a.before).map(({ s }) => s);
}

/** Of each instance: whether it does at least a share of these steps, in this order. */
export function followers(facts: TaskFacts, way: readonly number[], leastFollowed: number): Uint8Array {
  const width = facts.steps.length;
  return Uint8Array.from(facts.instances, (_, k) => {
    const places = way.map((s) => facts.places[k * width + s]!).filter((place) => place >= 0);
    return way.length > 0 && longestAscent(places) >= leastFollowed * way.length ? 1 : 0;
  });
}

/** Length of the longest ascending subsequence. */
function longestAscent(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) ends[countBelow(ends, value)] = value;
  return ends.length;
}
