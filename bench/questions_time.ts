/**
 * Whether the intervals of `bottlenecks` hold what they promise: `deno run -A bench/questions_time.ts [RUNS]`.
 *
 * Logs of steps with exponential waits, alike within a case. True costs and ranks are those of a log 1,000 times as
 * large. Printed are the shares of runs in which the interval of a cost, and of a rank, holds the truth.
 */
import { bottlenecks } from "../src/mining/performance/bottlenecks.ts";
import { waitingLog, type WaitingLogOptions } from "../test/support/waiting_log.ts";

const runs = Number(Deno.args[0] ?? 300);
const settings: [string, Omit<WaitingLogOptions, "seed" | "cases">][] = [
  ["independent waits", { hours: [10, 8, 6, 4, 2] }],
  ["waits alike within a case", { hours: [10, 8, 6, 4, 2], alike: 2 }],
  ["close costs", { hours: [10, 10.2, 9.8, 10.1, 9.9], alike: 2 }],
  ["half of the cases stop", { hours: [10, 8, 6, 4, 2], alike: 2, stopping: 0.5 }],
];

for (const [name, setting] of settings) {
  const large = bottlenecks(waitingLog({ ...setting, seed: 0, cases: 100_000 })).steps.rows();
  for (const cases of [100, 400, 3000]) {
    const truth = new Map(
      large.map(({ from, excessSeconds }, rank) => [from, { cost: excessSeconds * cases / 100_000, rank: rank + 1 }]),
    );
    let costs = 0, ranks = 0, beyondDoubt = 0, all = 0;
    const some = cases > 1000 ? Math.ceil(runs / 10) : runs;
    for (let seed = 1; seed <= some; seed++) {
      const rows = bottlenecks(waitingLog({ ...setting, seed, cases })).steps.rows();
      for (const { from, excessLow, excessHigh, rankLow, rankHigh } of rows) {
        const { cost, rank } = truth.get(from)!;
        all++;
        if (excessLow <= cost && cost <= excessHigh) costs++;
        if (rankLow <= rank && rank <= rankHigh) ranks++;
      }
      if (rows[0]!.rankHigh === 1) beyondDoubt++;
    }
    console.log(
      `${name}, ${cases} cases, ${some} runs: cost in its interval ${(costs / all).toFixed(3)}, rank ` +
        `${(ranks / all).toFixed(3)}, a first beyond doubt ${(beyondDoubt / some).toFixed(3)}`,
    );
  }
}
