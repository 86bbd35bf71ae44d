/** Which cells were stopped: programs ask it, so that work ends which a stopped cell has begun. */
import { STOPPED_TURN } from "./watcher.ts";

/**
 * Runs before the prelude. Programs find it at `globalThis[Symbol.for("tracebook.stops")]`: see `src/base/stop.ts`.
 *
 * Turns are the numbers of cells and of messages from widgets. What runs, also much later and while another cell runs,
 * belongs to the turn that began it.
 */
export const STOPS_PRELUDE = `(() => {
  const { Atomics, Int32Array, Map, Object, Set, SharedArrayBuffer, Symbol } = globalThis;
  const { AsyncLocalStorage } = globalThis.process.getBuiltinModule("node:async_hooks");
  const turns = new AsyncLocalStorage();
  const orders = new Int32Array(new SharedArrayBuffer(8));
  const stopped = new Set();
  const listeners = new Map();
  Object.defineProperty(globalThis, Symbol.for("tracebook.stops"), {
    value: {
      orders,
      enter: (number) => turns.enterWith(number),
      current: () => turns.getStore() ?? 0,
      // The order is seen at once, also by code that keeps the event loop from hearing of it.
      isStopped: (number) => stopped.has(number) || number > 0 && Atomics.load(orders, ${STOPPED_TURN}) === number,
      wasStopped: (number) => stopped.has(number),
      stop(number) {
        stopped.add(number);
        for (const end of listeners.get(number) ?? []) end();
        listeners.delete(number);
      },
      listen(number, end) {
        if (!listeners.has(number)) listeners.set(number, new Set());
        listeners.get(number).add(end);
        return () => void listeners.get(number)?.delete(end);
      },
    },
  });
})();`;
