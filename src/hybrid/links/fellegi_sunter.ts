/**
 * The probability that two records are of the same thing, learnt without labels.
 *
 * Fellegi & Sunter, "A Theory for Record Linkage", JASA 64(328), 1969: each field of a pair has a level; `m` is the
 * probability of the level where the pair belongs together, `u` where it does not. Winkler, "Using the EM Algorithm for
 * Weight Computation in the Fellegi-Sunter Model", 1988: `m` is learnt by expectation and maximisation; here pairs of one
 * instance or one event compete in the expectation.
 *
 * `u` is counted, not learnt: from decoys, pairs that cannot belong together and are otherwise made in the same way
 * (Elias & Gygi, Nature Methods 4(3), 2007). Where real pairs are no better than decoys, no pair is a match. Pairs that an
 * identifier found are matches as far as their people and times agree better than those of decoys (Storey, JRSS B 64(3),
 * 2002).
 */
import { competingProbabilities, FURTHER_CASE, furtherCases, priorOdds } from "./competition.ts";
import { ANOTHER, type Pair, PERSON_LEVELS } from "./pairs.ts";
import { DISAGREES, EXACT, ID_LEVELS, MISSPELT, NONE } from "./task_identifiers.ts";
import { DAY_AWAY, HOUR_AWAY, MINUTE_AWAY, TIME_LEVELS } from "./task_times.ts";

const IDS = ID_LEVELS.length, PEOPLE = PERSON_LEVELS.length, TIMES = TIME_LEVELS.length;

/** Fields of a pair, and how often pairs that times found (0) and that identifiers found (1) have each level. */
interface Fields {
  readonly person: readonly [Float64Array, Float64Array];
  readonly time: readonly [Float64Array, Float64Array];
  /** Of pairs that times found. */
  readonly id: Float64Array;
}

export interface LinkModel {
  /** Pairs that belong together, and pairs that do not. */
  readonly m: Fields;
  readonly u: Fields;
  /** Of each kind of task, how likely its event is of each activity: `kind * activities + activity`. */
  readonly activity: Float64Array;
  /** How often events of each activity stand by a task by chance. */
  readonly anyActivity: Float64Array;
  /** Share of the pairs that belong together, of each level of the identifier. */
  readonly share: Float64Array;
  readonly activities: number;
  /** How likely a further case of an instance is, beside the first. */
  readonly furtherCase: number;
}

/** Pairs with the kind of each instance. */
export interface KindOfPairs {
  readonly kind: Int32Array;
  readonly kinds: number;
  readonly activities: number;
  /** Whether both logs have times; without them all pairs are equally near. */
  readonly hasTimes: boolean;
}

/** What is taken for likely before any pair is seen, as if so many pairs had been. */
const PRIOR_PAIRS = 8;
const PRIOR_M = {
  person: [[0.8, 0.17, 0.03], [0.75, 0.15, 0.1]],
  time: [[0.46, 0.18, 0.14, 0.17, 0.02, 0.01, 0.01, 0.01], [0.42, 0.14, 0.12, 0.13, 0.08, 0.06, 0.045, 0.005]],
  id: [0.5, 0, 0, 0, 0, 0, 0.2, 0.2, 0.1],
};
const PRIOR_U = {
  person: [[0.5, 0.4, 0.1], [0.2, 0.3, 0.5]],
  time: [[0.03, 0.1, 0.15, 0.4, 0.3, 0.01, 0.005, 0.005], [0.005, 0.01, 0.02, 0.05, 0.15, 0.35, 0.3, 0.115]],
  id: [0.6, 0, 0, 0, 0, 0, 0.1, 0.1, 0.2],
};
/** How far the activities of a kind of task are from those of any event, before any pair is seen. */
const ACTIVITY_PAIRS = 3;
const ROUNDS = 25;
/** Where an identifier is sure, a case that it does not name belongs to the instance this rarely. */
const NOT_NAMED = 0.002;

/** 1 for pairs that an identifier found. */
export function groupOf(id: number): 0 | 1 {
  return NONE < id && id <= MISSPELT ? 1 : 0;
}

