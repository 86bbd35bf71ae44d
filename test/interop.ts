/**
 * Runs the tests with real clients: Chromium, JupyterLab, nbclient, nbconvert, PM4Py. Arguments are vitest's.
 *
 * A tool that is missing is named, and what needs it is skipped; where `CI` is set the run fails instead. Python is
 * `TRACEBOOK_PYTHON`, or the one of `.venv`; `deno task lab` makes that. PM4Py is only started as a program of its own.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumPath } from "./interop/support/chromium.ts";

const venv = fileURLToPath(
  new URL(Deno.build.os === "windows" ? "../.venv/Scripts/python.exe" : "../.venv/bin/python", import.meta.url),
);
const python = [Deno.env.get("TRACEBOOK_PYTHON"), venv].find((path) =>
  path && existsSync(path) && imports(path, "jupyterlab, nbclient, nbconvert")
);

const missing = [
  ...(chromiumPath ? [] : ["Chromium: none on the PATH, and TRACEBOOK_CHROMIUM does not name one"]),
  ...(python ? [] : [
    "JupyterLab, nbclient and nbconvert: install test/interop/requirements.txt into .venv, or let TRACEBOOK_PYTHON " +
    "name a Python that has them",
  ]),
  ...(python && imports(python, "pm4py") ? [] : [
    "PM4Py: install test/interop/requirements-models.txt into .venv, or into the Python that TRACEBOOK_PYTHON names",
  ]),
];
for (const tool of missing) console.log(`Missing: ${tool}`);
if (missing.length > 0 && Deno.env.get("CI")) {
  console.log("0 passed, 1 failed");
  Deno.exit(1);
}

const files = Deno.args.some((arg) => !arg.startsWith("-")) ? [] : ["test/interop"];
const { code } = await new Deno.Command(Deno.execPath(), {
  args: ["run", "-A", fileURLToPath(new URL("run.ts", import.meta.url)), ...files, ...Deno.args],
  env: python ? { TRACEBOOK_PYTHON: python } : {},
  cwd: fileURLToPath(new URL("../", import.meta.url)),
}).spawn().status;
Deno.exit(code);

function imports(path: string, modules: string): boolean {
  const { success } = new Deno.Command(path, {
    args: ["-c", `import ${modules}`],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).outputSync();
  return success;
}
