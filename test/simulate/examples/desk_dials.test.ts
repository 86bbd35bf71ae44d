import { expect, test } from "vitest";
import type { DeskDials } from "../../../src/simulate/examples/desk_dials.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { simulateClaimsOffice } from "../../../src/simulate/examples/claims_office.ts";

const process = simulateOrderToCash({ seed: 3, cases: 400 });
const turned = (dials?: DeskDials) =>
  simulateOrderDesk(process, { seed: 3, from: "2025-01-13", days: 3, ...(dials ? { dials } : {}) });
const plain = turned();
const texts = ({ interactions }: typeof plain, segment: number) =>
  interactions.filter((row) => row.segment === segment).map(({ window, url, value }) => `${window}\n${url}\n${value}`)
    .join("\n");
const names = (desk: typeof plain) =>
  desk.instances.filter(({ segment, case: order }) => order !== undefined && texts(desk, segment).includes(`${order}`))
    .length;

test("dials at 0 change nothing", () => {
  const still = turned({ identifierMissing: 0, misspelt: 0, threeOrders: 0, colleagueFinishes: 0, withoutCase: 0 });
  expect(still).toEqual(plain);
});

test("numbers are missing, misspelt or written in another way, and nothing else changes", () => {
  expect(names(plain)).toBe(plain.instances.length);
  for (const dials of [{ identifierMissing: 1 }, { misspelt: 1 }] satisfies DeskDials[]) {
    const desk = turned(dials);
    // A digit doubled at the end still has the number in it.
    expect(names(desk)).toBeLessThan(0.2 * desk.instances.length);
    expect(desk.interactions.map(({ time, user, element }) => `${time} ${user} ${element}`))
      .toEqual(plain.interactions.map(({ time, user, element }) => `${time} ${user} ${element}`));
  }
  const written = turned({ reformatted: 1 });
  const digits = written.instances.filter(({ segment, case: order }) =>
    texts(written, segment).replace(/[- ]/g, "").includes(`${order}`)
  );
  expect(digits.length).toBe(written.instances.length);
  const half = turned({ identifierMissing: 0.5 });
  expect(names(half) / half.instances.length).toBeGreaterThan(0.4);
  expect(names(half) / half.instances.length).toBeLessThan(0.6);
});

test("three orders make one instance, a colleague two of one order, a report one of none", () => {
  const three = turned({ threeOrders: 0.4 });
  const joined = three.instances.filter(({ alsoCases }) => alsoCases);
  expect(joined.length).toBeGreaterThan(3);
  expect(joined.every(({ alsoCases }) => alsoCases!.length === 2)).toBe(true);
  expect(three.instances.length).toBe(plain.instances.length - 2 * joined.length);
  const shared = turned({ colleagueFinishes: 0.5 });
  const byEvent = [...Map.groupBy(shared.instances, ({ case: order, erpTime }) => `${order} ${erpTime}`).values()];
  const split = byEvent.filter((own) => own.length === 2);
  expect(split.length).toBeGreaterThan(20);
  expect(split.every(([a, b]) => a!.user !== b!.user && a!.team === b!.team)).toBe(true);
  const more = turned({ withoutCase: 0.5 });
  const reports = more.instances.filter((one) => one.case === undefined);
  expect(reports.length).toBeGreaterThan(10);
  expect(reports.every(({ task, erpTime }) => task === "Compile report" && Number.isNaN(erpTime))).toBe(true);
});

test("wrong dials are refused", () => {
  expect(() => turned({ misspelt: 2 })).toThrow(/misspelt to be from 0 to 1/);
  expect(() => turned({ typos: 0.1 } as DeskDials)).toThrow(/among identifierMissing/);
});

test("claims have events that instances account for, in order, and no word of the other company", () => {
  const office = simulateClaimsOffice({ seed: 3, claims: 60 });
  const events = new Set(office.events.map((event) => `${event.case} ${event.activity} ${event.time}`));
  for (const one of office.instances) {
    expect(one.begin).toBeLessThan(one.end);
    if (one.activity === undefined) expect(one.task).toBe("Phone the expert");
    else expect(events.has(`${one.case} ${one.activity} ${one.eventTime}`)).toBe(true);
  }
  expect(office.interactions.every(({ time }, i) => i === 0 || office.interactions[i - 1]!.time <= time)).toBe(true);
  expect(simulateClaimsOffice({ seed: 3, claims: 60 })).toEqual(office);
  const applications = new Set(plain.interactions.map(({ application }) => application as string));
  expect(office.interactions.filter(({ program }) => applications.has(program))).toEqual([]);
});
