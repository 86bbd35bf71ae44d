/** `deno task data [--out DIR] [--seed N] [--cases N]`: writes the example logs and their truth, the same bytes every time. */
import { Buffer } from "node:buffer";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { TracebookError } from "../base/errors.ts";
import { writeWholeFile } from "../io/files/write_whole_file.ts";
import { exampleFiles } from "./examples/example_files.ts";

const { values } = parseArgs({
  options: { out: { type: "string" }, seed: { type: "string" }, cases: { type: "string" } },
});
const out = values.out ?? fileURLToPath(new URL("../../data/", import.meta.url));
const seed = wholeNumber("seed", values.seed ?? "7");
const cases = wholeNumber("cases", values.cases ?? "3000");

try {
  for (const [name, text] of exampleFiles({ seed, cases })) {
    await writeWholeFile(join(out, name), text, { makeFolder: true });
    console.error(`${name}: ${Buffer.byteLength(text).toLocaleString("en")} bytes`);
  }
} catch (error) {
  if (!(error instanceof TracebookError)) throw error;
  console.error(error.message);
  process.exit(2);
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  console.error(`Expected --${option} to be a whole number from 1 to 999999999 but found "${text}".`);
  process.exit(2);
}
