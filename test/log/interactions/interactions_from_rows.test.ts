import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { interactionsFromRows } from "../../../src/log/from_rows.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute));

test("rows become interactions: roles by their names, order by user and time, what is missing unknown", () => {
  const log = interactionsFromRows([
    { time: at(2), user: "Bo", application: "Mail", action: "click", element: "Send", amount: 4.5 },
    { time: at(1), user: "Ada", application: "ERP", action: "edit", element: "Name", amount: null, urgent: true },
    { time: at(0), user: "Ada", application: undefined, action: "click", element: "Open" },
  ], { name: "mine" });
  expect([log.name, log.interactions, log.users, log.apps]).toEqual(["mine", 3, ["Ada", "Bo"], ["ERP", "Mail"]]);
  expect([...log.time]).toEqual([at(0), at(1), at(2)].map(Number));
  expect(log.actions).toEqual(["click Open", "click Send @ Mail", "edit Name @ ERP"]);
  expect(log.attribute("amount")).toMatchObject({ kind: "number", values: Float64Array.of(NaN, NaN, 4.5) });
  expect(log.attribute("urgent")!.kind).toBe("boolean");
});

test("times as text and as numbers, and intervals", () => {
  const text = interactionsFromRows([{ when: "2026-01-05T09:00:00+01:00", app: "Mail" }], {
    mapping: { timestamp: "when" },
  });
  expect(text.time[0]).toBe(Date.UTC(2026, 0, 5, 8));
  const epoch = interactionsFromRows([{ time: Date.UTC(2026, 0, 5, 8), end: Date.UTC(2026, 0, 5, 9), app: "Mail" }]);
  expect([epoch.time[0], epoch.end![0]]).toEqual([Date.UTC(2026, 0, 5, 8), Date.UTC(2026, 0, 5, 9)]);
});

test("no rows are a log without interactions; rows that cannot be read are refused", () => {
  expect(interactionsFromRows([]).interactions).toBe(0);
  expect(() => interactionsFromRows([{ user: "Ada" }])).toThrow(/what was done/);
  expect(() => interactionsFromRows([{ time: at(0) }])).toThrow(/what was done/);
  expect(() => interactionsFromRows([{ time: at(0), app: "Mail" }, { time: 5, app: "Mail" }])).toThrow(InputError);
  expect(() => interactionsFromRows([{ time: at(0), app: "Mail" }], { mapping: { user: "who" } })).toThrow(/"who"/);
});
