/**
 * A discrete-event simulation of cases that compete for people: waiting times follow from the load alone.
 *
 * A case is a generator that yields what it does next: wait until a time, ask a team for work, or run parts in
 * parallel. People take the most urgent request, first come first served within one urgency. They start work only in
 * their working time, and finish what they have started.
 */
import { createAgenda } from "./agenda.ts";
import { type Holidays, type Hours, nextWorkingTime } from "./calendar.ts";

/** What a case does next. The generator is resumed with the time at which it is done. */
export type Step =
  | { readonly until: number }
  | { readonly work: Work }
  | { readonly all: readonly Process[] };

export type Process = Generator<Step, void, number>;

export interface Person {
  readonly name: string;
  readonly hours: Hours;
  /** Factor on service times: below 1 is quicker than the team's median. */
  readonly pace: number;
}

export interface Work {
  readonly team: Team;
  /** 0 is served first. */
  readonly urgency: number;
  /** Called when a person begins: how long it takes. Whole seconds. */
  readonly serve: (person: Person) => Service;
}

export interface Service {
  readonly seconds: number;
  /** Seconds after which the person puts it aside for the team's next request, if there is one waiting. */
  readonly asideAfter?: number;
  /** Called when it is finished; `away` is how long it was put aside. */
  readonly finished: (begin: number, end: number, away: number) => void;
}

export interface Team {
  readonly name: string;
  readonly people: readonly Person[];
  readonly isHoliday: Holidays;
}

export interface Simulation {
  readonly now: number;
  /** Starts a process at a time. */
  start(at: number, process: Process): void;
  /** Runs until nothing is left to happen before `end`. */
  run(end: number): void;
}

/** `urgency` is a whole number from 0 to below this. */
const URGENCIES = 5;

interface TeamState {
  readonly team: Team;
  /** Of each person. */
  readonly busy: boolean[];
  readonly freeSince: number[];
  /** Requests by urgency, each in the order in which they came. */
  readonly waiting: Request[][];
  /** When the team is looked at again because somebody's working time begins; infinite if that is not planned. */
  wakeAt: number;
}

interface Request {
  readonly work: Work;
  readonly done: (time: number) => void;
}

/** A simulation in which nothing has happened yet; its clock starts at 0. */
export function createSimulation(): Simulation {
  const agenda = createAgenda();
  const teams = new Map<Team, TeamState>();
  let now = 0;

  function resume(process: Process, done: () => void): void {
    const { value, done: ended } = process.next(now);
    if (ended) return done();
    const next = () => resume(process, done);
    if ("until" in value) agenda.add(Math.max(now, value.until), next);
    else if ("work" in value) ask(value.work, next);
    else {
      let open = value.all.length;
      for (const part of value.all) resume(part, () => --open === 0 && next());
    }
  }

  function ask(work: Work, done: () => void): void {
    const state = stateOf(work.team);
    state.waiting[work.urgency]!.push({ work, done });
    dispatch(state);
  }

  function stateOf(team: Team): TeamState {
    let state = teams.get(team);
    if (!state) teams.set(team, state = idleTeam(team));
    return state;
  }

  /** Gives waiting requests to those who are free, the longest free first; else looks again when somebody begins. */
  function dispatch(state: TeamState): void {
    const { team, busy, freeSince } = state;
    while (state.waiting.some((queue) => queue.length > 0)) {
      let chosen = -1;
      let wake = Infinity;
      for (let p = 0; p < busy.length; p++) {
        if (busy[p]) continue;
        const from = nextWorkingTime(now, team.people[p]!.hours, team.isHoliday);
        if (from > now) wake = Math.min(wake, from);
        else if (chosen < 0 || freeSince[p]! < freeSince[chosen]!) chosen = p;
      }
      if (chosen < 0) {
        if (wake < state.wakeAt) {
          state.wakeAt = wake;
          agenda.add(wake, () => {
            if (state.wakeAt === wake) state.wakeAt = Infinity;
            dispatch(state);
          });
        }
        return;
      }
      const person = chosen;
      busy[person] = true;
      serve(state, person, takeNext(state)!, () => {
        busy[person] = false;
        freeSince[person] = now;
        dispatch(state);
      });
    }
  }

  function serve(state: TeamState, person: number, request: Request, free: () => void): void {
    const begin = now;
    const service = request.work.serve(state.team.people[person]!);
    const finishAfter = (seconds: number, away: number) =>
      agenda.add(now + seconds, () => {
        service.finished(begin, now, away);
        request.done(now);
        free();
      });
    const { asideAfter } = service;
    if (asideAfter === undefined) return finishAfter(service.seconds, 0);
    agenda.add(now + asideAfter, () => {
      const atWork = nextWorkingTime(now, state.team.people[person]!.hours, state.team.isHoliday) === now;
      const other = atWork ? takeNext(state) : undefined;
      const left = service.seconds - asideAfter;
      if (!other) return finishAfter(left, 0);
      const leave = now;
      serve(state, person, other, () => finishAfter(left, now - leave));
    });
  }

  return {
    get now() {
      return now;
    },
    start(at, process) {
      agenda.add(at, () => resume(process, () => {}));
    },
    run(end) {
      for (let next = agenda.take(); next && next.time < end; next = agenda.take()) {
        now = next.time;
        next.act();
      }
    },
  };
}

/** A team of which nobody has worked yet. */
function idleTeam(team: Team): TeamState {
  return {
    team,
    busy: team.people.map(() => false),
    freeSince: team.people.map(() => 0),
    waiting: Array.from({ length: URGENCIES }, () => []),
    wakeAt: Infinity,
  };
}

/** Takes the request that has waited longest among the most urgent ones. */
function takeNext({ waiting }: TeamState): Request | undefined {
  return waiting.find((queue) => queue.length > 0)?.shift();
}
