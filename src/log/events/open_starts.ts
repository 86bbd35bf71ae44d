/** Starts that wait for their completion. */
import type { Column } from "../../base/column.ts";

export interface StartRows {
  /** Code of each row's activity, -1 where unknown. */
  readonly activity: Int32Array;
  /** Tells apart work on the same activity that overlaps. */
  readonly instance?: Column;
}

/** Starts of one case that nothing has ended yet: queues by activity, and by activity and instance. */
export class OpenStarts {
  readonly #activity: Int32Array;
  readonly #instance: Int32Array | undefined;
  readonly #queues = new Map<number, { rows: number[]; head: number }>();
  readonly #closed: Uint8Array;
  readonly #instances: number;

  constructor({ activity, instance }: StartRows) {
    this.#activity = activity;
    const codes = instance && codesOf(instance);
    this.#instance = codes?.codes;
    this.#instances = codes?.count ?? 0;
    this.#closed = new Uint8Array(activity.length);
  }

  clear(): void {
    this.#queues.clear();
  }

  open(row: number): void {
    this.#push(this.#key(row, ANY), row);
    if (this.#instance) this.#push(this.#key(row, this.#instance[row]!), row);
  }

  /** Takes out the start that this complete ends; -1 if there is none. */
  close(row: number): number {
    const instance = this.#instance ? this.#instance[row]! : NONE;
    if (instance === NONE) return this.#take(this.#key(row, ANY));
    const same = this.#take(this.#key(row, instance));
    return same >= 0 ? same : this.#take(this.#key(row, NONE));
  }

  #key(row: number, instance: number): number {
    return this.#activity[row]! * (this.#instances + 2) + instance + 2;
  }

  #push(key: number, row: number): void {
    const queue = this.#queues.get(key);
    if (queue) queue.rows.push(row);
    else this.#queues.set(key, { rows: [row], head: 0 });
  }

  #take(key: number): number {
    const queue = this.#queues.get(key);
    if (!queue) return -1;
    // Each start stands in two queues. One that was taken from the other queue is passed over here.
    while (queue.head < queue.rows.length) {
      const row = queue.rows[queue.head++]!;
      if (this.#closed[row] === 1) continue;
      this.#closed[row] = 1;
      return row;
    }
    return -1;
  }
}

/** In place of an instance's code: every start of the activity; those without an instance. */
const ANY = -2, NONE = -1;

/** Codes of the values of a column, -1 where one is missing, and how many there are. */
export function codesOf(column: Column): { codes: Int32Array; count: number } {
  if (column.kind === "text") return { codes: column.codes, count: column.dictionary.length };
  if (column.kind === "boolean") return { codes: Int32Array.from(column.values), count: 2 };
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = column.values[row]!;
    let code = Number.isNaN(value) ? NONE : codeOf.get(value);
    if (code === undefined) codeOf.set(value, code = codeOf.size);
    codes[row] = code;
  }
  return { codes, count: codeOf.size };
}
