/** Which seeds of random desks a benchmark runs: some are kept aside. */
import { OptionError } from "../../../src/base/errors.ts";

export const LAST_FOR_DEVELOPMENT = 100;

/** "1-30", or "30" for the first thirty. */
export function deskSeeds(seeds: string | undefined, final: boolean): number[] {
  const given = seeds ?? (final ? "101-200" : "1-100");
  const [, first, last] = /^(?:(\d+)-)?(\d+)$/.exec(given) ?? [];
  const from = Number(first ?? 1), to = Number(last);
  if (!(from >= 1 && to >= from)) {
    throw new OptionError(`--seeds: expected FROM-TO such as 1-30, or the number of seeds, but found "${given}".`);
  }
  if (to > LAST_FOR_DEVELOPMENT && !final) {
    throw new OptionError(
      `--seeds ${given}: expected seeds up to ${LAST_FOR_DEVELOPMENT}. Those above are looked at once, at the end: give ` +
        `--final if this is the end.`,
    );
  }
  return Array.from({ length: to - from + 1 }, (_, s) => from + s);
}
