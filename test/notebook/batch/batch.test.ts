import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../../src/base/errors.ts";
import { runCommand } from "../../../src/cli/commands/run.ts";
import { type BatchRun, runBatch } from "../../../src/notebook/batch/batch.ts";
import type { BatchEntry } from "../../../src/notebook/batch/batch_entry.ts";
import { runsForEachFile, runsForEachRow } from "../../../src/notebook/batch/batch_runs.ts";
import { readParameterFile } from "../../../src/notebook/parameters/parameter_files.ts";
import { parametersOf } from "../../../src/notebook/parameters/parameters.ts";
import { formatNotebook } from "../../../src/notebook/notebook.ts";
import { book, code, type Folder, markdown, temporaryFolder } from "../books.ts";

let folder: Folder;
const folders: Folder[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
  folders.push(folder);
});
afterEach(() => Deno.remove(join(folder.path, "never.txt")).catch(() => {}));
afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

const write = (name: string, text: string) => Deno.writeTextFile(join(folder.path, name), text);
const names = (ending: RegExp, within = "out") =>
  [...Deno.readDirSync(join(folder.path, within))].map(({ name }) => name).filter((name) => ending.test(name)).sort();

/** Counts the rows of an export, and fails at one without a header. Each run of it leaves a line in `runs.txt`. */
const counting = () =>
  folder.save(
    "count.ipynb",
    book(
      markdown("# Rows of an <export>"),
      code(`let by: string = "none"; // groups\nlet file: string = "none"; // the log to read`, "parameters"),
      code(`Deno.writeTextFileSync("runs.txt", file + "\\n", { append: true });
const text: string = Deno.readTextFileSync(file);
if (!text.startsWith("case")) throw new Error(\`expected a header but found \${JSON.stringify(text)}\\nline two\`);
console.log(text.split("\\n").length, by);`),
    ),
  );

async function exportsWith(broken: readonly number[]): Promise<void> {
  await Deno.mkdir(join(folder.path, "exports"), { recursive: true });
  for (let i = 1; i <= 20; i++) {
    await write(
      `exports/export-${String(i).padStart(2, "0")}.csv`,
      broken.includes(i) ? `${i}<b>` : `case,n\n1,${i}\n`,
    );
  }
}

const eachFile = async (notebook: string): Promise<BatchRun[]> => {
  const parameters = [{ name: "file", type: "string", default: '""', help: "the log to read" }];
  return await runsForEachFile("exports/*.csv", parameters, notebook, folder.path);
};

test("of 20 exports 3 are broken: 17 reports, 3 clear failures; resuming runs the 3 and nothing else", async () => {
  const notebook = await counting();
  await exportsWith([4, 11, 20]);
  const runs = await eachFile(notebook);
  const out = join(folder.path, "out");
  const first = await runBatch(notebook, runs, { folder: out, jobs: 2 });

  expect(first.exitCode).toBe(1);
  expect(first.entries.map(({ name }) => name)).toEqual(runs.map(({ name }) => name));
  const failed = first.entries.filter(({ status }) => status !== "ok");
  expect(failed.map(({ name, status, error }) => [name, status, error])).toEqual([
    ["export-04", "cell failed", `Error: expected a header but found "4<b>"`],
    ["export-11", "cell failed", `Error: expected a header but found "11<b>"`],
    ["export-20", "cell failed", `Error: expected a header but found "20<b>"`],
  ]);
  expect(names(/^export-\d\d\.html$/)).toHaveLength(17);
  expect(names(/^export-\d\d\.ipynb$/)).toHaveLength(17);
  expect(names(/\.failed\.html$/)).toEqual(
    [4, 11, 20].map((i) => `export-${String(i).padStart(2, "0")}.failed.html`),
  );
  expect(await Deno.readTextFile(join(out, "export-04.failed.html"))).toContain("This run stopped at");

  const index = await Deno.readTextFile(first.index);
  expect(index).toContain("<h1>Rows of an &lt;export&gt;</h1>");
  expect(index).toContain("17 of 20 reports, 3 failed");
  const rows = [...index.matchAll(/<tr[^>]*><td><a href="([^"]+)">([^<]+)<\/a><\/td><td class="status">([^<]+)</g)];
  expect(rows.map(([, href, name, status]) => [href, name, status])).toEqual(
    first.entries.map(({ report, name, status }) => [report, name, status]),
  );
  expect(index).toContain("Error: expected a header but found &quot;4&lt;b&gt;&quot;");

  const ran = async () => (await Deno.readTextFile(join(folder.path, "runs.txt"))).trim().split("\n");
  expect(await ran()).toHaveLength(20);
  const again = await runBatch(notebook, runs, { folder: out, jobs: 2, resume: true });
  expect(again.exitCode).toBe(1);
  expect((await ran()).slice(20).sort()).toEqual(
    [4, 11, 20].map((i) => `exports/export-${String(i).padStart(2, "0")}.csv`),
  );
  expect(again.entries.filter(({ kept }) => kept)).toHaveLength(17);
  expect(again.entries[0]!.seconds).toBeCloseTo(first.entries[0]!.seconds, 1);

  // What was broken and what was changed is run; a report that was taken away is made again.
  await exportsWith([11]);
  await write("exports/export-01.csv", "case,n\n1,1\n2,2\n");
  await Deno.remove(join(out, "export-02.html"));
  const mended = await runBatch(notebook, runs, { folder: out, resume: true });
  expect(mended.entries.filter(({ kept }) => !kept).map(({ name }) => name)).toEqual([
    "export-01",
    "export-02",
    "export-04",
    "export-11",
    "export-20",
  ]);
  expect(names(/\.failed\.html$/)).toEqual(["export-11.failed.html"]);
}, 120_000);

