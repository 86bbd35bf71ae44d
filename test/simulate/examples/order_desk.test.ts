import { expect, test } from "vitest";
import { type Interaction, simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";

const process = simulateOrderToCash({ seed: 7, cases: 3000 });
const desk = simulateOrderDesk(process, { seed: 7 });
const rowsOf = new Map<number, Interaction[]>();
for (const row of desk.interactions) {
  if (row.segment !== undefined) rowsOf.set(row.segment, [...(rowsOf.get(row.segment) ?? []), row]);
}

test("every instance is one event of the event log, which lies within it", () => {
  const events = new Map(process.events.map((event) => [`${event.case} ${event.activity} ${event.time}`, event]));
  for (const instance of desk.instances) {
    const event = events.get(`${instance.case} ${instance.task} ${instance.erpTime}`)!;
    expect(event).toMatchObject({ start: instance.erpStart, resource: instance.user, team: instance.team });
    expect(instance.begin).toBeLessThanOrEqual(instance.erpStart);
    expect(instance.erpStart).toBeLessThan(instance.erpTime);
    expect(instance.erpTime).toBeLessThanOrEqual(instance.end);
  }
});

test("what the ERP recorded as completion is the moment of saving in its screen", () => {
  for (const { segment, erpTime, task } of desk.instances) {
    const last = task === "Confirm order" ? "Confirm" : "Save";
    expect(
      rowsOf.get(segment)!.some((row) => row.application === "ERP" && row.element === last && row.time === erpTime),
    ).toBe(true);
  }
});

test("an instance begins with its first and ends with its last interaction, all of one person and task", () => {
  expect(rowsOf.size).toBe(desk.instances.length);
  for (const { segment, begin, end, user, task, interactions, case: order } of desk.instances) {
    const rows = rowsOf.get(segment)!;
    expect([rows[0]!.time, rows.at(-1)!.time, rows.length]).toEqual([begin, end, interactions]);
    expect(new Set(rows.map((row) => `${row.user} ${row.task}`))).toEqual(new Set([`${user} ${task}`]));
    expect(rows.some((row) => row.value === `${order}` || row.window.includes(`${order}`))).toBe(true);
  }
});

test("instances of one person overlap only where one was put aside", () => {
  let overlaps = 0;
  for (const user of new Set(desk.instances.map((instance) => instance.user))) {
    const own = desk.instances.filter((instance) => instance.user === user);
    own.forEach((instance, i) => {
      const around = own.slice(0, i).filter((other) => other.end > instance.begin);
      overlaps += around.length;
      for (const other of around) {
        expect(other.putAside).toBe(1);
        expect(instance.end).toBeLessThanOrEqual(other.end);
        const inside = rowsOf.get(other.segment)!.filter((row) => row.time > instance.begin && row.time < instance.end);
        expect(inside).toEqual([]);
      }
    });
  }
  expect(overlaps).toBeGreaterThan(5);
});

test("what is pasted was copied before in the same instance, unchanged", () => {
  let pastes = 0;
  for (const rows of rowsOf.values()) {
    rows.forEach((row, i) => {
      if (row.action !== "paste") return;
      pastes++;
      expect(rows.slice(0, i).some((earlier) => earlier.action === "copy" && earlier.value === row.value)).toBe(true);
    });
  }
  expect(pastes).toBeGreaterThan(1500);
});

test("the active time at 180 seconds is the handle time where nothing interrupted the instance", () => {
  const quiet = desk.instances.filter((instance) => instance.pauses === 0 && instance.putAside === 0);
  let longer = 0;
  for (const { segment } of quiet) {
    const rows = rowsOf.get(segment)!;
    if (rows.some((row, i) => i > 0 && row.time - rows[i - 1]!.time > 180)) longer++;
  }
  expect(quiet.length).toBeGreaterThan(500);
  expect(longer).toBe(0);
  const paused = desk.instances.filter((instance) => instance.pauses > 0);
  for (const { segment } of paused) {
    const rows = rowsOf.get(segment)!;
    expect(rows.some((row, i) => i > 0 && row.time - rows[i - 1]!.time >= 240)).toBe(true);
  }
  expect(Math.abs(paused.length / desk.instances.length - 0.1)).toBeLessThan(0.04);
});

test("interactions that belong to no task never name one", () => {
  const stray = desk.interactions.filter((row) => row.segment === undefined);
  expect(stray.every((row) => row.task === undefined)).toBe(true);
  expect(stray.length / desk.interactions.length).toBeGreaterThan(0.03);
  expect(stray.length / desk.interactions.length).toBeLessThan(0.15);
});

test("Desk South switches between applications more often over the same task", () => {
  const switches = (team: string) => {
    const own = desk.instances.filter((instance) => instance.team === team && instance.task === "Enter order");
    const changes = own.map(({ segment }) => {
      const rows = rowsOf.get(segment)!;
      return rows.filter((row, i) => i > 0 && row.application !== rows[i - 1]!.application).length;
    });
    return changes.reduce((sum, n) => sum + n, 0) / own.length;
  };
  expect(switches("Desk South") / switches("Desk North")).toBeGreaterThan(1.3);
});

test("rows stand in order of time; a seed gives the same rows again, and another seed others", () => {
  expect(desk.interactions.every((row, i) => i === 0 || desk.interactions[i - 1]!.time <= row.time)).toBe(true);
  const two = (seed: number) => simulateOrderDesk(process, { seed, days: 2 });
  expect(two(1)).toEqual(two(1));
  expect(two(1).interactions).not.toEqual(two(2).interactions);
});
