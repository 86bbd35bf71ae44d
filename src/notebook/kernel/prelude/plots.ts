/** Observable Plot in cells: a document to draw in, and plots that show themselves as figures. */
import { KERNEL } from "./prelude.ts";

const SUPPORT = new URL("./plot_support.ts", import.meta.url).href;

/**
 * Runs after the prelude. Plot takes `window.document` where it is given none. A `window` for all would make other
 * libraries believe that they run in a page: so it is there for Plot alone, which the stack tells. The document is
 * loaded as soon as somebody imports Plot, and no earlier.
 */
export const PLOT_PRELUDE = `(() => {
  const { Deno, Error, Object, Promise, Set } = globalThis;
  const kernel = globalThis.${KERNEL};
  let support, loading;
  /** Loads the document, and Plot by each of its names: what is wrong with one, the cell's own import will say. */
  kernel.plots = (names) => {
    loading = Promise.all([
      loading ?? import(${JSON.stringify(SUPPORT)}).then((loaded) => void (support = loaded), () => {}),
      ...names.map((name) => import(name).catch(() => undefined)),
    ]).then(([, ...modules]) => modules.forEach((plot) => plot && support?.prepare(plot)));
    return loading;
  };
  kernel.plotsLoaded = () => loading;
  const seen = new Set();
  kernel.shown = (value) => support ? support.shown(value) : value;
  const { registerHooks } = globalThis.process?.getBuiltinModule?.("node:module") ?? {};
  registerHooks?.({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (/@observablehq\\/plot\\/[^/]+\\/src\\/index\\.js$|@observablehq\\/plot@/.test(found.url) && !seen.has(found.url)) {
        seen.add(found.url);
        kernel.plots([found.url]);
      }
      return found;
    },
  });
  const define = (value) =>
    Object.defineProperty(globalThis, "window", { value, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(globalThis, "window", {
    configurable: true,
    enumerable: false,
    get() {
      if (!support) return undefined;
      const at = /\\((file:\\S*\\/@observablehq\\/plot\\/\\S*?src\\/)context\\.js:/.exec(new Error().stack ?? "");
      return at ? { document: support.documentFor(at[1] + "index.js") } : undefined;
    },
    set: define,
  });
  const { display } = Deno.jupyter;
  Deno.jupyter.display = (value, options) => display(options?.raw ? value : kernel.shown(value), options);
})();`;

/** The start of a cell, as an expression. A cell that asks for Plot by its name waits until the document is there. */
export function beginCode(number: number, code: string): string {
  const begin = `${KERNEL}.begin(${number})`;
  const names = [
    ...new Set([...code.matchAll(/(["'])([^"'\s]*@observablehq\/plot[^"'\s]*)\1/g)].map(([, , name]) => name)),
  ];
  return names.length > 0 ? `(${begin}, await ${KERNEL}.plots(${JSON.stringify(names)}), "")` : begin;
}
