/** Registers the kernel where Jupyter front ends look for it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAtomically } from "./notebook.ts";

export const KERNEL_NAME = "tracebook";

const MAIN = fileURLToPath(new URL("./kernel/main.ts", import.meta.url));
/** Named, so that the kernel starts in the same way from every folder; notebooks still find the one above them. */
const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));

/** Folder of the kernelspec in the user's Jupyter data folder. */
export function kernelspecFolder(): string {
  return join(jupyterDataFolder(), "kernels", KERNEL_NAME);
}

/** Writes the kernelspec; gives its folder. */
export async function registerKernel(): Promise<string> {
  const folder = kernelspecFolder();
  const spec = {
    // This Deno by its full path: front ends started from a menu do not see the PATH of a terminal.
    argv: [Deno.execPath(), "run", "-A", "--no-prompt", `--config=${CONFIG}`, MAIN, "{connection_file}"],
    display_name: "Tracebook",
    language: "typescript",
    // With a signal, Stop would end the kernel and lose its variables.
    interrupt_mode: "message",
    env: {},
  };
  await writeAtomically(join(folder, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
  return folder;
}

/** Removes the kernelspec; false if there was none. */
export async function removeKernel(): Promise<boolean> {
  try {
    await Deno.remove(kernelspecFolder(), { recursive: true });
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** As `jupyter --data-dir` says it. */
export function jupyterDataFolder(): string {
  const given = Deno.env.get("JUPYTER_DATA_DIR");
  if (given) return given;
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? ".";
  switch (Deno.build.os) {
    case "darwin":
      return join(home, "Library", "Jupyter");
    case "windows":
      return join(Deno.env.get("APPDATA") ?? join(home, "AppData", "Roaming"), "jupyter");
    default:
      return join(Deno.env.get("XDG_DATA_HOME") || join(home, ".local", "share"), "jupyter");
  }
}
