/** A dictionary over raw bytes: a code for each value, a JavaScript string only once for each distinct value. */

/** Hash of no bytes; fold bytes in with `Math.imul(hash ^ byte, HASH_PRIME)` (FNV-1a, 32 bits). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** Bytes decoded in one go: one string is made of so many, and the values are slices of it. */
const GROUP_BYTES = 1 << 20;

/** Codes are given in the order of first appearance, from 0. */
export class ByteDictionary {
  #size = 0;
  /** Open addressing, a power of two; -1 is free. */
  #slots = new Int32Array(64).fill(-1);
  #hashes = new Int32Array(32);
  /** Value `code` lies in the arena from `ends[code - 1]` (or 0) up to `ends[code]`. */
  #ends = new Uint32Array(32);
  #arena = new Uint8Array(512);
  #used = 0;

  /** Number of distinct values. */
  get size(): number {
    return this.#size;
  }

  /** The code of `bytes[start..end)`; new values get the next code. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = HASH_SEED;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_PRIME);
    return this.codeOfHashed(bytes, start, end, hash);
  }

  /** As `codeOf`, for a scanner that folds the hash while it looks for the value's end. */
  codeOfHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots, hashes = this.#hashes, ends = this.#ends, arena = this.#arena;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = slots[slot]!;
      if (code < 0) return this.#insert(bytes, start, end, hash, slot);
      if (hashes[code] === hash) {
        const from = code === 0 ? 0 : ends[code - 1]!;
        if (ends[code]! - from === length) {
          let i = 0;
          while (i < length && arena[from + i] === bytes[start + i]) i++;
          if (i === length) return code;
        }
      }
      slot = (slot + 1) & mask;
    }
  }

  #insert(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++;
    if (code === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(code * 2));
      this.#ends = grown(this.#ends, new Uint32Array(code * 2));
    }
    const length = end - start;
    let used = this.#used;
    if (used + length > this.#arena.length) {
      this.#arena = grown(this.#arena, new Uint8Array(Math.max(this.#arena.length * 2, used + length)));
    }
    const arena = this.#arena;
    if (length > 64) {
      arena.set(bytes.subarray(start, end), used);
      used += length;
    } else {
      for (let i = start; i < end; i++) arena[used++] = bytes[i]!;
    }
    this.#used = used;
    this.#ends[code] = used;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const hash = this.#hashes[code]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }

  /** The bytes of a value; valid until the next value is added. */
  bytesOf(code: number): Uint8Array {
    return this.#arena.subarray(this.#startOf(code), this.#ends[code]!);
  }

  /** The bytes of all values, one after the other; valid until the next value is added. */
  bytes(): Uint8Array {
    return this.#arena.subarray(0, this.#used);
  }

  /**
   * All values by code, decoded from UTF-8 (bytes that are none become U+FFFD) or another encoding whose first
   * 128 characters are ASCII, by its WHATWG label.
   */
  strings(encoding = "utf-8"): string[] {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    const result: string[] = new Array(this.#size);
    let first = 0;
    while (first < this.#size) {
      const from = this.#startOf(first);
      let last = first;
      while (last + 1 < this.#size && this.#ends[last + 1]! - from <= GROUP_BYTES) last++;
      const group = this.#arena.subarray(from, this.#ends[last]!);
      const text = decoder.decode(group);
      // The values are slices of the group's text, which costs no copy; where bytes are no text, one by one.
      if (text.length === group.length) {
        for (let code = first; code <= last; code++) {
          result[code] = text.slice(this.#startOf(code) - from, this.#ends[code]! - from);
        }
      } else if (text.includes("\ufffd") || !this.#sliceUtf8(text, first, last, result)) {
        for (let code = first; code <= last; code++) result[code] = decoder.decode(this.bytesOf(code));
      }
      first = last + 1;
    }
    return result;
  }

  /** Slices a group's text where its values end in UTF-16 units; false if a value begins within a character. */
  #sliceUtf8(text: string, first: number, last: number, result: string[]): boolean {
    const arena = this.#arena;
    let at = 0;
    for (let code = first; code <= last; code++) {
      const start = this.#startOf(code), end = this.#ends[code]!;
      if (start < end && (arena[start]! & 0xc0) === 0x80) return false;
      let units = 0;
      for (let i = start; i < end; i++) {
        const byte = arena[i]!;
        units += (byte & 0xc0) === 0x80 ? 0 : byte < 0xf0 ? 1 : 2;
      }
      result[code] = text.slice(at, at + units);
      at += units;
    }
    return at === text.length;
  }

  #startOf(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1]!;
  }
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
