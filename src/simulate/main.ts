/** `deno task data [--out DIR] [--seed N] [--cases N]`: writes the example logs and their truth, the same bytes every time. */
import { Buffer } from "node:buffer";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { exampleFiles } from "./examples/example_files.ts";

const { values } = parseArgs({
  options: { out: { type: "string" }, seed: { type: "string" }, cases: { type: "string" } },
});
const out = values.out ?? fileURLToPath(new URL("../../data/", import.meta.url));
const seed = wholeNumber("seed", values.seed ?? "7");
const cases = wholeNumber("cases", values.cases ?? "3000");

await mkdir(out, { recursive: true });
for (const [name, text] of exampleFiles({ seed, cases })) {
  await writeFile(join(out, name), text);
  console.error(`${name}: ${Buffer.byteLength(text).toLocaleString("en")} bytes`);
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  console.error(`Expected --${option} to be a whole number from 1 to 999999999 but found "${text}".`);
  process.exit(2);
}
