import { describe, expect, test } from "vitest";
import { calibrationError, claimsOf } from "../../support/tasks/calibration.ts";
import {
  doubled,
  renamed,
  shuffledFile,
  shuffledTies,
  withoutLastTenth,
  withoutUser,
} from "../../support/tasks/changes.ts";
import { deskSeeds } from "../../support/tasks/desk_seeds.ts";
import { OptionError } from "../../../src/base/errors.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { random } from "../../support/random.ts";
import type { Corpus } from "../../support/tasks/corpus.ts";
import { randomDesk } from "../../support/tasks/desks.ts";
import { knownLog } from "../../support/tasks/score_corpus.ts";

describe("seeds", () => {
  test("a range, a number, or all for development", () => {
    expect(deskSeeds("3-5", false)).toEqual([3, 4, 5]);
    expect(deskSeeds("2", false)).toEqual([1, 2]);
    expect(deskSeeds(undefined, false).length).toBe(100);
  });

  test("those kept aside need --final", () => {
    expect(() => deskSeeds("90-101", false)).toThrow(OptionError);
    expect(deskSeeds("101-102", true)).toEqual([101, 102]);
    expect(deskSeeds(undefined, true).at(0)).toBe(101);
    for (const wrong of ["5-3", "0-4", "all", "1,2"]) expect(() => deskSeeds(wrong, true), wrong).toThrow(OptionError);
  });
});

describe("calibration", () => {
  const claim = (said: number, right: number, weight = 1) => ({ said, right, weight });

  test("the expected calibration error is the mean distance of said and right in ten bins", () => {
    expect(calibrationError([claim(0.75, 1), claim(0.75, 1), claim(0.75, 1), claim(0.75, 0)])).toBeCloseTo(0);
    expect(calibrationError([claim(0.9, 0), claim(0.1, 0)])).toBeCloseTo(0.5);
    expect(calibrationError([claim(1, 1, 3), claim(0, 1, 1)])).toBeCloseTo(0.25);
    // Guo et al., On Calibration of Modern Neural Networks, 2017, by hand: |.62 − .5| · 2/4 + |.95 − 1| · 2/4.
    expect(calibrationError([claim(0.61, 1), claim(0.63, 0), claim(0.94, 1), claim(0.96, 1)])).toBeCloseTo(0.085);
  });

  test("an instance is right with exactly its interactions, a beginning where one begins, a kind by its pairs", () => {
    const desk = cut(randomDesk(2), 40);
    const { log, truth, kind } = knownLog(desk);
    const events = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => i);
    // True instances: 0 to 3, 4 to 5 and 8, 9; 6 and 7 belong to none. Kinds a, a, b.
    const owner = [0, 0, 0, 0, 1, 1, -1, -1, 1, 2];
    const claims = claimsOf(
      {
        ...segmentTasks(log),
        count: 3,
        offsets: Int32Array.of(0, 4, 7, 10),
        events: Int32Array.from(events),
        task: Int32Array.of(0, 0, 0),
        tasks: segmentTasks(log).tasks.slice(0, 1),
        certainty: {
          instance: Float64Array.of(0.9, 0.4, 0.2),
          begin: Float64Array.of(0.8, 0.7, 0.1),
          kind: Float64Array.of(0.6),
        },
      },
      { log, truth: owner, kind: ["a", "a", "a", "a", "a", "a", "", "", "b", "b"] },
    )!;
    expect(claims.instances.map(({ right }) => right)).toEqual([1, 0, 0]);
    expect(claims.beginnings.map(({ right }) => right)).toEqual([1, 1, 0]);
    expect(claims.instances.map(({ said }) => said)).toEqual([0.9, 0.4, 0.2]);
    // The last is b by most of its rows that are of a task: one pair in three is alike.
    expect(claims.kinds).toEqual([{ said: 0.6, right: 1 / 3, weight: 3 }]);
    expect([truth.length, kind.length]).toEqual([40, 40]);
  });
});

describe("changes leave the truth as it is", () => {
  const desk = [1, 2, 3, 4].map((seed) => randomDesk(seed)).find(({ about }) => about.users > 1)!;
  const columns = { times: [desk.mapping.timestamp!], user: desk.mapping.user! };

  test("renamed users stand in the opposite order, with the same rows", () => {
    const other = renamed(desk, columns)!;
    const names = [
      ...new Map(desk.rows.map(({ cells }, i) => [cells[columns.user]!, other.rows[i]!.cells[columns.user]!])),
    ];
    expect(names.length).toBe(desk.about.users);
    const before = names.toSorted(([a], [b]) => a < b ? -1 : 1),
      after = names.toSorted(([, a], [, b]) => a < b ? -1 : 1);
    expect(after).toEqual(before.toReversed());
    expect(other.rows.map(({ instance }) => instance)).toEqual(desk.rows.map(({ instance }) => instance));
  });

  test("a shuffled file is read as the same log", () => {
    const actions = ({ rows }: Corpus) => {
      const { log } = knownLog({ name: "desk", rows });
      return Array.from(log.action, (action) => log.actions[action]!);
    };
    const shuffled = shuffledFile(desk, columns, random(1));
    expect(shuffled.rows.map(({ cells }) => cells)).not.toEqual(desk.rows.map(({ cells }) => cells));
    expect(actions(shuffled)).toEqual(actions(desk));
    const ties = shuffledTies(desk, columns, random(1));
    if (ties) expect(actions(ties)).toEqual(actions(desk));
  });

  test("one user and the last tenth are left out", () => {
    expect(new Set(withoutUser(desk, columns)!.rows.map(({ cells }) => cells[columns.user])).size)
      .toBe(desk.about.users - 1);
    expect(withoutLastTenth(desk, columns).rows).toEqual(desk.rows.slice(0, Math.floor(desk.rows.length * 0.9)));
  });

  test("the second time all instances and their numbers are new", () => {
    const { rows } = doubled(desk, columns);
    const half = desk.rows.length;
    expect(rows.length).toBe(2 * half);
    const instances = (own: typeof rows) => new Set(own.map(({ instance }) => instance).filter((k) => k >= 0));
    expect(instances(rows.slice(half)).intersection(instances(rows.slice(0, half))).size).toBe(0);
    expect(instances(rows.slice(half)).size).toBe(instances(rows.slice(0, half)).size);
    const { log } = knownLog({ name: "twice", rows });
    expect(log.interactions).toBe(2 * half);
    const year = (i: number) => new Date(log.time[i]!).getUTCFullYear();
    expect(new Set(Array.from(log.time, (_, i) => year(i)))).toEqual(new Set([2025, 2026]));
  });
});

/** The first rows of a corpus. */
function cut(corpus: Corpus, rows: number): Corpus {
  return { name: corpus.name, rows: corpus.rows.slice(0, rows) };
}