/**
 * @param unique whether ids are such that no other text is one by chance: `7F3K-2291-LX`, not the next number.
 * @returns the model, and the probability of each pair beside those that it competes with.
 */
export function learnLinks(
  pairs: readonly Pair[],
  decoys: readonly Pair[],
  of: KindOfPairs,
  unique: boolean,
): { model: LinkModel; probability: Float64Array } {
  const { activities, kinds, kind, hasTimes } = of;
  const u = fieldsOf(decoys, () => 1, PRIOR_U);
  const anyActivity = new Float64Array(activities).fill(0.5);
  for (const { activity } of decoys) anyActivity[activity]!++;
  normalise(anyActivity);
  const identified = hasTimes ? sharesIdentified(pairs, u, unique) : untestedShares(unique);
  let model: LinkModel = {
    m: fieldsOf([], () => 1, PRIOR_M),
    u: hasTimes ? u : { ...u, time: fieldsOf([], () => 1, PRIOR_M).time },
    activity: spread(anyActivity, kinds),
    anyActivity,
    share: sharesOf(0.1, identified),
    activities,
    furtherCase: FURTHER_CASE,
  };
  let probability: Float64Array = new Float64Array(pairs.length);
  for (let round = 0; round < ROUNDS; round++) {
    const current = model;
    const before = probability, odds = allOdds(current, pairs, of);
    probability = competingProbabilities(pairs, odds, current.furtherCase);
    const activity = spread(anyActivity, kinds).map((p) => p * ACTIVITY_PAIRS);
    pairs.forEach((pair, i) => activity[kind[pair.instance]! * activities + pair.activity]! += probability[i]!);
    for (let k = 0; k < kinds; k++) normalise(activity.subarray(k * activities, (k + 1) * activities));
    const learnt = fieldsOf(pairs, (i) => probability[i]!, PRIOR_M);
    const m = hasTimes ? learnt : { ...learnt, time: current.m.time };
    const prior = priorOdds(pairs, odds, current.furtherCase);
    // The prior of an instance's first case says nothing of a further one.
    const furtherCase = Math.min(1, furtherCases(pairs, probability) / prior);
    model = { ...current, m, activity, share: sharesOf(prior / (1 + prior), identified), furtherCase };
    if (round > 0 && probability.every((p, i) => Math.abs(p - before[i]!) < 5e-4)) break;
  }
  return { model, probability };
}

/** The probability of each pair that times found, if it were as likely as not that an instance has a case. */
export function neutralProbabilities(model: LinkModel, pairs: readonly Pair[], of: KindOfPairs): Float64Array {
  const neutral = { ...model, share: model.share.map((share, id) => groupOf(id) === 0 ? Math.min(share, 0.3) : share) };
  return competingProbabilities(pairs, allOdds(neutral, pairs, of), FURTHER_CASE);
}

function allOdds(model: LinkModel, pairs: readonly Pair[], { kind }: KindOfPairs): Float64Array {
  const odds = new Float64Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) odds[i] = oddsOf(model, pairs[i]!, kind[pairs[i]!.instance]!);
  return odds;
}

/** Shares of each level of the identifier; where the instance names other cases, as sure as identifiers are. */
function sharesOf(byTimes: number, identified: Float64Array): Float64Array {
  const share = identified.map((one) => Number.isNaN(one) ? byTimes : one);
  share[DISAGREES] = byTimes * (1 - identified[EXACT]!) + NOT_NAMED * identified[EXACT]!;
  return share;
}

/**
 * Of the pairs of each level of the identifier that were found by it, the share that is no chance: decoys are far in
 * time, or of other people, more often. NaN for the levels that are not found by an identifier.
 */
