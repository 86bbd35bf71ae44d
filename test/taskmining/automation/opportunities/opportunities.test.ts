// @slow: programs of a whole desk
import { describe, expect, test } from "vitest";
import { randomStream } from "../../../../src/base/random.ts";
import { OptionError } from "../../../../src/base/errors.ts";
import { readInteractions } from "../../../../src/log/interactions/read_interactions.ts";
import {
  type AutomationOpportunities,
  automationOpportunities,
  type OpportunityOptions,
} from "../../../../src/taskmining/automation/opportunities/opportunities.ts";
import { segmentTasks } from "../../../../src/taskmining/segmentation/segment_tasks.ts";
import { taskInstances } from "../../../../src/taskmining/instances/task_instances.ts";
import { filterPeriod } from "../../../../src/log/interactions/filter/period.ts";
import { interactionsFromTable } from "../../../../src/log/interactions/read_interactions.ts";
import { interactionsOf, tableOf } from "../../../support/interactions.ts";
import { OFFICE, officeRows, officeWork } from "../../../support/planted_opportunities.ts";

const rankOf = ({ opportunities }: AutomationOpportunities, task: string) =>
  opportunities.find((one) => one.task === task && one.routine === null)!.rank;

describe("a planted office", () => {
  const found = automationOpportunities(officeWork());

  test("the best candidate is first, in nearly all draws; what nobody can decide for people is not among the first", () => {
    expect(found.opportunities[0]).toMatchObject({ task: "Post invoice", routine: null, rank: 1 });
    expect(found.opportunities[0]!.holdsRank).toBeGreaterThan(0.95);
    // It comes twice as often, and takes longer.
    expect(rankOf(found, "Answer complaint")).toBeGreaterThan(3);
    expect(found.opportunities.find(({ task }) => task === "Answer complaint")!.firstThree).toBeLessThan(0.05);
  });

  test("factors are those that were planted", () => {
    const [best] = found.opportunities;
    expect(best!.instancesPerYear.base).toBe(30 * 250);
    expect(best!.activeSeconds.low).toBeLessThan(150);
    expect(best!.activeSeconds.high).toBeGreaterThan(150);
    expect(best!.automatableShare.base).toBeGreaterThan(0.97);
    expect(best).toMatchObject({ adherence: { base: 1 }, exceptionShare: { base: 0 } });
    // By hand: 7,500 × 150 s.
    expect(best!.hoursPerYear.low).toBeLessThan(312.5);
    expect(best!.hoursPerYear.high).toBeGreaterThan(312.5);
    const complaint = found.opportunities.find(({ task }) => task === "Answer complaint")!;
    // What a machine does of it takes less time than asking a person in between.
    expect(complaint.automatableShare.base).toBe(0);
    expect(complaint.evidence.asks).toBe(1);
    const unasked = automationOpportunities(officeWork(), { handoverSeconds: 0, draws: 1 }).opportunities
      .find(({ task }) => task === "Answer complaint")!;
    expect(unasked.automatableShare.base).toBeCloseTo(24 / 240, 2);
    expect(complaint.steps.map(({ verdict }) => verdict)).toEqual(["fixed", "decision", "decision", "fixed"]);
  });

  test("the ranking is the same for other draws of the office", () => {
    for (const seed of [2, 3]) {
      const again = automationOpportunities(officeWork({ seed }), { draws: 1 });
      expect(again.opportunities[0]!.task).toBe("Post invoice");
      expect(rankOf(again, "Answer complaint")).toBeGreaterThan(3);
    }
  });

  test("the sentence names the best, its hours, payback and how sure the rank is", () => {
    expect(found.sentence).toMatch(
      /^“Post invoice” is worth most: .* \d+ h \(\d+ to \d+ h\) a year .* pays back in \d months?; it is first in .* draws/,
    );
  });
});

