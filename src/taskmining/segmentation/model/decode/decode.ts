/**
 * The most probable parse of streams under chains (Viterbi; with instances put aside, a beam search over hypotheses
 * that hold the open instance and up to two that wait).
 */
import { type Chains, SHORT } from "../chains/chains.ts";
import type { Parse } from "../parse.ts";
import type { Streams } from "../streams.ts";

export interface DecodeOptions {
  /** Whether an instance may be put aside for others and taken up again. */
  readonly interruptions: boolean;
}

/** Hypotheses this many nats behind the best are given up. */
const BEAM = 14;
/** As `BEAM`, for those in which an instance waits. */
const BEAM_WAITING = 13;
const MOST = 200;
const LONG = SHORT.length - 1;
const GO_ON = 0, STRAY = 1, BEGIN = 2, PUT_ASIDE = 3, TAKE_UP = 4, SWAP = 5;

export function decode(streams: Streams, chains: Chains, options: DecodeOptions): Parse {
  const n = streams.action.length;
  const move = new Uint8Array(n), slot = new Uint8Array(n), kind = new Uint8Array(n);
  for (let s = 0; s + 1 < streams.offsets.length; s++) {
    decodeStream(streams, chains, options, streams.offsets[s]!, streams.offsets[s + 1]!, move, slot, kind);
  }
  return replay(streams, move, slot, kind);
}

/** Hypotheses of one moment. A key is the state and those that wait: each plus 1, in base `states + 1`. */
class Front {
  size = 0;
  readonly state = new Int32Array(MOST * 2);
  readonly waits = new Float64Array(MOST * 2);
  readonly score = new Float64Array(MOST * 2);
  readonly node = new Int32Array(MOST * 2);
  /** Where the open instance and those that wait began. */
  readonly since = new Int32Array(MOST * 2);
  readonly sinceOne = new Int32Array(MOST * 2);
  readonly sinceOther = new Int32Array(MOST * 2);
  /** Steps of the open instance, as far as `SHORT` tells them apart. */
  readonly steps = new Uint8Array(MOST * 2);
  /** How it came to be: previous node and move, until nodes are written. */
  readonly from = new Int32Array(MOST * 2);
  readonly how = new Int32Array(MOST * 2);
  /** Place of a hypothesis in this moment, by hash; `#moment` tells whose entries count. */
  readonly #table = new Int32Array(4096);
  readonly #stamp = new Int32Array(4096);
  #moment = 0;

  clear(): void {
    this.#moment++;
    this.size = 0;
  }

  offer(
    state: number,
    waits: number,
    score: number,
    from: number,
    how: number,
    since: number,
    one: number,
    other: number,
    steps: number,
  ): void {
    let h = (Math.imul(state + 1, 0x9E3779B1) ^ Math.imul(waits % 4294967291 | 0, 0x85EBCA6B)) >>> 20;
    for (;;) {
      if (this.#stamp[h] !== this.#moment) break;
      const at = this.#table[h]!;
      if (this.state[at] === state && this.waits[at] === waits) {
        if (score > this.score[at]!) this.#set(at, state, waits, score, from, how, since, one, other, steps);
        return;
      }
      h = (h + 1) & 4095;
    }
    if (this.size >= MOST * 2) return;
    this.#table[h] = this.size;
    this.#stamp[h] = this.#moment;
    this.#set(this.size++, state, waits, score, from, how, since, one, other, steps);
  }

  #set(
    at: number,
    state: number,
    waits: number,
    score: number,
    from: number,
    how: number,
    since: number,
    one: number,
    other: number,
    steps: number,
  ): void {
    this.state[at] = state;
    this.waits[at] = waits;
    this.score[at] = score;
    this.from[at] = from;
    this.how[at] = how;
    this.since[at] = since;
    this.sinceOne[at] = one;
    this.sinceOther[at] = other;
    this.steps[at] = steps;
  }

  /** Leaves out what is too far behind the best; order stays. */
  prune(beam: number): void {
    let best = -Infinity;
    for (let h = 0; h < this.size; h++) if (this.score[h]! > best) best = this.score[h]!;
    let limit = best - beam, waitingLimit = best - BEAM_WAITING;
    if (this.size > MOST) {
      const sorted = this.score.slice(0, this.size).sort();
      limit = Math.max(limit, sorted[this.size - MOST]!);
      waitingLimit = Math.max(limit, waitingLimit);
    }
    let kept = 0;
    for (let h = 0; h < this.size; h++) {
      if (this.score[h]! < (this.waits[h] === 0 ? limit : waitingLimit)) continue;
      if (kept === h) {
        kept++;
        continue;
      }
      this.state[kept] = this.state[h]!;
      this.waits[kept] = this.waits[h]!;
      this.score[kept] = this.score[h]!;
      this.from[kept] = this.from[h]!;
      this.how[kept] = this.how[h]!;
      this.since[kept] = this.since[h]!;
      this.sinceOne[kept] = this.sinceOne[h]!;
      this.sinceOther[kept] = this.sinceOther[h]!;
      this.steps[kept] = this.steps[h]!;
      kept++;
    }
    this.size = kept;
  }
}

