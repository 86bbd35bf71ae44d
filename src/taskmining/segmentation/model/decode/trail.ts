/** The moves by which hypotheses came to be, each with the one before it, until the best way is written down. */
import { BEAM } from "../priors.ts";

const NONE = -1;
const AT_FIRST = 1 << 16;

export class Trail {
  #before = new Int32Array(AT_FIRST);
  #move = new Int32Array(AT_FIRST);
  #size = 0;

  /** Whether `more` moves can be added. Grows up to `BEAM.moves`. */
  hasRoomFor(more: number): boolean {
    if (this.#size + more <= this.#before.length) return true;
    if (this.#before.length >= BEAM.moves) return false;
    this.#before = doubled(this.#before);
    this.#move = doubled(this.#move);
    return true;
  }

  /** Adds a move after another, or as the first; gives its place. */
  add(move: number, before = NONE): number {
    this.#before[this.#size] = before;
    this.#move[this.#size] = move;
    return this.#size++;
  }

  /** Writes the way that leads to a place into `moves`, from its last interaction back to `from`. */
  write(place: number, moves: Int32Array, from: number, to: number): void {
    for (let i = to - 1, at = place; i >= from; i--) {
      moves[i] = this.#move[at]!;
      at = this.#before[at]!;
    }
  }

  /** Makes room for other moves. Places that were given before mean nothing any more. */
  clear(): void {
    this.#size = 0;
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}
