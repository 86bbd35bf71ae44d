/** Markings of a net, each kept once under a number. */
import { InputError } from "../../base/errors.ts";
import type { NetArrays } from "./net_arrays.ts";

/** Tokens that a place may hold here; a step that would put more there is not taken. */
const MOST_TOKENS = 2 ** 30;

/** Lists of tokens by number, from 0 in the order in which they were met; found again by hash. */
export class MarkingTable {
  /** Tokens of marking `m`: from `m * places` on. */
  tokens: Int32Array;
  count = 0;
  readonly places: number;
  /** The hash of each marking: the sum of tokens × factor of the place, so that a transition changes it by a constant. */
  protected hashes: Int32Array;
  /** The marking that is looked for. */
  protected readonly scratch: Int32Array;
  /** Number of a marking + 1; 0 where there is none. */
  #slots: Int32Array;
  #mask: number;

  constructor(places: number) {
    this.places = places;
    this.tokens = new Int32Array(places * 16);
    this.hashes = new Int32Array(16);
    this.scratch = new Int32Array(places);
    this.#mask = 63;
    this.#slots = new Int32Array(64);
  }

  /** The number of the marking whose tokens begin at `tokens[offset]`; a new one if it has not been met. */
  numberOf(tokens: Int32Array, offset = 0): number {
    const { places, scratch } = this, factors = factorsOf(places);
    let hash = 0;
    for (let p = 0; p < places; p++) {
      const n = tokens[offset + p]!;
      scratch[p] = n;
      hash = (hash + Math.imul(n, factors[p]!)) | 0;
    }
    return this.intern(hash);
  }

  /** Copies the tokens of a marking to the beginning of `target`. */
  read(marking: number, target: Int32Array): void {
    const { places, tokens } = this;
    for (let p = 0, from = marking * places; p < places; p++) target[p] = tokens[from + p]!;
  }

  /** Forgets all markings. */
  clear(): void {
    this.count = 0;
    this.#slots.fill(0);
  }

  /** The number of the marking in `scratch`, whose hash is known. */
  protected intern(hash: number): number {
    const { places, scratch, hashes, tokens } = this, slots = this.#slots, mask = this.#mask;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const known = slots[slot]! - 1;
      if (known < 0) break;
      if (hashes[known] === hash) {
        const base = known * places;
        let p = 0;
        while (p < places && tokens[base + p] === scratch[p]) p++;
        if (p === places) return known;
      }
      slot = (slot + 1) & mask;
    }
    const marking = this.count++;
    if (marking === this.hashes.length) this.#grow();
    this.tokens.set(scratch, marking * places);
    this.hashes[marking] = hash;
    slots[slot] = marking + 1;
    if (this.count * 2 > mask) this.#rehash();
    return marking;
  }

  #grow(): void {
    this.tokens = enlarged(this.tokens, this.tokens.length * 2);
    this.hashes = enlarged(this.hashes, this.hashes.length * 2);
  }

  #rehash(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let m = 0; m < this.count; m++) {
      const hash = this.hashes[m]!;
      let slot = (hash ^ (hash >>> 15)) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = m + 1;
    }
  }
}

/** Markings of one net, and what its transitions make of them. Number 0 is the initial one, until they are cleared. */
export class Markings extends MarkingTable {
  readonly #net: NetArrays;
  /** What each transition adds to the hash. */
  readonly #steps: Int32Array;

  constructor(net: NetArrays) {
    super(net.places);
    for (const tokens of [net.initial, net.final]) {
      if (tokens.some((n) => n > MOST_TOKENS)) {
        throw new InputError(`Expected at most ${MOST_TOKENS} tokens in a place but found ${Math.max(...tokens)}.`);
      }
    }
    this.#net = net;
    const factors = factorsOf(net.places);
    this.#steps = new Int32Array(net.transitions);
    for (let t = 0; t < net.transitions; t++) {
      let step = 0;
      for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
        step -= Math.imul(net.inWeights[i]!, factors[net.inPlaces[i]!]!);
      }
      for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
        step += Math.imul(net.outWeights[i]!, factors[net.outPlaces[i]!]!);
      }
      this.#steps[t] = step;
    }
    this.numberOf(net.initial);
  }

  enabled(marking: number, transition: number): boolean {
    const { inOffsets, inPlaces, inWeights, places } = this.#net, base = marking * places;
    for (let i = inOffsets[transition]!; i < inOffsets[transition + 1]!; i++) {
      if (this.tokens[base + inPlaces[i]!]! < inWeights[i]!) return false;
    }
    return true;
  }

  /** The marking that an enabled transition leads to; -1 if a place would hold too many tokens. */
  fire(marking: number, transition: number): number {
    const { inOffsets, inPlaces, inWeights, outOffsets, outPlaces, outWeights, places } = this.#net;
    const scratch = this.scratch;
    const base = marking * places;
    for (let p = 0; p < places; p++) scratch[p] = this.tokens[base + p]!;
    for (let i = inOffsets[transition]!; i < inOffsets[transition + 1]!; i++) scratch[inPlaces[i]!]! -= inWeights[i]!;
    for (let i = outOffsets[transition]!; i < outOffsets[transition + 1]!; i++) {
      const place = outPlaces[i]!;
      if (scratch[place]! + outWeights[i]! > MOST_TOKENS) return -1;
      scratch[place]! += outWeights[i]!;
    }
    return this.intern((this.hashes[marking]! + this.#steps[transition]!) | 0);
  }
}

let FACTORS = new Int32Array(0);

/** A factor for each place; the array may be longer. */
function factorsOf(places: number): Int32Array {
  if (FACTORS.length < places) FACTORS = Int32Array.from({ length: places * 2 }, (_, p) => mixed(p + 1));
  return FACTORS;
}

/** The same numbers in a longer array, filled up with `fill`. */
export function enlarged<A extends Int32Array | Uint16Array | Uint8Array>(array: A, length: number, fill = 0): A {
  const longer = new (array.constructor as new (length: number) => A)(length);
  longer.set(array);
  if (fill !== 0) longer.fill(fill, array.length);
  return longer;
}

/** The finaliser of MurmurHash3: neighbouring numbers become unlike. */
export function mixed(n: number): number {
  n = Math.imul(n, 0x9e3779b1);
  n = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  n = Math.imul(n ^ (n >>> 13), 0xc2b2ae35);
  return (n ^ (n >>> 16)) | 1;
}
