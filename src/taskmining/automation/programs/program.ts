/**
 * Programs over texts: small trees that say how a value follows from others.
 *
 * The language follows Gulwani, "Automating String Processing in Spreadsheets Using Input-Output Examples", POPL 2011:
 * a concatenation of constants and of substrings whose ends are told by what stands there; added are the formats that
 * office work is full of (numbers, dates, telephone numbers), arithmetic, lookups and conditions.
 */

/** Runs of characters that positions and `token` speak of. */
export type TokenKind = "digits" | "letters" | "upper" | "lower" | "capitalised" | "word" | "nonspace" | "number";

/**
 * A place in a text. `at` counts characters from the start or the end; `near` is before or after the nth run of a kind,
 * or the nth occurrence of a text, from the start (0, 1, …) or from the end (-1, -2, …).
 */
export type Position =
  | { readonly at: number; readonly from: "start" | "end" }
  | { readonly near: TokenKind; readonly nth: number; readonly edge: "before" | "after" }
  | { readonly text: string; readonly nth: number; readonly edge: "before" | "after" };

export type LetterCase = "upper" | "lower" | "title" | "sentence";

/** What is left of a text; `ascii` takes accents off, `german` writes ä as ae and ß as ss. */
export type Cleaning =
  | "trim"
  | "single spaces"
  | "no spaces"
  | "digits"
  | "letters"
  | "letters and digits"
  | "ascii"
  | "german";

/** How a number is written. */
export interface NumberFormat {
  /** Digits after the decimal mark, rounded; "shortest" for as many as it has. */
  readonly decimals: number | "shortest";
  readonly decimal: "." | ",";
  /** Between groups of three digits; empty for none. */
  readonly thousands: string;
}

/**
 * A text computed from the inputs. Where something that it needs is missing, it has no result.
 *
 * Dates are read and written by patterns of `yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h mm ss a Q ww`; other
 * characters stand for themselves. Month and weekday names are read in five languages, and written in that of `language`.
 */
export type Program =
  | { readonly op: "input"; readonly index: number }
  | { readonly op: "constant"; readonly text: string }
  | { readonly op: "concat"; readonly parts: readonly Program[] }
  | { readonly op: "slice"; readonly of: Program; readonly from: Position; readonly to: Position }
  | { readonly op: "part"; readonly of: Program; readonly delimiter: string; readonly nth: number }
  | { readonly op: "token"; readonly of: Program; readonly token: TokenKind; readonly nth: number }
  | { readonly op: "case"; readonly of: Program; readonly as: LetterCase }
  | { readonly op: "clean"; readonly of: Program; readonly keep: Cleaning }
  | { readonly op: "replace"; readonly of: Program; readonly find: string; readonly by: string }
  | { readonly op: "initials"; readonly of: Program; readonly join: string }
  | { readonly op: "pad"; readonly of: Program; readonly width: number; readonly fill: string }
  | {
    readonly op: "number";
    readonly of: Program;
    /** Decimal mark of what is read. */
    readonly read: "." | ",";
    readonly write: NumberFormat;
    readonly times?: number;
    readonly plus?: number;
  }
  | {
    readonly op: "arithmetic";
    readonly operator: "+" | "-" | "*" | "/";
    readonly left: Program;
    readonly right: Program;
    readonly read: "." | ",";
    readonly write: NumberFormat;
  }
  | {
    readonly op: "date";
    readonly of: Program;
    readonly read: string;
    readonly write: string;
    readonly language?: Language;
    readonly plusDays?: number;
  }
  | {
    /** Characters of a text put into the places `#` of a pattern; the last group takes what is left. */
    readonly op: "pattern";
    readonly of: Program;
    readonly keep: "digits" | "letters and digits";
    /** Beginnings that are taken off first, the first that fits. */
    readonly strip: readonly string[];
    readonly pattern: string;
  }
  | { readonly op: "lookup"; readonly of: Program; readonly table: Readonly<Record<string, string>> }
  | { readonly op: "choose"; readonly when: Condition; readonly then: Program; readonly otherwise: Program };

export type Language = "en" | "de" | "fr" | "es" | "it";

/** What a `choose` asks of one of the inputs. */
export type Condition =
  | { readonly test: "equals" | "contains" | "starts"; readonly index: number; readonly text: string }
  | { readonly test: "empty"; readonly index: number }
  | { readonly test: "words" | "length"; readonly index: number; readonly count: number }
  | { readonly test: "above"; readonly index: number; readonly limit: number; readonly read: "." | "," };

/** Programs directly inside this one. */
export function partsOf(program: Program): readonly Program[] {
  switch (program.op) {
    case "input":
    case "constant":
      return [];
    case "concat":
      return program.parts;
    case "arithmetic":
      return [program.left, program.right];
    case "choose":
      return [program.then, program.otherwise];
    default:
      return [program.of];
  }
}

/** Inputs that a program reads, ascending. */
export function inputsOf(program: Program): number[] {
  const found = new Set<number>();
  const visit = (one: Program): void => {
    if (one.op === "input") found.add(one.index);
    if (one.op === "choose") found.add(one.when.index);
    partsOf(one).forEach(visit);
  };
  visit(program);
  return [...found].sort((a, b) => a - b);
}

/** The same program with its inputs numbered anew. */
export function withInputs(program: Program, indexOf: (index: number) => number): Program {
  const next = (one: Program) => withInputs(one, indexOf);
  switch (program.op) {
    case "input":
      return { ...program, index: indexOf(program.index) };
    case "constant":
      return program;
    case "concat":
      return { ...program, parts: program.parts.map(next) };
    case "arithmetic":
      return { ...program, left: next(program.left), right: next(program.right) };
    case "choose":
      return {
        op: "choose",
        when: { ...program.when, index: indexOf(program.when.index) },
        then: next(program.then),
        otherwise: next(program.otherwise),
      };
    default:
      return { ...program, of: next(program.of) };
  }
}

/** Operations in a program: its size. Positions, formats and the rows of a table are part of their operation. */
export function programSize(program: Program): number {
  return 1 + partsOf(program).reduce((sum, part) => sum + programSize(part), 0);
}
