/** Options that had another name once. */
import { OptionError } from "./errors.ts";

/**
 * Throws if an option is given by a name that it had once, where it would be ignored in silence.
 *
 * @param renamed The name that each option has now, by the name that it had.
 * @throws OptionError that says what to write.
 */
export function refuseRenamed(options: object, renamed: Readonly<Record<string, string>>): void {
  for (const [old, now] of Object.entries(renamed)) {
    const value: unknown = (options as Readonly<Record<string, unknown>>)[old];
    if (value !== undefined) throw new OptionError(`${old} is called ${now} now: write { ${now}: ${String(value)} }.`);
  }
}
