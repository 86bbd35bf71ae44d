/** `deno task lab`: registers the kernel and opens JupyterLab on the notebooks. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../io/input_error.ts";
import { kernelspecFolder, registerKernel, removeKernel } from "../notebook/kernelspec.ts";
import { type Command, readArguments } from "./command.ts";
import { note } from "./output.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const HOW_TO_GO_ON =
  `JupyterLab was not found. To install it:  python3 -m venv .venv && .venv/bin/pip install jupyterlab
(on Windows: py -m venv .venv, then .venv\\Scripts\\pip install jupyterlab), then run this again.
Or in VS Code: install the extension "Jupyter", open a file in notebooks/,
choose Select Kernel, Jupyter Kernel…, "Tracebook (Deno)".`;

export const labCommand: Command = {
  name: "lab",
  summary: "registers the kernel and opens JupyterLab on notebooks/",
  usage: "[--register | --remove]",
  options: {
    register: { type: "boolean", help: "only register the kernel" },
    remove: { type: "boolean", help: "only take the kernel out again" },
    help: { type: "boolean", short: "h", help: "this text" },
  },

  async main(args) {
    const given = readArguments(this, args);
    if (given.flag("help")) {
      console.log(`${this.summary}\n\nUsage: deno task lab ${this.usage}`);
      return 0;
    }
    if (given.positionals.length > 0 || (given.flag("register") && given.flag("remove"))) {
      throw new InputError(`Expected --register, --remove or nothing but found ${args.join(" ")}.`);
    }
    if (given.flag("remove")) {
      const removed = await removeKernel();
      console.log(removed ? `Removed ${kernelspecFolder()}` : `There was no kernel at ${kernelspecFolder()}`);
      return 0;
    }
    console.log(`Registered the kernel "Tracebook (Deno)" at ${await registerKernel()}`);
    if (given.flag("register")) return 0;
    const lab = await findLab();
    if (!lab) {
      note(HOW_TO_GO_ON);
      return 1;
    }
    const { code } = await new Deno.Command(lab[0]!, {
      args: [...lab.slice(1), `--notebook-dir=${join(root, "notebooks")}`],
      stdin: "inherit",
      stdout: "inherit",
      stderr: "inherit",
    }).spawn().status;
    return code;
  },
};

/** JupyterLab of the project's own environment first, then of the PATH. */
async function findLab(): Promise<string[] | undefined> {
  const scripts = Deno.build.os === "windows" ? "Scripts" : "bin";
  const candidates = [[join(root, ".venv", scripts, "jupyter-lab")], ["jupyter-lab"], ["jupyter", "lab"]];
  for (const candidate of candidates) {
    try {
      const { success } = await new Deno.Command(candidate[0]!, {
        args: [...candidate.slice(1), "--version"],
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).output();
      if (success) return candidate;
    } catch {
      // Not there, or not to be run: the next one.
    }
  }
  return undefined;
}

if (import.meta.main) {
  try {
    Deno.exit(await labCommand.main(Deno.args));
  } catch (error) {
    note(error instanceof Error ? error.message : String(error));
    Deno.exit(error instanceof InputError ? 2 : 1);
  }
}
