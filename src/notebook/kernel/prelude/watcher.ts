/** A worker inside the kernel that goes on while the kernel's own thread is busy. */

/** By it the process ends when it has grown past its bound; Deno and Node use it for nothing. */
export const OUT_OF_MEMORY_SIGNAL = "SIGUSR2";

/** The name by which V8 is told to offer its garbage collection; "gc" would be taken from the cells. */
export const COLLECT = "__tracebookCollect";

/** Places in the memory that worker and kernel share: the turn to stop, and the last order that is carried out. */
export const STOPPED_TURN = 0;
export const DONE_ORDER = 1;

/**
 * Takes the lines of standard input. "stop 3 7 240", the third order, on turn 7, is noted where the kernel's thread sees
 * it while it is busy, and handed on. If that thread hears of it later than 240 ms, it will be interrupted. "go 3" lets
 * it go on, once it has been interrupted or will not be. The process ends with its standard input, or when it has grown
 * past `memoryBytes` (0: it may grow).
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
  let orders;
  addEventListener("message", ({ data }) => {
    orders = data;
    postMessage({ order: 0 });
  });
  const take = (line) => {
    const [word, order, number, limit] = line.split(" ");
    if (orders === undefined) return;
    if (word === "stop") {
      Atomics.store(orders, ${STOPPED_TURN}, Number(number));
      postMessage({ order: Number(order), number: Number(number), until: Date.now() + Number(limit) });
    } else if (word === "go") {
      Atomics.store(orders, ${DONE_ORDER}, Number(order));
      Atomics.notify(orders, ${DONE_ORDER});
    }
  };
  const bytes = new Uint8Array(256);
  let rest = "";
  try {
    for (let count; (count = await Deno.stdin.read(bytes)) !== null;) {
      const lines = (rest + new TextDecoder().decode(bytes.subarray(0, count))).split("\n");
      rest = lines.pop();
      for (const line of lines) take(line);
    }
  } catch {
    // Closed in another way.
  }
  end();`;
