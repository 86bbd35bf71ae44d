/**
 * Errors that a user can mend. Their messages say what was expected, what was found, where, and what to do.
 *
 * The command line ends with exit code 2 on them and shows the message alone; any other error ends with 1 and its stack.
 */

/** The class of every error that Tracebook throws on purpose: `instanceof TracebookError` recognises them all. */
export class TracebookError extends Error {
  override readonly name: string = "TracebookError";

  constructor(message?: string, options?: ErrorOptions) {
    super(message === undefined ? undefined : readable(message), options);
  }
}

const MOST_OF_A_WORD = 300, MOST_OF_A_MESSAGE = 4000;

/** A message quotes what was found, and a damaged file holds cells and names of a million characters. */
function readable(message: string): string {
  if (message.length <= MOST_OF_A_WORD) return message;
  const short = message.replace(
    new RegExp(`\\S{${MOST_OF_A_WORD},}`, "g"),
    (word) => `${word.slice(0, 80)}…${word.slice(-20)}`,
  );
  if (short.length <= MOST_OF_A_MESSAGE) return short;
  // The end says what to do.
  return `${short.slice(0, MOST_OF_A_MESSAGE - 700)} … ${short.slice(-600)}`;
}

/** What was given to read or to work on is wrong: a file, a column, a model, a value that no case has. */
export class InputError extends TracebookError {
  override readonly name = "InputError";
}

/** An option is wrong: out of its range, or not one of the values that it can have. */
export class OptionError extends TracebookError {
  override readonly name = "OptionError";
}
