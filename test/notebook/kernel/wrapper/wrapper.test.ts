import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { hasEnded } from "../../books.ts";
import { type FrontEnd, startFrontEnd, summary } from "../front_end.ts";

let kernel: FrontEnd;
let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
  await Deno.writeTextFile(join(folder, "deno.json"), "{}");
  kernel = await startFrontEnd({ cwd: folder });
}, 60_000);
afterAll(async () => {
  await kernel.close();
  await Deno.remove(folder, { recursive: true });
});

const chart = (name: string) => `await Deno.jupyter.display({ "text/html": "<b>${name}</b>" }, { raw: true });`;
const lines = (count: number, start = "") => Array.from({ length: count }, (_, i) => `${start}${i}\n`).join("");

test("cells sent at once: every output is under its cell, in order, before idle", async () => {
  for (let round = 0; round < 3; round++) {
    const ran = await Promise.all(Array.from({ length: 30 }, (_, cell) => {
      const name = `${round}.${cell}`;
      return kernel.run(`for (let i = 0; i < 20; i++) console.log("${name}." + i);\n${chart(name)}\n"${name}"`);
    }));
    for (const [cell, { before, all }] of ran.entries()) {
      const name = `${round}.${cell}`;
      expect(summary(before)).toEqual([
        `stdout: ${lines(20, `${name}.`)}`,
        `display_data: "<b>${name}</b>"`,
        `execute_result: "\\"${name}\\""`,
      ]);
      expect(all()).toEqual(before);
    }
  }
});

test("2,000 lines of one cell are kept", async () => {
  const { before } = await kernel.run(`for (let i = 0; i < 2000; i++) console.log(i);\n${chart("end")}`);
  expect(summary(before)).toEqual([`stdout: ${lines(2000)}`, `display_data: "<b>end</b>"`]);
});

test.each([
  [
    "a syntax error",
    "let a = 1;\nlet x = ;",
    "SyntaxError",
    /Expression expected/,
    /let x = ;\n {8}\^\n.*In\[\d+\]:2:9/,
  ],
  ["a throw", "\n\nnull.x", "TypeError", /null/, /In\[\d+\]:3:6/],
  ["a throw behind an await", "await 1; await (async () => null)(); null.x", "TypeError", /null/, /In\[\d+\]:1:43/],
  ["an unknown package", `import x from "npm:tracebook-has-no-such-package"`, "ImportError", /no-such-package/, /:1:1/],
  [
    "a throw in $display",
    `({ [Symbol.for("Jupyter.display")]() { throw new Error("no") } })`,
    "Error",
    /^no$/,
    /:1:\d/,
  ],
  ["an unhandled rejection", `Promise.reject(new RangeError("alas")); 1`, "RangeError", /rejection: alas/, /:1:\d/],
])("%s is an error message, and the reply says error", async (_, code, ename, evalue, trace) => {
  const { reply, before } = await kernel.run(code);
  const errors = before.filter(({ type }) => type === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]!.content).toEqual({
    ename,
    evalue: expect.stringMatching(evalue),
    traceback: expect.any(Array),
  });
  expect((errors[0]!.content.traceback as string[]).join("\n")).toMatch(trace);
  expect(reply).toMatchObject({ status: "error", ...errors[0]!.content });
});

test("cells that wait for one that fails are not run, unless they are told to", async () => {
  await kernel.run("let runs = 0;");
  const [failed, ...waiting] = await Promise.all([kernel.run("throw 1"), kernel.run("runs++"), kernel.run("runs++")]);
  expect(failed!.reply.status).toBe("error");
  for (const { reply, before } of waiting) {
    expect(reply.status).toBe("aborted");
    expect(before).toEqual([]);
  }
  await Promise.all([kernel.run("throw 1", { stop_on_error: false }), kernel.run("runs++")]);
  expect(summary((await kernel.run("runs")).before)).toEqual([`execute_result: "1"`]);
});

test("a promise as last expression is awaited, and shown without colours", async () => {
  const { before } = await kernel.run("Promise.resolve({ a: 1 })");
  expect(summary(before)).toEqual([`execute_result: "{ a: 1 }"`]);
});

test("colours where asked", async () => {
  const other = await startFrontEnd({ env: { FORCE_COLOR: "1", NO_COLOR: "" } });
  try {
    expect(summary((await other.run("1")).before)[0]).toContain("\\u001b[33m");
  } finally {
    await other.close();
  }
});

