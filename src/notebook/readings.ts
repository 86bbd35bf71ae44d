/** Asks a kernel which logs its cells have read, what reading them found, and which figures they have handed out. */
import type { Reading } from "../log/readings.ts";
import type { HandedFigures } from "../log/report_figures.ts";
import type { KernelClient } from "./kernel/client/client.ts";

const MIME = "application/vnd.tracebook.readings+json";

export interface KernelFacts {
  readonly readings: readonly Reading[];
  readonly handed?: HandedFigures;
}

/** Nothing where the kernel has gone, or the notebook reads its logs in another way. */
export async function factsOf(kernel: KernelClient): Promise<KernelFacts> {
  const code =
    `await globalThis.Deno.jupyter.broadcast("display_data", { metadata: {}, transient: {}, data: { "${MIME}": ` +
    `{ readings: globalThis[Symbol.for("tracebook.readings")] ?? [], ` +
    `handed: globalThis[Symbol.for("tracebook.figures")] } } })`;
  const { outputs } = await kernel.execute(code, { name: "readings", timeoutSeconds: 5 });
  for (const output of outputs) {
    const facts = "data" in output ? output.data[MIME] as KernelFacts | undefined : undefined;
    if (facts && Array.isArray(facts.readings)) return facts;
  }
  return { readings: [] };
}
