// @slow: runs many commands
import { expect, test } from "vitest";
import { routinesCommand } from "../../src/cli/commands/recordings/routines.ts";
import { transfersCommand } from "../../src/cli/commands/recordings/transfers.ts";
import { InputError } from "../../src/base/errors.ts";
import { tbDone } from "../support/tb_here.ts";

test("routines as JSON: the fields of the contract, automation left open", async () => {
  const { json } = await tbDone(
    "routines",
    "data/order-desk.csv",
    "--instance",
    "segment",
    "--task",
    "task",
    "--json",
  );
  const found = json() as { routines: Record<string, unknown>[]; coverage: number; instances: number };
  expect(found.instances).toBe(896); // the rows of order-desk-truth.csv
  expect(found.coverage).toBeGreaterThan(0.9);
  for (const routine of found.routines) {
    expect(Object.keys(routine)).toEqual(expect.arrayContaining(["actions", "support", "coverage", "cohesion"]));
    expect(routine).toMatchObject({ automatable: null, score: null, hoursPerYear: null });
    expect(routine.support).toBeGreaterThanOrEqual(0.02);
    expect(routine.support).toBeLessThanOrEqual(1);
  }
  const sum = found.routines.reduce((total, { coverage }) => total + Number(coverage), 0);
  expect(sum).toBeCloseTo(found.coverage, 9);
});

test("copies that nobody pasted are left out, unless all is asked for", async () => {
  const actions = async (...more: string[]) => {
    const args = ["data/order-desk.csv", "--instance", "segment", "--task", "task", "--json", ...more];
    const { routines } = (await tbDone("routines", ...args)).json() as { routines: { actions: string[] }[] };
    return routines.flatMap((routine) => routine.actions);
  };
  const unused = "copy Order @ Spreadsheet / holds.xlsx";
  expect(await actions()).not.toContain(unused);
  expect(await actions("--raw")).toContain(unused);
});

test("routines to read: as many as asked for", async () => {
  const { out: text } = await tbDone(
    "routines",
    "data/order-desk.csv",
    "--instance",
    "segment",
    "--task",
    "task",
    "--top",
    "2",
  );
  expect(text).toContain("cohesion");
  expect(text).toMatch(/^1\. Click Order/m);
  expect(text).not.toMatch(/^3\. /m);
});

test("transfers as JSON are one list of edges", async () => {
  const rows = (await tbDone("transfers", "data/order-desk.csv", "--json")).json() as Record<string, unknown>[];
  expect(rows[0]).toEqual({
    fromApp: "Mail",
    fromElement: "Body",
    toApp: "Spreadsheet",
    toElement: "Article",
    count: expect.any(Number),
    people: 9,
    kind: "copy-paste",
    medianSeconds: expect.any(Number),
  });
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["copy-paste", "re-typing"]));
  expect((await tbDone("transfers", "data/order-desk.csv")).out).toContain("Body in Mail");
});

test("options out of range are refused", async () => {
  await expect(routinesCommand.main(["data/order-desk.csv", "--support", "3"])).rejects.toThrow(InputError);
  await expect(routinesCommand.main(["data/order-desk.csv", "--rank", "beauty"])).rejects.toThrow(InputError);
  await expect(transfersCommand.main(["data/order-desk.csv", "--within", "0"])).rejects.toThrow(InputError);
});
