import { expect, test } from "vitest";
import { taskVariants } from "../../../src/taskmining/measures/task_variants.ts";
import { stepLabels } from "../../../src/viz/tasks/step_labels.ts";
import { viewTaskVariants } from "../../../src/viz/tasks/task_variants.ts";
import { deviationsOf, stepsAgainst } from "../../../src/viz/tasks/way_steps.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";
import { aDay, segmentationOf, type SegmentedRow } from "./support.ts";

/** Instances written as letters, each by a person of its own. */
function waysOf(...traces: string[]) {
  const rows: SegmentedRow[] = traces.flatMap((trace, k) =>
    [...trace].map((letter, i) => ({
      at: k * 1000 + i * 10,
      user: `u${k}`,
      app: `App ${letter < "c" ? 1 : 2}`,
      action: "click",
      elementName: letter,
      instance: `i${k}`,
    }))
  );
  return segmentationOf(rows);
}

gallery(
  "task variants: steps skipped, added, and done twice",
  () => viewTaskVariants(waysOf("abcde", "abcde", "abcde", "abde", "abde", "abccde", "xabcde", "abcdef"), { k: 1 }),
);
gallery("task variants: names that are long", () => viewTaskVariants(aDay(), { individuals: true }));

test("steps against the dominant way give that way back, with as few deviations as there can be", () => {
  const { below } = random(5);
  const word = () => Array.from({ length: below(9) }, () => below(4));
  for (let n = 0; n < 300; n++) {
    const [a, b] = [word(), word()];
    const steps = stepsAgainst(a, b);
    expect(steps.filter(({ kind }) => kind !== "added").map(({ action }) => action)).toEqual(a);
    expect(steps.filter(({ kind }) => kind !== "skipped").map(({ action }) => action)).toEqual(b);
    expect(deviationsOf(steps)).toBe(a.length + b.length - 2 * longestCommon(a, b));
  }
});

function longestCommon(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [, ...restA] = a, [, ...restB] = b;
  return a[0] === b[0] ? 1 + longestCommon(restA, restB) : Math.max(longestCommon(restA, b), longestCommon(a, restB));
}

test("every instance that is no dominant one leaves it once", () => {
  const figure = viewTaskVariants(waysOf("abcde", "abcde", "abcde", "abde", "abde", "abccde", "xabcde", "abcdef"), {
    k: 1,
  });
  const leaving = [...figure.toSVG().matchAll(/(\d+) leave the dominant way here/g)].map((found) => Number(found[1]));
  expect(leaving.reduce((sum, n) => sum + n, 0)).toBe(5);
  expect(figure.parts.table.rows.map((row) => row[6])).toEqual([null, 3, 4, 6, 1].map((at) => at));
  expect(figure.parts.caption).toContain("8 instances in 5 ways. All 5 ways. The dominant way is taken by 38 %");
});

test("long agreement with the dominant way is drawn as one sign, next to a deviation it is not", () => {
  const usual = "abcdefghijkl";
  const svg = viewTaskVariants(waysOf(usual, usual, "abcdefghixjkl"), { k: 1 }).toSVG();
  expect(svg).toContain("8 steps as in the dominant way\nClick a in App 1\tstep 1\n");
  expect(svg).toContain(">1–8</text>");
  // Of the second way i, x, j, k and l are told one by one: fewer than four steps are not drawn together.
  expect(svg.match(/of the dominant way\tstep/g)!.length).toBe(12 + 2 + 2);
});

test("many steps skipped in a row are drawn as one sign that names them", () => {
  const svg = viewTaskVariants(waysOf("abcdef", "abcdef", "abf"), { k: 1 }).toSVG();
  expect(svg).toContain(
    "3 steps skipped\nClick c in App 2\tstep 3\nClick d in App 2\tstep 4\nClick e in App 2\tstep 5<",
  );
  expect(svg).toMatch(/>− steps<\/text><text[^>]*>3–5</);
  expect(viewTaskVariants(waysOf("abcdef", "abcdef", "abef"), { k: 1 }).toSVG()).not.toContain("steps skipped");
});

const spoken = (element: string, app = "ERP", place?: string) => ({ verb: "Paste", element, app, place });

test("chevrons say what was done and what to; what they cannot say stands below", () => {
  const { labels, unclear, width } = stepLabels(
    [
      spoken("Customer"),
      spoken("Customer", "Sheet"),
      spoken("Delivery date of the order"),
      spoken("Unbreakablebutlongword"),
      spoken("Same", "ERP", "A"),
      spoken("Same", "ERP", "B"),
      { verb: "Click", element: undefined, app: undefined, place: undefined },
    ],
    84,
    { sign: 12, count: 0 },
  );
  expect(labels[0]).toEqual(["Paste", "Customer", "in ERP"]);
  expect(labels[1]).toEqual(["Paste", "Customer", "in Sheet"]);
  expect(labels[2]!.join(" ")).toMatch(/^Paste Delivery date/);
  expect(labels[3]!.at(-1)).toMatch(/…$/);
  expect(labels.slice(4)).toEqual([["Paste", "Same", "in A"], ["Paste", "Same", "in B"], ["Click"]]);
  expect(unclear).toEqual([false, false, labels[2]!.at(-1)!.endsWith("…"), true, false, false, false]);
  expect(width).toBeLessThanOrEqual(84);
  // Nothing tells them apart: both stand below.
  expect(stepLabels([spoken("x"), spoken("x")], 66, { sign: 0, count: 0 }).unclear).toEqual([true, true]);
});

test("times of ways that few people took are not shown", () => {
  const work = waysOf("ab", "ab", "ab", "ab", "ab", "ac");
  const found = taskVariants(work);
  const medians = viewTaskVariants(found).parts.table.rows.map((row) => row[3]);
  expect(medians).toEqual([10, null]);
  expect(viewTaskVariants(found).parts.caption).toContain("No times of ways that fewer than 5 people took.");
  expect(viewTaskVariants(work, { individuals: true }).parts.table.rows.map((row) => row[3])).toEqual([10, 10]);
});

test("a task that is none, and a segmentation without instances", () => {
  expect(() => viewTaskVariants(aDay(), { task: "Nothing" })).toThrow(/Nothing/);
  expect(viewTaskVariants(segmentationOf([{ at: 0, app: "A" }])).toString()).toContain("No instances");
});
