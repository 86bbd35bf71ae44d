/** One operation on one log, timed in this process: `operations.ts LOG OPERATION RUNS` prints one JSON line. */
import { readFile } from "node:fs/promises";
import { buildEventLog } from "../src/log/build.ts";
import { openLogDatabase } from "../src/log/log_database.ts";
import { readLog, readRaw } from "../src/log/read_log.ts";
import { directlyFollows } from "../src/mining/directly_follows.ts";
import { throughputTimes } from "../src/mining/throughput.ts";
import { traceVariants } from "../src/mining/variants.ts";

export const OPERATIONS = ["read", "encode", "dfg", "variants", "throughput"] as const;
export type Operation = typeof OPERATIONS[number];

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
 * columns are in memory. The others start from a log that has been read.
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
  const log = await readLog(file);
  switch (operation) {
    case "dfg":
      return () => `${directlyFollows(log).edges.length} edges, with durations`;
    case "variants":
      return () => `${traceVariants(log).sequences.length} variants`;
    case "throughput":
      return () => `median ${throughputTimes(log).get("median", 0)} s`;
  }
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
