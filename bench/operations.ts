/** One operation on one log, timed in this process: `operations.ts LOG OPERATION RUNS` prints one JSON line. */
import { readFile } from "node:fs/promises";
import { readArguments } from "../src/cli/command.ts";
import { type Algorithm, algorithms, type Discovered } from "../src/cli/registry/algorithms.ts";
import { buildEventLog } from "../src/log/events/build.ts";
import type { EventLog } from "../src/log/events/event_log.ts";
import { openLogDatabase } from "../src/log/events/log_database.ts";
import { readLog } from "../src/log/events/read_log.ts";
import { openExport } from "../src/log/open_export.ts";
import { alignTraces } from "../src/mining/alignments/align_traces.ts";
import { replayTokens } from "../src/mining/replay/replay.ts";
import { directlyFollows } from "../src/mining/directly_follows.ts";
import { discoverInductive } from "../src/mining/discovery/inductive/inductive.ts";
import { throughputTimes } from "../src/mining/performance/throughput.ts";
import { traceVariants } from "../src/mining/variants.ts";
import { treeToNet } from "../src/models/convert/tree_to_net.ts";

export const OPERATIONS = ["read", "encode", "dfg", "variants", "throughput"] as const;
/** Discovery, by the shortest name of each algorithm; `replay` and `alignments` are against the net of `imf`. */
export const MODEL_OPERATIONS: readonly string[] = [...algorithms.map(shortName), "replay", "alignments"];
/** `heuristics` draws its net, too. */
export type Operation = string;

/** Noise threshold of `imf`, the peers' too. */
export const NOISE = 0.2;

export interface Measured {
  readonly tool: string;
  readonly file: string;
  readonly operation: string;
  /** Seconds of the fastest run, and of the middle one. */
  readonly best: number;
  readonly median: number;
  readonly runs: number;
  /** Most memory that the process held, in MB. */
  readonly peakMB: number;
  readonly found: string;
}

/**
 * `read` is the whole way from the file to an event log, as the peers' reading is; `encode` the part of it after the
 * columns are in memory. The others start from a log that has been read, with every event of it an event.
 */
async function prepare(file: string, operation: Operation): Promise<() => string | Promise<string>> {
  if (operation === "read") {
    return async () => {
      const log = await readLog(file);
      return `${log.cases} cases, ${log.events} events`;
    };
  }
  if (operation === "encode") {
    const raw = await openExport(file, { as: "events" });
    const database = openLogDatabase({ events: raw.events });
    return () => `${buildEventLog(raw, { mapping: raw.mapping! }, database).events} events`;
  }
  const log = await readLog(file, { lifecycle: "all" });
  switch (operation) {
    case "dfg":
      return () => `${directlyFollows(log).edges.length} edges, with durations`;
    case "variants":
      return () => `${traceVariants(log).sequences.length} variants`;
    case "throughput":
      return () => `median ${throughputTimes(log).get("median", 0)} s`;
    default:
      return prepareModel(log, operation);
  }
}

function prepareModel(log: EventLog, operation: string): () => string | Promise<string> {
  const imf = () => treeToNet(discoverInductive(log, { noise: NOISE }));
  if (operation === "replay") {
    const net = imf();
    return () => fitness(replayTokens(log, net));
  }
  // A net of its own each time: alignments are kept per net.
  if (operation === "alignments") return async () => fitness(await alignTraces(log, imf()));
  const algorithm = algorithms.find((one) => shortName(one) === operation);
  if (!algorithm) throw new Error(`Expected one of ${[...OPERATIONS, ...MODEL_OPERATIONS]} but found ${operation}`);
  const defaults = readArguments({ name: "discover", usage: "", options: algorithm.options }, []);
  return () => describe(algorithm.discover(log, defaults));
}

function shortName({ name, aliases = [] }: Algorithm): string {
  return [name, ...aliases].reduce((short, other) => other.length < short.length ? other : short);
}

function describe(found: Discovered): string {
  if ("rules" in found || "bpmn" in found) {
    return ("rules" in found ? found.rules : found.bpmn).toString().split("\n")[0]!;
  }
  const { places, transitions } = "tree" in found ? treeToNet(found.tree) : found.net;
  return `${places.length} places, ${transitions.length} transitions`;
}

function fitness(result: { logFitness: number; averageTraceFitness: number; fittingShare: number }): string {
  const figures = [result.averageTraceFitness, result.logFitness, result.fittingShare].map((x) => x.toFixed(6));
  return `average fitness ${figures[0]}, log ${figures[1]}, fitting ${figures[2]}`;
}

export function summarise(seconds: number[]): { best: number; median: number; runs: number } {
  const sorted = seconds.toSorted((a, b) => a - b);
  return { best: sorted[0]!, median: sorted[sorted.length >> 1]!, runs: sorted.length };
}

/** Linux tells the peak; elsewhere what is held now stands for it. */
async function peakMB(): Promise<number> {
  try {
    const status = await readFile("/proc/self/status", "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1024;
  } catch {
    return Deno.memoryUsage().rss / 1024 / 1024;
  }
}

if (import.meta.main) {
  const [file, operation, runs] = Deno.args as [string, Operation, string];
  const work = await prepare(file, operation);
  const seconds: number[] = [];
  let found = "";
  for (let i = 0; i < Number(runs); i++) {
    const begun = performance.now();
    found = await work();
    seconds.push((performance.now() - begun) / 1000);
  }
  console.log(
    JSON.stringify({ tool: "tracebook", file, operation, ...summarise(seconds), peakMB: await peakMB(), found }),
  );
}
