import { afterAll, beforeAll, expect, test } from "vitest";
import { type KernelClient, startKernel } from "../../../../src/notebook/kernel/client/client.ts";
import type { Output } from "../../../../src/notebook/notebook.ts";
import { hasEnded, isRunning } from "../../books.ts";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await startKernel({ cwd: await Deno.makeTempDir() });
});
afterAll(() => kernel.shutdown());

const chart = `await Deno.jupyter.display({ "text/html": "<b>chart</b>" }, { raw: true });`;

test("1,000 lines, a chart and a result stay under their cell and in order, 20 times", async () => {
  for (let round = 0; round < 20; round++) {
    const { status, outputs } = await kernel.execute(
      `for (let i = 0; i < 1000; i++) console.log("${round}:" + i);\n${chart}\n"result ${round}"`,
    );
    expect(status).toBe("ok");
    expect(outputs.map(({ output_type }) => output_type)).toEqual(["stream", "display_data", "execute_result"]);
    const lines = Array.from({ length: 1000 }, (_, i) => `${round}:${i}\n`).join("");
    expect((outputs[0] as Output & { text: string }).text).toBe(lines);
    expect(outputs[1]).toMatchObject({ data: { "text/html": "<b>chart</b>" } });
    expect(outputs[2]).toMatchObject({ data: { "text/plain": `"result ${round}"` } });
  }
});

test("many small cells sent at once: no output is missing or under another cell", async () => {
  const cells = Array.from(
    { length: 30 },
    (_, cell) =>
      kernel.execute(
        `for (let i = 0; i < 20; i++) console.log("${cell}." + i);\n${chart.replace("chart", `${cell}`)}\n${cell}`,
      ),
  );
  for (const [cell, { outputs }] of (await Promise.all(cells)).entries()) {
    expect(outputs).toEqual([
      { output_type: "stream", name: "stdout", text: Array.from({ length: 20 }, (_, i) => `${cell}.${i}\n`).join("") },
      { output_type: "display_data", data: { "text/html": `<b>${cell}</b>` }, metadata: {} },
      {
        output_type: "execute_result",
        data: { "text/plain": `${cell}` },
        metadata: {},
        execution_count: expect.any(Number),
      },
    ]);
  }
});

test("what the kernel itself drops is kept: writes past console.log", async () => {
  const { outputs } = await kernel.execute(
    `process.stdout.write("a"); console.log("b"); Deno.stdout.writeSync(new TextEncoder().encode("c\\n")); console.error("d")`,
  );
  const texts = outputs.filter((output) => output.output_type === "stream").map(({ name, text }) => [name, text]);
  expect(texts).toEqual([["stdout", "ab\nc\n"], ["stderr", "d\n"]]);
});

