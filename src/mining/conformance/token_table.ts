/** Markings numbered in the order they are met, found again by hash. */

export interface TokenTable {
  readonly size: number;
  /** The number of the marking that begins at `values[offset]`; a new one if it has not been met. */
  intern(values: Int32Array, offset?: number): number;
  /** Copies a marking to the beginning of `target`. */
  read(id: number, target: Int32Array): void;
  clear(): void;
}

export function tokenTable(width: number): TokenTable {
  let mask = 63, size = 0;
  let slots = new Int32Array(mask + 1).fill(-1), hashes = new Int32Array(32), pool = new Int32Array(32 * width);
  const place = (id: number) => {
    let slot = hashes[id]! & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = id;
  };
  return {
    get size() {
      return size;
    },
    intern(values, offset = 0) {
      let hash = 0x811c9dc5 | 0;
      for (let i = 0; i < width; i++) hash = Math.imul(hash ^ values[offset + i]!, 0x01000193);
      hash ^= hash >>> 15;
      for (let slot = hash & mask;; slot = (slot + 1) & mask) {
        const id = slots[slot]!;
        if (id === -1) break;
        if (hashes[id] === hash && same(pool, id * width, values, offset, width)) return id;
      }
      if (size === hashes.length) {
        hashes = enlarged(hashes, size * 2);
        pool = enlarged(pool, size * 2 * width);
        mask = mask * 2 + 1;
        slots = new Int32Array(mask + 1).fill(-1);
        for (let id = 0; id < size; id++) place(id);
      }
      hashes[size] = hash;
      for (let i = 0; i < width; i++) pool[size * width + i] = values[offset + i]!;
      place(size);
      return size++;
    },
    read(id, target) {
      for (let i = 0, from = id * width; i < width; i++) target[i] = pool[from + i]!;
    },
    clear() {
      size = 0;
      slots.fill(-1);
    },
  };
}

function same(pool: Int32Array, at: number, values: Int32Array, offset: number, width: number): boolean {
  for (let i = 0; i < width; i++) if (pool[at + i] !== values[offset + i]) return false;
  return true;
}

function enlarged(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(values);
  return larger;
}
