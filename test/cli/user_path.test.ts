/** Paths of the command line count from where the user stands, also through `deno task`. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;
let folder: string;
beforeAll(async () => {
  folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "tracebook-user-" }));
  await Deno.writeTextFile(
    join(folder, "orders.csv"),
    "case,activity,timestamp\n1,a,2025-01-01 08:00\n1,b,2025-01-02 08:00\n",
  );
});
afterAll(() => Deno.remove(folder, { recursive: true }));

async function deno(args: string[], { cwd = folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {}) {
  const { INIT_CWD: _, ...clean } = Deno.env.toObject();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    clearEnv: true,
    env: { ...clean, NO_COLOR: "1", ...env },
  }).output();
  return { code, out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr) };
}
const task = (...args: string[]) => deno(["task", "--quiet", `--config=${join(root, "deno.json")}`, ...args]);

test("tb reads and writes where it is called", async () => {
  const info = await task("tb", "info", "orders.csv", "--json");
  expect(JSON.parse(info.out)).toMatchObject({ cases: 1, events: 2 });
  const discovered = await task("tb", "discover", "inductive", "orders.csv", "--out", "tree.ptml");
  expect({ code: discovered.code, err: discovered.err }).toMatchObject({ code: 0 });
  expect((await Deno.stat(join(folder, "tree.ptml"))).isFile).toBe(true);
});

test("report finds a log from where it is called, and says where it looked", async () => {
  const { code, err } = await task("report", "--log", "missing.csv");
  expect(code).toBe(2);
  expect(err).toContain("missing.csv");
  const found = await task("report", "orders.csv", "--log", "orders.csv");
  // The log was found: what is wrong is that orders.csv is no notebook.
  expect(found.err).not.toContain("found none");
});

test("a folder chosen by whoever starts the command counts, whatever INIT_CWD was before", async () => {
  const main = join(root, "src/cli/main.ts");
  const run = (env: Record<string, string>, cwd: string) =>
    deno(["run", "-A", "--no-prompt", main, "info", "orders.csv", "--json"], { cwd, env });
  expect((await run({ INIT_CWD: root }, folder)).code).toBe(0);
  expect((await run({ INIT_CWD: folder }, root)).code).toBe(0);
  expect((await run({ INIT_CWD: join(folder, "gone") }, root)).code).toBe(2);
});
