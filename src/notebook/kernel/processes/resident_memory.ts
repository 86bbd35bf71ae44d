/** How much memory another process holds. */

/** Bytes; undefined where the system does not say. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    if (Deno.build.os === "linux") {
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(await Deno.readTextFile(`/proc/${pid}/status`))?.[1];
      return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
    }
    if (Deno.build.os === "windows") return undefined;
    const { stdout } = await new Deno.Command("ps", { args: ["-o", "rss=", "-p", String(pid)], stderr: "null" })
      .output();
    return 1024 * Number(new TextDecoder().decode(stdout)) || undefined;
  } catch {
    return undefined;
  }
}
