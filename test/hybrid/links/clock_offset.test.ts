// @slow: two dozen logs are simulated and linked
/** Clocks of the two logs that differ by a constant: found within a minute, and links as good as without. */
import { expect, test } from "vitest";
import { caseTimeline, enrichLog, linkTasks, unseenTime } from "../../../src/hybrid/mod.ts";
import type { DeskDials } from "../../../src/simulate/examples/desk_dials.ts";
import { simulateOrderDesk } from "../../../src/simulate/examples/order_desk.ts";
import { type OrderToCash, simulateOrderToCash } from "../../../src/simulate/examples/order_to_cash.ts";
import { type DeskLogOptions, deskLogs, ordersLog, scoreLinks } from "../../support/linked_logs.ts";

const orders = simulateOrderToCash({ seed: 21, cases: 400 });
const HOUR = 3600;

/** The event log as a system writes it whose clock is ahead; `late` seconds after what was done, and to the minute. */
function seenBy(ahead: number, late = 0, toTheMinute = false): OrderToCash {
  const clock = (time: number, n: number) => {
    const shown = time + ahead + (late === 0 ? 0 : (n * 7919) % late);
    return toTheMinute ? Math.floor(shown / 60) * 60 : shown;
  };
  return {
    ...orders,
    events: orders.events.map((event, n) => ({
      ...event,
      time: clock(event.time, n),
      ...(event.start === undefined ? {} : { start: clock(event.start, n) }),
    })),
  };
}

function linked(process: OrderToCash, dials: DeskDials, options: DeskLogOptions, clockOffsetSeconds?: number) {
  const desk = simulateOrderDesk(orders, { seed: 21, from: "2025-01-13", days: 4, dials });
  const { segmentation, log, truth } = deskLogs(process, desk, options);
  const links = linkTasks(segmentation, log, clockOffsetSeconds === undefined ? {} : { clockOffsetSeconds });
  return { links, ...scoreLinks(links, truth) };
}

const SETTINGS: [string, DeskDials, DeskLogOptions][] = [
  ["identifiers", {}, {}],
  ["names alone", { identifierMissing: 1 }, { starts: false }],
  ["neither identifiers nor names", { identifierMissing: 1 }, { starts: false, renamePeople: true }],
];

for (const [what, dials, options] of SETTINGS) {
  test.each([13 * 60 + 17, -47 * 60, 2 * HOUR, -6 * HOUR])(`with ${what}, an offset of %d s is found`, (ahead) => {
    const without = linked(orders, dials, options), moved = linked(seenBy(ahead), dials, options);
    expect(without.links.clockOffsetSeconds).toBe(0);
    expect(Math.abs(moved.links.clockOffsetSeconds - ahead)).toBeLessThanOrEqual(60);
    expect(moved.precision).toBeGreaterThanOrEqual(without.precision - 0.01);
    expect(moved.recall).toBeGreaterThanOrEqual(without.recall - 0.01);
  });
}

test("an offset is found where a system records half a minute late and to the minute", () => {
  for (const [late, toTheMinute] of [[30, false], [0, true]] as const) {
    const { links } = linked(seenBy(HOUR, late, toTheMinute), {}, {});
    expect(Math.abs(links.clockOffsetSeconds - HOUR)).toBeLessThanOrEqual(60);
  }
});

test("an offset is said, and a given one is taken", () => {
  const { links } = linked(seenBy(-2 * HOUR), {}, {});
  expect(links.notes).toContain(
    "The clock of the event log is 2 h behind the recording's; times are compared as if it were not.",
  );
  const given = linked(seenBy(-2 * HOUR), {}, {}, -2 * HOUR).links;
  expect(given.links.rows()).toEqual(links.links.rows());
  expect(() => linked(orders, {}, {}, NaN)).toThrow(/clockOffsetSeconds/);
});

test("logs that have nothing to do with each other have no offset", () => {
  const { links } = linked(orders, {}, {});
  for (const seed of [61, 62, 63]) {
    const other = linkTasks(links.segmentation, ordersLog(simulateOrderToCash({ seed, cases: 400 })));
    expect([other.clockOffsetSeconds, other.of.instance.length]).toEqual([0, 0]);
  }
});

test("what is joined is by the clock of the event log: the same figures as without an offset", () => {
  const same = linked(orders, {}, {}).links, moved = linked(seenBy(2 * HOUR), {}, {}).links;
  expect(unseenTime(moved).steps.rows()).toEqual(unseenTime(same).steps.rows());
  const id = same.links.rows()[0]!.case, by = (ms: number) => ms - 2 * HOUR * 1000;
  expect(caseTimeline(moved, id).rows.rows().map(({ start }) => by(start.getTime()))).toEqual(
    caseTimeline(same, id).rows.rows().map(({ start }) => start.getTime()),
  );
  const times = (links: typeof same) => enrichLog(links.log, links, { tasks: "all" }).time;
  expect(times(moved).map(by)).toEqual(times(same));
  // What was recorded stays as it was recorded.
  expect(moved.instances.rows().map(({ started }) => started)).toEqual(
    same.instances.rows().map(({ started }) => started),
  );
});
