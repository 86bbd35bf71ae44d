/** A dictionary over raw bytes: a code for each value, a JavaScript string only once for each distinct value. */

/** Hash of no bytes; fold bytes in with `Math.imul(hash ^ byte, HASH_PRIME)` (FNV-1a, 32 bits). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** Bytes decoded in one go: one string is made of so many, and the values are slices of it. */
const GROUP_BYTES = 1 << 20;

/** Codes are given in the order of first appearance, from 0. */
export class ByteDictionary {
  #size = 0;
  /** Open addressing: pairs of a hash and a code + 1, 0 being free. Side by side, a look costs one cache miss. */
  #slots = new Int32Array(64);
  /** Value `code` lies in the arena from `ends[code - 1]` (or 0) up to `ends[code]`. */
  #ends = new Uint32Array(16);
  #arena = new Uint8Array(256);
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
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = slotOf(hash) & mask;
    for (;;) {
      const code = slots[slot + 1]! - 1;
      if (code < 0) return this.#insert(bytes, start, end, hash, slot);
      if (slots[slot] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 2) & mask;
    }
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const arena = this.#arena;
    const from = this.#startOf(code);
    const length = end - start;
    if (this.#ends[code]! - from !== length) return false;
    for (let i = 0; i < length; i++) if (arena[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #insert(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++;
    if (code === this.#ends.length) {
      const ends = new Uint32Array(code * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    let used = this.#used;
    if (used + end - start > this.#arena.length) {
      const arena = new Uint8Array(Math.max(this.#arena.length * 2, used + end - start));
      arena.set(this.#arena);
      this.#arena = arena;
    }
    const arena = this.#arena;
    if (end - start > 64) {
      arena.set(bytes.subarray(start, end), used);
      used += end - start;
    } else {
      for (let i = start; i < end; i++) arena[used++] = bytes[i]!;
    }
    this.#used = used;
    this.#ends[code] = used;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code + 1;
    if (this.#size * 4 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 4);
    const mask = slots.length - 2;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      let slot = slotOf(old[i]!) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[i]!;
      slots[slot + 1] = old[i + 1]!;
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

  /** Where value `code` ends in `bytes()`; it begins where the one before it ends. */
  ends(): Uint32Array {
    return this.#ends.subarray(0, this.#size);
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

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}
