/** Why a kernel ended in the middle of a cell, in words. */
import type { Failure } from "../prelude/prelude.ts";
import type { KernelClient } from "./kernel_client.ts";

/** @param consequence what that means for the reader, put after the reason. */
export async function kernelEnd(client: KernelClient, consequence = ""): Promise<Failure> {
  const status = await client.ended;
  if (client.outOfMemory) {
    const evalue = `The cell ran out of memory. ${boundWords(client)}${consequence}`;
    return { ename: "OutOfMemory", evalue, traceback: [`OutOfMemory: ${evalue}`] };
  }
  const evalue = status.success
    ? `The kernel ended with exit code 0: a cell that calls Deno.exit or process.exit ends it.${consequence}`
    : `The kernel ended during this cell (${howOf(status)}).${hintOf(status)}${consequence}`;
  const words = client.lastWords === "" ? [] : client.lastWords.split("\n");
  return { ename: "KernelDied", evalue, traceback: [`KernelDied: ${evalue}`, ...words] };
}

/** How a process ended: the signal, or else the exit code. */
export function howOf({ signal, code }: Deno.CommandStatus): string {
  return signal ?? `exit code ${code}`;
}

function boundWords({ memoryGigabytes }: KernelClient): string {
  if (memoryGigabytes === undefined) return "Read or keep less at a time.";
  const bound = Number(memoryGigabytes.toFixed(1));
  return `A run may have ${bound} GB, half of it for JavaScript's objects: read or keep less at a time, or give the ` +
    `run more, such as --memory ${Math.ceil(2 * memoryGigabytes)}.`;
}

function hintOf({ signal }: Deno.CommandStatus): string {
  if (signal === "SIGKILL") return " Another program killed it, or the system did because no memory was left.";
  return signal === null ? " A cell that calls Deno.exit or process.exit ends it." : "";
}