/** Recomputes every derived figure of each row from the row alone. */
function recomputed(found: AutomationOpportunities) {
  const { costs } = found, rows = found.table.rows();
  rows.forEach((row) => {
    const factors = [
      [row.instancesPerYear!, row.instancesPerYearLow!, row.instancesPerYearHigh!],
      [row.activeSeconds! / 3600, row.activeSecondsLow! / 3600, row.activeSecondsHigh! / 3600],
      [row.automatableShare!, row.automatableShareLow!, row.automatableShareHigh!],
      [row.adherence!, row.adherenceLow!, row.adherenceHigh!],
      [1 - row.exceptionShare!, 1 - row.exceptionShareHigh!, 1 - row.exceptionShareLow!],
    ] as const;
    const hours = factors.reduce((all, [base]) => all * base, 1);
    const far = (end: 1 | 2) => Math.sqrt(factors.reduce((sum, one) => sum + Math.log(one[end] / one[0]) ** 2, 0));
    expect(row.hoursPerYear).toBeCloseTo(hours, 8);
    // Where a factor is 0, the high end has that factor's high end.
    const withHighs = factors.reduce((all, [base, , high]) => all * (base === 0 ? high : base), 1);
    expect(row.hoursPerYearLow).toBeCloseTo(hours === 0 ? 0 : hours / Math.exp(far(1)), 8);
    expect(row.hoursPerYearHigh).toBeCloseTo(hours === 0 ? withHighs : hours * Math.exp(far(2)), 8);
    expect(row.savingsPerYear).toBeCloseTo(hours * costs.hourlyRate - costs.runCostPerYear, 6);
    expect(row.buildCost).toBeCloseTo(row.effortDays * costs.dayRate + costs.buildCost, 8);
    expect(row.value).toBeCloseTo(row.savingsPerYear! * costs.years - row.buildCost, 6);
    const months = 12 * row.buildCost / row.savingsPerYear!;
    if (row.savingsPerYear! > 0) expect(row.paybackMonths).toBeCloseTo(months, 8);
    else expect(row.paybackMonths).toBeNull();
  });
  const byValue = rows.toSorted((a, b) => b.value! - a.value!);
  expect(rows.map(({ rank }) => rank)).toEqual(byValue.map(({ rank }) => rank));
  for (const one of found.opportunities) {
    const total = one.steps.reduce((sum, { seconds }) => sum + seconds, one.otherSeconds);
    expect(total).toBeCloseTo(one.activeSeconds.base, 8);
    const machine = one.steps.reduce((sum, { seconds, right }) => sum + seconds * right.base, one.otherMachineSeconds);
    const asked = one.weighedBy === "seconds" ? one.evidence.asks * found.handoverSeconds : 0;
    expect(one.automatableShare.base).toBeCloseTo(Math.max(0, machine - asked) / total, 8);
    const { instances, following, excepted, days } = one.evidence;
    expect(one.instancesPerYear.base).toBeCloseTo(instances / days * found.workingDaysPerYear, 8);
    expect(one.adherence.base).toBe(following / instances);
    expect(one.exceptionShare.base).toBe(excepted / following);
    const { steps, applications, decisions, exceptions } = one.effort;
    expect(one.effortDays).toBeCloseTo(3 + steps / 4 + 2 * applications + decisions + exceptions / 2, 8);
  }
}

describe("the order desk, by its true instances", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const work = taskInstances(log, { instance: "segment", task: "task" });
  const found = automationOpportunities(work, { hourlyRate: 45, dayRate: 700, buildCost: 1000, runCostPerYear: 800 });

  test("every figure can be recomputed from the tables beside it", () => {
    recomputed(found);
    recomputed(automationOpportunities(officeWork(), { draws: 1 }));
  });

  test("counts and ways are those of the truth", () => {
    const rows = found.table.rows().filter(({ routine }) => routine === null);
    const instances = new Map(rows.map((row) => [row.task, row.instances]));
    expect(Object.fromEntries(instances)).toEqual(
      {
        "Enter order": 416,
        "Confirm order": 314,
        "Resolve credit hold": 87,
        "Correct address": 42,
        "Chase delivery date": 37,
      },
    );
    const order = rows.find(({ task }) => task === "Enter order")!;
    // 255 of 416 orders go by the spreadsheet, which is the main way; one with a single article lacks many of its steps.
    expect(order.adherence).toBeLessThanOrEqual(255 / 416);
    expect(order.adherence).toBeGreaterThan(0.5);
    // Nothing is decided in confirming an order, and each is confirmed alike.
    const confirm = rows.find(({ task }) => task === "Confirm order")!;
    expect(confirm).toMatchObject({ automatableShare: 1, adherence: 1, exceptionShare: 0 });
    expect(rows.map(({ rank }) => rank)).toEqual([...rows.keys()].map((i) => i + 1));
  });

  test("the same work gives the same figures, also where its programs are given", () => {
    const again = automationOpportunities(work, { hourlyRate: 45, dayRate: 700, buildCost: 1000, runCostPerYear: 800 });
    expect(again.table.rows()).toEqual(found.table.rows());
  });
});

