/**
 * Hypotheses of one moment: which state the open instance is in, and which states those that wait are in.
 *
 * Of two with the same states only the better one is kept. Arrays stand side by side, an entry for each hypothesis,
 * because the decoder makes some hundred of them at each interaction.
 */
import { BEAM } from "../priors.ts";

const ROOM = BEAM.most * 2;
/** Places of the hash table, a power of 2 and far more than `ROOM`. */
const PLACES = 4096;

export class Hypotheses {
  size = 0;
  /** State of the open instance. */
  readonly open = new Int32Array(ROOM);
  /** States of the instances that wait, in one number: see `StreamDecoder`. */
  readonly waiting = new Float64Array(ROOM);
  /** Logarithm of the probability, in nats. */
  readonly score = new Float64Array(ROOM);
  /** Place in the trail of the move that led here; before it is added there, that of the hypothesis it came from. */
  readonly trail = new Int32Array(ROOM);
  readonly move = new Int32Array(ROOM);
  /** Interaction at which the open instance began, and the first and the second that wait. */
  readonly openSince = new Int32Array(ROOM);
  readonly roundSince = new Int32Array(ROOM);
  readonly repeating = new Uint8Array(ROOM);
  /** Action of the interaction before if that was stray, else -1. */
  readonly strayAction = new Int32Array(ROOM);
  readonly firstSince = new Int32Array(ROOM);
  readonly secondSince = new Int32Array(ROOM);
  /** Steps of the open instance, as far as `STEPS.shortInstance` tells them apart. */
  readonly steps = new Uint8Array(ROOM);
  /** Where the hash table has a hypothesis. An entry counts only if its stamp is that of this moment. */
  readonly #table = new Int32Array(PLACES);
  readonly #stamps = new Int32Array(PLACES);
  #stamp = 0;

  clear(): void {
    this.#stamp++;
    this.size = 0;
  }

  /**
   * The place for a hypothesis with these states and this score, which the caller fills by `follow`; -1 if one as good
   * is there, or if there is no room.
   */
  claim(open: number, waiting: number, score: number, strayAction = -1): number {
    let place = (Math.imul(2 * open + (strayAction < 0 ? 1 : 2), 0x9E3779B1) ^
      Math.imul(waiting % 4294967291 | 0, 0x85EBCA6B)) >>> 20;
    while (this.#stamps[place] === this.#stamp) {
      const known = this.#table[place]!;
      const isStray = this.strayAction[known]! >= 0;
      if (this.open[known] === open && this.waiting[known] === waiting && isStray === strayAction >= 0) {
        if (score <= this.score[known]!) return -1;
        this.score[known] = score;
        return known;
      }
      place = (place + 1) & (PLACES - 1);
    }
    if (this.size >= ROOM) return -1;
    this.#table[place] = this.size;
    this.#stamps[place] = this.#stamp;
    this.open[this.size] = open;
    this.waiting[this.size] = waiting;
    this.score[this.size] = score;
    this.strayAction[this.size] = strayAction;
    return this.size++;
  }

  /** Fills a claimed place with what a move makes of another hypothesis, as long as its instances stay as they are. */
  follow(
    place: number,
    { trail, openSince, roundSince, repeating, firstSince, secondSince, steps }: Hypotheses,
    from: number,
    move: number,
  ) {
    this.trail[place] = trail[from]!;
    this.move[place] = move;
    this.openSince[place] = openSince[from]!;
    this.roundSince[place] = roundSince[from]!;
    this.repeating[place] = repeating[from]!;
    this.firstSince[place] = firstSince[from]!;
    this.secondSince[place] = secondSince[from]!;
    this.steps[place] = steps[from]!;
  }

  best(): number {
    let best = 0;
    for (let h = 1; h < this.size; h++) if (this.score[h]! > this.score[best]!) best = h;
    return best;
  }

  /** Leaves out those that are too far behind the best, or too many; the others keep their order. */
  prune(): void {
    let best = -Infinity;
    for (let h = 0; h < this.size; h++) if (this.score[h]! > best) best = this.score[h]!;
    let limit = best - BEAM.nats, waitingLimit = best - BEAM.natsWaiting;
    if (this.size > BEAM.most) {
      const sorted = this.score.slice(0, this.size).sort();
      limit = Math.max(limit, sorted[this.size - BEAM.most]!);
      waitingLimit = Math.max(limit, waitingLimit);
    }
    let kept = 0;
    for (let h = 0; h < this.size; h++) {
      if (this.score[h]! < (this.waiting[h] === 0 ? limit : waitingLimit)) continue;
      if (kept < h) this.#move(h, kept);
      kept++;
    }
    this.size = kept;
  }

  /** Leaves only those that came from the hypothesis whose move stands at this place of the trail. */
  keepThoseFrom(trail: number): void {
    for (let h = 0; h < this.size; h++) if (this.trail[h] !== trail) this.score[h] = -Infinity;
    this.prune();
  }

  #move(from: number, to: number): void {
    this.open[to] = this.open[from]!;
    this.waiting[to] = this.waiting[from]!;
    this.score[to] = this.score[from]!;
    this.trail[to] = this.trail[from]!;
    this.move[to] = this.move[from]!;
    this.openSince[to] = this.openSince[from]!;
    this.roundSince[to] = this.roundSince[from]!;
    this.repeating[to] = this.repeating[from]!;
    this.strayAction[to] = this.strayAction[from]!;
    this.firstSince[to] = this.firstSince[from]!;
    this.secondSince[to] = this.secondSince[from]!;
    this.steps[to] = this.steps[from]!;
  }
}
