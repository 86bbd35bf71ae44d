/** Programs as code that needs nothing else. */
import type { Program } from "./program.ts";
import * as runtime from "./runtime.ts";

export interface CodeOptions {
  /** Name of the function. @default "program" */
  readonly name?: string;
  /** Whether the functions that it calls stand in the text, too. @default true */
  readonly withRuntime?: boolean;
}

/**
 * A program as a function `(inputs: (string | undefined)[]) => string | undefined`, which gives what `runProgram` gives.
 * The functions that it calls are written out before it; `programRuntime` has them for several programs together.
 */
export function programToTypeScript(program: Program, options: CodeOptions = {}): string {
  const { name = "program", withRuntime = true } = options;
  const body = expression(program);
  const code = `export function ${name}(inputs: readonly (string | undefined)[]): string | undefined {\n` +
    `  return ${body};\n}\n`;
  return withRuntime
    ? `// @ts-nocheck The functions up to "${name}" are plain JavaScript.\n${programRuntime([program])}\n${code}`
    : code;
}

/** The functions that programs call, as one text. */
export function programRuntime(programs: readonly Program[]): string {
  const functions = new Map(Object.entries(runtime as Record<string, (...args: never[]) => unknown>));
  const needed = new Set<string>(), open = programs.map(expression);
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [name, code] of functions) {
      if (needed.has(name) || !new RegExp(`\\b${name}\\(`).test(text)) continue;
      needed.add(name);
      open.push(code.toString().slice(code.toString().indexOf("(")));
      // `dateForm` keeps what it built on itself.
    }
  }
  return [...functions].filter(([name]) => needed.has(name)).map(([, code]) => code.toString()).join("\n\n");
}

function expression(program: Program): string {
  const call = (name: string, ...args: unknown[]) =>
    `${name}(${[expression((program as { of: Program }).of), ...args.map((one) => JSON.stringify(one))].join(", ")})`;
  switch (program.op) {
    case "input":
      return `inputs[${program.index}]`;
    case "constant":
      return JSON.stringify(program.text);
    case "concat":
      return `concat(${program.parts.map(expression).join(", ")})`;
    case "slice":
      return call("slice", program.from, program.to);
    case "part":
      return call("part", program.delimiter, program.nth);
    case "token":
      return call("token", program.token, program.nth);
    case "case":
      return call("letterCase", program.as);
    case "clean":
      return call("clean", program.keep);
    case "replace":
      return call("replace", program.find, program.by);
    case "initials":
      return call("initials", program.join);
    case "pad":
      return call("pad", program.width, program.fill);
    case "pattern":
      return call("fillPattern", program.keep, program.strip, program.pattern);
    case "lookup":
      return call("lookUp", program.table);
    case "number": {
      const { times = 1, plus = 0, read, write } = program;
      const changed = call("readNumber", read);
      const value = times === 1 && plus === 0
        ? changed
        : `calculate(calculate(${changed}, "*", ${times}), "+", ${plus})`;
      return `writeNumber(${value}, ${JSON.stringify(write)})`;
    }
    case "arithmetic": {
      const { left, right, read, operator, write } = program;
      const number = (one: Program) => `readNumber(${expression(one)}, ${JSON.stringify(read)})`;
      return `writeNumber(calculate(${number(left)}, "${operator}", ${number(right)}), ${JSON.stringify(write)})`;
    }
    case "date": {
      const { read, write, language = "en", plusDays = 0 } = program;
      return `writeDate(${call("readDate", read)}, ${JSON.stringify(write)}, "${language}", ${plusDays})`;
    }
    case "choose":
      return `holds(inputs[${program.when.index}], ${JSON.stringify(withoutIndex(program.when))}) ? ${
        expression(program.then)
      } : ${expression(program.otherwise)}`;
  }
}

function withoutIndex(when: object): object {
  return Object.fromEntries(Object.entries(when).filter(([name]) => name !== "index"));
}
