/**
 * Paths, rework and service levels: false alarms where nothing is planted, coverage of intervals, and time.
 *
 *     deno run -A bench/questions_paths.ts [LOG --a PATTERN --b PATTERN --rule RULE]
 */
import { parseArgs } from "node:util";
import { randomStream } from "../src/base/random.ts";
import {
  activityRework,
  caseStates,
  comparePaths,
  filterPath,
  funnel,
  logFromRows,
  loops,
  pingPong,
  readLog,
  serviceLevel,
  skippedSteps,
} from "../src/mod.ts";

const DAY = 86_400_000, SEEDS = 200, CASES = 300, SHARE = 0.3, IN_TIME = 0.8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { a: { type: "string" }, b: { type: "string" }, rule: { type: "string" } },
});
if (positionals[0] !== undefined) await time(positionals[0]);
else chance();

/** Paths and teams that have nothing to do with times: a share of SHARE takes A, one of IN_TIME is in time. */
function chance(): void {
  let times = 0, groups = 0, periods = 0, coverA = 0, coverKept = 0, coverMedian = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const next = randomStream(seed, "paths");
    const rows = Array.from({ length: CASES }, (_, c) => {
      const begin = Date.UTC(2026, 0, 5) + c * DAY / 4, path = next() < SHARE ? "a" : "b";
      const limit = 5 * DAY, took = next() < IN_TIME ? next() * limit : limit * (1 + next());
      const team = `team ${Math.floor(next() * 5)}`;
      return [["start", 0], [path, took / 2], ["end", took]].map(([activity, at]) => ({
        ...{ case: String(c), activity: activity as string, time: new Date(begin + Number(at)), team },
      }));
    }).flat();
    const log = logFromRows(rows), states = new Uint8Array(log.cases);
    const paths = comparePaths(log, { a: "a", b: "b", states });
    const level = serviceLevel(log, "from start to end within 5 days", { states, by: "team", every: "week" });
    if (paths.p < 0.05) times++;
    if (level.sentence.includes("Lowest in")) groups++;
    if (level.sentence.includes("The lowest week")) periods++;
    if (paths.a.low <= SHARE && SHARE <= paths.a.high) coverA++;
    if (level.low <= IN_TIME && IN_TIME <= level.high) coverKept++;
    const { low, high } = paths.medianDifferenceSeconds;
    if (low <= 0 && 0 <= high) coverMedian++;
  }
  const share = (n: number) => `${(n / SEEDS * 100).toFixed(1)} %`;
  console.log(`${SEEDS} logs of ${CASES} cases in which nothing is planted`);
  console.log(`alarms at 5 %: times of paths ${share(times)}, a group ${share(groups)}, a period ${share(periods)}`);
  console.log(
    `coverage of 95 % intervals: share of a path ${share(coverA)}, share in time ${share(coverKept)}, ` +
      `difference of medians ${share(coverMedian)}`,
  );
}

async function time(file: string): Promise<void> {
  const log = await readLog(file);
  const [first, second = first] = log.activities as [string, string?];
  const { a = `"${first}"`, b = `"${second}"`, rule = "case within 30 days" } = values;
  const measure = <T>(name: string, work: () => T): T => {
    const began = performance.now();
    const result = work();
    console.log(`${name.padEnd(16)} ${(performance.now() - began).toFixed(0).padStart(6)} ms`);
    return result;
  };
  console.log(`${log.name}: ${log.events} events`);
  const states = measure("caseStates", () => caseStates(log));
  measure("filterPath", () => filterPath(log, a));
  measure("comparePaths", () => comparePaths(log, { a, b, states }));
  measure("funnel", () => funnel(log, [a, b], { states }));
  measure("activityRework", () => activityRework(log));
  measure("loops", () => loops(log));
  measure("pingPong", () => pingPong(log));
  measure("skippedSteps", () => skippedSteps(log, { states }));
  measure("serviceLevel", () => serviceLevel(log, rule, { states }));
}
