/** A skeleton in a folder of its own, run as its README says. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import type { TaskSkeleton } from "../../../src/taskmining/mod.ts";
import { chromiumPath } from "./chromium.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
}

export interface SkeletonFolder {
  readonly path: string;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  /** `deno run -A run.ts` in Chromium without a window. */
  readonly run: (args?: string[], stdin?: string) => Promise<Ran>;
  readonly check: () => Promise<Ran>;
  readonly remove: () => Promise<void>;
}

export async function skeletonFolder({ files }: TaskSkeleton): Promise<SkeletonFolder> {
  const path = await mkdtemp(join(tmpdir(), "tracebook-skeleton-"));
  for (const { name, text } of files) await writeFile(join(path, name), text);
  const settings = JSON.parse(await readFile(join(path, "settings.json"), "utf8"));
  const own = { ...settings, timeoutSeconds: 3, browserArguments: ["--no-sandbox", "--disable-gpu", "--disable-quic"] };
  await writeFile(join(path, "settings.json"), JSON.stringify(own));
  const deno = (args: string[], stdin = "") => start(Deno.execPath(), args, path, stdin);
  return {
    path,
    write: (name, text) => writeFile(join(path, name), text),
    read: (name) => readFile(join(path, name), "utf8"),
    run: (args = [], stdin = "") =>
      deno(["run", "-A", "run.ts", "--headless", ...(chromiumPath ? ["--browser", chromiumPath] : []), ...args], stdin),
    check: () => deno(["check", "--quiet", "run.ts", "task.ts"]),
    remove: () => rm(path, { recursive: true }),
  };
}

export function start(command: string, args: string[], cwd: string, stdin = ""): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...Deno.env.toObject(), NO_COLOR: "1" } });
    let out = "";
    child.stdout.on("data", (part) => out += part);
    child.stderr.on("data", (part) => out += part);
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? -1, out }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}
