/**
 * Work that ends when the cell is stopped that began it.
 *
 * Nothing in JavaScript ends what a function has begun. So long work asks now and then whether it shall go on. In a
 * notebook the kernel knows; elsewhere nothing is ever stopped.
 */

/** The end of work that was stopped. Nobody is told: the cell that waited for it has ended before. */
export class StoppedError extends Error {
  override readonly name = "Interrupted";
  constructor() {
    super("Stopped; the variables are kept.");
  }
}

/** The cell, or the message of a widget, that has begun some work. */
export interface Beginner {
  readonly isStopped: boolean;
  /** @throws StoppedError once it has been stopped. */
  goOn(): void;
  /** Calls `end` when it is stopped, until the function returned is called. */
  onStop(end: () => void): () => void;
}

/**
 * To be called now and then by code that runs for long without waiting, every few thousand rows.
 *
 * @throws StoppedError once the cell is stopped that began what runs now.
 */
export function goOn(): void {
  const stops = (globalThis as { [STOPS]?: Stops })[STOPS];
  if (stops?.isStopped(stops.current())) throw new StoppedError();
}

/** Whoever has begun what runs now: to be asked for at the start of the work. */
export function beginner(): Beginner {
  const stops = (globalThis as { [STOPS]?: Stops })[STOPS];
  if (!stops) return NEVER_STOPPED;
  const turn = stops.current();
  return {
    get isStopped() {
      return stops.isStopped(turn);
    },
    goOn() {
      if (stops.isStopped(turn)) throw new StoppedError();
    },
    onStop: (end) => stops.listen(turn, end),
  };
}

const NEVER_STOPPED: Beginner = { isStopped: false, goOn() {}, onStop: () => () => {} };

/** What the kernel offers: see `src/notebook/kernel/prelude/stops.ts`. */
interface Stops {
  current(): number;
  isStopped(turn: number): boolean;
  listen(turn: number, end: () => void): () => void;
}

const STOPS = Symbol.for("tracebook.stops");
