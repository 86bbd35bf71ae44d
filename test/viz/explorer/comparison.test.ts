import { expect, test } from "vitest";
import * as tracebook from "../../../src/mod.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { packLog } from "../../../src/log/packed/pack_log.ts";
import { unpackLog } from "../../../src/log/packed/unpack_log.ts";
import { cellOf } from "../../../src/mining/explore/selection_code.ts";
import { openSession } from "../../../src/viz/explorer/engine/session.ts";
import { hostileLog, randomSteps } from "../../support/random_steps.ts";

const questions = { attribute: null, cases: { search: "", sort: "log", descending: false, from: 0 } } as const;

function runCell(cell: string, log: EventLog): tracebook.LogComparison {
  const body = cell.replace(/^import (\{[^}]*\}) from "tracebook";/, "const $1 = tracebook;");
  return new Function("log", "tracebook", `${body}\nreturn comparison;`)(log, tracebook);
}

test("100 random pairs of selections: the page compares as the code that it gives does", () => {
  let compared = 0, rest = 0;
  for (let seed = 0; seed < 100; seed++) {
    const log = hostileLog(seed % 9, 40);
    const session = openSession(unpackLog(packLog(log).bytes));
    const pinned = randomSteps(log, seed).slice(0, 1);
    session.select(seed % 2 === 0 ? pinned : randomSteps(log, seed + 500).slice(0, 1), pinned);
    const answer = session.answer("comparison", questions)!;
    const cell = cellOf(session.answer("steps", questions).code);
    if (!answer.rows) {
      expect(Math.min(answer.casesA, answer.casesB)).toBe(0);
      expect(() => runCell(cell, log)).toThrow("Expected cases in both groups");
      continue;
    }
    compared++;
    if (answer.rest) {
      rest++;
      expect(answer.casesA + answer.casesB).toBe(log.cases);
    }
    const byCode = runCell(cell, log);
    for (const name of ["figures", "starts", "ends", "activities", "edges", "times"] as const) {
      expect(answer.rows[name], `${name}\n${cell}`).toEqual(byCode[name].objects());
    }
  }
  expect(compared).toBeGreaterThan(40);
  expect(rest).toBeGreaterThan(15);
});

test("without a pinned selection nothing is compared, and the map is that of the selection", () => {
  const log = hostileLog(3);
  const session = openSession(log);
  session.select([], null);
  expect(session.answer("comparison", questions)).toBeNull();
  expect(session.answer("map", questions)).toEqual(tracebook.directlyFollows(log));
});
