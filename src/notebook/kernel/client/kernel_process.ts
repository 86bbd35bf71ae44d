/** The process of a Deno kernel and its connection file: both are gone when this process ends. */
import { type ConnectionInfo, localConnection, writeConnectionFile } from "../protocol/connection.ts";
import type { KernelOptions } from "./kernel_client.ts";
import { drain } from "../processes/pipe.ts";
import { endProcess, guardProcess, guardStart } from "../processes/guard.ts";

export interface KernelProcess {
  readonly pid: number;
  readonly connection: ConnectionInfo;
  /** True once the process has ended, for whatever reason. */
  readonly dead: boolean;
  readonly ended: Promise<Deno.CommandStatus>;
  /** Resolves with `DEAD` when the process has ended: for races. */
  readonly died: Promise<typeof DEAD>;
  /** The last lines that the process wrote to stderr. */
  readonly lastWords: string;
  /** Writes a line to the kernel's standard input, which its prelude reads. */
  writeLine(line: string): Promise<void>;
  /** The kernel has read the connection file: it holds the key, and is deleted. */
  deleteConnectionFile(): Promise<void>;
  /** The start is over, well or not: a kernel that started watches its standard input by itself from now on. */
  startIsOver(): Promise<void>;
  kill(): Promise<void>;
}

export const DEAD = Symbol("dead");

export async function startKernelProcess(options: KernelOptions): Promise<KernelProcess> {
  const connection = localConnection("deno");
  const file = await writeConnectionFile(connection);
  const child = new Deno.Command(options.deno ?? Deno.execPath(), {
    args: ["jupyter", "--kernel", "--conn", file],
    cwd: options.cwd,
    env: { ...(options.color ? {} : { NO_COLOR: "1" }), ...options.env },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const release = guardProcess(child);
  const startGuard = guardStart(child.pid);
  drain(child.stdout);
  const lastWords = drain(child.stderr);
  const input = child.stdin.getWriter();
  let dead = false;
  const deleteConnectionFile = () => Deno.remove(file).catch(() => {});
  const ended = child.status.then(async (status) => {
    dead = true;
    release();
    await deleteConnectionFile();
    return status;
  });
  return {
    pid: child.pid,
    connection,
    get dead() {
      return dead;
    },
    ended,
    died: ended.then(() => DEAD),
    get lastWords() {
      return lastWords();
    },
    // A kernel that has just ended closes the pipe: whoever waits for it hears by its end.
    writeLine: (line) => input.write(new TextEncoder().encode(`${line}\n`)).catch(() => {}),
    deleteConnectionFile,
    startIsOver: () => startGuard.done(),
    async kill() {
      if (!dead) endProcess(child);
      await ended;
      await input.close().catch(() => {});
    },
  };
}
