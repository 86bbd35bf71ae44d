/** The code that a reader takes from a figure keeps the cases that the figure counts. */
import { expect, test } from "vitest";
import * as tracebook from "../../../src/mod.ts";
import { type EventLog, logFromRows, viewCases, viewProcessMap, viewVariants } from "../../../src/mod.ts";
import { filterCode, type Selectable } from "../../../src/viz/kit/filter_code.ts";
import type { MapModel } from "../../../src/viz/map/model.ts";
import { choiceOf } from "../../../src/viz/page/map_selection.ts";
import { rowChoice } from "../../../src/viz/page/row_selection.ts";
import { random } from "../../support/random.ts";

/** Runs the code as a cell does, where `log` is there: what it calls `selected`. */
function run(code: string, log: EventLog): EventLog {
  const [, names, rest] = /^import \{ ([\w, ]+) \} from "tracebook";\n([^]*)$/.exec(code)!;
  const known = names!.split(", ");
  const cell = new Function("log", ...known, `"use strict"; ${rest}\nreturn selected;`);
  return cell(log, ...known.map((name) => tracebook[name as "filterCases"]));
}

const hostile = [
  "</script><script>alert(1)</script>",
  '"; throw new Error("ran"); "',
  "`${process.exit(1)}`",
  "a\\",
  "line\nbreak\u2028and\u2029more",
  "\u202etfel ot thgir",
  "x".repeat(10_000),
  "→",
  "(start)",
];

function randomLog(seed: number, names: readonly string[]): EventLog {
  const { below, pick } = random(seed);
  return logFromRows(
    Array.from({ length: 40 }, (_, c) =>
      Array.from({ length: 1 + below(6) }, (_, i) => ({
        case: `case ${c}${c % 7 === 0 ? '"\n' : ""}`,
        activity: pick(names),
        time: new Date(1.6e12 + c * 1e7 + i * 1000),
      }))).flat(),
  );
}

const logs = () => [randomLog(1, ["a", "b", "c"]), randomLog(2, hostile)];

test("activities and arrows of the map", () => {
  for (const log of logs()) {
    const model = viewProcessMap(log, { activities: 1, paths: 1 }).parts.data as MapModel;
    const wrong: string[] = [];
    for (const [kind, all] of [["n", model.nodes], ["e", model.edges]] as const) {
      all.forEach(({ cases }, i) => {
        const choice = choiceOf(model, `${kind}${i}`);
        if (!choice || run(filterCode(choice.selected), log).cases !== cases) wrong.push(`${kind}${i}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(choiceOf(model, `n${model.nodes.length}`)).toBeUndefined();
  }
});

test("rows of the numbers: paths, variants, cases", () => {
  for (const log of logs()) {
    for (const figure of [viewProcessMap(log), viewVariants(log), viewCases(log)]) {
      const { columns, rows, rowsAre } = figure.parts.table;
      // A name that means the start in the table cannot be told from it.
      if (rowsAre === undefined) {
        expect(log.activities).toContain("(start)");
        continue;
      }
      const at = columns.indexOf("cases");
      const wrong = rows.filter((row) => {
        const choice = rowChoice(rowsAre, row, columns);
        return !choice || run(filterCode(choice.selected), log).cases !== (at < 0 ? 1 : row[at]);
      });
      expect(wrong).toEqual([]);
    }
  }
});

test("variants by their activities and by their rank are the same cases", () => {
  for (const log of logs()) {
    tracebook.variants(log).rows().slice(0, 10).forEach(({ activities, cases }, i) => {
      const byName = run(filterCode({ kind: "variant", activities }), log);
      expect(byName.cases).toBe(cases);
      expect(run(filterCode({ kind: "rank", rank: i + 1 }), log).caseIds).toEqual(byName.caseIds);
    });
  }
});

test("code is ASCII on two lines but for letters, whatever names hold", () => {
  const kinds = (name: string): Selectable[] => [
    { kind: "activity", activity: name },
    { kind: "start", activity: name },
    { kind: "end", activity: name },
    { kind: "path", from: name, to: name },
    { kind: "variant", activities: [name] },
    { kind: "case", id: name },
  ];
  for (const name of hostile) {
    for (const selected of kinds(name)) {
      const code = filterCode(selected);
      expect(code.split("\n").length).toBe(2);
      // deno-lint-ignore no-control-regex
      expect(code).not.toMatch(/[\u0000-\u0009\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    }
  }
});
