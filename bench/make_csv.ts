/** A CSV of about as many events as asked for, made by the order-to-cash simulator. */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { exampleFiles } from "../src/simulate/example_files.ts";

export async function makeCsv(events: number): Promise<string> {
  if (!(events >= 1000)) throw new RangeError(`--csv: expected a number of events from 1,000 but found ${events}`);
  const [, text] = exampleFiles({ seed: 1, cases: 3000 }).find(([name]) => name === "order-to-cash.csv")!;
  const [header, ...rows] = text.trimEnd().split("\n");
  const file = join(tmpdir(), `tracebook-bench-${events}.csv`);
  // Copies with case ids of their own: the simulator's queues would take minutes for as many orders.
  // PM4Py's script looks for the names of XES.
  const lines = [
    header!.replace(
      "case,activity,start,timestamp,resource",
      "case:concept:name,concept:name,start,time:timestamp,org:resource",
    ),
  ];
  for (let copy = 0; lines.length <= events; copy++) {
    for (const row of rows.slice(0, events + 1 - lines.length)) lines.push(row.replace(/^([^,]*)/, `$1-${copy}`));
  }
  await Deno.writeTextFile(file, lines.join("\n") + "\n");
  return file;
}
