/**
 * The alpha+ algorithm.
 *
 * de Medeiros, van Dongen, van der Aalst & Weijters, "Process mining: extending the α-algorithm to mine short loops",
 * BETA working paper 113, TU Eindhoven 2004, definitions 3.2 and 3.4.
 */
import type { EventLog } from "../../../log/events/event_log.ts";
import { PetriNet } from "../../../models/petri_net.ts";
import type { TraceCounts } from "../../../models/trace_variants.ts";
import { variantsOf } from "../../variants.ts";
import { netOfPairs, seenIn, type Succession } from "./alpha.ts";
import { maximalPairs, type PlacePair } from "./alpha_pairs.ts";

/**
 * Discovers a Petri net as `discoverAlpha` does, and loops of one and of two activities as well.
 *
 * Activities that follow themselves are set aside, the net of the others is discovered, where `a b a` and `b a b` show a
 * loop and no concurrency, and each of those set aside returns to the place from which it takes and to which it gives.
 *
 * The paper's nets have such activities inside only. Where a case begins or ends with one, silent steps are put before
 * all cases and after all cases, so that there is a place for it. Where no place fits, because it occurs before and
 * after the same activities, the log does not say when it may happen: it stays without a place.
 *
 * @throws InputError if there are no events.
 * @example
 * ```ts
 * import { discoverAlphaPlus, readLog } from "tracebook";
 * discoverAlphaPlus(await readLog("data/order-to-cash.csv")); // Petri net "alpha+": …
 * ```
 */
export function discoverAlphaPlus(log: EventLog | TraceCounts): PetriNet {
  const traces = variantsOf(log);
  const seen = seenIn(traces);
  const { n, activities, follows } = seen;
  const loops = activities.filter((_, a) => follows[a * n + a]);
  const framed = [...seen.starts, ...seen.ends].some((a) => follows[a * n + a]);
  const reduced = withoutLoops(traces, new Set(loops), framed);
  const pairs = maximalPairs(relations(reduced));
  const labels = reduced.activities.map((name) => framed && (name === BEGIN || name === END) ? undefined : name);
  const net = netOfPairs("alpha+", labels, reduced.starts, reduced.ends, pairs);
  return attached(net, loops.map((loop) => [loop, homeOf(loop, seen, reduced, pairs)]));
}

/** Names that no activity has: they are in no log's text. */
const BEGIN = "\u0000begin", END = "\uffff end";

interface Reduced extends Succession {
  /** a △ b: there is `a b a`. */
  readonly turns: Uint8Array;
}

/** The log without some activities, its traces between a beginning and an end if `framed`. */
function withoutLoops({ activities, sequences }: TraceCounts, loops: ReadonlySet<string>, framed: boolean): Reduced {
  const names = [BEGIN, ...activities, END];
  const stays = Uint8Array.from(names, (name) => loops.has(name) ? 0 : 1);
  const rest = sequences.map((sequence) => {
    const kept = [...sequence].map((a) => a + 1).filter((a) => stays[a]);
    return Int32Array.from(framed ? [0, ...kept, names.length - 1] : kept);
  });
  const seen = seenIn({ activities: names, sequences: rest, counts: new Float64Array() });
  const { n } = seen;
  const code = new Map(seen.activities.map((name, a) => [name, a]));
  const turns = new Uint8Array(n * n);
  for (const sequence of rest) {
    for (let i = 2; i < sequence.length; i++) {
      if (sequence[i] !== sequence[i - 2]) continue;
      turns[code.get(names[sequence[i]!]!)! * n + code.get(names[sequence[i - 1]!]!)!] = 1;
    }
  }
  return { ...seen, turns };
}

function relations({ n, follows, turns }: Reduced) {
  const causal = new Uint8Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const there = a * n + b, back = b * n + a;
      causal[there] = follows[there] && (!follows[back] || (turns[there] && turns[back])) ? 1 : 0;
    }
  }
  return { n, follows, causal };
}

/** Indices of the places of which an activity that follows itself both takes and gives. */
function homeOf(loop: string, seen: Succession, reduced: Reduced, pairs: readonly PlacePair[]): number[] {
  const t = seen.activities.indexOf(loop);
  const code = new Map(reduced.activities.map((name, a) => [name, a]));
  const rest = seen.activities.flatMap((name, a) => code.has(name) ? [{ a, code: code.get(name)! }] : []);
  const before = rest.filter(({ a }) => seen.follows[a * seen.n + t]).map(({ code }) => code);
  const after = rest.filter(({ a }) => seen.follows[t * seen.n + a]).map(({ code }) => code);
  if (seen.starts.includes(t)) before.push(code.get(BEGIN)!);
  if (seen.ends.includes(t)) after.push(code.get(END)!);
  const inputs = before.filter((a) => !after.includes(a)), outputs = after.filter((b) => !before.includes(b));
  if (inputs.length === 0 || outputs.length === 0) return [];
  const within = (some: readonly number[], all: readonly number[]) => some.every((a) => all.includes(a));
  const around = pairs.flatMap((pair, i) => within(inputs, pair.inputs) && within(outputs, pair.outputs) ? [i] : []);
  const exact = around.filter((i) => within(pairs[i]!.inputs, inputs) && within(pairs[i]!.outputs, outputs));
  return exact.length > 0 ? exact : around;
}

/** Each activity takes from its places, `p1` being the first pair's, and gives back to them. */
function attached(net: PetriNet, homes: readonly (readonly [string, readonly number[]])[]): PetriNet {
  const ids = homes.map((_, i) => `t${net.transitions.length + i + 1}`);
  return new PetriNet({
    ...net,
    transitions: [...net.transitions, ...homes.map(([label], i) => ({ id: ids[i]!, label }))],
    arcs: [
      ...net.arcs,
      ...homes.flatMap(([, places], i) =>
        places.flatMap((p) => [{ source: `p${p + 1}`, target: ids[i]! }, { source: ids[i]!, target: `p${p + 1}` }])
      ),
    ],
  });
}
