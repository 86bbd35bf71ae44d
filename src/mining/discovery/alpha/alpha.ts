/**
 * The alpha algorithm.
 *
 * van der Aalst, Weijters & Maruster, "Workflow mining: discovering process models from event logs", IEEE TKDE 16(9),
 * 2004, definition 4.3.
 */
import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import type { Dfg } from "../../../models/dfg.ts";
import { type Arc, PetriNet, type Place, type Transition } from "../../../models/petri_net.ts";
import type { TraceCounts } from "../../../models/trace_variants.ts";
import { variantsOf } from "../../variants.ts";
import { maximalPairs, type OrderingRelations, type PlacePair } from "./alpha_pairs.ts";
import { requireEventLog } from "../../../log/require_log.ts";

/**
 * Discovers a Petri net from which activity is ever directly followed by which, how often does not matter.
 *
 * Nets that are structured workflow nets without loops of one or two activities are found again from logs that show each
 * pair of activities that can follow each other. From other logs the net may be unsound: loops of one activity leave it
 * without places, loops of two look concurrent, choices that are made earlier are not seen, and one odd case can cost a
 * place. It has an initial and a final marking, a token in the source and in the sink.
 *
 * Places are in the order of their activities' names. Traces without events say nothing.
 *
 * Cost: a pass over the variants, then a search for maximal sets, exponential in the worst case as the places are.
 *
 * @throws InputError if there are no events.
 * @example
 * ```ts
 * import { discoverAlpha, readLog } from "tracebook";
 * discoverAlpha(await readLog("data/order-to-cash.csv")); // Petri net "alpha": …
 * ```
 */
export function discoverAlpha(log: EventLog | TraceCounts | Dfg): PetriNet {
  requireEventLog(log, "sequences", "edges");
  const { activities, follows, starts, ends } = "edges" in log ? shownBy(log) : seenIn(variantsOf(log));
  const n = activities.length;
  const causal = new Uint8Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) causal[a * n + b] = follows[a * n + b]! & (1 - follows[b * n + a]!);
  }
  return netOfPairs("alpha", activities, starts, ends, maximalPairs({ n, follows, causal }));
}

/** What follows what, and what cases begin and end with. */
export interface Succession extends Pick<OrderingRelations, "n" | "follows"> {
  /** In order of code units; all of them occur. */
  readonly activities: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** @throws InputError if there are no events. */
export function seenIn({ activities, sequences }: TraceCounts): Succession {
  const occurs = new Uint8Array(activities.length);
  for (const sequence of sequences) for (const a of sequence) occurs[a] = 1;
  const seen = numbered(activities, occurs);
  const { n, code, follows } = seen;
  for (const sequence of sequences) {
    if (sequence.length === 0) continue;
    seen.begins[code[sequence[0]!]!] = seen.finishes[code[sequence[sequence.length - 1]!]!] = 1;
    for (let i = 1; i < sequence.length; i++) follows[code[sequence[i - 1]!]! * n + code[sequence[i]!]!] = 1;
  }
  return closed(seen);
}

function shownBy({ activities, events, edges, starts, ends }: Dfg): Succession {
  const seen = numbered(activities, Uint8Array.from(events, (count) => count > 0 ? 1 : 0));
  const { n, code, follows } = seen;
  for (const { from, to, count } of edges) if (count > 0) follows[code[from]! * n + code[to]!] = 1;
  for (let a = 0; a < activities.length; a++) {
    if (starts[a]! > 0) seen.begins[code[a]!] = 1;
    if (ends[a]! > 0) seen.finishes[code[a]!] = 1;
  }
  return closed(seen);
}

/** Activities that occur get codes 0, 1, … in the order of their names, whatever order the graph has them in. */
function numbered(activities: readonly string[], occurs: Uint8Array) {
  const names = activities.filter((_, a) => occurs[a]).sort();
  const n = names.length;
  if (n === 0) throw new InputError("Expected a log with events to discover a model from but found none.");
  const codes = new Map(names.map((name, i) => [name, i]));
  return {
    n,
    names,
    code: Int32Array.from(activities, (name) => codes.get(name) ?? -1),
    follows: new Uint8Array(n * n),
    begins: new Uint8Array(n),
    finishes: new Uint8Array(n),
  };
}

function closed({ n, names, follows, begins, finishes }: ReturnType<typeof numbered>): Succession {
  const marked = (set: Uint8Array) => names.flatMap((_, a) => set[a] ? [a] : []);
  return { n, activities: names, follows, starts: marked(begins), ends: marked(finishes) };
}

/** The workflow net of the pairs, with a source before `starts` and a sink after `ends`. `undefined` names are silent. */
export function netOfPairs(
  name: string,
  activities: readonly (string | undefined)[],
  starts: readonly number[],
  ends: readonly number[],
  pairs: readonly PlacePair[],
): PetriNet {
  const set = (codes: readonly number[]) => `{${codes.map((a) => activities[a] ?? "τ").join(", ")}}`;
  const ids = activities.map((_, a) => `t${a + 1}`);
  const transitions: Transition[] = activities.map((label, a) => ({ id: ids[a]!, label }));
  const places: Place[] = [];
  const arcs: Omit<Arc, "weight">[] = [];
  const place = (id: string, title: string, { inputs, outputs }: PlacePair) => {
    places.push({ id, name: title });
    for (const a of inputs) arcs.push({ source: ids[a]!, target: id });
    for (const b of outputs) arcs.push({ source: id, target: ids[b]! });
  };
  place("source", "source", { inputs: [], outputs: starts });
  pairs.forEach((pair, i) => place(`p${i + 1}`, `(${set(pair.inputs)}, ${set(pair.outputs)})`, pair));
  place("sink", "sink", { inputs: ends, outputs: [] });
  return new PetriNet({
    name,
    places,
    transitions,
    arcs,
    initial: new Map([["source", 1]]),
    final: new Map([["sink", 1]]),
  });
}
