/** What the tests of reading files share. */
import { type Table, valueAt } from "../../../src/base/column.ts";

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Rows of a table as plain values; times as ISO text. */
export function rowsOf(table: Table): (string | number | boolean | null)[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => {
      const value = valueAt(column, row);
      return value instanceof Date ? value.toISOString() : value;
    }));
}

/** Whole numbers below `n` from a seed: xorshift. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed | 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

export async function messageOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return "no error";
}
