import { expect, test } from "vitest";
import { agreement } from "../../../../src/taskmining/segmentation/certainty/agreement.ts";

const parse = (owner: number[]) => ({
  owner: Int32Array.from(owner),
  kind: new Int32Array(Math.max(-1, ...owner) + 1),
  stray: new Uint8Array(owner.length),
  interruptions: 0,
});

/** Instances 0 (interactions 0, 1, 2), 1 (3, 5, interrupted) and 2 (4, 6). */
const found = {
  owner: Int32Array.of(0, 0, 0, 1, 2, 1, 2),
  offsets: Int32Array.of(0, 3, 5, 7),
  events: Int32Array.of(0, 1, 2, 3, 5, 4, 6),
};

test("an instance is the same with all its interactions and no others; beginnings count by themselves", () => {
  const itself = parse([...found.owner]);
  // The second parse splits instance 0, joins 1 and 2; the third leaves the first interaction to none.
  const { same, begins, overlap } = agreement(found, [
    itself,
    parse([0, 0, 1, 2, 2, 2, 2]),
    parse([-1, 0, 0, 1, 2, 1, 2]),
  ]);
  expect([...same]).toEqual([1, 2, 2]);
  expect([...begins]).toEqual([2, 3, 2]);
  expect(overlap[0]).toBeCloseTo((1 + 2 / 3 + 0) / 3, 12);
  expect(overlap[1]).toBeCloseTo((1 + 2 / 4 + 1) / 3, 12);
});

test("numbers of instances mean nothing", () => {
  const renamed = parse([2, 2, 2, 0, 1, 0, 1]);
  expect([...agreement(found, [renamed]).same]).toEqual([1, 1, 1]);
});
