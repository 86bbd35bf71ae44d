/** How much memory a kernel may have. */

import { COLLECT } from "../prelude/watcher.ts";

/** Bounds of a kernel that may have so many gigabytes; none where that is undefined. */
export interface MemoryBounds {
  /** Of the whole process, in bytes; 0 is no bound. */
  readonly processBytes: number;
  /** To set for the process: V8 keeps JavaScript's objects within half of the bound, and collects garbage when asked. */
  readonly env: Record<string, string>;
}

export function memoryBounds(gigabytes: number | undefined): MemoryBounds {
  const flags = [`--expose-gc-as=${COLLECT}`];
  const given = Deno.env.get("DENO_V8_FLAGS");
  if (given) flags.unshift(given);
  if (gigabytes !== undefined) flags.push(`--max-old-space-size=${Math.max(64, Math.round(gigabytes * 500))}`);
  return { processBytes: (gigabytes ?? 0) * 1e9, env: { DENO_V8_FLAGS: flags.join(",") } };
}

/** What a run may have unless it is told otherwise: 4 GB, or half of a smaller machine. */
export function defaultMemoryGigabytes(): number {
  return Math.min(4, Deno.systemMemoryInfo().total / 2e9);
}
