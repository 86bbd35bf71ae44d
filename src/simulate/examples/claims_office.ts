/**
 * An insurer's claims office: a second company, whose forms, numbers, applications and people look nothing like those of
 * the order desks. Its process log knows people by codes, its recording by their accounts, and a phone call to an expert
 * leaves no event at all.
 */
import { OptionError } from "../../base/errors.ts";
import { chance, exponential, lognormal, pick, type Random, randomStream, uniformInteger } from "../../base/random.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { DAY, FULL_TIME, HOUR, isWorkday, MINUTE, nextWorkingTime, secondsOf } from "../engine/calendar.ts";
import { createSimulation, type Process, type Simulation, type Step, type Team } from "../engine/queueing.ts";
import {
  type ClaimAction,
  type ClaimFacts,
  claimScript,
  claimStray,
  type ClaimTask,
} from "./claims_office_routines.ts";

export interface ClaimsOfficeOptions {
  /** @default 7 */
  seed?: number;
  /** Claims in the log. @default 400 */
  claims?: number;
  /** Day of the first claims. @default "2025-09-01" */
  firstDay?: string;
}

/** Times are whole seconds since 1970 UTC; `start` is absent where no person worked. */
export interface ClaimEvent {
  readonly case: string;
  readonly activity: string;
  readonly start?: number;
  readonly time: number;
  readonly resource: string;
}

export interface ClaimInteraction extends ClaimAction {
  readonly time: number;
  readonly account: string;
  /** Truth: the instance, and its kind. Absent for what belongs to none. */
  readonly segment?: number;
  readonly task?: ClaimTask;
}

/** What is true of one task instance. */
export interface ClaimInstance {
  readonly segment: number;
  readonly task: ClaimTask;
  readonly case: string;
  readonly account: string;
  readonly begin: number;
  readonly end: number;
  /** Activity and time of the event that recorded it; absent for work that no system recorded. */
  readonly activity?: string;
  readonly eventTime?: number;
}

export interface ClaimsOffice {
  /** By case, then time. */
  readonly events: readonly ClaimEvent[];
  /** By time. */
  readonly interactions: readonly ClaimInteraction[];
  readonly instances: readonly ClaimInstance[];
}

/** Account in the recording, code in the process log. */
const PEOPLE = [
  ["GWV\\s.okafor", "U0417"],
  ["GWV\\l.brandt", "U0833"],
  ["GWV\\t.nilsen", "U0129"],
  ["GWV\\m.costa", "U0964"],
  ["GWV\\a.dube", "U0550"],
] as const;

const noHolidays = () => false;
const HANDLERS: Team = {
  name: "Claims",
  isHoliday: noHolidays,
  people: PEOPLE.map(([name], i) => ({ name, hours: FULL_TIME, pace: 0.9 + 0.05 * i })),
};

/** What a task takes, which share of it comes before the event's start and after its completion, and the event. */
const WORK: Record<ClaimTask, { minutes: number; before: number; after: number; activity?: string }> = {
  "Take in a notice": { minutes: 6, before: 0.35, after: 0.1, activity: "CLM-10 Registered" },
  "Look into the policy": { minutes: 11, before: 0.5, after: 0.05, activity: "CLM-20 Cover checked" },
  "Phone the expert": { minutes: 8, before: 1, after: 0 },
  "Pay out": { minutes: 5, before: 0.2, after: 0.3, activity: "CLM-70 Payment released" },
};

/**
 * Simulates a claims office: its process log, the recording of its five handlers, and the truth of both.
 *
 * @throws OptionError if `claims` is no whole number above 0; InputError if `firstDay` is no date.
 * @example
 * ```ts
 * import { simulateClaimsOffice } from "tracebook";
 * const office = simulateClaimsOffice({ seed: 7, claims: 20 });
 * console.log(office.events[0]!.activity); // "CLM-10 Registered"
 * ```
 */
export function simulateClaimsOffice(options: ClaimsOfficeOptions = {}): ClaimsOffice {
  const { seed = 7, claims = 400, firstDay = "2025-09-01" } = options;
  if (!(Number.isInteger(claims) && claims > 0)) {
    throw new OptionError(`Expected claims to be a whole number above 0 but found ${claims}.`);
  }
  const simulation = createSimulation();
  const office: Office = { simulation, events: [], interactions: [], instances: [] };
  const random = randomStream(seed, "notices");
  let time = secondsOf(firstDay) + 7 * HOUR;
  for (let n = 0; n < claims; n++) {
    do time += Math.ceil(exponential(random, 16 * MINUTE)); while (!isWorkday(Math.floor(time / DAY), noHolidays));
    if (time % DAY > 16 * HOUR) time += DAY - time % DAY + 7 * HOUR;
    const own = randomStream(seed, "claim", n);
    simulation.start(time, handleClaim(office, factsOf(own), own));
  }
  simulation.run(Infinity);
  const { events, interactions, instances } = office;
  return {
    events: events.sort((a, b) => byCodeUnit(a.case, b.case) || a.time - b.time),
    interactions: interactions.sort((a, b) => a.time - b.time || byCodeUnit(a.account, b.account)),
    instances,
  };
}

