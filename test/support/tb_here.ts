/** The command line in this process: for tests of what a command answers, not of how its process starts and ends. */
import process from "node:process";
import { expect, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { Ran } from "./tb.ts";

/** As `tb` gives it, but for what is written to the streams without `console`. Must not be called twice at a time. */
export async function tbHere(...args: string[]): Promise<Ran> {
  const printed = (method: "log" | "error") => vi.spyOn(console, method).mockImplementation(() => {});
  const [logged, noted] = [printed("log"), printed("error")];
  const written = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  try {
    const code = await main(args);
    const text = (calls: unknown[][]) => calls.map((call) => call.join(" ") + "\n").join("");
    const out = text(logged.mock.calls);
    const err = text(noted.mock.calls) + written.mock.calls.map(([chunk]) => String(chunk)).join("");
    return { code, out, err, json: () => JSON.parse(out) };
  } finally {
    for (const spy of [logged, noted, written]) spy.mockRestore();
  }
}

/** As `tbHere`, of a command that has to succeed. */
export async function tbDone(...args: string[]): Promise<Ran> {
  const ran = await tbHere(...args);
  expect(ran.code, ran.err).toBe(0);
  return ran;
}
