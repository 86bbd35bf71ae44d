import { expect, test } from "vitest";
import { handleTimes, idleSensitivity } from "../../src/taskmining/measures/handle_times.ts";
import { type PeopleGroup, suppressSmallGroups } from "../../src/privacy/suppress.ts";
import { viewHandleTimes } from "../../src/viz/charts/handle_times.ts";
import { type InteractionRow, interactionsOf } from "../support/interactions.ts";
import { known } from "../support/linear_algebra.ts";
import { random } from "../support/random.ts";

const group = (values: string | string[], ...people: number[]): PeopleGroup => ({ values: [values].flat(), people });
const upTo = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);

test("a group of four is suppressed, and the next smallest with it", () => {
  const groups = [
    group("a", ...upTo(0, 9)),
    group("b", ...upTo(9, 4)),
    group("c", ...upTo(13, 6)),
    group("d", ...upTo(19, 7)),
  ];
  expect([...suppressSmallGroups(groups)]).toEqual([0, 1, 1, 0]);
  expect([...suppressSmallGroups(groups, { k: 4 })]).toEqual([0, 0, 0, 0]);
  expect([...suppressSmallGroups(groups, { k: 7 })]).toEqual([0, 1, 1, 0]);
});

test("small groups that are few people together take a further one along", () => {
  const groups = [group("a", ...upTo(0, 9)), group("b", 20, 21), group("c", 30), group("d", ...upTo(40, 6))];
  expect([...suppressSmallGroups(groups)]).toEqual([0, 1, 1, 1]);
});

test("where all are enough, all are shown; a group of everyone is never hidden", () => {
  expect([...suppressSmallGroups([group("a", ...upTo(0, 5)), group("b", ...upTo(5, 5))])]).toEqual([0, 0]);
  expect([...suppressSmallGroups([group("a", 1, 2, 3), group("b", 1, 2, 3)])]).toEqual([0, 0]);
  expect([...suppressSmallGroups([group("a", 1)])]).toEqual([0]);
  expect([...suppressSmallGroups([group("a", 1, 2, 3), group("b", 1)], { people: 10 })]).toEqual([1, 1]);
  expect([...suppressSmallGroups([])]).toEqual([]);
  expect(() => suppressSmallGroups([group("a", 1)], { k: 0 })).toThrow(/whole number of people/);
});

interface Shown {
  readonly values: readonly (string | null)[];
  readonly hidden: boolean;
  readonly people: Set<number>;
  readonly parts: readonly number[];
}

/** The tables by any of the columns, as each is shown by itself. */
function tablesOf(cells: readonly PeopleGroup[]): Shown[][] {
  const width = cells[0]!.values.length;
  return Array.from({ length: 2 ** width }, (_, bits) => {
    const kept = Array.from({ length: width }, (_, c) => c).filter((c) => bits >> c & 1);
    const sums = new Map<string, { values: (string | null)[]; people: Set<number>; parts: number[] }>();
    cells.forEach(({ values, people }, i) => {
      const own = kept.map((c) => values[c]!);
      const sum = sums.get(own.join("|")) ?? { values: own, people: new Set<number>(), parts: [] };
      sums.set(own.join("|"), sum);
      people.forEach((person) => sum.people.add(person));
      sum.parts.push(i);
    });
    const all = [...sums.values()];
    const everyone = new Set(cells.flatMap(({ people }) => people)).size;
    const hidden = kept.length === 0
      ? [0]
      : suppressSmallGroups(all.map(({ values, people }) => ({ values, people: [...people] })), { people: everyone });
    return all.map((sum, i) => ({ ...sum, hidden: hidden[i] === 1 }));
  });
}