/** How many interactions at the beginning of a stream may be stray before anything begins. */
const LEAD = 20;
const NODES = 1 << 21;

function decodeStream(
  { action, pause, link, actions: S }: Streams,
  c: Chains,
  { interruptions }: DecodeOptions,
  begin: number,
  end: number,
  move: Uint8Array,
  slot: Uint8Array,
  kind: Uint8Array,
): void {
  const width = S + 1, base = c.states + 1;
  let previous = new Int32Array(Math.min(NODES, 1 << 16)), code = new Int32Array(previous.length), nodes = 0;
  let committed = begin;
  let lead = 0, leadNode = -1;
  let front = new Front(), following = new Front();
  const { step, start, next, first } = c;
  const latest = new Int32Array(S).fill(-1);

  const write = (node: number, upTo: number) => {
    for (let i = upTo - 1, at = node; i >= committed; i--) {
      const how = code[at]!;
      move[i] = how & 7;
      slot[i] = (how >> 3) & 1;
      kind[i] = how >> 4;
      at = previous[at]!;
    }
    committed = upTo;
  };

  for (let i = begin; i < end; i++) {
    const t = action[i]!, cut = c.pause[pause[i]!]!, unlinked = c.link[link[i]!]!, noise = c.stray[t]!;
    const seen = latest[t]!;
    latest[t] = i;
    following.clear();
    if (i - begin <= LEAD) {
      // All before may be stray: then nothing has begun yet.
      for (let k = 0; k < c.kinds; k++) {
        following.offer(
          first[k * S + t]!,
          0,
          lead + start[k * S + t]! + c.proper,
          leadNode,
          BEGIN | (k << 4),
          i,
          0,
          0,
          1,
        );
      }
      lead += noise;
      previous[nodes] = leadNode;
      code[nodes] = STRAY;
      leadNode = nodes++;
    }
    if (i > begin) {
      let top = -Infinity;
      // What the best hypothesis leads to at least; all that is far behind is never offered.
      for (let h = 0; h < front.size; h++) {
        const v = front.score[h]! + Math.max(
          noise,
          step[front.state[h]! * width + t]! + c.proper + c.stay +
            (seen >= front.since[h]! ? c.again : c.anew)[front.state[h]! * S + t]!,
        );
        if (v > top) top = v;
      }
      const limit = top - BEAM, waitingLimit = top - BEAM_WAITING;
      for (let h = 0; h < front.size; h++) {
        const s = front.state[h]!, waits = front.waits[h]!, score = front.score[h]!, node = front.node[h]!;
        const steps = front.steps[h]!, short = SHORT[steps]!;
        const since = front.since[h]!, b1 = front.sinceOne[h]!, b2 = front.sinceOther[h]!;
        if (score + noise >= limit) following.offer(s, waits, score + noise, node, STRAY, since, b1, b2, steps);
        const v = score + step[s * width + t]! + c.proper + c.stay + (seen >= since ? c.again : c.anew)[s * S + t]!;
        if (v >= limit) {
          following.offer(next[s * S + t]!, waits, v, node, GO_ON, since, b1, b2, Math.min(LONG, steps + 1));
        }
        const over = score + step[s * width + S]! + c.proper + cut - short + (waits === 0 ? unlinked : 0);
        if (over >= limit) {
          for (let k = 0; k < c.kinds; k++) {
            const q = k * S + t, w = over + start[q]!;
            if (w >= limit) following.offer(first[q]!, waits, w, node, BEGIN | (k << 4), i, b1, b2, 1);
          }
        }
        if (!interruptions) continue;
        const one = (waits % base) - 1, other = Math.floor(waits / base) - 1;
        const left = score + c.aside + c.proper + cut;
        if (other < 0 && left >= waitingLimit) {
          const aside = one < 0 ? s + 1 : (one + 1) + (s + 1) * base;
          for (let k = 0; k < c.kinds; k++) {
            const q = k * S + t, w = left + start[q]!;
            if (w >= limit) {
              following.offer(
                first[q]!,
                aside,
                w,
                node,
                PUT_ASIDE | (k << 4),
                i,
                one < 0 ? since : b1,
                one < 0 ? 0 : since,
                1,
              );
            }
          }
        }
        if (one < 0) continue;
        const againOne = (seen >= b1 ? c.again : c.anew)[one * S + t]!;
        const againOther = other < 0 ? 0 : (seen >= b2 ? c.again : c.anew)[other * S + t]!;
        const resume = score + step[s * width + S]! + c.proper - short;
        if (resume >= limit) {
          const w = resume + step[one * width + t]! + againOne;
          if (w >= limit) {
            following.offer(next[one * S + t]!, Math.max(0, other + 1), w, node, TAKE_UP, b1, b2, 0, LONG);
          }
          if (other >= 0) {
            const x = resume + step[other * width + t]! + againOther;
            if (x >= limit) following.offer(next[other * S + t]!, one + 1, x, node, TAKE_UP | 8, b2, b1, 0, LONG);
          }
        }
        if (left < waitingLimit) continue;
        const w = left + step[one * width + t]! + againOne;
        if (w >= waitingLimit) {
          following.offer(next[one * S + t]!, s + 1 + (other + 1) * base, w, node, SWAP, b1, since, b2, LONG);
        }
        if (other >= 0) {
          const x = left + step[other * width + t]! + againOther;
          if (x >= limit) {
            following.offer(next[other * S + t]!, (one + 1) + (s + 1) * base, x, node, SWAP | 8, b2, b1, since, LONG);
          }
        }
      }
    }
    following.prune(BEAM);
    if (nodes + following.size > previous.length) {
      if (previous.length < NODES) {
        const more = new Int32Array(previous.length * 2), codes = new Int32Array(previous.length * 2);
        more.set(previous);
        codes.set(code);
        previous = more;
        code = codes;
      } else {
        nodes = commit(front, write, i);
      }
    }
    if (i === committed && i > begin && nodes === 0) {
      // All was committed but the best hypothesis: the next moment starts from it alone.
      for (let h = 0; h < following.size; h++) if (following.from[h] !== front.node[0]) following.score[h] = -Infinity;
      following.prune(BEAM);
    }
    for (let h = 0; h < following.size; h++) {
      previous[nodes] = following.from[h]!;
      code[nodes] = following.how[h]!;
      following.node[h] = nodes++;
    }
    [front, following] = [following, front];
  }
  let best = -Infinity, node = -1;
  for (let h = 0; h < front.size; h++) {
    const waits = front.waits[h]!, one = (waits % base) - 1, other = Math.floor(waits / base) - 1;
    let v = front.score[h]! + step[front.state[h]! * width + S]!;
    if (one >= 0) v += step[one * width + S]!;
    if (other >= 0) v += step[other * width + S]!;
    if (v > best) {
      best = v;
      node = front.node[h]!;
    }
  }
  write(node, end);
}