test.each([
  ["a synchronous loop", "while (true) {}"],
  ["a wait", "await new Promise(() => {})"],
  ["a promise as last expression", "new Promise(() => {})"],
  ["a loop over what never comes", "for await (const x of (async function* () { await new Promise(() => {}) })()) x;"],
])("Stop ends %s, and variables are kept", async (_, code) => {
  await kernel.run("let kept = 7;");
  const running = kernel.run(`console.log("on it"); ${code}`);
  await kernel.next(({ content }) => content.text === "on it\n");
  const stopped = await kernel.ask("interrupt_request", {}, "control");
  expect(stopped.reply).toEqual({ status: "ok" });
  const { reply, before } = await running;
  expect(reply).toMatchObject({ status: "error", ename: "Interrupted", evalue: expect.stringMatching(/are kept/) });
  expect(before.map(({ type }) => type)).toEqual(["execute_input", "stream", "error"]);
  expect(summary((await kernel.run("kept")).before)).toEqual([`execute_result: "7"`]);
});

test("what cannot be stopped otherwise ends the kernel, which says so and starts anew", async () => {
  const other = await startFrontEnd();
  try {
    // A process that is waited for without await: neither the language nor the kernel can break that off.
    const running = other.run(`console.log("on it"); new Deno.Command("sleep", { args: ["600"] }).outputSync()`);
    await other.next(({ content }) => content.text === "on it\n");
    await other.sockets.interrupt();
    expect((await running).reply).toMatchObject({ ename: "Interrupted", evalue: expect.stringMatching(/are lost/) });
    expect(summary((await other.run("1 + 1")).before)).toEqual([`execute_result: "2"`]);
    const dead = await other.run("Deno.exit(3)");
    expect(dead.reply).toMatchObject({ ename: "KernelDied", evalue: expect.stringMatching(/exit code 3.*are lost/) });
    expect(summary((await other.run("1 + 1")).before)).toEqual([`execute_result: "2"`]);
  } finally {
    await other.close();
  }
}, 60_000);

test("a control in the page calls a function in the kernel and is updated by it", async () => {
  const module = new URL("../../../../src/viz/widgets/widget.ts", import.meta.url).href;
  const opened = kernel.next(({ header }) => header.msg_type === "comm_open");
  const shown = await kernel.run(`import { widget } from "${module}";
    let seen = 0;
    widget({
      esm: "export default {}",
      state: { value: 20, text: "" },
      onChange({ value }, self) { seen = value; console.log("heard"); self.set({ text: String(2 * value) }); },
      onMessage(content, self) { self.send({ echo: content }); },
    })`);
  const { content: { comm_id, target_name, data } } = await opened;
  expect(target_name).toBe("jupyter.widget");
  expect(data).toMatchObject({
    state: { _model_module: "anywidget", _model_name: "AnyModel", _esm: "export default {}", value: 20, text: "" },
    buffer_paths: [],
  });
  expect(shown.before.find(({ type }) => type === "execute_result")!.content.data).toMatchObject({
    "application/vnd.jupyter.widget-view+json": { version_major: 2, model_id: comm_id },
    "text/plain": expect.any(String),
  });
  const info = async () => (await kernel.ask("comm_info_request", { target_name: "jupyter.widget" })).reply.comms;
  expect(await info()).toEqual({ [comm_id as string]: { target_name: "jupyter.widget" } });

  const answers = async (data: unknown) => {
    const from = kernel.messages.length;
    kernel.sockets.send("shell", "comm_msg", { comm_id, data });
    await kernel.run("0");
    return kernel.messages.slice(from).filter(({ header }) => header.msg_type === "comm_msg").map(({ content }) =>
      content.data
    );
  };
  expect(await answers({ method: "update", state: { value: 21 }, buffer_paths: [] })).toEqual([
    { method: "echo_update", state: { value: 21 }, buffer_paths: [] },
    { method: "update", state: { text: "42" }, buffer_paths: [] },
  ]);
  expect(summary((await kernel.run("seen")).before)).toEqual([`execute_result: "21"`]);
  expect(await answers({ method: "custom", content: "hello" })).toEqual([{
    method: "custom",
    content: { echo: "hello" },
  }]);
  expect(await answers({ method: "request_state" })).toMatchObject([{
    method: "update",
    state: { text: "42", value: 21 },
  }]);

  kernel.sockets.send("shell", "comm_close", { comm_id, data: {} });
  expect(await info()).toEqual({});
});

test("a comm that nobody takes is closed", async () => {
  const closed = kernel.next(({ header }) => header.msg_type === "comm_close");
  kernel.sockets.send("shell", "comm_open", { comm_id: "stray", target_name: "nobody", data: {} });
  expect((await closed).content).toMatchObject({ comm_id: "stray" });
});

