import { expect, test } from "vitest";
import { join } from "node:path";
import { runNotebook } from "../../../src/notebook/run.ts";
import { inTemporaryFolder } from "../../../src/notebook/kernel/processes/temporary.ts";
import { readNotebook } from "../../../src/notebook/notebook.ts";

test("cells tagged skip-execution do not run, are not checked, and stand in the output as they were", async () => {
  await inTemporaryFolder(async (folder) => {
    const [path, output] = [join(folder, "in.ipynb"), join(folder, "out.ipynb")];
    const before = [{ output_type: "stream", name: "stdout", text: ["from before\n"] }];
    const code = (id: string, source: string, tags: string[] = [], outputs: unknown[] = []) => (
      { id, cell_type: "code", source, metadata: { tags }, execution_count: null, outputs }
    );
    const cells = [
      code("a", "const wrong: string = 1; throw new Error('skip me');", ["skip-execution"], before),
      code("b", "6 * 7"),
    ];
    await Deno.writeTextFile(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
    const steps: string[] = [];
    const onProgress = (progress: { step: string }) => void steps.push(progress.step);
    expect(await runNotebook(path, { output, onProgress })).toMatchObject({ status: "ok" });
    const written = await readNotebook(output);
    expect(written.cells[0]!.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "from before\n" }]);
    expect(written.cells[1]!.outputs).toMatchObject([{ data: { "text/plain": "42" } }]);
    // What is done is said before it is done.
    expect(steps).toEqual(["checking", "checked", "cell", "cell done"]);
  });
});
