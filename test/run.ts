/**
 * Runs the tests with vitest; the last line is `N passed, N failed`. Arguments are vitest's, e.g. a file or `-t NAME`.
 *
 * `--fast` leaves out the files that are slow by the rules of `support/slow_files.ts`.
 */
import { rm } from "node:fs/promises";
import { relative } from "node:path";
import config from "../deno.json" with { type: "json" };
import { slowFiles } from "./support/slow_files.ts";

const root = new URL("..", import.meta.url).pathname;
const fast = Deno.args.includes("--fast");
const args = Deno.args.filter((arg) => arg !== "--fast");

const results = await Deno.makeTempFile({ prefix: "tracebook-test-", suffix: ".json" });
const wanted = args.some((arg) => !arg.startsWith("-"));
const child = new Deno.Command(Deno.execPath(), {
  args: [
    "run",
    "-A",
    "--node-modules-dir=auto",
    config.imports.vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...(wanted ? [] : ["--exclude=test/interop/**"]),
    ...(fast ? slowFiles(root).map((file) => `--exclude=${file}`) : []),
    ...args,
  ],
  stdin: "null",
}).spawn();
const { code } = await child.status;

/** Past it a file has no place among the fast ones, unless the machine is busy. */
const SLOW_SECONDS = 10;

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string; fullName: string }[];
  }[];
}
let found: Results | undefined;
try {
  found = JSON.parse(await Deno.readTextFile(results)) as Results;
} catch {
  console.log("vitest ended without results.");
}
await rm(results, { force: true });

const skipped = (found?.testResults ?? []).flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status }) => status === "pending" || status === "skipped").map(({ fullName }) => fullName)
);
if (skipped.length > 0) console.log(`${skipped.length} skipped:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
// A file that cannot be loaded has no test of its own that could fail.
const broken = (found?.testResults ?? []).filter((file) =>
  file.status === "failed" && file.assertionResults.length === 0
);
if (fast) {
  for (const { name, startTime, endTime } of found?.testResults ?? []) {
    const seconds = (endTime - startTime) / 1000;
    if (seconds < SLOW_SECONDS) continue;
    console.log(
      `${relative(root, name)} took ${seconds.toFixed(1)} s: make it quicker, or say "// @slow: why" on top of it.`,
    );
  }
}
const failed = (found?.numFailedTests ?? 0) + broken.length + (found ? 0 : 1);
console.log(`${found?.numPassedTests ?? 0} passed, ${failed} failed`);
Deno.exit(code !== 0 || failed > 0 ? code || 1 : 0);
