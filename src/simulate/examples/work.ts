/** Work of people on orders: how long it takes, and which part of it the ERP records. */
import type { Company, DeskBreak, DeskWork, Order } from "./company.ts";
import { MINUTE } from "../engine/calendar.ts";
import {
  DESK_HABITS,
  DESK_WAYS,
  DESKS,
  type DeskTask,
  type OfficeTask,
  RATES,
  SERVICE_BOUNDS,
  SERVICE_TIMES,
  URGENCY,
  type Way,
} from "./order_to_cash_parameters.ts";
import type { Person, Step, Team } from "../engine/queueing.ts";
import { categorical, chance, lognormal, type Random, uniformInteger } from "../../base/random.ts";

/** Work of a team on an order that is all done, and seen, in the ERP. */
export function officeWork(company: Company, order: Order, task: OfficeTask, team: Team, random: Random): Step {
  const { medianMinutes, sigma } = SERVICE_TIMES[task];
  return {
    work: {
      team,
      urgency: 1,
      serve: (person) => ({
        seconds: serviceSeconds(random, medianMinutes, sigma, person),
        finished: (start, time) =>
          company.events.push({
            case: order.case,
            activity: task,
            start,
            time,
            resource: person.name,
            team: team.name,
          }),
      }),
    },
  };
}

function serviceSeconds(random: Random, medianMinutes: number, sigma: number, person: Person): number {
  const factor = Math.min(Math.max(lognormal(random, 1, sigma), SERVICE_BOUNDS.least), SERVICE_BOUNDS.most);
  return Math.round(medianMinutes * MINUTE * factor * person.pace);
}

/** Work of the order's desk: begun in mail or sheets, recorded by the ERP from opening to saving, finished after it. */
export function deskWork(company: Company, order: Order, task: DeskTask, random: Random): Step {
  const team = DESKS[order.region];
  return {
    work: {
      team,
      urgency: URGENCY[task],
      serve: (person) => {
        const way = categorical(random, DESK_HABITS[order.region][task]);
        const { medianMinutes, sigma, leadShare, tailShare } = (DESK_WAYS[task] as Record<string, Way>)[way]!;
        const work = serviceSeconds(random, medianMinutes, sigma, person);
        const lead = Math.round(work * leadShare);
        const tail = Math.round(work * tailShare);
        const pauses: DeskBreak[] = [];
        if (chance(random, RATES.pause)) {
          const after = uniformInteger(random, 10, work - tail - 10);
          pauses.push({ after, seconds: uniformInteger(random, 240, 900), reason: "pause" });
        }
        // Put aside only before the ERP screen is open: an ERP locks an order for one person at a time.
        const aside = pauses.length === 0 && chance(random, RATES.putAside) ? Math.round(lead * 0.6) : undefined;
        const seconds = work + (pauses[0]?.seconds ?? 0);
        return {
          seconds,
          ...(aside !== undefined && { asideAfter: aside }),
          finished: (begin, end, away) => {
            const breaks = away > 0 ? [{ after: aside!, seconds: away, reason: "put aside" as const }] : pauses;
            const done = {
              case: order.case,
              task,
              way,
              region: order.region,
              team: team.name,
              person: person.name,
              begin,
              end,
              work,
              lead,
              tail,
              breaks,
            };
            company.deskWork.push(done);
            company.events.push({
              case: order.case,
              activity: task,
              start: clockAt(done, lead),
              time: clockAt(done, work - tail),
              resource: person.name,
              team: team.name,
            });
          },
        };
      },
    },
  };
}

/** The time at which a piece of desk work has come to the given second of work; a break comes after its second. */
export function clockAt(work: DeskWork, second: number): number {
  return work.begin + second + work.breaks.reduce((sum, { after, seconds }) => sum + (second > after ? seconds : 0), 0);
}
