/** Other tools on the same log, timed by scripts that print one JSON line an operation (`tool`, `operation`, `seconds`, `peakMB`). */
import { join } from "node:path";
import { writeWholeFile } from "../src/io/files/write_whole_file.ts";
import { readLog } from "../src/log/events/read_log.ts";
import { discoverInductive } from "../src/mining/discovery/inductive/inductive.ts";
import { treeToNet } from "../src/models/convert/tree_to_net.ts";
import { writePnml } from "../src/models/files/pnml.ts";
import { type Measured, NOISE, summarise } from "./operations.ts";
import { run } from "./process.ts";

export interface PeerOptions {
  /** Folder with `pm4py_ops.py`. */
  readonly folder: string;
  readonly python: string;
  /** Binary of the Rust peer; left out without one, and for files other than XES. */
  readonly rust?: string;
  readonly pin?: string;
  readonly runs: number;
  /** Operations on models instead of those on logs. */
  readonly models?: readonly string[];
  /** How long each of PM4Py's operations on models may take, its reading of the log not counted. */
  readonly seconds?: number;
}

/** What PM4Py's script can do of them. */
const PM4PY_MODELS = ["im", "imf", "alpha", "heuristics", "declare", "skeleton", "replay", "alignments"];

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
    if (options.models) lines.push(...await modelLines(file, script, options));
    else lines.push(...parse(await run(python, [script, file, "dfg", "variants", "durations"], pin)));
    if (rust !== undefined && /\.xes(\.gz)?$/.test(file)) {
      const net = options.models?.includes("alignments") ? [await imfNet(file)] : [];
      const found = parse(await run(rust, [file, ...net], pin, { RAYON_NUM_THREADS: "1" }));
      lines.push(...options.models ? found.filter(({ operation }) => operation === "alignments") : found);
    }
  }
  const groups = Map.groupBy(lines, ({ tool, operation }) => `${tool}\n${operation}`);
  return [...groups.values()].map((group) => {
    const { tool, operation, found, events, edges, variants, result } = group[0]!;
    return {
      tool,
      file,
      operation: operation === "durations" ? "throughput" : operation,
      ...summarise(group.map(({ seconds }) => seconds)),
      peakMB: Math.max(...group.map(({ peakMB }) => peakMB)),
      found: found ?? String(events ?? edges ?? variants ?? (result === undefined ? "" : JSON.stringify(result))),
    };
  });
}

/** An operation in a process of its own, since some take very long. */
async function modelLines(file: string, script: string, options: PeerOptions): Promise<Line[]> {
  const { python, pin, models = [], seconds = 300 } = options;
  const lines: Line[] = [];
  let reading = 120;
  for (const operation of models.filter((one) => PM4PY_MODELS.includes(one))) {
    const printed = parse(await run(python, [script, file, operation], pin, {}, reading + seconds));
    const read = printed.find((line) => line.operation === "read");
    if (read) reading = read.seconds * 1.5 + 10;
    const done = printed.find((line) => line.operation === operation);
    lines.push(
      done ?? { tool: read?.tool ?? "pm4py", operation, seconds: Infinity, peakMB: NaN, found: `not in ${seconds} s` },
    );
  }
  return lines;
}

/** Our net of the log as a file, for those who only align. */
async function imfNet(file: string): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".pnml" });
  const net = treeToNet(discoverInductive(await readLog(file, { lifecycle: "all" }), { noise: NOISE }));
  await writeWholeFile(path, writePnml(net));
  return path;
}

function parse(lines: string[]): Line[] {
  return lines.map((line) => JSON.parse(line) as Line);
}
