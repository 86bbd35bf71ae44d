import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { chooseDriver, NATIVE_FROM_BYTES, openDatabase } from "../../src/db/open.ts";
import { InputError } from "../../src/base/errors.ts";

const there = () => {};
const missing = () => {
  throw new Error("Cannot find module '@duckdb/node-bindings-linux-x64/duckdb.node'\nRequire stack: …");
};

afterEach(() => vi.unstubAllEnvs());

describe("chooseDriver", () => {
  test("takes the portable build unless the input is large, the run short, or only the native one will do", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", undefined);
    expect(chooseDriver({}, there)).toBe("wasm");
    expect(chooseDriver({ bytes: NATIVE_FROM_BYTES - 1 }, there)).toBe("wasm");
    expect(chooseDriver({ bytes: NATIVE_FROM_BYTES }, there)).toBe("native");
    expect(chooseDriver({ shortRun: true }, there)).toBe("native");
    expect(chooseDriver({ needs: "native" }, there)).toBe("native");
  });

  test("falls back to the portable build where the native one does not load", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", "auto");
    expect(chooseDriver({ bytes: 1e12, shortRun: true }, missing)).toBe("wasm");
  });

  test("does not even try the native build where it is not wanted", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", "");
    const load = vi.fn();
    chooseDriver({ bytes: 10 }, load);
    chooseDriver({ bytes: 1e12, driver: "wasm" }, load);
    expect(load).not.toHaveBeenCalled();
  });

  test("obeys TRACEBOOK_DUCKDB, and the option before it", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", "native");
    expect(chooseDriver({}, there)).toBe("native");
    expect(chooseDriver({ driver: "wasm" }, there)).toBe("wasm");
    vi.stubEnv("TRACEBOOK_DUCKDB", "wasm");
    expect(chooseDriver({ bytes: 1e12, shortRun: true }, there)).toBe("wasm");
  });

  test("explains what cannot be", () => {
    vi.stubEnv("TRACEBOOK_DUCKDB", "sqlite");
    expect(() => chooseDriver({}, there)).toThrow(InputError);
    expect(() => chooseDriver({}, there)).toThrow('wasm, native or auto but found "sqlite"');
    vi.stubEnv("TRACEBOOK_DUCKDB", "wasm");
    expect(() => chooseDriver({ needs: "native" }, there)).toThrow(InputError);
    expect(() => chooseDriver({ needs: "native" }, there)).toThrow("Parquet");
    vi.stubEnv("TRACEBOOK_DUCKDB", "native");
    expect(() => chooseDriver({}, missing)).toThrow(InputError);
    expect(() => chooseDriver({}, missing)).toThrow(
      "does not load on this machine (Cannot find module '@duckdb/node-bindings-linux-x64/duckdb.node')",
    );
    vi.stubEnv("TRACEBOOK_DUCKDB", undefined);
    expect(() => chooseDriver({ needs: "native" }, missing)).toThrow("CSV");
  });
});

test("openDatabase opens what chooseDriver chooses", async () => {
  vi.stubEnv("TRACEBOOK_DUCKDB", "auto");
  const database = await openDatabase({ shortRun: true });
  expect(database.driver).toBe("native");
  await database.close();
});

/** Runs a script in a process of its own; resolves when that ends. */
async function run(script: string): Promise<{ stdout: string }> {
  const open = new URL("../../src/db/open.ts", import.meta.url);
  return await promisify(execFile)(process.execPath, ["eval", "--quiet", `import * as db from "${open}"; ${script}`], {
    timeout: 60_000,
  });
}

describe("prewarming", () => {
  test("does not keep the process alive", async () => {
    const { stdout } = await run("db.prewarmDatabase({ driver: 'wasm' }); console.log('done');");
    expect(stdout).toBe("done\n");
  }, 60_000);

  test("leaves the database to be opened at any time after it", async () => {
    const { stdout } = await run(`
      db.prewarmDatabase({ driver: "wasm" });
      const [one, two] = await Promise.all([db.openDriver("wasm"), db.openDriver("wasm")]);
      await one.query("CREATE TABLE t AS SELECT 1 AS x");
      await two.query("CREATE TABLE t AS SELECT 2 AS x");
      for (const each of [one, two]) console.log((await each.query("SELECT x FROM t")).columns[0][0]);
    `);
    expect(stdout).toBe("1\n2\n");
  }, 60_000);

  test("keeps silent about a driver that cannot be", async () => {
    const { stdout } = await run("db.prewarmDatabase({ driver: 'sqlite' }); console.log('done');");
    expect(stdout).toBe("done\n");
  }, 60_000);
});
