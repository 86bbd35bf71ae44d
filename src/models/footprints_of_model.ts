/**
 * Footprints of a model: those of all its complete runs.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 8.4. Of trees from the structure, as
 * Leemans, "Robust Process Mining with Guarantees", 2022, section 5.1, describes their directly-follows graphs; of nets
 * from the markings that lie between the initial and the final one.
 */
import { refuseRenamed } from "../base/renamed_options.ts";
import { type Deep, runDeep } from "../base/deep.ts";
import { Footprints } from "./footprints.ts";
import { asNet, type ConvertibleModel } from "./convert/model_as.ts";
import { givenKind } from "./given_model.ts";
import type { ProcessTree } from "./process_tree.ts";
import { netFollows, type NetFootprintOptions } from "./nets/footprints_of_net.ts";

/**
 * Which activities may directly follow which in a model, silent steps left out, and which may begin and end a run.
 *
 * Exact for trees and nets, and so for what becomes a net: of a net only runs from the initial to the final marking count.
 *
 * @throws InputError if a net has no initial or final marking, if none of its runs ends, if it is unbounded, or if it has
 * more markings than `maxStates`.
 * @example
 * ```ts
 * import { compareFootprints, discoverFootprints, discoverInductive, footprintsOf, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * compareFootprints(discoverFootprints(log), footprintsOf(discoverInductive(log)));
 * ```
 */
export function footprintsOf(model: ConvertibleModel, options: NetFootprintOptions = {}): Footprints {
  refuseRenamed(options, { maxMarkings: "maxStates" });
  if (givenKind(model) !== "process tree") return new Footprints(netFollows(asNet(model), options));
  const { activities, follows, starts, ends } = runDeep(partOf(model as ProcessTree));
  const pairs = [...follows].flatMap(([from, after]) => [...after].map((to) => [from, to] as const));
  return new Footprints({ activities: [...activities], follows: pairs, starts, ends });
}

/** What a part of a tree contributes. */
interface Part {
  readonly activities: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** From each activity those that may follow it. */
  readonly follows: ReadonlyMap<string, ReadonlySet<string>>;
  /** It may do nothing visible. */
  readonly skippable: boolean;
}

function* partOf(tree: ProcessTree): Deep<Part> {
  if (tree.operator === undefined) {
    const own = new Set(tree.isTau ? [] : [tree.activity!]);
    return { activities: own, starts: own, ends: own, follows: new Map(), skippable: tree.isTau };
  }
  const children: Part[] = [];
  for (const child of tree.children) children.push(yield partOf(child));
  switch (tree.operator) {
    case "sequence":
      return children.reduce(inSequence);
    case "choice":
      return either(children);
    case "parallel":
      return { ...together(children), skippable: children.every(({ skippable }) => skippable) };
    case "inclusive":
      return together(children);
    case "loop":
      return looped(children[0]!, either(children.slice(1)));
  }
}

function either(parts: readonly Part[]): Part {
  return {
    activities: union(parts.map(({ activities }) => activities)),
    starts: union(parts.map(({ starts }) => starts)),
    ends: union(parts.map(({ ends }) => ends)),
    follows: merged(parts.map(({ follows }) => follows)),
    skippable: parts.some(({ skippable }) => skippable),
  };
}

function inSequence(first: Part, second: Part): Part {
  return {
    activities: first.activities.union(second.activities),
    starts: first.skippable ? first.starts.union(second.starts) : first.starts,
    ends: second.skippable ? second.ends.union(first.ends) : second.ends,
    follows: merged([first.follows, second.follows, product(first.ends, second.starts)]),
    skippable: first.skippable && second.skippable,
  };
}

/** Interleaved in any way, an activity of one may follow any of another. */
function together(parts: readonly Part[]): Part {
  const across = parts.flatMap((one) =>
    parts.flatMap((other) => one === other ? [] : [product(one.activities, other.activities)])
  );
  const all = either(parts);
  return { ...all, follows: merged([all.follows, ...across]) };
}

function looped(body: Part, redo: Part): Part {
  const joints = [
    product(body.ends, redo.starts),
    product(redo.ends, body.starts),
    ...(redo.skippable ? [product(body.ends, body.starts)] : []),
    ...(body.skippable ? [product(redo.ends, redo.starts)] : []),
  ];
  return {
    activities: body.activities.union(redo.activities),
    starts: body.skippable ? body.starts.union(redo.starts) : body.starts,
    ends: body.skippable ? body.ends.union(redo.ends) : body.ends,
    follows: merged([body.follows, redo.follows, ...joints]),
    skippable: body.skippable,
  };
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function product(from: ReadonlySet<string>, to: ReadonlySet<string>): Map<string, ReadonlySet<string>> {
  return new Map(to.size === 0 ? [] : [...from].map((name) => [name, to]));
}

function merged(parts: readonly ReadonlyMap<string, ReadonlySet<string>>[]): Map<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const part of parts) {
    for (const [from, to] of part) {
      const known = all.get(from) ?? new Set<string>();
      for (const name of to) known.add(name);
      all.set(from, known);
    }
  }
  return all;
}
