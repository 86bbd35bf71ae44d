import { expect, test } from "vitest";
import * as tracebook from "../../../src/mod.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { packLog } from "../../../src/log/packed/pack_log.ts";
import { unpackLog } from "../../../src/log/packed/unpack_log.ts";
import { applySelection } from "../../../src/mining/explore/apply_selection.ts";
import { cellOf, selectionCode } from "../../../src/mining/explore/selection_code.ts";
import { hostileLog, randomSteps } from "../../support/random_steps.ts";

/** Runs a cell as a notebook does, but for its import, which functions cannot have. */
function runCell(cell: string, log: EventLog): EventLog {
  const body = cell.replace(/^import (\{[^}]*\}) from "tracebook";/, "const $1 = tracebook;");
  return new Function("log", "tracebook", `${body}\nreturn selected;`)(log, tracebook);
}

function figuresOf(log: EventLog) {
  return {
    cases: log.caseIds,
    graph: tracebook.directlyFollows(log),
    variants: tracebook.variants(log).objects(),
    times: [...tracebook.caseDurations(log)],
  };
}

test("500 random chains: the page's engine on the packed log and the generated code on the log say the same", () => {
  const wrong: unknown[] = [];
  let kept = 0;
  for (let seed = 0; seed < 50; seed++) {
    const log = hostileLog(seed);
    const inPage = unpackLog(packLog(log).bytes);
    for (let chain = 0; chain < 10; chain++) {
      const steps = randomSteps(log, seed * 1000 + chain);
      const cell = cellOf(selectionCode(inPage, steps));
      const byCode = figuresOf(runCell(cell, log)), byPage = figuresOf(applySelection(inPage, steps));
      if (byCode.cases.length > 0) kept++;
      // NaN and -0 are told apart by no figure that a reader sees.
      if (JSON.stringify(byCode, floats) !== JSON.stringify(byPage, floats)) wrong.push({ seed, chain, cell });
    }
  }
  expect(wrong).toEqual([]);
  expect(kept).toBeGreaterThan(250);
});

function floats(_: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
}

test("the code says what the steps say, in a line each", () => {
  const log = hostileLog(1);
  const [a, b] = log.activities as [string, string];
  const code = cellOf(selectionCode(log, [
    { condition: { kind: "follows", from: a, to: b, directly: true }, turned: true },
    { condition: { kind: "starts", activities: [a] }, off: true },
    { condition: { kind: "throughput", minSeconds: 3600 } },
  ]));
  expect(code.split("\n")).toEqual([
    'import { filterDirectlyFollows, filterThroughput } from "tracebook";',
    "",
    "let selected = log;",
    `selected = filterDirectlyFollows(selected, [${JSON.stringify(a)}, ${JSON.stringify(b)}], { drop: true });`,
    "selected = filterThroughput(selected, { minSeconds: 3600 });",
  ]);
});
