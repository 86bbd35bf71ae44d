/** What a command is; `main.ts` makes the command line and its help from a table of them. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { InputError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest_names.ts";
import { type Arguments, checkValue, type Options, toNumber } from "./options.ts";

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments as in the help, e.g. "LOG [--top N]". */
  readonly usage: string;
  readonly options: Options;
  /** Does the work; gives the exit code. */
  main(args: string[]): Promise<number>;
}

/**
 * Reads the arguments of a command, before any of its work is done.
 *
 * @throws InputError for an option that the command does not have, naming the nearest, and for a wrong value.
 */
export function readArguments(command: Pick<Command, "name" | "usage" | "options">, args: string[]): Arguments {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, short, multiple }] of Object.entries(command.options)) {
    options[name] = { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) };
  }
  let parsed: { values: Record<string, unknown>; positionals: string[]; tokens: readonly Token[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw new InputError(explain(command, error as Error & { code?: string }, args));
  }
  const { values, positionals, tokens } = parsed;
  refuseRepeated(command.options, tokens);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") checkValue(name, command.options[name]!, value);
  }
  return {
    positionals,
    text: (name) => values[name] as string | undefined,
    texts: (name) => (values[name] as string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
    number: (name) => values[name] === undefined ? undefined : toNumber(values[name] as string),
  };
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/** An option with one value that is given two: neither wins in silence. */
function refuseRepeated(options: Options, tokens: readonly Token[]): void {
  for (const [name, option] of Object.entries(options)) {
    if (option.type !== "string" || option.multiple) continue;
    const found = tokens.filter((token) => token.kind === "option" && token.name === name).map(({ value }) =>
      value ?? ""
    );
    if (found.length < 2) continue;
    const clock = { timestamp: "clock", start: "start-clock", end: "clock" }[name];
    const hint = clock !== undefined && clock in options
      ? ` If the second column holds the time of day, write --${name} ${quoted(found[0]!)} --${clock} ${
        quoted(found[1]!)
      }.`
      : " Give it once.";
    throw new InputError(
      `--${name}: expected one value but found ${found.map((value) => JSON.stringify(value)).join(" and ")}.${hint}`,
    );
  }
}

/** As it is written on a command line. */
function quoted(value: string): string {
  return /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value);
}

function explain(
  command: Pick<Command, "name" | "usage" | "options">,
  error: Error & { code?: string },
  args: string[],
): string {
  const found = args.find((arg) => arg.startsWith("--") && !(arg.slice(2).split("=")[0]! in command.options));
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && found) {
    const name = found.slice(2).split("=")[0]!;
    const now = Object.keys(command.options).find((option) => command.options[option]!.was === name);
    if (now) return `tb ${command.name}: --${name} is called --${now} now: write --${now}${valueOf(found, args)}.`;
    const near = nearestNames(name, Object.keys(command.options))[0];
    const hint = near ? ` Did you mean --${near}?` : "";
    return `tb ${command.name} has no option ${found}.${hint} Its options are: ${
      Object.keys(command.options).map((name) => `--${name}`).join(", ")
    }.`;
  }
  return `tb ${command.name}: ${error.message}\nUsage: tb ${command.name} ${command.usage}`;
}

/** The value that follows an option, with what stands between. */
function valueOf(option: string, args: readonly string[]): string {
  if (option.includes("=")) return option.slice(option.indexOf("="));
  const next = args[args.indexOf(option) + 1];
  return next === undefined || next.startsWith("-") ? "" : ` ${next}`;
}

/** The one file that a command reads. */
export function onlyPositional(command: Pick<Command, "name" | "usage">, args: Arguments): string {
  if (args.positionals.length === 1) return args.positionals[0]!;
  throw new InputError(
    `Expected one log but found ${args.positionals.length === 0 ? "none" : args.positionals.join(", ")}.\n` +
      `Usage: tb ${command.name} ${command.usage}`,
  );
}
