/** One operation on one log, timed in this process: `operations.ts LOG OPERATION RUNS` prints one JSON line. */
import { readFile } from "node:fs/promises";
import { buildEventLog } from "../src/log/events/build.ts";
import type { EventLog } from "../src/log/events/event_log.ts";
import { openLogDatabase } from "../src/log/events/log_database.ts";
import { readLog, readRaw } from "../src/log/events/read_log.ts";
import { alignTraces } from "../src/mining/alignments/align_traces.ts";
import { replayTokens } from "../src/mining/replay/replay.ts";
import { directlyFollows } from "../src/mining/directly_follows.ts";
import { discoverAlpha } from "../src/mining/discovery/alpha/alpha.ts";
import { discoverDeclare } from "../src/mining/discovery/declare.ts";
import { discoverHeuristics } from "../src/mining/discovery/heuristics.ts";
import { discoverInductive } from "../src/mining/discovery/inductive/inductive.ts";
import { discoverLogSkeleton } from "../src/mining/discovery/log_skeleton.ts";
import { discoverSplit } from "../src/mining/discovery/split_miner/split_miner.ts";
import { throughputTimes } from "../src/mining/throughput.ts";
import { traceVariants } from "../src/mining/variants.ts";
import { treeToNet } from "../src/models/convert/tree_to_net.ts";

export const OPERATIONS = ["read", "encode", "dfg", "variants", "throughput"] as const;
/** Of models; `replay` and `alignments` are against the net of `imf`. */
export const MODEL_OPERATIONS = [
  "im",
  "imf",
  "alpha",
  "heuristics",
  "split",
  "declare",
  "skeleton",
  "replay",
  "alignments",
] as const;
export type Operation = typeof OPERATIONS[number] | typeof MODEL_OPERATIONS[number];

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
    const raw = await readRaw(file, {});
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

function prepareModel(log: EventLog, operation: typeof MODEL_OPERATIONS[number]): () => string | Promise<string> {
  const size = (net: { places: readonly unknown[]; transitions: readonly unknown[] }) =>
    `${net.places.length} places, ${net.transitions.length} transitions`;
  switch (operation) {
    case "im":
      return () => size(treeToNet(discoverInductive(log)));
    case "imf":
      return () => size(treeToNet(discoverInductive(log, { noise: NOISE })));
    case "alpha":
      return () => size(discoverAlpha(log));
    case "heuristics":
      return () => `${discoverHeuristics(log).edges.length} edges`;
    case "split":
      return () => discoverSplit(log).toString();
    case "declare":
      return () => `${discoverDeclare(log).constraints.length} constraints`;
    case "skeleton":
      return () => `${discoverLogSkeleton(log).equivalence.length} equivalences`;
    case "replay": {
      const net = treeToNet(discoverInductive(log, { noise: NOISE }));
      return () => fitness(replayTokens(log, net));
    }
    case "alignments":
      // A net of its own each time: alignments are kept per net.
      return async () => fitness(await alignTraces(log, treeToNet(discoverInductive(log, { noise: NOISE }))));
  }
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