test("other parameters, another notebook or another module beside it are another run", async () => {
  await write("helper.ts", "export const helper = 1;\n");
  const cell = (text: string) => code(`import { helper } from "./helper.ts";\nconsole.log(helper, n, "${text}");`);
  const parameters = code("let n: number = 1;", "parameters");
  const notebook = await folder.save("nb.ipynb", book(parameters, cell("a")));
  const run = async (n: number) => {
    const runs = [{ name: "one", parameters: { n } }];
    const { entries } = await runBatch(notebook, runs, {
      folder: join(folder.path, "out"),
      resume: true,
      check: false,
    });
    return entries[0]!.kept;
  };
  expect(await run(1)).toBe(false);
  expect(await run(1)).toBe(true);
  expect(await run(2)).toBe(false);
  await write("helper.ts", "export const helper = 2;\n");
  expect(await run(2)).toBe(false);
  expect(await run(2)).toBe(true);
  await folder.save("nb.ipynb", book(parameters, cell("b")));
  expect(await run(2)).toBe(false);
}, 60_000);

test("a parameter that does not fit fails its own run and no other", async () => {
  const notebook = await folder.save("nb.ipynb", book(code("let n: number = 1;", "parameters"), code("n")));
  const runs = [{ name: "wrong", parameters: { n: "x" } }, { name: "right", parameters: { n: "2" } }];
  const { entries, exitCode } = await runBatch(notebook, runs, { folder: join(folder.path, "out") });
  expect(exitCode).toBe(1);
  expect(entries.map(({ status, report }) => [status, report])).toEqual([
    ["parameters wrong", null],
    ["ok", "right.html"],
  ]);
  expect(entries[0]!.error).toMatch(/parameter "n": expected number but found "x"/);
}, 30_000);

test("a kernel that dies ends its own run and no other", async () => {
  const notebook = await folder.save(
    "nb.ipynb",
    book(code("let die: boolean = false;", "parameters"), code(`if (die) Deno.kill(Deno.pid, "SIGKILL"); "alive"`)),
  );
  const runs = [true, false].map((die) => ({ name: String(die), parameters: { die } }));
  const { entries } = await runBatch(notebook, runs, { folder: join(folder.path, "out"), jobs: 2 });
  expect(entries.map(({ status, exitCode }) => [status, exitCode])).toEqual([["kernel died", 3], ["ok", 0]]);
}, 30_000);

