import { InputError } from "../../../base/errors.ts";

export interface InductiveOptions {
  /**
   * Share of the strongest alternative below which behaviour is left out, 0 to 1. 0 keeps everything.
   *
   * @default 0
   */
  noise?: number;
}

/** @throws InputError if it lies outside 0 to 1 */
export function noiseOf({ noise = 0 }: InductiveOptions): number {
  if (noise >= 0 && noise <= 1) return noise;
  throw new InputError(
    `Expected noise to be a number from 0 (keep all behaviour) to 1 but found ${noise}. 0.2 is a usual choice.`,
  );
}
