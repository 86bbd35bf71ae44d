/** A worker inside the kernel that goes on while the kernel's own thread is busy. */

/** By it the process ends when it has grown past its bound; Deno and Node use it for nothing. */
export const OUT_OF_MEMORY_SIGNAL = "SIGUSR2";

/**
 * Hands on the lines of standard input. Ends the process with standard input, or when it has grown past `memoryBytes`
 * (0: it may grow).
 */
export const watcherCode = (memoryBytes: number): string =>
  String.raw`
  const end = () => {
    try {
      // With the processes that cells have started.
      Deno.kill(-Deno.pid, "SIGKILL");
    } catch {
      Deno.kill(Deno.pid, "SIGKILL");
    }
  };
  const most = ${memoryBytes};
  if (most > 0) {
    setInterval(() => {
      if (Deno.memoryUsage().rss <= most) return;
      try {
        // The worker has no other way to say why: what it prints is lost.
        Deno.kill(Deno.pid, "${OUT_OF_MEMORY_SIGNAL}");
      } catch {
        end();
      }
    }, 50);
  }
  const bytes = new Uint8Array(256);
  let rest = "";
  try {
    for (let count; (count = await Deno.stdin.read(bytes)) !== null;) {
      const lines = (rest + new TextDecoder().decode(bytes.subarray(0, count))).split("\n");
      rest = lines.pop();
      for (const line of lines) postMessage(line);
    }
  } catch {
    // Closed in another way.
  }
  end();`;
