import { afterAll, beforeAll, expect, test } from "vitest";
import { dirname, join, resolve } from "node:path";
import { labArguments, labFolders } from "../../src/cli/lab.ts";

test.each([
  ["--port 9999", "", "--port 9999"],
  // As it stands before `deno task` takes the "--" away, and where it takes the first of two.
  ["-- --port 9999", "", "--port 9999"],
  ["--no-browser --ip=0.0.0.0", "", "--no-browser --ip=0.0.0.0"],
  ["--help-all", "", "--help-all"],
  ["", "", ""],
  ["--register", "--register", ""],
  ["--install -- --port 1", "--install", "--port 1"],
  ["--regist", "--regist", ""],
  ["-h", "-h", ""],
])("of the arguments %j ours are %j, and JupyterLab gets %j", (args, own, forLab) => {
  const found = labArguments(args.split(" ").filter((arg) => arg !== ""));
  expect([found.own.join(" "), found.forLab.join(" ")]).toEqual([own, forLab]);
});

const clone = resolve(import.meta.dirname!, "../..");
let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
  await Deno.mkdir(join(folder, "empty"));
  await Deno.writeTextFile(join(folder, "mine.ipynb"), "{}");
});
afterAll(() => Deno.remove(folder, { recursive: true }));

test("Lab opens where the user is if there is a notebook, else on the copies in work/; in the clone data/ is within reach", async () => {
  expect(await labFolders(folder)).toEqual({ root: folder, first: folder });
  const copies = { root: clone, first: join(clone, "work") };
  expect(await labFolders(clone)).toEqual(copies);
  expect(await labFolders(join(folder, "empty"))).toEqual(copies);
  expect(await labFolders(join(clone, "src"))).toEqual(copies);
  expect(await labFolders(dirname(clone))).toEqual(copies);
  expect(await labFolders(join(clone, "notebooks", "course"))).toEqual({
    root: clone,
    first: join(clone, "work", "course"),
  });
});
