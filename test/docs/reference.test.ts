import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examplesOf, exportedNames } from "../../docs/make/reference.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
const examples: { name: string; file: string; code: string }[] = [];

beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-examples-" });
  await Deno.symlink(join(root, "data"), join(folder, "data"));
  for (const exported of await exportedNames()) {
    for (const [i, code] of examplesOf(exported).entries()) {
      const name = `${exported.name}_${i + 1}`;
      const file = join(folder, `${name}.ts`);
      await Deno.writeTextFile(file, code + "\nexport {};\n");
      examples.push({ name, file, code });
    }
  }
}, 60_000);

afterAll(() => Deno.remove(folder, { recursive: true }));

async function deno(...args: string[]) {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  return { success, stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
}

test("every exported function and class is described", async () => {
  const silent = (await exportedNames()).filter(({ kind, doc }) => ["function", "class"].includes(kind) && doc === "");
  expect(silent.map(({ name }) => name)).toEqual([]);
}, 60_000);

test("examples have the types they need", async () => {
  expect(examples.length).toBeGreaterThan(30);
  const { stderr } = await deno("check", "--config", join(root, "deno.json"), ...examples.map(({ file }) => file));
  // An example may name what it does not go on to use.
  const errors = [...stderr.matchAll(/^(?:(TS\d+) \[ERROR\]|error: (?!Type checking failed))[\s\S]*?\n\s+at .*$/gm)]
    .filter(([, code]) => !["TS6133", "TS6198"].includes(code!)).map(([text]) => text);
  expect(errors).toEqual([]);
  expect(stderr).toContain("Check ");
}, 180_000);

test("examples run, and give what their comments say", async () => {
  // One process: each of its own would load and compile everything again.
  const runner = join(folder, "run_all.ts");
  await Deno.writeTextFile(
    runner,
    `const failed: string[] = [];
console.log = () => {};
for (const [name, file] of ${JSON.stringify(examples.map(({ name, file }) => [name, pathToFileURL(file).href]))}) {
  try {
    await import(file!);
  } catch (error) {
    failed.push(name + ": " + error);
  }
}
await Deno.writeTextFile("failed.json", JSON.stringify(failed));
Deno.exit();
`,
  );
  for (const { file, code } of examples) await Deno.writeTextFile(file, withExpectations(code) + "\nexport {};\n");
  const map = await sharingLogs();
  const config = join(root, "deno.json");
  const { stderr } = await deno("run", "-A", "--no-check", "--config", config, "--import-map", map, runner);
  const failed = await readFile(join(folder, "failed.json"), "utf8").catch(() => stderr);
  expect(JSON.parse(failed)).toEqual([]);
}, 300_000);

/**
 * An import map by which examples that read the same file have the same log, so that its tasks are searched for once.
 * All else of `tracebook` is as it is.
 */
async function sharingLogs(): Promise<string> {
  const source = (path: string) => pathToFileURL(join(root, "src", path)).href;
  const sharing = join(folder, "sharing_logs.ts");
  await Deno.writeTextFile(
    sharing,
    `export * from "${source("mod.ts")}";
import * as tracebook from "${source("mod.ts")}";
import { foundTasks } from "${source("taskmining/instances/found_tasks.ts")}";

const logs = new Map();
export function readInteractions(file, options) {
  if (typeof file !== "string") return tracebook.readInteractions(file, options);
  const key = JSON.stringify([file, options]);
  if (!logs.has(key)) logs.set(key, tracebook.readInteractions(file, options));
  return logs.get(key);
}
export function segmentTasks(log, options) {
  return options === undefined ? foundTasks(log) : tracebook.segmentTasks(log, options);
}
`,
  );
  const { imports } = JSON.parse(await readFile(join(root, "deno.json"), "utf8")) as {
    imports: Record<string, string>;
  };
  const file = join(folder, "sharing_logs.json");
  await Deno.writeTextFile(file, JSON.stringify({ imports: { ...imports, tracebook: pathToFileURL(sharing).href } }));
  return file;
}

/** `expression; // value` becomes a comparison where the value is a literal. */
function withExpectations(code: string): string {
  return code.replace(
    /^(?!(?:const|let|import)\b)(\S[^\n]*); \/\/ ("[^"…]*"|\d+|\d+ \/ \d+|\["[^"…]*"\])$/gm,
    (line, expression: string, value: string) =>
      expression.startsWith("console.log(") ? line : `{
  const [found, expected] = [${expression}, ${value}].map((each) => JSON.stringify(each));
  if (found !== expected) throw new Error(\`expected \${expected} but found \${found}\`);
}`,
  );
}
