/** Running a program on inputs. */
import * as runtime from "./runtime.ts";
import type { Program } from "./program.ts";

/**
 * The text that a program makes of inputs; undefined where an input that it needs is missing or has another form.
 *
 * @example
 * ```ts
 * import { runProgram } from "tracebook";
 * const order = { op: "input", index: 0 } as const;
 * runProgram({ op: "pad", of: order, width: 8, fill: "0" }, ["4711"]); // "00004711"
 * ```
 */
export function runProgram(program: Program, inputs: readonly (string | null | undefined)[]): string | undefined {
  switch (program.op) {
    case "input":
      return inputs[program.index] ?? undefined;
    case "constant":
      return program.text;
    case "concat":
      return runtime.concat(...program.parts.map((one) => runProgram(one, inputs)));
    case "choose": {
      const { when, then, otherwise } = program;
      return runProgram(runtime.holds(inputs[when.index] ?? undefined, when) ? then : otherwise, inputs);
    }
    case "arithmetic": {
      const { left, right, operator, read, write } = program;
      const number = (one: Program) => runtime.readNumber(runProgram(one, inputs), read);
      return runtime.writeNumber(runtime.calculate(number(left), operator, number(right)), write);
    }
    default:
      return applied(program, runProgram(program.of, inputs));
  }
}

type OfOne = Extract<Program, { readonly of: Program }>;

/** What an operation on one text makes of it. */
export function applied(program: OfOne, text: string | undefined): string | undefined {
  switch (program.op) {
    case "slice":
      return runtime.slice(text, program.from, program.to);
    case "part":
      return runtime.part(text, program.delimiter, program.nth);
    case "token":
      return runtime.token(text, program.token, program.nth);
    case "case":
      return runtime.letterCase(text, program.as);
    case "clean":
      return runtime.clean(text, program.keep);
    case "replace":
      return runtime.replace(text, program.find, program.by);
    case "initials":
      return runtime.initials(text, program.join);
    case "pad":
      return runtime.pad(text, program.width, program.fill);
    case "number": {
      const value = runtime.readNumber(text, program.read);
      const { times = 1, plus = 0, write } = program;
      return runtime.writeNumber(value === undefined ? undefined : value * times + plus, write);
    }
    case "date":
      return runtime.writeDate(runtime.readDate(text, program.read), program.write, program.language, program.plusDays);
    case "pattern":
      return runtime.fillPattern(text, program.keep, program.strip, program.pattern);
    case "lookup":
      return runtime.lookUp(text, program.table);
  }
}