test("files are bound to the first parameter that reads a log, or to the one named", async () => {
  const { cells } = book(
    code(
      "let title: string = ''; // of the report\nlet truth: string = ''; // the log's owner\n" +
        "let sales: string = 'x'; // the event log to read\nlet other: string = ''; // another log to read",
      "parameters",
    ),
  );
  const parameters = parametersOf({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  await Deno.mkdir(join(folder.path, "in/deep"), { recursive: true });
  for (const name of ["in/b.csv", "in/a.csv.gz", "in/deep/B.csv", "in/c.txt"]) await write(name, "x");
  const runs = (pattern: string, notebook = "nb.ipynb") =>
    runsForEachFile(pattern, parameters, join(folder.path, notebook), folder.path);
  expect(await runs("in/*.csv*")).toEqual([
    { name: "a", parameters: { sales: "in/a.csv.gz" } },
    { name: "b", parameters: { sales: "in/b.csv" } },
  ]);
  expect(await runs("other=in/**/*.csv", "notebooks/nb.ipynb")).toEqual([
    { name: "b", parameters: { other: "../in/b.csv" } },
    { name: "B-2", parameters: { other: "../in/deep/B.csv" } },
  ]);
  await expect(runs("in/*.xes")).rejects.toThrow(/--each: expected files that match "in\/\*\.xes" but found none/);
  await expect(runsForEachFile("in/*", [], "nb.ipynb", folder.path)).rejects.toThrow(/--each NAME=PATTERN/);
});

test("rows of a table are runs; an empty cell leaves the default", async () => {
  const { cells } = book(code("let log: string = ''; // log\nlet n: number = 1;", "parameters"));
  const parameters = parametersOf({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  await write("rows.csv", "log,n\nin/a.csv,007\nin/a.csv,\n");
  expect(await runsForEachRow(join(folder.path, "rows.csv"), parameters)).toEqual([
    { name: "a", parameters: { log: "in/a.csv", n: "007" } },
    { name: "a-2", parameters: { log: "in/a.csv" } },
  ]);
  await write("rows.csv", "name;n\nNorth / East;1\nSouth;2\n");
  expect((await runsForEachRow(join(folder.path, "rows.csv"), parameters)).map(({ name }) => name)).toEqual([
    "North - East",
    "South",
  ]);
  await write("rows.csv", "logs,n\na,1\n");
  await expect(runsForEachRow(join(folder.path, "rows.csv"), parameters)).rejects.toThrow(
    /columns named as the parameters are but found "logs"[\s\S]*log: string/,
  );
});

test("parameters come from YAML and JSON with their types, dates as text", async () => {
  await write("p.yaml", "# the sales log\nlog: a.csv\nsince: 2025-01-31\nn: 3\non: true\nnames: [a, b]\n");
  await write("p.json", `{ "log": "a.csv", "n": 3 }`);
  await write("list.yml", "- a\n");
  await write("bad.json", "{ log: }");
  await write("empty.yaml", "# nothing\n");
  const read = (name: string) => readParameterFile(join(folder.path, name));
  expect(await read("p.yaml")).toEqual({ log: "a.csv", since: "2025-01-31", n: 3, on: true, names: ["a", "b"] });
  expect(await read("p.json")).toEqual({ log: "a.csv", n: 3 });
  expect(await read("empty.yaml")).toEqual({});
  await expect(read("list.yml")).rejects.toThrow(/found a list. Many runs are given by --params-file/);
  await expect(read("bad.json")).rejects.toThrow(InputError);
  await expect(read("none.yaml")).rejects.toThrow(InputError);
  // Each of ten names stands for the one before nine times over: 3,486,784,401 values.
  const names = Array.from({ length: 10 }, (_, i) => `n${i}: &n${i} [${Array(9).fill(i ? `*n${i - 1}` : "x").join()}]`);
  await Deno.writeTextFile(join(folder.path, "many.yaml"), names.join("\n"));
  await expect(read("many.yaml")).rejects.toThrow(/stand for one another so often/);
  for (const ending of ["yaml", "json"]) {
    await Deno.writeTextFile(join(folder.path, `deep.${ending}`), `{"a": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`);
    await expect(read(`deep.${ending}`)).rejects.toThrow(InputError);
    await expect(read(`deep.${ending}`)).rejects.toThrow(/at most 50 (deep|are read)/);
  }
  await Deno.writeTextFile(join(folder.path, "large.yaml"), "# log\n".repeat(400_000));
  await expect(read("large.yaml")).rejects.toThrow(/at most 0\.25 MB but found more\. Is it the right file\?/);
});

test.each([
  ["two kinds of batch", ["--each", "*.csv", "--params-file", "x.csv"], /but found both/],
  ["a batch's option without a batch", ["--resume"], /--resume is for a batch/],
  ["a pattern that the shell spread", ["a.csv", "--each", "b.csv"], /in quotes/],
  ["a mapping that nothing takes", ["--mapping", "map.json"], /a parameter "mapping" but it has none/],
])("%s is wrong input", async (_, args, message) => {
  const notebook = await counting();
  const error = await runCommand.main([notebook, ...args]).catch((error) => error);
  expect(error).toBeInstanceOf(InputError);
  expect(error.message).toMatch(message);
});

test("the command writes the reports, one JSON document and exit code 1; -p wins over --params", async () => {
  const notebook = await counting();
  await Deno.mkdir(join(folder.path, "exports"));
  await write("exports/good.csv", "case\n1");
  await write("exports/bad.csv", "?");
  await write("p.yaml", "by: team\n");
  const root = new URL("../../../", import.meta.url).pathname;
  const { code: exitCode, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `--config=${root}deno.json`, `${root}src/cli/main.ts`, "run", notebook].concat(
      ["--each", "exports/*.csv", "--params", "p.yaml", "-p", "by=user", "-o", "out", "--json"],
    ),
    cwd: folder.path,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  expect(exitCode).toBe(1);
  const summary = JSON.parse(text(stdout));
  expect(summary).toMatchObject({ runs: 2, failed: 1, kept: 0, folder: "out" });
  expect(summary.entries.map(({ name, status, parameters }: BatchEntry) => [name, status, parameters])).toEqual([
    ["bad", "cell failed", { by: "user", file: "exports/bad.csv" }],
    ["good", "ok", { by: "user", file: "exports/good.csv" }],
  ]);
  expect(text(stderr)).toMatch(/^\[1\/2\] bad: cell failed, \d+\.\d s\n {4}Error: expected a header but found "\?"$/m);
  expect(names(/html$/)).toEqual(["bad.failed.html", "good.html", "index.html"]);
  expect(await Deno.readTextFile(join(folder.path, "out/good.html"))).toContain("2 user");
}, 60_000);

test("no input is written over or removed: not the notebook, and no file that a parameter names", async () => {
  const notebook = join(folder.path, "count.ipynb");
  // Not by our writer: a file that this process wrote is no input.
  await write("count.ipynb", formatNotebook(book(code(`let file: string = "none"; // the log to read`, "parameters"))));
  await write("a.html", "case,n\n1,2\n");
  const before = await Deno.readTextFile(notebook);
  const runs = [{ name: "count", parameters: {} }, { name: "a", parameters: { file: "a.html" } }];
  const { entries, exitCode } = await runBatch(notebook, runs, { folder: folder.path });
  expect(exitCode).toBe(1);
  for (const { status, error } of entries) {
    expect(status).toBe("parameters wrong");
    expect(error).toMatch(/Inputs are never overwritten/);
  }
  expect(await Deno.readTextFile(notebook)).toBe(before);
  expect(await Deno.readTextFile(join(folder.path, "a.html"))).toBe("case,n\n1,2\n");
});

test("the process report hands figures to the index, also where it is kept; hints speak of the run", async () => {
  const notebook = fileURLToPath(new URL("../../../notebooks/templates/process-report.ipynb", import.meta.url));
  const csv = (month: number, extra: string) =>
    `case,activity,timestamp${extra && ",team"}\n` +
    [1, 2].slice(0, month).flatMap((c) => [
      `${c},a,2026-0${month}-1${c}T10:00Z${extra}\n`,
      `${c},b,2026-0${month}-1${c}T1${c}:30Z${extra}\n`,
    ]).join("");
  await Deno.mkdir(join(folder.path, "exports"));
  await write("exports/1.csv", csv(1, ",North"));
  await write("exports/2.csv", csv(2, ""));
  await write("exports/3.csv", "case,activity,timestamp\n1,a,01/02/2026 10:00\n");
  const out = join(folder.path, "out");
  const each = (...more: string[]) =>
    runCommand.main([
      notebook,
      "--each",
      `${folder.path}/exports/*.csv`,
      "-p",
      "by=team",
      "-o",
      out,
      "--no-check",
      ...more,
    ]);
  for (const more of [[], ["--resume"]]) {
    expect(await each(...more)).toBe(1);
    const page = await Deno.readTextFile(join(out, "index.html"));
    const index = page.slice(page.indexOf("<tbody>")).replace(/<[^>]+>/g, "\n").replace(/\n+/g, "\n");
    // One case of 1.5 h, and two of 1.5 and 2.5 h.
    expect(index).toMatch(/\n1\nok.*\n2026-01-11\n1\n1 h 30 min\n/);
    expect(index).toMatch(/\n2\nok.*\n2026-02-11\n to \n2026-02-12\n2\n2 h\b/);
    expect(index).toMatch(/2\.csv: column &quot;team&quot; is missing[^\n]* is left out\.\n/);
    expect(index).toMatch(
      /\n3\ninput wrong\n[^]*&quot;dateOrder&quot;: &quot;dmy&quot;[^]*tb map 3\.csv[^]*--mapping map\.json/,
    );
  }
  const report = await Deno.readTextFile(join(out, "1.html"));
  expect(report).toContain("<title>1: how do cases run, and where do they wait?</title>");
  expect(report).not.toContain("No earlier export");
}, 60_000);
