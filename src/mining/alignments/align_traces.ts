/**
 * Optimal alignments of a log with a Petri net, one for each variant.
 *
 * Adriansyah, "Aligning Observed and Modeled Behavior", PhD thesis, TU Eindhoven 2014, chapters 4 and 5.
 */
import { formatCount } from "../../base/format.ts";
import { InputError, OptionError } from "../../base/errors.ts";
import { firstNames } from "../../base/lists.ts";
import { refuseRenamed } from "../../base/renamed_options.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { codesIn, netArrays } from "../../models/nets/net_arrays.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf, occurringActivities } from "../declarative_options.ts";
import { MOST_NODES_FROM_START } from "./align_completion.ts";
import { AlignDesk, alignHere, alignInParallel, type AlignJobs } from "./align_jobs.ts";
import type { Found } from "./align_search.ts";
import type { Alignments, VariantAlignment } from "./alignment.ts";
import { requireMarkings, unknownActivities } from "../../models/nets/require_model.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";

export interface AlignOptions {
  /**
   * States that the search for one variant looks at. States take microseconds and up to a
   * kilobyte each; few logs need more than some thousands a variant.
   * @default 500_000
   */
  maxStates?: number;
  /** States for all variants together. Variants that need fewer leave the rest to the others. @default 200_000_000 */
  totalStates?: number;
  /** Seconds for all variants together. With a limit, results depend on the speed of the machine. @default Infinity */
  budgetSeconds?: number;
  /** Threads for large logs; 1 for none beside this one. Results do not depend on it. @default processors, at most 4 */
  workers?: number;
}

/**
 * Aligns each variant with the net at the least cost: 1 for an event that the model has no step for and for a visible
 * step that the trace has no event for, nothing for a step with its event and for silent steps.
 *
 * Of the alignments that cost the same one is taken by a fixed rule: steps of the model alone stand as late as they can,
 * events alone as early, and between two events no way with more silent steps is taken where fewer lead to the same
 * marking.
 *
 * `fitness` is 1 − cost / (events + visible steps of the shortest run), `logFitness` the same of the sums over cases,
 * `averageTraceFitness` the mean over cases. Where a search ends before it is done, the alignment is the best that was found, it is
 * not `optimal`, its `lowerBound` holds, and `notes` say how many there are.
 *
 * Process trees, BPMN and heuristics nets are aligned as the nets that `asNet` makes of them. Results are kept with the net: to align a filtered log costs nothing again. Large logs are aligned by workers.
 *
 * @throws InputError if the model cannot become a net, if the net has no initial or final marking, if no run leads from one to the other, if the log has no
 * case, or if net and log have no activity in common.
 * @throws OptionError if an option is out of its range.
 * @example
 * ```ts
 * import { alignTraces, discoverInductive, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { logFitness, totalCost } = await alignTraces(log, discoverInductive(log, { noise: 0.2 }));
 * ```
 */
export async function alignTraces(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  options: AlignOptions = {},
): Promise<Alignments> {
  requireEventLog(log, "sequences");
  const net = asNet(model);
  const task = prepared(log, net, options);
  const passes = searched(task);
  for (let next = passes.next(); !next.done;) {
    next = passes.next(await alignInParallel(task.desk, next.value, task.workers));
  }
  return summary(net, task);
}

/** The same on this thread and at once: for small logs. Everything else waits. */
export function alignTracesSync(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  options: Omit<AlignOptions, "workers"> = {},
): Alignments {
  requireEventLog(log, "sequences");
  const net = asNet(model);
  const task = prepared(log, net, options);
  const passes = searched(task);
  for (let next = passes.next(); !next.done;) next = passes.next(alignHere(task.desk, next.value));
  return summary(net, task);
}

/** Results that are kept with a net, by the codes of the activities of a trace that the net has. */
interface Kept {
  readonly desk: AlignDesk;
  readonly shortestRun: number;
  readonly found: Map<string, { readonly found: Found; readonly maxStates: number }>;
}

