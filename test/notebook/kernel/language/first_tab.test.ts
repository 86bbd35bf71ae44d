/** What is answered while the language server is not ready: here it never is. */
import { afterAll, expect, test } from "vitest";
import { createLanguageService } from "../../../../src/notebook/kernel/language/language.ts";

const folder = new URL("../../../../notebooks", import.meta.url).pathname;
const service = createLanguageService(folder, {
  limitSeconds: 1.5,
  patienceSeconds: 0.1,
  startServer: () => new Promise(() => {}),
});
service.remember(`import { readLog, mean as middle } from "tracebook";\nconst reading = await readLog("a.csv");`);
service.remember(`function readable() { const readInside = 1; }`);
afterAll(() => void service.close());

const complete = async (code: string) => (await service.complete(code, code.length)).matches;

test("names of the cells come first, then what tracebook exports, and nothing else", async () => {
  const matches = await complete("const x = rea");
  expect(matches.slice(0, 3)).toEqual(["readLog", "readable", "reading"]);
  const tracebook = Object.keys(await import("../../../../src/mod.ts"));
  expect(matches.slice(3).filter((name) => !/^\p{Lu}/u.test(name)).sort()).toEqual(
    tracebook.filter((name) => name.startsWith("read") && name !== "readLog").sort(),
  );
  expect(await complete("mid")).toEqual(["middle"]);
  expect(await complete("const own = 1; ow")).toContain("own");
  expect(await complete("gree")).toEqual([]);
});

test("members wait for the server; without it there are none", async () => {
  expect(await complete("reading.")).toEqual([]);
  expect(await complete("reading.re")).toEqual([]);
  expect(await complete("12")).toEqual([]);
});

test("files need no server", async () => {
  expect(await complete(`readLog("../data/order-to-cash.`)).toEqual(["order-to-cash.csv"]);
  expect(await complete(`const note = "quick`)).toEqual(["quickstart.ipynb"]);
});
