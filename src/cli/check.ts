/** `deno task check`: format, lint, types, and the code cells of every notebook. */
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNotebook, describeProblem } from "../notebook/check.ts";
import { cellName } from "../notebook/cell_names.ts";
import { readNotebook } from "../notebook/notebook.ts";
import { note } from "./output.ts";

const steps: [string, string[]][] = [
  ["format", ["fmt", "--check", "--quiet"]],
  ["lint", ["lint", "--quiet"]],
  ["types", ["check", "--quiet", "src", "test", "bench", "docs"]],
];

let failed = 0;
for (const [name, args] of steps) {
  const { code } = await new Deno.Command(Deno.execPath(), { args, stdin: "null" }).spawn().status;
  note(`${name}: ${code === 0 ? "ok" : "failed"}`);
  if (code !== 0) failed++;
}

const notebooks = (await readdir("notebooks", { recursive: true }))
  .filter((file) => file.endsWith(".ipynb") && !file.split(/[\\/]/).some((name) => name.startsWith("."))).sort();
if (!await areFormatted()) failed++;
for (const file of notebooks) {
  const path = join("notebooks", file);
  const notebook = await readNotebook(path);
  const problems = await checkNotebook(notebook, path);
  note(`${path}: ${problems.length === 0 ? "ok" : "failed"}`);
  for (const problem of problems) note(describeProblem(problem, cellName(notebook, problem.cell)));
  failed += problems.length;
}
Deno.exit(failed === 0 ? 0 : 1);

/** `deno fmt --check` (2.9.6) refuses every notebook, also one that it has just written; so a copy is formatted. */
async function areFormatted(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "tracebook-check-"));
  try {
    await cp("notebooks", folder, { recursive: true });
    const { fmt } = JSON.parse(await readFile("deno.json", "utf8")) as { fmt: { lineWidth: number } };
    const args = ["fmt", "--quiet", "--no-config", `--line-width=${fmt.lineWidth}`, folder];
    await new Deno.Command(Deno.execPath(), { args, stdin: "null" }).spawn().status;
    const differ = await Promise.all(
      notebooks.map(async (file) =>
        await readFile(join("notebooks", file), "utf8") !== await readFile(join(folder, file), "utf8")
      ),
    );
    const found = notebooks.filter((_, i) => differ[i]);
    for (const file of found) note(`${join("notebooks", file)}: not as deno fmt writes it`);
    return found.length === 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}
