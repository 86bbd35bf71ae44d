/** Code that runs silently inside the Deno kernel, before the first cell and after each one. */

/** MIME type of the message by which the kernel says that everything before it has been sent. */
export const BARRIER_MIME = "application/vnd.tracebook.barrier+json";

/** Global name of our part in the kernel. */
const KERNEL = "__tracebookKernel";

/** What went wrong outside of the cell's own evaluation: a rejection nobody handled, a throw in a timer or a display. */
export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: string[];
}

/**
 * Makes the kernel report what it would swallow:
 * - unhandled rejections and errors of timers and microtasks are recorded;
 * - a promise as a cell's last expression is awaited, and a throw while the result is displayed is recorded;
 * - what is written to `Deno.stdout`, `process.stdout` and their stderr, which the kernel drops, is printed;
 * - the kernel ends when the process that started it does: its standard input then closes.
 */
export const PRELUDE = `(() => {
  // What a cell declares at its top hides the globals of that name, here too.
  const { addEventListener, Deno, encodeURIComponent, Error, Object, Promise, String, TextDecoder, Worker } = globalThis;
  const { core, jupyter } = Deno[Deno.internal];
  const later = globalThis.setTimeout;
  const broadcast = Deno.jupyter.broadcast;
  const failures = [];

  const describe = (error, prefix) => {
    try {
      if (error instanceof Error) {
        const stack = typeof error.stack === "string" && error.stack !== "" ? error.stack : String(error);
        const causes = [];
        for (let c = error.cause; c !== undefined && causes.length < 8; c = c?.cause) {
          causes.push(...("Caused by: " + (c instanceof Error ? c.stack ?? String(c) : Deno.inspect(c))).split("\\n"));
        }
        return {
          ename: String(error.name || "Error"),
          evalue: prefix + String(error.message),
          traceback: [...(prefix ? [prefix.trim()] : []), ...stack.split("\\n"), ...causes],
        };
      }
      const shown = typeof error === "string" ? error : Deno.inspect(error);
      return { ename: "Uncaught", evalue: prefix + shown, traceback: ["Uncaught " + prefix + shown] };
    } catch {
      return { ename: "Error", evalue: prefix + "an error that cannot be shown", traceback: [] };
    }
  };

  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    failures.push(describe(event.reason, "Unhandled promise rejection: "));
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    failures.push(describe(event.error ?? event.message, ""));
  });

  const show = jupyter.broadcastResult;
  jupyter.broadcastResult = async (count, result) => {
    try {
      await show(count, await result);
    } catch (error) {
      failures.push(describe(error, ""));
    }
  };

  for (const [stream, isError] of [[Deno.stdout, false], [Deno.stderr, true]]) {
    const decoder = new TextDecoder();
    stream.writeSync = (bytes) => (core.print(decoder.decode(bytes, { stream: true }), isError), bytes.length);
    stream.write = (bytes) => Promise.resolve(stream.writeSync(bytes));
  }
  const node = globalThis.process;
  for (const [stream, isError] of [[node?.stdout, false], [node?.stderr, true]]) {
    if (!stream) continue;
    stream.write = (chunk, encoding, done) => {
      core.print(typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk), isError);
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") queueMicrotask(() => callback());
      return true;
    };
  }

  const watch = "const b = new Uint8Array(1); try { while (await Deno.stdin.read(b) !== null); } catch {}"
    + " Deno.kill(Deno.pid, 'SIGKILL');";
  const watcher = new Worker("data:application/javascript," + encodeURIComponent(watch), { type: "module" });

  Object.defineProperty(globalThis, "${KERNEL}", {
    value: {
      watcher,
      async barrier(token) {
        await new Promise((resolve) => later(resolve, 0));
        core.print(token, false);
        const content = { token, failures: failures.splice(0) };
        await broadcast("display_data", { data: { "${BARRIER_MIME}": content }, metadata: {}, transient: {} });
      },
      async probe(specifier) {
        try {
          await import(specifier);
          return null;
        } catch (error) {
          return describe(error, "");
        }
      },
      async tell(token, value) {
        const content = { token, value };
        await broadcast("display_data", { data: { "${BARRIER_MIME}": content }, metadata: {}, transient: {} });
      },
    },
  });
})();`;

export function barrierCode(token: string): string {
  return `await ${KERNEL}.barrier(${JSON.stringify(token)}); undefined`;
}

/** Asks the kernel to import something, and to say by a message with `token` why it cannot. */
export function probeCode(token: string, specifier: string): string {
  return `await ${KERNEL}.tell(${JSON.stringify(token)}, await ${KERNEL}.probe(${
    JSON.stringify(specifier)
  })); undefined`;
}
