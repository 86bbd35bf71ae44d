/** Small notebooks for the tests of this folder. */
import { join } from "node:path";
import { type Cell, type Notebook, writeNotebook } from "../../src/notebook/notebook.ts";

/** A code cell, with tags if need be. */
export function code(source: string, ...tags: string[]): Cell {
  return { id: "", cell_type: "code", metadata: { tags }, source, execution_count: null, outputs: [] };
}

export function markdown(source: string): Cell {
  return { id: "", cell_type: "markdown", metadata: {}, source };
}

export function book(...cells: Cell[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map((cell, i) => ({ ...cell, id: `c${i + 1}` })),
  };
}

export interface Folder {
  readonly path: string;
  save(name: string, notebook: Notebook): Promise<string>;
  remove(): Promise<void>;
}

/** A folder of the tests' own, with a `deno.json` so that no other one is found. */
export async function temporaryFolder(): Promise<Folder> {
  const path = await Deno.makeTempDir({ prefix: "tracebook-test-" });
  await Deno.writeTextFile(join(path, "deno.json"), JSON.stringify({ compilerOptions: { strict: true } }));
  return {
    path,
    async save(name, notebook) {
      await writeNotebook(join(path, name), notebook);
      return join(path, name);
    },
    remove: () => Deno.remove(path, { recursive: true }),
  };
}

/** Whether a process is there, a zombie not counted. */
export async function isRunning(pid: number): Promise<boolean> {
  const { stdout } = await new Deno.Command("ps", { args: ["-o", "stat=", "-p", String(pid)] }).output();
  const state = new TextDecoder().decode(stdout).trim();
  return state !== "" && !state.startsWith("Z");
}

/** Waits until a process has gone; false if it is still there after ten seconds. */
export async function hasEnded(pid: number): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    if (!await isRunning(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
