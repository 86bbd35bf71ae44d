/** Where a kernel listens, as the connection file of the Jupyter protocol says it. */
import type { Address } from "./zmtp.ts";

export interface ConnectionInfo {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
  /** Secret that every message is signed with. */
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
}

export type Channel = "shell" | "control" | "iopub" | "stdin" | "hb";

/** A connection on this machine, on ports that were free a moment ago, with a fresh key. */
export function localConnection(kernelName: string): ConnectionInfo {
  const [shell, control, iopub, stdin, hb] = freePorts(5) as [number, number, number, number, number];
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port: shell,
    control_port: control,
    iopub_port: iopub,
    stdin_port: stdin,
    hb_port: hb,
    key: crypto.randomUUID(),
    signature_scheme: "hmac-sha256",
    kernel_name: kernelName,
  };
}

export function addressOf(connection: ConnectionInfo, channel: Channel): Address {
  return { transport: connection.transport, ip: connection.ip, port: connection[`${channel}_port`] };
}

/** Writes the connection file, readable by its owner alone: it holds the key. */
export async function writeConnectionFile(connection: ConnectionInfo): Promise<string> {
  const path = await Deno.makeTempFile({ prefix: "tracebook-kernel-", suffix: ".json" });
  await Deno.writeTextFile(path, JSON.stringify(connection), { mode: 0o600 });
  return path;
}

/** All listeners are held until the last port is known, so that no port is given twice. */
function freePorts(count: number): number[] {
  const listeners = Array.from({ length: count }, () => Deno.listen({ hostname: "127.0.0.1", port: 0 }));
  const ports = listeners.map((listener) => (listener.addr as Deno.NetAddr).port);
  for (const listener of listeners) listener.close();
  return ports;
}
