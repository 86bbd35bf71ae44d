import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { movesOf } from "../../../src/mining/alignments/alignment.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { countDeviations } from "../../../src/viz/models/deviation_counts.ts";
import { viewDeviations } from "../../../src/viz/models/deviations.ts";
import { tinyLog } from "../../support/logs.ts";
import { expectWellFormed, gallery } from "../golden.ts";
import { handAlignments, tracesOf } from "./alignments_support.ts";
import { orderNet } from "./nets.ts";

const net = new PetriNet({
  ...orderNet(),
  transitions: orderNet().transitions.map((t) => t.id === "bill" ? { ...t, label: "bill" } : t),
});
const aligned = handAlignments(net, [
  { cases: 60, moves: "order pack bill ~join ship" },
  { cases: 20, moves: "order pack ~skip ~join -ship" },
  { cases: 9, moves: "order pack ~again pack ~again pack bill +phone +phone ~join ship" },
  { cases: 4, moves: "order -pack bill +audit ~join ship" },
  { cases: 1, moves: "+audit order pack ~skip ~join ship +phone +audit" },
]);

gallery("deviations: skipped, inserted, waits", () => viewDeviations(aligned, { log: tinyLog(...tracesOf(aligned)) }));
gallery(
  "deviations: few callouts, from top to bottom",
  () => viewDeviations(aligned, { callouts: 1, direction: "down" }),
);

test("every move is counted once, with the cases that make it", () => {
  const { transitions, inserted, insertedNowhere, cases } = countDeviations(aligned);
  expect(cases).toBe(94);
  const sum = (kind: string) =>
    aligned.variants.reduce(
      (all, _, v) => all + aligned.traces.counts[v]! * movesOf(aligned, v).filter((move) => move.kind === kind).length,
      0,
    );
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  expect(total(transitions.map(({ skipped }) => skipped.events))).toBe(sum("model"));
  expect(total(transitions.map(({ done }) => done.events))).toBe(sum("sync") + sum("silent"));
  expect(total(inserted.flatMap((found) => [...found.values()].map(({ events }) => events)))).toBe(sum("log"));
  expect(insertedNowhere.size).toBe(0);
  const of = (id: string) => transitions[net.transitions.findIndex((t) => t.id === id)]!;
  expect(of("pack")).toMatchObject({ done: { events: 60 + 20 + 27 + 1, cases: 90 }, skipped: { events: 4, cases: 4 } });
  expect(of("ship").skipped).toEqual({ events: 20, cases: 20 });
  expect(of("cancel").done.events).toBe(0);
});

test("inserted events stand at the place that got its token last", () => {
  const { inserted } = countDeviations(aligned);
  const at = (place: string) => Object.fromEntries(inserted[net.places.findIndex(({ id }) => id === place)]!);
  expect(at("start")).toEqual({ audit: { events: 1, cases: 1 } });
  expect(at("p4")).toEqual({ phone: { events: 18, cases: 9 }, audit: { events: 4, cases: 4 } });
  expect(at("end")).toEqual({ phone: { events: 1, cases: 1 }, audit: { events: 1, cases: 1 } });
  expect(at("p3")).toEqual({});
});

test("waits run from what a step had to wait for, not from what happened beside it", () => {
  const one = handAlignments(net, [{ cases: 2, moves: "order pack bill ~join ship" }]);
  const minutes = [[0, 10, 60, 100], [0, 20, 40, 110]];
  const log = logFromRows(minutes.flatMap((times, c) =>
    ["order", "pack", "bill", "ship"].map((activity, i) => ({
      case: `c${c}`,
      activity,
      time: new Date(Date.UTC(2026, 0, 5, 0, times[i])),
    }))
  ));
  const { transitions } = countDeviations(one, log);
  const wait = (id: string) => transitions[net.transitions.findIndex((t) => t.id === id)]!.medianWaitSeconds / 60;
  expect(wait("order")).toBeNaN();
  expect(wait("pack")).toBe(15);
  // Billing waits for the order, not for packing.
  expect(wait("bill")).toBe(50);
  // Shipping waits for both.
  expect(wait("ship")).toBe((40 + 70) / 2);
});

test("words and table say where it deviates, most cases first", () => {
  const { table, alt, text, caption } = viewDeviations(aligned).parts;
  expect(table.rows[0]).toEqual(["ship", "skipped", "ship", 20, 20, 20 / 94, null]);
  expect(table.rows[1]).toEqual(["phone", "inserted", "place p4", 18, 9, 9 / 94, null]);
  expect(alt).toContain("ship skipped in 21 % of the cases");
  expect(text).toMatch(/phone\s+inserted\s+place p4\s+18\s+9/);
  expect(caption).toContain("94 cases. Log fitness");
  expect(viewDeviations(aligned, { callouts: 1 }).parts.caption).toContain("2 such places name no activities");
});

test("a log that was not aligned is refused", () => {
  expect(() => viewDeviations(aligned, { log: tinyLog("3× order pack") })).toThrow(InputError);
  expect(() => viewDeviations(aligned, { log: tinyLog("3× order pack") })).toThrow(/Expected the log that was aligned/);
});

test("a model that fits says so; names stay text", () => {
  const fits = handAlignments(net, [{ cases: 3, moves: "order pack bill ~join ship" }]);
  expect(viewDeviations(fits).parts.text).toBe("No deviations.");
  expect(viewDeviations(fits).parts.alt).toContain("no deviations");
  const evil = viewDeviations(
    handAlignments(net, [{ cases: 1, moves: "order +</script><img/src=x> -pack bill ~join ship" }]),
  );
  expectWellFormed(evil.toSVG());
  expect(evil.toHTML().match(/<\/script/g)!.length).toBe(1);
});