/** Writes the best hypothesis down and forgets the others. */
function commit(front: Front, write: (node: number, upTo: number) => void, upTo: number): number {
  let best = 0;
  for (let h = 1; h < front.size; h++) if (front.score[h]! > front.score[best]!) best = h;
  write(front.node[best]!, upTo);
  front.node[0] = front.node[best]!;
  return 0;
}

/** Owners of the interactions, after the moves. */
function replay(streams: Streams, move: Uint8Array, slot: Uint8Array, kindAt: Uint8Array): Parse {
  const n = move.length, owner = new Int32Array(n), stray = new Uint8Array(n);
  const kind: number[] = [];
  let interruptions = 0;
  for (let s = 0; s + 1 < streams.offsets.length; s++) {
    let open = -1;
    let waiting: number[] = [];
    for (let i = streams.offsets[s]!; i < streams.offsets[s + 1]!; i++) {
      const put = () => {
        interruptions++;
        waiting.push(open);
      };
      switch (move[i]) {
        case STRAY:
          stray[i] = 1;
          break;
        case BEGIN:
          open = kind.push(kindAt[i]!) - 1;
          break;
        case PUT_ASIDE:
          put();
          open = kind.push(kindAt[i]!) - 1;
          break;
        case TAKE_UP: {
          open = waiting[slot[i]!]!;
          waiting = waiting.filter((_, w) => w !== slot[i]);
          break;
        }
        case SWAP: {
          const back = waiting[slot[i]!]!;
          interruptions++;
          // The slots as the decoder keeps them: the one put aside takes the place of the one taken up.
          waiting[slot[i]!] = open;
          open = back;
          break;
        }
      }
      owner[i] = open;
    }
  }
  return { owner, kind: Int32Array.from(kind), stray, interruptions };
}
