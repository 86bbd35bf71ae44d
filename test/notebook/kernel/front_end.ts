/** A front end for the tests: starts the kernel as a kernelspec does, and keeps what arrives, by cell. */
import { fileURLToPath } from "node:url";
import { localConnection, writeConnectionFile } from "../../../src/notebook/kernel/protocol/connection.ts";
import type { Json, Message } from "../../../src/notebook/kernel/protocol/messages.ts";
import { type KernelSockets, openKernelSockets } from "../../../src/notebook/kernel/client/kernel_sockets.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface Ran {
  readonly reply: Json;
  /** What had arrived under this request when the kernel said that it is idle. */
  readonly before: Shown[];
  /** All that has arrived under it by now. */
  all(): Shown[];
}

export interface Shown {
  readonly type: string;
  readonly content: Json;
  readonly metadata: Json;
}

export interface FrontEnd {
  readonly pid: number;
  readonly process: Deno.ChildProcess;
  readonly sockets: KernelSockets;
  run(code: string, more?: Json): Promise<Ran>;
  ask(type: string, content: Json, channel?: "shell" | "control"): Promise<Ran>;
  /** Resolves with the first message, from now on, that `wanted` takes. */
  next(wanted: (message: Message) => boolean): Promise<Message>;
  readonly messages: readonly Message[];
  /** Ids of the processes that the kernel has started and that still are. */
  children(): Promise<number[]>;
  close(): Promise<void>;
}

export const STOCK = (file: string) => ["jupyter", "--kernel", "--conn", file];
export const WRAPPED = (file: string) => [
  "run",
  "-A",
  `--config=${root}deno.json`,
  `${root}src/notebook/kernel/main.ts`,
  file,
];

export async function startFrontEnd(
  options: { cwd?: string; env?: Record<string, string>; args?: (file: string) => string[] } = {},
): Promise<FrontEnd> {
  const connection = localConnection("tracebook");
  const file = await writeConnectionFile(connection);
  const process = new Deno.Command(Deno.execPath(), {
    args: (options.args ?? WRAPPED)(file),
    cwd: options.cwd ?? await Deno.makeTempDir({ prefix: "tracebook-test-" }),
    env: { NO_COLOR: "1", ...options.env },
    stdin: "null",
    stdout: "null",
    stderr: Deno.env.get("KERNEL_STDERR") ? "inherit" : "null",
  }).spawn();
  const sockets = openKernelSockets(connection);
  const messages: Message[] = [];
  const waiting = new Set<(message: Message) => void>();
  sockets.onOutput = (message) => {
    messages.push(message);
    for (const take of waiting) take(message);
  };
  await sockets.request("kernel_info_request", {});
  await sockets.subscribed();

  const shownUnder = (id: string | undefined): Shown[] =>
    messages.filter(({ parentHeader }) => parentHeader.msg_id === id)
      .map(({ header, content, metadata }) => ({ type: header.msg_type, content, metadata }));
  const ask = async (type: string, content: Json, channel: "shell" | "control" = "shell"): Promise<Ran> => {
    const reply = await sockets.request(type, content, channel);
    const id = reply.parentHeader.msg_id;
    return { reply: reply.content, before: shownUnder(id), all: () => shownUnder(id) };
  };
  return {
    pid: process.pid,
    process,
    sockets,
    messages,
    ask,
    run: (code, more = {}) =>
      ask("execute_request", {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: true,
        ...more,
      }),
    next(wanted) {
      const { promise, resolve } = Promise.withResolvers<Message>();
      const take = (message: Message) => {
        if (!wanted(message)) return;
        waiting.delete(take);
        resolve(message);
      };
      waiting.add(take);
      return promise;
    },
    async children() {
      const { stdout } = await new Deno.Command("ps", { args: ["-o", "pid=", "--ppid", String(process.pid)] }).output();
      return new TextDecoder().decode(stdout).split("\n").map((line) => line.trim()).filter(Boolean).map(Number);
    },
    async close() {
      try {
        process.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      await process.status;
      sockets.close();
    },
  };
}

/** Text of a stream, and the types of the rest, in order. */
export function summary(shown: readonly Shown[]): string[] {
  const parts: string[] = [];
  for (const { type, content } of shown) {
    if (type === "execute_input" || type === "status") continue;
    if (type === "stream") {
      const start = `${content.name}: `;
      if (parts.at(-1)?.startsWith(start)) parts.push(`${parts.pop()}${content.text}`);
      else parts.push(start + content.text);
    } else if (type === "error") {
      parts.push(`error: ${content.ename}: ${content.evalue}`);
    } else {
      parts.push(`${type}: ${JSON.stringify(Object.values((content.data ?? {}) as Json)[0])}`);
    }
  }
  return parts;
}
