import { expect, test } from "vitest";
import type { ColumnTable } from "arquero";
import { filterUsers } from "../../src/log/interactions/filter/interactions.ts";
import { applications, applicationSwitches } from "../../src/taskmining/friction/applications.ts";
import { handleTimes } from "../../src/taskmining/measures/handle_times.ts";
import { rework } from "../../src/taskmining/friction/rework.ts";
import { ripeSteps } from "../../src/taskmining/friction/ripe_steps.ts";
import { discoverRoutines } from "../../src/taskmining/routines/routines.ts";
import { segmentTasks } from "../../src/taskmining/segmentation/segment_tasks.ts";
import { sequenceVariability } from "../../src/taskmining/measures/sequence_variability.ts";
import { type PeopleGroup, suppressSmallGroups } from "../../src/privacy/suppress.ts";
import { taskInstances } from "../../src/taskmining/instances/task_instances.ts";
import { taskVariants } from "../../src/taskmining/measures/task_variants.ts";
import { transfers } from "../../src/taskmining/friction/transfers.ts";
import { viewApplicationSwitches } from "../../src/viz/tasks/application_switches.ts";
import { viewApplications } from "../../src/viz/charts/applications.ts";
import { viewSummary } from "../../src/viz/charts/summary.ts";
import { viewHandleTimes } from "../../src/viz/charts/handle_times.ts";
import { viewDay } from "../../src/viz/tasks/day/day.ts";
import { viewTaskVariants } from "../../src/viz/tasks/task_variants.ts";
import { figureText } from "../support/everything_of.ts";
import { type InteractionRow, interactionsOf } from "../support/interactions.ts";
import { known } from "../support/linear_algebra.ts";
import { random } from "../support/random.ts";

type Row = Record<string, number | string | boolean | null>;
const rowsOf = (table: ColumnTable) => table.objects() as Row[];

/** Instances of random tasks, teams and sites by random people, three actions each. */
function randomWork(seed: number): InteractionRow[] {
  const { below } = random(seed);
  const teams = 2 + below(3), tasks = 2 + below(2);
  const people = Array.from({ length: 8 + below(14) }, (_, i) => ({ user: `u${i}`, team: `team ${below(teams)}` }));
  let at = 0;
  return people.flatMap(({ user, team }) =>
    Array.from({ length: 1 + below(4) }, () => below(tasks)).flatMap((task) => {
      at += 1000 + below(100_000);
      const shared = { user, team, task: `task ${task}`, segment: `s${at}`, action: "edit" };
      return [0, 1, 2].map((step): InteractionRow => ({
        ...shared,
        at: at + step * (1 + below(90)),
        app: below(6) === 0 ? `app ${below(4)}` : "ERP",
        element: `field ${step}`,
      }));
    })
  );
}

/** A row of a table: which cells of the finest table it sums up, and whether it is shown. */
interface Published {
  readonly parts: readonly number[];
  readonly shown: boolean;
  readonly people: number;
  readonly by: number;
}

const COLUMNS = ["task", "team"];
const NAMED = { instance: "segment", task: "task" };
/** All tables by any of the columns, in any order. */
const ORDERS: readonly (readonly string[])[] = [[], ["task"], ["team"], ["task", "team"], ["team", "task"]];

const MEASURES: readonly [string, (work: ReturnType<typeof taskInstances>, by: readonly string[]) => Row[]][] = [
  ["handleTimes", ({ log }, by) => rowsOf(handleTimes(log, { ...NAMED, by }))],
  ["rework", (work, by) => rowsOf(rework(work, { by }))],
  ["sequenceVariability", (work, by) => rowsOf(sequenceVariability(work, { by }))],
];

