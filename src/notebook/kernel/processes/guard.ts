/** No kernel outlives this process: whatever ends us ends them first. */

const guarded = new Set<Deno.ChildProcess>();
const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM", "SIGHUP"];
const codes: Partial<Record<Deno.Signal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143, SIGBREAK: 149 };
const handlers = new Map(signals.map((signal) => [signal, () => {
  endAll();
  Deno.exit(codes[signal] ?? 1);
}]));

/**
 * Ends `child` when this process exits or is told to by a signal. Gives a function that stops guarding it.
 *
 * A process that is killed outright cannot do so; for that case the kernel itself watches its standard input.
 */
export function guardProcess(child: Deno.ChildProcess): () => void {
  if (guarded.size === 0) {
    globalThis.addEventListener("unload", endAll);
    for (const [signal, handler] of handlers) Deno.addSignalListener(signal, handler);
  }
  guarded.add(child);
  return () => {
    if (!guarded.delete(child) || guarded.size > 0) return;
    globalThis.removeEventListener("unload", endAll);
    for (const [signal, handler] of handlers) Deno.removeSignalListener(signal, handler);
  };
}

/**
 * Ends the process `pid` if this one is killed before `done` is called: for the time in which a kernel cannot yet watch
 * its standard input. A shell that waits for us does it; where there is none, nothing does.
 */
export function guardStart(pid: number): { done(): Promise<void> } {
  if (Deno.build.os === "windows") return { done: () => Promise.resolve() };
  try {
    const guard = new Deno.Command("/bin/sh", {
      args: ["-c", 'read -r word || kill -9 "$0"', String(pid)],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const writer = guard.stdin.getWriter();
    return {
      async done() {
        await writer.write(new TextEncoder().encode("started\n")).catch(() => {});
        await writer.close().catch(() => {});
        await guard.status;
      },
    };
  } catch {
    return { done: () => Promise.resolve() };
  }
}

/** Ending a process that has just ended by itself is no error. */
export function endProcess(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // Already gone.
  }
}

function endAll(): void {
  for (const child of guarded) endProcess(child);
}
