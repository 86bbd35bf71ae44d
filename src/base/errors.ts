/**
 * Errors that a user can mend. Their messages say what was expected, what was found, where, and what to do.
 *
 * The command line ends with exit code 2 on them and shows the message alone; any other error ends with 1 and its stack.
 */

/** The class of every error that Tracebook throws on purpose: `instanceof TracebookError` recognises them all. */
export class TracebookError extends Error {
  override readonly name: string = "TracebookError";
}

/** What was given to read or to work on is wrong: a file, a column, a model, a value that no case has. */
export class InputError extends TracebookError {
  override readonly name = "InputError";
}

/** An option is wrong: out of its range, or not one of the values that it can have. */
export class OptionError extends TracebookError {
  override readonly name = "OptionError";
}