for (const [name, measure] of MEASURES) {
  test(`${name}: no hidden figure follows from all rows of all its tables`, () => {
    let hidden = 0, shown = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const log = interactionsOf(randomWork(seed)), work = taskInstances(log, NAMED);
      const values = COLUMNS.map((column) => work.attribute(column));
      const cells = new Map<string, Set<number>>();
      for (let k = 0; k < work.count; k++) {
        const key = JSON.stringify(values.map((column) => column[k]!));
        cells.set(key, (cells.get(key) ?? new Set()).add(work.user[k]!));
      }
      const finest = [...cells].map(([key, people]) => ({ values: JSON.parse(key) as string[], people: [...people] }));
      const tables = ORDERS.map((by) =>
        measure(work, by).map((row): Published => {
          const place = (column: string) => by.length === 1 && row.group !== undefined ? row.group : row[column];
          // Rework and variability tell kinds of task apart, asked or not.
          const columns = [...new Set([...by, ...(name === "handleTimes" ? [] : ["task"])])];
          const parts = finest.flatMap((cell, i) =>
            columns.every((column) => cell.values[COLUMNS.indexOf(column)] === place(column)) ? [i] : []
          );
          const people = new Set(parts.flatMap((i) => finest[i]!.people)).size;
          for (const figure of ["instances", "people"]) expect(row[figure] === null).toBe(row.suppressed);
          return { parts, shown: row.suppressed === false, people, by: columns.length };
        })
      );
      const vector = ({ parts }: Published) => finest.map((_, i) => parts.includes(i) ? 1 : 0);
      const rows = tables.flat();
      const equations = rows.filter((row) => row.shown).map(vector);
      const fewer = rows.filter((row) => row.shown && row.by < COLUMNS.length).map(vector);
      for (const row of rows) {
        if (row.people < 5) expect(row.shown, `seed ${seed}`).toBe(false);
        if (row.shown) shown++;
        if (row.shown || (row.by === COLUMNS.length && known(fewer, vector(row)))) continue;
        hidden++;
        expect(known(equations, vector(row)), `seed ${seed}, ${JSON.stringify(row)}`).toBe(false);
      }
    }
    expect(hidden).toBeGreaterThan(100);
    expect(shown).toBeGreaterThan(50);
  });
}

test("applications: no time of few people follows from the others and the total", () => {
  let hidden = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const log = interactionsOf(randomWork(seed));
    const table = applications(log), truth = rowsOf(applications(log, { individuals: true }));
    const rows = rowsOf(table);
    const left = rows.filter(({ suppressed }) => suppressed).map(({ app }) => app);
    for (const { app, seconds, share, people, suppressed } of rows) {
      expect([seconds === null, share === null]).toEqual([suppressed, suppressed]);
      if ((people as number) < 5) expect(suppressed, String(app)).toBe(true);
    }
    const rest = table.about.totalSeconds - rows.reduce((sum, { seconds }) => sum + Number(seconds), 0);
    const together = truth.filter(({ app }) => left.includes(app!));
    expect(rest).toBeCloseTo(together.reduce((sum, { seconds }) => sum + Number(seconds), 0), 6);
    expect(left.length).not.toBe(1);
    hidden += left.length;
    // Their order does not tell their times.
    expect(left).toEqual(left.toSorted());
    const figure = viewApplications(log).toSVG();
    for (const app of left) expect(figure).not.toContain(String(app));
  }
  expect(hidden).toBeGreaterThan(50);
});

test("the order of groups and of columns does not matter", () => {
  for (let seed = 1; seed <= 80; seed++) {
    const { below } = random(seed);
    const cells = Array.from({ length: 12 }, (_, i): PeopleGroup => ({
      values: [`a${i % 4}`, `b${i >> 2}`],
      people: Array.from({ length: 1 + below(8) }, () => below(30)),
      size: below(5),
    })).map((cell) => ({ ...cell, people: [...new Set(cell.people)] }));
    const hidden = suppressSmallGroups(cells);
    const shuffled = cells.map((_, i) => i).sort((a, b) => (a * 7 + seed) % 12 - (b * 7 + seed) % 12);
    const other = suppressSmallGroups(shuffled.map((i) => ({ ...cells[i]!, values: cells[i]!.values.toReversed() })));
    shuffled.forEach((i, place) => expect(other[place], `seed ${seed}`).toBe(hidden[i]));
  }
});

/** One of twelve does a task of their own; two of them carry values, wait and come back. */
function fewAndMany(): InteractionRow[] {
  return Array.from({ length: 12 }, (_, person) =>
    Array.from({ length: 6 }, (_, k): InteractionRow[] => {
      const at = person * 100_000 + k * 1000;
      const shared = { user: `u${person}`, segment: `s${person}-${k}`, task: person === 0 ? "Seldom" : "Often" };
      const app = person < 2 ? "Vault" : "ERP";
      return [
        { ...shared, at, app: "Mail", action: "copy", element: "Body", value: `C47${person}${k}` },
        { ...shared, at: at + 8 + k, app, action: "paste", element: "Customer", value: `C47${person}${k}` },
        { ...shared, at: at + 300 + k, app, action: "click", element: person < 2 ? "Lock" : "Save" },
      ];
    }).flat()).flat();
}

