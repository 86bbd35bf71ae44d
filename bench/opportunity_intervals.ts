/**
 * How often intervals of automation opportunities hold the truth, and how long a large recording takes.
 *
 * `deno run -A bench/opportunity_intervals.ts [SEEDS]`
 */
import { automationOpportunities, type Opportunity, taskInstances } from "../src/mod.ts";
import { exponential, type Random, randomStream, uniformInteger } from "../src/base/random.ts";
import { interactionsFromRows } from "../src/mod.ts";

const PER_DAY = 8, DAYS = 10, FOLLOW = 0.8, EXCEPTIONS = 0.1, PEOPLE = 6;

function office(seed: number, perDay = PER_DAY, days = DAYS) {
  const random = randomStream(seed, "opportunity intervals"), rows: Record<string, string>[] = [];
  let segment = 0;
  for (let day = 0; day < days; day++) {
    for (let n = poisson(random, perDay); n > 0; n--) {
      segment++;
      let at = Date.UTC(2026, 0, 5 + day, 8) + n * 2_000_000 / Math.max(1, perDay / 12);
      const id = String(uniformInteger(random, 100_000, 999_999)), follows = random() < FOLLOW;
      const steps = follows ? ["open", "number", "new", "reference", "save"] : ["open", "reference"];
      if (random() < EXCEPTIONS && follows) steps.push(`odd ${segment % 17}`);
      for (const element of steps) {
        rows.push({
          timestamp: new Date(at).toISOString(),
          user: `user ${n % PEOPLE}`,
          application: "ERP",
          action: element === "number" ? "copy" : element === "reference" ? "type" : "click",
          element,
          value: element === "number" || element === "reference" ? id : "",
          segment: String(segment),
          task: "A",
        });
        at += 1000 * (5 + Math.min(150, exponential(random, 30)));
      }
    }
  }
  return taskInstances(interactionsFromRows(rows), { instance: "segment", task: "task" });
}

function poisson(random: Random, mean: number): number {
  let n = 0;
  for (let at = exponential(random, 1); at < mean; at += exponential(random, 1)) n++;
  return n;
}

const seeds = Number(Deno.args[0] ?? 200);
const all = Array.from({ length: seeds }, (_, i): Opportunity => {
  const { opportunities } = automationOpportunities(office(i + 1), { draws: 1 });
  return opportunities.find(({ routine }) => routine === null)!;
});
const sum = (of: (one: Opportunity) => number) => all.reduce((total, one) => total + of(one), 0);
// What is not planted but follows from it, by all draws together.
const active = sum((one) => one.activeSeconds.base * one.evidence.instances) / sum((one) => one.evidence.instances);
const automatable = sum((one) => one.automatableShare.base) / seeds;
const truth = {
  instancesPerYear: PER_DAY * 250,
  activeSeconds: active,
  adherence: FOLLOW,
  exceptionShare: EXCEPTIONS,
  hoursPerYear: PER_DAY * 250 * active / 3600 * automatable * FOLLOW * (1 - EXCEPTIONS),
};
console.log(`share of ${seeds} recordings whose 95 % interval holds the truth:`);
for (const [name, value] of Object.entries(truth) as [keyof typeof truth, number][]) {
  const held = sum((one) => one[name].low <= value && value <= one[name].high ? 1 : 0) / seeds;
  console.log(`  ${name.padEnd(18)} ${held.toFixed(3)}`);
}
const large = office(1, 2000, 20), begin = performance.now();
const found = automationOpportunities(large);
console.log(
  `${large.log.interactions} interactions, ${large.count} instances: ${Math.round(performance.now() - begin)} ms ` +
    `(${found.opportunities.length} opportunities)`,
);
