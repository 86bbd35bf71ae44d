/**
 * The shortest concatenation of atoms and constants that gives the outputs of all examples.
 *
 * Gulwani 2011 keeps, for each example, a graph of all ways to put its output together, and intersects these graphs. Here
 * only the part of the intersection is built that can be reached: a state is one place in each output, and Dijkstra's
 * search runs from the beginnings of the outputs to their ends, the fewest bits first.
 */
import { characterBits, CONSTANT_BEGINS } from "../description_length.ts";
import { type AtomGroup, promise } from "./atoms.ts";

export type Piece = { readonly constant: string } | { readonly atoms: AtomGroup };

interface State {
  readonly places: readonly number[];
  readonly bits: number;
  readonly inConstant: boolean;
  readonly before: State | undefined;
  readonly by: AtomGroup | string | undefined;
}

const MOST_STATES = 6000;
const PIECE = 1;

/** Undefined where there is none within the limits of the search. */
export function shortestConcatenation(outputs: readonly string[], groups: readonly AtomGroup[]): Piece[] | undefined {
  const byLetter = Map.groupBy(groups, (group) => group[0]!.values[0]![0]!);
  const queue: State[] = [{
    places: outputs.map(() => 0),
    bits: 0,
    inConstant: false,
    before: undefined,
    by: undefined,
  }];
  const done = new Set<string>(), best = new Map<string, number>();
  const push = (state: State) => {
    const key = keyOf(state);
    if (done.has(key) || (best.get(key) ?? Infinity) <= state.bits) return;
    best.set(key, state.bits);
    heapPush(queue, state);
  };
  while (queue.length > 0 && done.size < MOST_STATES) {
    const state = heapPop(queue);
    const key = keyOf(state);
    if (done.has(key)) continue;
    done.add(key);
    const { places } = state;
    if (places.every((place, k) => place === outputs[k]!.length)) return piecesOf(state);
    const letter = outputs[0]![places[0]!];
    if (letter === undefined) continue;
    for (const group of byLetter.get(letter) ?? []) {
      const { values } = group[0]!;
      if (!places.every((place, k) => outputs[k]!.startsWith(values[k]!, place))) continue;
      const next = places.map((place, k) => place + values[k]!.length);
      push({
        places: next,
        bits: state.bits + PIECE + promise(group[0]!),
        inConstant: false,
        before: state,
        by: group,
      });
    }
    // A mark of something masked is never a constant's part unless it is the same in all, which equality allows.
    if (places.every((place, k) => outputs[k]![place] === letter)) {
      const bits = state.bits + characterBits(letter) + (state.inConstant ? 0 : PIECE + CONSTANT_BEGINS);
      push({ places: places.map((place) => place + 1), bits, inConstant: true, before: state, by: letter });
    }
  }
  return undefined;
}

function keyOf({ places, inConstant }: State): string {
  return places.join() + (inConstant ? "c" : "");
}

function piecesOf(state: State): Piece[] {
  const pieces: Piece[] = [];
  let constant = "";
  const flush = () => {
    if (constant !== "") pieces.push({ constant });
    constant = "";
  };
  for (let at: State | undefined = state; at?.by !== undefined; at = at.before) {
    if (typeof at.by === "string") constant = at.by + constant;
    else {
      flush();
      pieces.push({ atoms: at.by });
    }
  }
  flush();
  return pieces.reverse();
}

function heapPush(heap: State[], state: State): void {
  let i = heap.push(state) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]!.bits <= state.bits) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = state;
}

function heapPop(heap: State[]): State {
  const top = heap[0]!, last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.bits < heap[child]!.bits) child++;
    if (heap[child]!.bits >= last.bits) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
