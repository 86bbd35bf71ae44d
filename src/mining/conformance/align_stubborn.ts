/**
 * Which steps of the model need be tried next, so that independent steps are tried in one order only.
 *
 * Valmari, "Stubborn Sets for Reduced State Space Generation", 1990; Schmidt, "Stubborn Sets for Standard Properties",
 * ICATPN 1999. A set of transitions is stubborn in a marking if with an enabled one it holds all that take from places
 * it drains, and with a disabled one all that add to some place it lacks. Of every run that contains one of the set,
 * the first such step can be brought to the front. It is one run in another order: it costs the same.
 */
import type { NetArrays } from "../../models/net_arrays.ts";
import type { Markings } from "./align_markings.ts";

export class StubbornSets {
  /** Enabled transitions of the last set that was computed, in the order of the net; `size` of them. */
  readonly enabled: Int32Array;
  size = 0;
  readonly #net: NetArrays;
  readonly #markings: Markings;
  readonly #withLabel: readonly Int32Array[];
  /** By place: transitions that add tokens to it, and those that take away more than they give. */
  readonly #raisers: readonly Int32Array[];
  readonly #drainers: readonly Int32Array[];
  /** By transition: those that take from a place which it drains. */
  readonly #rivals: readonly Int32Array[];
  readonly #in: Uint8Array;
  readonly #queue: Int32Array;
  readonly #deferred: number[] = [];
  #length = 0;

  constructor(net: NetArrays, markings: Markings) {
    this.#net = net;
    this.#markings = markings;
    this.enabled = new Int32Array(net.transitions);
    this.#in = new Uint8Array(net.transitions);
    this.#queue = new Int32Array(net.transitions);
    const effects = Array.from({ length: net.transitions }, (_, t) => effectOf(net, t));
    const all = Array.from({ length: net.transitions }, (_, t) => t);
    this.#withLabel = net.labels.map((_, label) => Int32Array.from(all.filter((t) => net.label[t] === label)));
    const by = (change: (n: number) => boolean) =>
      Array.from({ length: net.places }, (_, p) => Int32Array.from(all.filter((t) => change(effects[t]!.get(p) ?? 0))));
    this.#raisers = by((n) => n > 0);
    this.#drainers = by((n) => n < 0);
    const takers = Array.from({ length: net.places }, (): number[] => []);
    for (const t of all) {
      for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) takers[net.inPlaces[i]!]!.push(t);
    }
    this.#rivals = all.map((t) =>
      Int32Array.from(new Set([...effects[t]!].flatMap(([p, n]) => n < 0 ? takers[p]! : [])))
    );
  }

  /** Steps towards a transition with this label, itself included: one of them begins every way to it. */
  towards(marking: number, label: number): void {
    this.#in.fill(0);
    this.#length = 0;
    this.#deferred.length = 0;
    this.#add(this.#withLabel[label]!);
    this.#close(marking, 0);
    this.#collect(marking);
  }

  /** Steps towards the final marking, from another one. Of the places that differ, the one with the fewest steps. */
  towardsFinal(marking: number): void {
    const { places, final } = this.#net, base = marking * places;
    let best: Uint8Array | undefined, least = Infinity;
    for (let p = 0; p < places && least > 1; p++) {
      const tokens = this.#markings.tokens[base + p]!;
      if (tokens === final[p]) continue;
      this.#in.fill(0);
      this.#length = 0;
      this.#deferred.length = 0;
      this.#add((tokens < final[p]! ? this.#raisers : this.#drainers)[p]!);
      this.#close(marking, 0);
      this.#collect(marking);
      if (this.size >= least) continue;
      least = this.size;
      best = this.#in.slice();
      if (least === 0) return;
    }
    this.#in.set(best!);
    this.#collect(marking);
  }

  #add(transitions: Int32Array): void {
    for (let i = 0; i < transitions.length; i++) {
      const t = transitions[i]!;
      if (this.#in[t]) continue;
      this.#in[t] = 1;
      this.#queue[this.#length++] = t;
    }
  }

  /** Adds what the transitions from `from` on in the queue demand. Where a place is to be chosen, the easiest is. */
  #close(marking: number, from: number): void {
    this.#spread(marking, from, this.#deferred);
    for (let d = 0; d < this.#deferred.length; d++) {
      const t = this.#deferred[d]!;
      let best = -1, least = Infinity, fewest = Infinity;
      for (const place of this.#lacking(marking, t)) {
        const before = this.#length;
        this.#add(this.#raisers[place]!);
        this.#spread(marking, before, undefined);
        let enabled = 0;
        for (let i = before; i < this.#length; i++) if (this.#markings.enabled(marking, this.#queue[i]!)) enabled++;
        const size = this.#length - before;
        for (let i = before; i < this.#length; i++) this.#in[this.#queue[i]!] = 0;
        this.#length = before;
        if (enabled < least || (enabled === least && size < fewest)) {
          best = place;
          least = enabled;
          fewest = size;
        }
        if (size === 0) break;
      }
      const before = this.#length;
      this.#add(this.#raisers[best]!);
      this.#spread(marking, before, this.#deferred);
    }
  }

  /** Without choices of places: those are put off, or, if there is nowhere to put them, the first place is taken. */
  #spread(marking: number, from: number, deferred: number[] | undefined): void {
    for (let at = from; at < this.#length; at++) {
      const t = this.#queue[at]!;
      const lacking = this.#lacking(marking, t);
      if (lacking.length === 0) {
        this.#add(this.#rivals[t]!);
      } else if (lacking.length === 1 || !deferred) {
        const met = lacking.length > 1 &&
          lacking.some((place) => this.#raisers[place]!.every((u) => this.#in[u] === 1));
        if (!met) this.#add(this.#raisers[lacking[0]!]!);
      } else {
        deferred.push(t);
      }
    }
  }

  #lacking(marking: number, transition: number): number[] {
    const { inOffsets, inPlaces, inWeights, places } = this.#net, base = marking * places;
    const lacking: number[] = [];
    for (let i = inOffsets[transition]!; i < inOffsets[transition + 1]!; i++) {
      if (this.#markings.tokens[base + inPlaces[i]!]! < inWeights[i]!) lacking.push(inPlaces[i]!);
    }
    return lacking;
  }

  #collect(marking: number): void {
    this.size = 0;
    for (let t = 0; t < this.#in.length; t++) {
      if (this.#in[t] && this.#markings.enabled(marking, t)) this.enabled[this.size++] = t;
    }
  }
}

/** What a transition gives to each place less what it takes. */
function effectOf(net: NetArrays, t: number): Map<number, number> {
  const effect = new Map<number, number>();
  for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) effect.set(net.inPlaces[i]!, -net.inWeights[i]!);
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
    effect.set(net.outPlaces[i]!, (effect.get(net.outPlaces[i]!) ?? 0) + net.outWeights[i]!);
  }
  return effect;
}
