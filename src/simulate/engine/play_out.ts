/**
 * Event logs that a model could have written.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, chapter 2 (play-out).
 */
import { InputError, OptionError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { logFromRows } from "../../log/from_rows.ts";
import { markingText } from "../../models/nets/net_words.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";
import { netArrays } from "../../models/nets/net_arrays.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import { fire, isEnabled } from "../../models/nets/state_space.ts";
import { randomStream } from "../../base/random.ts";

export interface PlayOutOptions {
  /** @default 100 */
  readonly cases?: number;
  /** The same seed gives the same log; a whole number. @default 1 */
  readonly seed?: number;
  /** Steps of one case at most, silent ones included. @default 10000 */
  readonly maxSteps?: number;
}

/**
 * Plays a model out: each case is a walk at random from the initial to the final marking, every enabled transition as
 * likely as any other. Process trees, BPMN and heuristics nets are played out as their nets.
 *
 * Cases are called `1`, `2`, …; times are made up: each case starts an hour after the one before, the first on 1 January
 * 2026 at 00:00 UTC, and its events are a minute apart. A case that takes only silent steps leaves no event, and is
 * therefore not in the log.
 *
 * @throws InputError if the net has no initial or final marking, gets stuck before the final marking, or does not come
 * to it within `maxSteps`; if no case leaves an event.
 * @throws OptionError if `cases` or `maxSteps` is no whole number from 1, or `seed` no whole number.
 * @example
 * ```ts
 * import { parseProcessTree, playOut } from "tracebook";
 * const log = playOut(parseProcessTree("->( 'a', +( 'b', 'c' ) )"), { cases: 10, seed: 7 });
 * log.events; // 30
 * ```
 */
export function playOut(model: ConvertibleModel, options: PlayOutOptions = {}): EventLog {
  const { cases = 100, seed = 1, maxSteps = 10_000 } = options;
  for (const [name, value] of [["cases", cases], ["maxSteps", maxSteps]] as const) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new OptionError(`Expected ${name} to be a whole number from 1 but found ${value}.`);
    }
  }
  if (!Number.isInteger(seed)) throw new OptionError(`Expected seed to be a whole number but found ${seed}.`);
  const net = asNet(model);
  const walk = walker(net, seed, maxSteps);
  const rows = Array.from({ length: cases }, (_, i) =>
    walk().map((activity, step) => ({
      case: String(i + 1),
      activity,
      time: new Date(FIRST_START + i * HOUR + step * MINUTE),
    }))).flat();
  if (rows.length === 0) {
    throw new InputError(
      `Expected cases with events when "${net.name}" is played out, but all took only silent steps.`,
    );
  }
  return logFromRows(rows, { name: `played out of ${net.name}` });
}

const MINUTE = 60_000, HOUR = 60 * MINUTE, FIRST_START = Date.UTC(2026, 0, 1);

/** Walks of the net, one a call, as the activities on the way. */
function walker(net: PetriNet, seed: number, maxSteps: number): () => string[] {
  for (const which of ["initial", "final"] as const) {
    if (net[which].size === 0) {
      throw new InputError(`"${net.name}": expected the ${which} marking of the net to be known but found none.`);
    }
  }
  const arrays = netArrays(net), random = randomStream(seed, "play-out");
  const isFinal = (marking: Int32Array) => marking.every((tokens, p) => tokens === arrays.final[p]);
  return () => {
    const trace: string[] = [];
    let marking = arrays.initial;
    for (let steps = 0;; steps++) {
      const enabled: number[] = [];
      for (let t = 0; t < arrays.transitions; t++) if (isEnabled(arrays, marking, t)) enabled.push(t);
      // To stop in the final marking is one choice among those that are left.
      const next = Math.floor(random() * (enabled.length + (isFinal(marking) ? 1 : 0)));
      if (isFinal(marking) && next === enabled.length) return trace;
      const problem = enabled.length === 0
        ? "gets stuck"
        : steps === maxSteps
        ? `is not over after ${maxSteps} steps`
        : "";
      if (problem !== "") {
        const tokens = new Map(net.places.flatMap(({ id }, p) => marking[p]! > 0 ? [[id, marking[p]!] as const] : []));
        const done = trace.length > 20 ? `${trace.length} events` : trace.join(", ") || "silent steps alone";
        throw new InputError(
          `"${net.name}": expected every case to come to the final marking, ${markingText(net.final)}, but one ` +
            `${problem} with ${markingText(tokens)}, after ${done}. checkSoundness says what is wrong with the net.`,
        );
      }
      const chosen = enabled[next]!, label = arrays.label[chosen]!;
      if (label >= 0) trace.push(arrays.labels[label]!);
      marking = fire(arrays, marking, chosen);
    }
  };
}
