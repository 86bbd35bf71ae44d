import { afterAll, beforeAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { reportCommand } from "../../src/cli/report.ts";
import { InputError } from "../../src/base/errors.ts";
import { book, code, type Folder, markdown, temporaryFolder } from "./books.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: Folder;
let notebook: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  notebook = await folder.save(
    "small.ipynb",
    book(
      markdown("# Small"),
      code("let eventLog: string = ''; // the log", "parameters"),
      code("// Read\nDeno.readTextFileSync(eventLog)"),
    ),
  );
  await Deno.writeTextFile(join(folder.path, "log.csv"), "case\n");
});
afterAll(() => folder.remove());

async function deno(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `--config=${join(root, "deno.json")}`, ...args],
    cwd: folder.path,
    // As on a machine where no other Deno is installed.
    env: { NO_COLOR: "1", PATH: "", JUPYTER_DATA_DIR: join(folder.path, "jupyter") },
  }).output();
  return { code, stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
}
const report = join(root, "src/cli/report.ts");
const lab = join(root, "src/cli/lab.ts");

test("report takes a log from where the command is given, and names what it wrote on its last line", async () => {
  const { code, stdout, stderr } = await deno(
    report,
    notebook,
    "--log",
    "log.csv",
    "-o",
    "out.html",
    "-o",
    "out.ipynb",
  );
  expect(stderr).toMatch(/^\[3\/3\] Read, \d+\.\d s$/m);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Wrote out.ipynb and out.html\n" });
  expect(await Deno.readTextFile(join(folder.path, "out.html"))).toMatch(/log\.csv, 5 bytes/);
});

test("report on a log is about that log, called by its name, and replaces none of another", async () => {
  const rows = ["a", "b", "c"].flatMap((id) =>
    ["Open <it>", "Pay"].map((activity, i) => `${id},${activity},2026-01-0${i + 1}T10:00Z\n`)
  );
  const log = `case,activity,timestamp\n${rows.join("")}`;
  for (const place of ["exports", "older"]) {
    await Deno.mkdir(join(folder.path, place), { recursive: true });
    await Deno.writeTextFile(join(folder.path, place, "my orders.csv"), log);
  }
  // As `deno task` does it: from the folder of deno.json, with the user's own folder in the environment.
  const task = async (...args: string[]) => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", report, ...args, "--no-check"],
      cwd: root,
      env: { NO_COLOR: "1", INIT_CWD: folder.path },
    }).output();
    return { code, stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
  };
  const file = join(folder.path, "reports", "my orders.html");
  const first = await task("--log", "exports/my orders.csv");
  expect(first).toMatchObject({ code: 0, stdout: "Wrote reports/my orders.html\n" });
  const html = await Deno.readTextFile(file);
  expect(html).toContain("<title>my orders: how do cases run, and where do they wait?</title>");
  expect(html).not.toMatch(/order desk|invented company|Quickstart|deno task/);

  const other = await task("--log", "older/my orders.csv");
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/my orders\.html exists and is the report of another log.*-o FILE\.html.*--force/s);
  expect(await Deno.readTextFile(file)).toBe(html);
  expect(await task("--log", "exports/my orders.csv")).toMatchObject({ code: 0 });
  expect(await task("--log", "older/my orders.csv", "--force")).toMatchObject({ code: 0 });
}, 60_000);

test("report says which cell failed, and why", async () => {
  const { code, stdout, stderr } = await deno(
    report,
    notebook,
    "-p",
    "eventLog=none.csv",
    "--no-check",
    "-o",
    "failed.html",
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/cell failed at cell 3, line 2 \(Read\)\nNotFound: .*none\.csv/);
  expect(stdout).toBe("The run failed; what there is: failed.html\n");
});

test.each([
  ["a log that is not there", ["--log", "no.csv"], /--log: expected a file but found none at no\.csv/],
  ["an unknown parameter", ["-p", "eventlog=x"], /Did you mean "eventLog"\?/],
  ["a parameter without a value", ["-p", "eventLog"], /expected name=value but found "eventLog"/],
  ["an unknown ending", ["-o", "out.pdf"], /found "out\.pdf"/],
  ["an unknown option", ["--logs", "x"], /no option --logs/],
])("%s is wrong input", async (_, args, message) => {
  const error = await reportCommand.main([notebook, ...args]).catch((error) => error);
  expect(error).toBeInstanceOf(InputError);
  expect(error.message).toMatch(message);
});

test("lab registers the kernel with this executable and takes it out again", async () => {
  const path = join(folder.path, "jupyter", "kernels", "tracebook", "kernel.json");
  expect(await deno(lab, "--register")).toMatchObject({ code: 0 });
  const spec = JSON.parse(await Deno.readTextFile(path));
  expect(spec).toMatchObject({ language: "typescript", interrupt_mode: "message" });
  expect(spec.argv).toEqual([
    Deno.execPath(),
    "run",
    "-A",
    "--no-prompt",
    `--config=${join(root, "deno.json")}`,
    join(root, "src/notebook/kernel/main.ts"),
    "{connection_file}",
  ]);
  expect(await deno(lab, "--remove")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Removed/) });
  await expect(Deno.stat(path)).rejects.toThrow();
  expect(await deno(lab, "--remove")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^There was no kernel/) });
});
