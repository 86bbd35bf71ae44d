/** Aligning many traces: on this thread, or by workers where it takes long. Who does it makes no difference. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { beginner } from "../../base/stop.ts";
import { Aligner, type Found } from "./align_search.ts";

export interface AlignJobs {
  readonly traces: readonly Int32Array[];
  /** States for each. */
  readonly maxStates: number;
  /** Milliseconds of `performance.now`. */
  readonly deadline: number;
}

/** What a worker is sent: the net first, then traces. Its clock is not ours, so it is told what time is left. */
export interface AlignMessage {
  readonly net?: NetArrays;
  readonly traces: readonly Int32Array[];
  readonly maxStates: number;
  readonly milliseconds: number;
}

/** Work that this thread does before it asks whether workers are worth their start. */
const ALONE_MILLISECONDS = 150;
/** Work that must be left for them; their start takes a tenth of a second. */
const WORTH_MILLISECONDS = 400;
/** How long this thread works before others have their turn. */
const TURN_MILLISECONDS = 50;
const CHUNK = 16;
/** What an aligner may keep from trace to trace. */
const MOST_BYTES = 400e6;

/** An aligner, and another one in its place when it has become too large. */
export class AlignDesk {
  #aligner: Aligner;

  constructor(readonly net: NetArrays) {
    this.#aligner = new Aligner(net);
  }

  get aligner(): Aligner {
    if (this.#aligner.bytes > MOST_BYTES) this.#aligner = new Aligner(this.net);
    return this.#aligner;
  }
}

export function alignHere(desk: AlignDesk, { traces, maxStates, deadline }: AlignJobs): Found[] {
  return traces.map((trace) => desk.aligner.align(trace, maxStates, deadline));
}

/** Begins on this thread and goes on with workers if much is left; on this thread alone if none can be made. */
export async function alignInParallel(desk: AlignDesk, jobs: AlignJobs, workers: number): Promise<Found[]> {
  const { traces, maxStates, deadline } = jobs;
  const found: Found[] = [];
  const begin = performance.now();
  let turn = begin, alone = workers < 2;
  while (found.length < traces.length) {
    found.push(desk.aligner.align(traces[found.length]!, maxStates, deadline));
    const now = performance.now(), spent = now - begin, left = traces.length - found.length;
    if (!alone && spent > ALONE_MILLISECONDS && left > 1) {
      alone = true;
      if (spent / found.length * left > WORTH_MILLISECONDS) {
        const rest = { ...jobs, traces: traces.slice(found.length) };
        const more = await byWorkers(desk.net, rest, Math.min(workers, left));
        if (more) return [...found, ...more];
      }
    }
    if (now - turn > TURN_MILLISECONDS) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
  }
  return found;
}

/** Chunks go to whoever is free. Undefined if a worker cannot be made or fails. */
export async function byWorkers(net: NetArrays, jobs: AlignJobs, count: number): Promise<Found[] | undefined> {
  const { traces, maxStates, deadline } = jobs;
  const found: Found[] = new Array(traces.length);
  const size = Math.max(1, Math.min(CHUNK, Math.floor(traces.length / count / 4)));
  let next = 0;
  const team: Worker[] = [];
  const begunBy = beginner();
  const stopped = Promise.withResolvers<never>();
  const release = begunBy.onStop(() => stopped.reject());
  try {
    for (let w = 0; w < count; w++) {
      team.push(new Worker(new URL("./align_worker.ts", import.meta.url), { type: "module" }));
    }
    const work = Promise.all(team.map((worker) =>
      new Promise<void>((resolve, reject) => {
        let from = 0;
        const send = (first: boolean) => {
          from = next;
          next = Math.min(traces.length, next + size);
          if (from === next) return resolve();
          const message: AlignMessage = {
            ...(first ? { net } : {}),
            traces: traces.slice(from, next),
            maxStates,
            milliseconds: deadline - performance.now(),
          };
          worker.postMessage(message);
        };
        worker.onmessage = ({ data }: MessageEvent<Found[]>) => {
          data.forEach((one, i) => found[from + i] = one);
          send(false);
        };
        worker.onmessageerror = () => reject(new Error("a message that cannot be read"));
        worker.onerror = (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        };
        send(true);
      })
    ));
    await Promise.race([work, stopped.promise]);
    return found;
  } catch {
    begunBy.goOn();
    return undefined;
  } finally {
    release();
    for (const worker of team) worker.terminate();
  }
}
