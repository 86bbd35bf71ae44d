/** What could be automated: whole tasks, and in each the longest stretch that needs no person. */
import type { EffortCounts } from "./effort.ts";
import { followers, mainWay } from "./main_way.ts";
import type { StepWork, TaskFacts } from "./task_facts.ts";

export interface Candidate {
  readonly facts: TaskFacts;
  /** Null for the whole task; else the stretch in words. */
  readonly routine: string | null;
  readonly steps: readonly StepWork[];
  /** Those of the main way, by their places in `steps`. */
  readonly way: readonly number[];
  /** Places in `facts.instances` of the instances that it is about; what follows has one entry for each. */
  readonly members: Int32Array;
  readonly active: Float64Array;
  /** Seconds that a machine would save: its steps with their low, base and high share, less those in which it asks. */
  readonly automatable: { readonly low: Float64Array; readonly base: Float64Array; readonly high: Float64Array };
  /** How often the machine would have to ask a person: runs of steps that are decisions, or of which it is not known. */
  readonly asks: Float64Array;
  readonly follows: Uint8Array;
  /** 1 for one that follows and meets an exception all the same. */
  readonly excepted: Uint8Array;
  readonly counts: EffortCounts;
}

/** The whole task. */
export function taskCandidate(
  facts: TaskFacts,
  { leastFollowed, handoverSeconds }: { readonly leastFollowed: number; readonly handoverSeconds: number },
): Candidate {
  const way = mainWay(facts), members = Int32Array.from(facts.instances, (_, k) => k);
  const asks = asksOf(facts, ["decision", "unknown"]), surely = asksOf(facts, ["decision"]);
  const cost = facts.weighedBy === "seconds" ? handoverSeconds : 0;
  const follows = followers(facts, way, leastFollowed);
  return {
    facts,
    routine: null,
    steps: facts.steps,
    way,
    members,
    active: facts.total,
    automatable: automatableOf(facts, facts.steps.map((_, s) => s), members, {
      low: asks.map((times) => times * cost),
      high: surely.map((times) => times * cost),
    }),
    asks,
    follows,
    excepted: follows.map((one, k) => one === 1 && facts.rare[k]!.length > 0 ? 1 : 0),
    counts: countsOf(facts.steps, facts.rareActions),
  };
}

/** A machine does a step of a stretch at least so often right. */
const SURE = 0.8;
const LEAST_STEPS = 3;

/**
 * The stretch of the main way, of steps that a machine does right, in which most time goes: the deterministic part of a
 * routine in the sense of Leno and others (2021). Undefined where it is shorter than three steps, or all of the main way.
 */
export function routineCandidate(facts: TaskFacts, way: readonly number[]): Candidate | undefined {
  let best: number[] = [], most = 0, run: number[] = [];
  for (const s of [...way, -1]) {
    if (s >= 0 && facts.steps[s]!.right.base >= SURE) {
      run.push(s);
      continue;
    }
    const seconds = run.reduce((sum, own) => sum + facts.steps[own]!.seconds, 0);
    if (run.length >= LEAST_STEPS && seconds > most) [best, most] = [run, seconds];
    run = [];
  }
  if (best.length === 0 || best.length === way.length) return undefined;
  const width = facts.steps.length, place = (k: number, s: number) => facts.places[k * width + s]!;
  const members = Int32Array.from(facts.instances, (_, k) => k).filter((k) => best.every((s) => place(k, s) >= 0));
  const steps = best.map((s) => facts.steps[s]!);
  const active = Float64Array.from(members, (k) => best.reduce((sum, s) => sum + facts.seconds[k * width + s]!, 0));
  const follows = Uint8Array.from(members, (k) => {
    return best.every((s, i) => i === 0 || place(k, best[i - 1]!) < place(k, s)) ? 1 : 0;
  });
  const from = best[0]!, to = best.at(-1)!;
  return {
    facts,
    routine: `${steps[0]!.target} → … → ${steps.at(-1)!.target}`,
    steps: steps.map((step, i) => ({ ...step, seconds: meanOver(facts, best[i]!, members) })),
    way: best.map((_, i) => i),
    members,
    active,
    automatable: automatableOf(facts, best, members),
    asks: new Float64Array(members.length),
    follows,
    // Something rare inside the stretch would stop the machine.
    excepted: Uint8Array.from(members, (k, m) => {
      const inside = facts.rare[k]!.some((at) => at > place(k, from) && at < place(k, to));
      return follows[m] === 1 && inside ? 1 : 0;
    }),
    counts: countsOf(steps, 0),
  };
}

function meanOver(facts: TaskFacts, step: number, members: Int32Array): number {
  const width = facts.steps.length;
  return members.reduce((sum, k) => sum + facts.seconds[k * width + step]!, 0) / members.length;
}

/** Steps in their order in each instance; asking for two decisions in a row is asking once. */
function asksOf(facts: TaskFacts, verdicts: readonly string[]): Float64Array {
  const width = facts.steps.length;
  return Float64Array.from(facts.instances, (_, k) => {
    const done = facts.steps.flatMap(({ verdict }, s) => {
      const place = facts.places[k * width + s]!;
      return place < 0 ? [] : [{ place, asks: verdicts.includes(verdict) }];
    }).sort((a, b) => a.place - b.place);
    return done.filter(({ asks }, i) => asks && !done[i - 1]?.asks).length;
  });
}

function automatableOf(
  facts: TaskFacts,
  steps: readonly number[],
  members: Int32Array,
  less: { readonly low: Float64Array; readonly high: Float64Array } | undefined = undefined,
): Candidate["automatable"] {
  const width = facts.steps.length;
  const sum = (end: "low" | "base" | "high") =>
    Float64Array.from(members, (k, m) => {
      let total = less === undefined ? 0 : -less[end === "high" ? "high" : "low"][m]!;
      for (const s of steps) total += facts.seconds[k * width + s]! * facts.steps[s]!.right[end];
      return total;
    });
  return { low: sum("low"), base: sum("base"), high: sum("high") };
}

/** An action that is done again is built once. */
function countsOf(steps: readonly StepWork[], exceptions: number): EffortCounts {
  const different = (of: readonly StepWork[]) => new Set(of.map(({ action }) => action)).size;
  return {
    steps: different(steps),
    applications: new Set(steps.map(({ application }) => application)).size,
    decisions: different(steps.filter(({ verdict }) => verdict === "decision" || verdict === "unknown")),
    exceptions,
  };
}
