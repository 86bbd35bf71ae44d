/** The main way of a task, the other ways, and where these depart from it. */
import { InputError } from "../../../base/errors.ts";
import { countOf } from "../../../base/format.ts";
import { actionsOf, type InstanceSteps } from "../../instances/steps.ts";
import { alignTo } from "./align.ts";
import { collapseRepeats } from "./repeats.ts";

/** A step of the main way. */
export interface MainStep {
  /** Code of the action in `log.actions`. */
  readonly action: number;
  /** How often the action stands in the main way up to here, from 1. */
  readonly occurrence: number;
  /** The interaction of each instance that has it, in the first pass of a loop. */
  readonly events: readonly number[];
  /** The number of the instance of each. */
  readonly instances: readonly number[];
}

/** Steps of the main way, `from` up to and including `to`, that are done several times in a row. */
export interface Loop {
  readonly from: number;
  readonly to: number;
  /** Instances that pass more than once. */
  readonly instances: number;
  readonly mostPasses: number;
}

export interface Way {
  /** Codes of actions, one pass of each loop. */
  readonly actions: readonly number[];
  readonly instances: readonly number[];
  readonly departures: readonly Departure[];
}

/** Steps `from` up to, not including, `to` of the main way are left out, and `actions` done in their place. */
export interface Departure {
  readonly from: number;
  readonly to: number;
  readonly actions: readonly number[];
}

export interface MainWay {
  readonly steps: readonly MainStep[];
  readonly loops: readonly Loop[];
  /** Most frequent first; `chosen` is the index of the main way. */
  readonly ways: readonly Way[];
  readonly chosen: number;
  /** Departures of all instances, most frequent first. */
  readonly departures: readonly (Departure & { readonly instances: readonly number[] })[];
}

/** Passes that fewer of the instances repeat are departures, not loops. */
const LEAST_LOOPS = 0.03;

/**
 * The way that most instances take, if what they do several times in a row counts once.
 *
 * @param instances those of the task.
 * @param way number of another way to take for the main one, from 1, in the order of frequency.
 * @throws InputError if there is no such way.
 */
export function mainWayOf(steps: InstanceSteps, instances: Int32Array, way = 1): MainWay {
  const groups = new Map<string, { actions: number[]; instances: number[] }>();
  const collapsed = new Map<number, ReturnType<typeof collapseRepeats>>();
  for (const k of instances) {
    const all = actionsOf(steps, k), found = collapseRepeats(all);
    collapsed.set(k, found);
    const actions = found.kept.map((at) => all[at]!);
    const key = actions.join();
    const known = groups.get(key);
    if (known) known.instances.push(k);
    else groups.set(key, { actions, instances: [k] });
  }
  const ordered = [...groups.values()].filter(({ actions }) => actions.length > 0)
    .sort((a, b) => b.instances.length - a.instances.length || inOrder(a.actions, b.actions));
  const main = ordered[way - 1];
  if (!main) {
    throw new InputError(
      `Expected the number of a way from 1 to ${ordered.length} but found ${way}: ` +
        `the task is done in ${countOf(ordered.length, "way")}.`,
    );
  }
  return aligned(steps, ordered, way - 1, collapsed);
}

function aligned(
  { offsets, events }: InstanceSteps,
  groups: readonly { actions: number[]; instances: number[] }[],
  chosen: number,
  collapsed: ReadonlyMap<number, ReturnType<typeof collapseRepeats>>,
): MainWay {
  const { actions: main } = groups[chosen]!;
  const own = main.map(() => ({ events: [] as number[], instances: [] as number[] }));
  const loops = new Map<string, { from: number; to: number; instances: number; mostPasses: number }>();
  const departures = new Map<string, Departure & { instances: number[] }>();
  let total = 0;
  const ways = groups.map(({ actions, instances }): Way => {
    const { matched, differences } = alignTo(main, actions);
    const told = differences.map(({ from, to, instead }) => ({ from, to, actions: instead.map((at) => actions[at]!) }));
    for (const one of told) {
      const key = `${one.from} ${one.to} ${one.actions}`;
      const known = departures.get(key);
      if (known) known.instances.push(...instances);
      else departures.set(key, { ...one, instances: [...instances] });
    }
    const stepAt = new Map([...matched].flatMap((at, step) => at < 0 ? [] : [[at, step] as const]));
    for (const k of instances) {
      total++;
      const { kept, repeats } = collapsed.get(k)!;
      stepAt.forEach((step, at) => {
        own[step]!.events.push(events[offsets[k]! + kept[at]!]!);
        own[step]!.instances.push(k);
      });
      for (const { first, last, times } of repeats) {
        const from = stepAt.get(kept.indexOf(first)), to = stepAt.get(kept.indexOf(last));
        if (from === undefined || to === undefined) continue;
        const key = `${from} ${to}`;
        const known = loops.get(key) ?? { from, to, instances: 0, mostPasses: 0 };
        loops.set(key, {
          ...known,
          instances: known.instances + 1,
          mostPasses: Math.max(known.mostPasses, times),
        });
      }
    }
    return { actions, instances, departures: told };
  });
  return {
    steps: main.map((action, at) => ({
      action,
      occurrence: main.slice(0, at + 1).filter((one) => one === action).length,
      ...own[at]!,
    })),
    loops: nested([...loops.values()].filter(({ instances }) => instances >= LEAST_LOOPS * total)),
    ways,
    chosen,
    departures: [...departures.values()].sort((a, b) =>
      b.instances.length - a.instances.length || a.from - b.from || a.to - b.to || inOrder(a.actions, b.actions)
    ),
  };
}

/** Those that lie in each other or apart, the most frequent ones kept; in their order. */
function nested(loops: Loop[]): Loop[] {
  const kept: Loop[] = [];
  for (const loop of loops.sort((a, b) => b.instances - a.instances || a.from - b.from || b.to - a.to)) {
    const cross = kept.some(({ from, to }) =>
      !(loop.to < from || loop.from > to || (loop.from >= from && loop.to <= to) ||
        (loop.from <= from && loop.to >= to))
    );
    if (!cross) kept.push(loop);
  }
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
