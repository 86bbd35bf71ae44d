import { expect, test } from "vitest";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { asText } from "../../../src/base/text_codes.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const ADA = (at: number, more: Partial<InteractionRow> = {}): InteractionRow => ({
  at,
  user: "ada",
  app: "ERP",
  action: "click",
  element: "Save",
  ...more,
});
const BO = (at: number, more: Partial<InteractionRow> = {}): InteractionRow => ({ ...ADA(at, more), user: "bo" });
const NOBODY = (at: number, more: Partial<InteractionRow> = {}): InteractionRow => ({
  ...ADA(at, more),
  user: undefined,
});

/** Users in the order of the rows given. */
function users(log: InteractionLog): (string | undefined)[] {
  const of: (string | undefined)[] = [];
  log.rows.forEach((row, i) => of[row] = log.users[log.user[i]!]);
  return of;
}

test("a row without a user belongs to the only one who was active", () => {
  const rows = [ADA(0), ADA(60), NOBODY(90), ADA(120), BO(7200), NOBODY(7260)];
  const log = interactionsOf(rows);
  expect(users(log)).toEqual(["ada", "ada", "ada", "ada", "bo", "bo"]);
  expect(log.source.findings.map(({ rule, count }) => [rule, count])).toEqual([["user inferred", 2]]);
  expect(log.source.findings[0]!.example).toMatch(/row 3 has no user, filled in: it belongs to "ada"/);
});

test("at a time at which nobody was active it belongs to nobody, and the report says so", () => {
  const log = interactionsOf([ADA(0), BO(0), NOBODY(50_000)]);
  expect(users(log)).toEqual(["ada", "bo", undefined]);
  expect(log.source.findings.map(({ rule, count }) => [rule, count])).toEqual([["no user", 1]]);
});

test("what was copied belongs to who pastes it, although another is nearer", () => {
  const rows = [
    ADA(0, { app: "Excel", action: "select" }),
    BO(9, { app: "Excel", action: "select" }),
    NOBODY(10, { app: "OS-Clipboard", action: "copy", element: "", value: "A-471" }),
    BO(11, { app: "Web", action: "click" }),
    ADA(20, { app: "Web", action: "paste", value: "A-471" }),
  ];
  expect(users(interactionsOf(rows))[2]).toBe("ada");
});

test("hosts tell users apart", () => {
  const rows = [
    ADA(0, { host: "pc1" } as Partial<InteractionRow>),
    BO(1, { host: "pc2" } as Partial<InteractionRow>),
    NOBODY(2, { host: "pc1" } as Partial<InteractionRow>),
    BO(3, { host: "pc2" } as Partial<InteractionRow>),
  ];
  const csv = `time,user,host,app,action\n` +
    rows.map(({ at, user, app, action, ...row }) =>
      `2026-01-05 08:00:0${at},${user ?? ""},${(row as { host: string }).host},${app},${action}`
    ).join("\n");
  return readInteractions(new TextEncoder().encode(csv)).then((log) => expect(users(log)[2]).toBe("ada"));
});

test("where the file holds one user after the other, the rows beside it tell", () => {
  const own = (row: (at: number) => InteractionRow) => Array.from({ length: 20 }, (_, i) => row(i * 10));
  const rows = [...own(ADA), NOBODY(201), ...own(BO).map((row) => ({ ...row, at: row.at + 3 })), BO(202)];
  rows.splice(10, 0, NOBODY(95));
  expect(users(interactionsOf(rows))[10]).toBe("ada");
});

test.skipIf(lacksSharedLogs)("two people at work at once: nineteen of twenty blanked rows are given back", async () => {
  for (const [name, column] of [["support-desk.csv", "user"], ["accountant.csv", "User"]] as const) {
    const [head, ...lines] = (await Deno.readTextFile(sharedLog(`interaction/${name}`))).trimEnd().split("\n");
    const at = head!.split(",").indexOf(column);
    const { next } = random(11);
    const given: (string | undefined)[] = [];
    const blanked = lines.map((line, row) => {
      const cells = line.split(",");
      if (next() >= 0.1) return line;
      given[row] = cells[at];
      return cells.with(at, "").join(",");
    });
    const log = await readInteractions(new TextEncoder().encode([head, ...blanked].join("\n")), { privacy: false });
    const user = asText(log.attribute("user")!);
    let right = 0, all = 0;
    log.rows.forEach((row, i) => {
      if (given[row] === undefined) return;
      all++;
      if (textAt(user, i) === given[row]) right++;
    });
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThan(0.95);
    expect(log.source.findings.find(({ rule }) => rule === "user inferred")!.count).toBe(all);
  }
});
