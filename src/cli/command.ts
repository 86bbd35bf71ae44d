/** What a command is; `main.ts` makes the command line and its help from a table of them. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { InputError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest.ts";

export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help, e.g. FILE. */
  readonly value?: string;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments as in the help, e.g. "LOG [--top N]". */
  readonly usage: string;
  readonly options: Options;
  /** Does the work; gives the exit code. */
  main(args: string[]): Promise<number>;
}

export interface Arguments {
  readonly positionals: string[];
  text(name: string): string | undefined;
  texts(name: string): string[];
  flag(name: string): boolean;
  /** A number, or undefined. @throws InputError if the value is none, or not fit. */
  number(name: string, fits?: (n: number) => boolean, expected?: string): number | undefined;
}

/** Reads the arguments of a command. @throws InputError for an option that it does not have, naming the nearest. */
export function readArguments(command: Command, args: string[]): Arguments {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, short, multiple }] of Object.entries(command.options)) {
    options[name] = { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) };
  }
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new InputError(explain(command, error as Error & { code?: string }, args));
  }
  const { values, positionals } = parsed;
  return {
    positionals,
    text: (name) => values[name] as string | undefined,
    texts: (name) => (values[name] as string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
    number: (name, fits = Number.isFinite, expected = "a number") => {
      const text = values[name] as string | undefined;
      if (text === undefined) return undefined;
      const n = text.trim() === "" ? NaN : Number(text);
      if (!fits(n)) throw new InputError(`--${name}: expected ${expected} but found "${text}".`);
      return n;
    },
  };
}

function explain(command: Command, error: Error & { code?: string }, args: string[]): string {
  const found = args.find((arg) => arg.startsWith("--") && !(arg.slice(2).split("=")[0]! in command.options));
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && found) {
    const near = nearestNames(found.slice(2).split("=")[0]!, Object.keys(command.options))[0];
    const hint = near ? ` Did you mean --${near}?` : "";
    return `tb ${command.name} has no option ${found}.${hint} Its options are: ${
      Object.keys(command.options).map((name) => `--${name}`).join(", ")
    }.`;
  }
  return `tb ${command.name}: ${error.message}\nUsage: tb ${command.name} ${command.usage}`;
}

/** The one file that a command reads. */
export function onlyPositional(command: Command, args: Arguments): string {
  if (args.positionals.length === 1) return args.positionals[0]!;
  throw new InputError(
    `Expected one log but found ${args.positionals.length === 0 ? "none" : args.positionals.join(", ")}.\n` +
      `Usage: tb ${command.name} ${command.usage}`,
  );
}
