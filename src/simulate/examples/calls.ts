/** Calls: work of the desks that leaves no event, but takes people's time. */
import { HOUR, MINUTE, nextWorkingTime } from "../engine/calendar.ts";
import type { Company } from "./company.ts";
import { CALL_MEAN_MINUTES, CALLS, DESKS, PEAK_MONTHS, type Region, URGENCY } from "./order_to_cash_parameters.ts";
import type { Process, Team } from "../engine/queueing.ts";
import { exponential, gamma, type Random, randomStream } from "../../base/random.ts";

/** Calls come while the desk is open, and go first. */
export function* takeCalls(company: Company, region: Region, until: number): Process {
  const random = randomStream(company.seed, "calls", region);
  const team = DESKS[region];
  const open: [number, number][] = [[8 * HOUR, 17 * HOUR]];
  for (let time = company.simulation.now; time < until;) {
    const month = new Date(time * 1000).getUTCMonth() + 1;
    const { perHour, perHourInPeak } = CALLS[region];
    const gap = () => Math.ceil(exponential(random, HOUR / (PEAK_MONTHS.includes(month) ? perHourInPeak : perHour)));
    const next = time + gap();
    const opened = nextWorkingTime(next, open, team.isHoliday);
    time = opened === next ? next : opened + gap();
    yield { until: time };
    company.simulation.start(time, oneCall(company, team, random));
  }
}

function* oneCall(company: Company, team: Team, random: Random): Process {
  const seconds = Math.max(30, Math.round(gamma(random, 2, CALL_MEAN_MINUTES * MINUTE / 2)));
  yield {
    work: {
      team,
      urgency: URGENCY.call,
      serve: (person) => ({
        seconds,
        finished: (begin, end) => company.calls.push({ person: person.name, team: team.name, begin, end }),
      }),
    },
  };
}
