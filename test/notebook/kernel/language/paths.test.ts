import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { completionOf } from "../../../../src/notebook/kernel/language/completion.ts";
import { completePath, stringAt } from "../../../../src/notebook/kernel/language/paths.ts";
import { offsetAt } from "../../../../src/notebook/kernel/language/text.ts";

let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-paths-" });
  for (const name of ["data", "data/März 2025", "empty"]) await Deno.mkdir(join(folder, name));
  for (
    const name of ["orders.csv", "Orders old.csv", `it's "it".csv`, ".hidden.csv", "data/a b.csv", "data/log.xes.gz"]
  ) {
    await Deno.writeTextFile(join(folder, name), "");
  }
});
afterAll(() => Deno.remove(folder, { recursive: true }));

/** What the code at the `|` becomes by each proposal. */
async function proposals(marked: string): Promise<string[]> {
  const cursor = marked.indexOf("|");
  const code = marked.replace("|", "");
  const string = (await stringAt(code, cursor))!;
  const items = await completePath(folder, code, cursor, string);
  const { matches, cursorStart, cursorEnd } = completionOf(items, code, cursor, (at) => offsetAt(code, at));
  return matches.map((match) => code.slice(0, cursorStart) + match + code.slice(cursorEnd));
}

test("files and folders go on with what is typed, from the notebook's folder", async () => {
  expect(await proposals(`await readLog("da|")`)).toEqual([`await readLog("data/")`]);
  expect(await proposals(`await readLog("da|`)).toEqual([`await readLog("data/`]);
  expect(await proposals(`await readLog("./data/l|")`)).toEqual([`await readLog("./data/log.xes.gz")`]);
  expect(await proposals(`await readLog("${"x/../"}|")`)).toContain(`await readLog("x/../orders.csv")`);
  expect(await proposals(`readLog("${folderName()}|")`)).toEqual([`readLog("../${folderBase()}/")`]);
});

test("what is typed in another case comes second; hidden files only for a dot", async () => {
  expect(await proposals(`readLog("o|")`)).toEqual([`readLog("orders.csv")`, `readLog("Orders old.csv")`]);
  expect(await proposals(`readLog(".|")`)).toEqual([`readLog(".hidden.csv")`]);
  expect(await proposals(`readLog("empty/|")`)).toEqual([]);
  expect(await proposals(`readLog("nowhere/|")`)).toEqual([]);
});

test("spaces, letters beyond ASCII, and quotes in names", async () => {
  expect(await proposals(`readLog("data/a |")`)).toEqual([`readLog("data/a b.csv")`]);
  expect(await proposals(`readLog('Orders o|ld.csv')`)).toEqual([`readLog('Orders old.csv')`]);
  expect(await proposals(`readLog("data/M|")`)).toEqual([`readLog("data/März 2025/")`]);
  expect(await proposals(`readLog("it|")`)).toEqual([String.raw`readLog("it's \"it\".csv")`]);
  expect(await proposals(`readLog('it|')`)).toEqual([String.raw`readLog('it\'s "it".csv')`]);
  expect(await proposals(String.raw`readLog('it\'s |')`)).toEqual([String.raw`readLog('it\'s "it".csv')`]);
});

test("the rest of the segment is replaced, not what comes after it", async () => {
  expect(await proposals(`readLog("da|ta/log.xes.gz")`)).toEqual([`readLog("data/log.xes.gz")`]);
  expect(await proposals(`readLog("or|ders")`)).toContain(`readLog("orders.csv")`);
});

test("which strings are paths", async () => {
  const at = async (marked: string) => await stringAt(marked.replace("|", ""), marked.indexOf("|"));
  for (const code of [`readLog("|")`, `await tb.readInteractions('a|')`, `f("./|")`, "Deno.readTextFile(`a|`)"]) {
    expect(await at(code), code).toMatchObject({ isPath: true, isSpecifier: false });
  }
  expect(await at(`readLog("a", { orderBy: "st|" })`)).toMatchObject({ isPath: false });
  expect(await at(`import { a } from "trace|"`)).toMatchObject({ isSpecifier: true });
  expect(await at(`await import("./a|")`)).toMatchObject({ isSpecifier: true });
  for (const code of [`f(|"a")`, `f("a"|)`, `a|`, "`${a|}`", `// it's a comment|`]) {
    expect(await at(code), code).toBeUndefined();
  }
});

function folderBase(): string {
  return folder.split("/").at(-1)!;
}

function folderName(): string {
  return `../${folderBase().slice(0, -1)}`;
}
