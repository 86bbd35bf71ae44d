/** Code that runs silently inside the Deno kernel, before the first cell and after each one. */

import { PRINTER } from "./printing.ts";
import { COLLECT, DONE_ORDER, watcherCode } from "./watcher.ts";

/** MIME type of the messages by which the kernel speaks to us rather than to a front end. */
export const BARRIER_MIME = "application/vnd.tracebook.barrier+json";

/** What the prelude leaves in the kernel, by this name; not enumerable. */
export const KERNEL = "__tracebookKernel";

/** A result whose text is longer than this is shown in brief; in characters. */
const LONGEST_TEXT = 4000;

/** What went wrong outside of the cell's own evaluation: a rejection nobody handled, a throw in a timer or a display. */
export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: string[];
}

/** What a cell threw, in full: the kernel tells its name, message and stack, and of what is no error even less. */
export interface Thrown {
  readonly failure: Failure;
  /** What the kernel says of it: the message of an error, or the value as text. */
  readonly evalue: string;
  readonly said: string;
}

/**
 * Makes the kernel report what it would swallow:
 * - unhandled rejections and errors of timers and microtasks are recorded;
 * - what a cell threw is told with its causes, and an object that is no error with its members;
 * - 10n, NaN, -0, Infinity and null as a cell's last expression are shown;
 * - a promise as a cell's last expression is awaited, and a throw while the result is displayed is recorded;
 * - what is written to `Deno.stdout`, `process.stdout` and their stderr, which the kernel drops, is printed;
 * - the kernel ends when the process that started it does: its standard input then closes;
 * - an `await` of a cell ends when an order to stop the cell arrives on standard input: see `watcher.ts`;
 * - the kernel ends when the process grows past \`memoryBytes\` (0: it may grow).
 */