test("times of routines, ways, transfers, kinds of task and steps that few people do are nowhere", () => {
  const log = interactionsOf(fewAndMany());
  const work = taskInstances(log, NAMED), few = 5;
  const { routines, table } = discoverRoutines(work);
  expect(new Set(routines.map(({ people }) => people < few))).toEqual(new Set([true, false]));
  for (const { people, medianSeconds, totalSeconds } of routines) {
    expect([Number.isNaN(medianSeconds), Number.isNaN(totalSeconds)]).toEqual([people < few, people < few]);
  }
  for (const row of rowsOf(table)) expect(row.totalSeconds === null).toBe((row.people as number) < few);
  const ways = ["Often", "Seldom"].map((task) => taskVariants(work, task));
  for (const { variants, exceptions, dominant } of ways) {
    for (const { people, medianSeconds } of variants) expect(Number.isNaN(medianSeconds)).toBe(people < few);
    const unknown = Number.isNaN(variants[dominant]!.medianSeconds);
    for (const { people, extraSeconds } of exceptions) {
      expect(Number.isNaN(extraSeconds)).toBe(people < few || unknown);
    }
  }
  expect(ways[0]!.exceptions.length).toBeGreaterThan(0);
  expect(figureText(viewTaskVariants(work, { task: "Seldom" }))).not.toMatch(/5 min/);
  for (const row of rowsOf(transfers(log))) expect(row.medianSeconds === null).toBe((row.people as number) < few);
  const ripe = ripeSteps(work, { minCount: 1 });
  expect(ripe.steps.length).toBeGreaterThan(0);
  for (const { people } of ripe.steps) expect(people).toBeGreaterThanOrEqual(few);
  expect(ripe.notes.join()).toMatch(/steps that fewer than 5 people do are not listed/);
  expect(ripeSteps(work, { minCount: 1, individuals: true }).steps.length).toBeGreaterThan(ripe.steps.length);
  const segmentation = segmentTasks(log);
  for (let kind = 0; kind < segmentation.tasks.length; kind++) {
    const people = new Set(
      segmentation.offsets.subarray(0, -1).filter((_, k) => segmentation.task[k] === kind)
        .map((from) => log.user[segmentation.events[from]!]!),
    ).size;
    expect(Number.isNaN(segmentation.tasks[kind]!.medianSeconds)).toBe(people < few);
  }
});

test("of a log filtered to one of several people no time is shown unless that is asked for", () => {
  const log = interactionsOf(fewAndMany()), one = filterUsers(log, "u3");
  const times = (individuals: boolean) => {
    const table = applications(one, { individuals });
    return [table.about.totalSeconds, ...rowsOf(table).map(({ seconds }) => seconds)];
  };
  expect(times(false)).toEqual([NaN, null, null]);
  // 8 to 13 s in the mail, then a pause in the ERP.
  expect(times(true)).toEqual([63, 63, 0]);
  expect(ripeSteps(taskInstances(one, NAMED), { minCount: 1 }).steps).toEqual([]);
  expect(ripeSteps(taskInstances(one, NAMED), { minCount: 1, individuals: true }).steps.length).toBeGreaterThan(0);
  // The thresholds may be named.
  const duration = /\d+(\.\d+)? ?(s|min|h)\b/g;
  const said = (individuals: boolean) =>
    [...`${viewApplications(one, { individuals }).toString()}${viewApplications(one, { individuals }).parts.caption}`
      .matchAll(duration)].map(([text]) => text);
  expect(new Set(said(false))).toEqual(new Set(["3 min", "30 s"]));
  expect(said(true).length).toBeGreaterThan(said(false).length);
  expect(() => viewDay(one)).toThrow(/individuals: true/);
  expect(viewSummary(log).toString()).toMatch(/median session +\d/);
  expect(viewSummary(one).toString()).toMatch(/median session +–/);
  expect(rowsOf(handleTimes(one, { ...NAMED, by: "task" })).every((row) => row.suppressed))
    .toBe(true);
  for (const row of rowsOf(transfers(one))) expect(row.medianSeconds).toBe(null);
});

/** Twelve go from mail to the ERP and to a sheet; one of them also to an application of their own. */
function oneAlone(): InteractionRow[] {
  const go = (user: number, apps: string) =>
    apps.split(" ").map((app, k): InteractionRow => ({
      at: user * 1000 + k * 5,
      user: `u${user}`,
      app,
      action: "click",
    }));
  return Array.from(
    { length: 12 },
    (_, user) => go(user, "Mail ERP Mail Sheet ERP" + (user === 0 ? " Diary ERP Diary Mail" : "")),
  )
    .flat();
}

