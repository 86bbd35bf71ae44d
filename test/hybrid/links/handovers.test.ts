/** Work that one person begins and another goes on with: of whose case it is, and where it is nobody's. */
import { expect, test } from "vitest";
import { randomStream, uniformInteger } from "../../../src/base/random.ts";
import { linkTasks, type TaskLinks } from "../../../src/hybrid/mod.ts";
import { interactionsFromRows, logFromRows } from "../../../src/log/mod.ts";
import { segmentTasks } from "../../../src/taskmining/mod.ts";

const MINUTE = 60_000, FIRST = Date.UTC(2026, 2, 2, 7), CASES = 60;
const random = randomStream(3, "handovers");
/** Every case has its own customer, and begins some quarter of an hour after the one before. */
const orders = Array.from({ length: CASES }, (_, n) => ({
  id: `PO-${5000 + 7 * n}-QX`,
  customer: `K${uniformInteger(random, 10_000, 99_999)}`,
  begin: FIRST + Math.floor(n / 20) * 1440 * MINUTE + (n % 20) * 23 * MINUTE + uniformInteger(random, 0, 9) * MINUTE,
  wait: uniformInteger(random, 1, 12) * MINUTE,
}));

/** Ann reads a mail and writes down the customer; Ben enters the order, whose number comes from saving it. */
function linked(customerInMail: (n: number) => string, ben = "Ben"): TaskLinks {
  const log = logFromRows(
    orders.map(({ id, begin, wait }) => ({
      ...{ case: id, activity: "Enter order", resource: "Ben", time: new Date(begin + wait + 5 * MINUTE) },
    })),
  );
  const rows = orders.flatMap(({ id, customer, begin, wait }, n) => {
    const mail = { app: "Mail", user: "Ann", segment: `mail ${n}` };
    const entry = { app: "ERP", user: ben, segment: `entry ${n}` };
    const report = { app: "Sheet", user: "Ann", segment: `report ${n}` };
    return [
      { ...mail, time: new Date(begin), element: "Message", action: "open", value: "" },
      { ...mail, time: new Date(begin + MINUTE), element: "Note", action: "type", value: customerInMail(n) },
      { ...entry, time: new Date(begin + MINUTE + wait), element: "Customer", action: "type", value: customer },
      { ...entry, time: new Date(begin + 5 * MINUTE + wait), element: "Save", action: "click", value: id },
      { ...report, time: new Date(begin + 13 * MINUTE), element: "Cell", action: "type", value: `${n} done` },
    ];
  });
  return linkTasks(segmentTasks(interactionsFromRows(rows), { instance: "segment" }), log);
}

/** Links of Ann's mails, those that are right, and links of her reports. */
function figures({ links, segmentation }: TaskLinks) {
  const segment = segmentation.log.attribute("segment")!;
  if (segment.kind !== "text") throw new Error("Expected text.");
  const names = links.rows().map(({ instance, case: c }) => {
    const event = segmentation.events[segmentation.offsets[instance - 1]!]!;
    return { name: segment.dictionary[segment.codes[event]!]!, case: c };
  });
  const mails = names.filter(({ name }) => name.startsWith("mail"));
  return {
    mails: mails.length,
    right: mails.filter(({ name, case: c }) => orders[Number(name.slice(5))]!.id === c).length,
    reports: names.filter(({ name }) => name.startsWith("report")).length,
  };
}

test("a task is of the case of the colleague's task that goes on with it", () => {
  const links = linked((n) => orders[n]!.customer);
  expect(figures(links)).toEqual({ mails: CASES, right: CASES, reports: 0 });
  const ofMail = links.links.rows().find(({ user }) => user === "Ann")!;
  expect(ofMail.why).toMatch(/a colleague's instance \d+ is of this case: they share/);
  expect(ofMail.event).toBe("Enter order");
});

test("what is shared with a colleague's task of another day is no handover", () => {
  expect(figures(linked((n) => orders[(n + 31) % CASES]!.customer)).right).toBeLessThan(0.1 * CASES);
});

test("one person's tasks follow upon each other without being handed over", () => {
  expect(figures(linked((n) => orders[n]!.customer, "Ann")).reports).toBe(0);
});
