// @slow: segments a whole log
import { expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { automateCommand } from "../../src/cli/commands/recordings/automate.ts";
import { tbDone } from "../support/tb_here.ts";

const TRUTH = ["data/order-desk.csv", "--instance", "segment", "--task", "task"];

test("opportunities as JSON: the fields of the contract, and figures that follow from each other", async () => {
  const { out } = await tbDone("automate", ...TRUTH, "--json");
  const { opportunities } = JSON.parse(out) as { opportunities: Record<string, number>[] };
  expect(Object.keys(opportunities[0]!).slice(0, 11)).toEqual([
    ...["task", "routine", "instancesPerYear", "activeSeconds", "automatableShare", "adherence", "exceptionShare"],
    ...["hoursPerYear", "effortDays", "paybackMonths", "rank"],
  ]);
  expect(opportunities.map(({ rank }) => rank)).toEqual(opportunities.map((_, i) => i + 1));
  for (const one of opportunities) {
    const { low, base, high } = one.hoursPerYear as unknown as Record<"low" | "base" | "high", number>;
    const product = one.instancesPerYear! * one.activeSeconds! / 3600 * one.automatableShare! * one.adherence! *
      (1 - one.exceptionShare!);
    expect(base).toBeCloseTo(product, 8);
    expect(low).toBeLessThanOrEqual(base);
    expect(high).toBeGreaterThanOrEqual(base);
    // Without a rate, an hour of development (eight a day) costs as much as one saved.
    if (one.paybackMonths !== null) expect(one.paybackMonths).toBeCloseTo(12 * 8 * one.effortDays! / base, 8);
  }
  // 416 orders entered on the ten working days of the recording.
  expect(opportunities.find((one) => String(one.task) === "Enter order")!.instancesPerYear).toBe(41.6 * 250);
});

test("the table has the sentence above, and money where rates are given", async () => {
  const { out } = await tbDone(
    "automate",
    "data/order-desk.csv",
    "--hourly-rate",
    "45",
    "--day-rate",
    "700",
    "--top",
    "2",
  );
  const lines = out.split("\n");
  expect(lines[0]).toMatch(/is worth most: .* pays back in \d+ months; it is first in .* draws/);
  expect(lines.filter((line) => /^ *\d /.test(line))).toHaveLength(2);
});

test("costs without a rate, a task without an instance: refused with what to give", async () => {
  await expect(automateCommand.main(["data/order-desk.csv", "--day-rate", "700"])).rejects.toThrow(/--hourly-rate/);
  await expect(automateCommand.main(["data/order-desk.csv", "--task", "task"])).rejects.toThrow(InputError);
});