describe("odd work", () => {
  const of = (rows: ReturnType<typeof officeRows>, options: OpportunityOptions = {}, untimed = false) => {
    const table = tableOf(rows);
    const columns = table.columns.filter(({ name }) => !untimed || name !== "timestamp");
    const log = interactionsFromTable({ ...table, columns }, { name: "office" });
    return automationOpportunities(taskInstances(log, { instance: "segment", task: "task" }), {
      draws: 10,
      ...options,
    });
  };

  test("one instance: nothing is claimed", () => {
    const one = of(officeRows({ days: 1 }).filter(({ segment }) => segment === "1"));
    expect(one.opportunities).toHaveLength(1);
    expect(one.sentence).toMatch(/one task instance .* no opportunity is claimed/);
    expect(one.table.rows()[0]).toMatchObject({
      activeSecondsLow: null,
      hoursPerYearLow: null,
      hoursPerYearHigh: null,
    });
  });

  test("no instance", () => {
    const none = automationOpportunities(
      segmentTasks(filterPeriod(interactionsOf(officeRows({ days: 1 })), { from: "2030-01-01" })),
    );
    expect(none.opportunities).toEqual([]);
    expect(none.sentence).toContain("nothing to automate");
  });

  test("no times: no hours, and the share of steps", () => {
    const untimed = of(officeRows({ days: 3 }), {}, true);
    expect(untimed.sentence).toMatch(/^Hours are not known, because the log has no times\./);
    const complaint = untimed.opportunities.find(({ task }) => task === "Answer complaint")!;
    expect(complaint.automatableShare.base).toBe(2 / 4);
    expect(complaint.hoursPerYear.base).toBeNaN();
    expect(untimed.table.rows().map(({ hoursPerYear }) => hoursPerYear)).not.toContain(0);
  });

  test("equal times throughout: no hours are saved", () => {
    const still = of(officeRows({ days: 3 }).map((row) => ({ ...row, at: 5 })));
    expect(still.opportunities.every(({ hoursPerYear }) => hoursPerYear.base === 0)).toBe(true);
    expect(still.sentence).toMatch(/^Nothing stands out/);
  });

  test("no values: what is typed is unknown, 0 at least and 1 at most", () => {
    const blind = of(officeRows({ days: 3 }).map(({ value: _, ...row }) => row));
    const complaint = blind.opportunities.find(({ task, routine }) => task === "Answer complaint" && !routine)!;
    expect(complaint.steps.map(({ verdict }) => verdict)).toEqual(["fixed", "unknown", "unknown", "fixed"]);
    expect(blind.notes.join(" ")).toMatch(/Of \d+ steps too few values are known/);
    expect(complaint.automatableShare.low).toBeLessThan(0.15);
    expect(complaint.automatableShare.high).toBeGreaterThan(0.95);
  });

  test("what few people do is left out, and told", () => {
    // One task is done by one person alone; the next smallest goes with it, for the difference would tell.
    const rows = officeRows({ days: 3 }).map((row) => row.task === "Book room" ? { ...row, user: "user 0" } : row);
    const found = of(rows);
    const tasks = found.opportunities.map(({ task }) => task);
    expect(tasks).not.toContain("Book room");
    expect(new Set(tasks).size).toBe(OFFICE.length - 2);
    expect(found.notes.join(" ")).toMatch(/2 kinds of task are left out: fewer than 5 people/);
    expect(of(rows, { individuals: true }).opportunities.map(({ task }) => task)).toContain("Book room");
    expect(of(rows, { k: 7 }).opportunities).not.toEqual([]);
  });

  test("options out of range are refused", () => {
    const rows = officeRows({ days: 1 });
    for (
      const options of [
        { draws: 0 },
        { leastFollowed: 0 },
        { workingDaysPerYear: 400 },
        { hourlyRate: -1 },
        { runCostPerYear: 5 },
        { years: 0 },
        { effort: { setup: -1 } },
        { effort: { setups: 1 } as never },
        { effort: () => NaN },
        { idleSeconds: 0 },
        { handoverSeconds: -1 },
      ] satisfies OpportunityOptions[]
    ) expect(() => of(rows, options), JSON.stringify(options)).toThrow(OptionError);
  });

  test("a formula and rates of the user set the effort", () => {
    const rows = officeRows({ days: 2 });
    expect(of(rows, { effort: ({ steps }) => steps }).opportunities[0]).toMatchObject({ effortDays: 5 });
    expect(of(rows, { effort: { setup: 0, perStep: 1, perApplication: 0 } }).opportunities[0]!.effortDays).toBe(5);
  });
});

