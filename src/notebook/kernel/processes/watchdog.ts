/** A shell that cleans up after this process when it is killed outright. */

export interface Watchdog {
  /** What to kill (a group by its negative number) and to remove when this process has gone. */
  watch(pids: readonly number[], paths: readonly string[]): void;
  /** Nothing is left to clean up. */
  close(): void;
}

/** Undefined where there is no shell: then nothing cleans up. */
export function startWatchdog(): Watchdog | undefined {
  if (Deno.build.os === "windows") return undefined;
  let shell: Deno.ChildProcess;
  try {
    shell = new Deno.Command("/bin/sh", {
      args: ["-c", SCRIPT],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
      // Else what ends a group of processes would end it, too.
      detached: true,
    }).spawn();
  } catch {
    return undefined;
  }
  shell.unref();
  const orders = shell.stdin.getWriter();
  const order = (line: string) => orders.write(new TextEncoder().encode(`${line}\n`)).catch(() => {});
  return {
    watch(pids, paths) {
      const kill = pids.map((pid) => `kill -9 ${pid}; `).join("");
      const remove = paths.length > 0 ? `rm -rf -- ${paths.map(quoted).join(" ")}` : "";
      order(`${kill}${remove}`);
    },
    close() {
      order("").then(() => orders.close()).catch(() => {});
    },
  };
}

/** Its standard input closes when this process has gone, however it went; then it does what the last line says. */
const SCRIPT = `trap "" INT HUP TERM; order=; while IFS= read -r line; do order=$line; done; eval "$order"`;

/** No line may end within a path. */
function quoted(path: string): string {
  return path.includes("\n") ? "" : `'${path.replaceAll("'", `'\\''`)}'`;
}
