/** Who does what when: instances of several tasks on the working days of several people. */
import { type Random, random } from "../../random.ts";
import type { Row } from "../corpus.ts";
import { type Act, type Desk, deskOf, logNormal, type Person, type Workplace } from "./desk.ts";
import type { OfficeTask } from "./shared_steps.ts";

export interface OfficeWork {
  readonly tasks: readonly OfficeTask[];
  /** How often each task is done, in proportion. @default all alike */
  readonly weights?: readonly number[];
  /** Instances of all tasks and people together. */
  readonly instances: number;
  readonly people: number;
  readonly workplace: Workplace;
  readonly order: "one after the other" | "mixed";
  /** Probability that an instance is put aside for another one. @default 0 */
  readonly interrupted?: number;
}

interface Played {
  readonly instance: number;
  readonly task: string;
  readonly acts: readonly Act[];
}

/** Rows in plain columns (those of `Act`, `user` and `timeStamp`), in the order of time, with their truth. */
export function officeRows(work: OfficeWork, seed: number): Row[] {
  const numbers = random(seed);
  const rows: { time: number; row: Row }[] = [];
  let instance = 0;
  for (let p = 0; p < work.people; p++) {
    const person = personOf(p, numbers);
    const desk = deskOf(person, work.workplace, numbers);
    const plan = planOf(work, p, numbers);
    let clock = Date.UTC(2026, 2, 2, 8) + numbers.below(1800) * 1000;
    const played: Played[] = [];
    // What is signed in and which row is next depends on the order in which things are begun.
    for (const [k, task] of plan.entries()) {
      if (k % 25 === 0) desk.morning();
      played.push({ instance: instance++, task: task.name, acts: playOnce(task, desk) });
    }
    let before: Act | undefined;
    for (const piece of pieces(played, work.interrupted ?? 0, numbers)) {
      clock = nextBegin(clock, person, numbers);
      for (const act of work.workplace.focus ? withFocus(piece.acts, before) : piece.acts) {
        const { seconds, ...plain } = act;
        clock += Math.round(seconds * 1000);
        const timeStamp = new Date(clock).toISOString();
        const row = { cells: { timeStamp, user: person.name, ...plain }, instance: piece.instance, task: piece.task };
        rows.push({ time: clock, row });
        before = act;
      }
    }
  }
  return rows.sort((a, b) => a.time - b.time).map(({ row }) => row);
}

export function playOnce(task: OfficeTask, desk: Desk): Act[] {
  task.play(desk);
  return desk.take();
}

export function personOf(p: number, { next }: Random): Person {
  return {
    name: ["m.okafor", "s.lind", "t.ferrari", "k.novak", "r.sato", "e.moreau"][p % 6]!,
    slowness: 0.7 + next() * 0.9,
    slips: 0.01 + next() * 0.06,
    hops: next() * 0.04,
    pastes: next() < 0.5 ? 0.9 : 0.35,
    keyboard: next() < 0.3 ? 0.8 : 0.1,
  };
}

/** The tasks of one person in their order. */
function planOf({ tasks, weights, instances, people, order }: OfficeWork, p: number, numbers: Random): OfficeTask[] {
  const count = Math.floor(instances / people) + (p < instances % people ? 1 : 0);
  const given = weights ?? tasks.map(() => 1);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  if (order === "one after the other") {
    return tasks.flatMap((task, t) => Array.from({ length: Math.round(count * given[t]! / total) }, () => task));
  }
  return Array.from({ length: count }, () => {
    let left = numbers.next() * total;
    return tasks.find((_, t) => (left -= given[t]!) < 0) ?? tasks.at(-1)!;
  });
}

/**
 * One instance after the other; some are put aside for the whole next one, which now and then is put aside itself for
 * the one after it.
 */
function pieces(played: readonly Played[], probability: number, numbers: Random): Played[] {
  let begun = 0;
  const one = (depth: number): Played[] => {
    const own = played[begun++]!;
    const { acts } = own;
    const interrupts = depth < 2 && begun < played.length && acts.length >= 4 &&
      numbers.next() < (depth === 0 ? probability : probability / 3);
    if (!interrupts) return [own];
    const cut = 2 + numbers.below(acts.length - 3);
    return [{ ...own, acts: acts.slice(0, cut) }, ...one(depth + 1), { ...own, acts: acts.slice(cut) }];
  };
  const all: Played[] = [];
  while (begun < played.length) all.push(...one(0));
  return all;
}

/** Another application gets the focus before something is done in it, unless it opens by itself. */
function withFocus(acts: readonly Act[], before: Act | undefined): Act[] {
  return acts.flatMap((act, i) => {
    const last = i === 0 ? before : acts[i - 1];
    if (act.app === last?.app || act.deed === "open" || act.deed === "navigate") return [act];
    const focus: Act = { ...act, element: "", elementType: "window", deed: "focus", value: "", row: "" };
    return [focus, { ...act, seconds: 0.4 }];
  });
}

/** Usually some seconds, at times a talk or a coffee; lunch at noon; home at half past four. */
function nextBegin(clock: number, { slowness }: Person, numbers: Random): number {
  const pause = numbers.next() < 0.15 ? 60 + numbers.below(840) : logNormal(numbers, 6 * slowness, 0.8);
  let begin = clock + Math.round(pause * 1000);
  const hour = (time: number) => (time % 86_400_000) / 3_600_000;
  if (hour(clock) < 12 && hour(begin) >= 12) begin += (30 + numbers.below(30)) * 60_000;
  if (hour(begin) >= 16.5) {
    const days = new Date(begin).getUTCDay() === 5 ? 3 : 1;
    begin = (Math.floor(begin / 86_400_000) + days) * 86_400_000 + 8 * 3_600_000 + numbers.below(1800) * 1000;
  }
  return begin;
}
