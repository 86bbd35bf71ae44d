/** Variants and exceptions of a task in words, with their shares. */
import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import { moreText } from "../../../base/lists.ts";
import { median } from "../../../base/statistics/summary.ts";
import { spanSeconds } from "../../instances/steps.ts";
import { orNull, type ShownPeople, timesOfEnough } from "../../people.ts";
import type { DefinedDeparture, DefinedLoop, DefinedVariant, TaskDefinition } from "./definition.ts";
import type { DescribedTask } from "./described_task.ts";
import type { Departure } from "./main_way.ts";
import { plainText } from "./plain_text.ts";

const MOST_VARIANTS = 8, MOST_EXCEPTIONS = 12;
/** Exceptions of a smaller share are counted, not listed. */
const LEAST_SHARE = 0.01;

export function loopsOf({ main, instances }: DescribedTask): DefinedLoop[] {
  return main.loops.map((loop) => ({
    from: loop.from + 1,
    to: loop.to + 1,
    share: loop.instances / instances.length,
    mostPasses: loop.mostPasses,
  }));
}

export function variantsOf(
  described: DescribedTask,
  shown: ShownPeople,
): Pick<TaskDefinition, "variants" | "otherVariants"> {
  const { main, instances, work } = described, { log, offsets, events } = work;
  const timeOf = timesOfEnough(log, shown);
  const all = main.ways.map((way, w): DefinedVariant => {
    const people = peopleOf(described, way.instances);
    const spans = way.instances.map((k) => spanSeconds(log, events.subarray(offsets[k]!, offsets[k + 1]!)));
    return {
      number: w + 1,
      isMain: w === main.chosen,
      instances: way.instances.length,
      share: way.instances.length / instances.length,
      people,
      medianSeconds: orNull(timeOf(people, median(Float64Array.from(spans)))),
      words: w === main.chosen ? "The main way." : wayInWords(described, way.departures),
    };
  });
  const variants = all.filter(({ isMain }, w) => isMain || w < MOST_VARIANTS);
  const listed = variants.reduce((sum, one) => sum + one.instances, 0);
  return { variants, otherVariants: { ways: all.length - variants.length, instances: instances.length - listed } };
}

function wayInWords(described: DescribedTask, departures: readonly Departure[]): string {
  const told = departures.map((one) => departureInWords(departureOf(described, one)));
  const most = 4;
  return (told.slice(0, most).join(" ") + (told.length > most ? ` ${moreText(told.length - most)}` : "")).trim();
}

export function exceptionsOf(described: DescribedTask): Pick<TaskDefinition, "exceptions" | "otherExceptions"> {
  const { main, instances } = described;
  const least = Math.min(2, instances.length);
  const often = main.departures.filter((one) => one.instances.length >= Math.max(least, LEAST_SHARE * instances.length))
    .slice(0, MOST_EXCEPTIONS);
  const rest = main.departures.slice(often.length);
  return {
    exceptions: often.map((one) => ({
      ...departureOf(described, one),
      instances: one.instances.length,
      share: one.instances.length / instances.length,
      people: peopleOf(described, one.instances),
    })),
    otherExceptions: { departures: rest.length, instances: new Set(rest.flatMap((one) => one.instances)).size },
  };
}

type Told = Pick<DefinedDeparture, "leftOut" | "after" | "instead">;

function departureOf({ work }: DescribedTask, { from, to, actions }: Departure): Told {
  return {
    leftOut: to > from ? [from + 1, to] : null,
    after: from,
    instead: actions.map((action) => plainText(work.log.actionLabels[action]!)),
  };
}

/** `Instead of steps 3 to 5: “Click Reply in Mail”.` */
export function departureInWords({ leftOut, after, instead }: Told, mostSteps = 6): string {
  const steps = instead.slice(0, mostSteps).map((label) => `“${label}”`).join(", ") +
    (instead.length > mostSteps ? `, ${moreText(instead.length - mostSteps)}` : "");
  const range = leftOut && (leftOut[0] === leftOut[1] ? `step ${leftOut[0]}` : `steps ${leftOut[0]} to ${leftOut[1]}`);
  if (range && instead.length === 0) return `Without ${range}.`;
  if (range) return `Instead of ${range}: ${steps}.`;
  return `${after === 0 ? "First" : `After step ${after}`} also: ${steps}.`;
}

export function loopInWords({ from, to, share, mostPasses }: DefinedLoop): string {
  const steps = from === to ? `Step ${from} is` : `Steps ${from} to ${to} are`;
  return `${steps} repeated in ${formatShare(share)} of the instances, up to ${formatCount(mostPasses)} times.`;
}

/** What is too rare to be listed; undefined where nothing is. */
export function restInWords({ otherVariants, otherExceptions }: TaskDefinition) {
  const { ways, instances } = otherVariants, { departures } = otherExceptions;
  return {
    variants: ways === 0
      ? undefined
      : `${countOf(instances, "instance")} took one of ${countOf(ways, "other way")}, each rarer than those above.`,
    exceptions: departures === 0
      ? undefined
      : `${countOf(departures, "departure")} rarer than these ${departures === 1 ? "is" : "are"} not listed; ` +
        `${countOf(otherExceptions.instances, "instance")} had one.`,
  };
}

/** 1 where the log knows no users. */
export function peopleOf({ work }: DescribedTask, instances: Iterable<number>): number {
  const { log, events, offsets } = work, people = new Set<number>();
  for (const k of instances) people.add(log.user[events[offsets[k]!]!] ?? -1);
  return people.size;
}
