import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { readNotebook } from "../../src/notebook/notebook.ts";
import { runNotebook, type RunOptions } from "../../src/notebook/run.ts";
import type { Cell } from "../../src/notebook/notebook.ts";
import { book, code, type Folder, hasEnded, markdown, temporaryFolder } from "./books.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function run(cells: Cell[], options: RunOptions = {}) {
  const path = await folder.save("nb.ipynb", book(...cells));
  const output = `${folder.path}/out.ipynb`;
  const result = await runNotebook(path, { output, ...options });
  expect(await readNotebook(output)).toEqual(result.notebook);
  return result;
}

const chart = `await Deno.jupyter.display({ "text/html": "<b>chart</b>" }, { raw: true });`;

test("a notebook runs in its folder, with parameters, and keeps 1,000 lines and the chart", async () => {
  const progress: unknown[] = [];
  const { status, exitCode, notebook } = await run([
    markdown("# Many lines"),
    code("let lines: number = 10; // how many\nlet name: string = 'x';", "parameters"),
    code(`for (let i = 0; i < lines; i++) console.log(name + i);\n${chart}`),
    code("// Where am I\nDeno.cwd()"),
  ], { parameters: { lines: "1000", name: "line " }, onProgress: (step) => progress.push(step) });
  expect({ status, exitCode }).toEqual({ status: "ok", exitCode: 0 });
  expect(notebook.cells[2]).toMatchObject({
    metadata: { tags: ["injected-parameters"] },
    outputs: [],
    execution_count: 2,
  });
  expect(notebook.cells[3]).toMatchObject({
    execution_count: 3,
    outputs: [
      { output_type: "stream", text: Array.from({ length: 1000 }, (_, i) => `line ${i}\n`).join("") },
      { output_type: "display_data", data: { "text/html": "<b>chart</b>" } },
    ],
  });
  expect(JSON.stringify(notebook.cells[4]!.outputs)).toContain(await Deno.realPath(folder.path));
  expect(progress.filter((step) => (step as { step: string }).step === "cell")).toEqual([
    { step: "cell", number: 1, total: 4, name: "Parameters" },
    { step: "cell", number: 2, total: 4, name: "Parameters" },
    { step: "cell", number: 3, total: 4, name: "Many lines" },
    { step: "cell", number: 4, total: 4, name: "Where am I" },
  ]);
});

test.each([
  ["a syntax error", "let x = ;", "SyntaxError", /Expression expected/, true],
  [
    "an unknown package",
    `import x from "npm:tracebook-has-no-such-package"`,
    "ImportError",
    /tracebook-has-no-such-package/,
    true,
  ],
  ["a type error", `const n: number = "text";`, "TS2322", /not assignable/, true],
  ["a syntax error, unchecked", "let x = ;", "SyntaxError", /Expression expected/, false],
  [
    "an unknown package, unchecked",
    `import x from "npm:tracebook-has-no-such-package"`,
    "ImportError",
    /no-such-package/,
    false,
  ],
  [
    "a throw in $display",
    `({ [Symbol.for("Jupyter.display")]() { throw new Error("no chart") } })`,
    "Error",
    /no chart/,
    false,
  ],
  ["an unhandled rejection", `Promise.reject(new Error("nobody cares")); 1`, "Error", /nobody cares/, false],
])("%s fails the run with the message and the cell", async (_, source, ename, evalue, check) => {
  const { status, exitCode, failure, notebook } = await run([
    markdown("# Notebook"),
    code("console.log('first')"),
    code(`// The bad one\n${source}`),
    code("console.log('never')"),
  ], { check });
  expect({ status, exitCode }).toEqual({ status: "cell failed", exitCode: 1 });
  expect(failure).toMatchObject({ cell: 3, name: "The bad one", ename });
  expect(failure!.evalue).toMatch(evalue);
  expect(notebook.cells[0]).toMatchObject({ cell_type: "markdown", metadata: { tags: ["run-failure"] } });
  expect(notebook.cells[0]!.source).toMatch(/stopped at cell 3.*\(The bad one\)/);
  expect(notebook.cells[0]!.source).toMatch(evalue);
  expect(notebook.cells[2]!.outputs).toHaveLength(check ? 0 : 1);
  expect(notebook.cells[3]!.outputs!.at(-1)).toMatchObject({ output_type: "error", ename });
  expect(notebook.cells[4]!.outputs).toEqual([]);
});

test("an unknown parameter or a wrong type runs nothing and lists the parameters", async () => {
  const path = await folder.save("p.ipynb", book(code("let n: number = 1; // size", "parameters")));
  for (const parameters of [{ m: 1 }, { n: "x" }]) {
    const output = `${folder.path}/never.ipynb`;
    const error = await runNotebook(path, { parameters, output }).catch((error) => error);
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(/n: number = 1 {2}size/);
    await expect(Deno.stat(output)).rejects.toThrow();
  }
});

