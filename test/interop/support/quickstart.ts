/** The notebook that users meet first, run without a front end. */
import { fileURLToPath } from "node:url";
import { runNotebook, type RunOptions } from "../../../src/notebook/run.ts";

export const quickstart = fileURLToPath(new URL("../../../notebooks/quickstart.ipynb", import.meta.url));

/** Figures that the quickstart shows, in order. */
export const FIGURES = [
  "summary",
  "process-map",
  "variants",
  "throughput",
  "bottlenecks",
  "throughput",
  "applications",
  "handle-times",
  "table",
  "joined-map",
];

/** Those that are pictures. */
export const PICTURES = FIGURES.filter((kind) => kind !== "table");

/** Runs it, its cells unchecked: that costs seconds, and is tested where it belongs. */
export async function runQuickstart(options: RunOptions): Promise<void> {
  const { status, failure } = await runNotebook(quickstart, { check: false, timeoutSeconds: 120, ...options });
  if (status !== "ok") throw new Error(`The quickstart failed: ${failure?.name}: ${failure?.ename} ${failure?.evalue}`);
}
