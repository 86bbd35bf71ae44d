/** Links of task instances to the events and cases of a process, found without rules. docs/hybrid.md explains them. */
import { requireEventLog } from "../../log/require_log.ts";
import { caseOfEvents } from "../../log/events/case_of_events.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";
import { type ChosenLink, LEAST_PROBABILITY } from "./chosen_link.ts";
import { isIdentified } from "./competition.ts";
import { requireSegmentation } from "../../taskmining/segmentation/require_segmentation.ts";
import { clockOffset } from "./clock_offset.ts";
import { eventIdentifiers } from "./event_identifiers.ts";
import {
  activityWeight,
  groupOf,
  type KindOfPairs,
  learnLinks,
  type LinkModel,
  neutralProbabilities,
} from "./fellegi_sunter.ts";
import { withHandovers } from "./handovers.ts";
import { coreForm } from "./identifier_forms.ts";
import { checkLinkOptions, type LinkOptions } from "./link_options.ts";
import { linkNotes } from "./link_notes.ts";
import { makeTaskLinks, type TaskLinks } from "./task_links.ts";
import { type EventWeight, type Pair, pairsOf, queuesOf, SAME, type Sides } from "./pairs.ts";
import { privacyCost } from "./privacy_cost.ts";
import { samePeople } from "./people.ts";
import { ID_LEVELS, type NamedCases, namedCases, NONE } from "./task_identifiers.ts";
import { DURING, HOUR_AWAY, taskTimes } from "./task_times.ts";

const MINUTE = 60_000, DAY = 86_400_000;
/** By how much events are moved for decoys, and how many instances later the one begins whose cases are taken. */
const DECOYS = [
  { move: 43 * MINUTE, later: 7 },
  { move: -43 * MINUTE, later: -11 },
  { move: DAY, later: 19 },
  { move: -DAY, later: -29 },
];

/** Of a large recording, so many instances have decoys. */
const DECOY_INSTANCES = 8000;

/**
 * Finds the cases and events that task instances belong to, each with a probability that means what it says.
 *
 * Evidence is compared, not ruled: identifiers of cases in values, titles, addresses and the clipboard, also with prefix,
 * zeros, separators or a slip; who of the recording is who in the event log, by name or by the times of work; how near
 * events are; and which activities a kind of task has. What chance gives is counted with events moved in time and cases
 * swapped, so that two logs that have nothing to do with each other have no links. An instance can belong to several
 * cases, and an event can have several instances. A link without an event is work that no event of its case recorded.
 *
 * Masked and hashed values are compared as they are: equal ones tell a case where both logs were changed alike, and
 * `notes` say what privacy cost.
 *
 * Cost: about linear in interactions and events; a million of each take about half a minute and 2 GB.
 *
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const links = linkTasks(segmentTasks(desk, { instance: "segment" }), log);
 * links.sentence;
 * ```
 * @throws OptionError if an option is out of its range; InputError if `people` names nobody of the logs.
 */
export function linkTasks(segmentation: TaskSegmentation, log: EventLog, options: LinkOptions = {}): TaskLinks {
  requireEventLog(log);
  requireSegmentation(segmentation);
  checkLinkOptions(options);
  const caseOf = caseOfEvents(log), identifiers = eventIdentifiers(log, caseOf);
  const named = namedCases(segmentation, identifiers, options.rules ?? []);
  const sides = sidesOf(segmentation, log, caseOf, named, options);
  const direct = likelyPairs(sides, named, identifiers.unique);
  const chosen = withHandovers(segmentation, sides, named, identifiers, direct);
  const privacy = privacyCost(segmentation, identifiers, log.caseIds);
  const notes = linkNotes(segmentation.log, sides, named, chosen, privacy);
  return makeTaskLinks({ segmentation, sides, chosen, options, privacy, ...notes });
}

function sidesOf(
  segmentation: TaskSegmentation,
  log: EventLog,
  caseOf: Int32Array,
  named: readonly NamedCases[],
  options: LinkOptions,
): Sides {
  const recorded = taskTimes(segmentation);
  const hasTimes = segmentation.log.hasTimes && !log.source.untimed && segmentation.count > 0;
  const given = options.clockOffsetSeconds;
  const ahead = !hasTimes ? 0 : given === undefined ? clockOffset(log, recorded, named) : given * 1000;
  const times = ahead === 0 ? recorded : taskTimes(segmentation, ahead);
  const people = samePeople(log, times, hasTimes, options.people ?? {});
  const kinds = Math.max(1, segmentation.tasks.length);
  return {
    log,
    caseOf,
    times,
    clockOffset: ahead,
    hasTimes,
    people,
    kind: segmentation.task,
    kinds,
    queues: queuesOf(log, people),
    cores: log.caseIds.map(coreForm),
  };
}