test.each([
  ["a syntax error", "let a = 1;\nlet x = ;", "SyntaxError", /Expression expected/, [/let x = ;\n {8}\^/, /cell:2:9/]],
  ["an unclosed bracket", "foo(1, 2", "SyntaxError", /Expected ','/, [/cell:1/]],
  ["a module that is not there", `import x from "./nowhere.ts"`, "TypeError", /nowhere\.ts/, []],
  ["a name that the import map does not have", `import x from "no-such-name"`, "TypeError", /no-such-name/, []],
  [
    "an unknown package",
    `const a = 1;\nimport x from "npm:tracebook-has-no-such-package"`,
    "ImportError",
    /npm:tracebook-has-no-such-package/,
    [/cell:2:1/],
  ],
  ["a throw", "\n\nnull.x", "TypeError", /null/, [/cell:3:/]],
  [
    "a throw in a function behind types",
    "interface A {\n  b: number;\n}\nfunction f(a?: A) {\n\n  return a!.b;\n}\nf()",
    "TypeError",
    /undefined/,
    [
      /at f \(cell:6:/,
      /at cell:8:/,
    ],
  ],
  [
    "a throw in $display",
    `({ [Symbol.for("Jupyter.display")]() {\n throw new RangeError("no chart"); } })`,
    "RangeError",
    /^no chart$/,
    [/cell:2:/],
  ],
  [
    "a rejection in an asynchronous $display",
    `({ async [Symbol.for("Jupyter.display")]() { throw new Error("late") } })`,
    "Error",
    /^late$/,
    [],
  ],
  [
    "an unhandled rejection",
    `Promise.reject(new RangeError("nobody cares")); 1`,
    "RangeError",
    /Unhandled promise rejection: nobody cares/,
    [/cell:1:/],
  ],
  [
    "a rejected promise as result",
    `new Promise((_, no) => setTimeout(() => no(new Error("slow")), 20))`,
    "Error",
    /^slow$/,
    [],
  ],
  ["a throw in a timer", `setTimeout(() => { throw new Error("tick") }, 0); 1`, "Error", /^tick$/, []],
  ["a thrown text", `throw "just text"`, "Error", /^just text$/, []],
  ["a rejection that is no error", `Promise.reject({ code: 7 }); 1`, "Uncaught", /\{ code: 7 \}/, []],
  ["two declarations of a name", "let twice = 1; let twice = 2;", "SyntaxError", /twice/, []],
])("%s fails the cell, and says so", async (_, code, ename, evalue, traces) => {
  const { status, error, outputs } = await kernel.execute(code, { name: "cell" });
  expect(status).toBe("error");
  expect(error?.ename).toBe(ename);
  expect(error?.evalue).toMatch(evalue);
  for (const trace of traces) expect(error?.traceback.join("\n")).toMatch(trace);
  expect(error?.traceback.join("\n")).not.toMatch(/<anonymous>|ext:/);
  expect(outputs.filter(({ output_type }) => output_type === "error")).toHaveLength(1);
  expect((await kernel.execute("1")).status).toBe("ok");
});

test("output before a failure is kept", async () => {
  const { outputs } = await kernel.execute(`console.log("before"); throw new Error("after")`);
  expect(outputs.map(({ output_type }) => output_type)).toEqual(["stream", "error"]);
});

test("stack traces name the cell of each frame", async () => {
  await kernel.execute("// helpers\n\nfunction deep(): never {\n  throw new Error(`x`);\n}", { name: "cell 1" });
  const { error, origin } = await kernel.execute("const go = () => deep();\n\n\ngo();", { name: "cell 2" });
  expect(error?.traceback.slice(1)).toEqual([
    expect.stringMatching(/at deep \(cell 1:4:/),
    expect.stringMatching(/at go \(cell 2:1:/),
    expect.stringMatching(/at cell 2:4:1/),
  ]);
  expect(origin).toMatchObject({ cell: "cell 2", line: 1 });
});

test("a cell of braces is an object, or a block where it cannot be one", async () => {
  const shown = async (code: string) => (await kernel.execute(code)).outputs;
  expect(await shown("{ a: 1, b: 2 }")).toMatchObject([{ data: { "text/plain": "{ a: 1, b: 2 }" } }]);
  expect(await shown("{ const a = 1; console.log(a) }")).toMatchObject([{ text: "1\n" }]);
});

test("a promise as last expression is awaited", async () => {
  const { outputs } = await kernel.execute("new Promise((yes) => setTimeout(() => yes(42), 20))");
  expect(outputs).toMatchObject([{ output_type: "execute_result", data: { "text/plain": "42" } }]);
});

test("names that hide globals do no harm", async () => {
  const hiding = await startKernel({ cwd: Deno.cwd() });
  await hiding.execute(
    "const Symbol = 1, Error = 2, Promise = 3, String = 4, Object = 5, TextDecoder = 6, setTimeout = 7, JSON = 8;",
  );
  expect(await hiding.execute(`console.log("x"); 9`)).toMatchObject({ status: "ok", outputs: [{ text: "x\n" }, {}] });
  expect(await hiding.execute(`null.x`)).toMatchObject({ status: "error" });
  await hiding.shutdown();
});

test("a display is updated in place, also by a later cell", async () => {
  const show = (type: string, text: string) =>
    `await Deno.jupyter.broadcast("${type}", { data: { "text/plain": "${text}" }, metadata: {}, transient: { display_id: "bar" } })`;
  const { outputs } = await kernel.execute(show("display_data", "10 %"));
  await kernel.execute(show("update_display_data", "100 %"));
  expect(outputs).toMatchObject([{ data: { "text/plain": "100 %" } }]);
});

test("a cell that runs too long is interrupted, and the variables are kept", async () => {
  await kernel.execute("let kept = 7;");
  expect(await kernel.execute("while (true) {}", { timeoutSeconds: 1 })).toMatchObject({ status: "timeout" });
  expect(await kernel.execute("kept")).toMatchObject({ outputs: [{ data: { "text/plain": "7" } }] });
});

test("a kernel that ends during a cell is reported, with what it had shown", async () => {
  const other = await startKernel({ cwd: Deno.cwd() });
  const result = await other.execute(
    `console.log("last words"); await new Promise((go) => setTimeout(go, 200)); Deno.kill(Deno.pid, "SIGKILL"); await new Promise(() => {})`,
  );
  expect(result).toMatchObject({ status: "dead", outputs: [{ text: "last words\n" }] });
  expect(await other.ended).toMatchObject({ success: false, signal: "SIGKILL" });
  expect(await other.execute("1")).toMatchObject({ status: "dead" });
});

const noSignals = Deno.build.os === "windows";

test.skipIf(noSignals)("no kernel outlives a shutdown, even one that is busy", async () => {
  const other = await startKernel({ cwd: Deno.cwd() });
  const running = other.execute("while (true) {}");
  await other.shutdown();
  expect(await isRunning(other.pid)).toBe(false);
  expect(await running).toMatchObject({ status: "dead" });
});

test.skipIf(noSignals).each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL", "throw", "exit"])(
  "no kernel outlives a runner that ends by %s",
  async (how) => {
    const client = new URL("../../../../src/notebook/kernel/client/client.ts", import.meta.url).href;
    const last = how === "throw"
      ? `throw new Error("over")`
      : how === "exit"
      ? "Deno.exit(5)"
      : `await new Promise(() => {})`;
    const script = `import { startKernel } from ${JSON.stringify(client)};
      const kernel = await startKernel({ cwd: Deno.cwd() });
      kernel.execute("while (true) {}");
      setInterval(() => {}, 1000);
      await new Promise((go) => setTimeout(go, 300));
      console.log("pid", kernel.pid, "pid");
      ${last}`;
    const runner = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        `--config=${new URL("../../../../deno.json", import.meta.url).pathname}`,
        `data:application/typescript,${encodeURIComponent(script)}`,
      ],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    let said = "";
    for await (const chunk of runner.stdout) {
      said += new TextDecoder().decode(chunk);
      if (/pid \d+ pid/.test(said)) break;
    }
    const pid = Number(/pid (\d+) pid/.exec(said)?.[1]);
    expect(pid).toBeGreaterThan(0);
    if (how.startsWith("SIG")) runner.kill(how as Deno.Signal);
    await runner.status;
    expect(await hasEnded(pid)).toBe(true);
  },
  30_000,
);
