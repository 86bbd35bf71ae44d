// @slow: starts kernels.
import { expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { startKernel } from "../../../../src/notebook/kernel/client/client.ts";

const root = new URL("../../../../", import.meta.url);

test.each(["d3", "@observablehq/plot"])(
  "a first cell may import %s while the library is being loaded",
  async (name) => {
    const kernel = await startKernel({ cwd: fileURLToPath(root), preload: new URL("src/mod.ts", root).href });
    try {
      const result = await kernel.execute(`import * as it from "${name}";\ntypeof it`, { timeoutSeconds: 30 });
      expect(result).toMatchObject({ status: "ok", outputs: [{ data: { "text/plain": '"object"' } }] });
    } finally {
      await kernel.shutdown();
    }
  },
  60_000,
);
