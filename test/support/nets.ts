/** Languages of small Petri nets by brute force over their markings. */
import { netArrays } from "../../src/models/net_arrays.ts";
import type { PetriNet } from "../../src/models/petri_net.ts";

/**
 * Words of at most `length` activities that lead from the initial to the final marking, as texts `a b c`, sorted: to be
 * compared with `languageOf` of a tree.
 *
 * @throws RangeError if silent steps alone reach more than 20,000 markings, as in an unbounded net.
 */
export function netLanguage(net: PetriNet, length = 8): string[] {
  const { initial, final, labels, ...steps } = netArrays(net);
  const end = final.join(), known = new Map<string, Set<string>>();

  const words = (markings: ReadonlyMap<string, Int32Array>, left: number): Set<string> => {
    const key = `${left}:${[...markings.keys()].sort().join(";")}`, before = known.get(key);
    if (before !== undefined) return before;
    const found = new Set<string>(markings.has(end) ? [""] : []);
    for (let label = 0; left > 0 && label < labels.length; label++) {
      const after = closure([...markings.values()].flatMap((marking) => fire(marking, label)));
      if (after.size === 0) continue;
      for (const rest of words(after, left - 1)) found.add(rest === "" ? labels[label]! : `${labels[label]!} ${rest}`);
    }
    known.set(key, found);
    return found;
  };

  const closure = (markings: readonly Int32Array[]): Map<string, Int32Array> => {
    const reached = new Map(markings.map((marking) => [marking.join(), marking]));
    for (const marking of reached.values()) {
      for (const next of fire(marking, -1)) reached.set(next.join(), next);
      if (reached.size > 20_000) throw new RangeError(`${net}: too many markings for brute force.`);
    }
    return reached;
  };

  const fire = (marking: Int32Array, label: number): Int32Array[] => {
    const found: Int32Array[] = [];
    for (let t = 0; t < steps.transitions; t++) {
      if (steps.label[t] !== label) continue;
      const next = marking.slice();
      for (let i = steps.inOffsets[t]!; i < steps.inOffsets[t + 1]!; i++) {
        next[steps.inPlaces[i]!]! -= steps.inWeights[i]!;
      }
      if (next.some((tokens) => tokens < 0)) continue;
      for (let i = steps.outOffsets[t]!; i < steps.outOffsets[t + 1]!; i++) {
        next[steps.outPlaces[i]!]! += steps.outWeights[i]!;
      }
      found.push(next);
    }
    return found;
  };

  return [...words(closure([initial]), length)].sort();
}