export const preludeCode = (memoryBytes: number): string =>
  `(() => {
  // What a cell declares at its top hides the globals of that name, here too.
  const {
    addEventListener, Array, Atomics, Date, Deno, Error, Function, Int32Array, Math, Number, Object, performance, Promise, queueMicrotask, Set, SharedArrayBuffer, String, Symbol, TextDecoder, WeakMap, WebAssembly, Worker,
  } = globalThis;
  const { core, jupyter } = Deno[Deno.internal];
  const later = globalThis.setTimeout;
  const collect = globalThis.${COLLECT};
  const { print, flush } = globalThis.${PRINTER};
  const stops = globalThis[Symbol.for("tracebook.stops")];
  const broadcast = Deno.jupyter.broadcast;
  const tell = (content) =>
    broadcast("display_data", { data: { "${BARRIER_MIME}": content }, metadata: {}, transient: {} });
  const failures = [];
  /** Number of what runs: a cell, or the handling of a message from a widget; 0 between them. */
  let running = 0;
  /** Number of the last that began to run. */
  let latest = 0;
  const fail = (failure) => {
    if (running > 0) failures.push(failure);
    else tell({ late: failure });
  };

  const describe = (error, prefix) => {
    try {
      if (isError(error)) {
        const stack = typeof error.stack === "string" && error.stack !== "" ? error.stack : String(error);
        const causes = [];
        const tell = (word, e) =>
          causes.push(...(word + ": " + (isError(e) ? e.stack ?? String(e) : Deno.inspect(e))).split("\\n"));
        // An error of the library says what its cause says: once is enough.
        const isSaid = (c) => /^(Input|Option)Error$/.test(error.name) && isError(c) &&
          error.message.includes(c.message.split("\\n")[0]);
        for (let c = error.cause, n = 0; c !== undefined && n < 8; c = c?.cause, n++) isSaid(c) || tell("Caused by", c);
        if (Array.isArray(error.errors)) for (const e of error.errors.slice(0, 8)) tell("One of its errors", e);
        return {
          ename: String(error.name || "Error"),
          evalue: prefix + String(error.message),
          traceback: [...(prefix ? [prefix.trim()] : []), ...stack.split("\\n"), ...causes],
        };
      }
      const shown = typeof error === "string" ? error : Deno.inspect(error);
      return { ename: "Uncaught", evalue: prefix + shown, traceback: ["Uncaught " + prefix + shown] };
    } catch {
      return { ename: "Error", evalue: prefix + "an error that cannot be shown", traceback: [] };
    }
  };

  /** What was last asked whether it is an error: where a cell throws, the kernel asks that of what it threw. */
  let asked;
  const plainInstance = Function.prototype[Symbol.hasInstance];
  const isError = (value) => plainInstance.call(Error, value);
  Object.defineProperty(Error, Symbol.hasInstance, {
    configurable: true,
    writable: true,
    value(value) {
      if (this === Error) asked = value;
      return plainInstance.call(this, value);
    },
  });
  /** The kernel makes null of whatever JSON cannot hold. */
  const UNKNOWN =
    'null, or what JSON cannot hold: undefined, NaN or a bigint. throw new Error("…") tells what is wrong.';
  const thrown = () => {
    try {
      if (asked === null) return { failure: describe(UNKNOWN, ""), evalue: "null", said: "null" };
      if (typeof asked !== "object" && typeof asked !== "function") return undefined;
      const isOne = isError(asked);
      // As the kernel says it.
      const evalue = (isOne ? String("message" in asked ? asked.message : "") : String(asked)) || "(none)";
      return { failure: describe(asked, ""), evalue, said: String(asked) };
    } catch {
      return undefined;
    } finally {
      asked = undefined;
    }
  };

  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(describe(event.reason, "Unhandled promise rejection: "));
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    fail(describe(event.error ?? event.message, ""));
  });

  const waiting = new Set();
  class Interrupted extends Error {
    name = "Interrupted";
    constructor() {
      super("Stopped while waiting; the variables are kept.");
      this.stack = "Interrupted: " + this.message;
    }
  }
  let lastTurn = -Infinity;
  /** Code that goes on in one of Node's ticks cannot be interrupted: so a cell goes on in a turn of the event loop. */
  const inOwnTurn = (goOn) => {
    // Cells that wait very often need not do so each time.
    if (performance.now() - lastTurn < 100) return goOn();
    later(() => {
      lastTurn = performance.now();
      goOn();
    }, 0);
  };
  /** The error, with the line that waited for it, as the engine would say it, had the cell waited itself. */
  const awaitedAt = (error, here) => {
    try {
      const [, , caller = ""] = here.stack.split("\\n");
      const frame = "    at async " + caller.trim().slice(3);
      if (/<anonymous>:\\d/.test(caller) && isError(error) && !error.stack.includes(frame)) error.stack += "\\n" + frame;
    } catch {
      // An error may be frozen.
    }
    return error;
  };
  /** The promise, or the end of waiting for it once the cell of that number is stopped. */
  const race = (number, promise) => {
    if (promise === null || typeof promise !== "object" && typeof promise !== "function") return promise;
    const here = new Error();
    return new Promise((resolve, reject) => {
      if (stops.isStopped(number)) return reject(new Interrupted());
      const entry = { number, reject };
      waiting.add(entry);
      const settling = (settle) => (value) => inOwnTurn(() => {
        waiting.delete(entry);
        settle(value);
      });
      // Resolving with it does what await would do, once, also for what only has a "then".
      Promise.resolve(promise).then(settling(resolve), settling((error) => reject(awaitedAt(error, here))));
    });
  };
  const each = (number, source) => ({
    [Symbol.asyncIterator]() {
      const inner = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]();
      return {
        next: async () => {
          const { done, value } = await race(number, inner.next());
          return { done, value: done ? value : await race(number, value) };
        },
        return: async (value) => (await inner.return?.(value)) ?? { done: true, value },
      };
    },
  });

  /** What would fill the page is shown by the first of its items; whatever shows itself does. */
  const briefly = (value) => {
    if (value === null || typeof value !== "object") return value;
    const showing = [Symbol.for("Jupyter.display"), Symbol.for("Deno.jupyter.display"), "outerHTML", "toDataURL", "$schema"];
    if (showing.some((key) => key in value)) return value;
    const long = Deno.inspect(value);
    if (long.length <= ${LONGEST_TEXT}) return value;
    const text = Deno.inspect(value, { iterableLimit: 8, colors: !Deno.noColor });
    const most = 4 * ${LONGEST_TEXT};
    const short = text.length <= most ? text : text.slice(0, text.lastIndexOf("\\n", most)) + "\\n… console.log(…) prints all of it.";
    return { [Symbol.for("Jupyter.display")]: () => ({ "text/plain": short }) };
  };

  /** Results that JSON cannot hold, by the objects that they are handed on as. */
  const held = new WeakMap();
  const show = jupyter.broadcastResult;
  jupyter.broadcastResult = async (count, result) => {
    try {
      const value = await race(running, held.has(result) ? held.get(result) : result);
      flush();
      await show(count, briefly(globalThis.${KERNEL}.shown(value)));
    } catch (error) {
      failures.push(describe(error, ""));
    }
  };

  for (const [stream, isError] of [[Deno.stdout, false], [Deno.stderr, true]]) {
    const decoder = new TextDecoder();
    stream.writeSync = (bytes) => (print(decoder.decode(bytes, { stream: true }), isError), bytes.length);
    stream.write = (bytes) => Promise.resolve(stream.writeSync(bytes));
  }
  const node = globalThis.process;
  for (const [stream, isError] of [[node?.stdout, false], [node?.stderr, true]]) {
    if (!stream) continue;
    stream.write = (chunk, encoding, done) => {
      print(typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk), isError);
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") queueMicrotask(() => callback());
      return true;
    };
  }

  const watcher = new Worker(${
    JSON.stringify("data:application/javascript," + encodeURIComponent(watcherCode(memoryBytes)))
  }, {
    type: "module",
  });
  // It is no work of a cell: see \`settle\`.
  for (const symbol of Object.getOwnPropertySymbols(Object.getPrototypeOf(watcher))) {
    if (symbol.description === undefined && typeof watcher[symbol] === "function") watcher[symbol](false);
  }
  watcher.postMessage(stops.orders);
  const watching = Promise.withResolvers();
  const endWaits = (number) => {
    for (const entry of [...waiting]) {
      if (entry.number !== number) continue;
      waiting.delete(entry);
      entry.reject(new Interrupted());
    }
  };
  watcher.addEventListener("message", async ({ data: { order, number, until } }) => {
    watching.resolve();
    // What has not begun yet will not.
    if (order === 0 || number !== running && number <= latest) return;
    const isInTime = Date.now() < until;
    if (!isInTime || stops.wasStopped(number)) {
      // A cell that was interrupted itself never settles, and the kernel waits for it until it is collected.
      for (const pause of [20, 100, 400]) later(() => running === number && collect(), pause);
    }
    stops.stop(number);
    if (isInTime) await tell({ heard: number });
    // Else the interruption is on its way, must find code that runs, and ends this function, too.
    else later(() => endWaits(number), 0);
    const end = Date.now() + 2000;
    for (let done; (done = Atomics.load(stops.orders, ${DONE_ORDER})) < order && Date.now() < end;) {
      Atomics.wait(stops.orders, ${DONE_ORDER}, done, 20);
    }
    endWaits(number);
  });

  // What was printed is sent by another thread: an exit at once would cut it off.
  const { exit } = Deno;
  Deno.exit = (code) => {
    flush();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    exit(code);
  };

  // WebAssembly that is compiled ahead of its use keeps the event loop going, and is nothing to wait for.
  let compilations = 0;
  const compile = WebAssembly.compile;
  WebAssembly.compile = (...args) => {
    compilations++;
    const compiled = compile(...args);
    const end = () => void compilations--;
    compiled.then(end, end);
    return compiled;
  };
  const isAtWork = () =>
    compilations === 0 ? core.eventLoopHasMoreWork() : (node?.getActiveResourcesInfo?.().length ?? 0) > 0;

  Object.defineProperty(globalThis, "${KERNEL}", {
    value: {
      watcher,
      race,
      each,
      begin(number) {
        running = latest = number;
        stops.enter(number);
        if (stops.isStopped(number)) throw new Interrupted();
        return "";
      },
      value(result) {
        const fits = typeof result === "number"
          ? Number.isFinite(result) && !Object.is(result, -0)
          : typeof result !== "bigint" && result !== null;
        // It is awaited when it is shown, and its rejection told there.
        if (result instanceof Promise) result.catch(() => {});
        if (fits) return result;
        const holder = {};
        held.set(holder, result);
        return holder;
      },
      async barrier(token) {
        await watching.promise;
        await new Promise((resolve) => later(resolve, 0));
        await this.plotsLoaded();
        flush();
        core.print(token, false);
        running = 0;
        await tell({ token, failures: failures.splice(0), thrown: thrown() });
      },
      /** Waits until nothing keeps the event loop going; false if something still does at the end of the time. */
      async settle(milliseconds) {
        const end = performance.now() + milliseconds;
        let pause = 1;
        while (isAtWork() && performance.now() < end) {
          await new Promise((resolve) => later(resolve, pause));
          pause = Math.min(50, 2 * pause);
        }
        return !isAtWork();
      },
      async probe(specifier) {
        try {
          await import(specifier);
          return null;
        } catch (error) {
          return describe(error, "");
        }
      },
      tell,
      // What the preludes after this one put in their places.
      shown: (value) => value,
      plotsLoaded() {},
    },
  });
})();`;

/** Begins to load a module. If that fails, the first import says why. */
export function preloadCode(specifier: string): string {
  const loading = `import(${JSON.stringify(specifier)}).then(() => ${KERNEL}.plotsLoaded()).catch(() => {})`;
  return `void (${KERNEL}.preloaded = ${loading}); undefined`;
}

/** Ends as soon as what was to be loaded ahead is there. */
export const preloadedCode = `await ${KERNEL}.preloaded; undefined`;

export function barrierCode(token: string): string {
  return `await ${KERNEL}.barrier(${JSON.stringify(token)}); undefined`;
}

/** Lets the work that cells have begun come to its end, and says by a message with `token` whether it did. */
export function settleCode(token: string, seconds: number): string {
  return `await ${KERNEL}.tell({ token: ${JSON.stringify(token)}, value: await ${KERNEL}.settle(${
    1000 * seconds
  }) }); undefined`;
}

/** Asks the kernel to import something, and to say by a message with `token` why it cannot. */
export function probeCode(token: string, specifier: string): string {
  const answer = `{ token: ${JSON.stringify(token)}, value: await ${KERNEL}.probe(${JSON.stringify(specifier)}) }`;
  return `await ${KERNEL}.tell(${answer}); undefined`;
}
