/** Asks a kernel which logs its cells have read, and what reading them found. */
import type { Reading } from "../log/readings.ts";
import type { KernelClient } from "./kernel/client/client.ts";

const MIME = "application/vnd.tracebook.readings+json";

/** None where the kernel has gone, or the notebook reads its logs in another way. */
export async function readingsOf(kernel: KernelClient): Promise<Reading[]> {
  const code =
    `await globalThis.Deno.jupyter.broadcast("display_data", { metadata: {}, transient: {}, data: { "${MIME}": ` +
    `globalThis[Symbol.for("tracebook.readings")] ?? [] } })`;
  const { outputs } = await kernel.execute(code, { name: "readings", timeoutSeconds: 5 });
  for (const output of outputs) {
    if ("data" in output && Array.isArray(output.data[MIME])) return output.data[MIME] as Reading[];
  }
  return [];
}
