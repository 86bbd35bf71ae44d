/** Source files that were edited are loaded anew by the next import. */

/**
 * Runs after the prelude. Before an import of a cell, the local files that were loaded so far are looked at; those that
 * changed, and those that import them, however indirectly, get a new address `?v=2`, `?v=3`, …, by which the module
 * loader takes them for modules it does not know. Files that did not change keep their modules and their state.
 */
export const RELOAD_PRELUDE = `(() => {
  const { Deno, Map, Set, TypeError, URL } = globalThis;
  const { registerHooks } = globalThis.process?.getBuiltinModule?.("node:module") ?? {};
  if (!registerHooks) return;
  /** By address without version. */
  const files = new Map();
  const own = (url) => url.replace(/\\?v=\\d+$/, "");
  const isLocal = (url) => url.startsWith("file:") && !url.includes("/node_modules/") && !url.includes("$deno$");
  const stampOf = (url) => {
    try {
      const { mtime, size, ino } = Deno.statSync(new URL(url));
      return mtime?.getTime() + ":" + size + ":" + ino;
    } catch {
      return "none";
    }
  };
  const refresh = () => {
    const changed = [];
    for (const [url, file] of files) {
      const stamp = stampOf(url);
      if (stamp !== file.stamp) changed.push(url);
      file.stamp = stamp;
    }
    const seen = new Set(changed);
    for (const url of seen) {
      const file = files.get(url);
      file.version++;
      for (const importer of file.importers) seen.add(importer);
    }
  };
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (typeof found.url !== "string") {
        throw new TypeError('Import "' + specifier + '" is neither a path, nor a URL, nor a name of the import map');
      }
      if (!isLocal(found.url)) return found;
      const parent = own(context.parentURL ?? "");
      if (!files.has(parent)) refresh();
      const url = own(found.url);
      let file = files.get(url);
      if (!file) files.set(url, file = { stamp: stampOf(url), version: 1, importers: new Set() });
      if (files.has(parent)) file.importers.add(parent);
      return file.version === 1 ? found : { ...found, url: url + "?v=" + file.version };
    },
  });
})();`;
