/** What the kernel leaves to programs that run in it. */

/** The kernel's end of the comms; undefined outside of a notebook, and in a kernel that is not ours. */
export function kernelComms(): CommsOfKernel | undefined {
  return (globalThis as { [COMMS]?: CommsOfKernel })[COMMS];
}

/** Sends a message of the Jupyter protocol to the front ends; undefined outside of a kernel, where Deno throws when asked. */
export function kernelBroadcast(): Broadcast | undefined {
  try {
    const { jupyter } = Deno as unknown as { jupyter?: { broadcast?: Broadcast } };
    return typeof jupyter?.broadcast === "function" ? jupyter.broadcast : undefined;
  } catch {
    return undefined;
  }
}

export type Broadcast = (type: string, content: Record<string, unknown>) => Promise<void> | undefined;

export interface CommsOfKernel {
  open(target: string, data: unknown, more?: { metadata?: unknown; buffers?: Uint8Array[] }): Comm;
}

export interface Comm {
  readonly id: string;
  onMessage: (event: { data: Record<string, unknown>; metadata: unknown; buffers: Uint8Array[] }) => unknown;
  send(data: unknown, more?: { metadata?: unknown; buffers?: Uint8Array[] }): void;
  close(): void;
}

const COMMS: unique symbol = Symbol.for("tracebook.comms") as never;
