/** However a run ends, nothing of it is left: no process, no connection file, no file of the check. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { readNotebook } from "../../../src/notebook/notebook.ts";
import { runNotebook, type RunOptions } from "../../../src/notebook/run.ts";
import { book, code, type Folder, hasEnded, temporaryFolder } from "../books.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const noGroups = Deno.build.os === "windows";
const root = new URL("../../../", import.meta.url).pathname;

async function run(sources: string[], options: RunOptions = {}) {
  const path = await folder.save("nb.ipynb", book(...sources.map((source) => code(source))));
  return await runNotebook(path, { check: false, output: join(folder.path, "out.ipynb"), ...options });
}

test.each([
  ["a timer", `setTimeout(() => { throw new RangeError("too late") }, 300); "begun"`],
  [
    "a promise that nobody waits for",
    `new Promise((_, no) => setTimeout(no, 300, new RangeError("too late"))); "begun"`,
  ],
])("an error after the last cell fails the run and names the cell that began it: %s", async (_, begin) => {
  const { status, exitCode, failure, notebook } = await run([begin, "2"]);
  expect({ status, exitCode }).toEqual({ status: "cell failed", exitCode: 1 });
  expect(failure).toMatchObject({ cell: 1, line: 1, ename: "RangeError", evalue: expect.stringMatching(/too late/) });
  expect(notebook.cells[1]!.outputs!.at(-1)).toMatchObject({ output_type: "error", ename: "RangeError" });
  expect(await readNotebook(join(folder.path, "out.ipynb"))).toEqual(notebook);
});

test("what is printed after the last cell is kept below it", async () => {
  const { status, notebook } = await run([`setTimeout(() => console.log("late"), 200); 1`, `console.log("last")`]);
  expect(status).toBe("ok");
  const texts = notebook.cells.map(({ outputs }) =>
    outputs!.flatMap((one) => "text" in one ? [one.text] : []).join("")
  );
  expect(texts).toEqual(["", "last\nlate\n"]);
});

test("a timer that goes on for ever ends with the run, which says so", async () => {
  const told: string[] = [];
  const { status } = await run(["setInterval(() => {}, 50); 1"], {
    onProgress: (progress) => progress.step === "working" && told.push(progress.text),
  });
  expect(status).toBe("ok");
  expect(told).toEqual([expect.stringMatching(/still at work/)]);
});

test.skipIf(noGroups)("processes that cells have started end with the run", async () => {
  const start =
    `const child = new Deno.Command("sleep", { args: ["600"] }).spawn(); child.unref(); console.log(child.pid);`;
  for (const end of ["1", `throw new Error("no")`, "Deno.exit(0)"]) {
    const { notebook } = await run([start, end]);
    const [text] = notebook.cells.flatMap(({ outputs }) => outputs ?? []).flatMap((one) =>
      "text" in one ? [one.text] : []
    );
    expect(Number(text)).toBeGreaterThan(0);
    expect(await hasEnded(Number(text))).toBe(true);
  }
});

test("a cell that ends the kernel: exit code 3, and what it had printed", async () => {
  const { exitCode, failure, notebook } = await run([`console.log("last words"); Deno.exit(0)`, "1"]);
  expect(exitCode).toBe(3);
  expect(failure).toMatchObject({ cell: 1, evalue: expect.stringMatching(/exit code 0.*calls Deno\.exit/) });
  expect(notebook.cells[1]!.outputs).toMatchObject([{ text: "last words\n" }, { ename: "KernelDied" }]);
});

test.each([
  ["JavaScript's objects", "const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random()));"],
  ["typed arrays", "const kept = []; for (;;) kept.push(new Float64Array(1e6).fill(1));"],
])("a cell that takes memory without end ends in one sentence: %s", async (_, source) => {
  const { exitCode, failure } = await run([source], { memoryGigabytes: 0.8 });
  expect(exitCode).toBe(3);
  expect(failure).toMatchObject({ cell: 1, ename: "OutOfMemory" });
  expect(failure!.evalue).toMatch(/^The cell ran out of memory\. A run may have 0\.8 GB/);
  expect(failure!.traceback).toEqual([`OutOfMemory: ${failure!.evalue}`]);
});

test.skipIf(noGroups).each([
  ["SIGKILL", "while the cells are checked", "--timeout=600"],
  ["SIGKILL", "in the middle of a cell", "--no-check"],
  ["SIGTERM", "while the cells are checked", "--timeout=600"],
  ["SIGTERM", "in the middle of a cell", "--no-check"],
])("%s to a run %s leaves no file and no process", async (signal, _, option) => {
  const temporary = await Deno.makeTempDir({ dir: folder.path });
  const bare = await Deno.makeTempDir();
  // The module of the check lies in the user's cache; Deno's own cache stays where it is.
  const cache = await Deno.makeTempDir();
  const notebook = await folder.save(
    "killed.ipynb",
    book(code(`const child = new Deno.Command("sleep", { args: ["600"] }).spawn(); console.log(child.pid, Deno.pid);
Deno.writeTextFileSync(${JSON.stringify(join(folder.path, "pids"))}, child.pid + " " + Deno.pid); while (true) {}`)),
  );
  await Deno.copyFile(notebook, join(bare, "killed.ipynb"));
  await Deno.remove(join(folder.path, "pids")).catch(() => {});
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      `--config=${root}deno.json`,
      `${root}src/cli/main.ts`,
      "run",
      join(bare, "killed.ipynb"),
      option,
    ],
    env: { ...cachesIn(cache), TMPDIR: temporary, NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const names = async (path: string) => (await Array.fromAsync(Deno.readDir(path))).map(({ name }) => name);
  const isThere = async () =>
    option === "--no-check"
      ? await Deno.stat(join(folder.path, "pids")).then(() => true, () => false)
      : (await checks(cache)).length > 0;
  while (!await isThere()) await new Promise((go) => setTimeout(go, 10));
  child.kill(signal as Deno.Signal);
  await child.status;
  if (option === "--no-check") {
    for (const pid of (await Deno.readTextFile(join(folder.path, "pids"))).split(" ")) {
      expect(await hasEnded(Number(pid))).toBe(true);
    }
  }
  const left = async () => [
    ...await names(temporary),
    ...(await names(bare)).filter((name) => name !== "killed.ipynb"),
    ...await checks(cache),
  ];
  for (let i = 0; i < 100 && (await left()).length > 0; i++) await new Promise((go) => setTimeout(go, 100));
  expect(await left()).toEqual([]);
  await Deno.remove(bare, { recursive: true });
  await Deno.remove(cache, { recursive: true });
}, 60_000);

/** The variables that say where caches are, on each system, with Deno's own as it is. */
function cachesIn(folder: string): Record<string, string> {
  const { stdout } = new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).outputSync();
  const { denoDir } = JSON.parse(new TextDecoder().decode(stdout)) as { denoDir: string };
  return { DENO_DIR: denoDir, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
}

/** Modules of checks in a cache. */
async function checks(folder: string): Promise<string[]> {
  const found: string[] = [];
  const look = async (path: string): Promise<void> => {
    for await (const { name, isDirectory } of Deno.readDir(path)) {
      if (isDirectory) await look(join(path, name)).catch(() => {});
      else if (/^check-\d+\.ts$/.test(name)) found.push(name);
    }
  };
  await look(folder);
  return found;
}