/** Which event of a case is meant, before anything is learnt. */
const FIRST_WEIGHT: EventWeight = (_kind, person, time) => [2, 0, -2][person]! + [6, 4, 3, 2, 0, -2, -3, -6][time]!;

/** Learns twice: which activities a kind of task has tells better which event of a case is meant. */
function likelyPairs(sides: Sides, named: readonly NamedCases[], unique: boolean): ChosenLink[] {
  if (sides.kind.length === 0) return [];
  const others = DECOYS.map(({ later }) => namedElsewhere(sides, named, later));
  const of = {
    kind: sides.kind,
    kinds: sides.kinds,
    activities: sides.log.activities.length,
    hasTimes: sides.hasTimes,
  };
  const every = Math.max(1, Math.floor(sides.kind.length / DECOY_INSTANCES));
  let weight = FIRST_WEIGHT, pairs: Pair[] = [], probability: Float64Array = new Float64Array(0);
  for (let round = 0; round < 2; round++) {
    pairs = [];
    pairsOf(sides, (k) => named[k]!, weight, 0, (pair) => pairs.push(pair));
    const decoys = DECOYS.map(({ move }, d) => {
      const own: Pair[] = [];
      pairsOf(sides, (k) => named[k]!, weight, move, (pair) => groupOf(pair.id) === 0 && own.push(pair), every);
      pairsOf(sides, others[d]!, weight, 0, (pair) => groupOf(pair.id) === 1 && own.push(pair), every);
      return own;
    });
    const learnt = learnLinks(pairs, decoys.flat(), of, unique);
    probability = beyondChance(pairs, learnt.probability, { sets: decoys, every }, learnt.model, of);
    weight = (kind, person, time, activity) =>
      FIRST_WEIGHT(kind, person, time, activity) + activityWeight(learnt.model, kind, activity);
  }
  return pairs.flatMap((pair, i): ChosenLink[] => {
    if (probability[i]! < LEAST_PROBABILITY) return [];
    const hasEvent = pair.time <= DURING || pair.time === HOUR_AWAY && pair.person === SAME;
    return [{
      ...pair,
      probability: probability[i]!,
      identified: isIdentified(pair),
      event: hasEvent ? pair.event : -1,
    }];
  });
}

/** Where decoys are found likely this often, beside real pairs, none of them are believed as they stand. */
const MOST_DECOYS = 0.25;

/**
 * Probabilities less what decoys show to be chance, for pairs that times found and for identifiers that are doubtful
 * themselves; of a sure identifier, a decoy would be as sure.
 */
function beyondChance(
  pairs: readonly Pair[],
  probability: Float64Array,
  { sets, every }: { sets: readonly (readonly Pair[])[]; every: number },
  model: LinkModel,
  of: KindOfPairs,
): Float64Array {
  const levelOf = ({ id }: Pair) => groupOf(id) === 0 ? NONE : id;
  const likely = new Float64Array(ID_LEVELS.length), chance = new Float64Array(ID_LEVELS.length);
  const all = new Float64Array(ID_LEVELS.length);
  const real = neutralProbabilities(model, pairs, of);
  pairs.forEach((pair, i) => {
    all[levelOf(pair)]!++;
    if (real[i]! >= 0.5) likely[levelOf(pair)]!++;
  });
  for (const own of sets) {
    const found = neutralProbabilities(model, own, of);
    own.forEach((pair, i) => found[i]! >= 0.5 && (chance[levelOf(pair)]! += every / sets.length));
  }
  const factor = likely.map((n, id) => {
    // Of many pairs, the decoys may have missed one that chance gives; of few, nothing is known against them.
    const missed = groupOf(id) === 1 ? Math.min(0.5, all[id]! / 40) : 0;
    const share = (chance[id]! + missed) / Math.max(1, n);
    return share < MOST_DECOYS || groupOf(id) === 1 && model.share[id]! > 0.5 ? 1 : Math.max(0, 1 - 2 * share);
  });
  return probability.map((p, i) => p * factor[levelOf(pairs[i]!)]!);
}

/**
 * What another instance of about the same time names, so that its cases are of the same days: numbers that count up are
 * near in time by themselves. Cases that the instance names itself are left out.
 */
function namedElsewhere({ times, kind }: Sides, named: readonly NamedCases[], later: number) {
  const count = kind.length;
  const order = Int32Array.from(kind, (_, k) => k).sort((a, b) => times.begin[a]! - times.begin[b]! || a - b);
  const rank = new Int32Array(count);
  order.forEach((k, i) => rank[k] = i);
  return (k: number): NamedCases => {
    const own = named[k]!;
    const other = named[order[(((rank[k]! + later) % count) + count) % count]!]!;
    const levels = new Map([...other.levels].filter(([c]) => !own.levels.has(c)));
    return { levels, numbers: NO_NUMBERS, hasOwn: other.hasOwn };
  };
}

const NO_NUMBERS: ReadonlySet<string> = new Set();