test("applications that one person alone uses: no visits and no switches, in table, picture, caption and alt text", () => {
  const log = interactionsOf(oneAlone());
  const rows = rowsOf(applications(log)), all = rowsOf(applications(log, { individuals: true }));
  const hidden = rows.filter(({ visits }) => visits === null).map(({ app }) => app);
  expect(hidden).toContain("Diary");
  // One hidden figure alone would be the difference of a total and the others.
  expect(hidden.length).toBeGreaterThan(1);
  expect(hidden.length).toBeLessThan(all.length);
  for (const { app, visits } of rows) {
    if (!hidden.includes(app)) expect(visits).toBe(all.find((row) => row.app === app)!.visits);
  }
  const switches = applicationSwitches(log), everyone = applicationSwitches(log, { individuals: true });
  for (const { from, to } of rowsOf(switches)) expect([from, to].some((app) => hidden.includes(app))).toBe(false);
  const shown = rowsOf(everyone).filter(({ from, to }) => !hidden.includes(from) && !hidden.includes(to));
  expect(rowsOf(switches)).toEqual(shown);
  expect(switches.about.switches).toBe(shown.reduce((sum, { count }) => sum + Number(count), 0));
  expect(switches.about.switches).toBeLessThan(everyone.about.switches);
  expect(switches.about.notes.join()).toMatch(/left out: one person alone uses an application/);
  for (const figure of [viewApplications(log), viewApplicationSwitches(log)]) {
    expect(figure.toSVG()).not.toContain("Diary");
    expect(figure.parts.alt).not.toContain("Diary");
    expect(figure.parts.caption).toMatch(/one person alone/);
    expect(figure.parts.caption).not.toMatch(new RegExp(`${everyone.about.switches} switches`));
  }
  const [, ...cells] = viewApplications(log).parts.table.rows.find(([app, to]) => app === "Diary" && to === null)!;
  expect(cells.filter((cell) => cell !== null)).toEqual([]);
  expect(viewApplicationSwitches(log, { individuals: true }).toSVG()).toContain("Diary");
});

test("of a recording of one person visits and switches are shown; of one filtered to one person none", () => {
  const log = interactionsOf(oneAlone()), alone = interactionsOf(oneAlone().filter(({ user }) => user === "u0"));
  expect(rowsOf(applications(alone)).every(({ visits }) => visits !== null)).toBe(true);
  expect(applicationSwitches(alone).numRows()).toBeGreaterThan(0);
  const one = filterUsers(log, "u0");
  expect(rowsOf(applications(one)).every(({ visits }) => visits === null)).toBe(true);
  expect(applicationSwitches(one).numRows()).toBe(0);
});

test("people are shown one by one only where that is asked for, and never in the order of their times", () => {
  const log = interactionsOf(fewAndMany());
  expect(rowsOf(handleTimes(log, { by: "user" })).every(({ suppressed }) => suppressed)).toBe(true);
  for (const measure of [rework, sequenceVariability]) {
    const rows = rowsOf(measure(taskInstances(log), { by: "user" }));
    expect(rows.every(({ suppressed }) => suppressed)).toBe(true);
  }
  expect(() => viewDay(log)).toThrow(/individuals: true/);
  const asked = rowsOf(handleTimes(log, { by: "user", individuals: true }));
  expect(asked.map(({ group }) => group)).toEqual(log.users);
  const drawn = viewHandleTimes(log, { by: "user", individuals: true }).toString();
  expect(drawn.indexOf("u10")).toBeLessThan(drawn.indexOf("u9"));
});

test("no sentence speaks of all, or of a share of all that is shown, where groups are left out", () => {
  let left = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const log = interactionsOf(randomWork(seed));
    for (const by of [["task"], ["team"], ["task", "team"]]) {
      const times = handleTimes(log, { ...NAMED, by });
      const figures = [viewHandleTimes(log, { ...NAMED, by }), viewApplications(log), viewApplicationSwitches(log)];
      const hidden = [times.rows(), applications(log).rows()].map((rows) => rows.some((row) => row.suppressed));
      figures.forEach((figure, f) => {
        const { caption, alt } = figure.parts;
        const sentences = `${caption} ${alt}`.split(/(?<=[.:])\s+/);
        // No sentence is empty because its figures are gone.
        for (const sentence of sentences) expect(sentence.trim()).not.toBe(".");
        for (const figure of sentences) expect(figure).not.toMatch(/NaN|undefined|null|–(?= of)/);
        if (f > 1 || !hidden[f]) return;
        left++;
        expect(caption).toMatch(/\d+ of \d+ groups? without figures/);
        for (const sentence of sentences) {
          expect(sentence).not.toMatch(/\b(100 %|all|every|the only)\b.*\b(time|groups?|applications?)\b/i);
          expect(sentence).not.toMatch(/% of the (active |handle )?time shown/);
        }
      });
    }
  }
  expect(left).toBeGreaterThan(50);
});
