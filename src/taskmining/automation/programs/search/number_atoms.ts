/** Pieces of outputs that are numbers: written otherwise, scaled, padded, computed from two. */
import type { NumberFormat, Program } from "../program.ts";
import { calculate, readNumber, tokensOf, writeNumber } from "../runtime.ts";
import type { AtomPool } from "./atoms.ts";

/** An input, or a number in it, read as numbers in one way. */
export interface Numbers {
  readonly of: Program;
  readonly read: "." | ",";
  readonly values: readonly (number | undefined)[];
}

const MOST_PAIRS = 30;

/** The ways to read numbers from an input; none where most values hold no number. */
export function numbersOf(source: Program, values: readonly (string | undefined)[]): Numbers[] {
  const known = values.filter((value) => value !== undefined && value !== "");
  if (!known.some((value) => /\d/.test(value!))) return [];
  const found: Numbers[] = [];
  const offer = (of: Program, texts: readonly (string | undefined)[]) => {
    for (const read of [".", ","] as const) {
      const numbers = texts.map((text) => readNumber(text, read));
      if (numbers.filter((number) => number !== undefined).length < 0.7 * known.length) continue;
      const same = found.some((one) => one.values.every((value, row) => value === numbers[row]));
      if (!same) found.push({ of, read, values: numbers });
    }
  };
  offer(source, values);
  const runs = values.map((value) => value === undefined ? [] : tokensOf(value, "number"));
  if (found.length > 0 && runs.every((one) => one.length <= 1)) return found;
  for (const nth of [0, 1, -1]) {
    offer(
      { op: "token", of: source, token: "number", nth },
      values.map((value, row) => {
        const run = runs[row]!.at(nth);
        return run && value!.slice(run[0], run[1]);
      }),
    );
  }
  return found.slice(0, 6);
}