test("no hidden figure follows from all that the tables show, by linear algebra", () => {
  let tables = 0, partly = 0, inMargins = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const { below } = random(seed);
    const sizes = [2 + below(4), 2 + below(4), ...(seed % 4 === 0 ? [2] : [])];
    const cells: PeopleGroup[] = [];
    const visit = (values: string[]) => {
      if (values.length < sizes.length) {
        for (let v = 0; v < sizes[values.length]!; v++) visit([...values, String(v)]);
      } else if (below(8) > 0) {
        const first = Number(values[0]) * 20;
        const people = new Set(Array.from({ length: 1 + below(12) }, () => first + below(9)));
        cells.push({ values, people: [...people] });
      }
    };
    visit([]);
    if (cells.length < 2) continue;
    const all = tablesOf(cells);
    const shown = all.flat().filter(({ hidden }) => !hidden);
    const row = (parts: readonly number[]) => cells.map((_, i) => parts.includes(i) ? 1 : 0);
    const fewer = all.slice(0, -1).flat().filter(({ hidden }) => !hidden).map(({ parts }) => row(parts));
    const equations = shown.map(({ parts }) => row(parts));
    for (const one of all.flat()) {
      if (!one.hidden) continue;
      // What the tables by fewer columns tell between them is not the finest table's to hide.
      if (known(fewer, row(one.parts))) {
        inMargins++;
        continue;
      }
      expect(known(equations, row(one.parts)), `seed ${seed}, ${one.values.join(" ")}`).toBe(false);
      tables++;
    }
    const least = Math.min(5, new Set(cells.flatMap(({ people }) => people)).size);
    for (const one of all.flat()) if (one.people.size < least) expect(one.hidden).toBe(true);
    if (all.at(-1)!.some(({ hidden }) => hidden) && all.at(-1)!.some(({ hidden }) => !hidden)) partly++;
  }
  expect(tables).toBeGreaterThan(500);
  expect(partly).toBeGreaterThan(20);
  expect(inMargins).toBeLessThan(tables / 20);
});

/** Teams of so many people, each with some instances. */
function deskRows(sizes: Record<string, number>, seed = 1): InteractionRow[] {
  const { below } = random(seed);
  let at = 0, segment = 0;
  return Object.entries(sizes).flatMap(([team, people]) =>
    upTo(0, people).flatMap((person) =>
      upTo(0, 2 + below(4)).flatMap(() => {
        segment++;
        return upTo(0, 3).map(() => ({
          at: at += 1 + below(40),
          user: `${team}${person}`,
          team,
          app: "ERP",
          segment: String(segment),
        }));
      })
    )
  );
}

test("handle times of a team of four are in no table or chart, nor can they be computed from the total", () => {
  const log = interactionsOf(deskRows({ North: 8, South: 4, West: 6, East: 7 }));
  const times = handleTimes(log, { instance: "segment", by: "team" });
  const rows = times.objects() as Record<string, number | string | boolean | null>[];
  expect(rows.map(({ group, suppressed }) => [group, suppressed])).toEqual([
    ["East", false],
    ["North", false],
    ["South", true],
    ["West", true],
  ]);
  for (const row of rows.filter(({ suppressed }) => suppressed)) {
    const { group: _, suppressed: __, ...figures } = row;
    expect(Object.values(figures).every((value) => value === null)).toBe(true);
  }
  expect(times.about.notes.join(" ")).toContain("2 of 4 groups without figures: fewer than 5 people");

  const truth = handleTimes(log, { instance: "segment", by: "team", k: 1 }).objects() as Record<string, number>[];
  const [total] = handleTimes(log, { instance: "segment" }).objects() as Record<string, number>[];
  for (const figure of ["instances", "totalHandleSeconds", "totalActiveSeconds"]) {
    const rest = total![figure]! - rows.reduce((sum, row) => sum + Number(row[figure] ?? 0), 0);
    const [south, west] = [truth[2]![figure]!, truth[3]![figure]!];
    expect(rest).toBeCloseTo(south + west, 6);
    expect(rest).not.toBeCloseTo(south, 6);
  }
  const figure = viewHandleTimes(log, { instance: "segment", by: "team" });
  const picture = figure.toSVG() + figure.toString();
  expect(picture).toContain("North");
  expect(picture).not.toContain("South");
  expect(picture).not.toContain("West");
});

test("single people are shown where that is asked for only, and in a recording of one", () => {
  const log = interactionsOf(deskRows({ North: 6, South: 5 }));
  const suppressed = (by: string, options = {}) =>
    (handleTimes(log, { instance: "segment", by, ...options }).array("suppressed") as boolean[]).filter(Boolean).length;
  expect(suppressed("user")).toBe(11);
  expect(suppressed("user", { individuals: true })).toBe(0);
  expect(suppressed("team")).toBe(0);
  const alone = interactionsOf(deskRows({ North: 1 }));
  expect(handleTimes(alone, { instance: "segment", by: "user" }).get("suppressed", 0)).toBe(false);
  const nobody = interactionsOf(deskRows({ North: 3 }).map(({ user: _, ...row }) => row));
  expect(handleTimes(nobody, { instance: "segment", by: "team" }).get("suppressed", 0)).toBe(false);
  expect(idleSensitivity(log, { instance: "segment" }).array("meanActiveSeconds").every((seconds) => seconds !== null))
    .toBe(true);
});
