/**
 * An input or an option is wrong: what was expected, what was found, where, and what to do.
 *
 * The command line ends with exit code 2 on it, where any other error ends with 1.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}