interface Task extends Kept {
  readonly traces: TraceCounts;
  /** Of each variant the positions of its events that the model knows, and their labels. */
  readonly events: readonly Int32Array[];
  readonly labels: readonly Int32Array[];
  readonly keys: readonly string[];
  readonly unknown: readonly string[];
  readonly maxStates: number;
  readonly total: number;
  readonly deadline: number;
  readonly workers: number;
}

const kept = new WeakMap<PetriNet, Kept>();

function prepared(log: EventLog | TraceCounts, net: PetriNet, options: AlignOptions): Task {
  refuseRenamed(options, { budgetStates: "maxStates", budget: "maxStates" });
  const positive = (name: keyof AlignOptions, value: number, least: number) => {
    if (value >= least) return value;
    throw new OptionError(`Expected ${name} to be a number from ${least} but found ${value}.`);
  };
  const maxStates = positive("maxStates", options.maxStates ?? 500_000, 1);
  const total = positive("totalStates", options.totalStates ?? 200_000_000, 1);
  const seconds = positive("budgetSeconds", options.budgetSeconds ?? Infinity, 0);
  const workers = positive(
    "workers",
    options.workers ?? Math.min(4, globalThis.navigator?.hardwareConcurrency ?? 1),
    1,
  );
  requireMarkings(net);
  const traces = casesOf(log);
  const unknown = unknownActivities(net, occurringActivities(traces).map((a) => traces.activities[a]!));
  const { desk, shortestRun, found } = keptOf(net);
  const label = codesIn(desk.net.labels, traces.activities);
  const events = traces.sequences.map((sequence) =>
    Int32Array.from(sequence.keys().filter((i) => label[sequence[i]!]! >= 0))
  );
  const labels = traces.sequences.map((sequence, v) => events[v]!.map((i) => label[sequence[i]!]!));
  return {
    desk,
    shortestRun,
    found,
    traces,
    events,
    labels,
    keys: labels.map((codes) => keyOf(codes)),
    unknown,
    maxStates,
    total,
    deadline: performance.now() + seconds * 1000,
    workers,
  };
}

function keptOf(net: PetriNet): Kept {
  let known = kept.get(net);
  if (!known) {
    const desk = new AlignDesk(netArrays(net));
    known = { desk, shortestRun: shortestRunOf(desk, net), found: new Map() };
    kept.set(net, known);
  }
  return known;
}

/** @throws InputError if there is none. */
function shortestRunOf(desk: AlignDesk, net: PetriNet): number {
  const cost = desk.aligner.shortestRun();
  if (Number.isFinite(cost)) return cost;
  const words = (marking: PetriNet["initial"]) =>
    [...marking].map(([place, tokens]) => (tokens > 1 ? `${tokens} × ` : "") + `"${place}"`).join(", ");
  const way = `from the initial marking (${words(net.initial)}) to the final one (${words(net.final)})`;
  throw new InputError(
    cost === Infinity
      ? `No run of the net "${net.name}" leads ${way}, so that no trace can be aligned with it.
` +
        `Check that the final marking is what remains when a case ends, and that nothing deadlocks on the way.`
      : `No run of the net "${net.name}" ${way} was found among the first ${MOST_NODES_FROM_START} markings.
` +
        `Check whether a place can hold any number of tokens, and that the final marking can be reached.`,
  );
}

function keyOf(codes: Int32Array): string {
  let key = "";
  for (const code of codes) key += String.fromCharCode(code);
  return key;
}

/**
 * Asks for what is not known yet, in two passes: first all with as many states as the total allows to each, then those that
 * did not end with what is left, in equal shares. A result that is known already counts as many states as its search took,
 * so that results do not depend on what was aligned before.
 */
