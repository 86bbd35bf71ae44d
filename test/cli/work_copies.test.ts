import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { copyToWork } from "../../src/cli/work_copies.ts";
import { readNotebook, writeNotebook } from "../../src/notebook/notebook.ts";
import { book, code } from "../notebook/books.ts";

let folder: string;
let from: string;
let to: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-work-" });
  [from, to] = [join(folder, "notebooks"), join(folder, "work")];
});
afterAll(() => Deno.remove(folder, { recursive: true }));

const lesson = join("course", "lesson.ipynb");
const sourceOf = async (path: string) => (await readNotebook(path)).cells.map(({ source }) => source).join("\n");

test("notebooks are copied with their folders, once", async () => {
  await writeNotebook(join(from, "quick.ipynb"), book(code("1")));
  await writeNotebook(join(from, lesson), book(code("answer = null")));
  await Deno.mkdir(join(from, ".ipynb_checkpoints"));
  await writeNotebook(join(from, ".ipynb_checkpoints", "quick.ipynb"), book(code("old")));
  expect(await copyToWork(from, to)).toEqual({ folder: to, outdated: [] });
  expect((await Array.fromAsync(Deno.readDir(to))).map(({ name }) => name).sort()).toEqual([
    ".copied.json",
    "course",
    "quick.ipynb",
  ]);
  // Answered, and run: it stays as the user left it.
  const answered = {
    ...code("answer = 42"),
    outputs: [{ output_type: "stream" as const, name: "stdout" as const, text: "yes" }],
  };
  await writeNotebook(join(to, lesson), book(answered));
  await copyToWork(from, to);
  expect((await readNotebook(join(to, lesson))).cells[0]).toMatchObject({
    source: "answer = 42",
    outputs: [{ text: "yes" }],
  });
});

test("a new version replaces a copy that was only run, and leaves one that was changed", async () => {
  const run = { ...code("1"), outputs: [{ output_type: "stream" as const, name: "stdout" as const, text: "1" }] };
  // Another process saved it: what this one wrote itself it may write anew in any case.
  await Deno.writeTextFile(join(folder, "saved.ipynb"), JSON.stringify(book(run)));
  await Deno.rename(join(folder, "saved.ipynb"), join(to, "quick.ipynb"));
  await writeNotebook(join(from, "quick.ipynb"), book(code("2")));
  await writeNotebook(join(from, lesson), book(code("answer = undefined")));
  expect((await copyToWork(from, to)).outdated).toEqual([lesson]);
  expect(await sourceOf(join(to, "quick.ipynb"))).toBe("2");
  expect(await sourceOf(join(to, lesson))).toBe("answer = 42");
  // Renamed, as the message says.
  await Deno.rename(join(to, lesson), join(to, "course", "mine.ipynb"));
  expect((await copyToWork(from, to)).outdated).toEqual([]);
  expect(await sourceOf(join(to, lesson))).toBe("answer = undefined");
  expect(await sourceOf(join(to, "course", "mine.ipynb"))).toBe("answer = 42");
});

test("a file of the user's that has the name already is left alone", async () => {
  const other = join(folder, "other");
  await Deno.mkdir(other);
  await Deno.writeTextFile(join(other, "quick.ipynb"), "not a notebook");
  expect((await copyToWork(from, other)).outdated).toEqual(["quick.ipynb"]);
  expect(await Deno.readTextFile(join(other, "quick.ipynb"))).toBe("not a notebook");
});

test("git does not see the copies", async () => {
  const root = new URL("../../", import.meta.url).pathname;
  const ignored = await new Deno.Command("git", {
    args: ["check-ignore", "--no-index", "work/quickstart.ipynb", "work/course/01-discovery.ipynb"],
    cwd: root,
  }).output();
  expect(new TextDecoder().decode(ignored.stdout).trim().split("\n")).toHaveLength(2);
});
