/** Where a log leaves its model: alignments counted by the model's transitions and places. */
import type { EventLog } from "../../log/events/event_log.ts";
import { InputError } from "../../base/errors.ts";
import { type Alignments, movesOf } from "../../mining/alignments/alignment.ts";
import { traceVariants } from "../../mining/variants.ts";
import { type NetArrays, netArrays } from "../../models/nets/net_arrays.ts";
import { medianInPlace } from "../../base/quickselect.ts";

export interface Tally {
  events: number;
  cases: number;
}

export interface TransitionTally {
  /** Steps of log and model together; of silent steps all. */
  readonly done: Tally;
  /** Steps of the model that the log lacks. */
  readonly skipped: Tally;
  /** From when the step could have begun until it did; NaN where no event says so. */
  medianWaitSeconds: number;
}

export interface DeviationCounts {
  readonly cases: number;
  /** In the order of the net. */
  readonly transitions: readonly TransitionTally[];
  /** Events that the model does not allow, by activity, at each place of the net. */
  readonly inserted: readonly ReadonlyMap<string, Tally>[];
  /** The same where no place had a token. */
  readonly insertedNowhere: ReadonlyMap<string, Tally>;
}

/**
 * An inserted event is counted once: at the place, of those with a token then, that got one last; the first in the order
 * of the net where several did. A wait runs from the last event that the step had to wait for in the model, so that what
 * happens in parallel to it does not shorten it.
 *
 * @throws InputError if the log is not the one that was aligned.
 */
export function countDeviations(alignments: Alignments, log?: EventLog): DeviationCounts {
  const { net, traces, variants } = alignments;
  const arrays = netArrays(net);
  const tally = (): Tally => ({ events: 0, cases: 0 });
  const transitions = net.transitions.map((): TransitionTally => ({
    done: tally(),
    skipped: tally(),
    medianWaitSeconds: NaN,
  }));
  const inserted = net.places.map(() => new Map<string, Tally>());
  const insertedNowhere = new Map<string, Tally>();
  const enablers: Enabled[][] = [];
  for (let v = 0; v < variants.length; v++) {
    const count = traces.counts[v]!;
    const seen = new Set<Tally>();
    const add = (one: Tally) => {
      one.events += count;
      if (!seen.has(one)) one.cases += count;
      seen.add(one);
    };
    const tokens = new DatedTokens(arrays);
    const enabled: Enabled[] = [];
    for (const { kind, activity, event, transition } of movesOf(alignments, v)) {
      if (kind === "log") {
        const at = tokens.latestPlace();
        const here = at < 0 ? insertedNowhere : inserted[at]!;
        if (!here.has(activity!)) here.set(activity!, tally());
        add(here.get(activity!)!);
        continue;
      }
      add(kind === "model" ? transitions[transition]!.skipped : transitions[transition]!.done);
      const last = tokens.fire(transition, event);
      if (kind === "sync" && last >= 0) enabled.push({ transition, event, last });
    }
    enablers.push(enabled);
  }
  if (log) addWaits(alignments, log, enablers, transitions);
  return { cases: traces.counts.reduce((sum, n) => sum + n, 0), transitions, inserted, insertedNowhere };
}

/** An event that could begin once another, `last`, was over; positions in the trace. */
interface Enabled {
  readonly transition: number;
  readonly event: number;
  readonly last: number;
}

/** Tokens that know the last event behind them. Events of a trace are in the order of their times. */
class DatedTokens {
  /** Of each place, oldest token first: the last event behind it, -1 for none. */
  readonly #tokens: number[][];
  /** When each place last got a token. */
  readonly #arrival: Float64Array;
  #clock = 0;

  constructor(private readonly net: NetArrays) {
    this.#tokens = Array.from(net.initial, (n) => new Array<number>(n).fill(-1));
    this.#arrival = new Float64Array(net.places);
  }

  /** Takes and gives; returns the last event that the step had to wait for. */
  fire(transition: number, event: number): number {
    const { inOffsets, inPlaces, inWeights, outOffsets, outPlaces, outWeights } = this.net;
    let last = -1;
    for (let i = inOffsets[transition]!; i < inOffsets[transition + 1]!; i++) {
      for (const token of this.#tokens[inPlaces[i]!]!.splice(0, inWeights[i]!)) last = Math.max(last, token);
    }
    this.#clock++;
    for (let i = outOffsets[transition]!; i < outOffsets[transition + 1]!; i++) {
      const place = outPlaces[i]!;
      for (let n = 0; n < outWeights[i]!; n++) this.#tokens[place]!.push(Math.max(last, event));
      this.#arrival[place] = this.#clock;
    }
    return last;
  }

  /** The place with a token that got one last, -1 where there is no token. */
  latestPlace(): number {
    let found = -1;
    for (let p = 0; p < this.net.places; p++) {
      if (this.#tokens[p]!.length > 0 && (found < 0 || this.#arrival[p]! > this.#arrival[found]!)) found = p;
    }
    return found;
  }
}

function addWaits(
  alignments: Alignments,
  log: EventLog,
  enablers: readonly (readonly Enabled[])[],
  transitions: readonly TransitionTally[],
): void {
  const caseVariant = variantsOfCases(alignments, log);
  const waits = transitions.map((): number[] => []);
  const { offsets, time, start } = log;
  for (let c = 0; c < log.cases; c++) {
    const first = offsets[c]!;
    for (const { transition, event, last } of enablers[caseVariant[c]!]!) {
      const begun = start === undefined || Number.isNaN(start[first + event]!)
        ? time[first + event]!
        : start[first + event]!;
      waits[transition]!.push(Math.max(0, begun - time[first + last]!) / 1000);
    }
  }
  waits.forEach((seconds, t) => {
    if (seconds.length > 0) transitions[t]!.medianWaitSeconds = medianInPlace(Float64Array.from(seconds));
  });
}

function variantsOfCases({ traces }: Alignments, log: EventLog): Int32Array {
  const own = traceVariants(log);
  const same = own.sequences.length === traces.sequences.length &&
    own.sequences.every((sequence, v) =>
      own.counts[v] === traces.counts[v] && sequence.length === traces.sequences[v]!.length &&
      sequence.every((a, i) => own.activities[a] === traces.activities[traces.sequences[v]![i]!])
    );
  if (same) return own.caseVariant;
  throw new InputError(
    `Expected the log that was aligned, with its ${traces.sequences.length} variants, but "${log.name}" has ` +
      `${own.sequences.length}, or others.\nGive the log that the alignments were computed from, with the same filters.`,
  );
}
