/**
 * `deno task fuzz [--inputs N] [--seed S] [--format F,…] [--seconds S] [--only NUMBER] [--file PATH]`
 *
 * Damages small files of every format that is read, and reads them. Each must end with a result or with one of our
 * errors, within `--seconds` alone (default 10), and lose no row in silence; see `rows.ts`. The same seed gives the same
 * inputs. Faulty ones are written to a folder (`--faults`, default reports/fuzz), and the exit code is 1.
 *
 * `--file` reads one file as `--format` says; `--only` makes and reads the input of one number. `--more FOLDER` takes
 * small files of a folder as further seeds.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { textTable } from "../../src/cli/output.ts";
import { FORMAT_NAMES, type FormatName } from "./formats.ts";
import { tryInput } from "./reader.ts";
import { type Fault, type FormatResult, fuzz } from "./run.ts";
import { makeSeeds } from "./seeds.ts";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    format: { type: "string" },
    seconds: { type: "string", default: "10" },
    only: { type: "string" },
    file: { type: "string" },
    more: { type: "string" },
    jobs: { type: "string", default: "2" },
    faults: { type: "string", default: fileURLToPath(new URL("../../reports/fuzz/", import.meta.url)) },
  },
});
const formats = (values.format?.split(",") ?? FORMAT_NAMES) as FormatName[];
for (const format of formats) {
  if (!FORMAT_NAMES.includes(format)) {
    stop(`--format: expected some of ${FORMAT_NAMES.join(", ")} but found "${format}".`);
  }
}
if (values.file !== undefined) {
  if (formats.length !== 1) stop("--file: expected --format to say what the file is.");
  const outcome = await tryInput(formats[0]!, values.file);
  console.log(`${outcome.kind} in ${outcome.ms.toFixed(0)} ms${outcome.why === undefined ? "" : `: ${outcome.why}`}`);
  Deno.exit(outcome.kind === "fault" ? 1 : 0);
}
const seed = numberOf("seed"), seconds = numberOf("seconds");
const began = performance.now();
const { results, faults } = await fuzz(await makeSeeds(values.more), {
  inputs: numberOf("inputs"),
  seed,
  formats,
  seconds,
  faults: values.faults,
  jobs: numberOf("jobs"),
  ...(values.only === undefined ? {} : { only: numberOf("only", 0) }),
});
printTable(results);
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s, seed ${seed}`);
faults.forEach(printFault);
Deno.exit(faults.length > 0 ? 1 : 0);

function printTable(results: ReadonlyMap<FormatName, FormatResult>): void {
  const rows: (string | number)[][] = [...results].map((
    [format, { inputs, read, refused, faults, slowest, slowestNumber }],
  ) => [
    format,
    inputs,
    read,
    refused,
    faults,
    Math.round(slowest),
    slowestNumber,
  ]);
  const sum = (i: number) => rows.reduce((total, row) => total + (row[i] as number), 0);
  const most = rows.reduce((most, row) => Math.max(most, row[5] as number), 0);
  rows.push(["all", sum(1), sum(2), sum(3), sum(4), most, 0]);
  console.log(textTable(["format", "inputs", "read", "refused", "faults", "slowest ms", "its number"], rows));
}

function printFault({ format, number, file, why }: Fault): void {
  console.log(`\n${format}, input ${number}: ${why}`);
  console.log(`  again: deno task fuzz --format ${format} --file ${file}`);
  console.log(`  or:    deno task fuzz --format ${format} --seed ${seed} --only ${number}`);
}

function numberOf(option: "inputs" | "seed" | "seconds" | "jobs" | "only", least = 1): number {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < least) {
    stop(`--${option}: expected a whole number but found "${values[option]}".`);
  }
  return number;
}

function stop(message: string): never {
  console.error(message);
  Deno.exit(2);
}
