/** What can happen at one interaction. A move is one number, for the decoder keeps millions of them. */

/** The open instance goes on. */
export const GO_ON = 0;
/** The interaction is no step of any instance; the open one stays open. */
export const STRAY = 1;
/** The open instance ends, if there is one, and another begins. */
export const BEGIN = 2;
/** The open instance is put aside, and another begins. */
export const PUT_ASIDE = 3;
/** The open instance ends, and one that waits is taken up. */
export const TAKE_UP = 4;
/** The open instance is put aside, and one that waits is taken up in its place. */
export const SWAP = 5;

/** The instance that is taken up: the first that waits, or the second. */
export const FIRST = 0, SECOND = 1;

/** @param kind chain of the instance that begins. */
export function beginning(move: typeof BEGIN | typeof PUT_ASIDE, kind: number): number {
  return move | (kind << 4);
}

export function takingUp(move: typeof TAKE_UP | typeof SWAP, which: typeof FIRST | typeof SECOND): number {
  return move | (which << 3);
}

export function sortOf(move: number): number {
  return move & 7;
}

export function takenUp(move: number): number {
  return (move >> 3) & 1;
}

export function kindBegun(move: number): number {
  return move >> 4;
}
