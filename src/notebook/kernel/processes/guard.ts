/**
 * No kernel and no temporary file outlives this process: whatever ends it takes them along.
 *
 * An exit and the signals that can be heard are handled here. For a process that is killed outright, a shell waits
 * beside it and does the same (`watchdog.ts`).
 */
import { startWatchdog, type Watchdog } from "./watchdog.ts";

/** Processes by their ids, and whether each leads a group of its own. */
const processes = new Map<number, { leadsGroup: boolean }>();
const paths = new Set<string>();
let watchdog: Watchdog | undefined;

const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM", "SIGHUP"];
const codes: Partial<Record<Deno.Signal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143, SIGBREAK: 149 };
const handlers = new Map(signals.map((signal) => [signal, () => {
  endAll();
  Deno.exit(codes[signal] ?? 1);
}]));

/**
 * Ends the process when this one ends, with all of its group if it leads one. The function that is returned stops that.
 */
export function guardProcess({ pid }: Deno.ChildProcess, { leadsGroup = false } = {}): () => void {
  begin();
  processes.set(pid, { leadsGroup });
  watch();
  return () => {
    if (processes.delete(pid)) watch();
  };
}

/** Removes a file or a folder when this process ends. The function that is returned removes it now. */
export function guardPath(path: string): () => Promise<void> {
  begin();
  paths.add(path);
  watch();
  return async () => {
    await Deno.remove(path, { recursive: true }).catch(() => {});
    if (paths.delete(path)) watch();
  };
}

/** Kills a process, with the group that it leads. A process that has just ended by itself is no error. */
export function killProcess(pid: number, { leadsGroup = false } = {}): void {
  if (leadsGroup) killGroup(pid);
  kill(pid);
}

/** Kills what is left of the group that a process leads or led. */
export function killGroup(pid: number): void {
  if (GROUPS) kill(-pid);
}

function kill(target: number): void {
  try {
    Deno.kill(target, "SIGKILL");
  } catch {
    // Already gone.
  }
}

/** Windows has no groups of processes. */
const GROUPS = Deno.build.os !== "windows";

/** Before the first process or path. */
function begin(): void {
  if (processes.size + paths.size > 0) return;
  globalThis.addEventListener("unload", endAll);
  for (const [signal, handler] of handlers) Deno.addSignalListener(signal, handler);
  watchdog = startWatchdog();
}

/** After every change. */
function watch(): void {
  const targets = [...processes].map(([pid, { leadsGroup }]) => leadsGroup && GROUPS ? -pid : pid);
  watchdog?.watch(targets, [...paths]);
  if (processes.size + paths.size > 0) return;
  watchdog?.close();
  watchdog = undefined;
  globalThis.removeEventListener("unload", endAll);
  for (const [signal, handler] of handlers) Deno.removeSignalListener(signal, handler);
}

function endAll(): void {
  for (const [pid, options] of processes) killProcess(pid, options);
  for (const path of paths) {
    try {
      Deno.removeSync(path, { recursive: true });
    } catch {
      // Already gone.
    }
  }
}
