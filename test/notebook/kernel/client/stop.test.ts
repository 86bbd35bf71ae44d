// @slow: kernels, and files that take a while to read
import { afterAll, beforeAll, expect, test } from "vitest";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { type KernelClient, startKernel } from "../../../../src/notebook/kernel/client/client.ts";
import { PROGRESS_MIME, PROGRESS_VARIABLE } from "../../../../src/notebook/progress.ts";

const root = join(import.meta.dirname!, "../../../..");
let folder: string, kernel: KernelClient;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
  const rows = Array.from({ length: 200_000 }, (_, i) => {
    const time = new Date(1.7e12 + i * 60_000).toISOString();
    return [`c${i >> 3}`, `step ${i % 7}`, time, `r${i % 31}`, String((i * 7919) % 1_000_003)];
  });
  await Deno.writeTextFile(join(folder, "log.csv"), `case,activity,time,resource,amount\n${rows.join("\n")}\n`);
  const events = rows.map(([, name, time, resource, amount]) =>
    `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/>` +
    `<string key="org:resource" value="${resource}"/><int key="amount" value="${amount}"/></event>`
  );
  const traces = Array.from(
    { length: rows.length / 8 },
    (_, c) => `<trace><string key="concept:name" value="c${c}"/>${events.slice(8 * c, 8 * c + 8).join("")}</trace>`,
  );
  await Deno.writeFile(join(folder, "log.xes.gz"), gzipSync(`<log>${traces.join("\n")}</log>`));
  kernel = await startKernel({ cwd: root, stoppable: true, env: { [PROGRESS_VARIABLE]: "messages" } });
  const first = await kernel.execute(
    `import { discoverInductive, readInteractions, readLog, segmentTasks } from "tracebook";
    let kept = 0;
    const recording = await readInteractions("data/order-desk.csv");`,
  );
  expect(first.status).toBe("ok");
});
afterAll(async () => {
  await kernel.shutdown();
  await Deno.remove(folder, { recursive: true });
});

/** Runs code, presses Stop after a while, and says how that went. */
async function stopped(code: string, milliseconds: number) {
  await kernel.execute(`kept = ${milliseconds};`);
  const running = kernel.execute(code);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const wasAlive = await kernel.interrupt();
  const { error } = await running;
  const { outputs } = await kernel.execute("await new Promise((resolve) => setTimeout(resolve, 300)); kept");
  const late = outputs.filter((output) => "data" in output && PROGRESS_MIME in output.data);
  return { wasAlive, ename: error?.ename, late, kept: outputs.map((o) => "data" in o && o.data["text/plain"]) };
}

test.each([
  ["an XES.gz", (file: string) => `{ for (let round = 0; round < 40; round++) await readLog("${file}/log.xes.gz"); }`],
  ["a CSV", (file: string) => `{ for (let round = 0; round < 40; round++) await readLog("${file}/log.csv"); }`],
  // What runs after an await, in a cell of its own or in the library, is interrupted in other ways.
  [
    "segmentation",
    () =>
      "{ await new Promise((go) => setTimeout(go, 5)); for (let round = 0; round < 40; round++) await segmentTasks(recording); }",
  ],
  ["a loop after a wait", () => "{ await new Promise((go) => setTimeout(go, 5)); for (;;); }"],
  ["a function's loop after a wait", () => "{ await (async () => { await 0; for (;;); })() }"],
])("Stop at any moment of %s keeps the variables, and it is over", async (_, code) => {
  for (const milliseconds of [60, 150, 400, 700]) {
    expect(await stopped(code(folder), milliseconds)).toEqual({
      wasAlive: true,
      ename: "Interrupted",
      late: [],
      kept: [String(milliseconds)],
    });
  }
});

test.each(["native", "wasm"])(
  "a query (%s) that is stopped is over, and the log can be queried again",
  async (driver) => {
    const name = `${driver}Log`;
    const opened = await kernel.execute(
      `const ${name} = await readLog("data/order-to-cash.csv", { driver: "${driver}" });
    await ${name}.sql("SELECT 1");`,
    );
    expect(opened.status).toBe("ok");
    const long =
      `{ await ${name}.sql("SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range % 7 = b.range % 11"); }`;
    expect(await stopped(long, 300)).toMatchObject({ wasAlive: true, ename: "Interrupted", kept: ["300"] });
    const count =
      `String((await ${name}.sql("SELECT count(*) AS n FROM events")).get("n", 0)) === String(${name}.events)`;
    expect((await kernel.execute(count)).outputs).toMatchObject([{ data: { "text/plain": "true" } }]);
  },
);

test("work that an earlier cell began, and that was not stopped, goes on", async () => {
  await kernel.execute(`let other; void readLog("${folder}/log.csv").then((log) => other = log.events);`);
  await stopped("await new Promise(() => {});", 100);
  const { outputs } = await kernel.execute(
    "for (let i = 0; i < 300 && other === undefined; i++) await new Promise((go) => setTimeout(go, 100)); other",
  );
  expect(outputs).toMatchObject([{ data: { "text/plain": "200000" } }]);
});
