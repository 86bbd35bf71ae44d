/** `deno task lab`: registers the kernel and opens JupyterLab on the notebooks. */
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError, TracebookError } from "../base/errors.ts";
import { findLab, findPython, installLab, JUPYTER_PACKAGES, type Program } from "../notebook/jupyter.ts";
import { KERNEL_NAME, kernelspecFolder, registerKernel, removeKernel } from "../notebook/kernelspec.ts";
import { type Command, readArguments } from "./command.ts";
import { note } from "./output.ts";
import { statusLine } from "./progress.ts";
import { userFolder } from "./user_path.ts";
import { copyToWork } from "./work_copies.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const venv = join(root, ".venv");
/** Beside notebooks/: relative paths of a copy lead to the same files. */
const work = join(root, "work");

const HOW_TO_INSTALL =
  `JupyterLab is missing, and so is a Python of 3.10 or later that can install it: get one from python.org or, on Debian
and Ubuntu, by "apt install python3-venv". Then run this again: it puts JupyterLab into .venv and opens it.`;
const NOT_INSTALLED = `pip could not install ${JUPYTER_PACKAGES[0]} into .venv; what it said stands above.
Run this again when that is mended, or install JupyterLab your own way: one on the PATH is taken as it is.`;
const IN_VS_CODE = `VS Code needs none of that: with its extension "Jupyter", open a file in work/ and choose
Select Kernel, Jupyter Kernel…, "Tracebook".`;

export const labCommand: Command = {
  name: "lab",
  summary:
    "registers the kernel and opens JupyterLab where you are or on copies of the notebooks, installing it into .venv if there is none",
  usage: "[--register | --remove | --install | OPTIONS OF JUPYTERLAB]",
  options: {
    register: { type: "boolean", help: "only register the kernel, for VS Code or a JupyterLab of your own" },
    remove: { type: "boolean", help: "only take the kernel out again" },
    install: { type: "boolean", help: "only put JupyterLab into .venv" },
    help: { type: "boolean", short: "h", help: "this text" },
  },

  async main(args) {
    const { own, forLab } = labArguments(args);
    const given = readArguments(this, own);
    if (given.flag("help")) {
      console.log(`${this.summary}\n\nUsage: deno task lab ${this.usage}`);
      for (const [name, { help }] of Object.entries(this.options)) console.log(`  --${name.padEnd(9)} ${help}`);
      return 0;
    }
    if (given.positionals.length > 0 || ["register", "remove", "install"].filter(given.flag).length > 1) {
      throw new InputError(`Expected --register, --remove, --install or nothing but found ${own.join(" ")}.`);
    }
    if (given.flag("remove")) {
      const removed = await removeKernel();
      console.log(removed ? `Removed ${kernelspecFolder()}` : `There was no kernel at ${kernelspecFolder()}`);
      return 0;
    }
    if (given.flag("install")) return await install() ? 0 : 1;
    console.log(`Registered the kernel "Tracebook" at ${await registerKernel()}`);
    await copyNotebooks();
    if (given.flag("register")) return 0;
    const lab = await findLab(venv) ?? (await install() ? await findLab(venv) : undefined);
    if (!lab) {
      note(IN_VS_CODE);
      return 1;
    }
    return await start(lab, forLab);
  },
};

async function copyNotebooks(): Promise<void> {
  const { outdated } = await copyToWork(join(root, "notebooks"), work);
  console.log(`Copies of the notebooks, to run and to change, are in ${work}`);
  for (const name of outdated) {
    note(`There is a new ${join("notebooks", name)}. Your changes in ${join("work", name)} are kept; rename that file
to get a copy of the new one.`);
  }
}

/** Which arguments are ours. All others are JupyterLab's, also without "--": `deno task` takes the first one away. */
export function labArguments(args: readonly string[]): { own: string[]; forLab: string[] } {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const after = end < 0 ? [] : args.slice(end + 1);
  return before.some(isOurs) ? { own: [...before], forLab: after } : { own: [], forLab: [...before, ...after] };
}

/** Whether an argument is one of this command's own, also where its end is missing. */
function isOurs(arg: string): boolean {
  if (arg === "-h") return true;
  return /^--\w{3}/.test(arg) && Object.keys(labCommand.options).some((name) => `--${name}`.startsWith(arg));
}

/**
 * Where the files of JupyterLab begin, and the folder that it shows first: where the user is, if there is a notebook,
 * else work/, and its part where the user is at the notebooks themselves. In the clone all of it is within reach, as
 * data/ is.
 */
export async function labFolders(here: string): Promise<{ root: string; first: string }> {
  const clone = root.replace(/[\\/]$/, "");
  const [place, ...rest] = relative(clone, here).split(/[\\/]/);
  if (place === "notebooks") return { root: clone, first: join(work, ...rest) };
  if (place === "" || !await holdsNotebook(here)) return { root: clone, first: work };
  return { root: place === ".." || isAbsolute(place!) ? here : clone, first: here };
}

async function holdsNotebook(folder: string): Promise<boolean> {
  for await (const { name } of Deno.readDir(folder)) if (name.endsWith(".ipynb")) return true;
  return false;
}

async function install(): Promise<boolean> {
  const python = await findPython();
  if (!python) {
    note(HOW_TO_INSTALL);
    return false;
  }
  note(`Installing ${JUPYTER_PACKAGES[0]} into .venv: about 250 MB, a minute or two…`);
  const line = statusLine();
  let said = performance.now();
  const installed = await installLab(venv, python, (step) => {
    line.show(`  ${step} …`);
    if (line.terminal || performance.now() - said < 5000) return;
    said = performance.now();
    line.say(`  ${step} …`);
  });
  line.show("");
  if (!installed) note(NOT_INSTALLED);
  return installed;
}

/** Runs JupyterLab until it ends; Ctrl+C is for it to answer, and it does not outlive this process. */
async function start([command, ...first]: Program, options: string[]): Promise<number> {
  const folders = await labFolders(userFolder());
  note(`Opening JupyterLab on ${folders.first} …`);
  const child = new Deno.Command(command, {
    args: [
      ...first,
      `--ServerApp.root_dir=${folders.root}`,
      `--ServerApp.preferred_dir=${folders.first}`,
      `--MultiKernelManager.default_kernel_name=${KERNEL_NAME}`,
      ...options,
    ],
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  Deno.addSignalListener("SIGINT", () => {});
  if (Deno.build.os !== "windows") {
    for (const signal of ["SIGTERM", "SIGHUP"] as const) Deno.addSignalListener(signal, () => child.kill(signal));
  }
  return (await child.status).code;
}

if (import.meta.main) {
  try {
    Deno.exit(await labCommand.main(Deno.args));
  } catch (error) {
    note(error instanceof Error ? error.message : String(error));
    Deno.exit(error instanceof TracebookError ? 2 : 1);
  }
}
