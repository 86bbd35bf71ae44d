import { expect, test } from "vitest";
import { resolve } from "node:path";
import { slowFiles, whySlow } from "./support/slow_files.ts";

const root = resolve(import.meta.dirname!, "..");

test("a file that starts processes is slow without saying so, another one by saying so", () => {
  expect(whySlow(`import { tb } from "../support/tb.ts";`)).toBe("starts processes");
  expect(whySlow("const kernel = await startKernel({ cwd });")).toBe("starts processes");
  expect(whySlow("// @slow: searches whole logs\nimport x from 'y';")).toBe("searches whole logs");
  expect(whySlow("/**\n * Words.\n *\n * @slow searches whole logs\n */")).toBe("searches whole logs");
  expect(whySlow(`import { x } from "y"; // not @slow`)).toBeUndefined();
});

test("what the rule leaves out are the files that need kernels and notebooks, and not many others", () => {
  const slow = slowFiles(root);
  for (const file of ["course", "templates", "run", "check", "kernel/client/client", "kernel/wrapper/wrapper"]) {
    expect(slow).toContain(`test/notebook/${file}.test.ts`);
  }

  expect(slow).not.toContain("test/architecture.test.ts");
});
