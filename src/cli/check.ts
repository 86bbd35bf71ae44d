/** `deno task check`: format, lint, types, and the code cells of every notebook. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkNotebook, describeProblem } from "../notebook/check.ts";
import { cellName, readNotebook } from "../notebook/notebook.ts";
import { note } from "./output.ts";

const steps: [string, string[]][] = [
  ["format", ["fmt", "--check", "--quiet"]],
  ["lint", ["lint", "--quiet"]],
  ["types", ["check", "--quiet", "src", "test", "bench"]],
];

let failed = 0;
for (const [name, args] of steps) {
  const { code } = await new Deno.Command(Deno.execPath(), { args, stdin: "null" }).spawn().status;
  note(`${name}: ${code === 0 ? "ok" : "failed"}`);
  if (code !== 0) failed++;
}

const notebooks = (await readdir("notebooks", { recursive: true }))
  .filter((file) => file.endsWith(".ipynb") && !file.includes(".ipynb_checkpoints")).sort();
for (const file of notebooks) {
  const path = join("notebooks", file);
  const notebook = await readNotebook(path);
  const problems = await checkNotebook(notebook, path);
  note(`${path}: ${problems.length === 0 ? "ok" : "failed"}`);
  for (const problem of problems) note(describeProblem(problem, cellName(notebook, problem.cell)));
  failed += problems.length;
}
Deno.exit(failed === 0 ? 0 : 1);
