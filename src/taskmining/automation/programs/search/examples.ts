/** What a program is searched from: inputs and outputs, a row for each example. */

export interface Examples {
  readonly rows: number;
  /** Values of each input, by row; undefined where missing. */
  readonly inputs: readonly (readonly (string | undefined)[])[];
  readonly outputs: readonly string[];
}

/** Inputs of one row. */
export function rowOf({ inputs }: Examples, row: number): (string | undefined)[] {
  return inputs.map((column) => column[row]);
}

/** Only these rows, in this order. */
export function takeExamples({ inputs, outputs }: Examples, rows: readonly number[]): Examples {
  return {
    rows: rows.length,
    inputs: inputs.map((column) => rows.map((row) => column[row])),
    outputs: rows.map((row) => outputs[row]!),
  };
}
