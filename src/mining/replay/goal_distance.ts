/** How many silent steps at least lead to an activity. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import type { TokenNet } from "./token_net.ts";

/**
 * If steps took no tokens away and all that can fire fired together, the rounds until a goal has its inputs. Infinity
 * where it never has them: then it cannot be enabled. Takes the tokens that begin at an offset.
 *
 * Bonet & Geffner, "Planning as heuristic search", 2001 (h-max).
 */
export function goalDistance({ arrays, silent }: TokenNet): (tokens: Int32Array, offset: number) => number {
  const { places: width, inOffsets, outOffsets, outPlaces } = arrays;
  const needed = Int32Array.from({ length: silent }, (_, t) => inOffsets[t + 1]! - inOffsets[t]!);
  const takers = takersOf(arrays, silent);
  const sources = Array.from(needed.keys()).filter((t) => needed[t] === 0);
  const lacking = new Int32Array(silent), level = new Int32Array(width), reached = new Int32Array(width);
  const goals = Array.from({ length: arrays.transitions - silent }, (_, g) => silent + g);
  const inputs = goals.map((goal) => arrays.inPlaces.subarray(inOffsets[goal], inOffsets[goal + 1]));
  const wanted = new Uint8Array(width);
  for (const places of inputs) for (const p of places) wanted[p] = 1;
  let size = 0, nearest = Infinity;

  const fire = (t: number, after: number) => {
    for (let i = outOffsets[t]!; i < outOffsets[t + 1]!; i++) {
      const p = outPlaces[i]!;
      if (level[p] !== -1) continue;
      level[p] = after;
      reached[size++] = p;
      if (wanted[p] === 1 && nearest === Infinity && inputs.some((places) => places.every((q) => level[q] !== -1))) {
        nearest = after;
      }
    }
  };

  return (tokens, offset) => {
    for (const goal of goals) if (isEnabledAt(arrays, goal, tokens, offset)) return 0;
    lacking.set(needed);
    size = 0;
    nearest = Infinity;
    for (let p = 0; p < width; p++) {
      level[p] = tokens[offset + p]! > 0 ? 0 : -1;
      if (level[p] === 0) reached[size++] = p;
    }
    // Marked, but with too few tokens: at least one step.
    for (const places of inputs) if (places.every((p) => level[p] === 0)) return 1;
    for (const t of sources) fire(t, 1);
    for (let i = 0; i < size && nearest === Infinity; i++) {
      const p = reached[i]!, after = level[p]! + 1, some = takers[p]!;
      for (let k = 0; k < some.length; k++) if (--lacking[some[k]!]! === 0) fire(some[k]!, after);
    }
    return nearest;
  };
}

function isEnabledAt({ inOffsets, inPlaces, inWeights }: NetArrays, t: number, tokens: Int32Array, offset: number) {
  for (let i = inOffsets[t]!; i < inOffsets[t + 1]!; i++) {
    if (tokens[offset + inPlaces[i]!]! < inWeights[i]!) return false;
  }
  return true;
}

/** By place, the silent transitions that take from it. */
function takersOf({ places, inOffsets, inPlaces }: NetArrays, silent: number): number[][] {
  const takers = Array.from({ length: places }, (): number[] => []);
  for (let t = 0; t < silent; t++) {
    for (let i = inOffsets[t]!; i < inOffsets[t + 1]!; i++) takers[inPlaces[i]!]!.push(t);
  }
  return takers;
}
