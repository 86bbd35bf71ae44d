/**
 * Which test files `deno task test:fast` leaves out.
 *
 * Two rules, read from the files themselves, so that no list can go stale:
 * - a file that starts processes, kernels or notebooks;
 * - a file that says `@slow` and why in a comment, for whole logs and long searches.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Why a file is slow, from its text; undefined if it is fast. */
export function whySlow(text: string): string | undefined {
  const marked = /^(?:\/\/|\/\*\*| \*) @slow:? (.+?)(?: \*\/)?$/m.exec(text)?.[1];
  return marked ?? (STARTS_PROCESSES.test(text) ? "starts processes" : undefined);
}

const STARTS_PROCESSES = new RegExp(
  String.raw`\b(?:Deno\.Command|execFile|startKernel|startFrontEnd|runNotebook|runBatch|checkNotebook|` +
    String.raw`createLanguageService|startLanguageServer|reportCommand|runCommand)\b|support/tb\.ts`,
);

/** Paths of the slow files below `root`, the repository's folder. */
export function slowFiles(root: string): string[] {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts")).map((file) => join("test", file))
    .filter((file) => file.startsWith(join("test", "interop")) || whySlow(readFileSync(join(root, file), "utf8")))
    .sort();
}
