import { afterAll, beforeAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { checkNotebook, describeProblem } from "../../../../src/notebook/check.ts";
import { book, code } from "../../books.ts";
import { type FrontEnd, startFrontEnd } from "../front_end.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const first = `import { logFromRows, viewProcessMap } from "tracebook";
const log = logFromRows([{ case: "1", activity: "a", time: "2025-01-01" }, { case: "1", activity: "b", time: "2025-01-02" }]);`;
let kernel: FrontEnd;
beforeAll(async () => {
  kernel = await startFrontEnd({ cwd: root });
  await kernel.run(first);
  // The types are read once; the first that fails waits for that.
  for (let i = 0; i < 20 && !(await textOf("viewProcesMap(log)")).includes("TS2552"); i++);
}, 120_000);
afterAll(() => kernel.close());

async function textOf(source: string): Promise<string> {
  const { before } = await kernel.run(source);
  return before.map(({ content }) => [content.text, ...(content.traceback as string[] ?? [])].join("\n")).join("\n");
}

test.each([
  ["a misspelt function", "\nviewProcesMap(log)"],
  ["a key that no option has", "viewProcessMap(log, { pathz: 1 }).parts.kind"],
  ["a name that the module does not export", `import { readLgo } from "tracebook";`],
  ["a method that is not there", `log.filtr("x")`],
  ["a member that is only read", "log.evnts"],
])("%s is told as a run tells it before it begins", async (_, source) => {
  const shown = await textOf(source);
  const problems = await checkNotebook(book(code(first), code(source)), `${root}/notebook.ipynb`);
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    const words = describeProblem(problem).replace(/^cell 2, /, "");
    expect(shown).toContain(words);
    expect(shown).toMatch(/^In\[\d+\], line/m);
  }
}, 120_000);

test("what is right gets no note", async () => {
  expect(await textOf("viewProcessMap(log, { paths: 1 }).parts.kind")).not.toMatch(/TS\d/);
});
