/** The process of a Deno kernel and its connection file: both are gone when this process ends. */
import { type ConnectionInfo, localConnection, writeConnectionFile } from "../protocol/connection.ts";
import { notebookProject } from "../../project/notebook_project.ts";
import { OUT_OF_MEMORY_SIGNAL } from "../prelude/watcher.ts";
import { seconds } from "../protocol/deadline.ts";
import type { KernelOptions } from "./kernel_client.ts";
import { memoryBounds } from "./memory.ts";
import { guardPath, guardProcess, killGroup, killProcess } from "../processes/guard.ts";
import { drain } from "../processes/pipe.ts";

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
  /** Whether the process has said that it ran out of memory. */
  readonly outOfMemory: boolean;
  /** Writes a line to the kernel's standard input, which its prelude reads. */
  writeLine(line: string): Promise<void>;
  /** The kernel has read the connection file: it holds the key, and is deleted. */
  deleteConnectionFile(): Promise<void>;
  kill(): Promise<void>;
}

export const DEAD = Symbol("dead");

export async function startKernelProcess(options: KernelOptions): Promise<KernelProcess> {
  const project = await notebookProject(options.cwd);
  const connection = localConnection("deno");
  const file = await writeConnectionFile(connection);
  const deleteConnectionFile = guardPath(file);
  const command = new Deno.Command(options.deno ?? Deno.execPath(), {
    args: ["jupyter", "--kernel", "--conn", file],
    // The prelude goes on to the notebook's folder: Deno looks for its configuration only where it starts.
    cwd: project.folder,
    env: { ...(options.color ? {} : { NO_COLOR: "1" }), ...memoryBounds(options.memoryGigabytes).env, ...options.env },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    // It leads a group of processes, so that those which cells start end with it.
    detached: true,
  });
  let child: Deno.ChildProcess;
  try {
    child = command.spawn();
  } catch (error) {
    await deleteConnectionFile();
    throw error;
  }
  const release = guardProcess(child, { leadsGroup: true });
  drain(child.stdout);
  const said = drain(child.stderr);
  const input = child.stdin.getWriter();
  let dead = false;
  let endSignal: Deno.Signal | null = null;
  const ended = child.status.then(async (status) => {
    dead = true;
    endSignal = status.signal;
    killGroup(child.pid);
    release();
    // Its last words may still be on their way; whoever else holds the pipe open is not waited for.
    const limit = seconds(LAST_WORDS_SECONDS);
    await Promise.race([said.ended, limit.promise]);
    limit.cancel();
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
      return said.lastWords;
    },
    get outOfMemory() {
      return said.outOfMemory || endSignal === OUT_OF_MEMORY_SIGNAL;
    },
    // A kernel that has just ended closes the pipe: whoever waits for it hears by its end.
    writeLine: (line) => input.write(new TextEncoder().encode(`${line}\n`)).catch(() => {}),
    deleteConnectionFile,
    async kill() {
      if (!dead) killProcess(child.pid, { leadsGroup: true });
      await ended;
      await input.close().catch(() => {});
    },
  };
}

const LAST_WORDS_SECONDS = 1;