function* searched({ found, keys, labels, maxStates, total, deadline }: Task): Generator<AlignJobs, void, Found[]> {
  const distinct = new Map(keys.map((key, v) => [key, labels[v]!]));
  let open = [...distinct.keys()];
  let left = total;
  for (let pass = 0; pass < 2 && open.length > 0; pass++) {
    const share = Math.max(pass === 0 ? 1000 : 0, Math.floor(left / (open.length * (pass === 0 ? 2 : 1))));
    const limit = Math.min(maxStates, share);
    const stale = open.filter((key) => {
      const known = found.get(key);
      return !known || (known.maxStates !== limit && !(isOptimal(known.found) && known.found.states <= limit));
    });
    if (stale.length > 0) {
      const results = yield { traces: stale.map((key) => distinct.get(key)!), maxStates: limit, deadline };
      stale.forEach((key, i) => found.set(key, { found: results[i]!, maxStates: deadline < Infinity ? NaN : limit }));
    }
    for (const key of open) left -= Math.min(limit, found.get(key)!.found.states);
    open = open.filter((key) => !isOptimal(found.get(key)!.found));
    if (limit === maxStates || performance.now() > deadline || left / open.length <= limit) return;
  }
}

function isOptimal({ cost, lowerBound }: Found): boolean {
  return cost === lowerBound;
}

function summary(net: PetriNet, task: Task): Alignments {
  const { traces, shortestRun, events, keys, found } = task;
  const variants = traces.sequences.map((sequence, v): VariantAlignment => {
    const { cost, lowerBound, moves } = found.get(keys[v]!)!.found;
    const unknown = sequence.length - events[v]!.length;
    const worst = sequence.length + shortestRun;
    return {
      cost: cost + unknown,
      lowerBound: lowerBound + unknown,
      optimal: cost === lowerBound,
      fitness: worst === 0 ? 1 : 1 - (cost + unknown) / worst,
      moves: unknown === 0 ? moves : withUnknown(moves, events[v]!, sequence.length),
    };
  });
  const sum = (value: (v: number) => number) => variants.reduce((all, _, v) => all + traces.counts[v]! * value(v), 0);
  const cases = sum(() => 1), totalCost = sum((v) => variants[v]!.cost);
  const worst = sum((v) => traces.sequences[v]!.length + shortestRun);
  return {
    net,
    traces,
    variants,
    shortestRun,
    logFitness: worst === 0 ? 1 : 1 - totalCost / worst,
    averageTraceFitness: sum((v) => variants[v]!.fitness) / cases,
    fittingShare: sum((v) => variants[v]!.cost === 0 ? 1 : 0) / cases,
    totalCost,
    optimal: variants.every(({ optimal }) => optimal),
    notes: notesOf(task, variants, cases),
  };
}

/** Events that the model does not know, put in as early as the order of events allows. */
function withUnknown(moves: Int32Array, events: Int32Array, length: number): Int32Array {
  const all: number[] = [];
  let next = 0;
  const skipTo = (event: number) => {
    for (; next < event; next++) all.push(next, -1);
  };
  skipTo(events[0] ?? length);
  for (let i = 0; i < moves.length; i += 2) {
    const at = moves[i]!;
    if (at < 0) {
      all.push(-1, moves[i + 1]!);
      continue;
    }
    all.push(events[at]!, moves[i + 1]!);
    next = events[at]! + 1;
    skipTo(events[at + 1] ?? length);
  }
  return Int32Array.from(all);
}

function notesOf({ traces, unknown, maxStates }: Task, variants: readonly VariantAlignment[], cases: number): string[] {
  const notes: string[] = [];
  if (unknown.length > 0) {
    notes.push(
      `The model does not have ${firstNames(unknown.map((name) => `"${name}"`), 3)}: ` +
        "each event of such an activity is a deviation.",
    );
  }
  const open = variants.map((_, v) => v).filter((v) => !variants[v]!.optimal);
  if (open.length > 0) {
    const sum = (value: (v: number) => number) => open.reduce((all, v) => all + traces.counts[v]! * value(v), 0);
    notes.push(
      `${formatCount(open.length)} of ${formatCount(variants.length)} variants (${formatCount(sum(() => 1))} of ${
        formatCount(cases)
      } cases) are not known to be aligned at ` +
        `the least cost: their search ended at its limit (maxStates: ${formatCount(maxStates)}). Their cost is ` +
        `${formatCount(sum((v) => variants[v]!.cost), 2)} and cannot be less than ${
          formatCount(sum((v) => variants[v]!.lowerBound), 2)
        }. ` +
        "A larger maxStates, totalStates or budgetSeconds may settle them.",
    );
  }
  return notes;
}
