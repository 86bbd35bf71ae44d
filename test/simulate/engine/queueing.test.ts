import { expect, test } from "vitest";
import { DAY, holidays } from "../../../src/simulate/engine/calendar.ts";
import { createSimulation, type Process, type Service, type Team } from "../../../src/simulate/engine/queueing.ts";
import { exponential, randomStream } from "../../../src/base/random.ts";

const never = holidays([], []);
const MONDAY = 4 * DAY;
/** Open on every workday around the clock. */
const ALWAYS = [[0, DAY]] as const;

function teamOf(...names: string[]): Team {
  return { name: "team", isHoliday: never, people: names.map((name) => ({ name, hours: ALWAYS, pace: 1 })) };
}

interface Job {
  readonly at: number;
  readonly seconds: number;
  readonly urgency?: number;
  readonly asideAfter?: number;
}

function served(team: Team, jobs: readonly Job[]): { begin: number; end: number; person: string; away: number }[] {
  const simulation = createSimulation();
  const log: { begin: number; end: number; person: string; away: number }[] = [];
  function* one({ seconds, urgency = 1, asideAfter }: Job, i: number): Process {
    yield {
      work: {
        team,
        urgency,
        serve: (person): Service => ({
          seconds,
          ...(asideAfter !== undefined && { asideAfter }),
          finished: (begin, end, away) =>
            log[i] = { begin: begin - MONDAY, end: end - MONDAY, person: person.name, away },
        }),
      },
    };
  }
  jobs.forEach((job, i) => simulation.start(MONDAY + job.at, one(job, i)));
  simulation.run(Infinity);
  return log;
}

test("first come, first served within an urgency, and the more urgent first", () => {
  const log = served(teamOf("a"), [
    { at: 0, seconds: 100 },
    { at: 10, seconds: 10, urgency: 3 },
    { at: 20, seconds: 10 },
    { at: 30, seconds: 10 },
    { at: 40, seconds: 10, urgency: 0 },
  ]);
  expect(log.map(({ begin }) => begin)).toEqual([0, 130, 110, 120, 100]);
});

test("two people share the work, the longest free first", () => {
  const log = served(teamOf("a", "b"), [{ at: 0, seconds: 100 }, { at: 0, seconds: 50 }, { at: 10, seconds: 5 }, {
    at: 200,
    seconds: 1,
  }]);
  expect(log.map(({ begin, person }) => `${person}${begin}`)).toEqual(["a0", "b0", "b50", "b200"]);
});

test("work put aside makes room for one other and is finished afterwards", () => {
  const log = served(teamOf("a"), [{ at: 0, seconds: 100, asideAfter: 30 }, { at: 10, seconds: 20 }, {
    at: 11,
    seconds: 5,
  }]);
  expect(log).toEqual([
    { begin: 0, end: 120, person: "a", away: 20 },
    { begin: 30, end: 50, person: "a", away: 0 },
    { begin: 120, end: 125, person: "a", away: 0 },
  ]);
});

test("parallel parts join when the last is done", () => {
  const simulation = createSimulation();
  const ends: number[] = [];
  function* wait(seconds: number): Process {
    yield { until: simulation.now + seconds };
  }
  function* both(): Process {
    yield { all: [wait(5), wait(50), wait(20)] };
    ends.push(simulation.now);
    yield { all: [wait(0)] };
    ends.push(simulation.now);
  }
  simulation.start(100, both());
  simulation.run(Infinity);
  expect(ends).toEqual([150, 150]);
});

test("one person with random arrivals and service waits as queueing theory says (M/M/1)", () => {
  const random = randomStream(11, "mm1");
  const everyDay: Team = { ...teamOf("a"), people: [{ name: "a", hours: [[0, DAY]], pace: 1 }] };
  const simulation = createSimulation();
  let waited = 0;
  let count = 0;
  function* one(seconds: number): Process {
    const asked = simulation.now;
    yield {
      work: {
        team: everyDay,
        urgency: 0,
        serve: () => ({ seconds, finished: (begin) => (waited += begin - asked, count++) }),
      },
    };
  }
  // A second here is a thousandth: five days of Monday to Friday hold about 100,000 jobs.
  for (let time = MONDAY; time < MONDAY + 4.9 * DAY; time += exponential(random, 5)) {
    simulation.start(time, one(exponential(random, 3)));
  }
  simulation.run(Infinity);
  // Utilisation 3/5: mean wait in the queue is 0.6 / (1/3 - 1/5) = 4.5.
  expect(count).toBeGreaterThan(80_000);
  expect(Math.abs(waited / count - 4.5)).toBeLessThan(0.3);
});
