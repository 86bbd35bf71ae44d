/**
 * Which transitions need be tried next, so that independent transitions are tried in one order only.
 *
 * Valmari, "Stubborn Sets for Reduced State Space Generation", 1990; Schmidt, "Stubborn Sets for Standard Properties",
 * ICATPN 1999. A set of transitions is stubborn in a marking if with an enabled one it holds all that take from places
 * it drains, and with a disabled one all that add to some place it lacks. In every run that contains one of the set,
 * the first such step can be brought to the front. That gives the same run in another order: it costs the same.
 */
import type { NetArrays } from "./net_arrays.ts";
import type { Markings } from "./markings.ts";

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
  readonly #lacks: Int32Array;
  #length = 0;

  constructor(net: NetArrays, markings: Markings) {
    this.#net = net;
    this.#markings = markings;
    this.enabled = new Int32Array(net.transitions);
    this.#in = new Uint8Array(net.transitions);
    this.#queue = new Int32Array(net.transitions);
    this.#lacks = new Int32Array(net.places * 2);
    const lists = (count: number) => Array.from({ length: count }, (): number[] => []);
    const withLabel = lists(net.labels.length), raisers = lists(net.places), drainers = lists(net.places);
    const takers = lists(net.places);
    const effects = Array.from({ length: net.transitions }, (_, t) => effectOf(net, t));
    effects.forEach((effect, t) => {
      if (net.label[t]! >= 0) withLabel[net.label[t]!]!.push(t);
      for (const [place, tokens] of effect) if (tokens !== 0) (tokens > 0 ? raisers : drainers)[place]!.push(t);
      for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) takers[net.inPlaces[i]!]!.push(t);
    });
    const packed = (some: readonly number[][]) => some.map((list) => Int32Array.from(list));
    this.#withLabel = packed(withLabel);
    this.#raisers = packed(raisers);
    this.#drainers = packed(drainers);
    this.#rivals = effects.map((effect) =>
      Int32Array.from(new Set([...effect].flatMap(([place, tokens]) => tokens < 0 ? takers[place]! : [])))
    );
  }

  /** Steps towards a transition with this label, itself included: one of them begins every way to it. */
  towards(marking: number, label: number): void {
    this.#compute(marking, this.#withLabel[label]!);
  }

  /** Steps towards the final marking, from another one: those of the place that differs and needs the fewest steps. */
  towardsFinal(marking: number): void {
    const { places, final } = this.#net, base = marking * places;
    let best: Int32Array | undefined, least = Infinity;
    for (let p = 0; p < places && least > 1; p++) {
      const tokens = this.#markings.tokens[base + p]!;
      if (tokens === final[p]) continue;
      const change = (tokens < final[p]! ? this.#raisers : this.#drainers)[p]!;
      this.#compute(marking, change);
      if (this.size >= least) continue;
      least = this.size;
      best = change;
    }
    if (least > 1) this.#compute(marking, best!);
  }

  /** Steps towards a marking in which a transition with this label lacks fewer tokens than it does here. */
  towardsFewerMissing(marking: number, label: number): void {
    const places = this.#net.places;
    this.#begin();
    for (const t of this.#withLabel[label]!) {
      const count = this.#lacking(marking, t, places);
      for (let i = 0; i < count; i++) this.#add(this.#raisers[this.#lacks[places + i]!]!);
    }
    this.#finish(marking);
  }

  /** Steps towards a marking in which some place is nearer to its final tokens than it is here. */
  towardsNearerFinal(marking: number): void {
    const { places, final } = this.#net, base = marking * places;
    this.#begin();
    for (let p = 0; p < places; p++) {
      const tokens = this.#markings.tokens[base + p]!;
      if (tokens !== final[p]) this.#add((tokens < final[p]! ? this.#raisers : this.#drainers)[p]!);
    }
    this.#finish(marking);
  }

  #compute(marking: number, first: Int32Array): void {
    this.#begin();
    this.#add(first);
    this.#finish(marking);
  }

  #begin(): void {
    this.#shorten(0);
    this.#deferred.length = 0;
  }

  #finish(marking: number): void {
    this.#close(marking);
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

  /** Adds what the transitions in the queue need. Of several places that would do, the one that adds fewest transitions. */
  #close(marking: number): void {
    this.#spread(marking, 0, this.#deferred);
    for (let d = 0; d < this.#deferred.length; d++) {
      const count = this.#lacking(marking, this.#deferred[d]!, this.#net.places);
      let best = -1, least = Infinity, fewest = Infinity;
      for (let i = 0; i < count && least > 0; i++) {
        const place = this.#lacks[this.#net.places + i]!;
        const before = this.#length;
        this.#add(this.#raisers[place]!);
        this.#spread(marking, before, undefined);
        let enabled = 0;
        for (let q = before; q < this.#length; q++) if (this.#markings.enabled(marking, this.#queue[q]!)) enabled++;
        const size = this.#length - before;
        this.#shorten(before);
        if (enabled < least || (enabled === least && size < fewest)) {
          best = place;
          least = enabled;
          fewest = size;
        }
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
      const count = this.#lacking(marking, t, 0);
      if (count === 0) this.#add(this.#rivals[t]!);
      else if (count === 1) this.#add(this.#raisers[this.#lacks[0]!]!);
      else if (deferred) deferred.push(t);
      else if (!this.#isMet(count)) this.#add(this.#raisers[this.#lacks[0]!]!);
    }
  }

  /** All that add to one of the first places in `#lacks` are in the set already. */
  #isMet(count: number): boolean {
    for (let i = 0; i < count; i++) {
      const raisers = this.#raisers[this.#lacks[i]!]!;
      let r = 0;
      while (r < raisers.length && this.#in[raisers[r]!] === 1) r++;
      if (r === raisers.length) return true;
    }
    return false;
  }

  #shorten(length: number): void {
    while (this.#length > length) this.#in[this.#queue[--this.#length]!] = 0;
  }

  /** How many of its places have too few tokens; these stand in `#lacks` from `from` on. */
  #lacking(marking: number, transition: number, from: number): number {
    const { inOffsets, inPlaces, inWeights, places } = this.#net, { tokens } = this.#markings;
    const base = marking * places, end = inOffsets[transition + 1]!;
    let at = from;
    for (let i = inOffsets[transition]!; i < end; i++) {
      if (tokens[base + inPlaces[i]!]! < inWeights[i]!) this.#lacks[at++] = inPlaces[i]!;
    }
    return at - from;
  }

  /** The enabled ones, sorted by insertion: they are few. */
  #collect(marking: number): void {
    const { enabled } = this;
    this.size = 0;
    for (let i = 0; i < this.#length; i++) {
      const t = this.#queue[i]!;
      if (!this.#markings.enabled(marking, t)) continue;
      let at = this.size++;
      for (; at > 0 && enabled[at - 1]! > t; at--) enabled[at] = enabled[at - 1]!;
      enabled[at] = t;
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
