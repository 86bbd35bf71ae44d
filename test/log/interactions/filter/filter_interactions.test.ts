import { expect, test } from "vitest";
import { asText } from "../../../../src/base/text_codes.ts";
import { valueAt } from "../../../../src/base/column.ts";
import { InputError } from "../../../../src/base/errors.ts";
import {
  filterApplications,
  filterInteractions,
  filterUsers,
} from "../../../../src/log/interactions/filter/interactions.ts";
import { filterInteractionsSql } from "../../../../src/log/interactions/filter/interactions_sql.ts";
import { filterPeriod } from "../../../../src/log/interactions/filter/period.ts";
import type { InteractionLog } from "../../../../src/log/interactions/interaction_log.ts";
import { BEGIN, interactionsOf, randomInteractions } from "../../../support/interactions.ts";

/** What each interaction is, by its row in the file. */
function told(log: InteractionLog): Map<number, unknown[]> {
  return new Map(
    Array.from(log.rows, (row, i) => [row, [
      log.time[i],
      log.end?.[i],
      log.users[log.user[i]!],
      log.apps[log.app[i]!],
      log.actions[log.action[i]!],
      log.actionLabels[log.action[i]!],
      log.actionClassAt(i),
      valueAt(asText(log.attribute("segment")!), i),
    ]]),
  );
}

/** The filtered log holds exactly the interactions that fit, each as it was, and is a log in every other respect. */
function expectPart(part: InteractionLog, whole: InteractionLog, fits: (i: number) => boolean): void {
  const all = told(whole);
  const rows = Array.from(whole.rows).filter((_, i) => fits(i));
  expect([...part.rows]).toEqual(rows);
  expect(told(part)).toEqual(new Map(rows.map((row) => [row, all.get(row)!])));
  for (const [codes, names] of [[part.user, part.users], [part.app, part.apps], [part.action, part.actions]] as const) {
    expect(new Set([...codes].filter((code) => code >= 0)).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
  }
  expect(part.sessions.at(-1) ?? 0).toBe(part.interactions);
  for (const begin of part.sessions.subarray(1, -1)) {
    const over = Math.max(
      ...[...part.time.subarray(0, begin)].map((time, i) =>
        part.user[i] !== part.user[begin] ? -Infinity : Number.isNaN(part.end?.[i] ?? NaN) ? time : part.end![i]!
      ),
    );
    expect(part.user[begin] !== part.user[begin - 1] || part.time[begin]! - over > 60_000).toBe(true);
  }
}

const logs = Array.from(
  { length: 20 },
  (_, seed) =>
    interactionsOf(randomInteractions({ seed, intervals: seed % 2 === 0, idle: seed % 3 === 0 }), {
      sessionGapSeconds: 60,
    }),
);

test("by user, application and any attribute: the interactions that have the values, as they were", () => {
  for (const log of logs) {
    const user = log.users[0]!, apps = log.apps.slice(0, 2);
    expectPart(filterUsers(log, user), log, (i) => log.users[log.user[i]!] === user);
    expectPart(filterUsers(log, [user, null], { drop: true }), log, (i) => log.user[i]! > 0);
    expectPart(filterApplications(log, apps), log, (i) => log.app[i]! >= 0 && log.app[i]! < 2);
    const segment = asText(log.attribute("segment")!);
    expectPart(filterInteractions(log, "segment", null), log, (i) => segment.codes[i]! < 0);
    expectPart(filterInteractions(log, "user", []), log, () => false);
    const both = filterUsers(filterApplications(log, apps), user);
    expectPart(both, log, (i) => log.app[i]! >= 0 && log.app[i]! < 2 && log.users[log.user[i]!] === user);
    expect(both.filters).toEqual([`app is ${apps.join(" or ")}`, `user is ${user}`]);
  }
});

test("by period: from included, to not", () => {
  for (const log of logs) {
    const from = BEGIN + 100_000, to = new Date(BEGIN + 300_000);
    expectPart(filterPeriod(log, { from, to }), log, (i) => log.time[i]! >= from && log.time[i]! < to.getTime());
    const [early, late] = [filterPeriod(log, { to }), filterPeriod(log, { from: to })];
    expect(early.interactions + late.interactions).toBe(log.interactions);
    expect(late.filters).toEqual(["interaction from 2026-01-05 08:05:00"]);
  }
  expect(() => filterPeriod(logs[0]!, { from: "yesterday" })).toThrow(/ISO 8601/);
  expect(() => filterPeriod(logs[0]!, { from: "2026-01-05", to: "2026-01-05" })).toThrow(InputError);
});

test("by an SQL condition, over what other filters left", async () => {
  const log = filterUsers(logs[1]!, ["Ada", "Bo"]);
  const mail = await filterInteractionsSql(log, "app = 'Mail' -- and nothing else");
  expectPart(
    mail,
    logs[1]!,
    (i) => logs[1]!.apps[logs[1]!.app[i]!] === "Mail" && logs[1]!.user[i]! >= 0 && logs[1]!.user[i]! < 2,
  );
  const again = await mail.sql`SELECT count(*) AS n FROM interactions`;
  expect(Number(again.get("n", 0))).toBe(mail.interactions);
  await expect(filterInteractionsSql(log, " ")).rejects.toThrow(/condition/);
  await expect(filterInteractionsSql(log, "nothing = 1")).rejects.toThrow(InputError);
});

test("a name that the log has not is refused, with the nearest", () => {
  expect(() => filterUsers(logs[0]!, "Adda")).toThrow(/a value of "user".*found "Adda".*Did you mean "Ada"/);
  expect(() => filterInteractions(logs[0]!, "tema", "x")).toThrow(/attribute of tiny log but found "tema"/);
  // What another filter left out is no longer there to choose.
  expect(() => filterUsers(filterUsers(logs[0]!, "Ada"), "Bo")).toThrow(InputError);
});