/** Formats in which the outputs write numbers. */
export function formatsIn(outputs: readonly string[]): NumberFormat[] {
  const thousands = new Set([""]), decimals = new Map<string, NumberFormat>();
  for (const output of outputs) {
    for (const [, separator] of output.matchAll(/(?<=\d)([.,'’ \u00a0\u202f])\d{3}(?!\d)/g)) thousands.add(separator!);
    if (/\d/.test(output)) {
      decimals.set("0", { decimals: 0, decimal: ".", thousands: "" });
      decimals.set("shortest.", { decimals: "shortest", decimal: ".", thousands: "" });
    }
    for (const [, mark, digits] of output.matchAll(/(?<=\d)([.,])(\d{1,6})(?!\d)/g)) {
      const decimal = mark as "." | ",";
      decimals.set(mark! + digits!.length, { decimals: digits!.length, decimal, thousands: "" });
      decimals.set(`shortest${mark}`, { decimals: "shortest", decimal, thousands: "" });
    }
  }
  const formats: NumberFormat[] = [];
  for (const format of decimals.values()) {
    for (const one of thousands) {
      const decimal = format.decimal === one ? (one === "." ? "," : ".") : format.decimal;
      if (format.decimal === one && format.decimals !== 0) continue;
      formats.push({ ...format, decimal, thousands: one });
    }
  }
  return formats.slice(0, 40);
}

/** Offers the numbers of one input: as they are, times or plus a constant, and padded. */
export function offerNumbers(pool: AtomPool, numbers: Numbers, formats: readonly NumberFormat[]): void {
  const { of, read, values } = numbers;
  for (const write of formats) {
    offerFormat(pool, { op: "number", of, read, write }, values, write);
    const wanted = wantedNumbers(pool, write);
    for (const change of changesOf(values, wanted)) {
      const { times = 1, plus = 0 } = change;
      const changed = values.map((value) => value === undefined ? undefined : value * times + plus);
      offerFormat(pool, { op: "number", of, read, write, ...change }, changed, write);
    }
  }
  offerPadded(pool, numbers);
}

function offerFormat(
  pool: AtomPool,
  program: Program,
  values: readonly (number | undefined)[],
  format: NumberFormat,
): void {
  for (let row = 0; row < pool.examples; row++) {
    if (!pool.mayFit(writeNumber(values[row], format), row)) return;
  }
  pool.offer(program, values.map((value) => writeNumber(value, format)));
}

/** Numbers in the outputs of the examples, read in a format; undefined where an output has none or several. */
function wantedNumbers({ outputs, examples }: AtomPool, { decimal }: NumberFormat): (number | undefined)[] {
  return outputs.slice(0, examples).map((output) => readNumber(output, decimal));
}

/** A factor or a summand that leads from each value to the number wanted, if it is a short one. */
function changesOf(values: readonly (number | undefined)[], wanted: readonly (number | undefined)[]) {
  const changes: { times?: number; plus?: number }[] = [];
  if (wanted.some((one, row) => one === undefined || values[row] === undefined)) return changes;
  const pairs = wanted.map((one, row) => [values[row]!, one!] as const);
  if (pairs.every(([from, to]) => from === to)) return changes;
  const largest = pairs.reduce((a, b) => Math.abs(b[0]) > Math.abs(a[0]) ? b : a);
  if (largest[0] !== 0 && largest[1] !== 0) {
    const ratio = largest[1] / largest[0];
    for (const digits of [1, 2, 3, 4]) {
      const times = Number(ratio.toPrecision(digits));
      if (times !== 1 && pairs.every(([from, to]) => Math.abs(from * times - to) <= 0.5 + Math.abs(to) * 1e-9)) {
        changes.push({ times });
        break;
      }
    }
    for (const times of [1.07, 1.19, 1.2, 0.81, 0.01, 0.001]) {
      if (Math.abs(ratio - times) < 0.01 * times && !changes.some((one) => one.times === times)) {
        changes.push({ times });
      }
    }
  }
  const plus = Number((pairs[0]![1] - pairs[0]![0]).toPrecision(10));
  if (plus !== 0 && pairs.every(([from, to]) => Math.abs(from + plus - to) < 1e-6)) changes.push({ plus });
  return changes;
}

/** Values with zeros or other signs before them, up to one length. */
function offerPadded(pool: AtomPool, { of, values, read }: Numbers): void {
  const write: NumberFormat = { decimals: 0, decimal: ".", thousands: "" };
  const plain = values.map((value) =>
    value !== undefined && Number.isInteger(value) ? writeNumber(value, write) : undefined
  );
  const first = plain[0];
  if (first === undefined) return;
  const widths = new Set<string>();
  for (const [run] of pool.outputs[0]!.matchAll(/[^\p{L}1-9]*?0*\d+/gu)) {
    const digits = run.match(/0*\d+$/)![0];
    if (digits.length > first.length && digits.endsWith(first)) widths.add(`${digits.length}`);
  }
  for (let row = 1; row < pool.examples; row++) {
    for (const [digits] of pool.outputs[row]!.matchAll(/0\d+/g)) widths.add(`${digits.length}`);
  }
  for (const width of [...widths].map(Number)) {
    const program: Program = { op: "pad", of: { op: "number", of, read, write }, width, fill: "0" };
    pool.offer(program, plain.map((value) => value?.padStart(width, "0")));
  }
}

/** Offers sums, differences, products and quotients of two inputs. */
export function offerArithmetic(pool: AtomPool, all: readonly Numbers[], formats: readonly NumberFormat[]): void {
  const numbers = all.filter(({ values }) => values.slice(0, pool.examples).every((value) => value !== undefined))
    .slice(0, MOST_PAIRS);
  if (numbers.length < 2) return;
  for (const write of formats.filter(({ thousands }) => thousands !== " ")) {
    const wanted = wantedNumbers(pool, write);
    if (wanted.includes(undefined)) continue;
    const half = write.decimals === "shortest" ? 1e-9 : 0.5001 * 10 ** -write.decimals;
    numbers.forEach((left, l) =>
      numbers.forEach((right, r) => {
        if (l === r || left.read !== right.read) return;
        for (const operator of ["+", "-", "*", "/"] as const) {
          if (l > r && (operator === "+" || operator === "*")) continue;
          const value = calculate(left.values[0], operator, right.values[0]);
          if (value === undefined || Math.abs(value - wanted[0]!) > half + Math.abs(value) * 1e-12) continue;
          const results = left.values.map((one, row) => calculate(one, operator, right.values[row]));
          const program: Program = {
            op: "arithmetic",
            operator,
            left: left.of,
            right: right.of,
            read: left.read,
            write,
          };
          offerFormat(pool, program, results, write);
        }
      })
    );
  }
}
