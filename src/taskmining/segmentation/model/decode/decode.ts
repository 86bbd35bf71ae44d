/**
 * The most probable parse of streams under chains (Viterbi; with instances put aside, a beam search over hypotheses
 * that hold the open instance and up to two that wait).
 */
import { goOn } from "../../../../base/stop.ts";
import type { Chains } from "../chains/chains.ts";
import type { Parse } from "../parse.ts";
import type { Streams } from "../streams.ts";
import { BEGIN, kindBegun, PUT_ASIDE, sortOf, STRAY, SWAP, TAKE_UP, takenUp } from "./moves.ts";
import { StreamDecoder } from "./stream_decoder.ts";

export interface DecodeOptions {
  /** Whether an instance may be put aside for others and taken up again. */
  readonly interruptions: boolean;
}

export function decode(streams: Streams, chains: Chains, { interruptions }: DecodeOptions): Parse {
  const moves = new Int32Array(streams.action.length);
  for (let s = 0; s + 1 < streams.offsets.length; s++) {
    goOn();
    new StreamDecoder(streams, chains, interruptions).decode(streams.offsets[s]!, streams.offsets[s + 1]!, moves);
  }
  return parseOfMoves(streams.offsets, moves);
}

/** The parse that moves make: which instance each interaction belongs to. */
export function parseOfMoves(offsets: Int32Array, moves: Int32Array): Parse {
  const owner = new Int32Array(moves.length), stray = new Uint8Array(moves.length);
  const kind: number[] = [];
  let interruptions = 0;
  for (let s = 0; s + 1 < offsets.length; s++) {
    let open = -1;
    const waiting: number[] = [];
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      const move = moves[i]!, which = takenUp(move);
      switch (sortOf(move)) {
        case STRAY:
          stray[i] = 1;
          break;
        case PUT_ASIDE:
          interruptions++;
          waiting.push(open);
          open = kind.push(kindBegun(move)) - 1;
          break;
        case BEGIN:
          open = kind.push(kindBegun(move)) - 1;
          break;
        case TAKE_UP:
          [open] = waiting.splice(which, 1) as [number];
          break;
        case SWAP:
          interruptions++;
          // The places as the decoder has them: the one put aside is the first if the first is taken up, else the second.
          [waiting[which], open] = [open, waiting[which]!];
          break;
      }
      owner[i] = open;
    }
  }
  return { owner, kind: Int32Array.from(kind), stray, interruptions };
}
