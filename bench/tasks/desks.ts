/**
 * `deno task bench --tasks --desks [--seeds FROM-TO] [--final] [--json]`
 *
 * How well segmentation does on random desks, of which nobody tuned it to any. Seeds 1 to 100 are for development; those
 * above are looked at once, when all is done, and need `--final`.
 */
import { mean } from "../../src/base/statistics/summary.ts";
import { textTable } from "../../src/cli/output.ts";
import { segmentTasks } from "../../src/taskmining/segmentation/segment_tasks.ts";
import { type DeskAbout, randomDesk } from "../../test/support/tasks/desks.ts";
import { knownLog, scoreFound, type TaskScore } from "../../test/support/tasks/score_corpus.ts";
import {
  calibrationError,
  type Claim,
  type Claims,
  claimsOf,
  reliability,
} from "../../test/support/tasks/calibration.ts";

export interface DeskScore extends TaskScore {
  readonly about: DeskAbout;
}

export function benchDesks(seeds: readonly number[], json: boolean): void {
  const scores: DeskScore[] = [];
  const claims: Claims[] = [];
  for (const seed of seeds) {
    const desk = randomDesk(seed);
    const known = knownLog(desk);
    const begin = performance.now();
    const segmentation = segmentTasks(known.log);
    const seconds = (performance.now() - begin) / 1000;
    scores.push({ ...scoreFound(desk.name, segmentation, known, seconds), about: desk.about });
    const said = claimsOf(segmentation, known);
    if (said) claims.push(said);
    console.error(`${desk.name}: exact ${three(scores.at(-1)!.exact)}, ${seconds.toFixed(1)} s`);
  }
  const sides = (["instances", "beginnings", "kinds"] as const).map((of): [string, Claim[]] => [
    of,
    claims.flatMap((own) => own[of]),
  ]);
  if (json) {
    const calibration = Object.fromEntries(sides.map(([of, own]) => [of, own.length ? calibrationError(own) : null]));
    console.log(JSON.stringify({ scores, calibration }, null, 2));
    return;
  }
  console.log(deskTable(scores));
  console.log(`\n${scores.length} desks`);
  console.log(summaryTable(scores));
  console.log("\nMeans by what was drawn");
  console.log(featureTable(scores));
  if (claims.length === 0) console.log("\nThe segmentation does not say how sure it is.");
  for (const [of, own] of sides) {
    if (own.length === 0) continue;
    console.log(`\nCertainty of ${of}: expected calibration error ${three(calibrationError(own))}`);
    console.log(reliabilityTable(own));
  }
}

const three = (x: number) => Number.isNaN(x) ? "–" : x.toFixed(3);

const FIGURES: readonly (readonly [string, (score: TaskScore) => number])[] = [
  ["exact", ({ exact }) => exact],
  ["NLED", ({ nled }) => nled],
  ["pair F1", ({ pairF1 }) => pairF1],
  ["kinds F1", ({ weightedF1 }) => weightedF1],
  // Of one kind there is nothing to tell apart: the index is 0 or 1 by definition.
  ["ARI", ({ ari, tasks }) => tasks > 1 ? ari : NaN],
];

/** In what desks may differ, each with the group of a desk. */
const FEATURES: readonly (readonly [string, (about: DeskAbout) => string])[] = [
  ["granularity", ({ granularity }) => granularity],
  ["lines", ({ lines }) => lines],
  ["other loops", ({ retries, partLoops }) => retries || partLoops ? "retries or parts again" : "none"],
  ["values", ({ values }) => values],
  ["background", ({ background }) => level(background, 0.05)],
  ["interruptions", ({ interrupted }) => level(interrupted, 0.1)],
  ["noise", ({ left, repeated, stray }) => level(left + repeated + stray, 0.05)],
  ["kinds", ({ kinds }) => kinds < 3 ? String(kinds) : kinds < 5 ? "3–4" : "5–6"],
  ["shared parts", ({ shared }) => shared.length > 0 ? "some" : "none"],
  ["login", ({ login }) => login],
  ["order", ({ order }) => order],
  ["users", ({ users }) => users === 1 ? "1" : users < 5 ? "2–4" : "6–12"],
  ["gaps between", ({ times, between }) => times ? between : "no times"],
];

function level(share: number, middle: number): string {
  return share === 0 ? "none" : share < middle ? `below ${middle}` : `${middle} and more`;
}

function reliabilityTable(claims: readonly Claim[]): string {
  return textTable(
    ["said", "mean said", "right", "weight"],
    reliability(claims).map(({ bin, said, right, weight }) => [
      `${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)}`,
      three(said),
      three(right),
      String(weight),
    ]),
  );
}

function deskTable(scores: readonly DeskScore[]): string {
  const header = ["desk", "drawn", "rows", "inst.", "found", ...FIGURES.map(([name]) => name), "kinds", "found", "s"];
  return textTable(
    header,
    scores.map((score) => [
      score.corpus,
      inWords(score.about),
      String(score.interactions),
      String(score.instances),
      String(score.found),
      ...FIGURES.map(([, of]) => three(of(score))),
      String(score.tasks),
      String(score.foundTasks),
      score.seconds.toFixed(2),
    ]),
  );
}

function inWords(about: DeskAbout): string {
  return [
    about.granularity,
    `values ${about.values}`,
    about.lines === "none" ? "" : `lines ${about.lines}`,
    about.interrupted > 0 ? `int. ${about.interrupted.toFixed(2)}` : "",
    about.background > 0 ? `bg ${about.background.toFixed(2)}` : "",
    about.login === "none" ? "" : `login ${about.login}`,
  ].filter(Boolean).join(", ");
}

/** The tenth percentile is that of the worst: for NLED the ninetieth. */
function summaryTable(scores: readonly DeskScore[]): string {
  return textTable(
    ["", "mean", "median", "worst tenth"],
    FIGURES.map(([name, of]) => {
      const all = scores.map(of).filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
      const at = (p: number) => all[Math.min(all.length - 1, Math.floor(p * all.length))]!;
      return [name, three(mean(all)), three(at(0.5)), three(at(name === "NLED" ? 0.9 : 0.1))];
    }),
  );
}

function featureTable(scores: readonly DeskScore[]): string {
  const rows = FEATURES.flatMap(([feature, of]) =>
    [...Map.groupBy(scores, ({ about }) => of(about))].sort(([a], [b]) => a < b ? -1 : 1).map(([group, own]) => [
      feature,
      group,
      String(own.length),
      ...FIGURES.map(([, figure]) => three(mean(own.map(figure)))),
    ])
  );
  return textTable(["", "", "desks", ...FIGURES.map(([name]) => name)], rows);
}
