/** Of the time between the steps of a process: what the event log saw, what the recording saw, and what neither did. */
import { countOf, formatDuration, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { hiddenGroups, leastShown, type ShownPeople, suppressionNote } from "../../taskmining/people.ts";
import type { TaskLinks } from "../links/task_links.ts";
import { recordedSpan, requireLinkedTimes, systemSpan } from "./linked_times.ts";
import { type LinkedWork, linkedWork } from "./linked_work.ts";
import { secondsWithin, type WorkOptions, workPieces } from "./work_pieces.ts";

export interface UnseenOptions extends WorkOptions, ShownPeople {}

/** A row of `steps`: all times that one activity was next to another in a case. Sums over these passages. */
export interface UnseenStepRow {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly passages: number;
  /** From completion to completion. */
  readonly elapsedSeconds: number;
  /** Work on the case that was observed in that time; null: fewer people did it than figures are shown of. */
  readonly workedSeconds: number | null;
  /** That work as a share of the elapsed time. */
  readonly workedShare: number | null;
  /** Time in which the event log has work on the case: from start to completion of an event. */
  readonly systemSeconds: number;
  /** Share of the elapsed time in which neither saw work on the case. */
  readonly unseenShare: number | null;
}

/** A row of `work`: tasks of one kind that events of one activity recorded, or none. */
export interface UnseenWorkRow {
  readonly task: string;
  /** null: no event recorded them. */
  readonly activity: string | null;
  readonly instances: number;
  readonly workedSeconds: number | null;
  /** Work before the event's start, during it, and after its completion. */
  readonly beforeSeconds: number | null;
  readonly duringSeconds: number | null;
  readonly afterSeconds: number | null;
  /** Share of the work that the event log does not show. */
  readonly outsideShare: number | null;
}

export interface UnseenTime {
  /** Those with most unseen time first. */
  readonly steps: TypedTable<UnseenStepRow>;
  /** Those with most work first. */
  readonly work: TypedTable<UnseenWorkRow>;
  readonly elapsedSeconds: number;
  /** NaN where all work is of fewer people than figures are shown of. */
  readonly workedSeconds: number;
  readonly systemSeconds: number;
  /** Share of the elapsed time that neither log saw; NaN where no step was recorded, or too few people were. */
  readonly unseenShare: number;
  /** Share of the observed work that the event log does not show; NaN without linked work, or of too few people. */
  readonly outsideShare: number;
  /** Passages left out because the recording covers them not at all or in part. */
  readonly passagesNotRecorded: number;
  readonly sentence: string;
  readonly notes: readonly string[];
  toString(): string;
}

/**
 * Where the time of cases goes between their steps, as far as it was recorded.
 *
 * A passage is an event and the next of its case; it counts if the recording covers it from completion to completion.
 * `systemSeconds` is time in which an event of the case ran, from its start to its completion, `workedSeconds` is time in
 * which somebody was at a linked task of the case, and what neither covers is unseen. Time that both cover counts in both.
 * `work` tells how much of the tasks lies before the event's start, during it and after it. Where the log has no starts,
 * an event is a moment, and all work is before or after it.
 *
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, unseenTime } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const unseen = unseenTime(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * unseen.sentence;
 * ```
 * @throws InputError if one of the logs has no times; OptionError if an option is out of its range.
 */
export function unseenTime(links: TaskLinks, options: UnseenOptions = {}): UnseenTime {
  requireLinkedTimes(links);
  const work = linkedWork(links, workPieces(links, options));
  const { rows: steps, left, sums, hidden } = stepRows(links, work, options);
  const tasks = workRows(links, work, options);
  const least = leastShown(links.segmentation.log, options);
  // A total of few people would tell of them, as any other figure.
  const people = new Set(work.map(({ user }) => user)).size, isShown = people === 0 || people >= least;
  const unseenShare = sums.elapsed === 0 || !isShown ? NaN : sums.unseen / sums.elapsed;
  const outsideShare = tasks.worked === 0 || !isShown ? NaN : tasks.outside / tasks.worked;
  const suppressed = [
    ["Steps", suppressionNote(hidden, least)],
    ["Kinds of task", suppressionNote(tasks.hidden, least)],
  ] as const;
  const notes = [
    ...(left > 0
      ? [
        `${countOf(left, "passage")} ${
          left === 1 ? "is" : "are"
        } left out: the recording does not cover all of the time.`,
      ]
      : []),
    ...suppressed.flatMap(([what, words]) => words === undefined ? [] : [`${what}: ${words}`]),
  ];
  const worked = isShown ? tasks.worked : NaN;
  const sentence = sentenceOf(steps, { unseenShare, outsideShare, elapsed: sums.elapsed, worked });
  return inWords({
    steps: tableOfRows<UnseenStepRow>(steps, STEP_COLUMNS),
    work: tableOfRows<UnseenWorkRow>(tasks.rows, WORK_COLUMNS),
    elapsedSeconds: sums.elapsed,
    workedSeconds: isShown ? sums.worked : NaN,
    systemSeconds: sums.system,
    unseenShare,
    outsideShare,
    passagesNotRecorded: left,
    sentence,
    notes,
    toString: () => [sentence, ...notes].join("\n"),
  });
}

const STEP_COLUMNS = [
  ...["from", "to", "cases", "passages", "elapsedSeconds", "workedSeconds", "workedShare", "systemSeconds"],
  "unseenShare",
];
const WORK_COLUMNS = [
  ...[
    "task",
    "activity",
    "instances",
    "workedSeconds",
    "beforeSeconds",
    "duringSeconds",
    "afterSeconds",
    "outsideShare",
  ],
];

function stepRows(links: TaskLinks, work: readonly LinkedWork[], shown: UnseenOptions) {
  const { log, segmentation } = links;
  const [from, to] = recordedSpan(links);
  const workOf = Map.groupBy(work, (one) => one.case);
  const steps = new Map<number, Step>();
  const sums = { elapsed: 0, worked: 0, system: 0, unseen: 0 };
  let left = 0;
  for (let c = 0; c < log.cases; c++) {
    const own = workOf.get(c) ?? [];
    const first = log.offsets[c]!, last = log.offsets[c + 1]!;
    const spans = Array.from({ length: last - first }, (_, n) => systemSpan(links, first + n)).filter(([x, y]) =>
      y > x
    );
    for (let i = first + 1; i < last; i++) {
      const a = log.time[i - 1]!, b = log.time[i]!;
      if (!(from <= a && b <= to)) {
        left++;
        continue;
      }
      const near = own.filter(({ pieces }) => pieces.length > 0 && pieces[0]![0] < b && pieces.at(-1)![1] > a);
      const pieces = near.flatMap((one) => one.pieces);
      const system = spans.filter(([x, y]) => y > a && x < b);
      const figures = {
        elapsed: (b - a) / 1000,
        worked: secondsWithin(pieces, a, b),
        system: secondsWithin(system, a, b),
        unseen: (b - a) / 1000 - secondsWithin([...pieces, ...system], a, b),
      };
      const key = log.activity[i - 1]! * log.activities.length + log.activity[i]!;
      let step = steps.get(key);
      if (!step) {
        steps.set(
          key,
          step = {
            from: log.activity[i - 1]!,
            to: log.activity[i]!,
            cases: new Set(),
            passages: 0,
            people: new Set(),
            ...NO_TIME,
          },
        );
      }
      step.cases.add(c);
      step.passages++;
      for (const { user } of near) step.people.add(user);
      for (const name of ["elapsed", "worked", "system", "unseen"] as const) {
        step[name] += figures[name];
        sums[name] += figures[name];
      }
    }
  }
  const ordered = [...steps.values()].sort((a, b) => b.unseen - a.unseen || a.from - b.from || a.to - b.to);
  // A step in which nobody was recorded tells of nobody.
  const withPeople = ordered.filter(({ people }) => people.size > 0);
  const hidden = hiddenGroups(
    segmentation.log,
    withPeople.map((step) => ({ values: [`${step.from} ${step.to}`], people: step.people, size: step.passages })),
    shown,
  );
  const isHidden = new Set(withPeople.filter((_, g) => hidden[g]));
  const rows = ordered.map((step): UnseenStepRow => ({
    from: log.activities[step.from]!,
    to: log.activities[step.to]!,
    cases: step.cases.size,
    passages: step.passages,
    elapsedSeconds: step.elapsed,
    workedSeconds: isHidden.has(step) ? null : step.worked,
    workedShare: isHidden.has(step) || step.elapsed === 0 ? null : step.worked / step.elapsed,
    systemSeconds: step.system,
    unseenShare: isHidden.has(step) || step.elapsed === 0 ? null : step.unseen / step.elapsed,
  }));
  return { rows, left, sums, hidden };
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly cases: Set<number>;
  readonly people: Set<number>;
  passages: number;
  elapsed: number;
  worked: number;
  system: number;
  unseen: number;
}
const NO_TIME = { elapsed: 0, worked: 0, system: 0, unseen: 0 };

function workRows(links: TaskLinks, work: readonly LinkedWork[], shown: UnseenOptions) {
  const { log, segmentation } = links;
  const groups = [...Map.groupBy(work, ({ instance, event }) => {
    const activity = event < 0 ? -1 : log.activity[event]!;
    return `${segmentation.task[instance]} ${activity}`;
  })].map(([key, own]) => {
    const [task, activity] = key.split(" ").map(Number) as [number, number];
    const figures = { worked: 0, before: 0, during: 0, after: 0 };
    for (const { pieces, event } of own) {
      const worked = secondsWithin(pieces, -Infinity, Infinity);
      figures.worked += worked;
      if (event < 0) continue;
      const [start, time] = systemSpan(links, event);
      figures.before += secondsWithin(pieces, -Infinity, start);
      figures.during += secondsWithin(pieces, start, time);
      figures.after += secondsWithin(pieces, time, Infinity);
    }
    return { task, activity, own, people: own.map(({ user }) => user), ...figures };
  }).sort((a, b) => b.worked - a.worked || a.task - b.task || a.activity - b.activity);
  const hidden = hiddenGroups(
    segmentation.log,
    groups.map(({ task, activity, people, own }) => ({ values: [`${task}`, `${activity}`], people, size: own.length })),
    shown,
  );
  const rows = groups.map((group, g): UnseenWorkRow => {
    const shownOr = (seconds: number) => hidden[g] ? null : seconds;
    const recorded = group.activity >= 0;
    return {
      task: segmentation.tasks[group.task]!.name,
      activity: recorded ? log.activities[group.activity]! : null,
      instances: new Set(group.own.map(({ instance }) => instance)).size,
      workedSeconds: shownOr(group.worked),
      beforeSeconds: recorded ? shownOr(group.before) : null,
      duringSeconds: recorded ? shownOr(group.during) : null,
      afterSeconds: recorded ? shownOr(group.after) : null,
      outsideShare: hidden[g] || group.worked === 0 ? null : 1 - group.during / group.worked,
    };
  });
  const worked = groups.reduce((sum, group) => sum + group.worked, 0);
  return { rows, hidden, worked, outside: worked - groups.reduce((sum, group) => sum + group.during, 0) };
}

function sentenceOf(
  steps: readonly UnseenStepRow[],
  { unseenShare, outsideShare, elapsed, worked }: {
    unseenShare: number;
    outsideShare: number;
    elapsed: number;
    worked: number;
  },
): string {
  if (steps.length === 0) return "No step of a case lies within the recorded time: nothing can be said of time unseen.";
  const most = steps.find((step) => step.unseenShare !== null);
  const where = most
    ? ` Most of it lies between "${most.from}" and "${most.to}": ${
      formatDuration(most.elapsedSeconds * most.unseenShare! / most.passages)
    } on average, ${countOf(most.cases, "case")}.`
    : "";
  if (Number.isNaN(worked)) {
    return `${formatDuration(elapsed)} lie between recorded steps. How much of it was work is not shown: ` +
      "fewer people did it than figures are shown of.";
  }
  const busiest = steps.filter((step) => (step.workedSeconds ?? 0) > 0)
    .reduce<UnseenStepRow | undefined>(
      (best, step) => best && best.workedSeconds! >= step.workedSeconds! ? best : step,
      undefined,
    );
  const seen = busiest
    ? ` Most work was seen between "${busiest.from}" and "${busiest.to}": ${
      formatShare(busiest.workedShare)
    } of that time.`
    : "";
  const hidden = worked > 0
    ? ` Of ${formatDuration(worked)} of observed work on cases, the event log does not show ${
      formatShare(outsideShare)
    }.`
    : " No observed work is linked to cases.";
  return `${formatShare(unseenShare)} of ${
    formatDuration(elapsed)
  } between recorded steps was seen by neither log.${where}${seen}${hidden}`;
}
