import { afterAll, beforeAll, expect, test } from "vitest";
import { type KernelClient, startKernel } from "../../../../src/notebook/kernel/client/client.ts";

let kernel: KernelClient;
beforeAll(async () => void (kernel = await startKernel({ cwd: Deno.cwd() })));
afterAll(() => kernel.shutdown());

const lines = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i}\n`).join("");

test("of many printed lines none is lost, in order, and they come in few messages", async () => {
  let messages = 0;
  const onOutput = () => void messages++;
  const { outputs } = await kernel.execute("for (let i = 0; i < 32000; i++) console.log('line ' + i);", { onOutput });
  expect(outputs).toEqual([{ output_type: "stream", name: "stdout", text: lines("line", 32000) }]);
  expect(messages).toBeLessThan(1000);
});

test("what is shown, printed elsewhere or written raw stands where it belongs among many lines", async () => {
  const print = (name: string, way = "console.log") => `for (let i = 0; i < 90; i++) ${way}("${name} " + i);`;
  const { outputs } = await kernel.execute(`${print("a")}
    await Deno.jupyter.display({ "text/plain": "shown" }, { raw: true });
    ${print("b")} ${print("c", "console.error")} ${print("d")}
    Deno.stdout.writeSync(new TextEncoder().encode("raw\\n")); process.stdout.write("node\\n"); "result"`);
  expect(outputs).toMatchObject([
    { name: "stdout", text: lines("a", 90) },
    { data: { "text/plain": "shown" } },
    { name: "stdout", text: lines("b", 90) },
    { name: "stderr", text: lines("c", 90) },
    { name: "stdout", text: `${lines("d", 90)}raw\nnode\n` },
    { data: { "text/plain": '"result"' } },
  ]);
});

test("lines before an exit, and those of a timer that outlives its cell, arrive", async () => {
  const other = await startKernel({ cwd: Deno.cwd() });
  const text = lines("last", 200);
  const code = "for (let i = 0; i < 200; i++) console.log('last ' + i); Deno.exit(0)";
  expect(await other.execute(code)).toMatchObject({ status: "dead", outputs: [{ text }] });
  await kernel.execute("setTimeout(() => { for (let i = 0; i < 200; i++) console.log('last ' + i); }, 50);");
  expect(await kernel.settle(5)).toMatchObject({ outputs: [{ text }] });
});
