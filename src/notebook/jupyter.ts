/** Finds JupyterLab, or installs it into the project's own virtual environment. */
import { join } from "node:path";

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

/** Makes a virtual environment with JupyterLab; what pip says goes to stderr. False if it did not work out. */
export async function installLab(venv: string, python: Program): Promise<boolean> {
  return await run(python, "-m", "venv", venv) &&
    await run([venvProgram(venv, "python")], "-m", "pip", "install", "--quiet", "--no-input", ...JUPYTER_PACKAGES);
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

async function run([command, ...first]: Program, ...args: string[]): Promise<boolean> {
  const child = new Deno.Command(command, { args: [...first, ...args], stdin: "null", stdout: "piped" }).spawn();
  const said = child.stdout.pipeTo(Deno.stderr.writable, { preventClose: true });
  const { success } = await child.status;
  await said;
  return success;
}