test("an edited source file is loaded anew by the next import, with those that import it and no others", async () => {
  const write = (name: string, text: string) => Deno.writeTextFile(join(folder, name), text);
  await write("rate.ts", "export const rate = 1;");
  await write("state.ts", "export const state = { count: 0 };");
  await write(
    "price.ts",
    `import { rate } from "./rate.ts"; import { state } from "./state.ts";
    state.count++; export const price = 10 * rate; export { state };`,
  );
  const cell = `import { price, state } from "./price.ts"; [price, state.count].join()`;
  const value = async () => summary((await kernel.run(cell)).before);
  expect(await value()).toEqual([`execute_result: "\\"10,1\\""`]);
  expect(await value()).toEqual([`execute_result: "\\"10,1\\""`]);
  await write("rate.ts", "export const rate = 25;");
  expect(await value()).toEqual([`execute_result: "\\"250,2\\""`]);
  await write("rate.ts", "export const rate = ;");
  expect((await kernel.run(cell)).reply).toMatchObject({ status: "error" });
  await write("rate.ts", "export const rate = 3.5;");
  expect(await value()).toEqual([`execute_result: "\\"35,3\\""`]);
});

test("output of a timer after its cell goes to the last cell", async () => {
  const late = kernel.next(({ content }) => content.text === "late\n");
  const { all } = await kernel.run(`setTimeout(() => console.log("late"), 100); 1`);
  await late;
  expect(summary(all())).toContain("stdout: late\n");
});

test("prompt asks the front end", async () => {
  kernel.sockets.onInput = (prompt) => Promise.resolve(`answer to ${prompt}`);
  const { before } = await kernel.run(`prompt("colour?")`, { allow_stdin: true });
  expect(summary(before)).toEqual([`execute_result: "\\"answer to colour?\\""`]);
});

test("what other requests get", async () => {
  expect((await kernel.ask("kernel_info_request", {})).reply).toMatchObject({
    status: "ok",
    protocol_version: "5.3",
    language_info: { name: "typescript", file_extension: ".ts" },
  });
  expect((await kernel.ask("is_complete_request", { code: "foo(" })).reply).toMatchObject({ status: "incomplete" });
  expect((await kernel.ask("complete_request", { code: "Math.flo", cursor_pos: 8 })).reply.matches).toContain("floor");
  expect((await kernel.ask("inspect_request", { code: "Math", cursor_pos: 2, detail_level: 0 })).reply.status).toBe(
    "ok",
  );
  expect((await kernel.ask("history_request", {})).reply).toEqual({ status: "ok", history: [] });
  expect((await kernel.ask("no_such_request", {})).reply).toMatchObject({ status: "error" });
});

test.skipIf(Deno.build.os === "windows").each(["shutdown", "SIGTERM", "SIGKILL"])(
  "nothing is left running after %s, even in the middle of a cell",
  async (how) => {
    const other = await startFrontEnd();
    const started = other.next(({ content }) => content.text === "on it\n");
    other.run(`console.log("on it"); while (true) {}`);
    await started;
    const children = await other.children();
    expect(children.length).toBeGreaterThan(0);
    if (how === "shutdown") {
      const { reply } = await other.ask("shutdown_request", { restart: true }, "control");
      expect(reply).toEqual({ status: "ok", restart: true });
    } else {
      other.process.kill(how as Deno.Signal);
    }
    expect(await hasEnded(other.pid)).toBe(true);
    for (const pid of children) expect(await hasEnded(pid)).toBe(true);
    await other.close();
  },
);

test.skipIf(Deno.build.os === "windows")(
  "nothing is left running when a kernel is killed while it starts",
  async () => {
    const other = await startFrontEnd();
    const children = await other.children();
    other.process.kill("SIGKILL");
    for (const pid of children) expect(await hasEnded(pid)).toBe(true);
    await other.close();
  },
);

test.skipIf(Deno.build.os === "windows")("a kernel ends when the front end that started it is killed", async () => {
  const helper = new URL("../front_end.ts", import.meta.url).href;
  const config = new URL("../../../../deno.json", import.meta.url).pathname;
  const script = `import { startFrontEnd } from ${JSON.stringify(helper)};
    const other = await startFrontEnd({ env: { JPY_PARENT_PID: String(Deno.pid) } });
    await other.run("1");
    console.log("pids", other.pid, (await other.children()).join(" "), "pids");
    await new Promise(() => setInterval(() => {}, 1000));`;
  const frontEnd = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `--config=${config}`, `data:application/typescript,${encodeURIComponent(script)}`],
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let said = "";
  for await (const chunk of frontEnd.stdout) {
    said += new TextDecoder().decode(chunk);
    if (/pids [\d ]+ pids/.test(said)) break;
  }
  frontEnd.kill("SIGKILL");
  await frontEnd.status;
  for (const pid of /pids ([\d ]+) pids/.exec(said)![1]!.split(" ")) expect(await hasEnded(Number(pid))).toBe(true);
});