test("a kernel that is killed: exit code 3, the partial notebook kept, nothing left running", async () => {
  const { status, exitCode, failure, notebook } = await run([
    code("console.log(Deno.pid)"),
    code(
      `console.log("busy"); await new Promise((go) => setTimeout(go, 100)); Deno.kill(Deno.pid, "SIGKILL"); while (true) {}`,
    ),
    code("1"),
  ], { check: false });
  expect({ status, exitCode }).toEqual({ status: "kernel died", exitCode: 3 });
  expect(failure).toMatchObject({ cell: 2, ename: "KernelDied", evalue: expect.stringMatching(/SIGKILL/) });
  expect(notebook.cells[2]!.outputs).toMatchObject([{ text: "busy\n" }, { output_type: "error", ename: "KernelDied" }]);
  const pid = Number((notebook.cells[1]!.outputs![0] as { text: string }).text);
  expect(await hasEnded(pid)).toBe(true);
});

test.each([{ cellTimeoutSeconds: 1 }, { timeoutSeconds: 4 }])("past %o: exit code 124", async (options) => {
  const cells = [code(`console.log("on it"); await new Promise(() => {});`), code("1")];
  const { status, exitCode, failure, notebook } = await run(cells, { check: false, ...options });
  expect({ status, exitCode }).toEqual({ status: "timeout", exitCode: 124 });
  expect(failure).toMatchObject({ cell: 1, ename: "Timeout" });
  expect(notebook.cells[1]!.outputs!.at(-1)).toMatchObject({ output_type: "error", ename: "Timeout" });
});

test("a kernel that cannot start: exit code 3, and the reason", async () => {
  await Deno.mkdir(`${folder.path}/broken`);
  await Deno.writeTextFile(`${folder.path}/broken/deno.json`, "{ broken");
  const path = await folder.save("broken/nb.ipynb", book(code("1")));
  const { exitCode, failure } = await runNotebook(path, { check: false });
  expect(exitCode).toBe(3);
  expect(failure!.evalue).toMatch(/deno\.json/);
});

test("the output is saved after every cell", async () => {
  const { notebook } = await run([
    code("console.log('one')"),
    code(
      `await new Promise((go) => setTimeout(go, 300)); JSON.parse(Deno.readTextFileSync("out.ipynb")).cells[0].outputs[0].text[0]`,
    ),
  ], { check: false });
  expect(notebook.cells[1]!.outputs).toMatchObject([{ data: { "text/plain": `"one\\n"` } }]);
});

test("a cell tagged raises-exception may fail; a notebook run again starts afresh", async () => {
  const first = await run([code(`throw new Error("as told")`, "raises-exception"), code("2"), code("throw 3")], {
    check: false,
  });
  expect(first.failure).toMatchObject({ cell: 3 });
  const path = await folder.save("again.ipynb", first.notebook);
  const second = await runNotebook(path, { check: false });
  expect(second.failure).toMatchObject({ cell: 3 });
  expect(second.notebook).toEqual(first.notebook);
});

test.each([
  ["the kernel", "SIGKILL", 3],
  ["the runner itself", "SIGKILL", undefined],
  ["the runner itself, politely", "SIGTERM", 143],
])(
  "kill %s (%s) in the middle of a cell: the partial notebook is kept and nothing runs on",
  async (who, signal, exitCode) => {
    const notebook = await folder.save(
      "endless.ipynb",
      book(
        code("// First\nconsole.log('first')"),
        code(`console.log("busy"); Deno.writeTextFileSync("pid.txt", String(Deno.pid)); while (true) {}`),
        code("console.log('never')"),
      ),
    );
    const pidFile = `${folder.path}/pid.txt`;
    await Deno.remove(pidFile).catch(() => {});
    const root = new URL("../../", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", `--config=${root}deno.json`, `${root}src/cli/main.ts`, "run", notebook].concat(
        ["--no-check", "-o", `${folder.path}/partial.ipynb`, "--html", `${folder.path}/partial.html`],
      ),
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const stderr = new Response(child.stderr).text();
    let pid = 0;
    while (pid === 0) {
      await new Promise((go) => setTimeout(go, 50));
      pid = Number(await Deno.readTextFile(pidFile).catch(() => "0"));
    }
    Deno.kill(who === "the kernel" ? pid : child.pid, signal as Deno.Signal);
    const status = await child.status;
    if (exitCode !== undefined) expect(status.code, await stderr).toBe(exitCode);
    expect(await hasEnded(pid)).toBe(true);
    const { cells } = await readNotebook(`${folder.path}/partial.ipynb`);
    const texts = cells.map(({ outputs }) =>
      outputs?.map((output) => "text" in output ? output.text : output.output_type)
    );
    if (who === "the kernel") {
      expect(texts).toEqual([undefined, ["first\n"], ["busy\n", "error"], []]);
      expect(cells[0]!.source).toMatch(/stopped at cell 2.*the kernel died/);
      expect(await stderr).toMatch(/kernel died at cell 2[\s\S]*SIGKILL/);
      expect(await Deno.readTextFile(`${folder.path}/partial.html`)).toMatch(/stopped at cell 2/);
    } else expect(texts).toEqual([["first\n"], [], []]);
  },
  60_000,
);
