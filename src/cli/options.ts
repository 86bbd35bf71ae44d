/** What an option of a command is: how the help shows it, which values it can have, which field of the library it sets. */
import { InputError, TracebookError } from "../base/errors.ts";
import type { Mapping } from "../io/raw_log.ts";
import { ROLE_OPTIONS } from "./role_options.ts";
import { nearestNames } from "../base/nearest_names.ts";

export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help, e.g. FILE. */
  readonly value?: string;
  readonly help: string;
  /** Of an option whose value is a number. */
  readonly number?: NumberRule;
  /** Of an option with few values: all of them. */
  readonly choices?: readonly string[];
  /** Of an option whose value the library can judge before any work is done; throws where it is wrong. */
  readonly check?: (value: string) => unknown;
  /** The field of the library's options that it sets, where that has another name. */
  readonly field?: string;
  /** The name that the option had once. */
  readonly was?: string;
}

export type Options = Readonly<Record<string, Option>>;

export interface NumberRule {
  fits(n: number): boolean;
  /** In words, e.g. "a number from 0 to 1". */
  readonly expected: string;
}

/** What a kind of option is given: all but its type. */
type Parts = Omit<Option, "type" | "number" | "choices">;

export interface Arguments {
  readonly positionals: string[];
  text(name: string): string | undefined;
  texts(name: string): string[];
  flag(name: string): boolean;
  /** Of an option declared as a number. */
  number(name: string): number | undefined;
}

/** The fields that options set, with the types of their values. */
export type FieldsOf<O extends Options> = { [K in keyof O & string as FieldOf<O[K], K>]?: ValueOf<O[K]> };
type FieldOf<T, K extends string> = T extends { readonly field: infer F extends string } ? F : K;
type ValueOf<T> = T extends { readonly type: "boolean" } ? boolean
  : T extends { readonly number: NumberRule } ? number
  : T extends { readonly choices: readonly (infer C)[] } ? C
  : string;

/** What was given of these options, under the library's names; options that were not given are left out. */
export function fieldsOf<O extends Options>(options: O, args: Arguments): FieldsOf<O> {
  const fields: Record<string, unknown> = {};
  for (const [name, { type, number, field = name }] of Object.entries(options)) {
    const value = type === "boolean" ? args.flag(name) || undefined : number ? args.number(name) : args.text(name);
    if (value !== undefined) fields[field] = value;
  }
  return fields as FieldsOf<O>;
}

/** An option for a share, 0 to 1. */
export function share<const P extends Parts>(parts: P) {
  return numeric({ fits: (n) => n >= 0 && n <= 1, expected: "a number from 0 to 1" }, "X", parts);
}

/** An option for a time that lasts. */
export function seconds<const P extends Parts>(parts: P) {
  return numeric({ fits: isPositive, expected: "a number of seconds above 0" }, "SECONDS", parts);
}

/** An option for a number above 0. */
export function positive<const P extends Parts>(parts: P) {
  return numeric({ fits: isPositive, expected: "a number above 0" }, "X", parts);
}

/** An option for a whole number from 1 to `most`. */
export function whole<const P extends Parts>(parts: P, most = Infinity) {
  const expected = most === Infinity ? "a whole number above 0" : `a whole number from 1 to ${most}`;
  return numeric({ fits: (n) => Number.isInteger(n) && n >= 1 && n <= most, expected }, "N", parts);
}

/** An option for a number that a rule of its own allows. */
export function numeric<const P extends Parts>(number: NumberRule, value: string, parts: P) {
  return { type: "string" as const, value, number, ...parts };
}

/** An option for one of a few values. */
export function choice<const C extends readonly string[], const P extends Parts>(choices: C, parts: P) {
  return { type: "string" as const, value: choices.join("|"), choices, ...parts };
}

/** Throws unless the value is one that the option can have. @throws InputError naming the option as it was typed. */
export function checkValue(name: string, { number, choices, check }: Option, value: string): void {
  if (number && !number.fits(toNumber(value))) {
    throw new InputError(`--${name}: expected ${number.expected} but found "${value}".`);
  }
  if (choices && !choices.includes(value)) {
    const near = nearestNames(value, choices)[0];
    throw new InputError(
      `--${name}: expected ${choices.join(", ")} but found "${value}".${near ? ` Did you mean "${near}"?` : ""}`,
    );
  }
  try {
    check?.(value);
  } catch (error) {
    if (!(error instanceof TracebookError)) throw error;
    throw new InputError(`--${name}: ${error.message.replace(/^E/, "e")}`);
  }
}

export function toNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}

/**
 * A message of the library, in the words of the command line: fields are called by the options that set them, and what
 * is to be written in a notebook becomes what is to be typed. Names in quotes are those of the data, and stay.
 */
export function inWordsOf(options: Options, message: string): string {
  const fields = fieldNames(options);
  return outsideQuotes(
    inFlagsOf(options, mappingInFlags(options, message)),
    (text) => text.replace(/\b[a-z]+[A-Z]\w*/g, (word) => fields.has(word) ? `--${fields.get(word)}` : word),
  ).replace(
    /^Expected ([a-z]\w*)(?= (?:to be|of|from|below|above)\b)/,
    (text, word: string) => fields.has(word) ? `Expected --${fields.get(word)}` : text,
  );
}

/** A message of the library that tells to give an option, as `name: value`, in the words of the command line. */
export function inFlagsOf(options: Options, message: string): string {
  const fields = fieldNames(options);
  return message.replace(/\b([a-z]\w*): (true\b|"[^"]*")/g, (text, word: string, value: string) => {
    const name = fields.get(word);
    if (name === undefined || (value === "true") !== (options[name]!.type === "boolean")) return text;
    return value === "true" ? `--${name}` : `--${name} ${value}`;
  });
}

/** `mapping: { case: "…" }` is `--case COLUMN`, or `--map case=COLUMN` where the roles are given by one option. */
function mappingInFlags(options: Options, message: string): string {
  return message.replace(/\bmapping: \{ ((?:\w+: "[^"]*"(?:, )?)+) \}/g, (text, roles: string) => {
    const flags = [...roles.matchAll(/(\w+): "([^"]*)"/g)].map(([, role, given]) => {
      const column = given === "…" ? "COLUMN" : given!;
      if ("map" in options) return `--map ${role}=${column}`;
      const option = Object.hasOwn(ROLE_OPTIONS, role!) ? ROLE_OPTIONS[role as keyof Mapping] : role!;
      return option in options ? `--${option} ${column}` : undefined;
    });
    return flags.every((flag) => flag !== undefined) ? flags.join(" ") : text;
  });
}

function fieldNames(options: Options): ReadonlyMap<string, string> {
  return new Map(Object.entries(options).map(([name, { field = name }]) => [field, name]));
}

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text.split(/("[^"]*")/).map((part, i) => i % 2 === 0 ? change(part) : part).join("");
}

function isPositive(n: number): boolean {
  return n > 0 && Number.isFinite(n);
}