function sharesIdentified(pairs: readonly Pair[], u: Fields, unique: boolean): Float64Array {
  const TAILS: ((levels: { person: number; time: number }) => boolean)[] = [
    ({ time }) => time >= HOUR_AWAY,
    ({ time }) => time >= DAY_AWAY,
    ({ time }) => time > DAY_AWAY,
    ({ person }) => person === ANOTHER,
  ];
  return Float64Array.from({ length: IDS }, (_, id) => {
    if (groupOf(id) === 0) return NaN;
    const own = pairs.filter((pair) => pair.id === id);
    const chance = TAILS.map((isFar) => {
      let expected = 0;
      for (let time = 0; time < TIMES; time++) {
        for (let person = 0; person < PEOPLE; person++) {
          if (isFar({ person, time })) expected += u.time[1][time]! * u.person[1][person]!;
        }
      }
      if (expected < 0.2) return 1;
      return (own.filter(isFar).length + 0.5) / (own.length * expected + 0.5);
    });
    const beyond = Math.min(1 - Math.min(1, ...chance), 2 * nearBeyondChance(own, u));
    return Math.min(0.9999, Math.max(unique ? 0.999 : 0.001, beyond));
  });
}

/** Without times nothing can be tested: a number of the case's form is taken for the case's number. */
function untestedShares(unique: boolean): Float64Array {
  return Float64Array.from({ length: IDS }, (_, id) => groupOf(id) === 0 ? NaN : unique ? 0.999 : 0.9);
}

/**
 * Numbers that count up are of the same days in two companies, but not of the same minutes: the share of pairs within a
 * minute, beyond that of decoys. 1 where there are too few pairs to tell, or the log knows days only.
 */
function nearBeyondChance(pairs: readonly Pair[], u: Fields): number {
  const isNear = ({ time, person }: Pick<Pair, "time" | "person">) => time <= MINUTE_AWAY && person !== ANOTHER;
  const byChance = u.time[1].subarray(0, MINUTE_AWAY + 1).reduce((sum, p) => sum + p, 0) * (1 - u.person[1][ANOTHER]!);
  const recorded = pairs.filter(({ time }) => time <= DAY_AWAY);
  if (recorded.length < 20) return 1;
  const share = recorded.filter(isNear).length / recorded.length;
  const error = 2 * Math.sqrt(Math.max(share, 1 / recorded.length) * (1 - share) / recorded.length);
  return Math.max(0, share - byChance - error);
}

/** The odds that a pair belongs together, by itself. */
function oddsOf(model: LinkModel, pair: Pair, kind: number): number {
  const prior = model.share[pair.id]!;
  const id = groupOf(pair.id) === 0 ? model.m.id[pair.id]! / model.u.id[pair.id]! : 1;
  const byId = pair.id === DISAGREES ? Math.min(1, id) : id;
  const { m, u, activity, anyActivity, activities } = model, group = groupOf(pair.id);
  const byEvent = m.person[group][pair.person]! / u.person[group][pair.person]! *
    (m.time[group][pair.time]! / u.time[group][pair.time]!) *
    (activity[kind * activities + pair.activity]! / anyActivity[pair.activity]!);
  return Math.min(1e9, prior / (1 - prior) * byId * byEvent);
}

/** The logarithm of how many times likelier an event of the activity is for a task of the kind than by chance; at most 2. */
export function activityWeight({ activity, anyActivity, activities }: LinkModel, kind: number, a: number): number {
  return Math.max(-2, Math.min(2, Math.log(activity[kind * activities + a]! / anyActivity[a]!)));
}

function fieldsOf(pairs: readonly Pair[], share: (i: number) => number, prior: typeof PRIOR_M): Fields {
  const begin = (values: readonly number[]) => Float64Array.from(values, (p) => p * PRIOR_PAIRS);
  const person = [begin(prior.person[0]!), begin(prior.person[1]!)] as const;
  const time = [begin(prior.time[0]!), begin(prior.time[1]!)] as const;
  const id = begin(prior.id);
  pairs.forEach((pair, i) => {
    const group = groupOf(pair.id), n = share(i);
    person[group][pair.person]! += n;
    time[group][pair.time]! += n;
    if (group === 0) id[pair.id]! += n;
  });
  for (const values of [...person, ...time, id]) normalise(values);
  return { person, time, id };
}

function spread(shares: Float64Array, kinds: number): Float64Array {
  const all = new Float64Array(shares.length * kinds);
  for (let kind = 0; kind < kinds; kind++) all.set(shares, kind * shares.length);
  return all;
}

function normalise(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < values.length; i++) values[i]! /= total;
  return values;
}
