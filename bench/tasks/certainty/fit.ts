/**
 * `deno run -A bench/tasks/certainty/fit.ts [--seeds FROM-TO] [--keep FILE]`
 *
 * Fits the weights in `src/taskmining/segmentation/certainty/weights.ts` on random desks of known truth, by default seeds
 * 1 to 60, and prints them. Then `deno task bench --tasks --desks --seeds 61-100` shows whether they hold on others. To be
 * done anew whenever the model, its priors or the features change.
 *
 * `--keep` writes the features of each desk to a file, a line of JSON a desk; desks that the file has are not segmented
 * again.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { INSTANCE_FEATURES } from "../../../src/taskmining/segmentation/certainty/instance_features.ts";
import { KIND_FEATURES } from "../../../src/taskmining/segmentation/certainty/kind_features.ts";
import { type Logistic, probability } from "../../../src/taskmining/segmentation/certainty/logistic.ts";
import { calibrationError, type Claim } from "../../../test/support/tasks/calibration.ts";
import { deskSeeds } from "../../../test/support/tasks/desk_seeds.ts";
import { type DeskExamples, deskExamples } from "./desk_features.ts";
import { type Example, fitLogistic } from "../../../test/support/tasks/fit_logistic.ts";

/** As strong as that errors of whole desks are not learnt by heart: chosen by leaving out desks. */
const RIDGE = 300;
const FOLDS = 8;

const { values } = parseArgs({
  args: Deno.args,
  options: { seeds: { type: "string", default: "1-60" }, keep: { type: "string" } },
});
const desks = examplesOf(deskSeeds(values.seeds, false), values.keep);
for (
  const [name, features, of] of [
    ["instance", INSTANCE_FEATURES, (desk: DeskExamples) => desk.instances],
    ["begin", INSTANCE_FEATURES, (desk: DeskExamples) => desk.beginnings],
    ["kind", KIND_FEATURES, (desk: DeskExamples) => desk.kinds],
  ] as const
) {
  const { intercept, weights } = fitLogistic(desks.flatMap(of), RIDGE);
  const left = leftOut(desks, of);
  console.log(
    `// Desks left out: calibration error ${calibrationError(left).toFixed(3)}, nats ${nats(left).toFixed(3)}`,
  );
  console.log(`${name}: {\n  intercept: ${intercept.toFixed(3)},\n  weights: [`);
  weights.forEach((weight, f) => console.log(`    ${weight.toFixed(3)}, // ${features[f]}`));
  console.log("  ],\n},");
}

function examplesOf(seeds: readonly number[], file: string | undefined): DeskExamples[] {
  const kept = file !== undefined && existsSync(file)
    ? Deno.readTextFileSync(file).trim().split("\n").map((line): DeskExamples => JSON.parse(line))
    : [];
  return seeds.map((seed) => {
    const known = kept.find((desk) => desk.seed === seed);
    if (known) return known;
    const made = deskExamples(seed);
    if (file !== undefined) Deno.writeTextFileSync(file, `${JSON.stringify(made)}\n`, { append: true });
    console.error(`desk ${seed}: ${made.instances.length} instances`);
    return made;
  });
}

/** What each desk is told by weights that were fitted without it, one fold of desks after the other. */
function leftOut(desks: readonly DeskExamples[], of: (desk: DeskExamples) => readonly Example[]): Claim[] {
  return Array.from({ length: Math.min(FOLDS, desks.length) }, (_, fold) => {
    const isOut = (d: number) => d % FOLDS === fold;
    const rest = desks.filter((_, d) => !isOut(d)).flatMap(of);
    if (rest.length === 0) return [];
    const model: Logistic = fitLogistic(rest, RIDGE);
    return desks.filter((_, d) => isOut(d)).flatMap(of)
      .map(({ features, right, weight }) => ({ said: probability(model, features), right, weight }));
  }).flat();
}

/** Mean surprise: the smaller, the more the probabilities tell. */
function nats(claims: readonly Claim[]): number {
  const total = claims.reduce((sum, { weight }) => sum + weight, 0);
  return claims.reduce(
    (sum, { said, right, weight }) =>
      sum - weight * (right * Math.log(said) + (1 - right) * Math.log(1 - said)) / total,
    0,
  );
}
