/** Other tools on the same log, timed by scripts that print one JSON line an operation (`tool`, `operation`, `seconds`, `peakMB`). */
import { join } from "node:path";
import { type Measured, summarise } from "./operations.ts";
import { run } from "./process.ts";

export interface PeerOptions {
  /** Folder with `pm4py_ops.py`. */
  readonly folder: string;
  readonly python: string;
  /** Binary of the Rust peer; left out without one, and for files other than XES. */
  readonly rust?: string;
  readonly pin?: string;
  readonly runs: number;
}

interface Line {
  readonly tool: string;
  readonly operation: string;
  readonly seconds: number;
  readonly peakMB: number;
  readonly found?: string;
  readonly [more: string]: unknown;
}

export async function measurePeers(file: string, options: PeerOptions): Promise<Measured[]> {
  const { folder, python, rust, pin, runs } = options;
  const lines: Line[] = [];
  for (let i = 0; i < runs; i++) {
    const script = join(folder, "pm4py_ops.py");
    lines.push(...parse(await run(python, [script, file, "dfg", "variants", "durations"], pin)));
    if (rust !== undefined && /\.xes(\.gz)?$/.test(file)) {
      lines.push(...parse(await run(rust, [file], pin, { RAYON_NUM_THREADS: "1" })));
    }
  }
  const groups = Map.groupBy(lines, ({ tool, operation }) => `${tool}\n${operation}`);
  return [...groups.values()].map((group) => {
    const { tool, operation, found, events, edges, variants } = group[0]!;
    return {
      tool,
      file,
      operation: operation === "durations" ? "throughput" : operation,
      ...summarise(group.map(({ seconds }) => seconds)),
      peakMB: Math.max(...group.map(({ peakMB }) => peakMB)),
      found: found ?? String(events ?? edges ?? variants ?? ""),
    };
  });
}

function parse(lines: string[]): Line[] {
  return lines.map((line) => JSON.parse(line) as Line);
}
