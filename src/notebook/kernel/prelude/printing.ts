/** Printed lines in bundles: the kernel sends a message for each print, which takes longer than all else. */

/** What the other preludes print by; not enumerable. */
export const PRINTER = "__tracebookPrinter";

/** Lines that come further apart are sent one by one. */
const MOMENT_MILLISECONDS = 50;
const PRINTS_AT_ONCE = 20;
const BUNDLE_LETTERS = 1 << 15;

/** Methods of the console that print. */
const METHODS = [
  ...["log", "debug", "info", "dir", "dirxml", "warn", "error", "assert", "count", "countReset", "table", "trace"],
  ...["time", "timeLog", "timeEnd", "group", "groupCollapsed", "groupEnd"],
];

/**
 * Runs before the prelude. A few lines are sent at once; of many, those that come within a moment are sent together, in
 * order and at the latest when the event loop has its turn or the cell ends.
 */
export const PRINTING_PRELUDE = `(() => {
  const { console, Deno, Object, performance, setTimeout } = globalThis;
  const { core, Console } = Deno[Deno.internal];
  let text = "", isError = false;
  let moment = -Infinity, prints = 0, isFlushing = false;
  const flush = () => {
    if (text === "") return;
    const all = text;
    text = "";
    core.print(all, isError);
  };
  const print = (more, toError) => {
    const now = performance.now();
    if (now - moment > ${MOMENT_MILLISECONDS}) {
      flush();
      moment = now;
      prints = 0;
    }
    if (toError !== isError) flush();
    isError = toError;
    if (++prints <= ${PRINTS_AT_ONCE}) {
      flush();
      return core.print(more, toError);
    }
    text += more;
    if (text.length > ${BUNDLE_LETTERS}) return flush();
    if (isFlushing) return;
    isFlushing = true;
    setTimeout(() => {
      isFlushing = false;
      flush();
    }, 0);
  };
  Object.defineProperty(globalThis, "${PRINTER}", { value: { print, flush } });

  const bundling = new Console((line, level) => print(line, level > 1));
  for (const name of ${JSON.stringify(METHODS)}) console[name] = bundling[name];
  for (const name of ["broadcast", "display"]) {
    const send = Deno.jupyter[name];
    try {
      Deno.jupyter[name] = (...args) => (flush(), send(...args));
    } catch {
      // Then what is shown may stand above the last lines.
    }
  }
})();`;
