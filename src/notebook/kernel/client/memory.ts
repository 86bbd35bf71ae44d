/** How much memory a kernel may have. */

/** Bounds of a kernel that may have so many gigabytes; none where that is undefined. */
export interface MemoryBounds {
  /** Of the whole process, in bytes; 0 is no bound. */
  readonly processBytes: number;
  /** To set for the process: V8 keeps JavaScript's objects within half of the bound. */
  readonly env: Record<string, string>;
}

export function memoryBounds(gigabytes: number | undefined): MemoryBounds {
  if (gigabytes === undefined) return { processBytes: 0, env: {} };
  const heap = `--max-old-space-size=${Math.max(64, Math.round(gigabytes * 500))}`;
  const given = Deno.env.get("DENO_V8_FLAGS");
  return { processBytes: gigabytes * 1e9, env: { DENO_V8_FLAGS: given ? `${given},${heap}` : heap } };
}

/** What a run may have unless it is told otherwise: 4 GB, or half of a smaller machine. */
export function defaultMemoryGigabytes(): number {
  return Math.min(4, Deno.systemMemoryInfo().total / 2e9);
}