interface Office {
  readonly simulation: Simulation;
  readonly events: ClaimEvent[];
  readonly interactions: ClaimInteraction[];
  readonly instances: ClaimInstance[];
}

function factsOf(random: Random): ClaimFacts {
  const LETTERS = "ABCDEFGHKLMNPRSTVWXYZ";
  const letter = () => pick(random, [...LETTERS]);
  const block = `${uniformInteger(random, 1, 9)}${letter()}${uniformInteger(random, 1, 9)}${letter()}`;
  return {
    claim: `${block}-${uniformInteger(random, 1000, 9999)}-${letter()}${letter()}`,
    policy: `HR/${uniformInteger(random, 100000, 999999)}/${uniformInteger(random, 10, 24)}`,
    holder: pick(random, ["Adeyemi", "Bauer", "Castillo", "Duarte", "Eriksen", "Fontaine", "Grigorescu", "Huber"]),
    amount: `${uniformInteger(random, 180, 9000)}.${uniformInteger(random, 10, 99)}`,
  };
}

function* handleClaim(office: Office, facts: ClaimFacts, random: Random): Process {
  const wait = (hours: number): Step => ({
    until: office.simulation.now + Math.round(lognormal(random, hours, 0.6) * HOUR),
  });
  yield work(office, facts, "Take in a notice", random);
  yield wait(4);
  yield work(office, facts, "Look into the policy", random);
  if (chance(random, 0.35)) {
    yield wait(20);
    yield work(office, facts, "Phone the expert", random);
  }
  yield wait(30);
  if (chance(random, 0.85)) yield work(office, facts, "Pay out", random);
  const time = nextWorkingTime(office.simulation.now + DAY, [[HOUR, HOUR + 60]], noHolidays);
  yield { until: time };
  office.events.push({ case: facts.claim, activity: "CLM-99 Closed", time, resource: "BATCH" });
}

function work(office: Office, facts: ClaimFacts, task: ClaimTask, random: Random): Step {
  const { minutes, before, after, activity } = WORK[task];
  return {
    work: {
      team: HANDLERS,
      urgency: 1,
      serve: (person) => ({
        seconds: Math.max(60, Math.round(lognormal(random, minutes * MINUTE, 0.35) * person.pace)),
        finished: (begin, end) => {
          const start = begin + Math.round((end - begin) * before), time = end - Math.round((end - begin) * after);
          const segment = office.instances.length + 1;
          if (activity !== undefined) {
            const resource = PEOPLE.find(([name]) => name === person.name)![1];
            office.events.push({ case: facts.claim, activity, start, time, resource });
          }
          office.instances.push({
            ...{ segment, task, case: facts.claim, account: person.name, begin, end },
            ...(activity === undefined ? {} : { activity, eventTime: time }),
          });
          record(office, { facts, task, account: person.name, begin, start, time, end, segment }, random);
        },
      }),
    },
  };
}

interface Piece {
  readonly facts: ClaimFacts;
  readonly task: ClaimTask;
  readonly account: string;
  readonly begin: number;
  readonly start: number;
  readonly time: number;
  readonly end: number;
  readonly segment: number;
}

/** The actions of a piece of work, spread over its parts: before the event's start, up to its completion, after it. */
function record(office: Office, piece: Piece, random: Random): void {
  const { account, segment, task, begin, start, time, end } = piece;
  const { lead, core, tail } = claimScript(task, piece.facts, random);
  const place = (actions: readonly ClaimAction[], from: number, to: number) => {
    actions.forEach((action, i) => {
      const at = actions.length === 1 ? to : from + Math.round((to - from) * i / (actions.length - 1));
      office.interactions.push({ ...action, time: at, account, segment, task });
      if (i > 0 && chance(random, 0.03)) office.interactions.push({ ...claimStray(random), time: at, account });
    });
  };
  const step = (from: number, to: number, n: number) => n > 0 ? Math.round((to - from) / (n + 1)) : 0;
  place(lead, begin, start - step(begin, start, lead.length));
  place(core, start, time);
  place(tail, time + step(time, end, tail.length), end);
}
