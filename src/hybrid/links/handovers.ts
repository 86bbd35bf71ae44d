/**
 * Work that one person begins and another finishes: what was done first often names no case, since the case did not exist
 * yet. It belongs to the case of the task that it was handed over to, or taken over from.
 *
 * The model is that of links (fellegi_sunter.ts): two instances of different people are compared by how near they are in
 * time, by what they share and by their kinds. What chance gives is counted with instances moved in time. Work of one
 * person is not compared: everybody's tasks follow upon each other.
 */
import { type ChosenLink, LEAST_PROBABILITY } from "./chosen_link.ts";
import type { EventIdentifiers } from "./event_identifiers.ts";
import { handoverProbabilities } from "./handover_model.ts";
import { type Handover, handoverFinder, type Sure } from "./handover_pairs.ts";
import { ANOTHER, type Sides } from "./pairs.ts";
import { sharedValues } from "./shared_values.ts";
import { type NamedCases, NONE } from "./task_identifiers.ts";
import { timeLevel } from "./task_times.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";

const MINUTE = 60_000, DAY = 86_400_000;
/** By how much instances are moved for decoys. */
const MOVES = [43 * MINUTE, -43 * MINUTE, DAY, -DAY];
/** Of a large recording, so many instances have decoys. */
const DECOY_INSTANCES = 8000;

/** The links, with those of instances that were handed over to a linked one, or taken over from it. */
export function withHandovers(
  segmentation: TaskSegmentation,
  sides: Sides,
  named: readonly NamedCases[],
  identifiers: EventIdentifiers,
  links: readonly ChosenLink[],
): readonly ChosenLink[] {
  if (!sides.hasTimes || sides.times.users.length < 2) return links;
  const linksOf = Map.groupBy(links, ({ instance }) => instance);
  const sure = new Map(
    [...linksOf].map(([k, own]) => [k, own.filter(({ probability }) => probability >= 0.5)] as const)
      .filter(([, own]) => own.length > 0),
  );
  const open = Array.from(sides.kind.keys()).filter((k) => !sure.has(k));
  if (sure.size === 0 || open.length === 0) return links;
  const near = handoverFinder(sides, named, identifiers, sure, sharedValues(segmentation, sides.times));
  const pairs = open.flatMap((k) => near(k, 0));
  if (pairs.length === 0) return links;
  const every = Math.max(1, Math.floor(open.length / DECOY_INSTANCES));
  const sampled = open.filter((_, i) => i % every === 0);
  const decoys = MOVES.flatMap((move) => sampled.flatMap((k) => near(k, move)));
  const probability = handoverProbabilities(sides, pairs, decoys, { every, sets: MOVES.length });
  const handed = Map.groupBy(
    pairs.map((pair, i) => ({ ...pair, probability: probability[i]! })),
    (pair) => pair.instance,
  );
  const added = [...handed].flatMap(([k, own]) => joined(sides, own, linksOf.get(k) ?? [], sure));
  return [...links.filter(({ instance }) => !handed.has(instance)), ...added];
}

/** The links of one instance, where it may belong to what it was handed over to or to a case by itself. */
function joined(
  sides: Sides,
  handovers: readonly (Handover & { probability: number })[],
  own: readonly ChosenLink[],
  sure: Sure,
): ChosenLink[] {
  const links = new Map(own.map((link) => [link.case, link]));
  const passed = Map.groupBy(
    handovers.flatMap((one) =>
      sure.get(one.event)!.map((link) => ({ ...one, link, p: one.probability * link.probability }))
    ),
    ({ link }) => link.case,
  );
  for (const [c, ways] of passed) {
    const p = Math.min(1, ways.reduce((sum, way) => sum + way.p, 0)), before = links.get(c);
    const probability = 1 - (1 - (before?.probability ?? 0)) * (1 - p);
    if (before && before.probability >= p) {
      links.set(c, { ...before, probability });
      continue;
    }
    const { instance, event: j, shared, link } = ways.reduce((best, way) => way.p > best.p ? way : best);
    const time = link.event < 0 ? link.time : timeLevel(sides.times, instance, sides.log.time[link.event]!);
    const { activity, event } = link;
    links.set(c, {
      ...{ instance, case: c, event, activity, id: NONE, person: ANOTHER, time, probability, identified: false },
      handedTo: { instance: j, shared },
    });
  }
  return [...links.values()].filter(({ probability }) => probability >= LEAST_PROBABILITY);
}
