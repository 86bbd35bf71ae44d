import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Kernels and databases start within tests; the machines that run them may be small and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A process of its own for each file costs a fifth of the time, and a DuckDB each: files share the two workers. So a
    // test leaves nothing behind in its process: what it sets or mocks, it takes back.
    isolate: false,
  },
});