test("time of looking right before a decision is the decision's; before a rule it is not", () => {
  const random = randomStream(2, "looking");
  const rows = Array.from({ length: 60 }, (_, k) => {
    const id = `${1000 + Math.floor(random() * 9000)}`;
    return [["click", "Next", ""], ["copy", "Number", id], ["scroll", "Page", ""], ["type", "Reference", id], [
      "scroll",
      "Letter",
      "",
    ], ["type", "Answer", `${random()}`]]
      .map(([action, element, value], i) => ({
        ...{ at: k * 3000 + 50 * i, user: `u${k % 6}`, app: "ERP", action: action!, element: element!, value: value! },
        ...{ segment: `${k}`, task: "Letters" },
      }));
  }).flat();
  const { opportunities } = automationOpportunities(
    taskInstances(interactionsOf(rows), { instance: "segment", task: "task" }),
    { draws: 1 },
  );
  const one = opportunities.find(({ routine }) => routine === null);
  const seconds = Object.fromEntries(one!.steps.map((step) => [step.target, step.seconds]));
  expect(seconds).toMatchObject({ "Scroll Page in ERP": 50, "Scroll Letter in ERP": 0, "Edit Answer in ERP": 100 });
  // 150 of 250 s, less one question of 30 s.
  expect(one!.automatableShare.base).toBeCloseTo(120 / 250, 9);
});

test("times of a step that one person does are not told, nor does the rest of the total tell them", () => {
  // Only the first person checks; nobody else does.
  const rows = officeRows({ days: 6, tasks: OFFICE.slice(0, 1) }).flatMap((row) => {
    const check = { ...row, at: Number(row.at) + 0.5, element: "Check", action: "click", value: "" };
    return row.user === "user 0" && row.element === "Number" ? [row, check] : [row];
  });
  const work = taskInstances(interactionsOf(rows), { instance: "segment", task: "task" });
  const [one] = automationOpportunities(work, { draws: 1 }).opportunities;
  expect(one!.steps.map(({ target }) => target).join()).not.toContain("Check");
  expect(one!.steps).toHaveLength(4);
  const [all] = automationOpportunities(work, { draws: 1, individuals: true }).opportunities;
  expect(all!.steps).toHaveLength(6);
  expect(all!.hoursPerYear).toEqual(one!.hoursPerYear);
});

test("a part stands out where the rest of the task is decisions, in any order", () => {
  const random = randomStream(1, "parts");
  const rows = Array.from({ length: 120 }, (_, k) => {
    const notes = ["e", "f", "g", "h", "i", "j"], turned = [...notes.slice(k % 6), ...notes.slice(0, k % 6)].reverse();
    return ["a", "b", "c", "d", ...turned].map((element, i) => ({
      at: k * 3000 + 60 * i,
      user: `u${k % 6}`,
      app: "ERP",
      action: i < 4 ? "click" : "type",
      element,
      value: i < 4 ? "" : `${random()}`,
      segment: `${k}`,
      task: "Mixed",
    }));
  }).flat();
  const { opportunities } = automationOpportunities(
    taskInstances(interactionsOf(rows), { instance: "segment", task: "task" }),
    { draws: 10, leastFollowed: 1 },
  );
  const [part, whole] = opportunities;
  expect(part!.steps.map(({ target }) => target)).toEqual(["a", "b", "c", "d"].map((name) => `Click ${name} in ERP`));
  expect(part).toMatchObject({ task: "Mixed", routine: "Click a in ERP → … → Click d in ERP", adherence: { base: 1 } });
  expect(part!.automatableShare.base).toBe(1);
  expect(whole).toMatchObject({ task: "Mixed", routine: null });
});
