/**
 * `deno task bench LOG… [--models] [--runs N] [--pin CPU] [--json] [--peers FOLDER] [--csv EVENTS] [--loans]`
 *
 * Times reading, encoding, the directly-follows graph, variants and throughput, or with `--models` discovery and
 * conformance checking, each in a process of its own, so that its peak of memory is its own too. Peers run in the same
 * call, one after the other with ours. `--csv` makes a log of that many events first, and measures it as CSV; `--loans`
 * makes one of many variants.
 *
 * `--tasks` scores task mining instead, see `tasks/main.ts`; `--drift FOLDER` drift detection, see `drift.ts`;
 * `--programs` the search for programs, see `programs.ts`; `--explorer` the explorer in a browser, see `explorer.ts`.
 */
import { parseArgs } from "node:util";
import { join } from "node:path";
import { textTable } from "../src/cli/output.ts";
import { standWhereTheUserStands } from "../src/cli/user_path.ts";
import { makeCsv, makeLoanCsv } from "./make_csv.ts";
import { type Measured, MODEL_OPERATIONS, type Operation, OPERATIONS } from "./operations.ts";
import { measurePeers } from "./peers.ts";
import { run } from "./process.ts";

standWhereTheUserStands();

const others = {
  "--tasks": "tasks/main.ts",
  "--drift": "drift.ts",
  "--programs": "programs.ts",
  "--explorer": "explorer.ts",
};
const other = Object.entries(others).find(([option]) => Deno.args.includes(option));
if (other) {
  const script = join(import.meta.dirname!, other[1]);
  const { code } = await new Deno.Command(Deno.execPath(), { args: ["run", "-A", script, ...Deno.args] }).spawn()
    .status;
  Deno.exit(code);
}

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    pin: { type: "string" },
    json: { type: "boolean", default: false },
    peers: { type: "string" },
    "peer-runs": { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
    rust: { type: "string" },
    csv: { type: "string" },
    loans: { type: "boolean", default: false },
    models: { type: "boolean", default: false },
    only: { type: "string" },
    "peer-seconds": { type: "string", default: "300" },
  },
});

const files = [...positionals];
if (values.csv !== undefined) files.push(await makeCsv(Number(values.csv)));
if (values.loans) files.push(await makeLoanCsv());
if (files.length === 0) {
  console.error("Usage: deno task bench LOG… [--models] [--runs N] [--pin CPU] [--json] [--csv EVENTS] [--loans]");
  console.error("       [--only OPERATION,…]");
  console.error("       [--peers FOLDER --python PYTHON --rust BINARY]: PM4Py and the Rust library in the same run,");
  console.error("       [--peer-runs N] times, at most [--peer-seconds S] for each of PM4Py's algorithms on models");
  Deno.exit(2);
}

const only = values.only?.split(",");
const operations = (values.models ? MODEL_OPERATIONS : OPERATIONS).filter((one) => only?.includes(one) ?? true);
const measured: Measured[] = [];
for (const file of files) {
  for (const operation of operations) measured.push(await measureOurs(file, operation));
  if (values.peers !== undefined) {
    measured.push(
      ...await measurePeers(file, {
        folder: values.peers,
        python: values.python,
        ...(values.rust === undefined ? {} : { rust: values.rust }),
        ...(values.pin === undefined ? {} : { pin: values.pin }),
        runs: Number(values["peer-runs"]),
        ...(values.models ? { models: operations, seconds: Number(values["peer-seconds"]) } : {}),
      }),
    );
  }
}

if (values.json) console.log(JSON.stringify({ machine: machine(), measured }, null, 2));
else printTable();

async function measureOurs(file: string, operation: Operation): Promise<Measured> {
  const worker = join(import.meta.dirname!, "operations.ts");
  const args = ["run", "-A", worker, file, operation, values.runs];
  const [line] = await run(Deno.execPath(), args, values.pin);
  return JSON.parse(line!) as Measured;
}

function machine(): Record<string, string | number> {
  return {
    os: `${Deno.build.os} ${Deno.build.arch}`,
    processors: navigator.hardwareConcurrency,
    deno: Deno.version.deno,
  };
}

function printTable(): void {
  const { os, processors, deno } = machine();
  console.log(`${os}, ${processors} processors${values.pin ? `, pinned to ${values.pin}` : ""}, deno ${deno}\n`);
  for (const file of files) {
    console.log(file.split("/").pop());
    console.log(
      textTable(
        ["tool", "operation", "best s", "median s", "peak MB", "found"],
        measured.filter((row) => row.file === file).map((row) => [
          row.tool,
          row.operation,
          ...[row.best, row.median].map((seconds) => Number.isFinite(seconds) ? Number(seconds.toFixed(4)) : "–"),
          Number.isFinite(row.peakMB) ? Math.round(row.peakMB) : "–",
          row.found.slice(0, 100),
        ]),
      ) + "\n",
    );
  }
}
