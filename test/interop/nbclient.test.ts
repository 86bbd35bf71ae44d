/** What the Jupyter project's own runner gets of a kernel's output. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JupyterFolder, jupyterFolder, lacksJupyter, runPython } from "./support/jupyter.ts";

const runAll = fileURLToPath(new URL("support/run_all.py", import.meta.url));
let folder: JupyterFolder;

beforeAll(async () => {
  if (!lacksJupyter) folder = await jupyterFolder();
});
afterAll(() => folder?.remove());

test.skipIf(lacksJupyter)(
  "Run All, 30 cells of 20 logs, a display and a result, 20 times: nothing is lost",
  async () => {
    const counts = JSON.parse(await runPython(folder, [runAll, "30", "20", "20", "2000"]));
    console.log(JSON.stringify(counts));
    expect(counts).toMatchObject({ outputs: 13_200, missing: 0, misplaced: 0, lines: 2000 });
  },
  300_000,
);
