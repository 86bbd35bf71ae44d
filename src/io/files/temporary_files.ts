/** Temporary files that are being written: gone when the process ends by a signal or by `Deno.exit`. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import process from "node:process";

const open = new Set<string>();

/** A name that no other file has; hidden, and short enough for every folder. */
export function temporaryName(): string {
  return `.tracebook-${randomBytes(8).toString("hex")}.part`;
}

/** Removes the file if the process ends before the function that is returned is called. */
export function keepTrackOf(path: string): () => void {
  open.add(path);
  if (open.size === 1) listen();
  return () => {
    open.delete(path);
    if (open.size === 0) stopListening();
  };
}

const SIGNALS: readonly Deno.Signal[] = globalThis.Deno?.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];
const handlers = SIGNALS.map((signal) => [signal, () => end(signal)] as const);

/** Only while something is open: a listener takes the signal's own effect away. In a notebook the kernel has them. */
function listen(): void {
  globalThis.addEventListener?.("unload", removeAll);
  if (!globalThis.Deno || inKernel()) return;
  for (const [signal, handler] of handlers) tried(() => Deno.addSignalListener(signal, handler));
}

function inKernel(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}

function stopListening(): void {
  globalThis.removeEventListener?.("unload", removeAll);
  if (!globalThis.Deno || inKernel()) return;
  for (const [signal, handler] of handlers) tried(() => Deno.removeSignalListener(signal, handler));
}

function end(signal: Deno.Signal): void {
  removeAll();
  stopListening();
  // The signal again, now with its own effect.
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const path of open) tried(() => rmSync(path, { force: true }));
  open.clear();
}

function tried(work: () => void): void {
  try {
    work();
  } catch {
    // A file that cannot be removed now, a signal that this system does not have.
  }
}
