/** JupyterLab and other clients of the Jupyter project, away from the user's own settings and kernels. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** `TRACEBOOK_PYTHON`, as `deno task test:interop` sets it: one that has JupyterLab, nbclient and nbconvert. */
export const python: string | undefined = process.env["TRACEBOOK_PYTHON"];

/** Where `CI` is set, clients that are missing are a failure, not a reason to skip. */
export const lacksJupyter = python === undefined && !process.env["CI"];

export interface JupyterFolder {
  /** Inside the project, so that notebooks find `deno.json` and "tracebook". */
  readonly path: string;
  /** For every program of Jupyter that is started. */
  readonly env: Record<string, string>;
  remove(): Promise<void>;
}

/** A folder for notebooks, and one with the kernel `tracebook` registered by the task that users run. */
export async function jupyterFolder(): Promise<JupyterFolder> {
  await mkdir(join(root, ".interop"), { recursive: true });
  const path = await mkdtemp(join(root, ".interop/"));
  const settings = join(path, ".jupyter");
  const env = Object.fromEntries(
    ["DATA", "CONFIG", "RUNTIME"].map((kind) => [`JUPYTER_${kind}_DIR`, join(settings, kind.toLowerCase())]),
  );
  env["JUPYTERLAB_SETTINGS_DIR"] = join(settings, "lab");
  env["JUPYTERLAB_WORKSPACES_DIR"] = join(settings, "workspaces");
  env["JUPYTER_PLATFORM_DIRS"] = "1";
  // No question about news in front of the notebook.
  const notification = join(settings, "lab", "@jupyterlab", "apputils-extension");
  await mkdir(notification, { recursive: true });
  await writeFile(join(notification, "notification.jupyterlab-settings"), '{"fetchNews":"false"}');
  await ended(spawn(Deno.execPath(), ["run", "-A", join(root, "src/cli/lab.ts"), "--register"], quiet(env)));
  return { path, env, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Runs a Python module or script to its end; gives what it printed. @throws Error with its stderr if it fails. */
export async function runPython(folder: JupyterFolder, args: readonly string[]): Promise<string> {
  return await ended(spawn(pythonPath(), [...args], quiet(folder.env, folder.path)));
}

export interface Lab {
  readonly address: string;
  /** Ends the server and its kernels. */
  stop(): Promise<void>;
}

/** Starts JupyterLab on a folder, and waits until it answers. */
export async function startLab(folder: JupyterFolder): Promise<Lab> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(pythonPath(), [
    "-m",
    "jupyterlab",
    "--no-browser",
    "--allow-root",
    `--ServerApp.ip=127.0.0.1`,
    `--ServerApp.port=${port}`,
    `--ServerApp.root_dir=${folder.path}`,
    "--IdentityProvider.token=",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
  ], quiet(folder.env, folder.path));
  let said = "";
  child.stderr!.on("data", (chunk) => said = (said + chunk).slice(-4000));
  for (let tries = 0;; tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`JupyterLab did not start:\n${said}`);
    if (await fetch(`${address}/api/status`).then((it) => it.body?.cancel().then(() => it.ok), () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    address,
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await gone;
      clearTimeout(late);
    },
  };
}

function pythonPath(): string {
  if (!python) throw new Error("Expected TRACEBOOK_PYTHON; run these tests by `deno task test:interop`.");
  return python;
}

function quiet(env: Record<string, string>, cwd = root) {
  return { env: { ...process.env, ...env }, cwd, stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"] };
}

/** What a process printed. */
async function ended(child: ChildProcess): Promise<string> {
  let out = "", error = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk) => out += chunk);
  child.stderr!.setEncoding("utf8").on("data", (chunk) => error += chunk);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve)
  );
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}:\n${error.slice(-4000)}`);
  return out;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
