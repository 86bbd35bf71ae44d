/** Large logs for the benchmarks, as CSV with the column names of XES, which PM4Py's script looks for. */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { writeWholeFile } from "../src/io/files/write_whole_file.ts";
import { exampleFiles } from "../src/simulate/examples/example_files.ts";
import { loanLog } from "./loan_log.ts";

/** A CSV of about as many events as asked for, made by the order-to-cash simulator. */
export async function makeCsv(events: number): Promise<string> {
  if (!(events >= 1000)) throw new RangeError(`--csv: expected a number of events from 1,000 but found ${events}`);
  const [, text] = exampleFiles({ seed: 1, cases: 3000 }).find(([name]) => name === "order-to-cash.csv")!;
  const [header, ...rows] = text.trimEnd().split("\n");
  // Copies with case ids of their own: the simulator's queues would take minutes for as many orders.
  const lines = [
    header!.replace(
      "case,activity,start,timestamp,resource",
      "case:concept:name,concept:name,start,time:timestamp,org:resource",
    ),
  ];
  for (let copy = 0; lines.length <= events; copy++) {
    for (const row of rows.slice(0, events + 1 - lines.length)) lines.push(row.replace(/^([^,]*)/, `$1-${copy}`));
  }
  return await write(`tracebook-bench-${events}.csv`, lines);
}

/**
 * The same, but each copy of a case begins at a time of its own and has a value of its own: what repeats letter by letter
 * would pack better than any log that was recorded.
 */
export async function makeVariedCsv(events: number): Promise<string> {
  const [header, ...rows] = (await Deno.readTextFile(await makeCsv(events))).trimEnd().split("\n");
  let last = "", shift = 0, value = 0;
  let state = 1;
  const below = (n: number) => (state = Math.imul(state, 1664525) + 1013904223 >>> 0) % n;
  return await write(`tracebook-bench-varied-${events}.csv`, [
    header!,
    ...rows.map((row) => {
      const [id, activity, start, time, resource, team, region, group] = row.split(",");
      if (id !== last) [last, shift, value] = [id!, 1000 * below(300 * 86_400), below(100_000)];
      const moved = (text: string) => text === "" ? "" : new Date(Date.parse(text) + shift).toISOString();
      return [id, activity, moved(start!), moved(time!), resource, team, region, group, value / 100].join(",");
    }),
  ]);
}

/** The log of loan applications. */
export async function makeLoanCsv(): Promise<string> {
  return await write("tracebook-bench-loans.csv", [
    "case:concept:name,concept:name,time:timestamp",
    ...loanLog().map((event) => `${event.case},${event.activity},${event.time.toISOString()}`),
  ]);
}

async function write(name: string, lines: readonly string[]): Promise<string> {
  const file = join(tmpdir(), name);
  await writeWholeFile(file, lines.join("\n") + "\n");
  return file;
}
