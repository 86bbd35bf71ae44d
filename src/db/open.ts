/** Which DuckDB serves, and opening it. */
import { InputError } from "../base/errors.ts";
import type { Table } from "../base/column.ts";
import type { Database, DriverName } from "./database.ts";
import { loadNative, openNative } from "./native.ts";
import { openWasm, prewarmWasm } from "./wasm.ts";

export interface DriverOptions {
  /** Size of the input in bytes. */
  readonly bytes?: number;
  /** `native` for what only the native build can do: Parquet, `.duckdb` files. @default "any" */
  readonly needs?: "any" | "native";
  /** The process ends after this input, as on the command line: prefer what opens fastest. @default false */
  readonly shortRun?: boolean;
  /** Queries may read and write other files, attach databases and change settings. @default false: see `fence.ts` */
  readonly allowFiles?: boolean;
  /** What the user asked for. @default the environment variable `TRACEBOOK_DUCKDB`, else "auto" */
  readonly driver?: string;
}

/**
 * Inputs from this size on are given to the native build.
 *
 * The native build is faster at every size; it is also the one that does not run everywhere. `bench/drivers.ts` shows
 * what the portable one costs beyond its start of 1 to 2 s: with half a million events of eight columns 0.6 s, with a
 * million 2 s. So here it costs about a second, and below it little that is felt.
 */
export const NATIVE_FROM_BYTES = 32 * 1024 * 1024;

/** About how many bytes a table takes as CSV: for inputs that are packed, or never were a file. */
export function estimatedBytes(table: Table): number {
  return table.rows * table.columns.length * 6;
}

/**
 * Chooses the driver: the portable one, unless the input is large, the run short, or only the native one will do.
 *
 * @throws InputError if the driver asked for is unknown, cannot do what is needed, or does not load here.
 */
export function chooseDriver(options: DriverOptions = {}, native: () => unknown = loadNative): DriverName {
  const asked = options.driver ?? globalThis.process?.env["TRACEBOOK_DUCKDB"] ?? "auto";
  const { bytes = 0, needs = "any", shortRun = false } = options;
  switch (asked) {
    case "wasm":
      if (needs === "native") {
        throw new InputError(
          "Expected the native DuckDB for a Parquet or .duckdb file, but TRACEBOOK_DUCKDB=wasm asks for the WebAssembly one, " +
            "which cannot read them. Unset TRACEBOOK_DUCKDB, or set it to auto or native.",
        );
      }
      return "wasm";
    case "native":
      explainMissing(native, "TRACEBOOK_DUCKDB=native asks for it. Unset it, or set it to auto or wasm.");
      return "native";
    case "":
    case "auto":
      if (needs === "native") {
        explainMissing(native, "a Parquet or .duckdb file cannot be read without it. Convert the file to CSV.");
        return "native";
      }
      return (shortRun || bytes >= NATIVE_FROM_BYTES) && loads(native) ? "native" : "wasm";
    default:
      throw new InputError(`Expected TRACEBOOK_DUCKDB to be wasm, native or auto but found "${asked}".`);
  }
}

/** Opens an empty database in memory with the driver that `chooseDriver` gives. */
export function openDatabase(options: DriverOptions = {}): Promise<Database> {
  return openDriver(chooseDriver(options));
}

export function openDriver(driver: DriverName): Promise<Database> {
  return driver === "native" ? openNative() : openWasm();
}

/**
 * Compiles the WebAssembly build in the background where it is the one that serves, so that the first query of a
 * notebook need not wait for it. Never throws, and never keeps the process alive.
 */
export function prewarmDatabase(options: DriverOptions = {}): void {
  try {
    if (chooseDriver(options) === "wasm") prewarmWasm();
  } catch {
    // The first query will say what is wrong.
  }
}

function loads(native: () => unknown): boolean {
  try {
    native();
    return true;
  } catch {
    return false;
  }
}

function explainMissing(native: () => unknown, consequence: string): void {
  try {
    native();
  } catch (cause) {
    throw new InputError(
      `The native DuckDB does not load on this machine (${
        (cause as Error).message.split("\n")[0]
      }), but ${consequence}`,
      { cause },
    );
  }
}
