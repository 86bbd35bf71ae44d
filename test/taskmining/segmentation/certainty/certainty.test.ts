// @slow: segments whole logs
import { expect, test } from "vitest";
import { handleTimes } from "../../../../src/taskmining/measures/handle_times.ts";
import { segmentTasks } from "../../../../src/taskmining/segmentation/segment_tasks.ts";
import { INSTANCE_FEATURES } from "../../../../src/taskmining/segmentation/certainty/instance_features.ts";
import { KIND_FEATURES } from "../../../../src/taskmining/segmentation/certainty/kind_features.ts";
import { WEIGHTS } from "../../../../src/taskmining/segmentation/certainty/weights.ts";
import { calibrationError, claimsOf } from "../../../support/tasks/calibration.ts";
import { randomDesk } from "../../../support/tasks/desks.ts";
import { knownLog } from "../../../support/tasks/score_corpus.ts";
import { interactionsOf } from "../../../support/interactions.ts";
import { random } from "../../../support/random.ts";

const numbers = random(11);
const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** One task sixty times, three minutes apart, one of its steps optional, each on an order of its own. */
const clean = interactionsOf(
  Array.from(
    { length: 60 },
    (_, round) =>
      ["new", "name", ...(numbers.next() < 0.5 ? ["note"] : []), "city", "save"].map((element, e) => ({
        at: round * 200 + e * 4,
        app: "ERP",
        action: "click",
        element,
        value: `order ${48_211 + 37 * round}`,
      })),
  ).flat(),
);

/** Clicks on twelve things at random, at random times: nothing recurs. */
const noise = interactionsOf(
  Array.from({ length: 300 }, (_, i) => ({
    at: i * 5 + Math.floor(5 * numbers.next()),
    app: "ERP",
    action: "click",
    element: `thing ${Math.floor(12 * numbers.next())}`,
  })),
);

test("there are weights for all features", () => {
  expect(WEIGHTS.instance.weights).toHaveLength(INSTANCE_FEATURES.length);
  expect(WEIGHTS.begin.weights).toHaveLength(INSTANCE_FEATURES.length);
  expect(WEIGHTS.kind.weights).toHaveLength(KIND_FEATURES.length);
});

test("a clean log of one task is sure, noise is not", () => {
  const sure = segmentTasks(clean), unsure = segmentTasks(noise);
  expect(sure.count).toBe(60);
  expect(mean(sure.certainty!.instance)).toBeGreaterThan(0.9);
  expect(mean(sure.certainty!.begin)).toBeGreaterThan(0.95);
  expect(sure.certainty!.kind[0]).toBeGreaterThan(0.9);
  // Noise is told .58, which is too much: docs/segmentation.md says so.
  expect(mean(unsure.certainty!.instance)).toBeLessThan(mean(sure.certainty!.instance) - 0.3);
  const share = Math.round(100 * mean(sure.certainty!.instance));
  expect(sure.notes).toContain(`About ${share} of 100 instances are likely found exactly.`);
  // Measures of all instances say it once.
  expect(handleTimes(sure).about.notes.filter((one) => /likely/.test(one))).toHaveLength(1);
});

test("a probability for each instance, beginning and kind, the same each time; none where a column tells", () => {
  for (const log of [clean, noise]) {
    const { certainty, count, tasks } = segmentTasks(log);
    const { instance, begin, kind } = certainty!;
    expect([instance.length, begin.length, kind.length]).toEqual([count, count, tasks.length]);
    for (const all of [instance, begin, kind]) expect(all.every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(segmentTasks(log).certainty).toEqual(certainty);
  }
  const told = interactionsOf(
    Array.from({ length: 40 }, (_, i) => ({ at: i * 4, app: "ERP", element: `field ${i % 4}`, round: `${i >> 2}` })),
  );
  const column = segmentTasks(told, { instance: "round" });
  expect(column.count).toBe(10);
  expect(column.certainty).toBeUndefined();
  expect(column.notes.join(" ")).not.toContain("likely");
});

test("desks: about as right as said, and what is surer is right more often", () => {
  const claims = [12, 18, 37].map((seed) => {
    const known = knownLog(randomDesk(seed));
    return claimsOf(segmentTasks(known.log), known)!;
  });
  const instances = claims.flatMap((own) => own.instances), beginnings = claims.flatMap((own) => own.beginnings);
  // Errors of a desk come together: of three desks the error is far above that of all.
  expect(calibrationError(instances)).toBeLessThan(0.25);
  expect(calibrationError(beginnings)).toBeLessThan(0.25);
  const said = (right: number) => {
    const own = instances.filter((claim) => claim.right === right);
    return own.reduce((sum, claim) => sum + claim.said, 0) / own.length;
  };
  expect(said(1)).toBeGreaterThan(said(0) + 0.2);
});
