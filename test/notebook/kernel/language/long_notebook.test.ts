/** A notebook of 600 cells: names complete, functions are explained, and the server stays small. */
import { afterAll, expect, test } from "vitest";
import { createLanguageService } from "../../../../src/notebook/kernel/language/language.ts";
import { startLanguageServer } from "../../../../src/notebook/kernel/language/server.ts";
import { residentBytes } from "../../../../src/notebook/kernel/processes/resident_memory.ts";

const folder = new URL("../../../../notebooks", import.meta.url).pathname;
let pid = 0;
const service = createLanguageService(folder, {
  limitSeconds: 200,
  async startServer(folder) {
    const server = await startLanguageServer(folder);
    pid = server.pid;
    return server;
  },
});
afterAll(() => service.close());

const complete = async (code: string) => (await service.complete(code, code.length)).matches;

test(
  "completion, hover and memory after 600 cells, and after 800 that ran again and again",
  { timeout: 400_000 },
  async () => {
    service.remember(`import { readLog, viewVariants } from "tracebook";\nimport * as d3 from "d3";`);
    service.remember(`const log = await readLog("../data/order-to-cash.csv");`);
    let most = 0;
    for (let i = 1; i <= 600; i++) {
      service.remember(`const c${i} = log.cases + ${i}; c${i}`);
      if (i % 20 !== 0) continue;
      await complete(["log.", "d3.", `c${i}.`, "Deno."][i / 20 % 4]!);
      most = Math.max(most, await residentBytes(pid) ?? 0);
    }
    const finds = async () => {
      expect(await complete("log.")).toEqual(expect.arrayContaining(["cases", "events", "sql"]));
      expect(await complete("c1.")).toContain("toFixed");
      expect(await complete("c599.")).toContain("toFixed");
      expect(await complete("readL")).toContain("readLog");
      expect((await service.inspect("readLog", 7, 0)).data).toMatchObject({
        "text/plain": expect.stringContaining("Reads an event log"),
      });
    };
    await finds();
    for (let i = 0; i < 400; i++) service.remember(`const top = ${i}; viewVariants(log, { top })`);
    for (let i = 0; i < 400; i++) service.remember(`const { rate } = { rate: top + ${i} }; rate`);
    await finds();
    expect(await complete("rate.")).toContain("toFixed");
    most = Math.max(most, await residentBytes(pid) ?? 0);
    // Windows does not say.
    if (Deno.build.os !== "windows") expect(most).toBeGreaterThan(50e6);
    // It grows with what the library exports: 445 MB before tasks were automated and joined with cases, 565 MB since.
    expect(most).toBeLessThan(620e6);
  },
);

test("only what tracebook exports is offered beside what is there", { timeout: 100_000 }, async () => {
  const exported = new Set(Object.keys(await import("../../../../src/mod.ts")));
  const { readCell } = await import("../../../../src/notebook/kernel/language/cells.ts");
  expect(typeof readCell).toBe("function");
  for (const internal of ["readCel", "keepUse", "openExpor", "gree", "notebookProj", "CsvScann", "placesToIns"]) {
    expect((await complete(internal)).filter((name) => !exported.has(name)), internal).toEqual([]);
  }
  expect(await complete("viewProcessM")).toEqual(["viewProcessMap"]);
  expect(await complete(`import { openExp`)).not.toContain("openExport");
});
