/** Finds JupyterLab, or installs it into the project's own virtual environment. */
import { basename, join } from "node:path";

/**
 * What `.venv` gets: JupyterLab, what draws a notebook's widgets in it, and, in these very versions, two packages that
 * come with it.
 */
export const JUPYTER_PACKAGES = ["jupyterlab==4.6.6", "anywidget==0.9.21", "nbclient==0.11.0", "nbconvert==7.17.2"];

/** A command, and the arguments that it always takes. */
export type Program = readonly [string, ...string[]];

const windows = Deno.build.os === "windows";

/** A program of a virtual environment. */
export function venvProgram(venv: string, name: string): string {
  return join(venv, windows ? "Scripts" : "bin", windows ? `${name}.exe` : name);
}

/** JupyterLab of a virtual environment first, then of the PATH. */
export async function findLab(venv: string): Promise<Program | undefined> {
  const candidates: Program[] = [[venvProgram(venv, "jupyter-lab")], ["jupyter-lab"], ["jupyter", "lab"]];
  for (const candidate of candidates) if (await succeeds(candidate, "--version")) return candidate;
  return undefined;
}

/** A Python that can make virtual environments with pip in them; Debian's cannot before `python3-venv` is there. */
export async function findPython(): Promise<Program | undefined> {
  const candidates: Program[] = windows ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];
  const probe = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";
  for (const candidate of candidates) if (await succeeds(candidate, "-c", probe)) return candidate;
  return undefined;
}

/**
 * Makes a virtual environment with JupyterLab. False if it did not work out: then pip has said on stderr why.
 *
 * @param onStep is told what is about to be done.
 */
export async function installLab(venv: string, python: Program, onStep: (step: string) => void): Promise<boolean> {
  onStep("making .venv");
  if (!await run(python, ["-m", "venv", venv], onStep)) return false;
  const pip = ["-m", "pip", "install", "--no-input", "--progress-bar", "off", "--disable-pip-version-check"];
  onStep("asking for packages");
  let packages = 0;
  return await run([venvProgram(venv, "python")], [...pip, ...JUPYTER_PACKAGES], (line) => {
    const [, word, what] = /^(Collecting|Downloading|Installing)\b\s*(\S*)/.exec(line) ?? [];
    if (word === "Collecting") packages++;
    if (word === "Downloading") onStep(`downloading package ${packages}, ${basename(what!)}`);
    if (word === "Installing") onStep(`installing ${packages} packages`);
  });
}

async function succeeds([command, ...first]: Program, ...args: string[]): Promise<boolean> {
  try {
    const quiet = { stdin: "null", stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(command, { args: [...first, ...args], ...quiet }).output()).success;
  } catch {
    // Not there, or not to be run.
    return false;
  }
}

async function run([command, ...first]: Program, args: string[], onLine: (line: string) => void): Promise<boolean> {
  const child = new Deno.Command(command, { args: [...first, ...args], stdin: "null", stdout: "piped" }).spawn();
  let rest = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) onLine(line.trim());
  }
  return (await child.status).success;
}
