import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { filterCases } from "../../../src/log/events/filter/cases.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { funnel } from "../../../src/mining/paths/funnel.ts";
import { serviceLevel } from "../../../src/mining/service_levels/service_level.ts";
import { viewFunnel } from "../../../src/viz/paths/funnel.ts";
import { viewRework } from "../../../src/viz/paths/rework.ts";
import { viewServiceLevel } from "../../../src/viz/paths/service_level.ts";
import { tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";

const orders = () => tinyLog("30× a b c d", "8× a b b c d", "3× a c b c d", "2× a b x", "4× a b");
const MILESTONES = ["a", "b", "c", "d"];
const states = Uint8Array.from({ length: 47 }, (_, c) => c < 43 ? 0 : c < 45 ? 1 : 2);

/** Ten weeks of cases of two teams, of which one is slow from the sixth on. */
function timed() {
  const { next, below } = random(3);
  const rows = Array.from({ length: 300 }, (_, c) => {
    const begin = Date.UTC(2026, 0, 5) + Math.floor(c / 30) * 7 * 86_400_000 + below(5) * 86_400_000;
    const team = ["north", "south"][below(2)]!;
    const hours = next() < (team === "south" && c >= 150 ? 0.6 : 0.1) ? 70 : 20;
    return ["a", "b"].map((activity, k) => ({
      case: `${c}`,
      activity,
      time: new Date(begin + k * hours * 3600_000),
      team,
    }));
  }).flat();
  return logFromRows(rows.filter(({ case: id, activity }) => activity === "a" || Number(id) < 292), { name: "orders" });
}

const RULE = "from a to b within 2 days";
const level = () => serviceLevel(timed(), RULE, { by: "team", every: "week" });

gallery("funnel: reached, running and lost", () => viewFunnel(orders(), MILESTONES, { states }));
gallery("funnel: one milestone that nobody reaches", () => viewFunnel(tinyLog("3× a b"), ["b → a"]));
gallery("rework: repeats, ways back and steps left out", () => viewRework(orders(), { states }));
gallery("rework: nothing is repeated", () => viewRework(tinyLog("3× a b"), { states: new Uint8Array(3) }));
gallery("service level: a team gets slow", () => viewServiceLevel(level()));
gallery("service level: one day, one group", () => viewServiceLevel(tinyLog("3× a b"), "case within 1 hour"));

test("a funnel's picture and table tell what the funnel counted", () => {
  const { parts } = viewFunnel(orders(), MILESTONES, { states });
  const found = funnel(orders(), MILESTONES, { states });
  expect(parts.table.rows.map((row) => row.slice(0, 2))).toEqual(
    found.steps.rows().map(({ milestone, cases }) => [milestone, cases]),
  );
  expect(parts.svg).toContain("2 ended without it");
  expect(viewFunnel(found).parts.svg).toBe(parts.svg);
  expect(viewFunnel(filterCases(orders(), () => false), ["a"]).parts.caption).toContain("The log has no cases");
});

test("a service level's picture tells kept, broken and open of each period and group", () => {
  const { parts } = viewServiceLevel(level());
  const rows = parts.table.rows;
  const ofTeam = rows.filter(([kind]) => kind === "team"), ofWeek = rows.filter(([kind]) => kind === "week");
  for (const column of [2, 3, 4]) {
    const sum = (some: typeof rows) => some.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum(ofTeam)).toBe(sum(ofWeek));
  }
  expect(parts.caption).toContain("Lowest in team south");
  expect(parts.svg).toMatch(/95 % interval\t\d+ % to \d+ %/);
});

test("what is left out of a picture is said, and stands in the table", () => {
  const many = tinyLog("a a b b c c", "a a b b", "a a");
  const { parts } = viewRework(many, { top: 1 });
  expect(parts.svg).toContain("… and 2 more in the table");
  expect(parts.table.rows.filter(([kind]) => kind === "done again").length).toBe(3);
  expect(() => viewRework(many, { top: 0 })).toThrow(InputError);
});
